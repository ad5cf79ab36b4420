"""A person's name as an article prints it, taken apart: what two prints of one name share, and what parts them.

``Donald J. Trump`` and ``Donald Trump`` share given name and surname; the initial of the one says nothing against the
other. ``George W. Bush`` and ``George H.W. Bush`` print initials that differ, and ``Jr.`` is another generation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from topic_briefings.languages import read
from topic_briefings.languages.accents import unaccented
from topic_briefings.languages.names import GENERATIONS, given_name, surname_particles

_GENERATION = re.compile(rf"(?:{'|'.join(sorted(GENERATIONS)).lower()})\.?")
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]?|[a-z]")
_JOINED = re.compile(r"(?<=\b[A-Za-z]\.) (?=[A-Za-z]\.)")
_CAPITALS = re.compile(r"(?<= )[A-Z]{2}(?= [A-Z][a-z])")
"""Initials without dots: "George HW Bush"."""
_FOR = frozenset(("ceo", "cfo", "coo", "chief", "chairman", "vice", "secretary"))
"""What else a title before a name may end with."""
_KNOWN, _WELL_KNOWN = 2, 3
"""Articles that must print a name before words that are no title are cut from it; more where no given name is first."""
_BEGINNING = 3
"""Letters of a given name's beginning that may be its short form; initials that may be read as a name."""
_REIGNING = frozenset(("emperor", "empress", "kaiser", "king", "konig", "konigin", "papst", "patriarch", "pope")) | {
    "prince",
    "princess",
    "prinz",
    "prinzessin",
    "queen",
    "sultan",
}
"""Offices that make a given name a full one: there is one Pope of a name at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """The parts of a printed name, lower case and without accents."""

    core: tuple[str, ...]
    """The words that are no initials, no generation and no title; an initial only in a given name's place."""
    initials: str
    """The letters of the middle initials: ``hw``."""
    generation: str
    """``jr``, ``iii``, …; empty where none is printed."""

    @property
    def is_reigning(self) -> bool:
        """Whether it is an office that one person holds at a time, and the name borne in it: "Pope Leo"."""
        return len(self.core) == 2 and self.core[0] in _REIGNING

    @property
    def surname(self) -> str:
        """The last word of the name, by which names are indexed."""
        return self.core[-1]

    @property
    def is_bare(self) -> bool:
        """Whether it is a surname without a given name: "Trump", "de Blasio"."""
        if len(self.core) == 1:
            return True
        return self.core[0] in surname_particles() and given_name(self.core[0].capitalize()) is None


def _dotted(match: re.Match[str]) -> str:
    return "".join(f"{letter}." for letter in match[0])


def folded(name: str) -> str:
    """``name`` without case, accents and a leading "the"; typewriter apostrophes."""
    return " ".join(unaccented(name).casefold().replace("’", "'").split()).removeprefix("the ")


@lru_cache(maxsize=50_000)
def printed(name: str) -> Printed:
    """The parts of ``name``; titles are still on it."""
    words = folded(_CAPITALS.sub(_dotted, _JOINED.sub("", name))).replace(",", "").split()
    while len(words) > 1 and words[0].rstrip(".") in _honorifics():
        words = words[1:]
    generation = words.pop().rstrip(".") if len(words) > 1 and _GENERATION.fullmatch(words[-1]) else ""
    inside = range(1, len(words) - 1)
    initials = "".join(words[at].replace(".", "") for at in inside if _INITIALS.fullmatch(words[at]))
    core = tuple(word for at, word in enumerate(words) if not (at in inside and _INITIALS.fullmatch(word)))
    return Printed(core=core or (folded(name),), initials=initials, generation=generation)


@cache
def _honorifics() -> frozenset[str]:
    found = (language.attribution.reference.honorifics() for language in read() if language.attribution)
    return frozenset(word.rstrip(".").casefold() for words in found for word in words)


def untitled(name: Printed, known: Mapping[tuple[str, ...], int]) -> Printed:
    """``name`` without what was printed in front of it: "FBI Director James B. Comey", "Entrusting Donald Trump".

    Words are cut up to a title's where the rest begins with a given name or is ``known`` as a full name, and any words
    where the rest is known from many articles. A given name in front stays: Michael Patrick Leahy is not Patrick Leahy.
    """
    if name.is_reigning:
        return name
    if len(name.core) == 2 and is_title(name.core[0]) and given_name(name.core[0].capitalize()) is None:
        return replace(name, core=name.core[1:])
    for cut in range(len(name.core) - 2, 0, -1):
        front, rest = name.core[:cut], name.core[cut:]
        if cut == 1 and given_name(front[0].capitalize()) is not None:
            continue
        begins = given_name(rest[0].capitalize()) is not None
        titled = is_title(front[-1]) and (begins or rest in known)
        if titled or known.get(rest, 0) >= (_KNOWN if begins else _WELL_KNOWN):
            return replace(name, core=rest)
    return name


@lru_cache(maxsize=20_000)
def is_title(word: str) -> bool:
    """Whether a word of a name, lower case, is a title or a role in some language."""
    plain = word.rstrip(".")
    if plain in _FOR or plain in _titles():
        return True
    references = (language.attribution.reference for language in read() if language.attribution)
    return any(reference.role_of(plain) in ("person", "people") for reference in references)


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.casefold() for language in read() for title in language.titles())


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    return {name: forms for language in read() for name, forms in language.short_names().items()}


def are_short(one: str, other: str) -> bool:
    """Whether one of two given names is a short form of the other: Chuck and Charles."""
    table = _short_forms()
    return other in table.get(one, ()) or one in table.get(other, ())


@cache
def related_names(given: str) -> tuple[str, ...]:
    """The given names that ``given`` is short for or long for, in order."""
    table = _short_forms()
    return tuple(sorted({*table.get(given, ()), *_long_forms().get(given, ())}))


@cache
def _long_forms() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, forms in _short_forms().items():
        for form in forms:
            found.setdefault(form, set()).add(name)
    return found


def initials_agree(one: str, other: str) -> bool:
    """Whether middle initials can be one person's: none printed, or one the beginning of the other."""
    return one.startswith(other) or other.startswith(one)


def beginnings(given: str) -> list[str]:
    """The beginnings of a given name that may be short for it."""
    return [given[:end] for end in range(_BEGINNING, len(given) - 1)]


def spelt(name: Printed) -> tuple[str, ...]:
    """The initials that somebody of this name may go by: "j.d." of James David Vale, "abe" of Ann Berta Ekman."""
    if len(name.core) + len(name.initials) < _BEGINNING:
        return ()
    letters = [name.core[0][0], *name.initials, *(word[0] for word in name.core[1:-1])]
    return "".join(f"{letter}." for letter in letters), "".join((*letters, name.surname[0]))


def cuts(short: Printed, name: Printed) -> bool:
    """Whether the given name of ``short`` begins that of ``name``, or is spelt by its initials."""
    if short.surname != name.surname or short.generation != name.generation:
        return False
    if len(short.core) == 2 and not short.initials and short.core[0] in spelt(name):
        return True
    genders = {given_name(word.capitalize()) for word in (short.core[0], name.core[0])}
    same = short.core[1:] == name.core[1:] and initials_agree(short.initials, name.initials)
    return same and short.core[0] in beginnings(name.core[0]) and genders != {"f", "m"}
