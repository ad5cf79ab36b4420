"""Whom reports are about and what they share beside a name decide whether they tell of one event."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.factories import analysis
from tests.test_stories import edition, members, others
from topic_briefings.gathering.stories.chapters import Outline, following
from topic_briefings.gathering.stories.terms import terms
from topic_briefings.gathering.stories.vectors import corpus

CASES = Path(__file__).parent / "cases" / "stories" / "events.txt"


def _cases() -> list[tuple[str, list[tuple[str, str, str]], list[tuple[str, ...]]]]:
    """The title of each case, the id, headline and text of its reports, and its stories."""
    found = []
    for block in CASES.read_text(encoding="utf-8").split("\n== ")[1:]:
        title, _, rest = block.partition("\n")
        reports = re.findall(r"^--- (\S+) \| (.+)\n(.+)$", rest, re.MULTILINE)
        found.append((title, reports, [tuple(line.split()) for line in re.findall(r"^> (.+)$", rest, re.MULTILINE)]))
    return found


@pytest.mark.parametrize(("title", "reports", "expected"), _cases(), ids=[title for title, *_ in _cases()])
def test_stories_are_told_by_principals_and_matters(
    title: str, reports: list[tuple[str, str, str]], expected: list[tuple[str, ...]]
) -> None:
    made = [
        analysis(body, id=name, headline=headline, published="2026-11-05", outlet=name.title())
        for name, headline, body in reports
    ]

    assert [tuple(sorted(story)) for story in members(edition(*others(), *made))] == expected, title


@pytest.mark.parametrize(("borrower", "earlier"), [("Oakmere", [(), ()]), ("Ferrolan", [(), (0,)])])
def test_an_underwriter_of_both_makes_no_next_chapter(borrower: str, earlier: list[tuple[int, ...]]) -> None:
    lent = "{0} sells notes of 40 mln crowns that yield 8.7 pct. The banks of {0} are Kessel Marlow and Tordis."
    made = corpus(
        [
            terms(analysis(lent.format(name), id=f"{n}", headline=f"{name} sells notes").article)
            for n, name in enumerate(("Ferrolan", "Ferrolan", borrower, borrower))
        ]
    )
    alike = {"notes": 1.0}

    first = Outline(members=(0, 1), middle=alike, first=1, last=1)
    second = Outline(members=(2, 3), middle=alike, first=3, last=3)

    assert following([first, second], made) == earlier
