"""Which other articles a reader may want next, and why.

Articles are compared by what they were filed under: focus countries, topics, voices, keyphrases. A thing in
common counts for more the fewer articles have it (inverse document frequency, Spärck Jones 1972), so a shared
voice or a shared rare phrase outweighs a shared "politics".
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from topic_briefings.models import Analysis, Related, Role, Tie, TieKind

MOST = 4
ENOUGH = 2.0
"""The least weight in common, in natural-log units, and never one thing alone: two articles on Japan are not
related by that."""
TOO_COMMON = 200
"""A tie held by more articles than this adds weight but brings no candidate, which keeps the work linear."""
SHOWN = 3


def relate(analyses: Sequence[Analysis], voices: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[Related, ...]]:
    """For each article id, at most ``MOST`` other articles, the closest first.

    ``voices`` gives the names of the voices quoted in each article id.
    """
    ties = {analysis.article.id: _ties(analysis, voices.get(analysis.article.id, ())) for analysis in analyses}
    holders: dict[Tie, set[str]] = defaultdict(set)
    for article_id in ties:
        for tie in ties[article_id]:
            holders[tie].add(article_id)
    weights = {tie: math.log((1 + len(ties)) / len(at)) for tie, at in holders.items() if len(at) > 1}
    return {article_id: _closest(article_id, ties, holders, weights) for article_id in ties}


def _ties(analysis: Analysis, voices: tuple[str, ...]) -> tuple[Tie, ...]:
    found = [Tie(kind=TieKind.COUNTRY, key=c.code) for c in analysis.countries if c.role is Role.FOCUS]
    found += [Tie(kind=TieKind.TOPIC, key=topic.id) for topic in analysis.topics]
    found += [Tie(kind=TieKind.VOICE, key=name) for name in voices]
    said = _said_already(analysis)
    phrases = (phrase.text.lower() for phrase in analysis.keyphrases)
    found += [Tie(kind=TieKind.KEYPHRASE, key=phrase) for phrase in phrases if phrase not in said]
    return tuple(dict.fromkeys(found))


def _said_already(analysis: Analysis) -> set[str]:
    """The words that a country or the outlet ties articles by already."""
    article = analysis.article
    named = {m.span.of(article.part(m.part)).lower() for country in analysis.countries for m in country.mentions}
    return named | {(article.outlet or "").lower()}


def _closest(
    article_id: str,
    ties: Mapping[str, tuple[Tie, ...]],
    holders: Mapping[Tie, set[str]],
    weights: Mapping[Tie, float],
) -> tuple[Related, ...]:
    own = sorted((tie for tie in ties[article_id] if tie in weights), key=lambda t: (-weights[t], t.kind, t.key))
    others = {other for tie in own if len(holders[tie]) <= TOO_COMMON for other in holders[tie]} - {article_id}
    common: dict[str, list[Tie]] = {other: [] for other in others}
    for tie in own:
        for other in holders[tie] & others:
            common[other].append(tie)
    scores = {other: sum(weights[tie] for tie in shared) for other, shared in common.items()}
    near = (other for other in others if len(common[other]) > 1 and scores[other] >= ENOUGH)
    ranked = sorted(near, key=lambda o: (-scores[o], o))
    return tuple(Related(article_id=other, ties=tuple(common[other][:SHOWN])) for other in ranked[:MOST])
