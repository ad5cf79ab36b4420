"""Nothing that a built page, feed or map of the site points at is missing: pages, files, and places on a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import feedparser
import pytest
from lxml import etree, html

from tests.browser.conftest import SITE_URL

REFERENCES = ("href", "src", "action", "poster", "{http://www.w3.org/1999/xlink}href")
STYLE_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")

Link = tuple[str, str]
"""Where it stands, and the whole address that it points at."""


def address_of(site: Path, file: Path) -> str:
    return SITE_URL + file.relative_to(site).as_posix().removesuffix("index.html")


class Built:
    """The built site: its links, and what they can point at."""

    def __init__(self, site: Path) -> None:
        self.links: list[Link] = []
        self.files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
        self.places: dict[str, set[str]] = {}
        for file in sorted(site.rglob("*.html")):
            here = address_of(site, file)
            tree = html.fromstring(file.read_bytes())
            self.places[here] = {value for element in tree.iter() for value in _names(element)}
            self.links += ((here, link) for link in _links(tree, here))
        for file in sorted(site.rglob("*.css")):
            here = address_of(site, file)
            found = STYLE_URL.findall(file.read_text(encoding="utf-8"))
            self.links += ((here, urljoin(here, link)) for link in found if not link.startswith(("data:", "#")))
        for file in sorted((site / "feeds").rglob("*")):
            if file.is_file():
                here = address_of(site, file)
                self.links += ((here, urljoin(here, link)) for link in _feed_links(file))
        here = SITE_URL + "sitemap.xml"
        self.links += ((here, str(loc.text)) for loc in etree.parse(site / "sitemap.xml").iter("{*}loc"))

    def missing(self, link: str) -> bool:
        """Whether an address within the site leads nowhere."""
        page, _, place = link.partition("#")
        path = unquote(page.removeprefix(SITE_URL).partition("?")[0])
        file = path + "index.html" if path.endswith("/") or not path else path
        if file not in self.files:
            return True
        return bool(place) and page in self.places and unquote(place) not in self.places[page]


def _names(element: html.HtmlElement) -> Iterator[str]:
    for name in ("id", "name") if element.tag == "a" else ("id",):
        if element.get(name):
            yield str(element.get(name))


def _links(tree: html.HtmlElement, here: str) -> Iterator[str]:
    for element in tree.iter(etree.Element):
        for name in REFERENCES:
            if (value := element.get(name)) is not None:
                yield urljoin(here, value)
        yield from (urljoin(here, part.split()[0]) for part in (element.get("srcset") or "").split(",") if part.strip())
        if element.tag == "meta" and str(element.get("property", "")).endswith((":url", ":image")):
            yield urljoin(here, element.get("content"))
        if element.get("type") == "application/ld+json":
            yield from (urljoin(here, link) for link in _addresses(json.loads(element.text)))


def _addresses(data: object, key: str = "") -> Iterator[str]:
    """The addresses in linked data or in a feed."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _addresses(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from _addresses(value, key)
    elif isinstance(data, str) and (key == "url" or key.endswith("_url")):
        yield data


def _feed_links(file: Path) -> Iterator[str]:
    if file.suffix == ".json":
        yield from _addresses(json.loads(file.read_bytes()))
        return
    if file.suffix == ".opml":
        outlines = etree.parse(file).iter("outline")
        yield from (address for line in outlines for name in ("htmlUrl", "xmlUrl") if (address := line.get(name)))
        return
    found = feedparser.parse(file.read_bytes())
    for part in [found.feed, *found.entries]:
        yield from (link.href for link in part.links)


@pytest.fixture(scope="module")
def built(site: Path) -> Built:
    return Built(site)


def test_no_link_of_the_site_leads_nowhere(built: Built) -> None:
    inside = [link for link in built.links if link[1].startswith(SITE_URL)]
    assert len(inside) > 5000
    assert [link for link in dict.fromkeys(inside) if built.missing(link[1])] == []


def test_no_link_leaves_the_sub_path_for_the_rest_of_its_host(built: Built) -> None:
    host = urljoin(SITE_URL, "/")
    assert [link for link in built.links if link[1].startswith(host) and not link[1].startswith(SITE_URL)] == []


def test_links_elsewhere_are_plain_web_addresses(built: Built) -> None:
    outside = {urldefrag(link[1]).url for link in built.links if not link[1].startswith(SITE_URL)}
    assert {link for link in outside if not link.startswith(("https://", "http://", "data:image/"))} == set()


def test_every_page_is_in_the_sitemap_and_linked_from_another(built: Built) -> None:
    pages = built.places.keys() - {SITE_URL + "404.html"}
    listed = {link for here, link in built.links if here.endswith("sitemap.xml")}
    assert listed == pages
    reached = {urldefrag(link).url for here, link in built.links if here in pages and urldefrag(link).url != here}
    assert pages - reached == set()


def test_no_place_on_a_page_has_two_elements(site: Path) -> None:
    for file in sorted(site.rglob("*.html")):
        ids = html.fromstring(file.read_bytes()).xpath("//@id")
        assert len(ids) == len(set(ids)), file
