"""What a web page states about its article in ``meta`` tags, JSON-LD and ``time`` tags; nothing is guessed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLE = ("og:title", "twitter:title", "dc.title")
_AUTHOR = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author")
_OUTLET = ("og:site_name", "dc.publisher", "publisher", "application-name")
_DATE = ("article:published_time", "datepublished", "dc.date", "dc.date.issued", "date", "pubdate", "parsely-pub-date")
_ARTICLE = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BlogPosting",
    "OpinionNewsArticle",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """The page's own word on its article."""

    headline: str
    authors: tuple[str, ...]
    outlet: str | None
    published: str | None
    url: str | None
    language: str | None


def read(tree: HtmlElement) -> Stated:
    """What ``tree`` states; JSON-LD of an article before ``meta`` tags before elements."""
    linked, meta = _linked(tree), _meta(tree)
    return Stated(
        headline=_string(linked.get("headline"))
        or _first(meta, _TITLE)
        or _element(tree, "//h1")
        or _element(tree, "//title"),
        authors=_names(linked.get("author")) or tuple(v for v in (_first(meta, _AUTHOR),) if v and "://" not in v),
        outlet=next(iter(_names(linked.get("publisher"))), None) or _first(meta, _OUTLET) or None,
        published=_string(linked.get("datePublished")) or _first(meta, _DATE) or _time(tree) or None,
        url=_attribute(tree, "//link[@rel='canonical']/@href") or meta.get("og:url"),
        language=_attribute(tree, "/html/@lang"),
    )


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


def _linked(tree: HtmlElement) -> dict[str, Any]:
    """The first article among the page's JSON-LD objects; empty where there is none."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            kinds = item.get("@type")
            if any(kind in _ARTICLE for kind in (kinds if isinstance(kinds, list) else [kinds])):
                return item
    return {}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD block: itself, those in its list, those in its graph."""
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (node for node in (graph if isinstance(graph, list) else []) if isinstance(node, dict))


def _names(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    names = (_string(item.get("name")) if isinstance(item, dict) else _string(item) for item in items)
    return tuple(name for name in names if name and "://" not in name)


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _element(tree: HtmlElement, path: str) -> str:
    found = tree.xpath(path)
    return " ".join(found[0].text_content().split()) if len(found) else ""


def _attribute(tree: HtmlElement, path: str) -> str | None:
    found = tree.xpath(path)
    return str(found[0]) if found else None


def _time(tree: HtmlElement) -> str:
    """The date of the one ``time`` element that says it is the publication's; else of the article's only one."""
    return _attribute(tree, "//time[@itemprop='datePublished' or @pubdate]/@datetime") or ""
