"""Feeds: Atom (RFC 4287) and JSON Feed 1.1, for the whole site and for each country, topic and voice.

Both formats want a date for every entry, so undated articles are on the pages and not in the feeds. Links are
relative to the feed, so that it is the same wherever the site will stand: ``finishing`` makes them whole. Ids are
unique all the same (RFC 4122, name-based).
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator, Sequence
from xml.etree import ElementTree as ET

from topic_briefings.models import Article, KnownPage, Page, Report
from topic_briefings.pages.context import head_sentences
from topic_briefings.pages.links import published, relative
from topic_briefings.pages.markdown import visible
from topic_briefings.pages.quoted import source
from topic_briefings.pages.site import Link, Site

ENTRIES = 20
_ATOM = "http://www.w3.org/2005/Atom"
_NAMES = uuid.uuid5(uuid.NAMESPACE_URL, "https://www.rfc-editor.org/rfc/rfc4287")
ET.register_namespace("", _ATOM)


def feed_links(page: Link) -> tuple[Link, Link]:
    """The Atom feed and the JSON Feed that belong to ``page``."""
    base = f"feeds/{page.path.removesuffix('.md')}"
    return Link(text=page.text, path=f"{base}.xml"), Link(text=page.text, path=f"{base}.json")


def feed_pages(site: Site) -> Iterator[Page | KnownPage]:
    """Both feeds of each page that has feeds; none for one whose articles are all undated."""
    for kind in site.kinds.values():
        for page, reports in kind.feeds(site) if kind.feeds else ():
            if dated := [report for report in reports if report.article.published][:ENTRIES]:
                yield from site.once(_pair, page, dated)


def feed_of(page: Link, articles: Iterable[Article]) -> Link | None:
    """The Atom feed of ``page``; None where all its ``articles`` are undated."""
    return feed_links(page)[0] if any(article.published for article in articles) else None


def feed_matter(feed: Link | None) -> dict[str, object]:
    """Front matter from which the theme offers ``feed`` to programs that look for one."""
    offered = {"type": "application/atom+xml", "title": feed.text, "path": feed.path} if feed else None
    return {"feeds": [offered]} if offered else {}


def _pair(site: Site, page: Link, reports: Sequence[Report]) -> Iterator[Page]:
    atom, json_feed = feed_links(page)
    yield Page(path=atom.path, content=_atom(site, page, atom, reports))
    yield Page(path=json_feed.path, content=_json(site, page, json_feed, reports))


def _atom(site: Site, page: Link, own: Link, reports: Sequence[Report]) -> bytes:
    feed = ET.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": site.words.language})
    _add(feed, "id", _id(own.path))
    _add(feed, "title", _title(site, page))
    _add(feed, "updated", max(_instant(report) for report in reports))
    _add(feed, "link", rel="self", type="application/atom+xml", href=_address(own.path, own.path))
    _add(feed, "link", rel="alternate", type="text/html", href=_address(own.path, page.path))
    _add(_add(feed, "author"), "name", site.settings.site_name)
    for report in reports:
        entry, link = _add(feed, "entry"), site.article(report.article)
        _add(entry, "id", _id(link.path))
        _add(entry, "title", link.text)
        _add(entry, "updated", _instant(report))
        _add(entry, "link", rel="alternate", type="text/html", href=_address(own.path, link.path))
        _add(entry, "summary", _summary(site, report))
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    element.text = visible(text) or None
    return element


def _json(site: Site, page: Link, own: Link, reports: Sequence[Report]) -> bytes:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(site, page),
        "home_page_url": _address(own.path, page.path),
        "feed_url": _address(own.path, own.path),
        "language": site.words.language,
        "items": [
            {
                "id": _id(site.article(report.article).path),
                "url": _address(own.path, site.article(report.article).path),
                "title": visible(site.article(report.article).text),
                "content_text": visible(_summary(site, report)),
                "date_published": _instant(report),
                "language": report.article.language,
            }
            for report in reports
        ],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _title(site: Site, page: Link) -> str:
    name = site.settings.site_name
    return name if page.text == name else f"{name}: {page.text}"


def _summary(site: Site, report: Report) -> str:
    """The article's own bottom line or its beginning, and where it was printed."""
    points = " ".join(head_sentences(report.analysis))
    return f"{points} ({source(site, report.article)})".strip()


def _instant(report: Report) -> str:
    # Articles give a day; feeds want a moment. Midnight UTC claims no hour that the article does not.
    return f"{report.article.published}T00:00:00Z"


def _id(path: str) -> str:
    return uuid.uuid5(_NAMES, path).urn


def _address(origin: str, target: str) -> str:
    """The way to ``target`` from the feed at ``origin``."""
    page = target.endswith(".md")
    return published(origin.rpartition("/")[0], target) if page else relative(origin, target)
