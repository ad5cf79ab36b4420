"""When two articles are copies of one text: a case on each side of every line that is drawn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import analysis
from topic_briefings.gathering.copies import fold
from topic_briefings.models import Analysis

SHARED = "The council of the island voted on Friday to mend the old lighthouse before winter."
OTHERS = (
    "Masons from the mainland will come by boat in the second week of the month.",
    "A fund that was set up after the storm pays for the copper of the roof.",
    "Nobody has lived in the tower since its last keeper moved to the harbour.",
    "The lens was sent away to be polished and is to return before the frost.",
    "Children of the school have painted each of the steps in another colour.",
)


def copies(*bodies: str) -> int:
    """How many of the articles that say ``bodies`` are folded into another."""
    folded = fold(analysis(body, id=f"article-{number:02}") for number, body in enumerate(bodies))
    return sum(len(found) for _, found in folded)


def with_own_end(words: int) -> str:
    """The shared sentences and ``words`` words that no other article has."""
    return " ".join((SHARED, *OTHERS[:1], *(f"own{number}" for number in range(words))))


@pytest.mark.parametrize(
    ("own_words", "expected"),
    [
        pytest.param(0, 1, id="the same text"),
        pytest.param(12, 1, id="a little more than two thirds in common"),
        pytest.param(24, 0, id="a little more than half in common"),
        pytest.param(60, 0, id="a third in common"),
    ],
)
def test_copies_have_three_fifths_of_the_shorter_text_in_common(own_words: int, expected: int) -> None:
    other = " ".join((SHARED, *OTHERS[:1], *(f"other{number}" for number in range(60))))
    assert copies(with_own_end(own_words), other) == expected


def test_a_text_of_which_the_other_is_the_beginning_is_a_copy_however_long() -> None:
    assert copies(SHARED, " ".join((SHARED, *OTHERS))) == 1


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("The ferry to Tarn will not sail today.", 1, id="eight words"),
        pytest.param("The ferry to Tarn will not sail.", 0, id="seven words"),
    ],
)
def test_articles_are_compared_where_they_share_a_sentence_of_eight_words(sentence: str, expected: int) -> None:
    # All else is common to both in runs of four words, but in no whole sentence.
    first, second = (f"{sentence} {start} wind blew hard from the north and the quay was wet" for start in ("A", "The"))
    assert copies(first, second) == expected


IMPRINT = " ".join((SHARED.rstrip("."), "and", OTHERS[0][0].lower(), OTHERS[0][1:].rstrip("."), "and", OTHERS[1]))


def of_own_words(letter: str) -> str:
    """Two sentences of nine words, which are in no other article."""
    return " ".join(
        f"{' '.join(letter * length for length in range(first, first + 9))}.".capitalize() for first in (3, 13)
    )


@pytest.mark.parametrize(
    ("articles", "expected"),
    [pytest.param(12, 11, id="in twelve articles"), pytest.param(13, 0, id="in thirteen articles")],
)
def test_a_sentence_of_more_than_twelve_articles_is_furniture_where_it_is_a_third_of_them(
    articles: int, expected: int
) -> None:
    assert copies(*(f"{IMPRINT} {of_own_words(letter)}" for letter in "abcdefghijklm"[:articles])) == expected


def test_where_it_is_half_of_them_it_is_none() -> None:
    made = (f"{IMPRINT} {of_own_words(letter).partition('. ')[0]}." for letter in "abcdefghijklm")
    assert copies(*made) == 12


def test_case_and_punctuation_are_aside() -> None:
    assert copies(SHARED, SHARED.upper().replace(".", "!")) == 1


def standing(*made: Analysis) -> list[str]:
    return [kept.article.id for kept, _ in fold(made)]


def test_the_first_published_stands_for_its_copies_then_the_longer_then_the_first_id() -> None:
    longer = f"{SHARED} Masons will come."
    early = analysis(SHARED, id="c", published="2026-10-01")
    late = analysis(longer, id="b", published="2026-10-02")
    undated = analysis(longer, id="a")
    assert standing(undated, late, early) == ["c"]
    assert standing(undated, late) == ["b"]
    assert standing(analysis(SHARED, id="a"), analysis(longer, id="b")) == ["b"]
    assert standing(analysis(SHARED, id="b"), analysis(SHARED, id="a")) == ["a"]


def test_a_copy_of_a_copy_is_a_copy_of_the_first() -> None:
    [(kept, found)] = fold(
        [
            analysis(" ".join((SHARED, *OTHERS[:3])), id="a", published="2026-10-01"),
            analysis(" ".join((SHARED, *OTHERS[:3], OTHERS[3])), id="b", published="2026-10-02"),
            analysis(" ".join((SHARED, *OTHERS[:2], OTHERS[3])), id="c", published="2026-10-03"),
        ]
    )
    assert (kept.article.id, [article.id for article in found]) == ("a", ["b", "c"])


@given(st.lists(st.lists(st.sampled_from((SHARED, *OTHERS)), min_size=1, max_size=4), max_size=6), st.randoms())
def test_nothing_is_lost_and_order_does_not_matter(articles: list[list[str]], chance: object) -> None:
    made = [analysis(" ".join(sentences), id=f"a{number}") for number, sentences in enumerate(articles)]
    folded = fold(made)
    ids = [kept.article.id for kept, _ in folded] + [copy.id for _, found in folded for copy in found]
    assert sorted(ids) == sorted(one.article.id for one in made)
    shuffled = list(made)
    chance.shuffle(shuffled)  # type: ignore[attr-defined] - Hypothesis gives a Random
    assert fold(shuffled) == folded
