"""Printed dates and what they state: ``tests/cases/reading/dates.tsv``."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topic_briefings.reading import dates

CASES = Path(__file__).parents[1] / "cases" / "reading" / "dates.tsv"
ROWS = [row.split("\t") for row in CASES.read_text(encoding="utf-8").splitlines() if not row.startswith("#")]


@pytest.mark.parametrize(("printed", "stated"), ROWS, ids=[row[0] for row in ROWS])
def test_case(printed: str, stated: str) -> None:
    if stated == "-":
        with pytest.raises(dates.DateError):
            dates.parse(printed)
    else:
        assert dates.parse(printed).isoformat() == stated


def test_an_ambiguous_date_is_refused_with_both_readings() -> None:
    with pytest.raises(dates.DateError, match="2025-03-04 to some and 2025-04-03 to others"):
        dates.parse("03/04/2025")


@given(st.dates(), st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%d %B %Y", "%B %d, %Y", "%d.%m.%Y"]))
def test_what_is_written_plainly_is_read_back(day, form: str) -> None:
    if day.year >= 1605:
        assert dates.parse(day.strftime(form)) == day


@given(st.text(max_size=100))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    with contextlib.suppress(dates.DateError):
        dates.parse(text)
