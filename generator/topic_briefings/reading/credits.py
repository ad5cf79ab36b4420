"""Lines above or below a text that say who wrote it, who printed it and when."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from topic_briefings.languages.names import given_name
from topic_briefings.reading import bylines, clean, dates, outlets, urls

MOST = 8
"""Lines above a text, and as many below."""
_LONGEST = 140
"""Characters; a longer line is a paragraph."""
_LONGEST_FIELD = 1_000
"""Characters; more is no list of names, and is left as it is."""
_BARS = re.compile(r"\s*[|·•;]\s*|\s+[–—-]\s+|\s+(?=©)|\s+(?=\([^()]*\d[^()]*\)$)|\s+/\s+|\s+(?=\d{1,2}[ -]min)")
_COMMA = re.compile(r",\s+")
_BEFORE_DATE = re.compile(r",?\s+(?:on\s+|am\s+|le\s+|el\s+)?(?=\w)|\s*/\s*")
_YEARS = re.compile(r"\d{4}(?:\s?[-–]\s?\d{4})?\s*(?:by\s+)?")
_ARTICLE = re.compile(r"the (?=[A-Z])")
_RIGHTS = re.compile(r"[.,]?\s*all rights reserved\.?$", re.IGNORECASE)
_END_MARK = re.compile(r"[\W_]*(?:30|ends?)?[\W_]*", re.IGNORECASE)
_FIRST_PUBLISHED = re.compile(r"This report by (.{2,60}?) was first published (?:on )?(.{6,30}?)\.?")
_DIGITS = re.compile(r"\d+")
_A_REPORT = re.compile(
    r"(?:a|an|ein|eine|un|une|una|um|uma|een|et)\s+(?=\w+\s+(?:by|von|de|di|af|av|door|par)\s)", re.I
)
"""The article before the word for a text: "Ein Bericht von Ana Petrov"."""
_CONTRIBUTED = re.compile(r"(.{2,80}?) (?:also )?contributed (?:to this (?:report|story|article)|reporting)\.?")
_OF_STAFF = re.compile(r"(?:Of|For|of|for) [Tt]he (?:[A-Z][\w’'-]+ ){1,4}[Ss]taff")
"""Whose staff the author is on: "Of the Tribune Staff"."""
_ANY_YEAR = 2000
"""What a day that says no year is completed with, to tell whether it is one: "Last updated: May 9"."""
_AND = re.compile(r"(?:and|und|et|e|y|en|og|och|i|&|\+)\s+(?=[^\W\d_])(.+)", re.IGNORECASE)
"""A word that goes on with a list of names, and what stands behind it."""
_FRAME = "–—-*_# "


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
        return Credit(outlet=outlets.name(match[1]) or match[1], published=match[2] if _is_date(match[2]) else None)
    if (match := _CONTRIBUTED.fullmatch(row)) and bylines.names(match[1]):
        return Credit()
    bare = _unframed(bylines.without_contacts(row))
    found = _parted(bare, _WAYS) if bare else Credit()
    if found and found.authors and (bare != _unframed(row) or bylines.is_helped(row)):
        return replace(found, sure=True)
    return found


def _unframed(row: str) -> str:
    """``row`` without signs around it, and without brackets where both are there."""
    row = row.strip(_FRAME)
    return row[1:-1].strip(_FRAME) if row[:1] in ("(", "[", "{") and row[-1:] in (")", "]", "}") else row


def above(rows: Sequence[str]) -> list[Credit]:
    """The credits that the rows of a text begin with; a bare name alone is none, for it may be a heading."""
    found = run(rows[:MOST])
    return found if merge(found).sure else []


def run(order: Iterable[str]) -> list[Credit]:
    """What the rows credit, one after the other, up to the first that may be part of the article."""
    found: list[Credit] = []
    rows, told = list(order), cache(read)
    for number, row in enumerate(rows):
        before, behind = rows[max(0, number - 1) : number], rows[number + 1 : number + 2]
        credit = told(row)
        if credit is None and found and found[-1].authors:
            credit = _further(row)
        if credit is None and any(_is_day(told(other)) for other in (*before, *behind)):
            credit = _unknown_outlet(row)
        if credit is not None and _is_second(credit, found):
            goes_on = found[-1].authors and clean.line(before[0]).endswith(",")
            credit = _second(credit, row) if goes_on or any(_is_day(told(other)) for other in behind) else None
        if credit is None:
            break
        found.append(credit)
    return found


def _further(row: str) -> Credit | None:
    """The authors of a line that goes on with those of the line above: "and Tom Barasa"."""
    behind = _AND.match(clean.line(row))
    found = bylines.names(behind[1], fewest=2) if behind else None
    return Credit(authors=found[0], outlet=found[1]) if found and found[0] else None


def _is_day(credit: Credit | None) -> bool:
    """Whether a line that says this gives a date."""
    return credit is not None and credit.published is not None


def _unknown_outlet(row: str) -> Credit | None:
    """The outlet that a line names beside a date or an author, though none of its words is one of outlets'.

    It begins with "the", since two words with capitals alone may be somebody’s name.
    """
    name = _unframed(clean.line(row))
    first, _, rest = name.partition(" ")
    printed = bool(rest) and first.casefold() in bylines.words("definite") and outlets.is_printed(name)
    return Credit(outlet=name) if printed and name[-1].isalnum() and rest[0].isupper() else None


def _is_second(credit: Credit, found: Sequence[Credit]) -> bool:
    """Whether bare names stand below a line that says whose the text is: then they head the text, or are its first."""
    return bool(credit.authors) and not credit.sure and any(before.sure and before.authors for before in found)


def _second(credit: Credit, row: str) -> Credit:
    """What bare names between a byline and a date are: further authors, or an outlet where nobody is so called."""
    if all(given_name(name.split()[0]) is not None for name in credit.authors):
        return credit
    return Credit(outlet=_unframed(clean.line(row)))


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
    if _is_aside(row):
        return Credit(sure=" " in row)
    if bylines.is_job(row) or bylines.is_staff(row) or _OF_STAFF.fullmatch(row):
        return Credit()
    if bylines.is_placed_job(row):
        return Credit(sure=False)
    if outlet := outlets.name(row) or outlets.placed(row):
        return Credit(outlet=outlet, sure=outlets.is_agency(row))
    found = bylines.names(row, fewest=2)
    sure = bool(found and found[1]) or bylines.is_reporting(row) or _has_role(row)
    return Credit(authors=found[0], outlet=found[1], sure=sure) if found and found[0] else None


def _has_role(row: str) -> bool:
    """Whether the role of one who writes stands behind the first name: "Ana Petrov, Staff Writer"."""
    _, _, behind = row.partition(",")
    return bylines.is_role(behind.strip())


def _parted(row: str, ways: Sequence[Callable[[str], list[str]]]) -> Credit | None:
    """What a line of several things says: "Ana Petrov | Harbour Gazette | 3 March 2025"; None unless all of it does."""
    if whole := _whole(row):
        return whole
    for number, way in enumerate(ways, 1):
        parts = [part for part in way(row) if part.strip(_FRAME)]
        if len(parts) > 1:
            found = [_parted(_unframed(part).lstrip("., "), ways[number:]) for part in parts]
            tells = any(credit and (credit.published or (credit.authors and credit.sure)) for credit in found)
            if tells:
                found = [credit or _unknown_outlet(part) for credit, part in zip(found, parts, strict=True)]
            if all(found):
                return merge([credit for credit in found if credit])
    return None


def _at_openings(row: str) -> list[str]:
    """Parted where the next opening word stands: "By Ana Petrov. Photographs by Tom Barasa"."""
    starts = [match.span() for match in _inner_opening().finditer(row)]
    ends = [start for start, _ in starts]
    return [row[start:end] for start, end in zip([0, *ends], [*ends, len(row)], strict=True)]


def _at_date(row: str) -> list[str]:
    """Parted into a date at the end and what stands before it."""
    for match in _BEFORE_DATE.finditer(row) if any(map(str.isdigit, row)) else ():
        if _is_date(row[match.end() :]):
            return [row[: match.start()], row[match.end() :]]
    return [row]


_WAYS: tuple[Callable[[str], list[str]], ...] = (
    _BARS.split,
    _at_openings,
    _at_date,
    lambda row: _COMMA.split(row, maxsplit=1),
    lambda row: row.rsplit(", ", 1),
)
"""How a line may be parted, the plainest first."""


def _opened(row: str) -> Credit | None:
    """A line that begins with a word for what it says: "By Ana Petrov, Harbour Gazette"."""
    row = _A_REPORT.sub("", row)
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
            found = bylines.names(rest)
            return Credit(authors=found[0], outlet=found[1]) if found else None
        case "outlet":
            name = _ARTICLE.sub("", _YEARS.sub("", rest).strip(" ."))
            known = outlets.name(name) or (outlets.printed(name) if outlets.is_printed(name) else None)
            return Credit(outlet=known) if known or not name else None
        case "date":
            return Credit(published=rest) if _is_date(rest) else Credit() if _is_aside(rest) else None
        case _:
            when = _is_date(rest) or dates.is_time(rest) or _is_date(f"{rest} {_ANY_YEAR}")
            return Credit() if when or bylines.names(rest) or _is_aside(rest) else None


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
    found = bylines.names(text, fewest=2)
    if found and found[0]:
        return found[0]
    first, *others = bylines.split(text)
    if bylines.is_name(first):
        return (first, *(part for part in others if bylines.is_name(part)))
    return (text,) if text else ()


def _is_aside(text: str) -> bool:
    """Whether ``text`` is what pages print beside credits: "4 min read", "5 minutes ago"."""
    return _DIGITS.sub("#", text.casefold().rstrip(".")) in bylines.words("aside")


def _is_date(text: str) -> bool:
    """Whether ``text`` is a date, were it one that can be read in two ways."""
    try:
        dates.parse(text)
    except dates.DateError as error:
        return error.doubtful
    return True


@cache
def _openings() -> tuple[tuple[str, str], ...]:
    """Openings and their kinds, the longest first."""
    found = [(word, kind) for kind in ("author", "outlet", "date", "other") for word in bylines.words(kind)]
    return tuple(sorted(found, key=lambda opening: (-len(opening[0]), opening)))


@cache
def _inner_opening() -> re.Pattern[str]:
    choice = "|".join(re.escape(opening) for opening, _ in _openings() if opening[0].isalpha())
    return re.compile(rf"(?<=\S)[.,]?\s+(?:{choice})(?!\w)", re.IGNORECASE)
