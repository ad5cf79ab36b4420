"""The bottom line: the article's own sentences that give its point."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import article
from topic_briefings.extractors.point import extract
from topic_briefings.knowledge import Knowledge
from topic_briefings.text.document import Document

CASES = Path(__file__).parent / "cases" / "point"


def found(body, headline="", language="en"):
    return list(extract(Document(article(body, headline=headline, language=language)), Knowledge()))


def points(body, headline="", language="en"):
    return [point.span for point in found(body, headline, language)]


def cases():
    for case in (CASES / "en.txt").read_text(encoding="utf-8").split("== ")[1:]:
        title, headline, body, *expected = case.strip().split("\n")
        yield pytest.param(headline, body.replace("|", "\n\n"), [line[2:] for line in expected], id=title)


@pytest.mark.parametrize(("headline", "body", "expected"), list(cases()))
def test_the_point_is(headline, body, expected):
    assert [span.of(body) for span in points(body, headline)] == expected


def sure_cases():
    for case in (CASES / "sure.txt").read_text(encoding="utf-8").split("== ")[1:]:
        title, headline, body, expected = case.strip().split("\n")
        yield pytest.param(headline, body.replace("|", "\n\n"), *expected.split(": ", 1), id=title)


@pytest.mark.parametrize(("headline", "body", "kind", "expected"), list(sure_cases()))
def test_what_is_called_the_point_is_sure(headline, body, kind, expected):
    first = found(body, headline)[0]
    assert ("point" if first.sure else "opening", first.span.of(body)) == (kind, expected)


def test_a_second_sentence_is_sure_behind_a_lede_that_is():
    lede = "The ferry to Kalven will have a second ship from June, the council of Tarn said on Monday."
    second = "Nine million crowns are paid by Tarn for the ship, which carries forty cars."
    third = "Forty cars are what the old ship leaves behind on a Monday, the council found."
    body = " ".join((lede, second, third))
    assert [point.sure for point in found(body, "Ferry to Kalven gets a second ship")] == [True, True]
    assert [point.sure for point in found(body, "Kalven must not wait for a ship")] == [True, False]


def test_an_article_without_text_has_no_point():
    assert points("", "A headline alone") == []


def test_a_german_sentence_that_points_back_is_not_taken():
    body = "Die Fähre bei Oberau fährt wieder über den Rhein.\n\nDamit endet der Streit um die Fähre bei Oberau."
    assert len(points(body, "Streit um Fähre bei Oberau endet", "de")) == 1


@given(st.text(st.sampled_from("aB .,“”\n(–-:9"), max_size=300), st.text(st.sampled_from("aB .,"), max_size=30))
@settings(deadline=None)
def test_any_text_has_two_sentences_at_most_in_order(body, headline):
    found = points(body, headline)
    assert len(found) <= 2
    assert all(0 <= span.start < span.end <= len(body) for span in found)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("piece", ["WORD ", "Word, ", "(word ", "a - ", "A'B. "])
def test_a_paragraph_of_half_a_megabyte_is_read(piece):
    points(piece * (500_000 // len(piece)), "Word")
