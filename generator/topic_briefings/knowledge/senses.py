"""What a phrase may stand for, and the tables of country names that every language has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from topic_briefings.knowledge import DATA, rows
from topic_briefings.knowledge.places import country_codes, territories
from topic_briefings.languages import of
from topic_briefings.text.phrases import lower as lower_case

NOWHERE = "-"
"""The code of a sense that is no place: a person, a dish, a sea."""
CIVIC = "civic"
"""How a term of one country's local life counts: as evidence where a story plays, not as its name."""
NATIONAL = "national"
"""How a term of one country's public life counts: as evidence only where an article names no place at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One thing that a phrase may stand for."""

    code: str
    """A country, or ``NOWHERE``."""
    how: str
    """``name``, ``demonym``, ``capital``, ``city``, ``region``, ``metonym``, ``institution``, ``firm``, ``leader``."""
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
    lead: int = 0
    """How many code points of the phrase stand before the name: "in French Guiana", where "in French" is a language."""
    weak: bool = False
    """Whether it counts only where the words around it say that it is a place ("in Nelson", "Nelson, British …")."""
    word: bool = False
    """Whether it is a word or a surname too, and counts only right behind "in" or in a dateline ("in Cork")."""


def lower(text: str) -> str:
    """``text`` as the gazetteer compares it: in lower case, apostrophes straight, every offset kept."""
    return lower_case(text).replace("’", "'")


def single(phrase: str, code: str, how: str) -> tuple[str, Entry]:
    """A phrase with one sense; a final "!" asks for exactly these letters."""
    if not phrase.endswith("!"):
        return lower(phrase), Entry(senses=(Sense(code=code, how=how),))
    written = phrase[:-1].upper() if phrase.islower() else phrase[:-1]
    return lower(written), Entry(senses=(Sense(code=code, how=how),), exact=(written,))


def countries(table: str, language: str) -> Iterator[tuple[str, Entry]]:
    """The phrases of a table of names, adjectives and people."""
    for code, *columns in rows(table):
        for how, column in zip(("name", "demonym", "demonym"), columns, strict=False):
            for phrase in filter(None, column.split("|")):
                yield from _inflected(phrase, code, how, language)


def cldr(language: str) -> Iterator[tuple[str, Entry]]:
    """CLDR's country names; the numbers of its larger regions and its codes for tests are left out."""
    for code in country_codes():
        name = territories(language).get(code, "")
        if len(name) > 3:
            yield from _inflected(name, code, "name", language)


def foreign(language: str) -> Iterator[tuple[str, Entry]]:
    """What is known in a language other than English: CLDR's names, then the language's own tables if it has any."""
    folder = DATA / language
    if (folder / "not_countries.tsv").exists():
        for phrase, _ in rows(f"{language}/not_countries.tsv"):
            yield lower(phrase), Entry(senses=(Sense(code=NOWHERE, how="other"),))
    yield from cldr(language)
    if (folder / "countries.tsv").exists():
        yield from countries(f"{language}/countries.tsv", language)
    if (folder / "places.tsv").exists():
        for code, how, phrases in rows(f"{language}/places.tsv"):
            for phrase in phrases.split("|"):
                yield from _inflected(phrase, code, how, language)


def _inflected(phrase: str, code: str, how: str, language: str) -> Iterator[tuple[str, Entry]]:
    """A phrase in the forms that the language gives it; one that ends in "?" is a word of it too ("Essen")."""
    if phrase.endswith("?"):
        yield lower(phrase[:-1]), Entry(senses=(Sense(code=code, how=how),), word=True)
        return
    if phrase.endswith("~"):
        for ending in of(language).adjective_endings:
            folded, entry = single(phrase[:-1] + ending, code, how)
            yield folded, Entry(senses=entry.senses, any_case=True)
        return
    yield single(phrase, code, how)
    genitive = of(language).genitive
    if genitive and how != "demonym" and phrase[-1].isalpha() and phrase[-1] not in "sxzß":
        yield single(phrase + genitive, code, how)
