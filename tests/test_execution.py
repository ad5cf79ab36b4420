"""Results come in order from any number of workers, and one bad article costs only itself."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from itertools import count, islice
from pathlib import Path

import pytest

from topic_briefings.errors import ArticleError
from topic_briefings.models import Article
from topic_briefings.running import execution
from topic_briefings.running.execution import InProcess, Pool, chosen

ROOT = Path(__file__).parents[1]


def articles(number: int) -> list[Article]:
    return [article(each) for each in range(number)]


def article(number: int) -> Article:
    return Article(id=str(number), headline="", body="", source="seeds/many.jsonl", line=number + 1, digest="")


def name(article: Article) -> str:
    return article.id


def fussy(article: Article) -> str:
    if article.id == "7":
        raise ValueError("too odd")
    return article.id


def deadly(article: Article) -> str:
    if article.id in ("7", "40"):
        os._exit(3)
    return article.id


@pytest.mark.parametrize("place", [InProcess(), Pool(1), Pool(2), Pool(3)], ids=["here", "1", "2", "3"])
def test_results_come_in_order(place, monkeypatch):
    monkeypatch.setattr(execution, "FEW", 10)
    assert list(place.each(name, articles(100))) == [str(number) for number in range(100)]
    assert list(place.each(name, [])) == []


def test_an_article_that_trips_the_work_is_reported_and_the_rest_done():
    results = list(InProcess().each(fussy, articles(9)))
    error = results.pop(7)
    assert results == ["0", "1", "2", "3", "4", "5", "6", "8"]
    assert str(error) == (
        "seeds/many.jsonl:8: the analysis failed (ValueError: too odd); "
        'report this article ("7") to the makers of the generator, or take it out'
    )


def test_an_article_that_kills_its_worker_costs_itself_alone(monkeypatch):
    monkeypatch.setattr(execution, "FEW", 2)
    monkeypatch.setattr(execution, "CHUNK", 4)
    results = list(Pool(2).each(deadly, articles(60)))
    failed = [result for result in results if isinstance(result, ArticleError)]
    assert [error.line for error in failed] == [8, 41]
    assert "the process that analysed it died" in str(failed[0])
    assert [result for result in results if isinstance(result, str)] == [str(n) for n in range(60) if n not in (7, 40)]


UNGUARDED = """
from pathlib import Path
from topic_briefings.errors import BriefingsError
from topic_briefings.models import Article
from topic_briefings.running import execution
from tests.test_execution import articles, name

execution.FEW = 2
try:
    print(len(list(execution.Pool(2).each(name, articles(60)))))
except BriefingsError as error:
    print(error)
"""


@pytest.mark.parametrize("typed_in", [True, False])
def test_where_no_process_can_be_started_one_sentence_says_why(tmp_path, typed_in):
    script = tmp_path / "script.py"
    script.write_text(UNGUARDED)
    command = [sys.executable, "-" if typed_in else str(script)]
    given = {"input": UNGUARDED} if typed_in else {}
    path = os.pathsep.join((str(ROOT), str(ROOT / "generator")))
    done = subprocess.run(  # noqa: S603 - this very Python
        command,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
        **given,
    )
    assert done.stdout.splitlines()[-1] == (
        "no process can be started to analyse articles: they run the file that yours runs, which must be there and do "
        'nothing by itself; put what it does below "if __name__ == \'__main__\':", or write "workers: 1"'
    )


def endless(article: Article) -> str:
    while article.id == "7":
        pass
    return article.id


def deaf(article: Article) -> str:
    if article.id == "7":
        signal.signal(signal.SIGPROF, signal.SIG_IGN)  # as code does that never comes back to Python
    return endless(article)


@pytest.mark.parametrize("place", [InProcess(0.3), Pool(2, 0.3)], ids=["here", "2"])
def test_an_article_that_takes_too_long_is_left_out_and_named(place, monkeypatch):
    monkeypatch.setattr(execution, "FEW", 2)
    results = list(place.each(endless, articles(20)))
    assert str(results.pop(7)) == (
        "seeds/many.jsonl:8: the analysis took more than 0.3 seconds; "
        'shorten it, take it out, or allow more with "seconds_per_article:" in mkdocs.yml'
    )
    assert results == [str(number) for number in range(20) if number != 7]


def test_a_worker_that_cannot_be_interrupted_is_ended(monkeypatch):
    monkeypatch.setattr(execution, "FEW", 2)
    results = list(Pool(2, 0.3).each(deaf, articles(20)))
    assert isinstance(results.pop(7), ArticleError)
    assert results == [str(number) for number in range(20) if number != 7]


def test_what_is_quick_enough_knows_of_no_clock():
    handler = signal.getsignal(signal.SIGPROF)
    assert list(InProcess(30).each(name, articles(3))) == ["0", "1", "2"]
    assert signal.getsignal(signal.SIGPROF) is handler
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_a_stream_is_never_held_in_memory_whole(monkeypatch):
    monkeypatch.setattr(execution, "FEW", 2)
    endless = (article(number) for number in count())
    results = Pool(2).each(name, endless)
    assert list(islice(results, 40)) == [str(number) for number in range(40)]
    results.close()


def patient(article: Article) -> str:
    """Takes longer than any test has time, but for the first few."""
    if int(article.id) >= execution.CHUNK:
        time.sleep(3600)
    return article.id


def test_whoever_stops_waits_for_no_worker(monkeypatch):
    monkeypatch.setattr(execution, "FEW", 2)
    results = Pool(2).each(patient, articles(execution.CHUNK * 3))
    assert next(iter(results)) == "0"
    results.close()
    assert multiprocessing.active_children() == []


def test_whoever_stops_waits_for_no_worker_that_has_an_article_alone(monkeypatch):
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Future, "result", stop)
    with pytest.raises(KeyboardInterrupt):
        list(execution.carefully(patient, [article(execution.CHUNK)], 0))
    assert multiprocessing.active_children() == []


def test_whoever_stops_ends_no_process_of_somebody_else(monkeypatch):
    monkeypatch.setattr(execution, "FEW", 2)
    other = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(3600,))
    other.start()
    try:
        results = Pool(2).each(patient, articles(execution.CHUNK * 3))
        assert next(iter(results)) == "0"
        results.close()
        assert multiprocessing.active_children() == [other]
    finally:
        other.terminate()
        other.join()


def test_one_worker_is_this_process():
    assert isinstance(chosen(1), InProcess)
    assert isinstance(chosen(2), Pool)
