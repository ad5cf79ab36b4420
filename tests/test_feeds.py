"""Feeds that readers of feeds accept, with the article's own words and nothing undated."""

from __future__ import annotations

import json
from pathlib import Path

import feedparser

from tests.factories import analysis, country, quotation, speaker
from topic_briefings.gathering import gather
from topic_briefings.pages.kinds import site_of
from topic_briefings.pages.machine.feeds import feed_pages
from topic_briefings.settings import parse

BODY = "Kenya <b>voted</b> & counted.\x0b “We won,” Ann Reyes said."


def feeds(voice_feeds_from: int = 1) -> dict[str, bytes]:
    settings = parse({"voice_feeds_from": voice_feeds_from}, root=Path())
    voted = analysis(
        BODY,
        id="vote",
        headline="Vote <i>&amp;</i> count\x0c",
        outlet="River Post",
        published="2026-11-03",
        quotations=[quotation(BODY, "We won,", "Ann Reyes", name="Ann Reyes")],
        speakers=[speaker(BODY, "Ann Reyes")],
        countries=[country(BODY, "KE", "Kenya")],
        points=["Kenya <b>voted</b> & counted."],
    )
    undated = analysis(
        "Peru slept through the whole of it.", id="sleep", countries=[country("Peru slept", "PE", "Peru")]
    )
    edition = gather([voted, undated], settings)
    return {page.path: page.content for page in feed_pages(site_of(edition, settings))}


def test_each_briefing_with_a_dated_article_has_both_feeds() -> None:
    assert sorted(feeds()) == [
        "feeds/countries/kenya.json",
        "feeds/countries/kenya.xml",
        "feeds/index.json",
        "feeds/index.xml",
        "feeds/voices/ann-reyes.json",
        "feeds/voices/ann-reyes.xml",
    ]


def test_a_voice_that_is_heard_seldom_has_no_feeds() -> None:
    assert {path for path in feeds(1) if path not in feeds(2)} == {
        "feeds/voices/ann-reyes.json",
        "feeds/voices/ann-reyes.xml",
    }


def test_an_atom_feed_says_what_the_article_says() -> None:
    found = feedparser.parse(feeds()["feeds/countries/kenya.xml"])

    assert not found.bozo
    assert found.version == "atom10"
    assert found.feed.title == "Briefings: Kenya"
    [entry] = found.entries
    assert entry.link == "../../articles/vote/"
    assert entry.updated == "2026-11-03T00:00:00Z"
    assert "River Post, 3 November 2026" in entry.summary


def test_a_json_feed_has_what_the_format_asks() -> None:
    found = json.loads(feeds()["feeds/index.json"])

    assert found["version"] == "https://jsonfeed.org/version/1.1"
    [item] = found["items"]
    assert item["title"] == "Vote <i>&amp;</i> count "
    assert item["content_text"] == "Kenya <b>voted</b> & counted. (River Post, 3 November 2026)"
    assert item["url"] == "../articles/vote/"
    assert item["id"].startswith("urn:uuid:")
