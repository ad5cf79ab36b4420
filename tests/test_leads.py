"""Sentences that may open the page of a country or a topic."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import article
from topic_briefings.extractors.leads import FIRST, extract
from topic_briefings.knowledge import Knowledge
from topic_briefings.text.document import Document

CASES = Path(__file__).parent / "cases" / "leads" / "en.txt"


def leads(body, headline="", language="en"):
    return list(extract(Document(article(body, headline=headline, language=language)), Knowledge()))


def cases():
    for case in CASES.read_text(encoding="utf-8").split("== ")[1:]:
        title, headline, body, *expected = case.strip().split("\n")
        yield pytest.param(headline, body.replace("|", "\n\n"), [line[2:] for line in expected], id=title)


@pytest.mark.parametrize(("headline", "body", "expected"), list(cases()))
def test_the_leads_are(headline, body, expected):
    assert [lead.span.of(body) for lead in leads(body, headline)] == expected


def test_the_sentence_about_the_headline_is_worth_more():
    body = (
        "Fishermen of the coast have met in the town of Tarn on every first Monday for ninety years.\n\n"
        "Harbour master Ola Nord asked the council for two more ferries to the island of Kalven."
    )
    meeting, ferries = leads(body, "Harbour master asks for two more ferries to Kalven")
    assert ferries.value > meeting.value


def test_a_german_sentence_that_points_back_is_none():
    body = (
        "Die Fähre bei Oberau fährt seit Montag wieder über den Rhein.\n\nDamit endet ein neunjähriger Streit am Ufer."
    )
    assert [lead.span.of(body)[:9] for lead in leads(body, language="de")] == ["Die Fähre"]


@given(st.text(st.sampled_from("aB .,“”\n(–-:9"), max_size=300), st.text(st.sampled_from("aB .,"), max_size=30))
@settings(deadline=None)
def test_of_any_text_they_are_a_few_in_order(body, headline):
    found = [lead.span for lead in leads(body, headline)]
    assert len(found) <= FIRST
    assert found == sorted(set(found))
    assert all(0 <= span.start < span.end <= len(body) for span in found)
