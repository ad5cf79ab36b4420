"""Analyses on a Dask cluster: a real scheduler and real workers give the same bytes as this machine."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import pytest

from tests.sites import ROOT, SAMPLES, files, make_site, settings_of
from topic_briefings import build
from topic_briefings.errors import ArticleError, SettingsError
from topic_briefings.extractors import analyse
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Article
from topic_briefings.reading import read_folder
from topic_briefings.running import borrowed
from topic_briefings.running.borrowed import Borrowed

FEW = tuple(sorted(file.name for file in SAMPLES.iterdir() if file.suffix in (".md", ".txt"))[:30])
PATIENCE = 60


class Cluster:
    """A scheduler and workers, each a process of its own, on the loopback address; a test brings its own workers."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "scheduler.json"
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        self._start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(self.file))
        self._until(self.file.is_file)

    @property
    def address(self) -> str:
        return f"dask://{self.file}"

    def worker(self, package: Path = ROOT / "generator") -> subprocess.Popen[bytes]:
        """One more worker, with the package that lies in the folder ``package``."""
        before = self._workers()
        found = self._start(
            "dask_worker",
            *("--scheduler-file", str(self.file), "--nthreads", "1", "--no-nanny", "--no-dashboard"),
            *("--local-directory", str(self._folder)),
            package=package,
        )
        self._until(lambda: self._workers() > before)
        return found

    def _workers(self) -> int:
        from distributed import Client

        with Client(scheduler_file=str(self.file), set_as_default=False) as client:
            return len(client.nthreads())

    def _start(self, name: str, *arguments: str, package: Path = ROOT / "generator") -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.{name}", *arguments]
        environment = {**os.environ, "PYTHONPATH": f"{package}{os.pathsep}{ROOT}"}
        with (self._folder / f"{name}-{len(self._processes)}.log").open("wb") as log:
            found = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=self._folder)  # noqa: S603 - Dask's own
        self._processes.append(found)
        return found

    def _until(self, there) -> None:
        end = time.monotonic() + PATIENCE
        while not there():
            assert time.monotonic() < end, [log.read_text()[-2000:] for log in self._folder.glob("*.log")]
            time.sleep(0.1)

    def dismiss_workers(self) -> None:
        self._end(1)
        self._until(lambda: not self._workers())

    def close(self) -> None:
        self._end(0)

    def _end(self, first: int) -> None:
        while len(self._processes) > first:
            process = self._processes.pop()
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory) -> Iterator[Cluster]:
    found = Cluster(tmp_path_factory.mktemp("cluster"))
    yield found
    found.close()


@pytest.fixture
def cluster(scheduler) -> Iterator[Cluster]:
    yield scheduler
    scheduler.dismiss_workers()


def articles() -> list[Article]:
    return [one for one in read_folder(SAMPLES, "seeds") if isinstance(one, Article)]


def test_a_cluster_gives_the_same_bytes(cluster, tmp_path):
    cluster.worker()
    cluster.worker()
    here, there = make_site(tmp_path / "here", FEW), make_site(tmp_path / "there", FEW)
    build.generate(settings_of(here))
    outcome = build.generate(settings_of(there, executor=cluster.address))
    assert not outcome.errors
    assert files(there / "docs") == files(here / "docs")


def test_a_worker_that_is_killed_costs_nothing_but_time(cluster, monkeypatch):
    monkeypatch.setattr(borrowed, "CHUNK", 4)
    first = cluster.worker()
    cluster.worker()
    wanted, found = articles()[:40], []
    with borrowed.borrowed(cluster.address, Knowledge(), 0) as place:
        results = place.each(analyse, wanted)
        found += islice(results, 4)
        first.send_signal(signal.SIGKILL)
        found += results
    assert found == [analyse(one) for one in wanted]


def test_a_worker_of_another_version_is_refused_by_name(cluster, tmp_path):
    other = tmp_path / "other"
    shutil.copytree(ROOT / "generator", other, ignore=shutil.ignore_patterns("__pycache__"))
    with (other / "topic_briefings" / "text" / "marks.py").open("a", encoding="utf-8") as file:
        file.write("\n# another version\n")
    cluster.worker(other)
    site = make_site(tmp_path / "site", FEW)
    with pytest.raises(SettingsError, match=r"executor: the worker on \S+ has another version of topic-briefings"):
        build.generate(settings_of(site, executor=cluster.address))
    assert not (site / "docs").exists()


def test_a_cluster_without_workers_is_refused(cluster):
    with pytest.raises(SettingsError, match="has no worker"), borrowed.borrowed(cluster.address, Knowledge(), 0):
        pass


def test_a_cluster_that_does_not_answer_is_refused(monkeypatch):
    monkeypatch.setattr(borrowed, "SECONDS", 1)
    with (
        pytest.raises(SettingsError, match=r"dask://127\.0\.0\.1:9 does not answer"),
        borrowed.borrowed("dask://127.0.0.1:9", Knowledge(), 0),
    ):
        pass


def test_without_the_library_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(SettingsError, match=r'pip install "topic-briefings\[dask\]"'),
        borrowed.borrowed("dask://127.0.0.1:9", Knowledge(), 0),
    ):
        pass


def test_any_executor_of_pythons_kind_will_do(monkeypatch):
    monkeypatch.setattr(borrowed, "CHUNK", 5)
    wanted = articles()[:23]
    with ThreadPoolExecutor(2) as executor:
        found = list(Borrowed(executor, 2, Knowledge()).each(name_of, wanted))
        none = list(Borrowed(executor, 2, Knowledge()).each(name_of, []))
    assert found == [one.id for one in wanted]
    assert none == []


def test_no_more_goes_out_than_keeps_the_workers_busy(monkeypatch):
    monkeypatch.setattr(borrowed, "CHUNK", 2)
    taken = []
    wanted = articles()

    def coming() -> Iterator[Article]:
        for one in wanted:
            taken.append(one)
            yield one

    with ThreadPoolExecutor(1) as executor:
        results = Borrowed(executor, 1, Knowledge()).each(name_of, coming())
        next(results)
        assert len(taken) <= 2 * (borrowed.AHEAD + 1)
        list(results)
    assert len(taken) == len(wanted)


def test_an_article_that_trips_the_work_is_reported_and_the_rest_done():
    wanted = articles()[:5]
    with ThreadPoolExecutor(1) as executor:
        found = list(Borrowed(executor, 1, Knowledge()).each(trip_on_third, wanted))
    assert [isinstance(one, ArticleError) for one in found] == [one.id == THIRD for one in wanted]


THIRD = articles()[2].id


def name_of(article: Article) -> str:
    return article.id


def trip_on_third(article: Article) -> str:
    if article.id == THIRD:
        raise ValueError("too odd")
    return article.id
