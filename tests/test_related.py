"""Which articles are close enough to be named beside one: a case on each side of every line that is drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.factories import analysis, country, quotation, speaker, topic
from topic_briefings.gathering import gather
from topic_briefings.gathering.related import relate
from topic_briefings.gathering.stories.telling import tell
from topic_briefings.models import Analysis, Role, TieKind
from topic_briefings.settings import parse

LABOUR = "medtop:09000000"


def article(identity: str, *phrases: str, **fields: object) -> Analysis:
    return analysis(id=identity, keyphrases=phrases, **fields)


def crowd(number: int) -> list[Analysis]:
    """So many articles with nothing in common with any other."""
    return [article(f"crowd-{n}", f"lone thing {n}") for n in range(number)]


def near(made: list[Analysis], identity: str, voices: dict[str, tuple[str, ...]] | None = None) -> list[str]:
    return [found.article_id for found in relate(made, voices or {}, tell(made, None, False))[identity]]


def test_one_thing_in_common_is_never_enough() -> None:
    assert near([article("a", "peat"), article("b", "peat"), *crowd(90)], "a") == []
    assert near([article("a", "peat", "moss"), article("b", "peat", "moss"), *crowd(90)], "a") == ["b"]


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        pytest.param(2, [], id="two things that two of four have are too common"),
        pytest.param(4, ["b"], id="two things that two of six have are rare enough"),
    ],
)
def test_what_is_in_common_must_be_rare(others: int, expected: list[str]) -> None:
    assert near([article("a", "peat", "moss"), article("b", "peat", "moss"), *crowd(others)], "a") == expected


def test_at_most_four_are_named_the_closest_first() -> None:
    close = [article(f"close-{n}", "peat", "moss", "bog") for n in range(2)]
    far = [article(f"far-{n}", "peat", "moss") for n in range(4)]
    made = [article("a", "peat", "moss", "bog"), *far, *close, *crowd(90)]
    assert near(made, "a") == ["close-0", "close-1", "far-0", "far-1"]


def test_at_most_three_reasons_are_given_the_rarest_first() -> None:
    made = [
        article("a", "peat", "moss", "bog", "fen"),
        article("b", "peat", "moss", "bog", "fen"),
        article("c", "peat"),
        *crowd(90),
    ]
    [found] = relate(made, {}, tell(made, None, False))["a"]
    assert [tie.key for tie in found.ties] == ["bog", "fen", "moss"]


@pytest.mark.parametrize(
    ("holders", "expected"),
    [pytest.param(200, 4, id="two hundred articles"), pytest.param(201, 0, id="one more than two hundred")],
)
def test_what_more_than_two_hundred_articles_have_brings_none_near(holders: int, expected: int) -> None:
    made = [article(f"a-{n:03}", "peat", "moss") for n in range(holders)] + crowd(800)
    assert len(near(made, "a-000")) == expected


def test_countries_in_focus_topics_and_voices_count_and_countries_only_named_do_not() -> None:
    body = "Chile signed. A strike began."
    about = {
        name: analysis(
            body,
            id=name,
            countries=[country(body, "CL", "Chile", role=role)],
            topics=[topic(body, LABOUR, "labour", "strike")] if name != "c" else [],
        )
        for name, role in (("a", Role.FOCUS), ("b", Role.FOCUS), ("c", Role.FOCUS), ("d", Role.MENTIONED))
    }
    made = [*about.values(), *crowd(90)]
    assert near(made, "a") == ["b"]
    assert near(made, "a", {"a": ("Ana Reyes",), "c": ("Ana Reyes",), "d": ("Ana Reyes",)}) == ["b", "c", "d"]


def test_a_keyphrase_that_is_a_country_or_the_outlet_counts_once() -> None:
    body = "Chile signed."
    made = [
        analysis(
            body,
            id=name,
            outlet="Tarn Post",
            countries=[country(body, "CL", "Chile")],
            keyphrases=("Chile", "Tarn Post"),
        )
        for name in ("a", "b")
    ]
    assert near([*made, *crowd(90)], "a") == []


def test_in_an_edition_the_voices_that_are_quoted_tie_articles() -> None:
    made = []
    for name in ("a", "b"):
        body = f"“The moss of {name} is dry,” Ana Reyes said of the fen."
        said = quotation(body, f"The moss of {name} is dry,", "Ana Reyes", name="Ana Reyes")
        made.append(
            analysis(body, id=name, quotations=[said], speakers=[speaker(body, "Ana Reyes")], keyphrases=["fen"])
        )
    found = gather([*made, *crowd(90)], parse({}, root=Path()))
    [near_a] = next(report.related for report in found.reports if report.article.id == "a")
    assert [(tie.kind, tie.key) for tie in near_a.ties] == [(TieKind.KEYPHRASE, "fen"), (TieKind.VOICE, "Ana Reyes")]
