"""What an English word can be: noun, adjective, verb, adverb, by ``languages/en/parts_of_speech.tsv``."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from topic_briefings.tables import PACKAGE, read

_COMPARED, _GRADED, _BASE_VERB, _PROPER = "cgbp"
"""What the table's flags are called."""


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
    """The forms, in lower case, that are printed with a capital too."""
    return _table()[1]


@cache
def _lexicon() -> dict[str, _Entry]:
    """Every lower-case form."""
    return _table()[0]


@cache
def _table() -> tuple[dict[str, _Entry], frozenset[str]]:
    lexicon, capitals = {}, []
    for form, parts, *more in read(PACKAGE / "languages" / "en" / "parts_of_speech.tsv"):
        flags = more[0] if more else ""
        if _PROPER in flags:
            capitals.append(form)
        if parts:
            singular = more[1] if len(more) > 1 else form
            lexicon[form] = _Entry(parts, singular, _COMPARED in flags, _BASE_VERB in flags, _GRADED in flags)
    return lexicon, frozenset(capitals)
