"""A folder changes its content at once or not at all, whoever is killed, and what it had is kept."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests import forked
from tests.sites import ROOT, files, make_site, settings_of
from topic_briefings.build import generate, verify
from topic_briefings.cli import main
from topic_briefings.errors import AlteredError, SettingsError, SiteError, WritingError
from topic_briefings.mkdocs_edge.building import build_site
from topic_briefings.mkdocs_edge.options import load_yaml
from topic_briefings.verifying import refuse_altered
from topic_briefings.writing import swapping
from topic_briefings.writing.swapping import beside, last_of, next_of, share, swap


def fill(folder: Path, content: Mapping[str, str]) -> None:
    for name, text in content.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


@pytest.fixture(params=["in one step", "in two"])
def site(request, tmp_path, monkeypatch):
    if request.param == "in two":
        monkeypatch.setattr(swapping, "_exchanged", lambda one, other: False)
    fill(tmp_path / "site", {"index.html": "old", "a/index.html": "old"})
    return tmp_path / "site"


def test_what_was_made_beside_takes_the_place_and_what_was_there_is_kept(site):
    fill(beside(site), {"index.html": "new"})
    assert files(site) == {"index.html": b"old", "a/index.html": b"old"}
    swap(site)
    assert files(site) == {"index.html": b"new"}
    assert files(last_of(site)) == {"index.html": b"old", "a/index.html": b"old"}
    assert not next_of(site).exists()


def test_only_the_last_is_kept(site):
    for text in ("second", "third"):
        fill(beside(site), {"index.html": text})
        swap(site)
    assert files(site) == {"index.html": b"third"}
    assert files(last_of(site)) == {"index.html": b"second"}


def test_what_a_killed_run_left_is_no_part_of_the_next(site):
    fill(next_of(site), {"half/index.html": "half"})
    fill(beside(site), {"index.html": "new"})
    swap(site)
    assert files(site) == {"index.html": b"new"}


def test_a_first_site_is_put_there(tmp_path):
    fill(beside(tmp_path / "site"), {"index.html": "new"})
    swap(tmp_path / "site")
    assert files(tmp_path / "site") == {"index.html": b"new"}
    assert not last_of(tmp_path / "site").exists()


def test_a_run_killed_between_two_renamings_is_mended_by_the_next(tmp_path):
    site = tmp_path / "site"
    fill(last_of(site), {"index.html": "old"})
    fill(next_of(site), {"index.html": "new"})
    beside(site)
    assert files(site) == {"index.html": b"old"}


@pytest.mark.skipif(sys.platform != "linux", reason="needs a system that exchanges two names in one step")
def test_a_reader_finds_a_whole_site_at_every_moment(tmp_path):
    site, done, seen = tmp_path / "site", threading.Event(), set()
    fill(site, {"index.html": "0"})

    def look() -> None:
        while not done.is_set():
            try:
                seen.add((site / "index.html").read_text().isdecimal())
            except OSError as error:
                seen.add(str(error))

    reader = threading.Thread(target=look)
    reader.start()
    for number in range(1, 100):
        fill(beside(site), {"index.html": str(number)})
        swap(site)
    done.set()
    reader.join()
    assert seen == {True}


# ------------------------------------------------------------------ the site


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = make_site(tmp_path_factory.mktemp("built") / "place")
    generate(settings_of(folder))
    build_site(folder / "mkdocs.yml")
    return folder


@pytest.fixture
def place(built, tmp_path):
    return shutil.copytree(built, tmp_path / "place")


def test_a_build_that_is_not_approved_leaves_the_site(place):
    before = files(place / "site")

    def approve(made: Path) -> None:
        assert (made / "index.html").is_file()
        raise SiteError("no")

    with pytest.raises(SiteError, match="no"):
        build_site(place / "mkdocs.yml", approve)
    assert files(place / "site") == before


def test_a_build_that_fails_leaves_the_site(place):
    before = files(place / "site")
    (place / "docs" / "mine.md").write_text("[nowhere](missing.md)")
    with pytest.raises(SiteError, match=r"mkdocs\.yml: MkDocs could not build the site"):
        build_site(place / "mkdocs.yml")
    assert files(place / "site") == before


def test_a_file_in_the_place_of_the_site_is_named_and_stays(place):
    shutil.rmtree(place / "site")
    (place / "site").write_text("mine")
    with pytest.raises(SiteError, match=r"site: is no folder, so no site can be put there; rename that file"):
        build_site(place / "mkdocs.yml")
    assert (place / "site").read_text() == "mine"


ELSEWHERE = "https://other.example/briefings/"
COMMAND = [sys.executable, "-c", "from topic_briefings.cli import main; main(prog_name='briefings')", "generate"]


def killed(place: Path, by: signal.Signals) -> tuple[int, str]:
    """What a build says and ends with that is sent a signal as soon as it has begun to make the next site."""
    told = place / "told"
    work = forked.start("briefings", "build", cwd=place, out=told, err=told)
    while work.poll() is None and not (next_of(place / "site") / "index.html").exists():
        threading.Event().wait(0.01)
    work.send_signal(by)
    return work.wait(), told.read_text()


def test_a_build_killed_in_the_middle_leaves_the_site_and_the_next_one_replaces_it(place):
    before = files(place / "site")
    with (place / "seeds" / "canada-port-strike-ends.txt").open("a") as article:
        article.write("\n\nTrains of containers left Halifax on Friday.\n")
    code, _ = killed(place, signal.SIGKILL)
    assert code == -signal.SIGKILL
    assert files(place / "site") == before
    generate(settings_of(place))
    build_site(place / "mkdocs.yml")
    assert files(place / "site") != before
    assert files(last_of(place / "site")) == before


def test_finishing_a_site_leaves_the_last_one(place):
    generate(settings_of(place))
    build_site(place / "mkdocs.yml")
    site, last = place / "site", last_of(place / "site")
    before, finished = files(last), files(site)
    feed = "feeds/index.xml"
    assert (site / feed).samefile(last / feed)
    done = CliRunner().invoke(main, ["finish", str(site), "-f", str(place / "mkdocs.yml"), "--site-url", ELSEWHERE])
    assert done.exit_code == 0, done.output
    changed = {path for path, content in files(site).items() if finished.get(path) != content}
    assert {feed, "feeds/index.opml", "countries/canada/index.json", "404.html"} <= changed
    assert files(last) == before


def test_a_site_is_not_finished_where_the_articles_are_gone(place):
    shutil.rmtree(place / "seeds")
    done = CliRunner().invoke(main, ["finish", str(place / "site"), "-f", str(place / "mkdocs.yml")])
    assert done.exit_code == 2
    assert "seeds: there is no such folder; make it, or name another" in done.stderr


def test_what_is_wrong_with_a_site_is_told_in_the_order_of_its_files(place):
    site, settings = place / "site", settings_of(place)
    verification = refuse_altered(settings)
    style = next(path for path in files(place / "docs") if path.endswith(".css"))
    (site / style).write_text("p { display: none }")
    page = site / "topics" / "politics" / "index.html"
    page.write_text(page.read_text().replace("“", "“Never: ", 1))
    with pytest.raises(AlteredError) as caught:
        verification.refuse_site(site, None)
    told = verify(settings, site=site).problems
    assert caught.value.problems == tuple(map(str, told))
    assert len({problem.file for problem in told}) > 1


def test_an_interrupted_build_says_so_in_one_line(place):
    before = files(place / "site")
    code, said = killed(place, signal.SIGINT)
    assert code == 130
    assert said.splitlines()[-1] == "Interrupted"
    assert "Traceback" not in said
    assert files(place / "site") == before


def test_two_runs_at_once_end_as_one_does(place):
    before = files(place / "docs")
    shutil.rmtree(place / "docs")
    told = place / "told"
    for work in [forked.start("briefings", "generate", cwd=place, out=told, err=told) for _ in range(2)]:
        assert work.wait() == 0, told.read_text()
    assert files(place / "docs").keys() == before.keys()
    assert verify(settings_of(place)).problems == ()


# ------------------------------------------------------------------ what the system refuses


def test_a_file_in_the_place_of_the_pages_is_named(tmp_path):
    place = make_site(tmp_path / "place")
    (place / "docs").write_text("mine")
    with pytest.raises(WritingError, match=r"docs: is no folder, so no pages can be written into it; rename that file"):
        generate(settings_of(place))
    assert (place / "docs").read_text() == "mine"


def test_a_file_in_the_place_of_the_articles_is_named(tmp_path):
    place = make_site(tmp_path / "place")
    shutil.rmtree(place / "seeds")
    (place / "seeds").write_text("mine")
    with pytest.raises(SettingsError, match=r"^seeds: there is no such folder; make it, or name another"):
        generate(settings_of(place))


@pytest.mark.parametrize("number", ["ENOSPC", "EROFS", "EACCES", "EFBIG"])
def test_a_disk_that_refuses_is_told_in_one_sentence_and_the_next_run_goes_on(place, monkeypatch, number):
    code = getattr(errno, number)
    write = Path.write_bytes
    left = [3]

    def refuse(self: Path, content: bytes) -> int:
        if self.is_relative_to(place / "docs"):
            left[0] -= 1
            if left[0] < 0:
                raise OSError(code, os.strerror(code))
        return write(self, content)

    with (place / "seeds" / "canada-port-strike-ends.txt").open("a") as article:
        article.write("\n\nTrains of containers left Halifax on Friday.\n")
    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(WritingError) as caught:
        generate(settings_of(place))
    assert str(caught.value).endswith(
        f"cannot be written ({os.strerror(code)}); make room on the disk or allow writing there, and run again"
    )
    monkeypatch.setattr(Path, "write_bytes", write)
    generate(settings_of(place))
    other = place.parent / "other"
    shutil.copytree(place / "seeds", other / "seeds")
    shutil.copyfile(place / "mkdocs.yml", other / "mkdocs.yml")
    generate(settings_of(other))
    assert files(place / "docs") == files(other / "docs")


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words", "12"])
def test_a_configuration_that_is_no_mapping_is_told_in_one_sentence(tmp_path, text):
    (tmp_path / "mkdocs.yml").write_text(text)
    with pytest.raises(SettingsError, match=r'^mkdocs\.yml: is not a list of "key: value" lines; write "site_name: …"'):
        load_yaml(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize("text", ["a: [b", "a: b: c", "\tx: y"])
def test_a_configuration_that_is_no_yaml_is_told_in_one_line(tmp_path, text):
    (tmp_path / "mkdocs.yml").write_text(text)
    with pytest.raises(SettingsError) as caught:
        load_yaml(tmp_path / "mkdocs.yml")
    assert "\n" not in str(caught.value)
    assert "line 1" in str(caught.value)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_full_disk_behind_the_output_is_told_in_one_sentence(place):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(  # noqa: S603 - our own
            COMMAND,
            cwd=place,
            env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("what is printed: the system refuses (No space left on device)")
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that limits the size of files")
def test_files_that_may_not_grow_are_told_in_one_sentence(place):
    shutil.rmtree(place / "docs")
    done = subprocess.run(  # noqa: S603 - our own
        ["bash", "-c", 'ulimit -f 8; exec "$@"', "-", *COMMAND],  # noqa: S607 - any bash
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "cannot be written (File too large); make room" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_what_is_the_same_is_shared_and_what_is_not_is_not(site):
    fill(beside(site), {"index.html": "new", "a/index.html": "old", "b/index.html": "old"})
    share(site)
    assert files(next_of(site)) == {"index.html": b"new", "a/index.html": b"old", "b/index.html": b"old"}
    assert (next_of(site) / "a/index.html").samefile(site / "a/index.html")
    assert not (next_of(site) / "index.html").samefile(site / "index.html")
    swap(site)
    assert files(last_of(site)) == {"index.html": b"old", "a/index.html": b"old"}


def test_where_no_file_can_have_two_names_none_is_shared(site, monkeypatch):
    def refuse(*_):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    fill(beside(site), {"index.html": "old"})
    share(site)
    swap(site)
    assert files(site) == {"index.html": b"old"}


def test_a_link_is_no_file_to_share(site, tmp_path):
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere").write_text("old")
    fill(beside(site), {"index.html": "old"})
    share(site)
    assert not (next_of(site) / "index.html").samefile(tmp_path / "elsewhere")
