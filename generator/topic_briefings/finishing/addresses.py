"""The addresses of a finished site: what its pages could not know when they were written.

The pages in ``docs/`` are the same wherever the site will stand and whatever builds it, so a feed, a block of data
and a picture point at a page as a folder, counted from their own place. Once a site is built it is known whether a
page is a folder or a file, and perhaps where the site will stand.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

from lxml import etree

from topic_briefings.pages.markdown import data_block
from topic_briefings.writing.putting import replace

FEEDS = "feeds/"
_LINKED = re.compile(r'<script type="?application/ld\+json"?>(?P<text>.*?)</script>', re.DOTALL)
# A relative link that ends in a slash, with or without an anchor.
_FOLDER_LINK = re.compile(r'(?P<before>\bhref=")(?P<path>[^":#?]*/)(?P<anchor>#[^"]*)?"')
_FEED_ADDRESSES = ("home_page_url", "feed_url", "url")


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Where the pages of a built site are."""

    pages: Mapping[str, str]
    """Path of a page's Markdown below ``docs/`` → its address from the root of the site, as a browser follows it."""
    site_url: str | None
    """Where the site will stand; None when that is not known."""

    def whole(self, address: str) -> str:
        """``address``, from the root of the site, with the site's own before it where that is known."""
        return urljoin(self.site_url.rstrip("/") + "/", address) if self.site_url else address

    def led_to(self, folder: str, link: str) -> str | None:
        """The address of the page that ``link`` in ``folder`` leads to, from the root; None when it leads to none."""
        target = posixpath.normpath(posixpath.join(folder, link))
        for path in (f"{target}.md", posixpath.normpath(f"{target}/index.md")):
            if path in self.pages:
                return self.pages[path]
        return None

    def in_feed(self, path: str) -> Callable[[str], str]:
        """What to write in the feed at ``path`` for a link in it: whole, or the way from the feed."""
        folder = posixpath.dirname(path)

        def mended(link: str) -> str:
            if "://" in link:  # finished before
                return link
            address = self.led_to(folder, link) if link.endswith("/") else None
            if address is None:
                address = posixpath.normpath(posixpath.join(folder, link))
            return self.whole(address) if self.site_url else way(folder, address)

        return mended


def finished_feed(path: str, content: bytes, addresses: Addresses) -> bytes:
    """The feed at ``path`` with its addresses as the site has them: Atom's or JSON Feed's, by its name."""
    mended = addresses.in_feed(path)
    if path.endswith(".json"):
        feed = json.loads(content)
        for part in (feed, *feed["items"]):
            part.update({name: mended(part[name]) for name in _FEED_ADDRESSES if name in part})
        return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
    tree = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    for link in tree.iter("{*}link"):
        link.set("href", mended(str(link.get("href"))))
    return etree.tostring(tree, encoding="utf-8", xml_declaration=True) + b"\n"


def finish_feeds(site: Path, ours: Iterable[str], addresses: Addresses) -> None:
    """Finish the feeds in the folder ``site`` that are among ``ours``: paths of files that the generator wrote."""
    for path in ours:
        file = site / path
        if path.startswith(FEEDS) and file.is_file():
            replace(file, finished_feed(path, file.read_bytes(), addresses))


def with_whole_data(html: str, address: str) -> str:
    """``html`` whose blocks of data name places by the whole ``address`` of the page they stand on."""

    def mended(block: re.Match[str]) -> str:
        data = json.loads(block["text"])
        for part in data.get("@graph", ()):
            if str(part.get("url", "")).startswith("#"):
                part["url"] = address + part["url"]
        return str(data_block(data, 'type="application/ld+json"'))

    return _LINKED.sub(mended, html)


def with_flat_links(html: str, path: str, addresses: Addresses) -> str:
    """``html`` of the page at ``path`` with the links in its pictures as they are where a page is a file.

    A builder rewrites the links of Markdown alone; ``links.published`` writes those in pictures for pages that are
    folders.
    """
    page = PurePosixPath(path)
    folder = str(page.parent if page.name == "index.md" else page.with_suffix(""))

    here = posixpath.dirname(addresses.pages.get(path, ""))

    def mended(link: re.Match[str]) -> str:
        address = addresses.led_to(folder, link["path"])
        if address is None:
            return link[0]
        return f'{link["before"]}{way(here, address)}{link["anchor"] or ""}"'

    return _FOLDER_LINK.sub(mended, html)


def within(site_url: str | None, folder: str) -> str | None:
    """The address of ``folder`` on the site at ``site_url``; None where that is not known."""
    return urljoin(site_url.rstrip("/") + "/", f"{folder}/") if site_url and folder else site_url


def is_file(address: str) -> bool:
    """Whether the page at ``address``, from the root of the site, is a file and not a folder."""
    return not address.endswith("/") and address != ""


def way(folder: str, address: str) -> str:
    """The link from a file in ``folder`` to ``address``, both from the root of the site."""
    way = posixpath.relpath(address or ".", folder or ".")
    return f"{way}/" if not address or address.endswith("/") else way
