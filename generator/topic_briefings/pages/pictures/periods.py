"""Counting dates by week, month or year, so that a timeline has neither three bars nor three hundred."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

MOST = 60
"""The most bars that a phone shows apart."""


class Unit(StrEnum):
    """How long a period is."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of time and how many dates fall into it."""

    first: dt.date
    last: dt.date
    """Its last day, which belongs to it."""
    count: int


def by_period(dates: Iterable[dt.date]) -> tuple[Unit, tuple[Period, ...]]:
    """The shortest unit that gives at most 60 periods, and every period from the first date to the last.

    Weeks begin on Monday (ISO 8601). Periods without a date have a count of 0. Without dates there are none.
    Over more than 60 years there are more than 60 periods of a year.
    """
    counts = Counter(dates)
    if not counts:
        return Unit.WEEK, ()
    first, last = min(counts), max(counts)
    for unit in Unit:
        if _reach(_start(first, unit), last, unit) <= MOST:
            break
    starts = _starts(_start(first, unit), last, unit)
    sums: Counter[dt.date] = Counter()
    for day, count in counts.items():
        sums[_start(day, unit)] += count
    return unit, tuple(Period(first=start, last=_end(start, unit), count=sums[start]) for start in starts)


def _reach(start: dt.date, last: dt.date, unit: Unit) -> int:
    """How many periods there are from the one that begins at ``start`` to that of ``last``."""
    if unit is Unit.WEEK:
        return (last - start).days // 7 + 1
    if unit is Unit.MONTH:
        return (last.year - start.year) * 12 + last.month - start.month + 1
    return last.year - start.year + 1


def _starts(start: dt.date, last: dt.date, unit: Unit) -> list[dt.date]:
    found = [start]
    while (end := _end(found[-1], unit)) < last:
        found.append(end + dt.timedelta(days=1))
    return found


def _start(day: dt.date, unit: Unit) -> dt.date:
    if unit is Unit.WEEK:
        return dt.date.fromordinal(max(1, day.toordinal() - day.weekday()))
    return day.replace(day=1) if unit is Unit.MONTH else day.replace(month=1, day=1)


def _end(start: dt.date, unit: Unit) -> dt.date:
    if unit is Unit.WEEK:
        return start + min(dt.timedelta(days=6 - start.weekday()), dt.date.max - start)
    if unit is Unit.YEAR:
        return start.replace(month=12, day=31)
    following = (start.replace(day=28) + dt.timedelta(days=4)) if (start.year, start.month) != (9999, 12) else None
    return following - dt.timedelta(days=following.day) if following else dt.date.max
