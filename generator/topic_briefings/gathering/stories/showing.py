"""Which clusters are shown as stories: those that stand out of their corpus and can say why they belong together.

A wire is full of articles of one kind (results, futures, bond issues), which are near to one another and tell of
different things. A story differs from a kind in two ways that need no threshold for each corpus: its reports are
nearer to one another than to anything else, and some rare words stand in most of its reports and in few others.
The longer the pause between two of its days, the nearer they must be. What does not pass as a whole may pass in part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations, pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from topic_briefings.gathering.stories.centre import cosine
from topic_briefings.gathering.stories.happening import are_two_issues, share_what_happened
from topic_briefings.gathering.stories.matters import are_headed_apart, strangers
from topic_briefings.gathering.stories.merging import LARGE, Cluster
from topic_briefings.gathering.stories.nearness import Near
from topic_briefings.gathering.stories.vectors import COMMON, VERY_RARE, Corpus

MOST = 0.6
"""Of the reports: what so many hold binds them."""
STRONGEST = 5
"""So many bonds are measured: the best ones."""
Places: TypeAlias = Sequence[Sequence[int]]
"""The stories in a cluster, by places among its articles."""
OUTSIDERS = 3
"""So many articles outside of a cluster, the nearest, are what it must stand out from."""
NO_OUTSIDER = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What a cluster of one size must reach."""

    inner: float
    """The mean cosine of its pairs."""
    a_day: float
    """How much more for each day of its longest pause."""
    bond: float
    """How exclusive its strongest bonds are, 0 to 1."""
    pause: int
    """Days, at most."""


TRIPLE_SIZE = 3
PAIR = Bar(inner=0.42, a_day=0.02, bond=0.45, pause=9)
TRIPLE = Bar(inner=0.3, a_day=0.012, bond=0.5, pause=30)
MORE = Bar(inner=0.22, a_day=0.016, bond=0.45, pause=90)
ALIKE = 0.6
BOND_OF_ALIKE = 0.3
"""Two reports so near are of one event though a third mentions it too."""
FEWEST = 3
"""Two articles share so many rare words at least, unless one is hardly more than a headline."""
APART = 1.55
"""How many times nearer to one another its reports are than to others."""
FAR_APART = 2.0
NAMELESS = 0.5
"""Two reports that share no rare name are shown from this cosine on, from one day to the next."""
WELL_FORMED = LARGE
HARDLY_APART = 1.1
BOND_OF_WELL_FORMED = 0.5
"""So many reports with such bonds are a story beside a story of the same people."""

LOOSE = 0.6
"""A part of a small story must be so near to the other, measured by what the tighter one has inside: a third report
that only has its people in common stays outside of two that tell the same."""
ISSUES, MANY = 3, 12
"""So many issues make a column, and so many reports of one headline are looked at."""
TWO_EVENTS = 0.7
"""From this contrast on two parts tell of two events of the same people."""
PART = 5
"""So many reports a part has at least, for its words to be its own and not one reporter's."""
OWN_NAMES = 2
"""So many names or figures show the contrast."""


class Neighbours:
    """The neighbours of each article, the nearest first."""

    def __init__(self, pairs: Near, articles: int) -> None:
        both = pairs.both_ways()
        order = np.argsort(both.one * 2.0 - both.cosine / 2)  # far enough apart, and exact
        self._one, self._other, self._cosine = both.one[order], both.other[order], both.cosine[order]
        self._start = np.searchsorted(self._one, np.arange(articles + 1))

    def outside(self, number: int, members: frozenset[int]) -> float:
        """The mean cosine of article ``number`` with the nearest that are not of ``members``."""
        found: list[float] = []
        for at in range(self._start[number], self._start[number + 1]):
            if int(self._other[at]) not in members:
                found.append(float(self._cosine[at]))
                if len(found) == OUTSIDERS:
                    break
        return sum(found) / OUTSIDERS

    def strangers(self, cluster_of: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """The cosines of each article with the ``OUTSIDERS`` nearest that are of another cluster."""
        others = cluster_of[self._one] != cluster_of[self._other]
        one, cosine = self._one[others], self._cosine[others]
        place = np.arange(len(one)) - np.searchsorted(one, one)
        nearest = place < OUTSIDERS
        found = np.zeros((len(cluster_of), OUTSIDERS))
        found[one[nearest], place[nearest]] = cosine[nearest]
        return found


def all_shown(
    found: Sequence[Cluster],
    corpus: Corpus,
    neighbours: Neighbours,
    keys: Sequence[str],
    changed: npt.NDArray[np.bool_],
    known: Mapping[str, Places],
) -> tuple[list[tuple[int, ...]], dict[str, Places]]:
    """The stories of all clusters ``found``, and the same for each cluster by its digest, as ``known`` has some.

    What is shown of a cluster hangs on its articles, for which ``keys`` stand, on what its words are worth, which is
    known where none of its articles has ``changed``, and on how near the nearest of the others are.
    """
    cluster_of = np.zeros(len(keys), dtype=np.int64)
    several = [cluster for cluster in found if len(cluster.members) > 1]
    for number, cluster in enumerate(several, start=1):
        cluster_of[list(cluster.members)] = number
    cluster_of[cluster_of == 0] = -np.arange(np.count_nonzero(cluster_of == 0))
    strangers = neighbours.strangers(cluster_of)
    stories: list[tuple[int, ...]] = []
    shown_in: dict[str, Places] = {}
    for cluster in several:
        own = list(cluster.members)
        told = "".join(keys[number] for number in own).encode() + strangers[own].tobytes()
        digest = blake2b(told, digest_size=12).hexdigest()
        places = None if changed[own].any() else known.get(digest)
        if places is None:
            places = [[own.index(number) for number in story] for story in shown(cluster, corpus, neighbours)]
        shown_in[digest] = places
        stories += (tuple(own[place] for place in story) for story in places)
    return stories, shown_in


def shown(cluster: Cluster, corpus: Corpus, neighbours: Neighbours) -> Iterator[tuple[int, ...]]:
    """The stories in ``cluster``: itself, or the parts of it that pass, or none.

    Of two events of the same people neither must stand out from the other, but both from all else.
    """
    waiting = [(cluster, frozenset[int]())]
    while waiting:
        one, kin = waiting.pop()
        if len(one.members) < 2:
            continue
        passed = _passes(one, corpus, neighbours, kin) and not _is_a_column(one.members, corpus)
        several = passed and _two_events(one, corpus)
        if passed and not several and not _loose(one) and (rest := _without_strangers(one, corpus, neighbours)):
            yield rest
        elif one.parts:
            beside = frozenset(one.members) if several else frozenset[int]()
            waiting += ((part, beside) for part in reversed(one.parts))


def _without_strangers(cluster: Cluster, corpus: Corpus, neighbours: Neighbours) -> tuple[int, ...]:
    """The members of a cluster that passes, but those of a small one that tell of something else; none if few stay."""
    members = cluster.members
    if len(members) >= WELL_FORMED:
        return members
    found = strangers(members, corpus)
    if not found:
        return members
    rest = tuple(number for number in members if number not in found)
    good = len(rest) > len(found) and not strangers(rest, corpus) and _passes(_of(rest, corpus), corpus, neighbours)
    return rest if good else ()


def _of(members: tuple[int, ...], corpus: Corpus) -> Cluster:
    """The cluster of ``members``, without parts."""
    inner = sum(cosine(corpus.vectors[one], corpus.vectors[other]) for one, other in combinations(members, 2))
    return Cluster(members=members, inner=inner)


def bonds(members: tuple[int, ...], corpus: Corpus) -> list[tuple[str, int]]:
    """The rare words of ``members`` and how many hold each, those first that most hold and few others do."""
    rare = [(word, count) for word, count in corpus.rare(members[0], members[1:]) if count > 1]
    return sorted(rare, key=lambda pair: (-_bond(pair[1], len(members), corpus.held(pair[0])), pair[0]))


def _bond(inside: int, size: int, everywhere: float) -> float:
    """How well a word tells the story from all else, 0 to 1: its coverage of the story times its precision."""
    return inside / size * (inside / max(inside, everywhere))


def _passes(cluster: Cluster, corpus: Corpus, neighbours: Neighbours, kin: frozenset[int] = frozenset()) -> bool:
    """Whether a cluster stands out of its corpus, reports of the same people, ``kin``, aside."""
    members = cluster.members
    size = len(members)
    days = sorted(day for number in members if (day := corpus.terms[number].day) is not None)
    pause = max((later - day for day, later in pairwise(days)), default=0)
    bar = PAIR if size == 2 else TRIPLE if size == TRIPLE_SIZE else MORE
    inner = cluster.within
    if inner < bar.inner + bar.a_day * pause or pause > bar.pause or not _of_the_same_people(members, corpus):
        return False
    if size == 2 and not _is_a_pair(members[0], members[1], corpus):
        return False
    found = bonds(members, corpus)[:STRONGEST]
    if size == 2 and len(found) < FEWEST and not any(corpus.terms[number].brief for number in members):
        return False
    strength = sum(_bond(count, size, corpus.held(word)) for word, count in found) / STRONGEST
    if strength < (BOND_OF_ALIKE if size == 2 and inner >= ALIKE else bar.bond):
        return False
    inside = kin or frozenset(members)
    outside = sum(neighbours.outside(number, inside) for number in members) / size
    apart = inner / max(NO_OUTSIDER, outside)
    names = _rare_names(members, corpus)
    if size == 2:
        dated = len(days) == size
        named = names >= (1 if dated else 2) and apart >= APART
        return named or (dated and pause <= 1 and inner >= NAMELESS and apart >= FAR_APART)
    well_formed = size >= WELL_FORMED and strength >= BOND_OF_WELL_FORMED and apart >= HARDLY_APART
    return (names > 0 or size > WELL_FORMED) and (apart >= APART or well_formed)


def _is_a_column(members: tuple[int, ...], corpus: Corpus) -> bool:
    """Whether three issues of one column or tender are among ``members``, with what belongs to each of them."""
    headed: dict[frozenset[str], list[int]] = {}
    for number in members if len(members) >= ISSUES else ():
        headed.setdefault(corpus.terms[number].heading, []).append(number)
    return any(
        all(are_two_issues(corpus.terms[one], corpus.terms[other]) for one, other in combinations(three, 2))
        for same in headed.values()
        for three in combinations(same[:MANY], ISSUES)
    )


def _is_a_pair(one: int, other: int, corpus: Corpus) -> bool:
    return not are_headed_apart(one, other, corpus) and share_what_happened(one, other, corpus)


def _loose(cluster: Cluster) -> bool:
    """Whether a small cluster is a tight one and something beside it."""
    if not cluster.parts or not 2 < len(cluster.members) <= PART:
        return False
    one, other = cluster.parts
    between = (cluster.inner - one.inner - other.inner) / (len(one.members) * len(other.members))
    return between < LOOSE * max(part.within for part in cluster.parts if len(part.members) > 1)


def _two_events(cluster: Cluster, corpus: Corpus) -> bool:
    """Whether each of its parts has names and figures of its own: a coach hired and fired, two quakes of an island."""
    if not cluster.parts:
        return False
    one, other = (part.members for part in cluster.parts)
    if min(len(one), len(other)) < PART:
        return False
    return min(_contrast(one, other, corpus), _contrast(other, one, corpus)) >= TWO_EVENTS


def _contrast(one: tuple[int, ...], other: tuple[int, ...], corpus: Corpus) -> float:
    """By how much more of the reports ``one`` than of ``other`` hold the names and figures that tell them apart."""
    here = Counter(
        word
        for number in one
        for word in corpus.terms[number].counts
        if (word in corpus.terms[number].names or word[0].isdigit()) and corpus.rarity(number, word) < COMMON
    )
    there = Counter(word for number in other for word in corpus.terms[number].counts if word in here)
    found = sorted((count / len(one) - there[word] / len(other) for word, count in here.items()), reverse=True)
    return sum(found[:OWN_NAMES]) / OWN_NAMES


def _rare_names(members: tuple[int, ...], corpus: Corpus) -> int:
    """How many very rare names most of ``members`` hold."""
    held = Counter(name for number in members for name in corpus.terms[number].names)
    enough = MOST * len(members)
    return sum(
        count >= enough and corpus.held(name) > 1 and corpus.rarity(members[0], name) < VERY_RARE
        for name, count in held.items()
    )


def _of_the_same_people(members: tuple[int, ...], corpus: Corpus) -> bool:
    """Whether each of a few reports shares a name of its headline or lead with another; who names nobody may stay."""
    if len(members) > TRIPLE_SIZE:
        return True
    for number in members:
        own = corpus.terms[number].principal
        others = [corpus.terms[other] for other in members if other != number]
        if own and not any(own & other.counts.keys() for other in others) and any(other.principal for other in others):
            return False
    return True
