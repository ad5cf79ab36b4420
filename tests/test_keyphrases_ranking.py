"""How keyphrases are ordered, and what is left out because it is said already."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topic_briefings.extractors.keyphrases.ranking import added, is_said, ranked, score

PLAIN = {
    "weight": 1.0,
    "own": 1,
    "led": 0.0,
    "words": 2,
    "letters": 6.0,
    "mixed": False,
    "partners": 0,
    "length": 600,
    "headlined": False,
}
"""A phrase of two words in an article of six hundred."""


def better_by(**changed: object) -> float:
    return score(**(PLAIN | changed)) - score(**PLAIN)  # type: ignore[arg-type] - a test may set any of them


@pytest.mark.parametrize(
    ("changed", "by"),
    [
        ({"weight": 2.0}, 1.0),
        ({"own": 3}, 0.5 * math.log(2)),
        ({"led": 1.0}, 0.5),
        ({"letters": 11.0}, 0.7),
        ({"letters": 90.0}, 0.14 * 9),
        ({"headlined": True}, 0.7),
        ({"mixed": True}, -0.5),
        ({"words": 3}, -0.15),
        ({"words": 4}, -0.6),
        ({"words": 1}, -0.05),
        ({"words": 1, "partners": 2}, -0.05 - 0.4 * math.log(3)),
        ({"words": 1, "length": 1200}, -0.05 - 0.8 * math.log(2)),
        ({"words": 1, "length": 9000}, -0.05 - 0.8 * math.log(2)),
        ({"words": 1, "length": 300}, -0.05 + 0.8 * math.log(2)),
        ({"words": 1, "length": 10}, -0.05 + 0.8 * math.log(6)),
        ({"partners": 5, "length": 9000}, 0.0),
    ],
)
def test_what_makes_a_phrase_more_salient_and_what_less(changed: dict[str, object], by: float) -> None:
    assert better_by(**changed) == pytest.approx(by)


@pytest.mark.parametrize(
    ("phrase", "kept", "said"),
    [
        ("oil spill", ["oil spill"], True),
        ("spill", ["oil spill"], True),
        ("oil", ["oil spill"], True),
        ("big oil spill", ["oil spill"], True),
        ("oil spill", ["oil"], False),
        ("oil spill", ["oil", "spill"], True),
        ("spill oil", ["oil spill"], False),
        ("oil spill", ["oil tax", "bird spill"], False),
        ("oil tax", ["oil", "spill"], False),
    ],
)
def test_what_is_said_already(phrase: str, kept: list[str], said: bool) -> None:
    assert is_said(tuple(phrase.split()), [tuple(other.split()) for other in kept]) is said


def order(scores: dict[str, float], most: int = 9) -> list[str]:
    return [" ".join(key) for key, _ in ranked({tuple(text.split()): value for text, value in scores.items()}, most)]


def test_the_most_salient_come_first_and_equals_by_their_words() -> None:
    assert order({"fen": 1.0, "bog": 1.0, "moss": 2.0}) == ["moss", "bog", "fen"]
    assert order({"fen": 1.0, "bog": 1.0, "moss": 2.0}, 2) == ["moss", "bog"]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(1.7, ["peat moss", "bog", "peat tax"], id="less than a half of three tenths"),
        pytest.param(1.8, ["peat moss", "bog", "peat tax"], id="just ahead of it"),
        pytest.param(1.6, ["peat moss", "peat tax", "bog"], id="just behind it"),
    ],
)
def test_a_word_that_is_used_again_costs_three_tenths_of_its_share(other: float, expected: list[str]) -> None:
    assert order({"peat moss": 2.0, "peat tax": 1.84, "bog": other}) == expected


def test_a_compound_repeats_its_parts() -> None:
    assert order({"intelligence pact": 2.0, "intelligence-sharing": 1.9, "fen": 1.8}) == [
        "intelligence pact",
        "fen",
        "intelligence-sharing",
    ]


def test_what_is_added_shares_no_word_with_what_is_kept() -> None:
    terms = {("peat", "tax"): 9.0, ("fen",): 2.0, ("bog",): 2.0, ("bog", "oak"): 1.0, ("elm",): 0.5}
    assert list(added(terms, [("peat", "moss")], 2)) == [("bog",), ("fen",)]
    assert list(added(terms, [("peat", "moss")], 5)) == [("bog",), ("fen",), ("elm",)]
    assert list(added(terms, [], 0)) == []


KEYS = st.lists(st.sampled_from(["oak", "elm", "fen", "bog", "moss", "peat"]), min_size=1, max_size=3).map(tuple)


@given(st.dictionaries(KEYS, st.floats(-5, 5)), st.integers(0, 6))
def test_any_scores_give_phrases_in_falling_order_none_of_which_another_says(
    scores: dict[tuple[str, ...], float], most: int
) -> None:
    found = list(ranked(scores, most))
    values = [value for _, value in found]
    assert len(found) <= most
    assert values == sorted(values, reverse=True)
    assert all(value <= scores[key] for key, value in found)
    for place, (key, _) in enumerate(found):
        assert not is_said(key, [other for other, _ in found[:place]])
    if most > len(found):
        assert all(is_said(key, [kept for kept, _ in found]) for key in scores)
