"""Articles into clusters: the two that are nearest become one, until none are near enough.

Nearness of two clusters is their average cosine, made even for tight and loose ones by what each has inside, and
asking more of two well-formed ones, since those are rather two stories of one kind than one. (Average linkage: Sokal
and Michener, "A statistical method for evaluating systematic relationships", 1958.) Ties go to the earlier numbers,
so the same articles make the same clusters.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field

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

    def within(self) -> float:
        """The mean cosine of its pairs."""
        size = len(self.members)
        return self.inner / (size * (size - 1) / 2) if size > 1 else ALONE


def clusters(days: list[int | None], pairs: Near) -> list[Cluster]:
    """The clusters of articles with these ``days``, in order of their first number."""
    found: dict[int, Cluster] = {
        number: Cluster(members=(number,), first=day, last=day) for number, day in enumerate(days)
    }
    queue: list[tuple[float, int, int, int, int]] = []
    triples = zip(pairs.one.tolist(), pairs.other.tolist(), pairs.cosine.tolist(), strict=True)
    for one, other, cosine in triples:
        found[one].near[other] = found[other].near[one] = cosine
        _offer(queue, found, one, other)
    heapq.heapify(queue)
    while queue:
        _, one, other, version, version_there = heapq.heappop(queue)
        if one in found and other in found and found[one].version == version and found[other].version == version_there:
            _merge(found, one, other)
            for third in found[one].near:
                _offer(queue, found, min(one, third), max(one, third), push=True)
    return [found[number] for number in sorted(found)]


def _offer(
    queue: list[tuple[float, int, int, int, int]], found: dict[int, Cluster], one: int, other: int, push: bool = False
) -> None:
    """Queue a merge that is good enough; ``push`` keeps the queue a heap."""
    first, second = found[one], found[other]
    score = _score(first, second, first.near[other])
    if score < ENOUGH or _apart(first, second):
        return
    entry = (-score, one, other, first.version, second.version)
    if push:
        heapq.heappush(queue, entry)
    else:
        queue.append(entry)


def _score(one: Cluster, other: Cluster, total: float) -> float:
    size, size_there = len(one.members), len(other.members)
    average = total / (size * size_there)
    even = float((one.within() * other.within()) ** INSIDE * min(size, size_there, LARGE) ** SIZE)
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
