"""Whether one printed name can be a slip for another."""

from __future__ import annotations

_SLIPS = 2
_LONG, _BEGINNING = 6, 3
"""Letters of a name that may have two slips, and how many begin a shorter one with two alike."""


def one_slip(one: str, other: str) -> bool:
    """Whether one letter left out, added or exchanged, or two neighbours turned, make ``other`` of ``one``.

    >>> one_slip("Wimes", "Wines"), one_slip("Bornsten", "Bornstein"), one_slip("Larsen", "Lasren")
    (True, True, True)
    """
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    head, tail = one[start:], other[start:]
    turned = head[2:] == tail[2:] and head[:2] == tail[1::-1]
    return one != other and (turned or head[1:] == tail[1:] or head[1:] == tail or head == tail[1:])


def near(one: str, other: str) -> bool:
    """Whether two surnames differ as misspellings do: by one letter, or by two in a long name or at the end.

    The distance is Damerau's (1964), who found four of five typing errors to be a single slip.
    """
    one, other = one.casefold(), other.casefold()
    if one_slip(one, other):
        return True
    return (min(len(one), len(other)) >= _LONG or one[:_BEGINNING] == other[:_BEGINNING]) and _two_slips(one, other)


def _two_slips(one: str, other: str) -> bool:
    """Whether the distance is two; of adjacent slips, so that no letter is turned twice."""
    if abs(len(one) - len(other)) > _SLIPS or len(set(one) ^ set(other)) > 2 * _SLIPS:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1] == _SLIPS
