"""Names of outlets and agencies as they stand in credits."""

from __future__ import annotations

import re
from functools import cache

from topic_briefings.knowledge import rows

_SHAPE = re.compile(r"[\w’'&.\s-]*\w(?:\s\(\w+\))?")
_MOST_WORDS, _MOST_SMALL = 6, 3
"""Words of an outlet's name, and of one printed all in small letters, which a sentence could be as well."""
_SMALL = ("and", "for", "of", "the", "für", "des", "pour")
"""Words that need no capital inside an outlet's name."""


def name(text: str) -> str | None:
    """The outlet that ``text`` names, in the form to print; None where it names none that is known by its words."""
    text = _without_staff(text)
    if known := _agencies().get(text.casefold()):
        return known
    words = text.split()
    if len(words) == 2 and words[0].isupper() and is_agency(words[0]) and words[1].istitle():
        return text  # "BBC Africa"
    if not len(words) + text.count("-") > 1 or len(words) > _MOST_WORDS or not _SHAPE.fullmatch(text):
        return None
    capital = all(word[0].isupper() or word.casefold() in _SMALL or word.casefold() in _particles() for word in words)
    return printed(text) if _is_named(words) and (capital or (text.islower() and len(words) <= _MOST_SMALL)) else None


def placed(text: str) -> str | None:
    """The outlet that ``text`` names before a place: "BBC News, Nairobi"."""
    whole, _, place = text.partition(", ")
    return name(whole) if is_printed(place) and "," not in place and not any(map(str.isdigit, place)) else None


def is_agency(text: str) -> bool:
    """Whether ``text`` is the name of an agency, which needs no other sign of an outlet."""
    return text.casefold() in _agencies()


def is_body(text: str) -> bool:
    """Whether ``text`` ends or begins as the name of a company or an institution does, and a person's does not."""
    words = [word.casefold().rstrip(".") for word in text.split()]
    if len(words) < 2:
        return False
    body, first = _words("body"), _words("body first")
    return words[-1] in body or words[0] in first or (words[0] in body and words[1] == "of")


def is_printed(text: str) -> bool:
    """Whether ``text`` may be an outlet's name where the line says that it is: a few words with capitals."""
    words = text.split()
    small = (*_SMALL, *_particles())
    return 0 < len(words) <= _MOST_WORDS and (
        len(words) == 1 or all(not word[0].islower() or word.casefold() in small for word in words)
    )


def printed(text: str) -> str:
    """``text``, capitalised where it was printed all in lower case."""
    return text.title() if text.islower() and " " in text else text


def _is_named(words: list[str]) -> bool:
    """Whether one of ``words`` is a publisher's, where such a word stands; before a body's word it may be any."""
    low = [word.casefold().rstrip(".") for word in words]
    first = next((word for word in low if word not in _particles() and word not in _SMALL), "")
    last = low[-1].rpartition("-")[2]
    if last in _outlet_words() or last in _words("publisher") or _outlet_words().get(first) == "first":
        return True
    return last in _words("body") and any(word in _outlet_words() for word in low[:-1])


def _without_staff(text: str) -> str:
    """The agency in "Reuters Staff"; any other text as it is."""
    head, _, last = text.rpartition(" ")
    return head if last.casefold() in ("staff", "agencies", "agency") and head.casefold() in _agencies() else text


@cache
def _agencies() -> dict[str, str]:
    short = {row[1].casefold(): row[1] for row in rows("byline_words.tsv") if row[0] == "agency"}
    return short | {form.casefold(): row[0] for row in rows("agencies.tsv") for form in row}


@cache
def _outlet_words() -> dict[str, str]:
    """Words of publishers' names, and for each ``first`` where it may stand at their beginning."""
    return {row[0]: row[-1] for row in rows("outlet_words.tsv")}


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row[1] for row in rows("byline_words.tsv") if row[0] == kind)


def _particles() -> frozenset[str]:
    return _words("particle")
