"""What is put around the content of a finished page: search, styles and scripts, Open Graph, and the feeds it offers.

Everything is put in between two marks, so that a page can be finished again. Any theme will do; Material's header,
which Zensical draws too, gets the door of the search, and other themes a line of their own above the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from html import escape, unescape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from topic_briefings.finishing.content import content_span
from topic_briefings.pages.kinds import KINDS, facets, groups
from topic_briefings.pages.words import Words, words
from topic_briefings.search.forms import ELIDED, LETTERS

TEMPLATES = Path(__file__).parent / "templates"
STYLES = ("assets/briefings.css", "assets/pictures.css")
SCRIPTS = ("assets/quotations.js",)
FONTS = (
    "assets/fonts/source-serif-4-latin-wght-normal.woff2",
    "assets/fonts/source-sans-3-latin-wght-normal.woff2",
)
SEARCH = "assets/search.js"
LISTS = tuple(kind for kind in KINDS if kind.title)
"""The kinds with a page that lists all of theirs."""

_OURS = re.compile(r"<!--bf-->.*?<!--/bf-->", re.DOTALL)
_CHARSET = re.compile(r'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE)
_CANONICAL = re.compile(r'<link rel="?canonical"?[^>]*>', re.IGNORECASE)
_HEADER = re.compile(r'<header\b[^>]*\bclass="[^"]*\bmd-header\b[^"]*"[^>]*>.*?(?=</nav>)', re.DOTALL)
_BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)
_DESCRIPTION = re.compile(r'<meta name="?description\b', re.IGNORECASE)
# Material's own search, which calls itself a dialog and says no name (WCAG 4.1.2).
_UNNAMED_SEARCH = re.compile(r'<div class="md-search"(?![^>]*\baria-label)(?=[^>]*\brole="dialog")')
# Zensical's own search: what opens it, and what it is drawn into.
_OTHER_SEARCH = re.compile(
    r'<label\b[^>]*\bfor="__search"[^>]*>.*?</label>\s*<div class="md-search".*?</div>', re.DOTALL | re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page stands and what it says of itself."""

    base: str
    """The way from the page to the root of the site; empty or with a slash at its end."""
    address: str | None
    """The whole address; None where the site has none, or the page has no place of its own."""
    meta: Mapping[str, Any]
    """Its front matter."""
    data: str | None = None
    """The way to its JSON; None where it has none."""


def unfurnished(html: str) -> str:
    """``html`` without what an earlier finishing put in."""
    return _OURS.sub("", html)


@dataclass(frozen=True, kw_only=True)
class Furniture:
    """What the pages of one site are furnished with."""

    site_name: str
    language: str
    search: str | None
    """The script of the search that the site uses; None where it has no search of ours."""
    lists: tuple[tuple[str, str], ...]
    """Of the indexes in ``LISTS`` those that the site has: the kind's title, and its address from the site's root."""
    home: str
    """The address of the home page, from the root of the site."""
    offline: bool

    @cached_property
    def words(self) -> Words:
        """The words of the interface."""
        return words(self.language)

    def cleared(self, html: str) -> str:
        """``html`` as its builder made it, but for a search that ours takes the place of."""
        html = unfurnished(html)
        return _OTHER_SEARCH.sub("", html) if self.search else html

    def early(self, html: str, place: Place, policy: str = "") -> str:
        """``html`` with what must come first in its head: the ``policy``, and the fonts that every page needs."""
        fonts = "" if self.offline else "".join(_preload(place.base + font) for font in FONTS)
        return _CHARSET.sub(lambda found: f"{found[0]}<!--bf-->{policy}{fonts}<!--/bf-->", html, count=1)

    def with_policy(self, html: str, policy: str) -> str:
        """``html`` with nothing but the ``policy`` in its head."""
        return _CHARSET.sub(lambda found: f"{found[0]}<!--bf-->{policy}<!--/bf-->", html, count=1)

    def furnished(self, html: str, place: Place) -> str:
        """``html`` with everything else."""
        html = _with_canonical(html, place.address)
        html = _UNNAMED_SEARCH.sub(rf'\g<0> aria-label="{_attribute(self.words["search"])}"', html)
        html = _before(html, "</head>", self._head(html, place))
        html = _with_scripts(html, [place.base + script for script in SCRIPTS if script not in html])
        if self.search:
            html = _before(html, "</body>", _script_tags(place.base + s for s in (self.search, SEARCH)), last=True)
        return self._with_door(html, place) if self.search else html

    def _head(self, html: str, place: Place) -> str:
        styles = [style for style in STYLES if style not in html]
        if self.search:
            styles.append("assets/search.css")
        lines = [f'<link rel="stylesheet" href="{place.base}{style}">' for style in styles]
        if place.meta.get("title") and not _DESCRIPTION.search(html):
            lines.append(f'<meta name="description" content="{_attribute(self._described(place))}">')
        if 'property="og:' not in html:
            lines += self._open_graph(place)
        lines += _feeds(place)
        if place.data:
            # "describedby" beside "alternate" for the reason that feeds have "feed".
            lines.append(f'<link rel="alternate describedby" type="application/json" href="{_attribute(place.data)}">')
        return "\n".join(lines)

    def _described(self, place: Place) -> str:
        """What a page is about whose theme does not say it; of a home page, which has nothing of its own, the lists."""
        if described := place.meta.get("description"):
            return str(described)
        title = str(place.meta["title"])
        return f"{title}: {', '.join(self.words[kind] for kind, _ in self.lists)}" if self.lists else title

    def _open_graph(self, place: Place) -> list[str]:
        """How the page shows when somebody shares it."""
        meta = place.meta
        article = meta.get("article")
        told = [("og:type", "website" if article is None else "article")]
        if article and article.get("published"):
            told.append(("article:published_time", article["published"]))
        told.append(("og:site_name", self.site_name))
        if meta:
            told.append(("og:title", meta.get("title") or self.site_name))
            if meta.get("description"):
                told.append(("og:description", meta["description"]))
        if place.address:
            told.append(("og:url", place.address))
        return [f'<meta property="{name}" content="{_attribute(value)}">' for name, value in told]

    def _with_door(self, html: str, place: Place) -> str:
        door = _marked(self._drawn("search-door.html", place.base))
        box = _marked(self._drawn("search-box.html", place.base))
        html, count = _HEADER.subn(lambda found: found[0] + door, html, count=1)
        if not count:
            html = _BODY.sub(lambda found: f'{found[0]}<div class="bf-search-bar">{door}</div>', html, count=1)
        return _before(html, "</body>", box, last=True)

    def _drawn(self, name: str, base: str) -> str:
        return _drawn(name, base, self.language, self.lists, self.home)

    def missing(self, base: str) -> str:
        """The content of the page for an address that leads nowhere."""
        return self._drawn("missing.html", base)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _drawn(name: str, base: str, language: str, lists: tuple[tuple[str, str], ...], home: str) -> str:
    own = words(language)
    named = [(own[f"all_{title}"], address) for title, address in lists]
    found = _environment().get_template(name)
    told = {"w": own, "locale": own.locale.replace("_", "-"), "groups": groups(), "facets": facets()}
    told |= {"elided": "|".join(ELIDED), "letters": json.dumps(LETTERS, ensure_ascii=False)}
    return found.render(base=base, home=home, lists=named, articles=lists[-1][1] if lists else home, **told)


def _attribute(value: object) -> str:
    # Front matter of ours is HTML-escaped already, for themes; a person's is not.
    return escape(unescape(str(value)))


def _feeds(place: Place) -> list[str]:
    # "feed" beside "alternate", since Material takes the latter alone for a translation and asks for its sitemap.
    return [
        f'<link rel="alternate feed" type="{_attribute(feed["type"])}" title="{_attribute(feed["title"])}" '
        f'href="{place.base}{_attribute(feed["path"])}">'
        for feed in place.meta.get("feeds") or ()
    ]


def _with_scripts(html: str, scripts: Sequence[str]) -> str:
    """``html`` with ``scripts`` behind its content: there Material runs them even where it loads no new page."""
    if not scripts:
        return html
    _, end = content_span(html)
    if not html.startswith(("</body", "</html"), end):
        end = html.find(">", end) + 1
    return f"{html[:end]}{_marked(_script_tags(scripts))}{html[end:]}"


def _script_tags(addresses: Iterable[str]) -> str:
    return "\n".join(f'<script src="{address}" defer></script>' for address in addresses)


def _preload(font: str) -> str:
    return f'<link rel="preload" href="{font}" as="font" type="font/woff2" crossorigin>'


def _with_canonical(html: str, address: str | None) -> str:
    if not address:
        return html
    link = f'<link rel="canonical" href="{escape(address)}">'
    html, count = _CANONICAL.subn(lambda _: link, html, count=1)
    return html if count else html.replace("</head>", f"{link}</head>", 1)


def _before(html: str, tag: str, text: str, *, last: bool = False) -> str:
    """``html`` with ``text`` before the first ``tag``, or the ``last``."""
    at = html.rfind(tag) if last else html.find(tag)
    return html if at < 0 or not text else f"{html[:at]}{_marked(text)}{html[at:]}"


def _marked(text: str) -> str:
    return text if text.startswith("<!--bf-->") else f"<!--bf-->{text}<!--/bf-->"
