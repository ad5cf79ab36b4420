"""The gazetteer: which words stand for which country, built once a language from the tables in ``data``.

Tables are laid over each other; where two know the same words, the more deliberate one is believed: ambiguous
names written out sense by sense, then phrases that are no place, countries, institutions, well-known cities,
capitals, states, and at last the cities of GeoNames.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.knowledge import DATA, rows
from generator.knowledge.places import country_codes, given_names, territories
from generator.text.phrases import PhraseMatcher, lower

NOWHERE = "-"
"""The code of a sense that is no place: a person, a dish, a sea."""
BIG = 100_000
"""A city of so many people is looked for everywhere; smaller ones only where an article names no country."""
KNOWN = 400_000
"""A city of so many people is believed wherever its name stands; below, only where the words say that it is a place."""
MINOR = 0.01
"""A place with less than this share of its greatest namesake's people is left out."""
CIVIC = "civic"
"""How a term of one country's local life counts: as evidence where a story plays, not as its name."""
NAMESAKE = 0.4
"""The most weight that a lesser namesake of a well-known city can have against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One thing that a phrase may stand for."""

    code: str
    """A country, or ``NOWHERE``."""
    how: str
    """``name``, ``demonym``, ``capital``, ``city``, ``region``, ``metonym``, ``institution``."""
    weight: float = 1.0
    """How likely it is before anything else of the article is known, against the other senses."""
    neighbours: frozenset[str] = frozenset()
    """Countries whose presence elsewhere in the article speaks for this sense; asked for membership only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A phrase of the gazetteer with its senses."""

    senses: tuple[Sense, ...]
    exact: tuple[str, ...] = ()
    """When given, the phrase counts only in one of exactly these letters ("US", never "us")."""
    after_comma: bool = False
    """Whether it counts only after a name and a comma ("Athens, Ga.")."""
    any_case: bool = False
    """Whether it counts without a capital ("selectmen")."""
    weak: bool = False
    """Whether it counts only where the words around it say that it is a place ("in Nelson", "Nelson, British …")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """Every phrase that may stand for a country, and the matcher that finds them."""

    matcher: PhraseMatcher
    entries: tuple[Entry, ...]
    """One for each of ``matcher.phrases``, in the same order."""


@cache
def gazetteer(language: str) -> Gazetteer:
    """The gazetteer for articles in ``language`` (ISO 639-1): English tables, or CLDR's names where there are none."""
    found: dict[str, Entry] = {}
    for phrase, entry in _english() if language == "en" else _foreign(language):
        found.setdefault(phrase, entry)
    return Gazetteer(matcher=PhraseMatcher(found), entries=tuple(found.values()))


@cache
def towns() -> dict[str, tuple[tuple[str, int], ...]]:
    """Every place of GeoNames' table by its name in lower case: countries and people, most people first.

    Names that are English words as well end in "*".
    """
    return {
        name: tuple((code, int(people)) for code, people in (pair.split(":") for pair in places.split()))
        for name, places in rows("en/places.tsv")
    }


def _english() -> Iterator[tuple[str, Entry]]:
    yield from _ambiguous()
    for phrase, _ in rows("en/not_countries.tsv"):
        yield lower(phrase), Entry(senses=(Sense(code=NOWHERE, how="other"),))
    yield from _countries("en/countries.tsv")
    yield from _cldr("en")
    for code, how, phrases in rows("en/institutions.tsv"):
        yield from (_single(phrase, code, how) for phrase in phrases.split("|"))
    for code, phrases in rows("en/civic_terms.tsv"):
        yield from (_civic(phrase, code) for phrase in phrases.split("|"))
    for name, code in rows("en/capitals.tsv"):
        yield from _capital(name, code)
    for code, names in rows("en/exonyms.tsv"):
        yield from (_known_city(name, code, "city") for name in names.split("|"))
    yield from _states()
    yield from _regions()
    for row in rows("en/counties.tsv"):
        yield _single(row[0], "US", "region")
    yield from _cities()


def _foreign(language: str) -> Iterator[tuple[str, Entry]]:
    """CLDR's names, the demonyms of a language that has a table of them, and the capitals' own spellings."""
    yield from _cldr(language)
    if (DATA / language / "countries.tsv").exists():
        yield from _countries(f"{language}/countries.tsv")
    for name, code in rows("en/capitals.tsv"):
        yield from _capital(name, code)


def _single(phrase: str, code: str, how: str) -> tuple[str, Entry]:
    """A phrase with one sense; a final "!" asks for exactly these letters."""
    if not phrase.endswith("!"):
        return lower(phrase), Entry(senses=(Sense(code=code, how=how),))
    written = phrase[:-1].upper() if phrase.islower() else phrase[:-1]
    return lower(written), Entry(senses=(Sense(code=code, how=how),), exact=(written,))


def _civic(phrase: str, code: str) -> tuple[str, Entry]:
    folded, entry = _single(phrase, code, CIVIC)
    return folded, Entry(senses=entry.senses, exact=entry.exact, any_case=True)


def _cldr(language: str) -> Iterator[tuple[str, Entry]]:
    """CLDR's country names; the numbers of its larger regions and its codes for tests are left out."""
    for code in country_codes():
        name = territories(language).get(code, "")
        if len(name) > 3:
            yield lower(name), Entry(senses=(Sense(code=code, how="name"),))


def _countries(table: str) -> Iterator[tuple[str, Entry]]:
    for code, *columns in rows(table):
        for how, column in zip(("name", "demonym", "demonym"), columns, strict=False):
            yield from (_single(phrase, code, how) for phrase in column.split("|") if phrase)


def _ambiguous() -> Iterator[tuple[str, Entry]]:
    senses: dict[str, list[Sense]] = {}
    for name, how, code, weight, *neighbours in rows("en/ambiguous_places.tsv"):
        near = frozenset(" ".join(neighbours).split())
        senses.setdefault(name, []).append(Sense(code=code, how=how, weight=float(weight), neighbours=near))
    yield from ((name, Entry(senses=tuple(found))) for name, found in senses.items())


def _capital(name: str, code: str) -> Iterator[tuple[str, Entry]]:
    """A capital; that of a small country is believed only where the words say that it is a place."""
    people = dict(towns().get(name, ()))
    greatest = max(people.values(), default=0)
    if f"{name}*" in towns() or (greatest and people.get(code, 0) < greatest):
        return
    phrase, entry = _known_city(name, code, "capital")
    yield phrase, Entry(senses=entry.senses, weak=name in given_names())


def _known_city(name: str, code: str, how: str) -> tuple[str, Entry]:
    """A city that its name alone calls to mind, with its lesser namesakes in other countries."""
    if name.endswith("!"):
        return _single(name, code, how)
    own = dict(towns().get(name, ())).get(code, 0) or 1_000_000
    lesser = tuple(
        Sense(code=other, how="city", weight=min(NAMESAKE, round((people / own) ** 0.5, 3)))
        for other, people in towns().get(name, ())
        if other != code
    )
    return lower(name), Entry(senses=(Sense(code=code, how=how), *lesser))


def _states() -> Iterator[tuple[str, Entry]]:
    for code, anywhere, after_comma in rows("en/us_states.tsv"):
        yield from _abbreviations(code, anywhere, after_comma=False)
        yield from _abbreviations(code, after_comma, after_comma=True)


def _abbreviations(code: str, column: str, *, after_comma: bool) -> Iterator[tuple[str, Entry]]:
    for marked in column.split("|"):
        form = marked.rstrip("!")
        yield lower(form), Entry(senses=(Sense(code=code, how="region"),), exact=(form,), after_comma=after_comma)


def _regions() -> Iterator[tuple[str, Entry]]:
    """States and provinces, unless a town of another country has the same name or a person might."""
    wanted = {row[0] for row in rows("en/region_countries.tsv")}
    for name, codes in rows("en/regions.tsv"):
        if name.endswith("*") or len(name) < 4 or codes not in wanted or "," in name:
            continue
        if name in given_names() and codes not in MAJOR:
            continue
        namesakes = tuple(
            Sense(code=code, how="city", weight=0.3 if codes in MAJOR else 1.0)
            for code, _ in towns().get(name, ())
            if code != codes
        )
        weak = codes not in MAJOR and " " not in name
        yield lower(name), Entry(senses=(Sense(code=codes, how="region"), *namesakes), weak=weak)


MAJOR = frozenset({"US", "CA", "AU", "IN", "DE"})
"""Countries whose states are household names in English."""


def _cities() -> Iterator[tuple[str, Entry]]:
    for name, ranked in towns().items():
        top = ranked[0][1]
        if top < BIG or name.endswith("*") or len(name) < 4:
            continue
        weak = (top < KNOWN and " " not in name) or name in given_names()
        senses = tuple(
            Sense(code=code, how="city", weight=round((people / top) ** 0.5, 3))
            for code, people in ranked
            if people >= MINOR * top
        )
        yield lower(name), Entry(senses=senses, weak=weak)
