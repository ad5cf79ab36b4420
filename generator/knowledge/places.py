"""The gazetteer: which words stand for which country, built once a language from the tables in ``data``.

Tables are laid over each other; where two know the same words, the more deliberate one is believed: ambiguous
names written out sense by sense, then phrases that are no place, countries, institutions, well-known cities,
states, and at last the cities of GeoNames.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from generator.knowledge import DATA, rows
from generator.text.phrases import PhraseMatcher, lower

NOWHERE = "-"
"""The code of a sense that is no place: a person, a dish, a sea."""
BIG = 100_000
"""A city of so many people is looked for everywhere; smaller ones only where an article names no country."""
MINOR = 0.02
"""A place with less than this share of its greatest namesake's people is left out."""

HISTORIC = {"SU": "Soviet Union", "YU": "Yugoslavia", "CS": "Czechoslovakia", "DD": "East Germany"}
COMMON_NAMES = {"HK": "Hong Kong", "MO": "Macau", "PS": "Palestine", "MM": "Myanmar", "CD": "DR Congo", "CG": "Congo"}
"""English names where CLDR's standard form is longer than what newspapers print."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """Every phrase that may stand for a country, and the matcher that finds them."""

    matcher: PhraseMatcher
    entries: tuple[Entry, ...]
    """One for each of ``matcher.phrases``, in the same order."""


def country_name(code: str, language: str) -> str:
    """The common name of a country in ``language`` (ISO 639-1), from CLDR; historic states as they were called.

    Falls back to the English name, and to the code itself where CLDR has none.
    """
    if code in HISTORIC:
        return HISTORIC[code]
    if language == "en" and code in COMMON_NAMES:
        return COMMON_NAMES[code]
    for tag in (language, "en"):
        name = _territories(tag).get(code)
        if name:
            return name
    return code


def country_names_all(language: str) -> dict[str, str]:
    """The common name of every country of ISO 3166-1 and of the historic states, by code."""
    codes = (row[0] for row in rows("en/countries.tsv"))
    return {code: country_name(code, language) for code in codes}


@cache
def gazetteer(language: str) -> Gazetteer:
    """The gazetteer for articles in ``language`` (ISO 639-1): English tables, or CLDR's names where there are none."""
    found: dict[str, Entry] = {}
    layers = _english() if language == "en" else _foreign(language)
    for phrase, entry in layers:
        found.setdefault(phrase, entry)
    return Gazetteer(matcher=PhraseMatcher(found), entries=tuple(found.values()))


@cache
def given_names() -> frozenset[str]:
    """Given names and forms of address, in lower case; asked for membership only."""
    return frozenset(row[0] for row in rows("en/given_names.tsv"))


@cache
def towns() -> dict[str, tuple[tuple[str, int], ...]]:
    """Every place of GeoNames' table by its name in lower case: countries and people, most people first."""
    return {
        name: tuple((code, int(people)) for code, people in (pair.split(":") for pair in places.split()))
        for name, places in rows("en/places.tsv")
        if not name.endswith("*")
    }


def _territories(language: str) -> dict[str, str]:
    try:
        return dict(Locale.parse(language).territories)
    except (UnknownLocaleError, ValueError):
        return {}


def _single(phrase: str, code: str, how: str) -> tuple[str, Entry]:
    """A phrase with one sense; a final "!" asks for exactly these letters."""
    if phrase.endswith("!"):
        return lower(phrase[:-1]), Entry(senses=(Sense(code=code, how=how),), exact=_exact(phrase[:-1]))
    return lower(phrase), Entry(senses=(Sense(code=code, how=how),))


def _exact(phrase: str) -> tuple[str, ...]:
    """``phrase`` as written in a table: an all-lower-case line of a table stands for its capitals."""
    return (phrase.upper(),) if phrase.islower() else (phrase,)


def _english() -> Iterator[tuple[str, Entry]]:
    yield from _ambiguous()
    for phrase, _ in rows("en/not_countries.tsv"):
        yield lower(phrase), Entry(senses=(Sense(code=NOWHERE, how="other"),))
    yield from _countries("en/countries.tsv")
    yield from _cldr("en")
    for code, how, phrases in rows("en/institutions.tsv"):
        yield from (_single(phrase, code, how) for phrase in phrases.split("|"))
    for name, code in rows("en/capitals.tsv"):
        yield _single(name, code, "capital")
    for code, names in rows("en/exonyms.tsv"):
        yield from (_single(name, code, "city") for name in names.split("|"))
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
        yield _single(name, code, "capital")


def _cldr(language: str) -> Iterator[tuple[str, Entry]]:
    """CLDR's country names; regions of several countries have numbers, and codes made for tests are left out."""
    known = {row[0] for row in rows("en/countries.tsv")}
    for code, name in sorted(_territories(language).items()):
        if code in known and len(name) > 3:
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


def _states() -> Iterator[tuple[str, Entry]]:
    for code, anywhere, after_comma in rows("en/us_states.tsv"):
        yield from _abbreviations(code, anywhere, after_comma=False)
        yield from _abbreviations(code, after_comma, after_comma=True)


def _abbreviations(code: str, column: str, *, after_comma: bool) -> Iterator[tuple[str, Entry]]:
    for form in column.split("|"):
        sense = Sense(code=code, how="region")
        yield lower(form.rstrip("!")), Entry(senses=(sense,), exact=_shouted(form.rstrip("!")), after_comma=after_comma)


def _shouted(form: str) -> tuple[str, ...]:
    """An abbreviation as printed in running text and in a line of capitals."""
    return tuple(dict.fromkeys((form, form.upper())))


def _regions() -> Iterator[tuple[str, Entry]]:
    for name, codes in rows("en/regions.tsv"):
        if name.endswith("*") or len(name) < 4 or " " in codes or "," in name:
            continue
        yield _single(name, codes, "region")


def _cities() -> Iterator[tuple[str, Entry]]:
    for name, places in rows("en/places.tsv"):
        ranked = [(code, int(people)) for code, people in (pair.split(":") for pair in places.split())]
        top = ranked[0][1]
        if top < BIG or name.endswith("*") or len(name) < 4:
            continue
        yield lower(name), Entry(senses=tuple(_shares(ranked, top)))


def _shares(ranked: Iterable[tuple[str, int]], top: int) -> Iterator[Sense]:
    """The countries with a place of one name, weighed by the square root of its people against the greatest."""
    for code, people in ranked:
        if people >= MINOR * top:
            yield Sense(code=code, how="city", weight=round((people / top) ** 0.5, 3))
