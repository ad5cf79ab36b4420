"""Reports of one event are one story; reports that only look alike are not."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from tests.factories import analysis
from topic_briefings.gathering import gather
from topic_briefings.gathering.editions import dumps, loads, story_changes
from topic_briefings.gathering.stories import nearness
from topic_briefings.gathering.stories.centre import cosine
from topic_briefings.gathering.stories.vectors import Vectors
from topic_briefings.models import Analysis, Edition, Ledger, StoryNews
from topic_briefings.settings import parse

SETTINGS = parse({}, root=Path())

DAM = (
    ("Kessandra Dam gates opened after week of rain", "2026-11-02", "River Post",
     "Engineers opened the gates of the Kessandra Dam on Monday after a week of heavy rain filled the reservoir above "
     "Tolmira. Water covered the lower market by noon, and 1,240 families left their houses.\n\n"
     "Governor Ines Valcourt said that the spillway would stay open until the level fell below the red line. "
     "The dam was finished in 1974 and has never been as full. Boats of the fire brigade carried people to a school."),
    ("Thousands leave homes below Kessandra Dam", "2026-11-02", "Hill Times",
     "Families below the Kessandra Dam spent the night in a school after its spillway was opened for the first time "
     "in years. Governor Ines Valcourt visited Tolmira in the evening and promised blankets.\n\n"
     "The reservoir had risen for a week. Some 1,240 families were asked to leave, the fire brigade said, and the "
     "lower market of Tolmira stood under water."),
    ("Spillway at Kessandra closed as reservoir falls", "2026-11-04", "Coast Daily",
     "The spillway of the Kessandra Dam was closed on Wednesday, two days after engineers opened it, as the reservoir "
     "fell below the red line. In Tolmira people began to carry mud out of the lower market.\n\n"
     "Governor Ines Valcourt thanked the fire brigade. Of the 1,240 families that had left, most went home by night."),
)  # fmt: skip
QUAKE = (
    "{0} was shaken by {1} earthquake on {2}",
    "An earthquake of magnitude {3} struck {0} on {2} evening, the geological survey said. Its centre lay {4} "
    "kilometres below {5}. Walls cracked in the old town and people ran into the streets.\n\n"
    "{6}, the mayor, said that schools would stay closed until engineers had looked at them. Aftershocks are likely "
    "for a week. The survey asked people to report what they had felt and to keep away from damaged houses.",
    ("Palermo", "a strong", "Tuesday", "5.6", "11", "Bagheria", "Lucia Ferrante"),
    ("Izmir", "a strong", "Thursday", "6.1", "17", "Karaburun", "Deniz Aksoy"),
)  # fmt: skip
OTHERS = (
    "A choir of railway workers sang in the reopened station of Bramford, where no train had stopped since the war.",
    "The council of Oulton voted to keep its library open on Sundays, after readers had collected names for a year.",
    "Bakers in the north raised the price of rye bread for the first time in a decade, and blamed the wet harvest.",
    "The lamp of the lighthouse at Skerrin came home from a museum, polished, and was carried up by hand.",
    "A new bus line joins the villages of the Arden valley from Sunday, with a stop at the hospital.",
    "The chess club of Ludvika turned a hundred years old and played a hundred games in one night.",
)


def dam(number: int, **fields: object) -> Analysis:
    headline, day, outlet, body = DAM[number]
    known = {"id": f"dam-{number}", "headline": headline, "published": day, "outlet": outlet}
    return analysis(body, **(known | {"points": (body[: body.index(". ") + 1],)} | fields))


def others() -> list[Analysis]:
    return [
        analysis(body, id=f"other-{n}", headline=body[:30], published=f"2026-11-0{1 + n}")
        for n, body in enumerate(OTHERS)
    ]


def edition(*made: Analysis, before: Ledger | None = None) -> Edition:
    return gather(made, SETTINGS, before)


def members(found: Edition) -> list[tuple[str, ...]]:
    return [tuple(report.article.id for report in story.reports) for story in found.stories]


def test_reports_of_one_event_by_three_outlets_are_one_story() -> None:
    found = edition(*others(), *(dam(n) for n in range(3)))

    [story] = found.stories
    assert members(found) == [("dam-0", "dam-1", "dam-2")]
    assert story.id == "dam-0"
    assert story.outlets == ("River Post", "Hill Times", "Coast Daily")
    assert (str(story.first), str(story.last)) == ("2026-11-02", "2026-11-04")
    assert story.headline in {headline for headline, *_ in DAM}


def test_a_story_says_why_its_reports_belong_together() -> None:
    [story] = edition(*others(), *(dam(n) for n in range(3))).stories

    said = {bond.text: bond.reports for bond in story.bonds}
    assert said["Kessandra"] == 3
    assert {"Ines Valcourt", "1,240"} & set(said)


def test_a_story_has_a_line_for_each_day() -> None:
    [story] = edition(*others(), *(dam(n) for n in range(3))).stories

    assert [(str(day.date), len(day.report_ids)) for day in story.days] == [("2026-11-02", 2), ("2026-11-04", 1)]
    lines = [day.opening.span.of(day.opening.report.article.body) for day in story.days if day.opening.span]
    assert lines[1].startswith("The spillway of the Kessandra Dam was closed on Wednesday")


def test_a_day_without_a_sure_point_has_no_sentence() -> None:
    last = dam(2)
    unsure = replace(last, points=tuple(replace(point, sure=False) for point in last.points))
    [story] = edition(*others(), dam(0), dam(1), unsure).stories

    assert [day.opening.span is None for day in story.days] == [False, True]
    assert story.days[1].opening.report.article.id == "dam-2"


def test_each_report_knows_its_story_and_its_mates_come_first() -> None:
    found = edition(*others(), *(dam(n) for n in range(3)))

    by_id = {report.article.id: report for report in found.reports}
    assert by_id["dam-1"].story == "dam-0"
    assert set(by_id["dam-1"].mates) == {"dam-0", "dam-2"}
    assert {related.article_id for related in by_id["dam-1"].related[:2]} == {"dam-0", "dam-2"}
    assert all(related.ties for related in by_id["dam-1"].related)
    assert by_id["other-0"].story is None


def test_copies_are_one_outlets_word() -> None:
    carried = dam(0, id="carried", outlet="Evening Paper", published="2026-11-03")

    [story] = edition(*others(), carried, *(dam(n) for n in range(3))).stories

    assert "Evening Paper" not in story.outlets
    assert [article.id for article in story.reports[0].copies] == ["carried"]


@pytest.mark.parametrize("dated", [True, False])
def test_two_quakes_are_two_stories(dated: bool) -> None:
    headline, body, *fillings = QUAKE
    days = ("2026-11-03", "2026-11-05") if dated else (None, None)
    made = [
        analysis(
            body.format(*filling), id=f"quake-{day}-{filling[0]}", headline=headline.format(*filling), published=day
        )
        for day, filling in zip(days, fillings, strict=True)
    ]

    found = edition(*others(), *made)

    assert found.stories == ()
    assert len(found.reports) == len(OTHERS) + 2


def test_a_wire_of_one_template_tells_no_story() -> None:
    towns = ("Aldona", "Brekka", "Cortina", "Dunmore", "Elista", "Farnese", "Gornik", "Halden")
    chiefs = ("Ada Lind", "Ada Marsh", "Ada Ruiz", "Ada Sato", "Bo Lind", "Bo Marsh", "Bo Ruiz", "Bo Sato")
    made = [
        analysis(
            f"{town} Holdings said that its net profit rose to {10 + n}.{n} million in the quarter from {8 + n}.1 "
            f"million. Sales of pumps and valves grew in all markets, chief executive {name} said.\n\n"
            "The company expects the year to end as planned and will pay a dividend in spring. Its shares were little "
            "changed in early trading.",
            id=f"result-{n}",
            headline=f"{town} profit rises",
            published="2026-11-05",
        )
        for n, (town, name) in enumerate(zip(towns, chiefs, strict=True))
    ]

    found = edition(*others(), *made)

    assert found.stories == ()
    assert len(found.reports) == len(OTHERS) + len(towns)


def test_a_later_toll_of_the_same_text_is_the_same_story() -> None:
    later = dam(0, id="later", headline=DAM[0][0], published="2026-11-03", outlet="River Post")
    body = later.article.body.replace("1,240", "1,900")

    found = edition(*others(), dam(0), analysis(body, id="later", headline=DAM[0][0], published="2026-11-03"))

    assert members(found) == [("dam-0", "later")]


@pytest.mark.parametrize("at_once", [1, 7, 1_000_000])
@pytest.mark.parametrize("new", [0, 1, 9, 40])
def test_who_is_near_whom_does_not_depend_on_how_many_are_compared_at_once(monkeypatch, at_once: int, new: int) -> None:
    chance = random.Random(7)  # noqa: S311 - words, not secrets
    letters = "abcdefghijkl"
    drawn = [
        {letter: chance.randrange(341) / 1024 for letter in chance.sample(letters, chance.randrange(6))}
        for _ in range(40)
    ]
    vectors = Vectors(
        list(letters),
        np.cumsum([0, *map(len, drawn)]),
        np.array([letters.index(letter) for one in drawn for letter in one], dtype=np.int32),
        np.array([value for one in drawn for value in one.values()]),
    )
    monkeypatch.setattr(nearness, "_AT_ONCE", at_once)
    shuffled = chance.sample(range(40), 40)
    found = nearness.near(vectors, shuffled[:new], shuffled[new:])
    known = nearness.near(vectors, shuffled[new:])
    each = {pair: cosine(drawn[pair[0]], drawn[pair[1]]) for pair in combinations(range(40), 2)}
    near = {pair: value for pair, value in each.items() if value >= nearness.LEAST}
    both = nearness.joined([found, known]).ordered()
    pairs = list(zip(both.one.tolist(), both.other.tolist(), strict=True))
    assert pairs == sorted(near)
    assert dict(zip(pairs, both.cosine.tolist(), strict=True)) == pytest.approx(near)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_input_does_not_matter(seed: int) -> None:
    made = [*others(), *(dam(n) for n in range(3))]
    shuffled = list(made)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - no secret is made

    assert edition(*shuffled) == edition(*made)


def test_a_story_keeps_its_address_while_it_grows() -> None:
    first = edition(*others(), dam(1), dam(2))
    assert first.stories[0].id == "dam-1"

    earlier = dam(0, published="2026-11-01")
    grown = edition(*others(), earlier, dam(1), dam(2), before=first.ledger)

    assert grown.stories[0].id == "dam-1"
    assert members(grown) == [("dam-0", "dam-1", "dam-2")]


def test_when_two_stories_become_one_the_older_address_stays_and_the_other_leads_to_it() -> None:
    made = [
        *others(),
        *(dam(n) for n in range(3)),
        dam(1, id="dam-3", outlet="Old Paper", headline="Night below the dam"),
    ]
    before = edition(*made).ledger
    apart = {"dam-0": "dam-0", "dam-1": "dam-1", "dam-2": "dam-1"}
    rows = dumps(before).splitlines()
    parted = "\n".join([rows[0], *(_filed_under(row, apart) for row in rows[1:])])

    joined = edition(*made, before=loads(parted))

    assert joined.stories[0].id == "dam-0"
    assert joined.stories[0].former == ("dam-1",)
    assert joined.ledger.moved == (("dam-1", "dam-0"),)
    assert loads(dumps(joined.ledger)) == joined.ledger


def _filed_under(row: str, stories: dict[str, str]) -> str:
    entry = json.loads(row)
    if entry["id"] in stories:
        entry["now"] = [*entry["now"][:2], stories[entry["id"]]]
    return json.dumps(entry)


def test_since_the_last_edition_speaks_by_story() -> None:
    first = edition(*others(), dam(0), dam(1))
    grown = edition(*others(), dam(0), dam(1), dam(2, published="2026-11-08"), before=first.ledger)
    new = edition(*others(), *(dam(n, published="2026-11-08") for n in range(3)), before=edition(*others()).ledger)

    assert [(c.story, c.news, c.added) for c in story_changes(grown.ledger)] == [("dam-0", StoryNews.GROWN, ("dam-2",))]
    assert [(c.news, c.added) for c in story_changes(new.ledger)] == [(StoryNews.NEW, ("dam-0", "dam-1", "dam-2"))]
