"""What an English word can be: noun, adjective, verb, adverb. The one module that reads lemminflect's lexicon.

The lexicon (MIT; from the SPECIALIST Lexicon of the National Library of Medicine) lists forms of English words
with their parts of speech and base forms. It is read from the installed package, without importing it: its
look-up copies what it finds, which costs more than all that is done with it here, and its statistical guesser
for unknown words is never wanted.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

_LETTERS = {"noun": "N", "adj": "J", "verb": "V", "adv": "R"}
_ORDER = "NJVR"


class _Entry(NamedTuple):
    parts: str
    singular: str
    compared: bool
    base_verb: bool
    graded: bool


def parts(word: str) -> str:
    """The parts of speech that ``word`` (lower case) can be: letters of "NJVR"; "" for one not in the lexicon."""
    entry = _lexicon().get(word)
    return entry.parts if entry else ""


def singular(word: str) -> str:
    """The singular of a noun in lower case; a word that is not in the lexicon loses a plural "s"."""
    entry = _lexicon().get(word)
    if entry:
        return entry.singular
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s", "’s")):
        return word
    return word[:-1]


def is_compared(word: str) -> bool:
    """Whether ``word`` (lower case) is a comparative or superlative adjective and no noun: "larger", "biggest"."""
    entry = _lexicon().get(word)
    return bool(entry and entry.compared)


def is_graded(word: str) -> bool:
    """Whether ``word`` (lower case) is an adjective with a comparative of its own: "wild", "clean"."""
    entry = _lexicon().get(word)
    return bool(entry and entry.graded)


def is_base_verb(word: str) -> bool:
    """Whether ``word`` (lower case) is the base form of a verb."""
    entry = _lexicon().get(word)
    return bool(entry and entry.base_verb)


def is_proper(word: str) -> bool:
    """Whether the lexicon has ``word`` (lower case) with a capital too: "republican", "polish"."""
    return word in _capitals()


@cache
def _capitals() -> frozenset[str]:
    return frozenset(form.lower() for form, _, _ in _rows() if not form.islower())


def _rows() -> Iterator[tuple[str, str, str]]:
    """Form, category and base of each line of the lexicon."""
    spec = find_spec("lemminflect")
    if spec is None or spec.origin is None:  # pragma: no cover - a declared dependency
        return
    path = Path(spec.origin).parent / "resources" / "lemma_lu.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            form, category, base = line.rstrip("\n").split(",", 2)
            yield form, category, base


@cache
def _lexicon() -> dict[str, _Entry]:
    """Every lower-case form."""
    bases: dict[str, dict[str, str]] = {}
    for form, category, base in _rows():
        if category in _LETTERS and form.islower():
            bases.setdefault(form, {})[_LETTERS[category]] = base
    compared = {
        base
        for form, found in bases.items()
        if form.endswith("er")
        for base in found.get("J", "").split("/")
        if base != form
    }
    return {form: _entry(form, found, graded=form in compared) for form, found in bases.items()}


def _entry(form: str, bases: dict[str, str], *, graded: bool) -> _Entry:
    noun, adjective = bases.get("N"), bases.get("J")
    return _Entry(
        parts="".join(letter for letter in _ORDER if letter in bases),
        singular=min(noun.split("/")) if noun else form,
        compared=noun is None
        and adjective is not None
        and form.endswith(("er", "st"))
        and form not in adjective.split("/"),
        base_verb=form in bases.get("V", "").split("/"),
        graded=graded,
    )
