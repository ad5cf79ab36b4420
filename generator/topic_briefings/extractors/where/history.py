"""File cities of a state that is no more under that state, in articles of its time."""

from __future__ import annotations

import datetime as dt

from topic_briefings.extractors.where.disambiguation import Place

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


def as_called_then(places: list[Place], published: dt.date | None) -> list[Place]:
    """``places`` as a paper of the day would file them.

    A dated article decides by its date. An undated one is taken to be of that time when it names the historic
    state and never its successor.
    """
    codes = {place.code for place in places}
    named = {place.code for place in places if place.how in ("name", "demonym")}
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
