"""What an edition makes of its articles: copies folded, key quotes chosen, relations named, shelves filled."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.factories import analysis, country, quotation, span, speaker, topic
from topic_briefings.gathering import gather
from topic_briefings.gathering.copies import fold
from topic_briefings.gathering.related import relate
from topic_briefings.gathering.stories.telling import tell
from topic_briefings.models import Analysis, Edition, Part, Role, Span
from topic_briefings.settings import parse

DAM = (
    "Engineers opened the gates of the Kariba sluice on Monday after a week of heavy rain.\n\n"
    "The river rose by two metres within the hour and flooded the lower market.\n\n"
    "Traders carried their stock to the school on the hill and slept there."
)
SETTINGS = parse({}, root=Path())


def edition(*analyses: Analysis) -> Edition:
    return gather(analyses, SETTINGS)


def test_a_lightly_edited_copy_is_folded_into_the_first_published() -> None:
    first = analysis(DAM, id="first", published="2026-11-03", outlet="River Post")
    copy = analysis(
        "KARIBA — " + DAM.replace("slept there", "stayed the night"),
        id="a-copy",
        published="2026-11-04",
        outlet="Hill Times",
    )
    other = analysis("Another thing happened in another town to other people entirely.", id="other")

    found = fold([copy, other, first])

    assert [(kept.article.id, [c.id for c in copies]) for kept, copies in found] == [
        ("first", ["a-copy"]),
        ("other", []),
    ]


def test_a_follow_up_that_repeats_one_sentence_is_no_copy() -> None:
    follow_up = DAM.split("\n\n")[0] + (
        "\n\nOn Thursday the council met to ask why nobody had warned the traders of the water.\n\n"
        "The answer, two members said after the meeting, was that the siren had no battery."
    )
    assert len(fold([analysis(DAM, id="a"), analysis(follow_up, id="b")])) == 2


def test_one_speaker_does_not_fill_the_list() -> None:
    said = [f"the {word} wall of the old dam will hold for another year" for word in ("north", "south", "east", "west")]
    body = " ".join(f"“{words},” said Ann Reyes." for words in said) + " “we were not asked,” said Bo Lind."
    made = analysis(
        body,
        quotations=[
            *(quotation(body, words, "Ann Reyes", name="Ann Reyes", salience=0.9) for words in said),
            quotation(body, "we were not asked", "Bo Lind", name="Bo Lind", salience=0.2),
        ],
        speakers=[speaker(body, "Ann Reyes"), speaker(body, "Bo Lind")],
        countries=[country(body, "KE", "dam")],
    )

    [briefing] = edition(made).countries

    assert [line.voice.name for line in briefing.lines if line.voice] == ["Ann Reyes"]
    assert [line.voice.name for line in briefing.farther if line.voice] == ["Ann Reyes", "Ann Reyes", "Bo Lind"]


def test_an_uncertain_speaker_is_no_voice_and_no_key_quote() -> None:
    body = "“It is over,” said one of the two Rossis."
    unsure = quotation(body, "It is over,", "one of the two Rossis", name="Rossi", confidence=0.2)
    made = analysis(
        body, quotations=[unsure], speakers=[speaker(body, "Rossi")], countries=[country(body, "IT", "Rossi")]
    )

    found = edition(made)

    assert found.voices == ()
    assert found.countries[0].lines == ()
    [line] = found.reports[0].lines
    assert not line.byline.certain


def test_related_articles_say_why() -> None:
    def filed(identity: str, *phrases: str) -> Analysis:
        body = "Japan signed."
        return analysis(body, id=identity, countries=[country(body, "JP", "Japan")], keyphrases=phrases)

    made = [filed("gas-one", "natural gas", "port"), filed("gas-two", "natural gas"), filed("chess", "chess")]
    made += [analysis(id=f"other-{n}", keyphrases=[f"thing {n}"]) for n in range(20)]

    related = relate(made, {}, tell(made, None, newer=False))

    assert [(r.article_id, [tie.key for tie in r.ties]) for r in related["gas-one"]] == [
        ("gas-two", ["natural gas", "JP"])
    ]
    assert related["other-3"] == ()


def test_a_topic_is_shelved_under_its_broad_topic_too() -> None:
    body = "The treaty was signed."
    made = analysis(body, topics=[topic(body, "medtop:20000639", "diplomacy", "treaty", broad="medtop:11000000")])

    assert {b.key for b in edition(made).topics} == {"medtop:20000639", "medtop:11000000"}


def test_a_country_that_is_only_named_has_a_briefing_that_says_so() -> None:
    body = "Ships from Norway passed."
    made = analysis(body, countries=[country(body, "NO", "Norway", role=Role.MENTIONED)])

    [briefing] = edition(made).countries

    assert briefing.about == ()
    assert [report.article.id for report in briefing.mentioned] == ["report"]


def test_the_edition_is_dated_by_its_newest_article_and_undated_ones_come_last() -> None:
    found = edition(
        analysis(id="undated"),
        analysis("Something else happened on that day.", id="old", published="2026-10-30"),
        analysis("A third thing, in another place.", id="new", published="2026-11-21"),
    )

    assert str(found.date) == "2026-11-21"
    assert [report.article.id for report in found.reports] == ["new", "old", "undated"]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_input_does_not_matter(seed: int) -> None:
    body = "“We will build it,” Ann Reyes said in Nairobi."
    made = [
        analysis(
            f"{body} Part {n} of a longer series begins here.",
            id=f"report-{n}",
            published=f"2026-11-0{1 + n % 4}",
            quotations=[quotation(body, "We will build it,", "Ann Reyes", name="Ann Reyes")],
            speakers=[speaker(body, "Ann Reyes")],
            countries=[country(body, "KE", "Nairobi")],
            keyphrases=["series"],
        )
        for n in range(9)
    ]
    shuffled = random.Random(seed).sample(made, len(made))  # noqa: S311 - a shuffle, no secret

    assert edition(*shuffled) == edition(*made)


# ------------------------------------------------------------------ what a country's page opens with


def test_a_countrys_point_is_a_sentence_that_names_it() -> None:
    body = "Dams are built by many states.\n\nKenya has opened the wall at Nzoro after nine years of work."
    made = analysis(body, leads=body.split("\n\n"), countries=[country(body, "KE", "Kenya")])

    [briefing] = edition(made).countries

    assert [opening.span.of(body) for opening in briefing.openings if opening.span] == [body.split("\n\n")[1]]


@pytest.mark.parametrize(("older", "lines"), [("2025-11-04", 2), ("2025-11-02", 1)])
def test_what_was_told_a_year_before_the_newest_opens_no_page(older: str, lines: int) -> None:
    body = "Kenya has opened the wall at Nzoro after nine years of work."
    gathered = edition(
        *(
            analysis(
                body.replace("Nzoro", at),
                id=at,
                published=day,
                countries=[country(body, "KE", "Kenya")],
                leads=[body.replace("Nzoro", at)],
            )
            for at, day in (("Nzoro", "2026-11-03"), ("Okoro", older))
        )
    )
    [kenya] = gathered.countries
    assert len(kenya.openings) == lines


def test_a_report_without_such_a_sentence_stands_with_its_headline() -> None:
    body = "The wall at Nzoro holds."
    kenya = country("Kenya opens dam", "KE", "Kenya")
    kenya = replace(kenya, mentions=(replace(kenya.mentions[0], part=Part.HEADLINE),))
    made = analysis(body, headline="Kenya opens dam", leads=[body], countries=[kenya])

    [briefing] = edition(made).countries

    [opening] = briefing.openings
    assert (opening.report.article.headline, opening.span) == ("Kenya opens dam", None)


def test_what_no_report_is_about_shows_the_sentence_that_tells_of_it() -> None:
    told = "Uganda has sold the power of its new dam to both of its neighbours."
    body = f"The wall holds. {told}"
    made = analysis(body, leads=["The wall holds."], countries=[country(body, "UG", "Uganda", role=Role.MENTIONED)])

    [briefing] = edition(made).countries

    assert briefing.about == ()
    assert [opening.span.of(body) for opening in briefing.openings if opening.span] == [told]


@pytest.mark.parametrize(
    "told",
    [
        "Nine crews worked for three years on the wall, and the last of them came by bus from Uganda.",
        "Joan Okello, an engineer from Uganda, drew the wall in eleven weeks behind the old mill.",
        "In Uganda, Kenya and Rwanda, eleven walls like the one at Nzoro hold the rain of a year.",
        "Two crews in the Uganda province have built eleven walls in as many years of drought.",
        "That is why Uganda sold the power of its new dam to both of its neighbours.",
    ],
    ids=[
        "at its end",
        "where somebody comes from",
        "one of a list",
        "a place left unnamed",
        "leaning on what came before",
    ],
)
def test_a_sentence_that_only_touches_a_country_opens_no_page(told: str) -> None:
    body = f"The wall holds. {told}"
    named = [
        country(body, code, word, role=Role.MENTIONED)
        for code, word in (("KE", "Kenya"), ("RW", "Rwanda"))
        if word in body
    ]
    made = analysis(body, countries=[country(body, "UG", "Uganda", role=Role.MENTIONED), *named])

    assert all(briefing.openings == () for briefing in edition(made).countries)


@pytest.mark.parametrize(
    ("how", "opens"), [("name", True), ("capital", False), ("city", False), ("institution", False)]
)
def test_the_line_names_the_country_by_words_that_readers_know(how: str, opens: bool) -> None:
    body = "Entebbe has voted for a second runway after nine years of noise."
    tag = country(body, "UG", "Entebbe")
    tag = replace(tag, mentions=(replace(tag.mentions[0], how=how),))

    [briefing] = edition(analysis(body, leads=[body], countries=[tag])).countries

    assert [opening.span is not None for opening in briefing.openings] == [opens]


@pytest.mark.parametrize(
    ("told", "opens"),
    [
        ("Joan Okello, the Ugandan actor of the wall films, will lead the prize gala of the year.", False),
        ("The farm buys eleven sacks of cassava a week, all of them from Uganda by the night bus.", False),
        ("Joan Okello has asked the president of Uganda to open the second runway by the lake.", False),
        ("The council wants Uganda to open the second runway by the lake within the year.", True),
    ],
    ids=["somebody's origin", "something's origin", "a president's title", "what it shall do"],
)
def test_the_line_says_more_of_the_country_than_where_somebody_comes_from(told: str, opens: bool) -> None:
    word = "Ugandan" if "Ugandan" in told else "Uganda"
    [briefing] = edition(analysis(told, leads=[told], countries=[country(told, "UG", word)])).countries

    assert [opening.span is not None for opening in briefing.openings] == [opens]


@pytest.mark.parametrize(
    ("told", "opens"),
    [
        ("Eleven crews have come to the wall under the flag of Uganda in a year.", False),
        ("The wall by the lake will hold, according to the Uganda office of rivers.", False),
        ("A bank has lent a year of rent to the maker of walls that is headquartered in Uganda.", False),
        ("The lake works of Entebbe, Uganda, have bought a mill by the lake from its owner.", False),
        ("Uganda Wall Works Ltd has bought the mill by the lake from its owner.", False),
        ("Uganda Airlines has bought the mill by the lake from its owner.", False),
        ("Uganda Wall Works has bought the mill by the lake from its owner.", True),
        ("Texlake Uganda, owned by a bank of the north, has bought the mill by the lake.", False),
        ("The Uganda Chess Association has bought the mill by the lake from its owner.", False),
        ("The Uganda milk scandal has cost the owner of the mill by the lake a year.", False),
        ("The Uganda House seat of the owner of the mill by the lake is free again.", False),
        ("Credit Lacustre de Uganda has bought the mill by the lake from its owner.", False),
        ("A bank of Uganda has bought the mill by the lake, owned by a widow.", True),
    ],
    ids=[
        *("a flag", "a source", "a seat", "an address", "a firm", "an airline", "a name that may be of more"),
        *("what is owned", "a league", "an affair", "a seat in a house", "a French bank", "whose bank it is"),
    ],
)
def test_the_line_is_not_of_a_flag_a_source_or_a_firm(told: str, opens: bool) -> None:
    tags = [country(told, "UG", "Uganda")]
    [briefing] = edition(analysis(told, leads=[told], countries=tags)).countries

    assert [opening.span is not None for opening in briefing.openings] == [opens]


@pytest.mark.parametrize(("told", "lines"), [("in Entebbe, Uganda, ", 0), ("in Uganda, ", 1)])
def test_the_line_of_an_article_about_two_countries_does_not_only_say_where_a_place_is(told: str, lines: int) -> None:
    body = f"A wall {told}holds all of the rain that falls on Kenya in a year."
    tags = [country(body, "UG", "Uganda"), country(body, "KE", "Kenya")]
    briefings = edition(analysis(body, leads=[body], countries=tags)).countries

    assert [len(briefing.openings) for briefing in briefings if briefing.key == "UG"] == [lines]


@pytest.mark.parametrize(
    ("who", "names", "opens"), [("a Ugandan envoy", 2, False), ("a Ugandan envoy", 3, True), ("one in Uganda", 2, True)]
)
def test_a_sentence_that_ends_on_one_of_its_people_is_its_line_where_the_article_names_the_country_often(
    who: str, names: int, opens: bool
) -> None:
    told = f"The ministers agreed on Monday to add a month to the year of milk and beef, said {who}."
    body = told + " Uganda has farms." * (names - 1)
    tag = country(body, "UG", "Uganda")
    places = [Span(*found.span()) for found in re.finditer("Ugandan?", body)]
    how = ["demonym" if place.of(body) == "Ugandan" else "name" for place in places]
    tag = replace(
        tag, mentions=tuple(replace(tag.mentions[0], span=at, how=of) for at, of in zip(places, how, strict=True))
    )
    [briefing] = edition(analysis(body, leads=[told], countries=[tag])).countries

    assert [opening.span is not None for opening in briefing.openings] == [opens]


def stands_open(said: str, place: str, how: str) -> bool:
    """Whether a quotation stands open on the page of Uganda, which the ``place`` in it stands for."""
    body = f"A dam is planned.\n\n“{said},” said Ann Reyes.\n\nShe was born by a river."
    tag = country(body, "UG", place)
    made = analysis(
        body,
        quotations=[quotation(body, said, "Ann Reyes", name="Ann Reyes")],
        speakers=[speaker(body, "Ann Reyes")],
        countries=[replace(tag, mentions=(replace(tag.mentions[0], how=how),))],
    )
    [briefing] = edition(made).countries
    return bool(briefing.lines)


@pytest.mark.parametrize(("told", "opens"), [("Kampala Giants", False), ("Kampala Post", False), ("Kampala", True)])
def test_what_has_its_home_in_a_capital_names_no_country(told: str, opens: bool) -> None:
    said = f"{told} has won the case for a second runway after nine years of noise"
    assert stands_open(said, "Kampala", "capital") == opens


@pytest.mark.parametrize(("how", "opens"), [("name", True), ("city", False)])
def test_a_quotation_stands_open_for_a_name_in_it_that_readers_know(how: str, opens: bool) -> None:
    assert stands_open("Entebbe will not sell the water of this lake to anybody", "Entebbe", how) == opens


def test_half_of_the_name_of_two_peoples_is_no_countrys() -> None:
    body = "A Ugandan-Kenyan builder has won the prize for the best wall of the year."
    tag = country(body, "UG", "Ugandan")
    tag = replace(tag, mentions=(replace(tag.mentions[0], how="demonym"),))

    [briefing] = edition(analysis(body, leads=[body], countries=[tag])).countries

    assert [opening.span for opening in briefing.openings] == [None]


@pytest.mark.parametrize(("salience", "opens"), [(0.6, False), (0.75, True)])
def test_an_article_that_is_mostly_about_another_country_opens_no_page(salience: float, opens: bool) -> None:
    body = "Kenya has opened the wall at Nzoro, and Uganda will buy the power of it."
    tags = [country(body, "UG", "Uganda", salience=0.8), country(body, "KE", "Kenya", salience=salience)]

    briefings = edition(analysis(body, leads=[body], countries=tags)).countries

    assert [bool(b.openings) for b in briefings if b.key == "KE"] == [opens]


def test_a_quotation_about_the_country_stands_open_and_one_about_something_else_does_not() -> None:
    near = "Kenya will not sell the water of this valley to anybody"
    far = "my mother taught me to swim in a pond behind the mill"
    body = f"Kenya opened a dam.\n\n“{near},” said Ann Reyes.\n\nShe was born by a river.\n\n“{far},” said Ann Reyes."
    made = analysis(
        body,
        quotations=[quotation(body, words, "Ann Reyes", name="Ann Reyes") for words in (near, far)],
        speakers=[speaker(body, "Ann Reyes")],
        countries=[country(body, "KE", "Kenya")],
    )
    kenya = made.countries[0]
    named = replace(kenya.mentions[0], span=span(body, "Kenya will"))
    made = replace(made, countries=(replace(kenya, mentions=(*kenya.mentions, named)),))

    [briefing] = edition(made).countries

    assert [line.quotation.span.of(body) for line in briefing.lines] == [near]
    assert near not in [line.quotation.span.of(body) for line in briefing.farther]


def test_who_spoke_is_certain_only_where_somebody_may_be_named() -> None:
    body = "“It is over,” Ann Reyes said. “It is not,” the board said. “It is late.”"
    said = [
        quotation(body, "It is over,", "Ann Reyes", name="Ann Reyes"),
        quotation(body, "It is not,", "the board"),
        quotation(body, "It is late."),
    ]
    [report] = edition(analysis(body, quotations=said, speakers=[speaker(body, "Ann Reyes")])).reports
    assert [line.byline.certain for line in report.lines] == [True, True, False]
    assert report.lines[-1].byline.name is None
