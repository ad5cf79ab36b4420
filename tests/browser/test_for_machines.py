"""What the built site tells machines holds up in other people's readers and schemas; and its pages stay light."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import extruct
import feedparser
import jsonschema
import pytest
from lxml import etree, html

from tests.browser.conftest import SITE_URL

KILO = 1000
ARTICLE, LIST = 40 * KILO, 120 * KILO
"""The most bytes of HTML that an article's page, and any other, may weigh."""

ADDRESS = {"type": "string", "format": "uri", "pattern": "^https://"}
WORDS = {"type": "string", "minLength": 1}
DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": WORDS,
        "description": WORDS,
        "language": WORDS,
        "home_page_url": ADDRESS,
        "feed_url": ADDRESS,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_text"],
                "additionalProperties": False,
                "properties": {
                    "id": WORDS,
                    "url": ADDRESS,
                    "title": WORDS,
                    "content_text": WORDS,
                    "date_published": DAY,
                    "date_modified": DAY,
                    "language": WORDS,
                },
            },
        },
    },
}
"""The parts of JSON Feed 1.1 that the site may use."""

PERSON = {
    "type": "object",
    "required": ["@type", "name"],
    "properties": {"@type": {"enum": ["Person", "Organization"]}, "name": WORDS},
}
LINKED = {
    "type": "object",
    "required": ["@context", "@graph"],
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@graph": {
            "type": "array",
            "minItems": 1,
            "contains": {"properties": {"@type": {"const": "NewsArticle"}}},
            "maxContains": 1,
            "items": {
                "oneOf": [
                    {
                        "required": ["@type", "@id", "headline", "inLanguage"],
                        "properties": {
                            "@type": {"const": "NewsArticle"},
                            "headline": WORDS,
                            "author": {"type": "array", "items": PERSON},
                            "publisher": PERSON,
                            "datePublished": {"pattern": r"^\d{4}-\d\d-\d\d$"},
                            "url": {"pattern": "^https?://"},
                        },
                    },
                    {
                        "required": ["@type", "text", "isBasedOn", "url"],
                        "properties": {
                            "@type": {"const": "Quotation"},
                            "text": WORDS,
                            "creator": PERSON,
                            "isBasedOn": {"required": ["@id"]},
                            "url": {"pattern": "^https://.*/articles/.*#q-"},
                        },
                    },
                ]
            },
        },
    },
}
"""What schema.org asks of the two types that an article's page describes."""


def articles(site: Path) -> list[Path]:
    return sorted(file for file in site.glob("articles/**/index.html") if file.parent.name != "articles")


def test_feed_readers_accept_every_feed(site: Path) -> None:
    feeds = sorted((site / "feeds").rglob("*.xml"))
    assert len(feeds) > 100
    for file in feeds:
        found = feedparser.parse(file.read_bytes())
        assert not found.bozo, (file, found.get("bozo_exception"))
        assert found.version == "atom10"
        assert found.feed.title
        assert found.entries, file
        for entry in found.entries:
            assert all(entry.get(part) for part in ("id", "title", "updated", "link", "summary")), (file, entry)


def test_every_json_feed_fits_the_format(site: Path) -> None:
    checker = jsonschema.Draft202012Validator(JSON_FEED)
    for file in sorted((site / "feeds").rglob("*.json")):
        assert [error.message for error in checker.iter_errors(json.loads(file.read_bytes()))] == [], file


def test_linked_data_reads_back_as_an_article_and_its_quotations(site: Path) -> None:
    checker = jsonschema.Draft202012Validator(LINKED)
    for file in articles(site):
        text = file.read_text(encoding="utf-8")
        found: dict[str, Any] = extruct.extract(text, base_url=SITE_URL, syntaxes=["json-ld", "opengraph"])
        [data] = found["json-ld"]
        assert [error.message for error in checker.iter_errors(data)] == [], file
        [graph] = found["opengraph"]
        told = dict(graph["properties"])
        assert told["og:title"] == data["@graph"][0]["headline"]
        quotations = [part for part in data["@graph"] if part["@type"] == "Quotation"]
        places = set(html.fromstring(text).xpath("//@id"))
        assert {part["url"].rpartition("#")[2] for part in quotations} <= places


def test_every_page_says_where_it_stands_and_what_it_is(site: Path) -> None:
    for file in sorted(site.rglob("*.html")):
        tree = html.fromstring(file.read_bytes())
        assert tree.get("lang"), file
        assert tree.xpath("string(//title)").strip(), file
        if file.name != "404.html":
            here = SITE_URL + file.relative_to(site).as_posix().removesuffix("index.html")
            assert tree.xpath("//link[@rel='canonical']/@href") == [here]
            assert tree.xpath("//meta[@property='og:url']/@content") == [here]


def test_the_sitemap_is_one(site: Path) -> None:
    tree = etree.parse(site / "sitemap.xml").getroot()
    assert tree.tag == "{http://www.sitemaps.org/schemas/sitemap/0.9}urlset"
    assert {child.tag for url in tree for child in url} == {"{http://www.sitemaps.org/schemas/sitemap/0.9}loc"}, (
        "a day on which a page changed is not known, so none is given"
    )


@pytest.mark.parametrize(("kind", "most"), [("article", ARTICLE), ("list", LIST)])
def test_no_page_is_heavy(site: Path, kind: str, most: int) -> None:
    its = set(articles(site))
    pages = its if kind == "article" else set(site.rglob("*.html")) - its
    heavy = {file.relative_to(site).as_posix(): file.stat().st_size for file in pages if file.stat().st_size > most}
    assert heavy == {}
