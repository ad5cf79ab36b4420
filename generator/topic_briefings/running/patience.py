"""How long one article may be worked on, in seconds of the processor: the last resort, where sizes did not help.

The clock is the processor's, so that a busy machine, or one that slept, costs no article. What an article may be is
decided by its size (``reading.limits``), which is the same on every machine; the time is generous, so that only what
no size foresaw comes near it. A timer interrupts Python and its regular expressions; in a process that was started for
the work, the system ends the process where code in another language does not listen.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_DEAF = 2
"""How many times its patience a process of its own may use before the system ends it."""


class OutOfTime(BaseException):
    """The time is over. No ``Exception``: nothing that an extractor catches."""


@contextmanager
def limited(seconds: float, *, own_process: bool = False) -> Iterator[None]:
    """Raise ``OutOfTime`` in the block once it has used the processor for ``seconds``; 0 is without end.

    Only the main thread of a process can be interrupted, and only where the system has such timers (not on Windows);
    elsewhere the block takes as long as it takes.
    """
    if not seconds or not hasattr(signal, "SIGPROF") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _over)
    if own_process:
        _end_by_force(_DEAF * seconds)
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    finally:
        signal.signal(signal.SIGPROF, before)


def _over(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise OutOfTime


def _end_by_force(seconds: float) -> None:
    """Let the system end this process when it has used the processor for so long from now on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))
