"""Printed names, and the given names of every language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple, Protocol

from topic_briefings.languages.accents import unaccented
from topic_briefings.models import Sex, SpeakerKind
from topic_briefings.tables import Tables

_TABLES = Tables(Path(__file__).parent)
GENERATIONS = frozenset(("Jr", "Sr", "II", "III", "IV"))
"""What behind a name tells a son from a father of the same name."""


class Words(Protocol):
    """What is read of the words of a text."""

    @property
    def tokens(self) -> list[str]:
        """The words."""

    def text(self, first: int, last: int) -> str:
        """The text from word ``first`` up to ``last``, its white space folded."""


class Name(NamedTuple):
    """One printed name; by the numbers of its words."""

    first: int
    last: int
    words: tuple[str, ...]
    """The words of the name, titles left out."""
    text: str
    """The name as printed, white space folded."""
    kind: SpeakerKind | None
    """PERSON or BODY; None when nothing tells."""
    gender: str | None
    """``f`` or ``m`` when a title or the given name tells."""
    title: tuple[int, int] | None
    """The words of the title or role printed right before it."""
    sex: Sex | None = None
    """As that title says: "Mrs.", "Congresswoman"."""


@cache
def given_names() -> dict[str, str]:
    """Given name → ``f``, ``m`` or ``x``; a name in two lists is ``x``."""
    found: dict[str, str] = {}
    for gender, _, names in _TABLES.rows("given_names"):
        for name in names.split() if gender != "-" else ():
            found[name] = gender if found.get(name, gender) == gender else "x"
    return found


def common_names(where: str) -> Iterable[str]:
    """The given names that the table marks as common ``where``: a language's code, or "*" for elsewhere."""
    return (name for _, home, names in _TABLES.rows("given_names") if home == where for name in names.split())


@cache
def _plain_given_names() -> dict[str, str]:
    return {unaccented(name): gender for name, gender in given_names().items()}


@lru_cache(maxsize=50_000)
def given_name(word: str) -> str | None:
    """The gender of a given name, accents aside; None when ``word`` is none that is known.

    Two that are joined have the gender of the first: "Hans-Peter".
    """
    known = _plain_given_names()
    gender = known.get(unaccented(word))
    if gender is None and "-" in word:
        parts = unaccented(word).split("-")
        return known[parts[0]] if all(part in known for part in parts) else None
    return gender


@cache
def particles() -> frozenset[str]:
    """The words that may stand between a given name and a surname, lower case."""
    return frozenset(word for kind, words in _TABLES.rows("particles") if kind != "before" for word in words.split())


@cache
def before_particles() -> frozenset[str]:
    """Words that are particles only before another one: "auf der", "in 't"."""
    return _TABLES.classes("particles", "before")


@cache
def surname_particles() -> frozenset[str]:
    """Those with which a surname alone begins: "de Blasio", but not "Abu Bakr"."""
    return _TABLES.classes("particles", "surname")


def is_capital(token: str) -> bool:
    """Whether a name can end with it: "Majdoub", "al-Majdoub", but not "van"."""
    return token[0].isupper() or token.partition("-")[2][:1].isupper() or is_elided_name(token)


_ELIDED = re.compile(r"(?:[dlo]|dall|dell|nell|sant)['’](?=[^\W\d_])")


def is_elided_name(token: str) -> bool:
    """Whether ``token`` is a surname behind an elided word in small letters: "d'Angelo", "dell’Acqua"."""
    match = _ELIDED.match(token) if token[0].islower() else None
    return match is not None and token[match.end()].isupper()
