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


def test_an_article_without_text_has_no_point():
    assert points("", "A headline alone") == []


@pytest.mark.parametrize(
    "lede",
    [
        "Wie die Gemeinde Oberau mitteilte, fährt die Fähre nach dem Streit wieder über den Rhein.",
        "Von einem Gericht wurde gestern der Streit um die Fähre bei Oberau am Rhein beendet.",
    ],
)
def test_a_german_report_may_open_with_who_says_so_or_by_whom_it_was_done(lede):
    first = found(f"{lede}\n\nDie Fähre hatte neun Jahre geruht.", "Streit um Fähre bei Oberau endet", "de")[0]
    assert (first.sure, first.span.start) == (True, 0)


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
