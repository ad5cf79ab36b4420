"""Where work on articles runs: in this process for few, in a pool of processes for many.

An ``Execution`` is all that the rest of the house knows of it, so another place (a cluster) is one more class.
Results come in the order of the articles, whatever their number and whoever finishes first.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import cache
from itertools import chain, islice
from typing import Protocol, TypeVar

from topic_briefings.errors import ArticleError, ProcessError
from topic_briefings.forking import processes
from topic_briefings.models import Article
from topic_briefings.running.patience import OutOfTime, limited

T = TypeVar("T")
Work = Callable[[Article], T]
"""What is done with one article. It travels to other processes: a module's function, or a ``partial`` of one."""

FEW = 200
"""Articles that are done before the processes of a pool have started."""
CHUNK = 16
"""Articles that travel together: enough that travelling costs little, few enough that no process waits at the end."""
AHEAD = 4
"""Chunks a worker under way, so that a stream of articles is never held in memory whole."""


SELDOM = 50_000
"""New objects between two searches for cycles: hundreds of thousands of records are made, and hardly one is in one."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Search for cycles seldom meanwhile."""
    before = gc.get_threshold()
    gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


class Execution(Protocol):
    """A place where work on articles runs."""

    def each(self, work: Work[T], articles: Iterable[Article]) -> Iterator[T | ArticleError]:
        """The result for each article, in their order; an ``ArticleError`` where the work failed.

        Raises ``ProcessError`` where it would run in processes and none can be started.
        """


def chosen(workers: int, seconds: float = 0) -> Execution:
    """The place for ``workers`` processes; 0 means as many as this process may use cores.

    An article that takes more than ``seconds`` of a processor is left out; 0 means that none is.
    """
    count = processes(workers)
    return InProcess(seconds) if count == 1 else Pool(count, seconds)


class InProcess:
    """Here, one after the other."""

    def __init__(self, seconds: float = 0) -> None:
        self._seconds = seconds

    def each(self, work: Work[T], articles: Iterable[Article]) -> Iterator[T | ArticleError]:
        """See ``Execution``."""
        with seldom_collected():
            for article in articles:
                yield tried(work, article, self._seconds)


class Pool:
    """Processes on this machine, started only when there are more than a few articles."""

    def __init__(self, workers: int, seconds: float = 0) -> None:
        self._workers, self._seconds = workers, seconds

    def each(self, work: Work[T], articles: Iterable[Article]) -> Iterator[T | ArticleError]:
        """See ``Execution``."""
        coming = iter(articles)
        first = list(islice(coming, FEW + 1))
        if len(first) <= FEW:
            return InProcess(self._seconds).each(work, first)
        return self._pooled(work, chain(first, coming))

    def _pooled(self, work: Work[T], articles: Iterator[Article]) -> Iterator[T | ArticleError]:
        chunks = iter(lambda: list(islice(articles, CHUNK)), [])
        waiting: deque[list[Article]] = deque()
        while True:
            with _executor(self._workers) as executor:
                yield from self._until_broken(executor, work, waiting, chunks)
            if not waiting:
                return
            _refuse_where_none_starts()
            # A worker died. The chunk that was due is done one article at a time, so that the guilty one is known.
            yield from carefully(work, waiting.popleft(), self._seconds)

    def _until_broken(
        self,
        executor: ProcessPoolExecutor,
        work: Work[T],
        waiting: deque[list[Article]],
        chunks: Iterator[list[Article]],
    ) -> Iterator[T | ArticleError]:
        """Results until the chunks are used up, or a worker dies; then ``waiting`` holds what is not done."""
        started: deque[Future[list[T | ArticleError]]] = deque()
        with suppress(BrokenProcessPool):
            started.extend(executor.submit(_chunk, work, chunk, self._seconds) for chunk in waiting)
            while True:
                for chunk in islice(chunks, self._workers * AHEAD - len(waiting)):
                    waiting.append(chunk)
                    started.append(executor.submit(_chunk, work, chunk, self._seconds))
                if not waiting:
                    return
                results = started.popleft().result()
                waiting.popleft()
                yield from results


def carefully(work: Work[T], articles: list[Article], seconds: float) -> Iterator[T | ArticleError]:
    """Each article in a process that may die of it."""
    for article in articles:
        with _executor(1) as executor:
            try:
                yield from executor.submit(_chunk, work, [article], seconds).result()
            except BrokenProcessPool:
                yield _failed(article, "the process that analysed it died")


def _refuse_where_none_starts() -> None:
    """Tell of processes that die before any article is theirs, since each would be blamed on the next one.

    Python gives a process the file that the first one runs, which has none where it was typed in, and which would
    start everything anew where nothing in it keeps it from that.
    """
    with _executor(1) as executor:
        try:
            executor.submit(os.getpid).result()
        except BrokenProcessPool:
            raise ProcessError(
                "no process can be started to analyse articles: they run the file that yours runs, which must be there "
                'and do nothing by itself; put what it does below "if __name__ == \'__main__\':", or write "workers: 1"'
            ) from None


@contextmanager
def _executor(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Processes of its own, gone at the end; whoever stops does not wait for the articles that are being read."""
    others = set(multiprocessing.active_children())
    # Spawned, not forked: mkdocs serve has threads, and a forked child may inherit a lock that nobody will open.
    executor = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_quiet)
    try:
        yield executor
    except (KeyboardInterrupt, GeneratorExit):
        for worker in set(multiprocessing.active_children()) - others:
            worker.terminate()
        raise
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _quiet() -> None:
    """Leave Ctrl-C to the parent, which stops its workers itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(SELDOM, *gc.get_threshold()[1:])


def _chunk(work: Work[T], articles: list[Article], seconds: float) -> list[T | ArticleError]:
    return [tried(work, article, seconds, own_process=True) for article in articles]


def tried(work: Work[T], article: Article, seconds: float, *, own_process: bool = False) -> T | ArticleError:
    """The result for one article, or why there is none."""
    try:
        with limited(seconds, own_process=own_process):
            result = work(article)
        _keep_lexicons()
        return result
    except OutOfTime:
        return _too_slow(article, seconds)
    except Exception as error:  # noqa: BLE001 - one article that trips an extractor must not cost the others
        return _failed(article, f"the analysis failed ({type(error).__name__}: {error})")


@cache
def _keep_lexicons() -> None:
    """Tell the garbage collector once, after the first article, that what was loaded for it stays."""
    gc.freeze()


def _failed(article: Article, problem: str) -> ArticleError:
    remedy = f'report this article ("{article.id}") to the makers of the generator, or take it out'
    return ArticleError(source=article.source, line=article.line, problem=problem, remedy=remedy)


def _too_slow(article: Article, seconds: float) -> ArticleError:
    problem = f"the analysis took more than {seconds:g} seconds"
    remedy = 'shorten it, take it out, or allow more with "seconds_per_article:" in mkdocs.yml'
    return ArticleError(source=article.source, line=article.line, problem=problem, remedy=remedy)
