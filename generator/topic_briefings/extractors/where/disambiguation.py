"""Settle what each phrase stands for, by the words beside it and the other places of the article.

The senses of a name are weighed as in gazetteer-based toponym resolution: a prior by prominence, raised by other
mentions of the same country (one country a discourse: Leidner, "Toponym Resolution in Text", 2007).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from math import log1p
from typing import NamedTuple

from topic_briefings.extractors.where import frames
from topic_briefings.extractors.where.firms import without_firms
from topic_briefings.extractors.where.matching import Hit
from topic_briefings.extractors.where.own_towns import own_towns, without_civic_names
from topic_briefings.extractors.where.persons import AFTER, CALENDAR, without_persons
from topic_briefings.knowledge.places import divisions
from topic_briefings.knowledge.senses import CIVIC, NATIONAL, NOWHERE, Sense
from topic_briefings.knowledge.towns import towns
from topic_briefings.languages.en.lexicon import parts
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


class Place(NamedTuple):
    """Words of the article that stand for a country."""

    span: Span
    part: Part
    code: str
    how: str


def settle(hits: Iterable[Hit], texts: Mapping[Part, str]) -> list[Place]:
    """The places that ``hits`` stand for; those that stand for no place are left out."""
    alone: dict[bool, list[Hit]] = {True: [], False: []}
    for hit in hits:
        alone[frames.stands_alone(hit, texts[hit.part])].append(hit)
    found = _without_words(alone[True], texts)
    found = without_firms(without_civic_names(found), texts)
    evidence, local = _evidence(found)
    at_home = _at_home(found, local)
    kept = without_persons(
        [hit for hit in found if hit.entry.senses[0].how not in (CIVIC, NATIONAL)], texts, alone[False]
    )
    beside = [
        (hit, _adjacent(hit, following, texts[hit.part])) for hit, following in zip_longest(kept, kept[1:]) if hit
    ]
    settled = own_towns(kept, evidence, local, texts) | _settled_once(beside, evidence)
    located, listed = _located(kept, texts), _listed(kept, texts)
    places = []
    for hit, sense in beside:
        senses = hit.entry.senses
        if sense is None:
            sense = listed.get(id(hit)) or settled.get(hit.printed) or settled.get(hit.printed.casefold())
        if sense is None:
            may_be = [sense for sense in senses if sense.code != NOWHERE] if id(hit) in located else senses
            sense = (
                may_be[0]
                if len(may_be) == 1
                else _likeliest(
                    hit, may_be, evidence, at_home if senses[0].how == "capital" else local, texts[hit.part]
                )
            )
        if sense.code != NOWHERE:
            places.append(Place(span=hit.span, part=hit.part, code=sense.code, how=sense.how))
    return places


def _located(hits: list[Hit], texts: Mapping[Part, str]) -> set[int]:
    """Which of ``hits``, by their ids, name cities and something else, and can only be cities there: "in Split".

    A city that is a person's name too ("trust in Nancy") must stand so twice.
    """
    doubtful = [hit for hit in hits if {sense.how for sense in hit.entry.senses if sense.code == NOWHERE} & _NO_PLACE]
    inside = [
        hit
        for hit in doubtful
        if {sense.how for sense in hit.entry.senses} & _TOWNS and frames.is_inside(hit, texts[hit.part])
    ]
    often = Counter(hit.printed.lower() for hit in inside)
    return {id(hit) for hit in inside if often[hit.printed.lower()] > (hit.entry.senses[-1].how == "person")}


def _listed(hits: list[Hit], texts: Mapping[Part, str]) -> dict[int, Sense]:
    """The countries meant where names of several senses stand in a list of countries: "Israel, Jordan and Egypt"."""
    found: dict[int, Sense] = {}
    for last, hit, following in zip(hits, hits[1:], hits[2:], strict=False):
        country = next((sense for sense in hit.entry.senses if sense.how == "name"), None)
        if country is None or len(hit.entry.senses) < 2 or not last.part is hit.part is following.part:
            continue
        text = texts[hit.part]
        between = text[last.span.end : hit.span.start], text[hit.span.end : following.span.start]
        if _LISTING.issuperset(between) and _is_a_country(last) and _is_a_country(following):
            found[id(hit)] = country
    return found


def _is_a_country(hit: Hit) -> bool:
    return len(hit.entry.senses) == 1 and hit.entry.senses[0].how == "name"


_LISTING = frozenset([", ", " and ", ", and "])
_NO_PLACE = frozenset(["person", "other"])
_TOWNS = frozenset(["city", "capital"])


def _settled_once(beside: list[tuple[Hit, Sense | None]], evidence: Mapping[str, float]) -> dict[str, Sense]:
    """The towns that a state was printed beside: where their name stands alone, they are meant again.

    Not where two states were, nor where the article names the country of the name's greatest place by other words.
    Names are in small letters, since a dateline may have it in capitals.
    """
    told = _longer(beside)
    for hit, sense in beside:
        if sense is not None and sense.code != hit.entry.senses[0].code:
            own = evidence.get(hit.entry.senses[0].code, 0) - (len(hit.entry.senses) == 1) * sum(
                1 for other, _ in beside if other.printed.casefold() == hit.printed.casefold()
            )
            if own <= 0:
                told[hit.printed.casefold()].add(sense)
    return {name: next(iter(senses)) for name, senses in told.items() if len(senses) == 1}


def _longer(beside: list[tuple[Hit, Sense | None]]) -> dict[str, set[Sense]]:
    """The towns whose name is begun by another's that the article prints: "Santiago" of "Santiago de Cuba"."""
    told: dict[str, set[Sense]] = defaultdict(set)
    first = {hit.printed: hit.entry.senses[0] for hit, _ in beside}
    for whole, sense in first.items():
        name = whole.partition(" ")[0]
        if name != whole and name in first and sense.how in _TOWNS and sense.code != first[name].code:
            told[name.casefold()].add(sense)
    return told


def _without_words(hits: list[Hit], texts: Mapping[Part, str]) -> list[Hit]:
    """``hits`` less the words that the article also prints in lower case, and with a capital only to open a sentence.

    "Turkey is dry" beside "a roast turkey" names no country.
    """
    inside = {hit.printed for hit in hits if not frames.opens(hit)}
    first: dict[str, Hit] = {}
    for hit in hits:
        first.setdefault(hit.printed, hit)
    words = {
        printed
        for printed, hit in first.items()
        if printed not in inside and not hit.entry.exact and parts(printed.lower()) and _was_a_word(hit, texts)
    }
    return [hit for hit in hits if hit.printed not in words]


def _was_a_word(hit: Hit, texts: Mapping[Part, str]) -> bool:
    """Whether the text has printed it in lower case before."""
    return re.search(rf"\b{re.escape(hit.printed.lower())}\b", texts[hit.part][: hit.span.start]) is not None


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
        elif sense.how == "region" and hit.entry.senses[-1].how != "person":
            local[sense.code] += STATE / 2 * (id(hit.entry) not in terms)
            terms.add(id(hit.entry))
        last = hit.span.end if len(hit.entry.senses) > 1 else -1
    return evidence, local


def _at_home(hits: list[Hit], local: Mapping[str, float]) -> Mapping[str, float]:
    """The ``local`` evidence less that of the states of a country of which several are named, as in its politics."""
    states: dict[str, list[str]] = defaultdict(list)
    for hit in hits:
        if hit.entry.senses[0].how == "region" and len(hit.entry.senses) == 1 and not hit.printed.endswith(_COUNTY):
            states[hit.entry.senses[0].code].append(hit.printed)
    far = {code: STATE * len(named) for code, named in states.items() if len(set(named)) > 1}
    return {code: worth - far.get(code, 0) for code, worth in local.items()}


_COUNTY = (" County", " county")


def _adjacent(hit: Hit, following: Hit | None, text: str) -> Sense | None:
    """The state or country printed right after a town: "Paris, Texas".

    A country after a comma may as well be the next of a list ("London, Singapore and Tokyo"), and so may a state
    after a state: a country counts only where it has a place of that name, a state only after a town.
    """
    if following is None or following.part is not hit.part:
        return None
    between = text[hit.span.end : following.span.start]
    if _INSIDE_OF.fullmatch(between):
        return _inside(hit, following)
    if between != ", ":
        return None
    how, own = hit.entry.senses[0].how, {sense.code for sense in hit.entry.senses}
    if how not in ("city", "capital", "name", "region"):
        return None
    alone = len(following.entry.senses) == 1
    county = how in _TOWNS and following.entry.senses[0].code in divisions().get(following.printed.lower(), ())
    for sense in following.entry.senses:
        if sense.how == "area" and county and (sense.code in own or _has_a_town(sense.code, hit)):
            return Sense(code=sense.code, how="city")  # "Wellington, Somerset"
        if sense.code in own or (alone and how in _TOWNS and sense.how == "name" and _has_a_town(sense.code, hit)):
            counts = how != "region" and (how != "name" or sense.how == "region")
        else:
            known = alone or (how in _TOWNS and _has_a_town(sense.code, hit))
            counts = how in ("city", "capital", "region") and sense.how == "region" and known
        if counts and sense.how in ("region", "name"):
            return Sense(code=sense.code, how="city")
    return None


_INSIDE_OF = re.compile(r" in (?:the )?(?:(?:north|south|east|west)(?:[a-z]*ern)? |central )?")


def _inside(hit: Hit, following: Hit) -> Sense | None:
    """The country in which a town is said to lie, where one of that name does: "Tripoli in northern Lebanon".

    Or in whose province it does: "Bethlehem in Limpopo".
    """
    country = following.entry.senses[0]
    if country.how not in ("name", "region") or hit.entry.senses[0].how not in _TOWNS:
        return None
    known = any(sense.code == country.code for sense in hit.entry.senses) or _has_a_town(country.code, hit)
    return Sense(code=country.code, how="city") if known else None


def _has_a_town(code: str, hit: Hit) -> bool:
    return any(code == other for other, _ in towns().get(hit.printed.lower(), ()))


def _likeliest(
    hit: Hit, senses: Sequence[Sense], evidence: Mapping[str, float], local: Mapping[str, float], text: str
) -> Sense:
    """The one of ``senses`` with the greatest weight; ties end in the code.

    A lesser namesake of a capital is supported by its country's states alone: an article that names the United
    States is not for that set in Paris, Texas; one that names Texas may be. Of two cities of like rank the country
    as a whole speaks for its own, at a discount.
    """
    first = hit.entry.senses[0]

    def score(sense: Sense) -> tuple[float, str]:
        near = any(evidence.get(code) for code in sense.neighbours)
        if sense.code == NOWHERE:
            return sense.weight * (1 + _looks_like_a_person(hit, text) + NEIGHBOUR_EVIDENCE * near), sense.code
        own = evidence.get(sense.code, 0)
        if sense.how == "city" and sense is not first:
            alike = first.how == "city" and sense.weight >= first.weight / 2
            own = max(local.get(sense.code, 0), WHOLE * own if alike else 0)
        known = OWN_EVIDENCE * log1p(own) + NEIGHBOUR_EVIDENCE * near
        return sense.weight * (1 + known), sense.code

    return max(senses, key=score)


def _looks_like_a_person(hit: Hit, text: str) -> float:
    """What the neighbouring words add to the sense that is no place."""
    after = AFTER.match(text, hit.span.end)
    if after and after[1][0].isupper() and not after[1].isupper() and not CALENDAR.fullmatch(after[1]):
        return 2.0
    return -0.5 if frames.is_preposition(hit.before) else 0.0
