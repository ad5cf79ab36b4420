"""Does a text speak of another time than the date it is given?

A page that was moved, copied or dated anew prints yesterday's news under today's date. News gives a weekday with a
date and its year only for its own days, and so does a dateline: where those lie far from the date of the page and none
lies near, the reader is told. A text that looks back ("fifty years ago") may do so.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from topic_briefings.models import Notice, Span
from topic_briefings.reading import datenames
from topic_briefings.text.datelines import dateline_end

_FAR = 200
"""Days between a text's own days and the date that it is given."""
_OPENING = 1500
"""Code points in which news names its own days."""
_DATE = re.compile(
    r"(?:(?P<weekday>[^\W\d_]{3,12})\.?,? (?:(?:the|den|dem|le|el) )?)?"
    r"(?:(?P<day>\d{1,2})(?:\.|st|nd|rd|th)? (?:of |de )?(?P<month>[^\W\d_]{3,12})\.?"
    r"|(?P<month_first>[^\W\d_]{3,12})\.? (?P<day_second>\d{1,2})(?:st|nd|rd|th)?),? (?:de )?(?P<year>(?:19|20)\d\d)\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_LONGEST = 80
"""Code points that a date has before its year at most."""
_LOOKS_BACK = re.compile(
    r"\b(?:years? ago|anniversary|anniversaries|\w+ years (?:after|since|later)|on this day|Jahren?|Jahrestag\w*"
    r"|ans après|aniversario|anniversaire|anniversario)\b",
    re.IGNORECASE,
)


def notices(body: str, published: dt.date | None, language: str) -> tuple[Notice, ...]:
    """A notice where every day that ``body`` (cleaned) names as its own is far from ``published``; none without one."""
    if published is None or str(published.year) in body:
        return ()
    own = list(_own_days(body, language))
    if not own or any(abs((day - published).days) < _FAR for day, _ in own) or _LOOKS_BACK.search(body):
        return ()
    span = own[0][1]
    message = f"The text names “{span.of(body)}” as its own day, and the date that it is given is of {published.year}."
    return (Notice(code="years", message=message, span=span, words=(span.of(body), str(published.year))),)


def latest(body: str, language: str) -> Span | None:
    """The latest date with its year in ``body``; none where it names a later year, and so tells of the past there."""
    found = [(day, span) for day, _, span in _days(body, language, len(body))]
    if not found:
        return None
    day, span = max(found, key=lambda one: (one[0], -one[1].start))
    return span if day.year == max(int(year[0]) for year in _YEAR.finditer(body)) else None


def _dates(body: str, end: int) -> Iterator[re.Match[str]]:
    """The dates before ``end``, each looked for before its year."""
    reached = 0
    for year in _YEAR.finditer(body, 0, end):
        found = _DATE.search(body, max(reached, year.start() - _LONGEST), year.end())
        if found is not None:
            reached = found.end()
            yield found


def _own_days(body: str, language: str) -> Iterator[tuple[dt.date, Span]]:
    """The dates with a year that have their weekday beside them, or stand in the dateline."""
    end = dateline_end(body, 0, len(body))
    for day, weekdays, span in _days(body, language):
        if (weekdays or span.end <= end) and (not weekdays or day.weekday() in weekdays):
            yield day, span


def _days(body: str, language: str, end: int = _OPENING) -> Iterator[tuple[dt.date, frozenset[int], Span]]:
    """The days before ``end`` that are in the calendar, with the weekdays (Monday is 0) printed before them."""
    for found in _dates(body, end):
        at = datenames.month_and_day(found, language)
        weekdays = datenames.weekdays([datenames.folded(found["weekday"])]) if found["weekday"] else frozenset()
        if at is None:
            continue
        try:
            day = dt.date(int(found["year"]), *at)
        except ValueError:
            continue
        start = found.start() if weekdays else found.start("day" if found["day"] else "month_first")
        yield day, weekdays, Span(start, found.end())
