"""Whether one printed name can be a slip for another."""

from __future__ import annotations


def near(one: str, other: str) -> bool:
    """Whether two surnames differ as misspellings do: by one letter, or by two in a long name or at the end.

    The distance is Damerau's (1964), who found four of five typing errors to be a single slip.
    """
    limit = 1 if min(len(one), len(other)) < 6 else 2
    distance = _distance(one.casefold(), other.casefold(), 2)
    return 0 < distance <= limit or (distance == 2 and one[:3].casefold() == other[:3].casefold())


def _distance(one: str, other: str, limit: int) -> int:
    """Damerau-Levenshtein distance of adjacent slips; ``limit + 1`` when it is more."""
    if abs(len(one) - len(other)) > limit or len(set(one) ^ set(other)) > 2 * limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return min(row[-1], limit + 1)
