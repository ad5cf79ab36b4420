"""Find the country of a local story from its small towns and from the words of its courts, schools and councils."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from topic_briefings.extractors.where.disambiguation import Place
from topic_briefings.extractors.where.frames import is_an_owner, is_in_a_masthead, is_preposition
from topic_briefings.extractors.where.matching import Hit, word_before
from topic_briefings.extractors.where.own_towns import town_contexts
from topic_briefings.knowledge.places import given_names, named_for_places
from topic_briefings.knowledge.senses import CIVIC, NATIONAL
from topic_briefings.knowledge.towns import towns
from topic_briefings.models import Part, Span

ENOUGH = 2
"""So many different civic terms of a country make its small towns believable in an article that names others."""
ALONE = 3
"""So many are evidence of the country by themselves; one less where the article names no place at all."""
LEAST_VOTE = 0.6
"""The share of the votes that a country needs where towns alone decide."""

Town = tuple[Part, Span, tuple[tuple[str, int], ...]]
"""Where a town may be named, and the countries that have one of that name, with its people."""

_CAPITALISED = re.compile(r"[A-Z][\w'’.-]{1,24}(?: [A-Z][\w'’-]{1,24}){0,2}")
_NEXT = re.compile(r"(?:'s|’s)? ([A-Za-z-]{2,20})")
_OPENING = re.compile(r" ?(?:-{1,2}|–|—) ?")


def home(hits: list[Hit], places: list[Place], texts: Mapping[Part, str]) -> list[Place]:
    """What to add to ``places`` so that a local story has its country; mostly nothing.

    The country whose terms lead is added with its towns, or with the terms. Where an article names no place and
    has no such term, its towns vote, each for the countries that have one of its name, by the square root of their
    people.
    """
    if added := _public(hits, places):
        return added
    settled = [hit for hit in hits if not hit.entry.weak]
    kinds = (CIVIC,) if places else (CIVIC, NATIONAL)
    terms = _terms(hits, kinds)
    code = max(terms, key=lambda code: (len(terms[code]), code), default="")
    if not code:
        return [] if places else _voted([town for town in _towns(texts) if not _is_settled(town, settled)])
    found = terms[code]
    if len(found) < (ENOUGH if places else 1) or any(place.code == code for place in places):
        return []
    taken = {(place.part, place.span) for place in places}
    here = [t for t in _towns(texts) if t[:2] not in taken and any(code == other for other, _ in t[2])]
    if here or len(found) < (ALONE if places else ENOUGH):
        return _as_places(here, code)
    return [Place(span=hit.span, part=hit.part, code=code, how="institution") for hit in found.values()]


def _is_settled(town: Town, hits: list[Hit]) -> bool:
    """Whether the gazetteer knows the town's words, or a longer phrase that ends with them: "Treaty of Versailles"."""
    part, span, _ = town
    return any(hit.part is part and hit.span.end == span.end and hit.span.start <= span.start for hit in hits)


def in_public(hits: list[Hit]) -> frozenset[str]:
    """The countries of whose public life the headline tells by the terms of it: "Democrats", "Labour"."""
    senses = (hit.entry.senses[0] for hit in hits if hit.part is Part.HEADLINE)
    return frozenset(sense.code for sense in senses if sense.how == NATIONAL)


def _public(hits: list[Hit], places: list[Place]) -> list[Place]:
    """The terms of the public life of a country that an article names among a few others, where they are many."""
    terms = _terms(hits, (NATIONAL,))
    code = max(terms, key=lambda code: (len(terms[code]), code), default="")
    if not any(place.code == code for place in places) or len(terms[code]) < ALONE:
        return []
    return [Place(span=hit.span, part=hit.part, code=code, how="institution") for hit in terms[code].values()]


def _terms(hits: list[Hit], kinds: tuple[str, ...]) -> dict[str, dict[int, Hit]]:
    """The first hit of each term of these kinds, by country."""
    terms: dict[str, dict[int, Hit]] = defaultdict(dict)
    for hit in hits:
        sense = hit.entry.senses[0]
        if sense.how in kinds:
            terms[sense.code].setdefault(id(hit.entry), hit)
    return terms


def _voted(found: list[Town]) -> list[Place]:
    votes: dict[str, float] = defaultdict(float)
    for _, _, countries in found:
        whole = sum(people**0.5 for _, people in countries) or 1.0
        for code, people in countries:
            votes[code] += people**0.5 / whole
    best = max(votes, key=lambda code: (votes[code], code), default="")
    if not best or votes[best] < LEAST_VOTE * sum(votes.values()):
        return []
    return _as_places([town for town in found if any(best == code for code, _ in town[2])], best)


def _as_places(found: list[Town], code: str) -> list[Place]:
    return [Place(span=span, part=part, code=code, how="city") for part, span, _ in found]


def _towns(texts: Mapping[Part, str]) -> Iterator[Town]:
    """The runs of capitalised words that are a town's name and stand as one."""
    known = towns()
    for part, text in texts.items():
        for run in _CAPITALISED.finditer(text):
            for span in _stretches(run):
                name = span.of(text).lower()
                if name in named_for_places() and span.end < run.end():
                    continue  # "Vienna" of "Vienna Holloway"
                if len(name) > 3 and name in known and name not in given_names() and _stands_as_a_town(span, text):
                    yield part, span, known[name]
                    break


def _stretches(run: re.Match[str]) -> Iterator[Span]:
    """The stretches of a run that begin with its first word, longest first."""
    end = run.end()
    while end > run.start():
        yield Span(run.start(), end)
        end = run.string.rfind(" ", run.start(), end)


def _stands_as_a_town(span: Span, text: str) -> bool:
    """Whether the word before or after, or a dash after an opening word, says that this is a town."""
    if is_in_a_masthead(span, text):
        return False
    if is_preposition(word_before(text, span.start)) and not is_an_owner(span, text):
        return True
    following = _NEXT.match(text, span.end)
    if following and following[1] in town_contexts():
        return True
    return text[span.start : span.end].isupper() and _OPENING.match(text, span.end) is not None
