"""Settle what each phrase stands for, by the words beside it and the other places of the article.

The senses of a name are weighed as in gazetteer-based toponym resolution: a prior by prominence, raised by other
mentions of the same country (one country a discourse: Leidner, "Toponym Resolution in Text", 2007).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import zip_longest
from math import log1p
from typing import NamedTuple

from topic_briefings.extractors.where import frames
from topic_briefings.extractors.where.matching import Hit
from topic_briefings.knowledge.places import given_names, named_for_places, ordinary_words
from topic_briefings.knowledge.senses import CIVIC, NATIONAL, NOWHERE, Sense
from topic_briefings.models import Part, Span

OWN_EVIDENCE = 3.0
"""How much other mentions of a country add to a sense, times the logarithm of their number."""
STATE, CIVIC_TERM = 0.6, 0.25
"""What the name of a state and what a civic term add to a country's local evidence."""
AFTER_NAME = 0.75
"""What it adds when it stands right after a name of several senses."""
WHOLE = 0.5
"""What a mention of the country as a whole is worth to a lesser namesake of an ordinary city; of a capital, nothing."""
NEIGHBOUR_EVIDENCE = 0.8
"""What the presence of a neighbour adds to a sense."""

_SPOKE = frozenset(["said", "says", "told", "asked", "added"])
_AFTER = re.compile(r" ([^\W\d_][\w'’-]*)")
_CALENDAR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|may|june|july|august"
    r"|(?:sept|nov|dec)ember|october",
    re.I,
)


class Place(NamedTuple):
    """Words of the article that stand for a country."""

    span: Span
    part: Part
    code: str
    how: str


def settle(hits: Iterable[Hit], texts: Mapping[Part, str]) -> list[Place]:
    """The places that ``hits`` stand for; those that stand for no place are left out."""
    found = [hit for hit in hits if frames.stands_alone(hit, texts[hit.part])]
    evidence, local = _evidence(found)
    kept = _without_persons([hit for hit in found if hit.entry.senses[0].how not in (CIVIC, NATIONAL)], texts)
    places = []
    for hit, following in zip_longest(kept, kept[1:]):
        senses = hit.entry.senses
        sense = _adjacent(hit, following, texts[hit.part])
        if sense is None:
            sense = senses[0] if len(senses) == 1 else _likeliest(hit, evidence, local, texts[hit.part])
        if sense.code != NOWHERE:
            places.append(Place(span=hit.span, part=hit.part, code=sense.code, how=sense.how))
    return places


def _evidence(hits: list[Hit]) -> tuple[dict[str, float], dict[str, float]]:
    """How often each country is named by words with one sense only, and how much its local life is.

    Local are the states and counties of a country and, each once, the civic terms that only its papers use; a
    term right after a name is worth more ("Paris Police Department").
    """
    evidence: dict[str, float] = defaultdict(float)
    local: dict[str, float] = defaultdict(float)
    terms: set[int] = set()
    last = -1
    for hit in hits:
        sense = hit.entry.senses[0]
        if sense.how == CIVIC:
            worth = CIVIC_TERM * (id(hit.entry) not in terms) + AFTER_NAME * (hit.span.start == last + 1)
            terms.add(id(hit.entry))
            evidence[sense.code] += worth
            local[sense.code] += worth
        elif sense.how != NATIONAL and len(hit.entry.senses) == 1:
            evidence[sense.code] += 1
            local[sense.code] += STATE * (sense.how == "region")
        last = hit.span.end if len(hit.entry.senses) > 1 else -1
    return evidence, local


def _without_persons(hits: list[Hit], texts: Mapping[Part, str]) -> list[Hit]:
    """``hits`` less those that are a person's name: here by the word before, or elsewhere in the article.

    Where the article has a "Whitney Houston", a later "Houston" is hers unless a preposition of place stands
    before it.
    """
    named: list[tuple[Hit, bool]] = []
    for hit in hits:
        goes_on = bool(named) and named[-1][1] and _continues(named[-1][0], hit)
        named.append((hit, goes_on or _is_surname(hit) or _is_given_name(hit, texts[hit.part])))
    surnames = {hit.printed for hit, surname in named if surname and _may_be_shadowed(hit)}
    return [
        hit
        for hit, surname in named
        if not surname and (hit.printed not in surnames or frames.is_preposition(hit.before))
    ]


def _may_be_shadowed(hit: Hit) -> bool:
    """Whether a person of that name may stand for every later mention: not for a country's only name."""
    return len(hit.entry.senses) > 1 or hit.entry.senses[0].how not in ("name", "demonym")


def _is_surname(hit: Hit) -> bool:
    """Whether a given name, an initial or a form of address stands right before a single word."""
    if not hit.before[:1].isupper() or hit.entry.exact or " " in hit.printed:
        return False
    return hit.before.rstrip(".").lower() in given_names()


def _continues(person: Hit, hit: Hit) -> bool:
    """Whether ``hit`` is the rest of a name: "Poland" in "Sgt. Israel Poland"."""
    return person.part is hit.part and hit.span.start == person.span.end + 1 and hit.before == person.printed


def _is_given_name(hit: Hit, text: str) -> bool:
    """Whether a surname follows: after a name that persons bear too ("Sofia Lind"), or after "said".

    A surname is a capitalised word that is no ordinary word of the language: "Paris Agreement" is no person,
    nor is a name that goes on ("India Meteorological Department").
    """
    names = hit.printed.lower() in named_for_places() and not frames.is_preposition(hit.before)
    if hit.entry.senses[0].how == "demonym" or not (names or hit.before in _SPOKE):
        return False
    after = _AFTER.match(text, hit.span.end)
    if after is None or not after[1][0].isupper() or after[1].isupper():
        return False
    if text[after.end() : after.end() + 1] == " " and text[after.end() + 1 : after.end() + 2].isupper():
        return False
    return after[1].lower() not in ordinary_words() and not _CALENDAR.fullmatch(after[1])


def _adjacent(hit: Hit, following: Hit | None, text: str) -> Sense | None:
    """The state or country printed right after a town: "Paris, Texas".

    A country after a comma may as well be the next of a list ("London, Singapore and Tokyo"), and so may a state
    after a state: a country counts only where it has a place of that name, a state only after a town.
    """
    if following is None or following.part is not hit.part or text[hit.span.end : following.span.start] != ", ":
        return None
    how, own = hit.entry.senses[0].how, {sense.code for sense in hit.entry.senses}
    if how not in ("city", "capital", "name", "region"):
        return None
    alone = len(following.entry.senses) == 1
    for sense in following.entry.senses:
        if sense.code in own:
            counts = how != "region" and (how != "name" or sense.how == "region")
        else:
            counts = how in ("city", "capital", "region") and sense.how == "region" and alone
        if counts and sense.how in ("region", "name"):
            return Sense(code=sense.code, how="city")
    return None


def _likeliest(hit: Hit, evidence: Mapping[str, float], local: Mapping[str, float], text: str) -> Sense:
    """The sense with the greatest weight; ties end in the code.

    A lesser namesake of a capital is supported by its country's states alone: an article that names the United
    States is not for that set in Paris, Texas; one that names Texas may be. Of two cities of like rank the country
    as a whole speaks for its own, at a discount.
    """
    first = hit.entry.senses[0]

    def score(sense: Sense) -> tuple[float, str]:
        if sense.code == NOWHERE:
            return sense.weight * (1 + _looks_like_a_person(hit, text)), sense.code
        own = evidence.get(sense.code, 0)
        if sense.how == "city" and sense is not first:
            own = max(
                local.get(sense.code, 0), WHOLE * own if first.how == "city" and sense.weight >= first.weight / 2 else 0
            )
        near = any(evidence.get(code) for code in sense.neighbours)
        known = OWN_EVIDENCE * log1p(own) + NEIGHBOUR_EVIDENCE * near
        return sense.weight * (1 + known), sense.code

    return max(hit.entry.senses, key=score)


def _looks_like_a_person(hit: Hit, text: str) -> float:
    """What the neighbouring words add to the sense that is no place."""
    after = _AFTER.match(text, hit.span.end)
    if after and after[1][0].isupper() and not after[1].isupper() and not _CALENDAR.fullmatch(after[1]):
        return 2.0
    return -0.5 if frames.is_preposition(hit.before) else 0.0
