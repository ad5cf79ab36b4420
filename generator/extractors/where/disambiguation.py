"""Settle what each phrase stands for, by the words beside it and the other places of the article.

The senses of a name are weighed as in gazetteer-based toponym resolution: a prior by prominence, raised by other
mentions of the same country (one country a discourse: Leidner, "Toponym Resolution in Text", 2007).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from math import log1p

from generator.extractors.where.matching import Hit
from generator.knowledge.gazetteer import NOWHERE, Sense
from generator.knowledge.places import given_names
from generator.models import Part, Span

OWN_EVIDENCE = 3.0
"""How much other mentions of a country add to a sense, times the logarithm of their number."""
NEIGHBOUR_EVIDENCE = 0.8
"""What the presence of a neighbour adds to a sense."""

_BEFORE = re.compile(r"([^\W\d_][\w.'’-]*) \Z")
_AFTER = re.compile(r" ([^\W\d_][\w'’-]*)")
_LOCATIVE = re.compile(r"\b(?:in|from|to|near|at|into|across|throughout|outside|around|between|via|of) \Z", re.I)
_LOCATED = re.compile(r"-(?:based|area|born)\b|, [A-Z]")
_CALENDAR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|may|june|july|august"
    r"|(?:sept|nov|dec)ember|october",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words of the article that stand for a country."""

    span: Span
    part: Part
    code: str
    how: str


def settle(hits: Iterable[Hit], texts: Mapping[Part, str]) -> list[Place]:
    """The places that ``hits`` stand for; those that stand for no place are left out."""
    kept = _without_persons([hit for hit in hits if not hit.entry.weak or _is_located(hit, texts[hit.part])], texts)
    evidence, local = _evidence(kept)
    places = []
    for hit, following in zip_longest(kept, kept[1:]):
        senses = hit.entry.senses
        sense = _adjacent(hit, following, texts[hit.part])
        if sense is None:
            sense = senses[0] if len(senses) == 1 else _likeliest(hit, evidence, local, texts[hit.part])
        if sense.code != NOWHERE:
            places.append(Place(span=hit.span, part=hit.part, code=sense.code, how=sense.how))
    return places


def _evidence(hits: Iterable[Hit]) -> tuple[Counter[str], Counter[str]]:
    """How often each country is named by words with one sense only: by any words, and by its states alone."""
    single = [hit.entry.senses[0] for hit in hits if len(hit.entry.senses) == 1]
    return Counter(sense.code for sense in single), Counter(sense.code for sense in single if sense.how == "region")


def _is_located(hit: Hit, text: str) -> bool:
    """Whether the words around a hit say that it is a place: "in Nelson", "Nelson-based", "Nelson, British …"."""
    if hit.part is Part.DATELINE or _LOCATED.match(text, hit.span.end):
        return True
    return _after_preposition(hit, text)


def _after_preposition(hit: Hit, text: str) -> bool:
    return _LOCATIVE.search(text, max(0, hit.span.start - 12), hit.span.start) is not None


def _without_persons(hits: list[Hit], texts: Mapping[Part, str]) -> list[Hit]:
    """``hits`` less those that are a person's name: here by the word before, or elsewhere in the article.

    Where the article has a "Whitney Houston", a later "Houston" is hers unless a preposition of place stands
    before it.
    """
    named = [(hit, hit.span.of(texts[hit.part]), _is_surname(hit, texts[hit.part])) for hit in hits]
    surnames = {printed for _, printed, surname in named if surname}
    if not surnames:
        return hits
    return [
        hit
        for hit, printed, surname in named
        if not surname and (printed not in surnames or _after_preposition(hit, texts[hit.part]))
    ]


def _is_surname(hit: Hit, text: str) -> bool:
    """Whether a given name, an initial or a form of address stands right before a single word."""
    if text[hit.span.start - 1 : hit.span.start] != " " or hit.entry.exact or " " in hit.span.of(text):
        return False
    before = _BEFORE.search(text, max(0, hit.span.start - 24), hit.span.start)
    return before is not None and before[1][0].isupper() and before[1].rstrip(".").lower() in given_names()


def _adjacent(hit: Hit, following: Hit | None, text: str) -> Sense | None:
    """The state or country printed right after a town: "Paris, Texas"."""
    if following is None or following.part is not hit.part or text[hit.span.end : following.span.start] != ", ":
        return None
    if hit.entry.senses[0].how not in ("city", "capital", "name", "region") or len(following.entry.senses) > 1:
        return None
    sense = following.entry.senses[0]
    if sense.how not in ("region", "name") or (hit.entry.senses[0].how == "name" and sense.how == "name"):
        return None
    return Sense(code=sense.code, how="city")


def _likeliest(hit: Hit, evidence: Counter[str], local: Counter[str], text: str) -> Sense:
    """The sense with the greatest weight; ties end in the code.

    A lesser namesake is supported by its country's states alone: an article that names the United States is not
    for that set in Paris, Texas; one that names Texas may be.
    """
    first = hit.entry.senses[0]

    def score(sense: Sense) -> tuple[float, str]:
        if sense.code == NOWHERE:
            return sense.weight * (1 + _looks_like_a_person(hit, text)), sense.code
        support = local if sense.how == "city" and sense is not first else evidence
        near = any(evidence[code] for code in sense.neighbours)
        known = OWN_EVIDENCE * log1p(support[sense.code]) + NEIGHBOUR_EVIDENCE * near
        return sense.weight * (1 + known), sense.code

    return max(hit.entry.senses, key=score)


def _looks_like_a_person(hit: Hit, text: str) -> float:
    """What the neighbouring words add to the sense that is no place."""
    after = _AFTER.match(text, hit.span.end)
    if after and after[1][0].isupper() and not after[1].isupper() and not _CALENDAR.fullmatch(after[1]):
        return 2.0
    return -0.5 if _after_preposition(hit, text) else 0.0
