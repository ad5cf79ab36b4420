"""Stories by what several houses open with for some days: names and words that are seldom read before and after.

Where all write about the same few people, reports of one event are long, share few of their words, and are no nearer
to one another than to the rest. What they have in common stands at their front, and it bursts: most articles that hold
it are of these days. One house writes twice since there are two matters; two houses open with the same rare words
within days since there is one. (That words burst with an event: Kleinberg, "Bursty and hierarchical structure in
streams", 2002.) Nothing is found where the dates or the houses of articles are unknown.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import TypeAlias

import numpy as np

from topic_briefings.gathering.stories.happening import STEM
from topic_briefings.gathering.stories.matters import are_of_two
from topic_briefings.gathering.stories.nearness import Near
from topic_briefings.gathering.stories.showing import MOST, Neighbours
from topic_briefings.gathering.stories.terms import Terms
from topic_briefings.gathering.stories.vectors import COMMON, Corpus
from topic_briefings.models import Analysis, SpeakerKind

DAYS = 3
"""Between two reports of one burst, at most, and from its middle to its ends."""
NEAR, APART = 0.12, 0.75
"""Two reports have this cosine at least, and so many times that of each with its nearest others."""
LIFT = 3.0
"""How many times more often than on all other days a word that bursts is read in these."""
ENOUGH = 12.0
"""What bursting words are worth together that make one news of two reports: two or three rare ones.

Of the pairs of political news above it 16 of 17 were of one event; of local news between 8 and 12 hardly any.
"""
OF_ONE_MORE = 15.0
"""And what those are worth that one more report holds, which need not open with more than one of them."""

Story: TypeAlias = tuple[int, ...]

_WORD = re.compile(r"[^\W_]+")


def with_bursts(
    stories: Sequence[Story], corpus: Corpus, pairs: Near, neighbours: Neighbours, ranked: Sequence[Analysis]
) -> list[Story]:
    """``stories``, and those that several outlets make of what else is in ``corpus``, the terms of those ``ranked``.

    A story that was found without stays as it is: its reports are nearer to one another than to what is left. A
    round-up of several matters opens with one of them, and is no report of it.
    """
    told = frozenset(number for story in stories for number in story)
    told |= {number for number, analysis in enumerate(ranked) if _is_roundup(analysis)}
    some = _candidates(pairs, corpus, [analysis.article.outlet or "" for analysis in ranked], told)
    if not some:
        return list(stories)
    bursts = _Bursts(corpus, some)
    found = _grouped(_links(some, bursts, neighbours, ranked), bursts)
    further = _further(found, bursts, told.union(*found))
    return sorted([*stories, *(tuple(sorted((*story, *further[story]))) for story in found)])


def _is_roundup(analysis: Analysis) -> bool:
    return any(notice.code == "roundup" for notice in analysis.notices)


def _grouped(links: Iterable[tuple[int, int]], bursts: _Bursts) -> list[Story]:
    """What is linked, as far as all of it together opens with one news; the strongest links first."""
    group: dict[int, Story] = {}
    for _, one, other in sorted((-bursts.worth(one, other), one, other) for one, other in links):
        first, second = group.get(one, (one,)), group.get(other, (other,))
        if first != second and bursts.between(first, second) >= ENOUGH:
            whole = tuple(sorted(first + second))
            group |= dict.fromkeys(whole, whole)
    return sorted(set(group.values()))


def _candidates(
    pairs: Near, corpus: Corpus, outlets: Sequence[str], told: frozenset[int]
) -> list[tuple[int, int, float]]:
    """The pairs of reports of two houses within days, none of a story, and their cosines."""
    houses = {outlet: number for number, outlet in enumerate(sorted(set(outlets) - {""}), start=1)}
    house = np.array([houses.get(outlet, 0) for outlet in outlets], dtype=np.int64)
    day = np.array([one.day or 0 for one in corpus.terms], dtype=np.int64)
    one, other = pairs.one, pairs.other
    dated = (day[one] > 0) & (day[other] > 0) & (np.abs(day[one] - day[other]) <= DAYS)
    kept = pairs.where(dated & (house[one] * house[other] > 0) & (house[one] != house[other]) & (pairs.cosine >= NEAR))
    found = zip(kept.one.tolist(), kept.other.tolist(), kept.cosine.tolist(), strict=True)
    return [(one, other, cosine) for one, other, cosine in found if told.isdisjoint((one, other))]


def _links(
    some: Sequence[tuple[int, int, float]], bursts: _Bursts, neighbours: Neighbours, ranked: Sequence[Analysis]
) -> Iterator[tuple[int, int]]:
    """Those of ``some`` pairs that open with one news."""
    for one, other, cosine in some:
        if bursts.worth(one, other) < ENOUGH or _of_two_events(one, other, bursts.terms, ranked):
            continue
        both = frozenset((one, other))
        if cosine >= APART * sum(neighbours.outside(number, both) for number in both) / 2:
            yield one, other


def _of_two_events(one: int, other: int, terms: Sequence[Terms], ranked: Sequence[Analysis]) -> bool:
    """Whether each headline names what the other report does not: two towns, two companies.

    A person who speaks in the report is not what it is about: anybody may have a word on the event.
    """
    first, second = terms[one], terms[other]
    ours, theirs = first.titular - second.counts.keys(), second.titular - first.counts.keys()
    strange = bool(ours and theirs and ours - _quoted(ranked[one]) and theirs - _quoted(ranked[other]))
    return strange or are_of_two(first, second)


def _quoted(analysis: Analysis) -> frozenset[str]:
    """The words of the names of those who speak in an article."""
    people = [speaker for speaker in analysis.speakers if speaker.kind is SpeakerKind.PERSON]
    forms = (spelling.form.lower() for speaker in people for spelling in speaker.spellings)
    return frozenset(word for form in forms for word in _WORD.findall(form))


def _further(stories: Sequence[Story], bursts: _Bursts, told: frozenset[int]) -> Mapping[Story, list[int]]:
    """Which articles that are not ``told`` hold the news of one of ``stories``, of that which they hold most of."""
    best: dict[int, tuple[float, Story]] = {}
    for story in stories:
        for number, worth in bursts.holders(story):
            if number not in told and worth > best.get(number, (0.0, story))[0]:
                best[number] = worth, story
    found: dict[Story, list[int]] = defaultdict(list)
    for number, (_, story) in best.items():
        found[story].append(number)
    return found


class _Bursts:
    """On which days the words are read that reports open with, and by whom."""

    def __init__(self, corpus: Corpus, some: Sequence[tuple[int, int, float]]) -> None:
        """Of the words that both of one of these pairs open with."""
        self._corpus = corpus
        self.terms = terms = corpus.terms
        made = corpus.columns
        self._days = np.array([one.day or 0 for one in terms], dtype=np.int64)
        self._all = self._days[self._days > 0]
        words = sorted({word for one, other, _ in some for word in terms[one].opening & terms[other].opening})
        numbers = np.array([made.words[word] for word in words], dtype=made.word.dtype)
        marked = np.zeros(len(made.words), dtype=np.bool_)
        marked[numbers] = True
        owner = np.repeat(np.arange(len(terms)), made.sizes)
        kept = marked[made.word] & (self._days[owner] > 0)
        held, owner = made.word[kept], owner[kept]
        order = np.lexsort((owner, self._days[owner], held))
        self._owner = owner[order]
        first, last = (np.searchsorted(held[order], numbers, side=side).tolist() for side in ("left", "right"))
        self._place = {word: slice(*place) for word, *place in zip(words, first, last, strict=True)}
        """Where the holders of each word stand in ``_owner``."""
        self._worth: dict[tuple[int, int], float] = {}
        self._found: dict[tuple[str, int], bool] = {}

    def worth(self, one: int, other: int) -> float:
        """What the words are worth that two reports open with and that burst in their days; 0 without a headline's."""
        both = (min(one, other), max(one, other))
        if both not in self._worth:
            first, second = (self.terms[number] for number in both)
            shared = first.opening & second.opening
            named, headed = shared & first.names & second.names, shared & (first.heading | second.heading)
            found = self._bursting(one, shared, self._middle(both)) if named and headed else {}
            told = not (named.isdisjoint(found) or headed.isdisjoint(found))
            self._worth[both] = _sum(found) if told else 0.0
        return self._worth[both]

    def between(self, some: Story, others: Story) -> float:
        """The mean worth of ``some`` reports with those of ``others`` that are of their days."""
        near = [pair for pair in product(some, others) if abs(self._days[pair[0]] - self._days[pair[1]]) <= DAYS]
        return sum(self.worth(*pair) for pair in near) / len(near) if near else 0.0

    def holders(self, story: Story) -> Iterator[tuple[int, float]]:
        """The articles of its days that hold enough of what most reports of ``story`` open with, and its worth."""
        opened = Counter(word for number in story for word in self.terms[number].opening)
        news = [word for word, count in opened.items() if count > 1 and count >= MOST * len(story)]
        middle = self._middle(story)
        held: dict[int, dict[str, float]] = defaultdict(dict)
        for word, rarity in self._bursting(story[0], news, middle).items():
            for number in self._around(word, middle):
                held[number][word] = rarity
        for number, found in held.items():
            one = self.terms[number]
            if _sum(found) >= OF_ONE_MORE and not one.opening.isdisjoint(found) and not one.tabular:
                yield number, _sum(found)

    def _middle(self, story: Story) -> int:
        return int(sum(self._days[number] for number in story if self._days[number])) // len(story)

    def _bursting(self, number: int, words: Iterable[str], day: int) -> dict[str, float]:
        """Those of ``words`` that burst around ``day``, and the share of articles that hold each."""
        shares = {word: self._corpus.rarity(number, word) for word in words if word in self._place}
        return {word: share for word, share in shares.items() if 0 < share < COMMON and self._bursts(word, day)}

    def _bursts(self, word: str, day: int) -> bool:
        if (word, day) not in self._found:
            own = self._days[self._owner[self._place[word]]]
            inside, of_all = (np.count_nonzero(np.abs(days - day) <= DAYS) for days in (own, self._all))
            elsewhere = (len(own) - inside + 1) / (len(self._all) - of_all + 1)
            self._found[word, day] = bool(inside >= LIFT * elsewhere * of_all)
        return self._found[word, day]

    def _around(self, word: str, day: int) -> list[int]:
        """The holders of ``word`` in the days around ``day``."""
        own = self._owner[self._place[word]]
        return [int(number) for number in own[np.abs(self._days[own] - day) <= DAYS]]


def _sum(found: Mapping[str, float]) -> float:
    """What words held by these shares of articles are worth, the most common form of a word once."""
    forms = {word[:STEM]: share for word, share in sorted(found.items(), key=lambda pair: (pair[1], pair[0]))}
    return sum(sorted(-math.log(share) for share in forms.values()))
