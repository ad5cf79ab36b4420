"""Counting dates by week, month or year."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topic_briefings.pages.pictures import Unit, by_period


def days(*dates):
    return [dt.date.fromisoformat(date) for date in dates]


def test_weeks_run_from_monday_to_sunday_and_leave_none_out():
    unit, found = by_period(days("2026-11-15", "2026-11-01", "2026-11-01"))
    assert unit is Unit.WEEK
    assert [(str(p.first), str(p.last), p.count) for p in found] == [
        ("2026-10-26", "2026-11-01", 2),
        ("2026-11-02", "2026-11-08", 0),
        ("2026-11-09", "2026-11-15", 1),
    ]


@pytest.mark.parametrize(
    ("last", "unit", "bars"),
    [
        ("2024-01-01", Unit.WEEK, 1),
        ("2025-02-16", Unit.WEEK, 59),
        ("2025-03-03", Unit.MONTH, 15),
        ("2028-12-31", Unit.MONTH, 60),
        ("2029-01-01", Unit.YEAR, 6),
        ("2183-06-01", Unit.YEAR, 160),
    ],
)
def test_the_unit_grows_with_the_time_between(last, unit, bars):
    found, periods = by_period(days("2024-01-01", last))
    assert (found, len(periods)) == (unit, bars)


def test_no_dates_have_no_periods():
    assert by_period([]) == (Unit.WEEK, ())


@given(st.lists(st.dates(dt.date(1800, 1, 1), dt.date(2100, 1, 1)), max_size=8))
def test_every_date_is_in_one_period_and_periods_meet(dates):
    _, periods = by_period(dates)
    assert sum(period.count for period in periods) == len(dates)
    for one, following in pairwise(periods):
        assert one.last + dt.timedelta(days=1) == following.first
    assert all(period.first <= period.last for period in periods)
    if dates:
        assert periods[0].first <= min(dates) <= max(dates) <= periods[-1].last


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_dates_too(date):
    (period,) = by_period(days(date))[1]
    assert period.first <= dt.date.fromisoformat(date) <= period.last
    assert len(by_period(days("0001-01-01", "9999-12-31"))[1]) == 9999


def test_the_last_month_of_the_calendar_ends_where_the_calendar_does():
    unit, found = by_period(days("9998-01-01", "9999-12-31"))
    assert unit is Unit.MONTH
    assert (str(found[-1].first), str(found[-1].last), found[-1].count) == ("9999-12-01", "9999-12-31", 1)
