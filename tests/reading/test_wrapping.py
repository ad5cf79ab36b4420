"""Which line ends part paragraphs, and which were only put there by a width."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topic_briefings.reading.wrapping import paragraphs

LONG = (
    "The towns of Upper and Lower Maruni will share a ferry from Monday, both councils said after a vote that lasted "
    "most of the night and ended with cake, since the boats had run half empty for as long as anyone could remember."
)
SECOND = (
    "Nobody spoke against it, and the mayor of the upper town, who had once been a ferry pilot herself and knew each "
    "of the sandbanks by its name, was the first to put up her hand when the count began at last."
)
SHORT = "It was late."


def wrapped(width: int, *texts: str) -> list[str]:
    return [row for text in texts for row in textwrap.wrap(text, width)]


@pytest.mark.parametrize(
    "width",
    [
        pytest.param(120, id="the widest that is wrapped"),
        pytest.param(72, id="a letter"),
        pytest.param(34, id="a narrow column"),
    ],
)
def test_lines_are_joined_where_a_width_explains_them(width: int) -> None:
    assert paragraphs([*wrapped(width, LONG), "", *wrapped(width, SECOND)]) == [LONG, SECOND]


def test_the_last_line_of_a_paragraph_ends_it_where_no_empty_line_does() -> None:
    assert paragraphs(wrapped(72, LONG, SECOND)) == [LONG, SECOND]


def test_lines_that_each_end_a_sentence_are_paragraphs() -> None:
    rows = ["The ferry sails at nine o’clock on Monday.", "The ferry sails at ten o’clock on Tuesday.", SHORT]
    assert paragraphs(rows) == rows


def test_lines_of_uneven_length_are_paragraphs() -> None:
    rows = ["Four ways over the river at Maruni in winter", "By ferry", "By the new bridge at Sorrel", "On foot", "Not"]
    assert paragraphs(rows) == rows


def test_an_indented_line_opens_a_paragraph_where_few_are_indented() -> None:
    rows = wrapped(60, LONG) + ["  " + row if n == 0 else row for n, row in enumerate(wrapped(58, SECOND))]
    assert paragraphs(rows) == [LONG, SECOND]


def test_indentation_of_all_lines_says_nothing() -> None:
    assert paragraphs(["    " + row for row in wrapped(60, LONG)]) == [LONG]


def test_white_space_is_folded_and_empty_paragraphs_are_none() -> None:
    assert paragraphs(["", " a \t b ", "", " ", "c", ""]) == ["a b", "c"]
    assert paragraphs([]) == []


def test_what_says_the_headline_again_is_left_out_but_never_all() -> None:
    assert paragraphs(["Head", "Head", "Text."], says="head", key=str.lower) == ["Text."]
    assert paragraphs(["Head", "", "Head", "", "Text.", "", "Head"], says="head", key=str.lower) == ["Text.", "Head"]
    assert paragraphs(["Head"], says="head", key=str.lower) == ["Head"]
    assert paragraphs(["Head", "Text."]) == ["Head", "Text."]


PROSE = st.lists(st.sampled_from([LONG, SECOND, f"{SHORT} {LONG}", f"{SECOND} {LONG}"]), min_size=1, max_size=4)


@given(PROSE, st.integers(50, 110))
def test_prose_that_is_wrapped_at_any_width_is_read_back(texts: list[str], width: int) -> None:
    rows = [row for text in texts for row in (*textwrap.wrap(text, width), "")]
    assert paragraphs(rows) == texts
