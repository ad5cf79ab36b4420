"""Settle what each phrase stands for, by the words beside it and the other places of the article."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest
from math import log1p

from generator.extractors.where.matching import Hit
from generator.knowledge.places import NOWHERE, Sense, given_names
from generator.models import Part, Span

OWN_EVIDENCE = 1.5
"""How much other mentions of a country, found without doubt, add to a sense (times the logarithm of their number)."""
NEIGHBOUR_EVIDENCE = 0.8
"""What the presence of a neighbour adds to a sense."""

_BEFORE = re.compile(r"([^\W\d_][\w.'’-]*) \Z")
_AFTER = re.compile(r" ([^\W\d_][\w'’-]*)")
_PREPOSITION = re.compile(
    r"\b(?:in|from|to|near|of|at|into|across|throughout|outside|around|for|with|between|via) \Z", re.I
)

_CALENDAR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|may|june|july|august"
    r"|(?:sept|nov|dec)ember|october",
    re.I,
)

SUCCESSORS = {
    "RU": "SU",
    "YU": "YU",
    "RS": "YU",
    "HR": "YU",
    "SI": "YU",
    "BA": "YU",
    "MK": "YU",
    "ME": "YU",
    "CZ": "CS",
    "SK": "CS",
}
"""The historic state that a city belonged to while that state stood."""
ENDED = {"SU": dt.date(1991, 12, 26), "YU": dt.date(1992, 4, 27), "CS": dt.date(1993, 1, 1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words of the article that stand for a country."""

    span: Span
    part: Part
    code: str
    how: str


def settle(hits: Iterable[Hit], texts: Mapping[Part, str]) -> list[Place]:
    """The places that ``hits`` stand for; those that stand for no place are left out."""
    found = list(hits)
    surnames = {hit.span.of(texts[hit.part]) for hit in found if _is_surname(hit, texts[hit.part])}
    kept = [hit for hit in found if not _names_a_person(hit, texts[hit.part], surnames)]
    evidence = _evidence(kept)
    places = []
    for hit, following in zip_longest(kept, kept[1:]):
        sense = _adjacent(hit, following, texts[hit.part]) or _likeliest(hit, evidence, texts[hit.part])
        if sense.code != NOWHERE:
            places.append(Place(span=hit.span, part=hit.part, code=sense.code, how=sense.how))
    return places


def as_called_then(places: list[Place], published: dt.date | None) -> list[Place]:
    """``places`` with cities of a state that no longer exists filed under that state.

    A dated article decides by its date. An undated one is taken to be of that time when it names the historic
    state and never its successor.
    """
    named = {place.code for place in places if place.how in ("name", "demonym")}

    def then(code: str) -> str:
        old = SUCCESSORS.get(code)
        if old is None:
            return code
        standing = published < ENDED[old] if published else old in named and code not in named
        return old if standing else code

    return [replace(place, code=then(place.code)) for place in places]


def _evidence(hits: Iterable[Hit]) -> Counter[str]:
    """How often each country is named by words that have one sense only."""
    return Counter(hit.entry.senses[0].code for hit in hits if len(hit.entry.senses) == 1)


def _is_surname(hit: Hit, text: str) -> bool:
    """Whether a given name or a form of address stands right before a single word."""
    if " " in hit.span.of(text) or hit.entry.exact:
        return False
    before = _BEFORE.search(text, max(0, hit.span.start - 24), hit.span.start)
    return before is not None and before[1].rstrip(".").lower() in given_names() and before[1][0].isupper()


def _names_a_person(hit: Hit, text: str, surnames: set[str]) -> bool:
    """Whether the hit is a person's name: here by the word before it, or elsewhere in the article.

    Where the article has a "Whitney Houston", a later "Houston" is hers unless a preposition of place stands
    before it.
    """
    if hit.span.of(text) not in surnames:
        return False
    return _is_surname(hit, text) or not _after_preposition(hit, text)


def _after_preposition(hit: Hit, text: str) -> bool:
    return _PREPOSITION.search(text, max(0, hit.span.start - 12), hit.span.start) is not None


def _adjacent(hit: Hit, following: Hit | None, text: str) -> Sense | None:
    """The state or country printed right after a town: "Paris, Texas"."""
    if following is None or following.part is not hit.part or text[hit.span.end : following.span.start] != ", ":
        return None
    if hit.entry.senses[0].how not in ("city", "capital", "name", "region") or len(following.entry.senses) > 1:
        return None
    sense = following.entry.senses[0]
    if sense.how not in ("region", "name") or (hit.entry.senses[0].how == "name" and sense.how == "name"):
        return None
    return replace(sense, how="city")


def _likeliest(hit: Hit, evidence: Counter[str], text: str) -> Sense:
    senses = hit.entry.senses
    if len(senses) == 1:
        return senses[0]

    def score(sense: Sense) -> tuple[float, str]:
        near = any(evidence[code] for code in sense.neighbours)
        known = OWN_EVIDENCE * log1p(evidence[sense.code]) + NEIGHBOUR_EVIDENCE * near
        if sense.code == NOWHERE:
            known = _looks_like_a_person(hit, text)
        return sense.weight * (1 + known), sense.code

    return max(senses, key=score)


def _looks_like_a_person(hit: Hit, text: str) -> float:
    """What the neighbouring words add to the sense that is no place."""
    after = _AFTER.match(text, hit.span.end)
    if after and after[1][0].isupper() and not after[1].isupper() and not _CALENDAR.fullmatch(after[1]):
        return 2.0
    return -0.5 if _after_preposition(hit, text) else 0.0
