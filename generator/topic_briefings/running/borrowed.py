"""Work on the machines of somebody's cluster, or on any executor of the kind that Python's own library has.

Articles go there in chunks, only so many at once that its workers are never without, and results come back in the
order of the articles: what comes is the same, to the byte, as from this machine. What is lost with a worker, its
cluster does again.

Each chunk bears a fingerprint of all that decides what is found in an article (code, data, tools, taxonomy); a worker
that has another refuses it by name, since two versions would make one site of two minds.

A cluster runs what it is sent, and is sent records of Python: connect to one that you trust, in a network that you do.
"""

from __future__ import annotations

import socket
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TypeVar

from topic_briefings.errors import ArticleError, SettingsError
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Article
from topic_briefings.running.execution import Work, carefully, tried
from topic_briefings.store.analyses import fingerprint

T = TypeVar("T")

CHUNK = 64
"""Articles that travel together: half a second of work, so that neither a network nor a scheduler is felt."""
AHEAD = 3
"""Chunks a worker under way: one that it does, one that waits there, one on the way."""
DASK = "dask://"
SECONDS = 10
"""How long a scheduler may take to answer."""

_ONE_AT_A_TIME = threading.Lock()
"""Workers may have several threads; an analysis gains nothing by them, and expects none."""


class OtherVersionError(Exception):
    """A worker has another version of what finds things in articles."""


class Borrowed:
    """An executor that somebody else keeps."""

    def __init__(self, executor: Executor, workers: int, knowledge: Knowledge, seconds: float = 0) -> None:
        """``workers`` is about how many chunks it does at once; ``seconds`` as in ``execution.chosen``."""
        self._executor, self._workers, self._knowledge, self._seconds = executor, workers, knowledge, seconds

    def each(self, work: Work[T], articles: Iterable[Article]) -> Iterator[T | ArticleError]:
        """See ``Execution``. Raises ``SettingsError`` where a worker has another version, or all are gone."""
        coming, ours = iter(articles), fingerprint(self._knowledge)
        chunks = iter(lambda: list(islice(coming, CHUNK)), [])
        started: deque[tuple[list[Article], Future[list[T | ArticleError]]]] = deque()
        try:
            while True:
                for chunk in islice(chunks, self._workers * AHEAD - len(started)):
                    future = self._executor.submit(_there, ours, self._knowledge, work, chunk, self._seconds)
                    started.append((chunk, future))
                if not started:
                    return
                chunk, future = started.popleft()
                yield from self._results(work, chunk, future)
        finally:
            for _, future in started:
                future.cancel()

    def _results(
        self, work: Work[T], chunk: list[Article], future: Future[list[T | ArticleError]]
    ) -> Iterable[T | ArticleError]:
        try:
            return future.result()
        except OtherVersionError as error:
            raise SettingsError(f"executor: {error}; install there what is installed here") from error
        except (OSError, CancelledError) as error:
            raise SettingsError(f"executor: is gone ({type(error).__name__}: {error}); start it again") from error
        except Exception:  # noqa: BLE001 - the workers died of it, each in turn, whatever the cluster calls that
            return carefully(work, chunk, self._seconds)


def _there(
    wanted: str, knowledge: Knowledge, work: Work[T], articles: list[Article], seconds: float
) -> list[T | ArticleError]:
    """What a worker does with a chunk."""
    if _fingerprint(knowledge) != wanted:
        raise OtherVersionError(
            f"the worker on {socket.gethostname()} has another version of topic-briefings, of its data or its tools"
        )
    with _ONE_AT_A_TIME:
        return [tried(work, article, seconds) for article in articles]


@cache
def _fingerprint(knowledge: Knowledge) -> str:
    """Of what this process has; read once, since code does not change under it."""
    return fingerprint(knowledge)


@contextmanager
def borrowed(address: str, knowledge: Knowledge, seconds: float) -> Iterator[Borrowed]:
    """The cluster at ``address``, ``dask://HOST:PORT`` or ``dask://`` and its scheduler's file, while it is needed.

    Raises ``SettingsError`` where there is none, or no worker, or no library to reach it.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise SettingsError(
            f'executor: {address} needs Dask, which is not installed; pip install "topic-briefings[dask]"'
        ) from error
    place = address.removeprefix(DASK)
    where = {"scheduler_file": place} if Path(place).is_file() else {"address": f"tcp://{place}"}
    try:
        client = Client(timeout=SECONDS, set_as_default=False, **where)
    except (OSError, ValueError) as error:
        raise SettingsError(f"executor: {address} does not answer; start its scheduler, or mend the address") from error
    with client:
        workers = sum(client.nthreads().values())
        if not workers:
            raise SettingsError(f"executor: {address} has no worker; start one beside its scheduler")
        yield Borrowed(client.get_executor(pure=False), workers, knowledge, seconds)
