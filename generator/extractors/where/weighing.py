"""Weigh the places of an article: salience, and whether the article is about a country or only names it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.extractors.where.disambiguation import Place
from generator.models import CountryMention, CountryTag, Part, Role
from generator.text.document import Document

HOW = {
    "name": 1.0,
    "demonym": 0.8,
    "capital": 0.9,
    "metonym": 0.8,
    "institution": 0.6,
    "city": 0.7,
    "region": 0.7,
    "area": 0.7,
    "dateline": 1.0,
}
"""What one mention is worth by how it was named."""
HEADLINE, OPENING = 4.0, 2.0
"""How much more a mention counts in the headline and in the first paragraph."""
FOCUS = 0.5
"""A country is in focus from this share of the first one's weight."""
MOST_FOCUS = 3


def weigh(places: list[Place], document: Document) -> Iterator[CountryTag]:
    """A tag for each country, most salient first."""
    grouped: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        grouped[place.code].append(place)
    opening = _opening(document.body)
    weights = {code: sum(_worth(place, opening) for place in found) for code, found in grouped.items()}
    top = max(weights.values(), default=0.0)
    for rank, code in enumerate(sorted(weights, key=lambda code: (-weights[code], code))):
        focus = rank < MOST_FOCUS and weights[code] >= FOCUS * top
        yield CountryTag(
            code=code,
            salience=weights[code] / (weights[code] + 1.0) if top else 0.0,
            role=Role.FOCUS if focus else Role.MENTIONED,
            mentions=tuple(CountryMention(span=p.span, part=p.part, how=p.how) for p in grouped[code]),
        )


def _opening(body: str) -> int:
    """Where the first paragraph ends."""
    end = body.find("\n")
    return len(body) if end < 0 else end


def _worth(place: Place, opening: int) -> float:
    worth = HOW[place.how]
    if place.part is Part.HEADLINE:
        return worth * HEADLINE
    if place.part is Part.BODY and place.span.start < opening:
        return worth * OPENING
    return worth
