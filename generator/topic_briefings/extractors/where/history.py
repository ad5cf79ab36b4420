"""File what two states have had under one name: cities of a state that is no more, offices of a federation."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from topic_briefings.extractors.where.disambiguation import Place
from topic_briefings.extractors.where.passing import BACK, attributes
from topic_briefings.models import Part

SUCCESSORS = {
    "RU": "SU",
    "RS": "YU",
    "HR": "YU",
    "SI": "YU",
    "BA": "YU",
    "MK": "YU",
    "ME": "YU",
    "CZ": "CS",
    "SK": "CS",
}
"""The historic state that a country belonged to while that state stood."""
ENDED = {"SU": dt.date(1991, 12, 26), "YU": dt.date(1992, 4, 27), "CS": dt.date(1993, 1, 1)}


def as_called_then(places: list[Place], published: dt.date | None, texts: Mapping[Part, str]) -> list[Place]:
    """``places`` as a paper of the day would file them.

    A dated article decides by its date. An undated one is taken to be of that time when it names the historic
    state and never its successor, nor tells of its end: "since the break-up of the Soviet Union".
    """
    codes = {place.code for place in places}
    named = {place.code for place in places if place.how in ("name", "demonym")}
    named -= {place.code for place in places if place.code in ENDED and _is_bygone(place, texts[place.part])}
    then = {
        code: old
        for code, old in SUCCESSORS.items()
        if code in codes and (published < ENDED[old] if published else old in named and code not in named)
    }
    if not then:
        return places
    return [
        Place(span=place.span, part=place.part, code=then.get(place.code, place.code), how=place.how)
        for place in places
    ]


def _is_bygone(place: Place, text: str) -> bool:
    """Whether the words before a state's name say that it is no more."""
    return _bygone().search(text, max(0, place.span.start - BACK), place.span.start) is not None


@cache
def _bygone() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{attributes()['bygone']}) \Z", re.IGNORECASE)


FEDERATIONS = ("AT", "CH")
"""Countries whose federal offices are called as Germany's are: "Bundeskanzler", "Bundesrat"."""


def of_one_federation(places: list[Place], texts: Mapping[Part, str]) -> list[Place]:
    """``places`` with the offices and leagues of a federation ("Bundes…") under the one that the text names most."""
    offices = {
        place for place in places if place.how == "metonym" and place.span.of(texts[place.part]).startswith("Bundes")
    }
    named = Counter(place.code for place in places if place not in offices)
    federation = max(FEDERATIONS, key=lambda code: (named[code], code))
    if not offices or named[federation] <= max(1, named["DE"]):
        return places
    return [
        Place(span=place.span, part=place.part, code=federation, how=place.how) if place in offices else place
        for place in places
    ]
