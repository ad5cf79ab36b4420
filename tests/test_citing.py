"""Citations: what is known is there, what is not is left out."""

from tests.factories import analysis, article, quotation, speaker
from tests.sites import ROOT, settings_of
from topic_briefings.gathering import gather
from topic_briefings.models import QuotationKind
from topic_briefings.pages.kinds import site_of
from topic_briefings.pages.machine.citing import article_citation, article_item, quotation_item
from topic_briefings.pages.words import words

BODY = "“We waited,” Energy Minister Grace Kamande said. “It is late,” officials said. She said that it rained."
WORDS = words("en")
DAM = {
    "id": "kenya/dam",
    "headline": "Dam opens",
    "outlet": "River Post",
    "authors": ("Ann Reyes", "B. Cole"),
    "published": "2026-11-03",
    "url": "https://example.org/dam",
}


def lines():
    found = analysis(
        BODY,
        quotations=[
            quotation(BODY, "We waited,", "Energy Minister Grace Kamande", name="Grace Kamande", cue="said"),
            quotation(BODY, "It is late,", "officials", confidence=0.1),
            quotation(BODY, "that it rained", "She", name="Grace Kamande", kind=QuotationKind.INDIRECT),
        ],
        speakers=[speaker(BODY, "Grace Kamande", "Energy Minister")],
        **DAM,
    )
    settings = settings_of(ROOT)
    edition = gather([found], settings)
    return site_of(edition, settings), edition.reports[0].lines


def test_an_article_as_csl_json():
    item = article_item(article(BODY, **DAM))
    assert item["type"] == "article-newspaper"
    assert item["title"] == "Dam opens"
    assert item["author"] == [{"literal": "Ann Reyes"}, {"literal": "B. Cole"}]
    assert item["container-title"] == "River Post"
    assert item["issued"] == {"date-parts": [[2026, 11, 3]]}
    assert item["URL"] == "https://example.org/dam"


def test_what_an_article_does_not_give_is_left_out():
    plain = article(BODY, headline="", outlet=None)
    assert article_item(plain).keys() == {"id", "type", "title", "language", "source", "note"}
    assert article_citation(plain, WORDS) == "“report”"


def test_an_article_as_text():
    expected = "Ann Reyes, B. Cole, “Dam opens”, River Post, 3 November 2026, https://example.org/dam"
    assert article_citation(article(BODY, **DAM), WORDS) == expected


def test_a_quotation_as_csl_json():
    site, (waited, late, _) = lines()
    item = quotation_item(site, waited)
    assert item["id"].startswith("kenya/dam#q-")
    assert item["custom"] == {
        "quotation": "We waited,",
        "speaker": "Grace Kamande",
        "role": "Energy Minister",
        "start": 1,
        "end": 11,
    }
    assert "speaker" not in quotation_item(site, late)["custom"]
