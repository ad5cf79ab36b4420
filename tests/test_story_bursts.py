"""Where all write about the same people, what several houses open with for some days makes a story."""

from __future__ import annotations

import datetime as dt
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.factories import analysis
from topic_briefings.gathering.stories import together
from topic_briefings.models import Analysis, Notice

CASES = Path(__file__).parent / "cases" / "stories" / "bursts.txt"
MIDDLE = dt.date(2026, 6, 10)
HOUSES = ("Fjord Post", "Northern Herald")
TOWNS = [
    begin + middle + end
    for begin in ("As", "Bel", "Dor", "En", "Fen", "Gul", "Hol", "Jar")
    for middle in ("ke", "la")
    for end in ("by", "dal", "ness", "vik", "sund", "berg", "moen", "haug")
]
PASSED, CROSSED = 8, 24
"""Towns in a report of these months, and in one that is looked at: what it shares with another is little of it."""

Report = tuple[str, int, str, str, str]
"""The id, days after the middle, outlet, headline and text of a report."""


def _cases() -> list[tuple[str, list[Report], list[tuple[str, ...]]]]:
    """The title of each case, its reports, and its stories."""
    found = []
    for block in CASES.read_text(encoding="utf-8").split("\n== ")[1:]:
        title, _, rest = block.partition("\n")
        heads = re.findall(r"^--- (\S+) ([+-]\d+) \| (.+?) \| (.+)\n(.+)$", rest, re.MULTILINE)
        reports = [(name, int(days), *others) for name, days, *others in heads]
        found.append((title, reports, [tuple(line.split()) for line in re.findall(r"^> (.+)$", rest, re.MULTILINE)]))
    return found


def _by(towns: list[str]) -> str:
    return f"The candidates went by {', '.join(towns)}."


def _campaign() -> list[Analysis]:
    """Four months in which both houses write about the same two candidates, every other day."""
    drawn = random.Random(1)  # noqa: S311 - no secret, the same in each run
    return [
        analysis(
            f"Marit Solheim and Anders Quist spoke. {_by(drawn.sample(TOWNS, PASSED))}", id=f"campaign-{n:02}",
            headline="Solheim and Quist speak", outlet=HOUSES[n % 2],
            published=str(MIDDLE + dt.timedelta(days=2 * n - 60)),
        )
        for n in range(60)
    ]  # fmt: skip


def _stories(reports: list[Report], dated: bool = True, roundup: str = "") -> list[tuple[str, ...]]:
    made = [
        analysis(
            f"{body}\n\n{_by((TOWNS * 9)[CROSSED * n :][:CROSSED])}", id=name, headline=headline, outlet=outlet,
            published=str(MIDDLE + dt.timedelta(days=days)) if dated else None,
        )
        for n, (name, days, outlet, headline, body) in enumerate(reports)
    ]  # fmt: skip
    several = (Notice(code="roundup", message="It reports on several matters."),)
    made = [replace(one, notices=several) if one.article.id == roundup else one for one in made]
    corpus, found, _ = together([*_campaign(), *made])
    stories = [tuple(sorted(corpus.terms[number].id for number in story)) for story in found]
    return [story for story in stories if {name for name, *_ in reports} & set(story)]


@pytest.mark.parametrize(("title", "reports", "expected"), _cases(), ids=[title for title, *_ in _cases()])
def test_what_houses_open_with_for_some_days_is_one_story(
    title: str, reports: list[Report], expected: list[tuple[str, ...]]
) -> None:
    assert _stories(reports) == expected, title


def _case(title: str) -> list[Report]:
    [reports] = [reports for known, reports, _ in _cases() if known.startswith(title)]
    return reports


@pytest.mark.parametrize(("before", "expected"), [(2, [("blamed", "decides")]), (9, [])])
def test_a_name_that_was_read_for_months_does_not_burst(before: int, expected: list[tuple[str, ...]]) -> None:
    former = "Auditor Rolf Eide counted the boats of the harbour."
    told: list[Report] = [(f"former-{n}", -6 * n - 6, HOUSES[n % 2], "Eide counts", former) for n in range(before)]

    found = _stories([*_case("What an auditor decides"), *told])

    assert [story for story in found if "blamed" in story] == expected


@pytest.mark.parametrize(("days", "expected"), [(3, [("blamed", "decides")]), (4, [])])
def test_news_bursts_for_some_days(days: int, expected: list[tuple[str, ...]]) -> None:
    decides, (name, _, outlet, headline, body) = _case("What an auditor decides")

    assert _stories([decides, (name, days, outlet, headline, body)]) == expected


def test_a_roundup_is_no_report_of_what_it_opens_with() -> None:
    assert _stories(_case("What an auditor decides")) == [("blamed", "decides")]
    assert _stories(_case("What an auditor decides"), roundup="blamed") == []
    assert _stories(_case("One more"), roundup="asks") == [("blamed", "decides")]


def test_without_dates_nothing_bursts() -> None:
    assert _stories(_case("A demand"), dated=False) == []


def test_the_order_of_reports_tells_nothing() -> None:
    reports = _case("One more")

    assert _stories(reports[::-1]) == _stories(reports) == [("asks", "blamed", "decides")]


@pytest.mark.xfail(strict=True, reason="a house and its goods burst with what befell it")
def test_another_matter_of_the_same_mill_is_another_event() -> None:
    reports: list[Report] = [
        ("fire", 0, HOUSES[0], "Fire guts linen mill of Ferris Brothers",
         "The linen mill of Nuala Ferris burned to its walls on Tuesday. Lisburn has offered benches to its weavers."),
        ("museum", 1, HOUSES[1], "Lisburn museum shows linen of four centuries",
         "A museum in Lisburn has hung linen in one long room. The mill of Nuala Ferris lent it a table cloth."),
    ]  # fmt: skip

    assert _stories(reports) == []
