"""Printed dates and what they state: ``tests/cases/reading/dates.tsv``."""

from __future__ import annotations

import contextlib
import datetime as dt
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from topic_briefings.knowledge import rows
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


NAMES = [row for row in rows("date_names.tsv") if row[0] == "month"]
"""Japanese, Korean and Chinese months have numbers for names: those dates are among the cases."""
CLDR_LANGUAGES = sorted({language for _, language, _, *_ in NAMES})


DOUBTFUL = ("lip", "lis", "listopad", "listopada", "srp")
"""Croatian months that other Slavic languages call by the same name and have elsewhere in the year."""


@pytest.mark.parametrize("language", CLDR_LANGUAGES)
def test_every_month_is_read_in_every_form_that_the_language_has(language: str) -> None:
    locale = Locale.parse(language)
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                for form in (name, name.upper(), name.capitalize(), name.rstrip("."), f"{name.rstrip('.')}."):
                    for printed in (f"3 {form} 2025", f"{form} 3, 2025", f"2025 {form} 3", f"3. {form} 2025, 9:15"):
                        assert dates.parse(printed, language) == dt.date(2025, number, 3), printed


@pytest.mark.parametrize("language", CLDR_LANGUAGES)
def test_every_weekday_may_stand_before_a_date(language: str) -> None:
    locale = Locale.parse(language)
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for name in locale.days[context][width].values():
                month = locale.months["format"]["wide"][3]
                if any(map(str.isdigit, name)):
                    continue  # Vietnamese "Th 2", which no newspaper prints
                assert dates.parse(f"{name}, 3 {month} 2025", language) == dt.date(2025, 3, 3), name


@pytest.mark.parametrize("language", CLDR_LANGUAGES)
def test_every_name_of_the_table_is_one_month_or_a_doubt(language: str) -> None:
    for _, _, number, *names in (row for row in NAMES if row[1] == language):
        for name in names:
            if name in DOUBTFUL:
                with pytest.raises(dates.DateError, match="to some and in"):
                    dates.parse(f"3 {name} 2025")
            else:
                assert dates.parse(f"3 {name} 2025").month == int(number), name


def test_a_month_that_two_languages_call_by_one_name_needs_the_language() -> None:
    assert dates.parse("3. listopada 2025", "hr").month == 10
    assert dates.parse("3 listopada 2025", "pl").month == 11
    with pytest.raises(dates.DateError, match="is in October to some and in November to others"):
        dates.parse("3 listopada 2025")


def test_a_weekday_settles_a_doubt_when_only_one_reading_has_it() -> None:
    assert dates.parse("Thu 03/04/2025") == dt.date(2025, 4, 3)
    assert dates.parse("Tuesday, 03/04/2025") == dt.date(2025, 3, 4)


def test_an_ambiguous_date_is_refused_with_both_readings() -> None:
    with pytest.raises(dates.DateError, match="2025-03-04 to some and 2025-04-03 to others"):
        dates.parse("03/04/2025")


@pytest.mark.parametrize("printed", ["3.4.25", "08/09/88", "920903", "3 March", "12-25"])
def test_a_date_without_its_year_is_told_what_it_lacks(printed: str) -> None:
    lacking = "is not a date" if printed == "3 March" else "has no four-digit year"
    with pytest.raises(dates.DateError, match=lacking):
        dates.parse(printed)


@given(st.dates(), st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%d %B %Y", "%B %d, %Y", "%d.%m.%Y"]))
def test_what_is_written_plainly_is_read_back(day, form: str) -> None:
    if 1605 <= day.year <= 2200:
        assert dates.parse(day.strftime(form)) == day


@given(st.text(max_size=100))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    with contextlib.suppress(dates.DateError):
        dates.parse(text)
