"""Articles into clusters: the two that are nearest become one, until none are near enough.

Nearness of two clusters is their average cosine, made even for tight and loose ones by what each has inside, and
asking more of two well-formed ones, since those are rather two stories of one kind than one. (Average linkage: Sokal
and Michener, "A statistical method for evaluating systematic relationships", 1958.) Ties go to the earlier numbers,
so the same articles make the same clusters.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from topic_briefings.gathering.stories.nearness import DIGITS, Near

ENOUGH = 0.269
"""Two single articles with a cosine of .16 reach it."""
ALONE = 0.5
"""The inner cosine of a cluster of one."""
INSIDE = 0.375
SIZE = 0.3
LARGE = 8
"""From this size on a cluster asks no more."""
PAUSE = 90
"""Days between two parts of one story, at most."""
PAUSE_OF_FEW = 14
FEW = 3
"""A story of so many articles has no long pause."""
_LEAST = float((ENOUGH * (1 - 1e-6)) ** 0.5)
"""The share of each of two clusters in ``ENOUGH``; a little less, so that rounding decides where it always does."""


@dataclass(slots=True)
class Cluster:
    """Some articles, by number, and the two clusters that they were before."""

    members: tuple[int, ...]
    parts: tuple[Cluster, Cluster] | None = None
    inner: float = 0.0
    """The sum of the cosines of all its pairs."""
    first: int | None = None
    last: int | None = None
    """Ordinals of its days; None where no member is dated."""
    version: int = 0
    near: dict[int, float] = field(default_factory=dict)
    """The sum of cosines with each other cluster, by number."""
    within: float = field(init=False)
    """The mean cosine of its pairs."""
    least: float = field(init=False)
    """Times that of another cluster, the least sum of cosines of the two that is worth a look."""

    def __post_init__(self) -> None:
        size = len(self.members)
        self.within = self.inner / (size * (size - 1) / 2) if size > 1 else ALONE
        self.least = size * (self.within**INSIDE) * _LEAST


def clusters(days: list[int | None], pairs: Near) -> list[Cluster]:
    """The clusters of articles with these ``days``, in order of their first number."""
    found: dict[int, Cluster] = {
        number: Cluster(members=(number,), first=day, last=day) for number, day in enumerate(days)
    }
    near: list[dict[int, float]] = [one.near for one in found.values()]
    for one, other, cosine in zip(pairs.one.tolist(), pairs.other.tolist(), pairs.cosine.tolist(), strict=True):
        near[one][other] = near[other][one] = cosine
    promising = np.nonzero(pairs.cosine >= (ALONE**INSIDE * _LEAST) ** 2)[0]
    queue = list(_offers(found, zip(pairs.one[promising].tolist(), pairs.other[promising].tolist(), strict=True)))
    heapq.heapify(queue)
    while queue:
        _, one, other, version, version_there = heapq.heappop(queue)
        if one in found and other in found and found[one].version == version and found[other].version == version_there:
            _merge(found, one, other)
            least, near_it = found[one].least, found[one].near.items()
            thirds = [third for third, total in near_it if total >= least * found[third].least]
            for offer in _offers(found, [(min(one, third), max(one, third)) for third in thirds]):
                heapq.heappush(queue, offer)
    return [found[number] for number in sorted(found)]


_Offer = tuple[float, int, int, int, int]
"""The score of a merge, negative, the numbers of the two clusters, and the versions of them that it is about."""


def _offers(found: dict[int, Cluster], pairs: Iterable[tuple[int, int]]) -> Iterator[_Offer]:
    """The merges of ``pairs`` of clusters, by number, that are good enough."""
    for one, other in pairs:
        first, second = found[one], found[other]
        score = _score(first, second, first.near[other])
        if score >= ENOUGH and not _apart(first, second):
            yield -score, one, other, first.version, second.version


def _score(one: Cluster, other: Cluster, total: float) -> float:
    size, size_there = len(one.members), len(other.members)
    average = total / (size * size_there)
    even = float((one.within * other.within) ** INSIDE * min(size, size_there, LARGE) ** SIZE)
    return round(average / even, DIGITS) if even else 0.0


def _apart(one: Cluster, other: Cluster) -> bool:
    """Whether too many days lie between the two."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    pause = max(one.first, other.first) - min(one.last, other.last)
    return pause > (PAUSE_OF_FEW if len(one.members) + len(other.members) <= FEW else PAUSE)


def _merge(found: dict[int, Cluster], one: int, other: int) -> None:
    """Make ``other`` a part of ``one``; neighbours follow."""
    first, second = found[one], found.pop(other)
    between = first.near.pop(other)
    del second.near[one]
    near = first.near
    for third, total in second.near.items():
        neighbour = found[third].near
        del neighbour[other]
        near[third] = neighbour[one] = near.get(third, 0.0) + total
    days = [day for day in (first.first, first.last, second.first, second.last) if day is not None]
    first.near = second.near = {}
    found[one] = Cluster(
        members=tuple(sorted(first.members + second.members)),
        parts=(first, second),
        inner=first.inner + second.inner + between,
        first=min(days, default=None),
        last=max(days, default=None),
        version=first.version + 1,
        near=near,
    )
