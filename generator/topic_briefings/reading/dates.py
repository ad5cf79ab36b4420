"""When an article says it was published: a whole date or none, never a guess."""

from __future__ import annotations

import datetime as dt
import re

from topic_briefings.reading import datenames

_YEAR_FIRST = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})(?=$|[T\s,(])|(\d{2})(\d{2})(?=$|T))", re.ASCII)
"""ISO 8601, with and without hyphens; and its like with other signs, since nobody writes year, day, month."""
_CLOCK = re.compile(
    r"(?<![\d.])(?:\d{1,2}\s?[:.h]\s?\d{2}(?:[:.]\d{2}(?:[.,]\d+(?:\s?[a-z]{1,2}(?!\w)){0,2})?)?(?!\d)\s?(?:[ap]\.?\s?m\b\.?|uhr\b|hrs?\b|h\b)?"
    r"|\d{1,2}\s?(?:[ap]\.?\s?m\b\.?|uhr\b|h\b)|\d{4}(?=\s(?:utc|[a-z]{1,3}t)\b)|\d{4}\s?h(?:rs)?\b)|\b(?:noon|midnight)\b"
)
"""A time of day in lower case: 9:15am, 10.30 Uhr, 9h15, 4 p.m., 15:01:01.79 with a wire's codes behind it, 1015 GMT."""
_ZONE = re.compile(r"(?:\b(?:utc|gmt))?[+−-](?:\d{2}:?\d{2}|\d{1,2})(?!\w)|(?<=\d)z\b|\[[a-z_]+/[a-z_/]+\]$")
_BETWEEN = re.compile(r"[\s,;|•·–—()（）\[\]/-]+")
"""What parts a date from the weekday, the time of day and the time zone beside it."""
_ORDINAL = r"(?:\.?\s?[ºª°]|st|nd|rd|th|er|re|ère|\.)?"
_OF = r"(?:[\s,./-]*(?:(?:of|the|de|del|di|do|da|den|nam)\s|d['’])?\s*)"
_MONTH = r"(?<!\w)(?P<month>(?:thang|thg)\s\d{1,2}|[^\s\d,./()-]+(?:\.[^\s\d,./()-]+)*)\.?"
"""A word that may name a month; Vietnamese numbers them."""
_DAY = rf"(?<![\d.:])(?P<day>\d{{1,2}})(?!\d){_ORDINAL}"
_MONTH_NAMED = tuple(
    map(
        re.compile,
        (
            rf"{_DAY}{_OF}{_MONTH}{_OF}(?P<year>\d{{4}})(?!\d)\.?",
            rf"{_MONTH}{_OF}{_DAY}[\s,./-]*(?<!\d)(?P<year>\d{{4}})(?!\d)\.?",
            rf"(?<!\d)(?P<year>\d{{4}})\.?{_OF}{_MONTH}[\s,./-]*{_DAY}",
            # As programs print it: Mon Mar  3 09:15:00 GMT 2025.
            rf"{_MONTH}\s(?P<day>\d{{1,2}})\s\d\d:\d\d(?::\d\d)?(?:\s(?:[a-z]{{1,5}}|[+-]\d{{4}}))?\s(?P<year>\d{{4}})(?!\d)",
        ),
    )
)
"""Dates whose month is a name, in every order that is printed."""
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})(\s?[./-]\s?)(\d{1,2})\2(\d{4})(?![\d/-])")
_EASTERN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号일]")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_SHORT_YEAR = re.compile(r"\d{6}|\d+\D+\d+", re.ASCII)
_TWO_DIGITS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2\d{2}", re.ASCII)
"""A whole date in numbers of which the century is left out."""
_FIRST_YEAR = 1605
"""The Relation of Strasbourg; an earlier year is a program's way to write none."""
_LAST_YEAR = 2200
"""A later one is of another calendar."""
_LONGEST = 80
"""Characters; no printed date is longer."""
_REMEDY = "write 2025-03-01"


class DateError(ValueError):
    """Words that are no date, or no certain one; ``problem`` and ``remedy`` make up the sentence.

    ``doubtful`` tells a date that is there but can be read in two ways, or is not in the calendar.
    """

    def __init__(self, problem: str, remedy: str = _REMEDY, *, doubtful: bool = False) -> None:
        super().__init__(f"{problem}; {remedy}")
        self.problem = problem
        self.remedy = remedy
        self.doubtful = doubtful


def parse(text: str, language: str = "") -> dt.date:
    """The date that ``text`` states: ISO 8601 first, then words and numbers that can be read one way only.

    The names of months count in every language that has its own; a name that two languages give to different months
    counts as ``language`` (ISO 639-1) has it, and is refused without one. A weekday, a time of day and a time zone
    beside the date are passed over; the date counts as printed, in whatever zone. Raises ``DateError`` for a date
    without its day, its month or a four-digit year, for one that Americans and Europeans read differently, and for
    anything else.
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        raise DateError(f'"{text[:_LONGEST]}…" is not a date')
    found = _iso(text) or _printed(text, language)
    if found.year < _FIRST_YEAR:
        raise DateError(f'"{found}" is before there were newspapers')
    if found.year > _LAST_YEAR:
        raise DateError(f'"{text}" is in another calendar, or centuries ahead', doubtful=True)
    return found


def is_time(text: str) -> bool:
    """Whether ``text`` is a time of day and nothing else: "4:30 p.m. ET"."""
    low = datenames.folded(text)
    return _CLOCK.search(low) is not None and _is_beside(low)


def _iso(text: str) -> dt.date | None:
    match = _YEAR_FIRST.match(text)
    if match is None or not _is_beside(datenames.folded(text[match.end() :].removeprefix("T"))):
        return None
    return _day(text, match[1], match[3] or match[5], match[4] or match[6])


def _printed(text: str, language: str) -> dt.date:
    """The one date in ``text`` that has nothing beside it but a weekday and a time of day."""
    low = datenames.folded(text)
    for pattern in (*_MONTH_NAMED, _EASTERN, _NUMERIC) if _YEAR.search(text) else ():
        for match in pattern.finditer(low):
            if "month" in pattern.groupindex and not datenames.months(match["month"]):
                continue
            if _is_beside(f"{low[: match.start()]} {low[match.end() :]}"):
                return _in_numbers(text, match, low) if pattern is _NUMERIC else _in_words(text, match, language)
    if _YEAR.search(text) or not _SHORT_YEAR.search(text):
        raise DateError(f'"{text}" is not a date')
    raise _without_century(text)


def _without_century(text: str) -> DateError:
    """Why a date without a four-digit year is none; "3/4/25" is one all the same, though nobody can tell which."""
    if (match := _TWO_DIGITS.fullmatch(text)) is None:
        return DateError(f'"{text}" has no four-digit year')
    problem = f'"{text}" has no four-digit year'
    if max(int(match[1]), int(match[3])) <= 12 and match[2] != ".":
        problem += ", and its first number is the month to some and the day to others"
    return DateError(problem, doubtful=True)


def _is_beside(rest: str) -> bool:
    """Whether ``rest``, folded, holds only what may stand beside a date."""
    words = _BETWEEN.split(_CLOCK.sub(" ", _ZONE.sub(" ", rest)))
    return all(word.strip(".:") in datenames.beside() for word in words if word.strip(".:"))


def _in_words(text: str, match: re.Match[str], language: str) -> dt.date:
    if match.re is _EASTERN:
        return _day(text, match[1], match[2], match[3])
    months = datenames.months(match["month"], language)
    if len(months) > 1:
        one, other = (dt.date(2000, month, 1).strftime("%B") for month in sorted(months)[:2])
        raise DateError(f'"{text}" is in {one} to some and in {other} to others', doubtful=True)
    return _day(text, match["year"], str(*months), match["day"])


def _in_numbers(text: str, match: re.Match[str], low: str) -> dt.date:
    """The date in numbers. Nobody writes an American date with dots; else only a weekday can settle a doubt."""
    first, mark, second, year = match.groups()
    if mark.strip() == "." or int(first) > 12 or int(second) > 12 or int(first) == int(second):
        american = mark.strip() != "." and int(second) > 12
        return _day(text, year, *((first, second) if american else (second, first)))
    european, american_date = _day(text, year, second, first), _day(text, year, first, second)
    weekdays = datenames.weekdays(_BETWEEN.split(low))
    fitting = [day for day in (european, american_date) if day.isoweekday() - 1 in weekdays]
    if len(fitting) != 1:
        problem = f'"{text}" is {american_date} to some and {european} to others'
        raise DateError(problem, "write the one that is meant", doubtful=True)
    return fitting[0]


def _day(text: str, year: str, month: str, day: str) -> dt.date:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        raise DateError(f'"{text}" is not in the calendar', doubtful=True) from None
