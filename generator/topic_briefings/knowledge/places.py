"""Names of countries and of people: what the gazetteer and the pages ask for by code."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

from topic_briefings.knowledge import rows
from topic_briefings.languages.en.lexicon import parts
from topic_briefings.languages.names import common_names

FALLBACK = "en"
"""The language of the names of whatever has none in another."""
COMMON_NAMES = {
    "en": {"HK": "Hong Kong", "MO": "Macau", "PS": "Palestine", "MM": "Myanmar", "CD": "DR Congo", "CG": "Congo"}
}
"""By language, names where CLDR's standard form is longer than what newspapers print."""


def country_name(code: str, language: str) -> str:
    """The common name of a country in ``language`` (ISO 639-1), from CLDR; historic states as they were called.

    Falls back to the English name, and to the code itself where CLDR has none.
    """
    if code in historic_states():
        names = historic_states()[code]
        return names.get(language, names[FALLBACK])
    common = COMMON_NAMES.get(language, {}).get(code)
    return common or territories(language).get(code) or territories(FALLBACK).get(code) or code


@cache
def country_names_all(language: str) -> dict[str, str]:
    """The common name of every country of ISO 3166-1 and of the historic states, by code."""
    return {code: country_name(code, language) for code in country_codes()}


@cache
def country_words(language: str = FALLBACK) -> frozenset[str]:
    """The names of countries that are one word, in lower case."""
    return frozenset(name.lower() for name in country_names_all(language).values() if " " not in name)


@cache
def country_codes() -> tuple[str, ...]:
    """Every code that a tag may carry, in alphabetical order."""
    return tuple(row[0] for row in rows("en/countries.tsv"))


@cache
def historic_states() -> dict[str, dict[str, str]]:
    """The names by language of each state that is no more, by the code that ISO 3166-1 had for it."""
    return {code: {"en": english, "de": german} for code, english, german in rows("historic_states.tsv")}


@cache
def territories(language: str) -> dict[str, str]:
    """CLDR's names of countries in ``language``, by code; empty for a language that it does not have."""
    try:
        return dict(Locale.parse(language).territories)
    except (UnknownLocaleError, ValueError):
        return {}


@cache
def named_for_places() -> frozenset[str]:
    """Given names that are names of places too, in lower case; asked for membership only."""
    return frozenset(row[0] for row in rows("en/named_for_places.tsv"))


@cache
def place_frames() -> dict[str, tuple[str, ...]]:
    """Words around places by what they tell of them."""
    return {kind: tuple(words.split("|")) for kind, words in rows("en/place_frames.tsv")}


@cache
def word_surnames() -> frozenset[str]:
    """Surnames that are common words of English and no part of a place's name, in lower case: "mills"."""
    return frozenset(row[0] for row in rows("en/word_surnames.tsv"))


@cache
def ordinary_words() -> frozenset[str]:
    """The common words of English, in lower case, names apart ("shaw"); asked for membership only."""
    return frozenset(word for _, words in rows("frequencies/en.tsv") for word in words.split() if parts(word))


@cache
def given_names() -> frozenset[str]:
    """English given names and forms of address, in lower case; asked for membership only."""
    return frozenset(name.lower() for name in common_names("en")) | forms_of_address()


@cache
def forms_of_address() -> frozenset[str]:
    """Titles before a name, in lower case and without a dot; asked for membership only."""
    return frozenset(row[0] for row in rows("en/forms_of_address.tsv"))


@cache
def divisions() -> dict[str, frozenset[str]]:
    """The countries that have a state, a province or a county of a name (lower case)."""
    return {name.rstrip("*"): frozenset(codes.split()) for name, codes in rows("en/regions.tsv")}
