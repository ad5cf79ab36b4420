"""What a page tells machines is JSON that says what the page says, and no text of an article can end it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.factories import analysis, quotation, speaker
from topic_briefings.gathering import gather
from topic_briefings.models import Analysis
from topic_briefings.pages.kinds import site_of
from topic_briefings.pages.machine.linked_data import article_data
from topic_briefings.settings import parse

SAID = "“It </script><b>ended</b> & began,” Ann Reyes said. “No,” said a man."


def graph(made: Analysis) -> list[dict[str, object]]:
    settings = parse({}, root=Path())
    edition = gather([made], settings)
    block = str(article_data(site_of(edition, settings), edition.reports[0]))
    assert block.count("</script>") == 1
    text = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&") & set(text)
    found: list[dict[str, object]] = json.loads(text)["@graph"]
    return found


def test_quotations_name_their_speaker_only_where_it_is_certain() -> None:
    made = analysis(
        SAID,
        headline="Ended",
        outlet="River Post",
        published="2026-11-03",
        quotations=[
            quotation(SAID, "It </script><b>ended</b> & began,", "Ann Reyes", name="Ann Reyes"),
            quotation(SAID, "No,", "a man", confidence=0.1),
        ],
        speakers=[speaker(SAID, "Ann Reyes")],
    )
    article, first, second = graph(made)

    assert article == {
        "@type": "NewsArticle",
        "@id": "#article",
        "headline": "Ended",
        "inLanguage": "en",
        "publisher": {"@type": "Organization", "name": "River Post"},
        "datePublished": "2026-11-03",
    }
    assert first["text"] == "It </script><b>ended</b> & began,"
    assert first["creator"] == {"@type": "Person", "name": "Ann Reyes"}
    assert str(first["url"]).startswith("#q-")
    assert "creator" not in second


def test_an_address_that_is_no_link_is_left_out() -> None:
    [article] = graph(analysis(url="javascript:alert(1)"))
    assert "url" not in article
