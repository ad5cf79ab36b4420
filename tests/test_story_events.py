"""Whom reports are about and what they share beside a name decide whether they tell of one event."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from tests.factories import analysis
from tests.test_stories import edition, members, others
from topic_briefings.gathering.stories.centre import cosine
from topic_briefings.gathering.stories.chapters import Outline, following
from topic_briefings.gathering.stories.happening import share_what_happened
from topic_briefings.gathering.stories.merging import Cluster
from topic_briefings.gathering.stories.nearness import near
from topic_briefings.gathering.stories.showing import Neighbours, shown
from topic_briefings.gathering.stories.terms import terms
from topic_briefings.gathering.stories.vectors import corpus

CASES = Path(__file__).parent / "cases" / "stories" / "events.txt"


def _cases() -> list[tuple[str, list[tuple[str, str, str, str]], list[tuple[str, ...]]]]:
    """The title of each case, the id, days after the first, headline and text of its reports, and its stories."""
    found = []
    for block in CASES.read_text(encoding="utf-8").split("\n== ")[1:]:
        title, _, rest = block.partition("\n")
        reports = re.findall(r"^--- (\S+)(?: \+(\d+))? \| (.+)\n(.+)$", rest, re.MULTILINE)
        found.append((title, reports, [tuple(line.split()) for line in re.findall(r"^> (.+)$", rest, re.MULTILINE)]))
    return found


@pytest.mark.parametrize(("title", "reports", "expected"), _cases(), ids=[title for title, *_ in _cases()])
def test_stories_are_told_by_principals_and_matters(
    title: str, reports: list[tuple[str, str, str, str]], expected: list[tuple[str, ...]]
) -> None:
    made = [
        analysis(body, id=name, headline=headline, published=f"2026-11-{5 + int(days or 0):02}", outlet=name.title())
        for name, days, headline, body in reports
    ]

    assert [tuple(sorted(story)) for story in members(edition(*others(), *made))] == expected, title


OFFER = (
    "Brannock extends offer for Harbour Brewers",
    "Brannock Trust Ltd said its wholly owned unit extended its offer to buy all shares of Harbour Brewers Ltd. The "
    "bid waits for approval by the cartel office, which asked for papers on barley prices and two rival depots.",
)
DOME = (
    "Harbour Brewers joins stadium",
    "Harbour Brewers Ltd, half owned by Brannock Trust Ltd, will pay towards the cost of building a dome. Its wholly "
    "owned ice hockey club signed a lease for ten winters and may add seats, heated terraces and a museum of skates.",
)
APPROVED = (
    "Cartel office approves offer for Harbour Brewers",
    "The cartel office gave its approval to the bid by Brannock Trust Ltd for all shares of Harbour Brewers Ltd. It "
    "had asked for papers on barley prices and said that the offer leaves two rival depots to others.",
)


@pytest.mark.parametrize(("other", "same"), [(DOME, False), (APPROVED, True)])
def test_reports_of_one_event_share_more_than_its_principals(other: tuple[str, str], same: bool) -> None:
    texts = (OFFER, other) * 2  # a word counts that two articles hold
    made = corpus([terms(analysis(body, id=f"{n}", headline=head).article) for n, (head, body) in enumerate(texts)])

    assert share_what_happened(0, 1, made) is same


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


BOUT = (
    (
        "Halvorsen keeps belt against {0}",
        "Runa Halvorsen kept her heavyweight belt in {2}, where she floored {0} with a left "
        "hook. Odd Grimstad, who trains the undefeated Halvorsen, called it patient work. A doctor looked at {0}.",
    ),
    (
        "Halvorsen beats {0}",
        "The undefeated Runa Halvorsen stopped {0} in the {1} to keep the heavyweight belt "
        "of the Nordic Boxing Council. Grimstad, her trainer since Tromso, had asked for the hook all night in {2}.",
    ),
    (
        "Patient Halvorsen stops {0}",
        "Grimstad watched from the corner in {2} as Halvorsen, heavyweight champion "
        "of the Nordic Boxing Council, knocked {0} down twice in the {1}. “Runa was patient,” the trainer said.",
    ),
    (
        "Halvorsen ends night of {0}",
        "The belt of the Nordic Boxing Council stays in Tromso: Runa Halvorsen ended the "
        "night of {0} in the {1} before a sold-out arena in {2}. Her trainer, Odd Grimstad, wants one in Bergen next.",
    ),
    (
        "Halvorsen knocks out {0}",
        "Halvorsen of Tromso won by knockout again, her hook too fast for {0}, whose "
        "corner threw the towel in the {1}. The heavyweight drew a sold-out arena in {2}, the Boxing Council said.",
    ),
)
"""Headline and text of five reports of a bout: who fell, when, and where."""
BOUTS = (("Petra Voss", "seventh round", "Mannheim"), ("Ifeoma Adeyemi", "sixth round", "Bern"))


def test_of_two_bouts_of_one_champion_neither_must_stand_out_from_the_other() -> None:
    told = [
        analysis(text.format(*bout), id=f"{at}-{n}", headline=headline.format(*bout))
        for at, bout in enumerate(BOUTS)
        for n, (headline, text) in enumerate(BOUT)
    ]
    strangers = [analysis(f"Ferry {n} sailed.", id=f"ferry-{n}") for n in range(300)]
    made = corpus([terms(report.article) for report in (*told, *strangers)])

    def together(first: int, last: int) -> Cluster:
        members = tuple(range(first, last))
        inner = sum(cosine(made.vectors[one], made.vectors[other]) for one, other in combinations(members, 2))
        return Cluster(members=members, inner=inner)

    whole = together(0, 10)
    whole.parts = (together(0, 5), together(5, 10))

    found = list(shown(whole, made, Neighbours(near(made.vectors), len(made.vectors))))

    assert found == [(0, 1, 2, 3, 4), (5, 6, 7, 8, 9)]
