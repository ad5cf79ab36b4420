"""Articles into clusters: the two that are nearest become one, until none are near enough.

Nearness of two clusters is their average cosine, made even for tight and loose ones by what each has inside, and
asking more of two well-formed ones, since those are rather two stories of one kind than one. (Average linkage: Sokal
and Michener, "A statistical method for evaluating systematic relationships", 1958.) Ties go to the earlier numbers,
so the same articles make the same clusters.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """The merges of a run in order: each ``one`` took in ``other``, both called by the first of their articles."""

    one: npt.NDArray[np.int32]
    other: npt.NDArray[np.int32]
    score: npt.NDArray[np.float64]
    total: npt.NDArray[np.float64]
    """The sum of cosines between the two."""


NO_LOG = Log(one=np.empty(0, np.int32), other=np.empty(0, np.int32), score=np.empty(0), total=np.empty(0))


def clusters(
    days: Sequence[int | None], pairs: Near, log: Log = NO_LOG, awake: Collection[int] | None = None
) -> tuple[list[Cluster], Log]:
    """The clusters of articles with these ``days``, in order of their first number, and what was merged.

    ``log`` has the merges of a run in which all articles but those ``awake`` were as they are; -1 stands for one that
    is gone. None given, all are awake. What comes out is the same.
    """
    merging = _Merging(days, pairs, range(len(days)) if awake is None else awake)
    merging.run(log)
    return [merging.found[number] for number in sorted(merging.found)], merging.log()


_Offer = tuple[float, int, int, int, int]
"""The score of a merge, negative, the numbers of the two clusters, and the versions of them that it is about."""


class _Merging:
    """Clusters while they merge.

    Most clusters are asleep: nothing that they are near to is other than it was in a former run, so they merge as its
    log says, and nobody works out why. Those awake are near something that is new, and for each of them every merge is
    weighed. Of the next merge in the log and the best offer the better one comes first, as it would if all were awake.
    A cluster wakes when it merges with one that is awake, or when the log has it merge with one that is no more what
    it was: until then both runs were the same for it. Only sums of cosines with clusters awake are kept up to date,
    and since these are exact, a cluster that wakes finds the sums that it would have had.
    """

    def __init__(self, days: Sequence[int | None], pairs: Near, awake: Iterable[int]) -> None:
        self.found = {number: Cluster(members=(number,), first=day, last=day) for number, day in enumerate(days)}
        self._awake = set(awake)
        self._into: dict[int, int] = {}
        self._done: list[tuple[int, int, float, float]] = []
        self._queue: list[_Offer] = []
        self._pairs = pairs
        marked = np.zeros(len(days), dtype=np.bool_)
        marked[list(self._awake)] = True
        seen = pairs.where(marked[pairs.one] | marked[pairs.other])
        near = [one.near for one in self.found.values()]
        for one, other, cosine in zip(seen.one.tolist(), seen.other.tolist(), seen.cosine.tolist(), strict=True):
            near[one][other] = near[other][one] = cosine
        promising = seen.where(seen.cosine >= (ALONE**INSIDE * _LEAST) ** 2)
        self._offer(zip(promising.one.tolist(), promising.other.tolist(), strict=True))

    @cached_property
    def _beside(self) -> tuple[list[int], npt.NDArray[np.int32], npt.NDArray[np.float64]]:
        """Where the neighbours of each article begin, they, and their cosines."""
        both = self._pairs.both_ways()
        order = np.argsort(both.one, kind="stable")
        first = np.searchsorted(both.one[order], np.arange(len(self.found) + len(self._into) + 1))
        return first.tolist(), both.other[order], both.cosine[order]

    def run(self, log: Log) -> None:
        """Merge, best first, until no two are near enough."""
        logged = zip((-log.score).tolist(), log.one.tolist(), log.other.tolist(), log.total.tolist(), strict=True)
        following = next(logged, None)
        while True:
            while self._queue and not self._stands(self._queue[0]):
                heapq.heappop(self._queue)
            if following is not None and (not self._queue or following[:3] <= self._queue[0][:3]):
                self._repeat(*following)
                following = next(logged, None)
            elif self._queue:
                score, one, other, _, _ = heapq.heappop(self._queue)
                self._wake(one)
                self._wake(other)
                self._merge(one, other, self.found[one].near[other], -score)
            else:
                return

    def log(self) -> Log:
        """What was merged."""
        one, other, score, total = zip(*self._done, strict=True) if self._done else ((), (), (), ())
        return Log(
            one=np.array(one, dtype=np.int32),
            other=np.array(other, dtype=np.int32),
            score=np.array(score, dtype=np.float64),
            total=np.array(total, dtype=np.float64),
        )

    def _stands(self, offer: _Offer) -> bool:
        """Whether an offer is about two clusters as they are."""
        _, one, other, version, version_there = offer
        found = self.found
        return (
            one in found and other in found and found[one].version == version and found[other].version == version_there
        )

    def _asleep(self, number: int) -> bool:
        return number in self.found and number not in self._awake

    def _repeat(self, score: float, one: int, other: int, total: float) -> None:
        """Merge as the log says; where one of the two is no more what it was, the other wakes."""
        if self._asleep(one) and self._asleep(other):
            self._merge(one, other, total, -score)
        else:
            self._wake(one)
            self._wake(other)

    def _wake(self, number: int) -> None:
        """From now on weigh every merge of the cluster ``number``, if it is asleep."""
        if not self._asleep(number):
            return
        first, others, cosines = self._beside
        own = self.found[number]
        sums: dict[int, float] = defaultdict(float)
        for member in own.members:
            at = slice(first[member], first[member + 1])
            for other, cosine in zip(others[at].tolist(), cosines[at].tolist(), strict=True):
                sums[self._cluster_of(other)] += cosine
        sums.pop(number, None)
        for third, total in sums.items():
            own.near[third] = self.found[third].near[number] = total
        self._awake.add(number)
        self._offer_all(number)

    def _cluster_of(self, article: int) -> int:
        while article in self._into:
            article = self._into[article]
        return article

    def _merge(self, one: int, other: int, between: float, score: float) -> None:
        """Make ``other`` a part of ``one``; neighbours follow."""
        first, second = self.found[one], self.found.pop(other)
        self._done.append((one, other, score, between))
        self._into[other] = one
        first.near.pop(other, None)
        second.near.pop(one, None)
        near = first.near
        for third, total in second.near.items():
            neighbour = self.found[third].near
            del neighbour[other]
            near[third] = neighbour[one] = near.get(third, 0.0) + total
        first.near = second.near = {}
        self.found[one] = _of_two(first, second, between, near)
        self._awake.discard(other)
        if near:  # none of two that are asleep, and near nobody who is awake
            self._offer_all(one)

    def _offer_all(self, number: int) -> None:
        """Offer the merges of the cluster ``number`` with its neighbours."""
        least = self.found[number].least
        thirds = [third for third, total in self.found[number].near.items() if total >= least * self.found[third].least]
        self._offer((min(number, third), max(number, third)) for third in thirds)

    def _offer(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Offer the merges of ``pairs`` of clusters, by number, that are good enough."""
        for one, other in pairs:
            first, second = self.found[one], self.found[other]
            score = _score(first, second, first.near[other])
            if score >= ENOUGH and not _apart(first, second):
                heapq.heappush(self._queue, (-score, one, other, first.version, second.version))


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


def _of_two(first: Cluster, second: Cluster, between: float, near: dict[int, float]) -> Cluster:
    """The cluster of two, between which there is this sum of cosines."""
    if second.first is None or second.last is None:
        days = first.first, first.last
    elif first.first is None or first.last is None:
        days = second.first, second.last
    else:
        days = min(first.first, second.first), max(first.last, second.last)
    return Cluster(
        members=tuple(sorted(first.members + second.members)),
        parts=(first, second),
        inner=first.inner + second.inner + between,
        first=days[0],
        last=days[1],
        version=first.version + 1,
        near=near,
    )
