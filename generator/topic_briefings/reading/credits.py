"""Lines above or below a text that say who wrote it, who printed it and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from topic_briefings.knowledge import rows
from topic_briefings.reading import clean, dates, urls

_LONGEST = 140
"""Characters; a longer line is a paragraph."""
_LONGEST_FIELD = 1_000
"""Characters; more is no list of names, and is left as it is."""
_PARTS = re.compile(r"\s*[|·•;]\s*|\s+[–—-]\s+")
_NAME_PARTS = re.compile(r"\s*,\s*(?:(?:and|und|et|y)\s+)?|\s+(?:and|und|et|y|&)\s+")
_PLACE = re.compile(r"\s+in\s+[^,]+$")
_YEARS = re.compile(r"\d{4}(?:\s?[-–]\s?\d{4})?\s*(?:by\s+)?")
_RIGHTS = re.compile(r"[.,]?\s*all rights reserved\.?$", re.IGNORECASE)
_END_MARK = re.compile(r"[\W_]*(?:30|ends?)?[\W_]*", re.IGNORECASE)
_FIRST_PUBLISHED = re.compile(r"This report by (.{2,60}?) was first published (?:on )?(.{6,30}?)\.?")
_FRAME = "()[]{}–—-*_# "
_OUTLET = re.compile(r"[\w’'&.\s-]*\w(?:\s\(\w+\))?")
_NAME_WORDS = range(2, 6)
_OUTLET_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """What one line, or several together, say of the article."""

    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    sure: bool = True
    """Whether the line is believed where it stands alone; a bare name may be a heading."""


def read(row: str) -> Credit | None:
    """What ``row`` credits; None when it may be part of the article."""
    row = clean.line(row)
    if not row or len(row) > _LONGEST:
        return None
    if _END_MARK.fullmatch(row):
        return Credit(sure=False)
    if match := _FIRST_PUBLISHED.fullmatch(row):
        return Credit(outlet=_outlet(match[1]) or match[1], published=match[2] if _is_date(match[2]) else None)
    row = row.strip(_FRAME)
    return _whole(row) or _several(row)


def merge(found: Sequence[Credit]) -> Credit:
    """What several credits say together; the first outlet, date and address count."""
    return Credit(
        authors=tuple(dict.fromkeys(name for credit in found for name in credit.authors)),
        outlet=next((credit.outlet for credit in found if credit.outlet), None),
        published=next((credit.published for credit in found if credit.published), None),
        url=next((credit.url for credit in found if credit.url), None),
        sure=any(credit.sure for credit in found) or sum(credit != Credit(sure=False) for credit in found) > 1,
    )


def _whole(row: str) -> Credit | None:
    """A line that says one thing."""
    if _is_date(row):
        return Credit(published=row)
    if not urls.problem(row):
        return Credit(url=row)
    if opened := _opened(row):
        return opened
    if outlet := _outlet(row):
        return Credit(outlet=outlet, sure=row.casefold() in _agencies())
    return Credit(authors=(row,), sure=False) if is_name(row) else None


def _several(row: str) -> Credit | None:
    """A line of several things: "Ana Petrov | Harbour Gazette | 3 March 2025"."""
    for parts in (_PARTS.split(row), row.split(", ", 1), row.rsplit(", ", 1)):
        found = [credit for part in parts if (credit := _whole(part))]
        if len(found) == len(parts) > 1:
            return merge(found)
    return None


def _opened(row: str) -> Credit | None:
    """A line that begins with a word for what it says: "By Ana Petrov, Harbour Gazette"."""
    low = row.casefold()
    for opening, kind in _openings():
        joined = opening[-1].isalnum() and low[len(opening) : len(opening) + 1].isalnum()
        if low.startswith(opening) and len(low) > len(opening) and not joined:
            return _said(kind, _RIGHTS.sub("", row[len(opening) :].strip(" :")))
    return None


def _said(kind: str, rest: str) -> Credit | None:
    """What stands behind an opening word of ``kind``; None where it cannot be that."""
    match kind:
        case "author":
            return _authors(rest)
        case "outlet":
            name = _YEARS.sub("", rest).strip(" .")
            return Credit(outlet=_outlet(name) or _printed(name)) if name else Credit()
        case "date":
            return Credit(published=rest) if _is_date(rest) else None
        case _:
            return Credit() if _is_date(rest) or _authors(rest) else None


def _authors(text: str) -> Credit | None:
    """The names in ``text``, and the outlet behind them; roles and places are left out."""
    outlet, names = None, []
    for part in (part for piece in _PARTS.split(text) for part in _NAME_PARTS.split(piece)):
        part = _PLACE.sub("", part).strip(" .")
        if found := _outlet(part):
            outlet = outlet or found
        elif is_name(part, fewest=1):
            names.append(part)
        elif part and part.split()[-1].casefold() not in _words("role"):
            return None
    return Credit(authors=tuple(names), outlet=outlet) if names or outlet else None


def names(text: str) -> tuple[str, ...]:
    """The authors that a field of its own names: "By Ana Petrov and Tom Barasa" are two, "The Desk, Lima" is one.

    What stands behind names and is none, such as a role, a degree or a site, is left out.
    """
    text = clean.line(text)
    if len(text) > _LONGEST_FIELD:
        return (text,)
    opened = _opened(text)
    if opened and opened.authors:
        return opened.authors
    parts = [part for piece in _PARTS.split(text) for part in _NAME_PARTS.split(piece)]
    if is_name(parts[0]):
        return tuple(part for part in parts if is_name(part))
    return (text,) if text else ()


def is_name(text: str, fewest: int = _NAME_WORDS.start) -> bool:
    """Whether ``text`` has the shape of a person's name: a few capitalised words, particles between them."""
    words = text.split()
    if not fewest <= len(words) < _NAME_WORDS.stop or words[-1].casefold() in _words("role"):
        return False
    capitals = [word for word in words if word.casefold() not in _words("particle")]
    return (
        len(capitals) >= fewest
        and all(word[0].isupper() and all(c.isalpha() or c in "’'.-" for c in word) for word in capitals)
        and words[-1] in capitals
        and (not text.endswith(".") or text.endswith(("Jr.", "Sr.")))
        and words[0].casefold() not in ("the", "a", "an")
    )


def _is_date(text: str) -> bool:
    try:
        dates.parse(text)
    except dates.DateError:
        return False
    return True


def _outlet(text: str) -> str | None:
    """The outlet that ``text`` names, in the form to print; None where it names none that is known by its words."""
    if known := _agencies().get(text.casefold()):
        return known
    words = text.split()
    if not len(words) + text.count("-") > 1 or len(words) > _OUTLET_WORDS or not _OUTLET.fullmatch(text):
        return None
    first = next((word for word in words if word.casefold() not in _words("particle") | _words("small")), "")
    named = (
        words[-1].casefold().rpartition("-")[2] in _outlet_words() or _outlet_words().get(first.casefold()) == "first"
    )
    capital = all(word[0].isupper() or word.casefold() in _words("small") | _words("particle") for word in words)
    return _printed(text) if named and (capital or text.islower()) else None


def _printed(name: str) -> str:
    """``name``, capitalised where it was printed all in lower case."""
    return name.title() if name.islower() and " " in name else name


@cache
def _agencies() -> dict[str, str]:
    return {form.casefold(): row[0] for row in rows("agencies.tsv") for form in row}


@cache
def _outlet_words() -> dict[str, str]:
    """Words of publishers' names, and for each ``first`` where it may stand at their beginning."""
    return {row[0]: row[-1] for row in rows("outlet_words.tsv")}


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row[1] for row in rows("byline_words.tsv") if row[0] == kind)


@cache
def _openings() -> tuple[tuple[str, str], ...]:
    """Openings and their kinds, the longest first."""
    found = [(word, kind) for kind in ("author", "outlet", "date", "other") for word in _words(kind)]
    return tuple(sorted(found, key=lambda opening: (-len(opening[0]), opening)))
