"""Classes for counts that reach from one to a hundred thousand, and the tone of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable

Class = tuple[int, int]
"""The least and the greatest count of a class."""

STEPS = 5
_TONES = {1: (4,), 2: (2, 5), 3: (1, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}


def classes(counts: Iterable[int]) -> tuple[Class, ...]:
    """At most five classes for ``counts`` (each at least 1), the fewest articles first.

    Up to five different counts are a class each. More are divided from the lowest to the highest by a factor,
    since articles per country are spread over orders of magnitude; from ten on a class begins at one figure
    followed by noughts.
    """
    found = sorted(set(counts))
    if len(found) <= STEPS:
        return tuple((count, count) for count in found)
    starts = _starts(found[0], found[-1])
    return tuple(zip(starts, [*(start - 1 for start in starts[1:]), found[-1]], strict=True))


def _starts(lowest: int, highest: int) -> list[int]:
    starts = [lowest]
    for step in range(1, STEPS):
        start = max(_round(lowest * float((highest / lowest) ** (step / STEPS))), starts[-1] + 1)
        if start <= highest:
            starts.append(start)
    return starts


def _round(value: float) -> int:
    """``value`` to one figure; a hair below a whole number is that number."""
    unit = 10 ** (len(str(int(value + 1e-6))) - 1)
    return int(int(value / unit + 0.5 + 1e-6) * unit)


def tone(count: int, among: tuple[Class, ...]) -> int:
    """The tone, 1 to 5 and 5 the strongest, of ``count``, which lies in one of the classes."""
    return _TONES[len(among)][bisect_right([first for first, _ in among], count) - 1]


def legend(among: tuple[Class, ...], number: Callable[[int], str]) -> tuple[tuple[int, str], ...]:
    """Tone and range of each class: ``(1, "1–2")``."""
    return tuple(
        (tone(first, among), number(first) if first == last else f"{number(first)}–{number(last)}")
        for first, last in among
    )
