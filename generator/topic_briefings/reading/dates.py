"""When an article says it was published: a whole date or none, never a guess. The one module that knows dateutil."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateutil.parser import parserinfo

_YEAR_FIRST = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})(?=$|[T\s])|(\d{2})(\d{2})(?=$|T))", re.ASCII)
"""ISO 8601, with and without hyphens; and its like with other signs, since nobody writes year, day, month."""
_CLOCK = re.compile(
    r"[T,\s]+(?:(?:at|um|à|alle|a las)\s+)?\d{1,3}[:.h]\d{2}(?!\d{2}|\.\d).*$"  # 15:01:01.79, at 4:05 p.m. EST
    r"|,?\s+(?:at\s+)?\d{1,2}\s*[ap]\.?m\b.*$",  # 4 p.m.
    re.IGNORECASE | re.ASCII,
)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_DOTTED = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}", re.ASCII)
"""Day, month, year: nobody writes an American date with dots."""
_SHORT_YEAR = re.compile(r"\d{6}|\d+\D+\d+", re.ASCII)
_FIRST_YEAR = 1605
"""The Relation of Strasbourg; an earlier year is a program's way to write none."""
_LONGEST = 80
"""Characters; no printed date is longer."""
_REMEDY = "write 2025-03-01"
_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "uk", "tr")
"""Whose names of months and days are read."""
_FILLERS = ("de", "del", "den", "der", "le", "am", "il", "el", "em", "os", "op")


class DateError(ValueError):
    """Words that are no date, or no certain one; ``problem`` and ``remedy`` make up the sentence."""

    def __init__(self, problem: str, remedy: str = _REMEDY) -> None:
        super().__init__(f"{problem}; {remedy}")
        self.problem = problem
        self.remedy = remedy


def parse(text: str) -> dt.date:
    """The date that ``text`` states: ISO 8601 first, then words and numbers that can be read one way only.

    A time of day and what follows it is passed over; the date counts as printed, in whatever time zone. Raises
    ``DateError`` for a date without its day, its month or a four-digit year, for one that Americans and Europeans
    read differently, and for anything else.
    """
    found = _parse(" ".join(text.split()))
    if found.year < _FIRST_YEAR:
        raise DateError(f'"{found}" is before there were newspapers')
    return found


def _parse(text: str) -> dt.date:
    if match := _YEAR_FIRST.match(text):
        try:
            return dt.date(int(match[1]), int(match[3] or match[5]), int(match[4] or match[6]))
        except ValueError:
            raise DateError(f'"{text[:_LONGEST]}" is not in the calendar') from None
    if len(text) > _LONGEST:
        raise DateError(f'"{text[:_LONGEST]}…" is not a date')
    return _worded(text, _CLOCK.sub("", text).strip(" ,"))


def _worded(text: str, day: str) -> dt.date:
    """The date in ``day``, which is ``text`` without its time of day."""
    if not _YEAR.search(day):
        raise DateError(f'"{text}" {"has no four-digit year" if _SHORT_YEAR.search(day) else "is not a date"}')
    european = _dateutil(day, dayfirst=True)
    american = european if _DOTTED.fullmatch(day) else _dateutil(day, dayfirst=False)
    if european is None or american is None:
        raise DateError(f'"{text}" is not a date')
    if european != american:
        raise DateError(f'"{text}" is {american} to some and {european} to others', "write the one that is meant")
    return european


def _dateutil(day: str, *, dayfirst: bool) -> dt.date | None:
    """What dateutil reads; None where it reads nothing, or had to fill in a day or a month."""
    from dateutil import parser  # not needed where dates are ISO 8601

    found = set()
    for default in (dt.datetime(1996, 1, 1), dt.datetime(2004, 7, 23)):
        try:
            found.add(parser.parse(day, parserinfo=_names(), default=default, dayfirst=dayfirst, ignoretz=True).date())
        except (ValueError, OverflowError, TypeError):
            return None
    return found.pop() if len(found) == 1 else None


@cache
def _names() -> parserinfo:
    """Dateutil's rules with the names of months and days in ``_LANGUAGES``, from CLDR; the first language wins."""
    from babel import Locale
    from dateutil import parser

    months: dict[str, int] = {}
    days: dict[str, int] = {}
    for code in _LANGUAGES:
        locale = Locale.parse(code)
        for width in ("wide", "abbreviated"):
            for number, name in locale.months["format"][width].items():
                months.setdefault(name.rstrip(".").lower(), number)
            for number, name in locale.days["format"][width].items():
                days.setdefault(name.rstrip(".").lower(), number)

    class Names(parser.parserinfo):
        JUMP = [*parser.parserinfo.JUMP, *_FILLERS]  # noqa: RUF012 - dateutil's own way of being told
        MONTHS = [_together(base, months, n) for n, base in enumerate(parser.parserinfo.MONTHS, 1)]  # type: ignore[misc]  # noqa: RUF012 - the stubs know two forms a month
        WEEKDAYS = [_together(base, days, n) for n, base in enumerate(parser.parserinfo.WEEKDAYS)]  # type: ignore[misc]  # noqa: RUF012 - the same

    return Names()


def _together(base: tuple[str, ...], names: dict[str, int], number: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*base, *(name for name, its in names.items() if its == number))))
