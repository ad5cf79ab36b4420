"""Copies are one text in several outlets; reports of one template about different things are not."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from tests.factories import article
from topic_briefings.extractors import analyse
from topic_briefings.gathering.copies import fold
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Analysis

TEMPLATES = {
    "results": (
        "{0} profit rises",
        "{0} Group said on Thursday that its net profit rose to {1} million in the third quarter. The company sells "
        "pumps and valves to builders and has paid a dividend in every year since it was founded.\n\n"
        "“Demand was steady in all our markets,” chief executive {2} said. The shares were little changed in early "
        "trading, and analysts who follow the company had expected a figure close to what was published.",
        ("Halvorsen", "41.2", "Mette Dahl"),
        ("Brightwater", "18.7", "Owen Carew"),
        ("Castellani", "77", "Pia Lotti"),
    ),
    "match": (
        "{0} win at home",
        "{0} beat {1} {2} on Saturday in front of a full house and stay within reach of the top of the table. "
        "Both goals fell in the second half, after a quiet hour in which neither side found a way through.\n\n"
        "The coach praised his defenders after the whistle and said that nothing had been decided yet. "
        "The next match is in two weeks, when the league comes back from its winter break.",
        ("Vale Rovers", "Stourbridge", "2-0"),
        ("Harwick", "Penlan Town", "2-0"),
    ),
    "club": (
        "{0} win at home",
        "{0} won their match at home by {1} goals and stay second. The first goal came from a corner, and "
        "the visitors never had a shot. The crowd sang through the rain, and the referee showed no card all night.\n\n"
        "The next match is away, and tickets for the one after it will be sold at the ground from eight on Monday.",
        ("Vell United", "two"),
        ("Arden Rovers", "three"),
    ),
    "election": (
        "Voters in {0} choose a mayor",
        "Voters in {0} chose {1} as their mayor on Sunday, with {2} per cent of the votes in the second round. "
        "Turnout was higher than four years ago, and the counting went on until late without a dispute.\n\n"
        "The winner promised to mend the roads first and to publish the accounts of the town every quarter. "
        "The loser wished the new mayor well and left the hall before the music began to play.",
        ("Seville", "Carmen Ruano", "53.1"),
        ("Porto", "Nuno Falcão", "51.8"),
    ),
    "rates": (
        "Morning fixing",
        "The {0} was fixed at {1} to the dollar this morning, little changed from the close of the day before. "
        "Dealers spoke of thin trading ahead of the holiday and expected the market to stay calm until next week.\n\n"
        "Exporters sold in small amounts and the central bank was not seen in the market at any time.",
        ("forint", "361.40"),
        ("koruna", "23.114"),
    ),
    "traffic": (
        "Road closed near {0}",
        "The {1} near {0} will be closed for two nights from Monday while workers renew the surface of the bridge. "
        "Drivers are asked to follow the signs and to allow for half an hour more than they are used to.\n\n"
        "Buses will run as usual by day, and the work should be done before the morning of the third day.",
        ("Lancaster", "A6"),
        ("Hereford", "A49"),
    ),
    "obituary": (
        "{0}, teacher, dies at {1}",
        "{0}, who taught music to three generations of children, has died at the age of {1}, the family said. "
        "The school will hold an evening of songs in the spring, and all former pupils are asked to bring one.\n\n"
        "Those who sat in that classroom remember a piano that was never in tune and a teacher who always was.",
        ("Ilse Brandt", "91"),
        ("Tomas Rehn", "87"),
    ),
    "jobs": (
        "Unemployment in {0} falls",
        "Unemployment in {0} fell to {1} per cent in the last month, the statistics office said on Friday. "
        "The number of open posts grew for the third month in a row, most of all in building and in care.\n\n"
        "Economists had expected no change and called the figures a good sign for the months to come.",
        ("Denmark", "4.4"),
        ("Portugal", "6.2"),
    ),
}  # fmt: skip


def made(kind: str, filling: tuple[str, ...], **fields: object) -> Analysis:
    headline, body, *_ = TEMPLATES[kind]
    found = article(
        body.format(*filling),
        headline=headline.format(*filling),
        id=f"{kind}-{filling[0]}",
        published="2026-11-05",
        **fields,
    )
    return analyse(found, Knowledge())


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [(kind, one, other) for kind, (_, _, *fillings) in TEMPLATES.items() for one, other in combinations(fillings, 2)],
)
def test_reports_of_one_template_about_different_things_are_no_copies(
    kind: str, one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    assert len(fold([made(kind, one), made(kind, other)])) == 2


def test_a_later_figure_in_the_lead_is_another_report() -> None:
    _, _, filling, _ = TEMPLATES["jobs"]

    assert len(fold([made("jobs", filling), made("jobs", (filling[0], "4.6"))])) == 2


@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_copy_with_another_headline_dateline_and_closing_is_folded(kind: str) -> None:
    first = made(kind, TEMPLATES[kind][2])
    text = first.article.body
    cut = text[: text.rindex(". ") + 1]
    for body in (
        f"LONDON, Nov 5 (AFP) – {text}",
        cut,
        text.replace("little", "hardly").replace(" and ", " as well as ", 1),
    ):
        copy = replace(first.article, id="copy", headline="Something Else Said Of It In Capitals", body=body)
        assert len(fold([first, analyse(copy, Knowledge())])) == 1


def test_a_copy_may_spell_a_name_or_a_number_otherwise_and_name_its_own_agency() -> None:
    text = (
        "Colonel Qaddar told Reuters on Monday that 12,000 tents had arrived at the camp near the old harbour. "
        "Families who had slept in the open for a week were moved in before dark, the oldest of them first.\n\n"
        "Aid workers asked for blankets and for a doctor, since the nights by the sea are cold at this time of year."
    )
    edited = text.replace("Qaddar", "Gaddar").replace("Reuters", "AFP").replace("12,000", "12000")
    made = [analyse(article(body, id=name), Knowledge()) for name, body in (("one", text), ("two", edited))]

    assert len(fold(made)) == 1


def test_a_text_that_very_many_outlets_carry_is_still_one_report() -> None:
    text = TEMPLATES["traffic"][1].format("Lancaster", "A6")
    carried = [article(f"{text}\n\nRead all of outlet {n} at home.", id=f"outlet-{n:02}") for n in range(30)]

    [(_, copies)] = fold([analyse(one, Knowledge()) for one in carried])

    assert len(copies) == 29
