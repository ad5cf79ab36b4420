"""Whose headline a story bears."""

from __future__ import annotations

import pytest

from topic_briefings.gathering.stories.headings import LONGEST, NEAR, heading

PLAIN = "Clerk charged over missing grain"


@pytest.mark.parametrize(
    "loud",
    [
        "CHARGED WITH FRAUD: What nobody tells you about the clerk",
        "Who took the grain?",
        "The grain is gone!",
        "Grain " * (LONGEST // 6 + 1),
        "",
    ],
)
def test_a_headline_that_shouts_gives_way_to_one_that_tells(loud):
    assert heading((1, 2), {1: 0.9, 2: 0.8}, {1: loud, 2: PLAIN}) == 2
    assert heading((1, 2), {1: 0.9, 2: 0.8}, {1: loud, 2: loud}) == 1


def test_not_to_one_far_from_the_middle():
    assert heading((1, 2), {1: 0.9, 2: 0.9 * NEAR - 0.01}, {1: "The grain is gone!", 2: PLAIN}) == 1
    assert heading((1, 2), {1: 0.9, 2: 0.9 * NEAR + 0.01}, {1: "The grain is gone!", 2: PLAIN}) == 2


@pytest.mark.parametrize("headline", [PLAIN, "FBI clears clerk", "TRN: clerk charged", "Clerk: “Grain was gone”"])
def test_one_that_tells_stays(headline):
    assert heading((1, 2), {1: 0.9, 2: 0.9}, {1: headline, 2: PLAIN}) == 1
