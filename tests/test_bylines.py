"""Who said it is decided once: pages, data, citations and the search print the same."""

import dataclasses
from pathlib import Path

import pytest

from tests.factories import analysis, article, quotation, speaker
from tests.sites import settings_of
from topic_briefings.extractors import analyse
from topic_briefings.gathering import gather
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Corrected, Line, Naming, QuotationKind, SpeakerKind
from topic_briefings.pages.kinds import site_of
from topic_briefings.pages.machine.data import quotation_row
from topic_briefings.pages.quoted import by_speaker
from topic_briefings.pages.site import Site
from topic_briefings.pages.words import words

BODY = 'Ann Lee and a police official and the agency spoke. "Words said," she added.'

CASES = (
    # speaker as printed, its name, what it is, confidence → how it is printed, where, and inside a sentence
    ("Ann Lee", "Ann Lee", SpeakerKind.PERSON, 0.9, Naming.VOICE, "Ann Lee", "Ann Lee"),
    ("a police official", None, SpeakerKind.UNNAMED, 0.9, Naming.DESCRIBED, "A police official", "a police official"),
    ("the agency", None, SpeakerKind.BODY, 0.9, Naming.DESCRIBED, "The agency", "the agency"),
    ("she", None, SpeakerKind.UNNAMED, 0.9, Naming.UNNAMED, None, None),
    ("a police official", None, SpeakerKind.PERSON, 0.9, Naming.UNNAMED, None, None),
    ("Ann Lee", "Ann Lee", SpeakerKind.PERSON, 0.1, Naming.UNCERTAIN, None, None),
    (None, None, SpeakerKind.PERSON, 0.0, Naming.NOBODY, None, None),
)


def _line(printed: str | None, name: str | None, kind: SpeakerKind, confidence: float) -> tuple[Site, Line]:
    said = quotation(BODY, "Words said,", printed, name=name, confidence=confidence)
    if said.speaker:
        said = dataclasses.replace(said, speaker=dataclasses.replace(said.speaker, kind=kind))
    found = analysis(BODY, quotations=[said], speakers=[speaker(BODY, "Ann Lee")])
    settings = settings_of(Path("/nowhere"))
    edition = gather([found], settings)
    return site_of(edition, settings), edition.reports[0].lines[0]


@pytest.mark.parametrize(("printed", "name", "kind", "confidence", "naming", "heading", "inside"), CASES)
def test_every_reader_of_a_byline_prints_the_same(printed, name, kind, confidence, naming, heading, inside):
    site, line = _line(printed, name, kind, confidence)
    not_named = words("en")["not_named"]
    assert line.byline.naming is naming
    assert by_speaker(site, [line])[0].name == (heading or not_named)
    assert quotation_row(site, line)["byline"] == heading
    assert (", ".join(filter(None, (line.byline.name, line.byline.role))) or None) == inside


@pytest.mark.parametrize(
    ("text", "words", "heading"),
    [
        (
            "The judge in the case, which took two days, said it was “a hard and sad case”.",
            "a hard",
            "The judge in the case",
        ),
        ("“We wait,” said a clerk who asked not to be named because of her post.", "We wait", "A clerk"),
        ("“We wait,” said the clerk who sits by the door.", "We wait", "The clerk who sits by the door"),
        ("“We wait,” a carpenter said.\n\n“We have waited for years,” she added.", "We have", "A carpenter"),
        (
            "“Dear friend, we need you,” the email read. It stated that the quay was “a hole in a wall”.",
            "a hole",
            "The email",
        ),
        ("“We wait,” the owners said. They added that it was “a hole in a wall”.", "a hole", "The owners"),
        ("Ida Penn came. “We wait,” said the woman.\n\n“We have waited for years,” she added.", "We have", "The woman"),
        ("“We wait,” some clerks said. Others shouted, “We will not wait for years!”", "We will", None),
        (
            "“We wait,” a port official said.\n\nIt rained.\n\n“We have waited,” the official said.",
            "We have",
            "A port official",
        ),
        (
            "“We wait,” a port official said. A bank official agreed: “No.”\n\n“We have,” the official said.",
            "We have",
            "The official",
        ),
        (
            "“We wait,” the harbour board says.\n\n“We have waited for years,” they conclude.",
            "We have",
            "The harbour board",
        ),
        ("“We wait,” a carpenter said. Ida Penn came. “We have waited for years,” she added.", "We have", "Ida Penn"),
    ],
)
def test_somebody_without_a_name_is_printed_as_the_article_describes_them(text, words, heading):
    settings = settings_of(Path("/nowhere"))
    lines = gather([analyse(article(text), Knowledge())], settings).reports[0].lines
    assert [line.byline.heading for line in lines if line.quotation.span.of(text).startswith(words)] == [heading]


def test_idle_words_stand_on_no_page_unless_an_editor_has_put_them_there():
    idle = dataclasses.replace(quotation(BODY, "Words said,", "Ann Lee", name="Ann Lee"), idle=True)
    pinned = dataclasses.replace(idle, corrected=Corrected(kind="pin", date=None))
    for said, printed in ((idle, 0), (pinned, 1)):
        found = analysis(BODY, quotations=[said], speakers=[speaker(BODY, "Ann Lee")])
        assert len(gather([found], settings_of(Path("/nowhere"))).reports[0].lines) == printed


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        ("that the quay holds and that it is dry", "the quay holds and that it is dry"),
        ("that, once built, the quay holds", "once built, the quay holds"),
        ("that was the year of the quay", "that was the year of the quay"),
        ("what holds the quay", "what holds the quay"),
    ],
)
def test_a_statement_without_marks_is_marked_from_behind_its_that_on(said, marked):
    body = f"Ann Lee told the council on Monday {said}."
    indirect = quotation(body, said, "Ann Lee", name="Ann Lee", kind=QuotationKind.INDIRECT)
    found = analysis(body, quotations=[indirect], speakers=[speaker(body, "Ann Lee")])
    (line,) = gather([found], settings_of(Path("/nowhere"))).reports[0].lines
    assert [span.of(body) for span in line.quotation.content] == [marked]
    assert line.quotation.span.of(body) == marked
