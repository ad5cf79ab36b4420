"""Lines above or below a text that say who wrote it, who printed it and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.knowledge import rows
from generator.reading import clean, dates

_LONGEST = 120
"""Characters; a longer line is a paragraph."""
_PARTS = re.compile(r"\s*[|·•]\s*|\s+[–—]\s+|\s+-\s+")
_NAME_PARTS = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|und|et|y|&)\s+")
_NAME_WORD = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]*$")
_PARTICLES = frozenset(
    {"de", "da", "del", "della", "di", "du", "dos", "van", "von", "der", "den", "la", "le", "bin", "al", "el"}
)
_NAME_WORDS = range(2, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """What one line says; ``sure`` when no other line need stand beside it to be believed."""

    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    sure: bool = True


def read(row: str) -> Credit | None:
    """What ``row`` credits; None when it may be part of the article."""
    row = clean.line(row).strip("()[]–—- ")
    if not row or len(row) > _LONGEST:
        return None
    return _opened(row) or _bare(row) or _several(row)


def _opened(row: str) -> Credit | None:
    """A line that begins with a word for what it is: "By Ana Petrov, Harbour Gazette"."""
    for opening, kind in _openings():
        if not row.casefold().startswith(opening) or not (rest := row[len(opening) :].lstrip(" :")):
            continue
        if row[len(opening)].isalnum():
            continue
        if kind == "author" and (credit := _authors(rest)):
            return credit
        if kind == "outlet" and (outlet := _outlet(rest) or _short_name(rest)):
            return Credit(outlet=outlet)
        if kind == "date" and _is_date(rest):
            return Credit(published=rest)
    return None


def _authors(text: str) -> Credit | None:
    """Names, and perhaps an outlet behind them."""
    found = [part for part in _PARTS.split(text) for part in _NAME_PARTS.split(part) if part]
    names = [part for part in found if is_name(part) and not _outlet(part)]
    rest = [part for part in found if part not in names]
    if not names or len(rest) > 1 or (rest and not (outlet := _outlet(rest[0]))):
        return None
    return Credit(authors=tuple(names), outlet=_outlet(rest[0]) if rest else None)


def _bare(row: str) -> Credit | None:
    """A line that is nothing but a date, an outlet or a name."""
    if _is_date(row):
        return Credit(published=row)
    if outlet := _outlet(row):
        return Credit(outlet=outlet, sure=row.casefold() in _agencies())
    if is_name(row):
        return Credit(authors=(row,), sure=False)
    return None


def _several(row: str) -> Credit | None:
    """A line of several such things: "Ana Petrov | Harbour Gazette | 3 March 2025"."""
    parts = [part for part in (_PARTS.split(row) if _PARTS.search(row) else row.split(", ")) if part]
    credits_ = [_opened(part) or _bare(part) for part in parts]
    if len(parts) < 2 or not all(credits_):
        return None
    found = [credit for credit in credits_ if credit]
    return merge(found)


def merge(found: list[Credit]) -> Credit:
    """What several credits say together; the first outlet and date count."""
    return Credit(
        authors=tuple(name for credit in found for name in credit.authors),
        outlet=next((credit.outlet for credit in found if credit.outlet), None),
        published=next((credit.published for credit in found if credit.published), None),
        sure=len(found) > 1 or any(credit.sure for credit in found),
    )


def is_name(text: str) -> bool:
    """Whether ``text`` has the shape of a person's name: two to five capitalised words."""
    words = text.split()
    return (
        len(words) in _NAME_WORDS
        and all(_NAME_WORD.match(word) or word in _PARTICLES for word in words)
        and bool(_NAME_WORD.match(words[-1]))
        and not text.endswith(".")
        and words[0].casefold() not in {"the", "a", "an"}
    )


def _is_date(text: str) -> bool:
    try:
        dates.parse(text)
    except dates.DateError:
        return False
    return True


def _outlet(text: str) -> str | None:
    """The outlet that ``text`` names, in the form to print."""
    if known := _agencies().get(text.casefold()):
        return known
    words = re.findall(r"[\w’']+", text.casefold())
    if words and len(words) <= 5 and words[-1] in _outlet_words() and not text.endswith("."):
        return _short_name(text)
    return None


def _short_name(text: str) -> str | None:
    """``text`` as a name to print: capitalised where it was printed all in lower case."""
    if len(text.split()) > 6 or re.search(r"[.!?]\s", text):
        return None
    return text.title() if text.islower() and " " in text else text


@cache
def _agencies() -> dict[str, str]:
    return {form.casefold(): row[0] for row in rows("agencies.tsv") for form in row}


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(row[0] for row in rows("outlet_words.tsv"))


@cache
def _openings() -> tuple[tuple[str, str], ...]:
    """Openings and their kinds, the longest first."""
    return tuple(sorted(((word, kind) for kind, word in rows("byline_words.tsv")), key=lambda o: (-len(o[0]), o)))
