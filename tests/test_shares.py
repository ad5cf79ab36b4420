"""Which statements without marks the page of an article prints."""

from __future__ import annotations

from tests.factories import article
from tests.sites import settings_of
from topic_briefings.extractors import analyse
from topic_briefings.gathering import gather
from topic_briefings.knowledge import Knowledge
from topic_briefings.pages.kinds import site_of

LEAD = "The ferry of Vell will not sail before Easter. President {} said that the ferry of Vell had no light."


def reported(tmp_path, body):
    """What the page says without marks: who, and what."""
    settings = settings_of(tmp_path)
    site = site_of(gather([analyse(article(body), Knowledge())], settings), settings)
    (report,) = site.edition.reports
    lines = site.printed(report.article).shares[0].reported
    return [(line.byline.name, line.quotation.content[0].of(body)) for line in lines]


def test_a_claim_stands_though_its_speaker_is_never_in_marks(tmp_path):
    assert reported(tmp_path, LEAD.format("Rosa Quint")) == [("Rosa Quint", "the ferry of Vell had no light")]


def test_what_somebody_spoke_about_does_not(tmp_path):
    assert reported(tmp_path, "President Rosa Quint praised the pilots of Vell.") == []


def test_nor_what_somebody_without_a_name_said(tmp_path):
    assert reported(tmp_path, "Officials said that the ferry of Vell had no light.") == []
