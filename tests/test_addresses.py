"""A finished site says where it stands; its pages in ``docs/`` do not know, and need not."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest

from topic_briefings.finishing.addresses import Addresses, finished_feed, with_flat_links, with_whole_data

ATOM = b"""<?xml version='1.0' encoding='utf-8'?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>urn:uuid:1</id><title>Kenya &lt;b&gt;</title>
<link rel="self" href="kenya.xml" /><link rel="alternate" href="../../countries/kenya/" />
<entry><link rel="alternate" href="../../articles/vote/" /></entry></feed>
"""
JSON_FEED = {"home_page_url": "../", "feed_url": "index.json", "items": [{"id": "1", "url": "../articles/vote/"}]}
FOLDERS = {"index.md": "", "articles/vote.md": "articles/vote/", "countries/kenya.md": "countries/kenya/"}
FILES = {
    "index.md": "index.html",
    "articles/vote.md": "articles/vote.html",
    "countries/kenya.md": "countries/kenya.html",
    "countries/index.md": "countries/index.html",
}
HOME = "https://example.org/press"


@pytest.mark.parametrize(
    ("pages", "site_url", "expected"),
    [
        (FOLDERS, None, ["kenya.xml", "../../countries/kenya/", "../../articles/vote/"]),
        (FOLDERS, HOME, [f"{HOME}/feeds/countries/kenya.xml", f"{HOME}/countries/kenya/", f"{HOME}/articles/vote/"]),
        (FILES, None, ["kenya.xml", "../../countries/kenya.html", "../../articles/vote.html"]),
        (FILES, f"{HOME}/", [f"{HOME}/feeds/countries/kenya.xml", f"{HOME}/countries/kenya.html"]),
    ],
)
def test_an_atom_feed_leads_to_the_pages_where_they_are(pages, site_url, expected):
    feed = finished_feed("feeds/countries/kenya.xml", ATOM, Addresses(pages=pages, site_url=site_url))
    links = [link.get("href") for link in ET.fromstring(feed).iter("{http://www.w3.org/2005/Atom}link")]  # noqa: S314 - our own
    assert links[: len(expected)] == expected
    assert b"<title>Kenya &lt;b&gt;</title>" in feed


@pytest.mark.parametrize(
    ("pages", "site_url", "expected"),
    [
        (FOLDERS, None, ["../", "index.json", "../articles/vote/"]),
        (FOLDERS, HOME, [f"{HOME}/", f"{HOME}/feeds/index.json", f"{HOME}/articles/vote/"]),
        (FILES, None, ["../index.html", "index.json", "../articles/vote.html"]),
    ],
)
def test_so_does_a_json_feed(pages, site_url, expected):
    feed = json.loads(
        finished_feed("feeds/index.json", json.dumps(JSON_FEED).encode(), Addresses(pages=pages, site_url=site_url))
    )
    assert [feed["home_page_url"], feed["feed_url"], feed["items"][0]["url"]] == expected


def test_finishing_a_feed_twice_changes_nothing():
    addresses = Addresses(pages=FILES, site_url=HOME)
    once = finished_feed("feeds/countries/kenya.xml", ATOM, addresses)
    assert finished_feed("feeds/countries/kenya.xml", once, addresses) == once


def test_data_name_a_quotation_by_the_whole_address_of_its_page():
    said = {"@graph": [{"@type": "NewsArticle", "url": "https://example.net/"}, {"text": '"url": "#<"', "url": "#q-1"}]}
    page = f'<p>#q-1</p><script type="application/ld+json">{json.dumps(said)}</script>'
    done = with_whole_data(page, f"{HOME}/articles/vote/")
    assert '"url":"https://example.org/press/articles/vote/#q-1"' in done
    assert '"url":"https://example.net/"' in done
    assert r'"text":"\"url\": \"#\u003c\""' in done
    assert done.startswith("<p>#q-1</p>")


def test_the_links_in_pictures_lead_to_files_where_pages_are_files():
    addresses = Addresses(pages=FILES, site_url=None)
    on_page = (
        '<a href="../../countries/kenya/#day-3">K</a><a href="../elsewhere/">E</a><a href="https://a.example/">A</a>'
    )
    expected = on_page.replace("../../countries/kenya/", "../countries/kenya.html")
    assert with_flat_links(on_page, "articles/vote.md", addresses) == expected
    on_home, on_index = '<a href="countries/kenya/">K</a>', '<a href="kenya/">K</a>'
    assert with_flat_links(on_home, "index.md", addresses) == '<a href="countries/kenya.html">K</a>'
    assert with_flat_links(on_index, "countries/index.md", addresses) == '<a href="kenya.html">K</a>'
