"""Which other articles a reader may want next, and why.

The mates of an article come first: the other reports of its story. All others are compared by what they were filed
under: focus countries, topics, voices, keyphrases. A thing in common counts for more the fewer articles have it
(inverse document frequency, Spärck Jones 1972), so a shared voice or a shared rare phrase outweighs a shared
"politics"; and the more days lie between two articles, the less it counts, down to what background is worth.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from heapq import nsmallest
from itertools import islice

from topic_briefings.gathering.stories.telling import Told
from topic_briefings.models import Analysis, Related, Role, Tie, TieKind

MOST = 4
ENOUGH = 2.0
"""The least weight in common, in natural-log units, and never one thing alone: two articles on Japan are not
related by that."""
TOO_COMMON = 200
"""A tie held by more articles than this adds weight but brings no candidate, which keeps the work linear."""
SHOWN = 3
FADES = 14
"""Days after which two articles are worth half to each other."""
BACKGROUND = 0.25
"""What is left however long ago: as much as makes an old article come first only where much is shared."""
UNDATED = 30
"""Days that are taken to lie between two articles of which one has no date."""

_TELLING = (TieKind.KEYPHRASE, TieKind.WORD, TieKind.VOICE, TieKind.TOPIC, TieKind.COUNTRY)


def relate(
    analyses: Sequence[Analysis], voices: Mapping[str, tuple[str, ...]], told: Told
) -> dict[str, tuple[Related, ...]]:
    """For each article id, at most ``MOST`` other articles: its mates, then the closest first.

    ``voices`` gives the names of the voices quoted in each article id, ``told`` the stories.
    """
    ties = {analysis.article.id: _ties(analysis, voices.get(analysis.article.id, ())) for analysis in analyses}
    holders: dict[Tie, set[str]] = defaultdict(set)
    for article_id in ties:
        for tie in ties[article_id]:
            holders[tie].add(article_id)
    weights = {tie: math.log((1 + len(ties)) / len(at)) for tie, at in holders.items() if len(at) > 1}
    days = {analysis.article.id: _day(analysis) for analysis in analyses}
    found = {}
    for article_id in ties:
        mates = _mates(article_id, ties, weights, told)
        known = {mate.article_id for mate in mates}
        others = _closest(article_id, ties, holders, weights, days, known)
        found[article_id] = (*mates, *islice(others, MOST - len(mates)))
    return found


def _day(analysis: Analysis) -> int | None:
    published = analysis.article.published
    return published.toordinal() if published else None


def _ties(analysis: Analysis, voices: tuple[str, ...]) -> tuple[Tie, ...]:
    """What the article is filed under, each thing once: a phrase that a country or a voice says already is none."""
    found = [Tie(kind=TieKind.COUNTRY, key=c.code) for c in analysis.countries if c.role is Role.FOCUS]
    found += [Tie(kind=TieKind.TOPIC, key=topic.id) for topic in analysis.topics]
    found += [Tie(kind=TieKind.VOICE, key=name) for name in voices]
    said = _said_already(analysis) | {name.lower() for name in voices}
    phrases = (phrase.text.lower() for phrase in analysis.keyphrases)
    found += [Tie(kind=TieKind.KEYPHRASE, key=phrase) for phrase in phrases if phrase not in said]
    return tuple(dict.fromkeys(found))


def _said_already(analysis: Analysis) -> set[str]:
    """The words that a country, a topic or the outlet ties articles by already."""
    article = analysis.article
    named = {m.span.of(article.part(m.part)).lower() for country in analysis.countries for m in country.mentions}
    return named | {topic.label.lower() for topic in analysis.topics} | {(article.outlet or "").lower()}


def _strongest(found: Sequence[Tie]) -> tuple[Tie, ...]:
    """The first ``SHOWN`` of ``found`` that do not repeat each other: "Minegishi" says no more than the full name.

    They stand by kind, the most telling first, and name: which is the rarest may change with any article that comes.
    """
    kept: list[Tie] = []
    for tie in found:
        own = set(tie.key.lower().split())
        if not any(own <= (said := set(other.key.lower().split())) or said <= own for other in kept):
            kept.append(tie)
    return tuple(sorted(kept[:SHOWN], key=lambda tie: (_TELLING.index(tie.kind), tie.key)))


def _mates(
    article_id: str, ties: Mapping[str, tuple[Tie, ...]], weights: Mapping[Tie, float], told: Told
) -> tuple[Related, ...]:
    found = []
    for mate in told.mates.get(article_id, ())[:MOST]:
        shared = sorted(set(ties[article_id]) & set(ties[mate]), key=lambda t: (-weights.get(t, 0.0), t.kind, t.key))
        word = told.words.get((article_id, mate))
        if not shared and word:
            shared = [Tie(kind=TieKind.WORD, key=word)]
        found.append(Related(article_id=mate, ties=_strongest(shared)))
    return tuple(found)


def _closest(
    article_id: str,
    ties: Mapping[str, tuple[Tie, ...]],
    holders: Mapping[Tie, set[str]],
    weights: Mapping[Tie, float],
    days: Mapping[str, int | None],
    known: Set[str],
) -> Iterator[Related]:
    """The closest first, but those that are ``known``."""
    own = sorted((tie for tie in ties[article_id] if tie in weights), key=lambda t: (-weights[t], t.kind, t.key))
    scores: dict[str, float] = {}
    more_than_one = set()
    for tie in own:  # the rarest first, so that those too common find all candidates there
        holding, weight = holders[tie], weights[tie]
        for other in holding if len(holding) <= TOO_COMMON else scores.keys() & holding:
            if other in scores:
                scores[other] += weight
                more_than_one.add(other)
            else:
                scores[other] = weight
    day = days[article_id]
    near = [(-scores[other] * _fading(day, days[other]), other) for other in more_than_one if scores[other] >= ENOUGH]
    for _, other in nsmallest(2 * MOST + 1, near):
        if other != article_id and other not in known:
            yield Related(article_id=other, ties=_strongest([tie for tie in own if other in holders[tie]]))


@lru_cache(maxsize=20_000)
def _fading(day: int | None, other: int | None) -> float:
    """What the time between two days leaves of what they have in common, ``BACKGROUND`` to 1."""
    apart = UNDATED if day is None or other is None else abs(day - other)
    return BACKGROUND + (1 - BACKGROUND) / (1 + apart / FADES)
