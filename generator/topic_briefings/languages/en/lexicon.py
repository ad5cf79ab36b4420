"""What an English word can be: noun, adjective, verb, adverb, by ``languages/en/parts_of_speech.tsv``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from topic_briefings.tables import PACKAGE, read_by_first

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
    entry = _entry(word)
    return entry.parts if entry else ""


def singular(word: str) -> str:
    """The singular of a noun in lower case; a word that is not in the lexicon loses a plural "s"."""
    entry = _entry(word)
    if entry:
        return entry.singular
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s", "’s")):
        return word
    return word[:-1]


def is_compared(word: str) -> bool:
    """Whether ``word`` (lower case) is a comparative or superlative adjective and no noun: "larger", "biggest"."""
    entry = _entry(word)
    return bool(entry and entry.compared)


def is_graded(word: str) -> bool:
    """Whether ``word`` (lower case) is an adjective with a comparative of its own: "wild", "clean"."""
    entry = _entry(word)
    return bool(entry and entry.graded)


def is_base_verb(word: str) -> bool:
    """Whether ``word`` (lower case) is the base form of a verb."""
    entry = _entry(word)
    return bool(entry and entry.base_verb)


def is_proper(word: str) -> bool:
    """Whether the lexicon has ``word`` (lower case) with a capital too: "republican", "polish"."""
    return _PROPER in _cells(word)[1]


@cache
def _entry(word: str) -> _Entry | None:
    """What the lexicon says of ``word``; None where it knows no such form in lower case."""
    parts, flags, singular = _cells(word)
    if not parts:
        return None
    return _Entry(parts, singular or word, _COMPARED in flags, _BASE_VERB in flags, _GRADED in flags)


def _cells(word: str) -> tuple[str, str, str]:
    """Parts of speech, flags and singular as the table has them, each empty where it has none."""
    parts, _, more = _lines().get(word, "").partition("\t")
    flags, _, singular = more.partition("\t")
    return parts, flags, singular


@cache
def _lines() -> Mapping[str, str]:
    """The rest of each line by its form: few of the table's words are ever asked for, so each is parted when it is."""
    return read_by_first(PACKAGE / "languages" / "en" / "parts_of_speech.tsv")
