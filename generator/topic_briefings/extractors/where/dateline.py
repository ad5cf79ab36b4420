"""Read where an article was written: "TOKYO, March 3 (Agency) –"."""

from __future__ import annotations

from topic_briefings.extractors.where.disambiguation import Place
from topic_briefings.models import Part
from topic_briefings.text.datelines import dateline_end


def marked(places: list[Place], body: str) -> list[Place]:
    """``places`` with those of the dateline marked so, whether it was given apart or opens the body."""
    end = dateline_end(body, len(body) - len(body.lstrip()), len(body))
    given, inside = Part.DATELINE, Part.BODY
    return [
        Place(span=place.span, part=place.part, code=place.code, how="dateline")
        if place.part is given or (place.span.end <= end and place.part is inside)
        else place
        for place in places
    ]
