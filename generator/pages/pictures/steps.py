"""Classes for counts that reach from one to a hundred thousand, and the tone of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

STEPS = 5
_TONES = {1: (4,), 2: (2, 5), 3: (1, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}


def limits(highest: int) -> tuple[int, ...]:
    """The least count of each class, up to five, for counts from 1 to ``highest``.

    Articles per country are spread over orders of magnitude, so the classes grow by a factor. From ten on a
    limit has one figure followed by noughts: 1, 10, 100, 1,000 and 10,000 for a highest count of 100,000.
    """
    found = [1]
    for step in range(1, STEPS):
        limit = max(_round(float(highest ** (step / STEPS))), found[-1] + 1)
        if limit <= highest:
            found.append(limit)
    return tuple(found)


def _round(value: float) -> int:
    """``value`` to one figure; a hair above a whole number is that number."""
    unit = 10 ** (len(str(int(value + 1e-6))) - 1)
    return int(value / unit + 0.5 + 1e-6) * unit


def tone(count: int, starts: tuple[int, ...]) -> int:
    """The tone, 1 to 5 and 5 the strongest, of ``count`` (at least 1) among classes that begin at ``starts``."""
    return _TONES[len(starts)][bisect_right(starts, count) - 1]


def ranges(starts: tuple[int, ...], highest: int, number: Callable[[int], str]) -> tuple[tuple[int, str], ...]:
    """Tone and range of each class for the legend: ``(1, "1–2")``."""
    ends = [*(start - 1 for start in starts[1:]), highest]
    return tuple(
        (tone(start, starts), number(start) if start == end else f"{number(start)}–{number(end)}")
        for start, end in zip(starts, ends, strict=True)
    )
