"""When an article says it was published: a whole date or none, never a guess. The one module that knows dateutil."""

from __future__ import annotations

import datetime as dt
import re

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?=$|[T\s])")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?=$|T)")
_TIME = re.compile(
    r"(?:[T,\s]+(?:at|um|à|alle|a las)?\s*)\d{1,2}[:.h]\d{2}\b.*$|,?\s+\d{1,2}\s*[ap]\.?m\.?.*$", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DOTTED = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}$")
_LONGEST = 80
"""Characters; no printed date is longer."""
_REMEDY = "write it as 2025-03-01, year, month, day"


class DateError(ValueError):
    """Words that are no date, or no certain one; ``problem`` and ``remedy`` make up the sentence."""

    def __init__(self, problem: str, remedy: str = _REMEDY) -> None:
        super().__init__(f"{problem}; {remedy}")
        self.problem = problem
        self.remedy = remedy


def parse(text: str) -> dt.date:
    """The date that ``text`` states: ISO 8601 first, then words and numbers that can be read one way only.

    A time of day and what follows it is passed over. Raises ``DateError`` for a date without its day, month or
    four-digit year, for one that is read differently by Americans and Europeans, and for anything else.
    """
    text = " ".join(text.split())
    if match := _ISO.match(text) or _COMPACT.match(text):
        try:
            return dt.date(*map(int, match.groups()))
        except ValueError:
            raise DateError(f'"{text[:_LONGEST]}" is not in the calendar') from None
    if len(text) > _LONGEST:
        raise DateError(f'"{text[:_LONGEST]}…" is not a date')
    return _worded(text, _TIME.sub("", text).strip(" ,"))


def _worded(text: str, day: str) -> dt.date:
    """The date in ``day``, which is ``text`` without its time."""
    if not _YEAR.search(day):
        raise DateError(f'"{text}" is not a date' if not re.search(r"\d", text) else f'"{text}" has no four-digit year')
    european = _dateutil(day, dayfirst=True)
    american = european if _DOTTED.match(day) else _dateutil(day, dayfirst=False)
    if european is None or american is None:
        raise DateError(f'"{text}" is not a date')
    if european != american:
        both = f"{american.isoformat()} or {european.isoformat()}"
        raise DateError(f'"{text}" is {american:%-d %B} to some and {european:%-d %B} to others', f"write {both}")
    return european


def _dateutil(day: str, *, dayfirst: bool) -> dt.date | None:
    """What dateutil reads; None where it reads nothing, or had to fill in a day or a month."""
    from dateutil import parser

    found = set()
    for default in (dt.datetime(1996, 1, 1), dt.datetime(2004, 7, 23)):
        try:
            found.add(parser.parse(day, default=default, dayfirst=dayfirst).date())
        except (ValueError, OverflowError, TypeError):
            return None
    return found.pop() if len(found) == 1 else None
