"""All feeds of a site in one file, for a reader that takes over a list: OPML 2.0 (http://opml.org/spec2.opml).

It names whole addresses, so there is one only where it is known where the site will stand.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from topic_briefings.finishing.addresses import FEEDS, Addresses
from topic_briefings.writing.putting import replace

FILE = f"{FEEDS}index.opml"
_SAFE = etree.XMLParser(resolve_entities=False, no_network=True)


def write_outline(site: Path, ours: Iterable[str], addresses: Addresses, title: str) -> int:
    """Write the outline of the Atom feeds among ``ours`` into the folder ``site``; gives their number.

    ``site`` has them already. Where nobody knows where it will stand, nothing is written.
    """
    feeds = sorted(
        path for path in ours if path.startswith(FEEDS) and path.endswith(".xml") and (site / path).is_file()
    )
    if not addresses.site_url or not feeds:
        return 0
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    for path in feeds:
        name, page = _told(site / path)
        etree.SubElement(
            body,
            "outline",
            {"type": "rss", "text": name, "title": name, "xmlUrl": addresses.whole(path), "htmlUrl": page},
        )
    replace(site / FILE, etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))
    return len(feeds)


def _told(file: Path) -> tuple[str, str]:
    """What a finished feed is called, and the page that it is of."""
    feed = etree.parse(file, _SAFE).getroot()
    pages = (link.get("href") for link in feed.findall("{*}link") if link.get("rel") == "alternate")
    return feed.findtext("{*}title") or "", next(pages, None) or ""
