"""Work on what is in memory, by forked processes: each has all that this one has, so only results travel.

The pool that analyses (``running/execution.py``) gets articles, which are small, and loads for itself what reads them.
Whoever renders a page needs the whole edition, and whoever builds one needs all of MkDocs: such things are not sent,
they are there.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TypeVar

T = TypeVar("T")

FEW = 96
"""Things that are done before processes would have started, and their answers come back."""
BLOCK = 8
"""Things whose results travel together; the processes take turns at such blocks, so that none is left with the large
ones."""


def processes(workers: int) -> int:
    """How many ``workers`` are; 0 stands for as many as this process may use cores."""
    if workers:
        return workers
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def is_worth_it(count: int, workers: int) -> bool:
    """Whether ``workers`` processes are forked for so many things.

    Not for few; and not where that would not be safe: elsewhere than on Linux, and where there are threads, one of
    which may hold a lock that nobody would open.
    """
    return count >= FEW and workers > 1 and sys.platform == "linux" and threading.active_count() == 1


def shared(work: Callable[[int], T], count: int, workers: int) -> Iterator[T]:
    """``work`` of each number below ``count``, in their order, done by as many processes as there are ``workers``.

    It may change nothing that anybody needs but its result, which must be one that can be pickled. What it raises is
    raised here. Where that is not worth it all is done here.
    """
    blocks = [range(start, min(start + BLOCK, count)) for start in range(0, count, BLOCK)]
    return _shared(work, blocks, workers) if is_worth_it(count, workers) else map(work, range(count))


def _shared(work: Callable[[int], T], blocks: Sequence[range], workers: int) -> Iterator[T]:
    started = [_start(work, blocks[place::workers]) for place in range(workers)]
    readers = [reader for _, reader in started]
    waiting: list[list[list[T]]] = [[] for _ in started]
    try:
        for number, block in enumerate(blocks):
            done = waiting[number % workers]
            while not done and not readers[number % workers].closed:
                _receive(readers, waiting)
            # Where a process has failed or died its part is done here, and what is wrong with it is raised here.
            yield from done.pop(0) if done else map(work, block)
    finally:
        for process, reader in started:
            reader.close()
            process.terminate()
            process.join()


def _receive(readers: Sequence[Connection], waiting: list[list[list[T]]]) -> None:
    """Put what has come from any of ``readers`` behind what is ``waiting`` of it; one that ended is closed."""
    ready = wait([reader for reader in readers if not reader.closed])
    for reader, done in zip(readers, waiting, strict=True):
        if reader in ready:
            try:
                done.append(reader.recv())
            except (EOFError, OSError):
                reader.close()


def _start(work: Callable[[int], T], blocks: Sequence[range]) -> tuple[BaseProcess, Connection]:
    reader, writer = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_part, args=(work, blocks, writer), daemon=True)
    with warnings.catch_warnings():
        # Newer Pythons warn of any thread; those of NumPy's arithmetic, the only ones left, stop for a fork.
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    writer.close()
    return process, reader


def _part(work: Callable[[int], T], blocks: Sequence[range], writer: Connection) -> None:
    """Send the results of each of ``blocks``; silent about what fails, since it is done again where it is heard."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its processes itself
    gc.freeze()
    with suppress(Exception), writer:
        for block in blocks:
            writer.send([work(number) for number in block])
