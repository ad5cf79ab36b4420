"""Read where an article was written: "TOKYO, March 3 (Agency) –"."""

from __future__ import annotations

import re

from topic_briefings.extractors.where.disambiguation import Place
from topic_briefings.models import Part

_DATELINE = re.compile(
    r"\s{0,3}([A-Z][A-Z.'’\- ]{2,40}(?:, ?[A-Z][\w. ]{1,30}){0,3}(?: \([^)\n]{2,40}\))? ?(?:-{1,2}|–|—|:) )"
)
"""A town in capitals, maybe a state or country, a date and an agency, then a dash. Bounded throughout."""


def marked(places: list[Place], body: str) -> list[Place]:
    """``places`` with those of the dateline marked so, whether it was given apart or opens the body."""
    opening = _DATELINE.match(body)
    end = opening.end() if opening else 0
    return [
        Place(span=place.span, part=place.part, code=place.code, how="dateline")
        if place.part is Part.DATELINE or (place.part is Part.BODY and place.span.end <= end)
        else place
        for place in places
    ]
