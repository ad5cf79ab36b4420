"""Does a weekday stand beside a date that falls on another one, or a headline name a day that its text does not?

Whoever goes by "Monday, March 28" where that is a Saturday comes on a wrong day; an old text under a new date shows so
too. A date without a year is one of those near the date of the article.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from topic_briefings.models import Notice, Span
from topic_briefings.reading import datenames

_NEAR = 330
"""Days around the date of an article in which a text names a day without its year."""
_HEADLINE = 100
"""Code points of a headline; what is longer is a sentence, which names the day of something else."""


def notices(headline: str, body: str, published: dt.date | None, language: str) -> tuple[Notice, ...]:
    """A notice on the first weekday of ``body`` (cleaned) that is not its date's, else on a day of ``headline``."""
    date, with_weekday = _patterns(language)
    named = list(with_weekday.finditer(body)) if with_weekday else []
    for found in named:
        year = _other_year(found, published, language)
        if year is not None:
            shown, weekday = found[0], found["weekday"]
            message = f"The text names “{shown}”, and in {year} that day is no {weekday}."
            words = (shown, str(year), weekday)
            return (Notice(code="weekday", message=message, span=Span(*found.span()), words=words),)
    return _of_headline(headline, body, named, date, language) if named and len(headline) < _HEADLINE else ()


def _other_year(found: re.Match[str], published: dt.date | None, language: str) -> int | None:
    """The year in which the date is meant and falls on another weekday; None where it is right or cannot be told."""
    at, weekdays = datenames.month_and_day(found, language), datenames.weekdays([datenames.folded(found["weekday"])])
    if at is None or not weekdays:
        return None
    if found["year"]:
        days = _days(at, [int(found["year"])])
    elif published is not None:
        years = (published.year, published.year - 1, published.year + 1)
        days = [day for day in _days(at, years) if abs((day - published).days) <= _NEAR]
        days.sort(key=lambda day: abs((day - published).days))
    else:
        return None
    return days[0].year if days and all(day.weekday() not in weekdays for day in days) else None


def _of_headline(
    headline: str, body: str, named: list[re.Match[str]], date: re.Pattern[str], language: str
) -> tuple[Notice, ...]:
    """A notice where ``headline`` has a day that the text does not, which names another of its month with a weekday."""
    told = date.search(headline)
    at = datenames.month_and_day(told, language) if told else None
    if told is None or at is None:
        return ()
    below = len(headline) if body.startswith(headline) else 0
    if any(datenames.month_and_day(found, language) == at for found in date.finditer(body, below)):
        return ()
    for found in named:
        other = datenames.month_and_day(found, language)
        if found.start() >= below and other is not None and other[0] == at[0]:
            message = f"The headline names “{told[0]}”, and the text “{found[0]}”."
            span = Span(*found.span())
            return (Notice(code="headline_day", message=message, span=span, words=(told[0], found[0])),)
    return ()


def _days(at: tuple[int, int], years: list[int] | tuple[int, ...]) -> list[dt.date]:
    """That day of each year that has it."""
    found = []
    for year in years:
        try:
            found.append(dt.date(year, *at))
        except ValueError:
            continue
    return found


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """A day of a month, and a weekday with one behind it; no second where ``language`` has no names of weekdays."""
    month, weekday = (_choice(datenames.names(kind, language)) for kind in ("month", "weekday"))
    date = (
        rf"(?:(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)? (?:of |de )?(?P<month>{month})(?!\w)"
        rf"|(?P<month_first>{month})\.? (?P<day_second>\d{{1,2}})(?:st|nd|rd|th)?(?![:.]?\d|[ap]m|\w))"
    )
    behind = rf"\.?,? (?:(?:the|den|dem|le|el) )?{date}(?:,? (?:de )?(?P<year>(?:19|20)\d\d)\b)?"
    return re.compile(date), re.compile(rf"(?P<weekday>{weekday}){behind}") if weekday else None


def _choice(names: frozenset[str]) -> str:
    """An expression for ``names``, with a capital too; the longest first, since some begin with others."""
    forms = {form for name in names for form in (name, name[:1].upper() + name[1:])}
    return "|".join(sorted(map(re.escape, forms), key=lambda form: (-len(form), form)))
