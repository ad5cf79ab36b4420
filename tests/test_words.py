"""Every language of the interface has every word, and writes dates and numbers its own way."""

from __future__ import annotations

import datetime as dt
import tomllib

import pytest

from topic_briefings.pages.words import STRINGS, languages, words

FIRST, LAST = dt.date(2026, 11, 3), dt.date(2026, 11, 21)


def table(language: str) -> dict[str, dict[str, object]]:
    return tomllib.loads((STRINGS / f"{language}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", languages())
def test_a_language_has_every_word(language: str) -> None:
    mine, english = table(language), table("en")
    assert mine["words"].keys() == english["words"].keys()
    assert mine["counts"].keys() == english["counts"].keys()


@pytest.mark.parametrize(
    ("first", "last", "english", "german"),
    [
        (FIRST, FIRST, "3 November 2026", "3. November 2026"),
        (FIRST, LAST, "3–21 November 2026", "3.–21. November 2026"),
        (dt.date(2026, 10, 28), LAST, "28 October – 21 November 2026", "28. Oktober – 21. November 2026"),
        (dt.date(2025, 12, 31), LAST, "31 December 2025 – 21 November 2026", "31. Dezember 2025 – 21. November 2026"),
    ],
)
def test_periods_say_nothing_twice(first: dt.date, last: dt.date, english: str, german: str) -> None:
    assert words("en").period(first, last) == english
    assert words("de").period(first, last) == german


def test_counts_come_with_their_noun() -> None:
    assert words("en").count(1, "articles") == "1 article"
    assert words("en").count(2310, "articles") == "2,310 articles"
    assert words("de").count(2310, "quotations") == "2.310 Zitate"
