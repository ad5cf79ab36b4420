"""What a web page states about its article in JSON-LD, ``meta`` tags and ``time`` tags; nothing is guessed."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from topic_briefings.reading import bylines, clean, credits, dates, outlets

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title")
_AUTHOR = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")
_OUTLET = ("og:site_name", "dc.publisher", "publisher", "application-name")
_DATE = (
    "article:published_time",
    "datepublished",
    "article:published",
    "og:published_time",
    "dc.date.issued",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publish-date",
    "date",
)
_ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|Report)$")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w-]{1,40})""", re.IGNORECASE)
_ENCODINGS = ("cp", "iso8859", "iso2022", "koi8", "gb", "big5", "shift_jis", "euc", "mac", "tis", "johab")
"""How the encodings of text begin. UTF-8 is left to the common way, which also tells when it is not true."""
_HEAD = 4_096
"""Bytes of a page in which its encoding must be declared; HTML asks for 1,024."""
_SITE = re.compile(r" (?:[|–—-]|»|::) ")

Object = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """The page's own word on its article; "" and empty where it says nothing.

    Its language is not among them: templates declare English around any text.
    """

    headline: str
    authors: tuple[str, ...]
    outlet: str
    published: str
    url: str


def encoding(content: bytes) -> str | None:
    """The encoding that the page declares in a ``meta`` tag, where Python knows it and no byte order mark speaks."""
    match = _CHARSET.search(content[:_HEAD])
    if match is None or content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    name = match[1].decode("ascii").lower()
    if name in ("iso-8859-1", "latin1", "us-ascii", "ascii"):
        return "cp1252"  # as browsers do
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    return known if known.startswith(_ENCODINGS) else None


def read(tree: HtmlElement) -> Stated:
    """What ``tree`` states: JSON-LD of an article before ``meta`` tags before elements of the page."""
    linked, meta = _linked(tree), _meta(tree)
    printed = clean.line(next(iter(_names(linked.get("publisher"))), "") or _first(meta, _OUTLET))
    outlet = _SITE.split(printed)[0].lstrip("@")
    return Stated(
        headline=_headline(tree, linked, meta, outlet),
        authors=_authors(linked, meta, outlet),
        outlet=outlet,
        published=_date(_string(linked.get("datePublished")), *(meta.get(name, "") for name in _DATE), _time(tree)),
        url=_attribute(tree, "//link[@rel='canonical']/@href") or meta.get("og:url", ""),
    )


def _date(*stated: str) -> str:
    """The first of ``stated`` that is a date; where none is, the first that says anything."""
    for text in filter(None, stated):
        with suppress(dates.DateError):
            return dates.parse(clean.line(text)).isoformat()
    return next(filter(None, stated), "")


def _headline(tree: HtmlElement, linked: Object, meta: dict[str, str], outlet: str) -> str:
    """The headline without the site's name, which many pages put behind it."""
    found = (
        _string(linked.get("headline")) or _first(meta, _TITLE) or _element(tree, "//h1") or _element(tree, "//title")
    )
    found = clean.line(found)
    parts = _SITE.split(found)
    site, last = _letters(outlet), _letters(parts[-1])
    if len(parts) > 1 and last and site and (last in site or site in last):
        return found[: found.rindex(parts[-1])].rstrip(" |–—-»:")
    return found


def _authors(linked: Object, meta: dict[str, str], outlet: str) -> tuple[str, ...]:
    """Who wrote it; neither an outlet, nor "Staff", nor an address, nor the name of an account ("admin")."""
    given = _names(linked.get("author")) or (_first(meta, _AUTHOR),)
    names = (name for text in given if "://" not in text and "@" not in text for name in credits.names(text))
    return tuple(
        name
        for name in names
        if not name.islower()
        and not outlets.is_agency(name)
        and not bylines.is_beside(name)
        and _letters(name) not in _letters(outlet)
    )


def _letters(name: str) -> str:
    """``name`` without case, spaces and signs, to tell "TheHill" for "The Hill"."""
    return "".join(char for char in name.casefold() if char.isalnum())


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iterfind(".//meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.lower(), content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if name in meta), "")


def _linked(tree: HtmlElement) -> Object:
    """The first article among the page's JSON-LD objects; empty where there is none."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            kinds = item.get("@type")
            if any(isinstance(kind, str) and _ARTICLE.match(kind) for kind in _listed(kinds)):
                return item
    return {}


def _objects(data: object) -> Iterator[Object]:
    """The objects of a JSON-LD block: itself, those in its list, those in its graph."""
    for item in _listed(data):
        if isinstance(item, dict):
            yield item
            yield from (node for node in _listed(item.get("@graph")) if isinstance(node, dict))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _names(value: object) -> tuple[str, ...]:
    """The names of persons or bodies in JSON-LD: plain text or objects, one or a list."""
    names = (_string(item.get("name") if isinstance(item, dict) else item) for item in _listed(value))
    return tuple(name for name in names if name and "://" not in name)


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _element(tree: HtmlElement, path: str) -> str:
    found = tree.xpath(path)
    return " ".join(found[0].text_content().split()) if found else ""


def _attribute(tree: HtmlElement, path: str) -> str:
    found = tree.xpath(path)
    return str(found[0]).strip() if found else ""


def _time(tree: HtmlElement) -> str:
    """The date of a ``time`` element that says it is the publication's, or of the only one in the article."""
    marked = _attribute(tree, "//time[@itemprop='datePublished' or @pubdate]/@datetime")
    inside = tree.xpath("//article//time/@datetime")
    return marked or (str(inside[0]) if len(inside) == 1 else "")
