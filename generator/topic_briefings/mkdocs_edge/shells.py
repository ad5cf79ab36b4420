"""What a theme puts around pages, filled once for all that have the same around them.

The templates of a theme make hundreds of calls a page, and what they make of most pages differs in a few places: how
the page is called and described, its address, its first heading, its content. So a page is rendered once with marks
in those places, which no page can have, and the words of the others are put where the marks stand. What else a page
says to its theme decides which pages are of one shape.

The second page of a shape is rendered both ways: where they differ, as with a template that we do not know, each page
of that shape is rendered by its theme.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.structure.toc import AnchorLink, TableOfContents

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

_OPEN, _CLOSE = "\ue0f0", "\ue0f1"
"""For private use: neither a theme nor our pages have a meaning for them. A page that has them is not filled."""
_MARK = re.compile(f"{_OPEN}([a-z]+(?:&lt;|<h1|<)?){_CLOSE}")
_TOLD = ("title", "description", "article", "feeds")
"""Of the front matter, what is told in the places of marks, and what the finishing alone reads."""
_Shape = tuple[object, ...]


@dataclass(slots=True)
class Shells:
    """The shells of one site."""

    config: MkDocsConfig
    nav: Navigation
    listed: Sequence[File]
    env: Environment
    _met: Counter[_Shape] = field(default_factory=Counter)
    _known: dict[_Shape, Shell | None] = field(default_factory=dict)

    def html(self, page: Page) -> str:
        """``page``, whose content is rendered, as the templates of its theme make it."""
        shape = _shape(page)
        if shape is None:
            return self._rendered(page)
        if shape not in self._known:
            html = self._rendered(page)
            self._met[shape] += 1
            if self._met[shape] > 1:
                shell = Shell.of(self._rendered(_marked(page)))
                self._known[shape] = shell if shell and shell.filled(_words(page)) == html else None
            return html
        known = self._known[shape]
        return known.filled(_words(page)) if known else self._rendered(page)

    def _rendered(self, page: Page) -> str:
        template = self.env.get_template(str(page.meta.get("template", "main.html")))
        return template.render(get_context(self.nav, self.listed, self.config, page))


@dataclass(frozen=True, slots=True)
class Shell:
    """What stands around the words of the pages of one shape."""

    parts: tuple[str, ...]
    """What the theme wrote and the names of marks, in turn."""

    @classmethod
    def of(cls, html: str) -> Shell | None:
        """The shell that a page full of marks is; None where a template did more with one than to put it somewhere."""
        parts = _MARK.split(html)
        return None if any(_OPEN in part or _CLOSE in part for part in parts) else cls(tuple(parts))

    def filled(self, words: Mapping[str, str]) -> str:
        """A page with these words where the marks stand."""
        parts = list(self.parts)
        parts[1::2] = [words[name] for name in parts[1::2]]
        return "".join(parts)


def _shape(page: Page) -> _Shape | None:
    """What decides how ``page`` looks beside its words; None for one that is its own shape."""
    if page.edit_url or page.previous_page or page.next_page or page.ancestors or _OPEN in (page.content or ""):
        return None
    meta = [(name, repr(value)) for name, value in page.meta.items() if name not in _TOLD]
    told = tuple(bool(page.meta.get(name)) for name in ("title", "description"))
    first, *others = [*page.toc] or [None]
    toc = (first and first.level, _outline(first.children if first else ()), _outline(others))
    at = (page.url.rstrip("/").rpartition("/")[0], page.url.endswith("/"), page.is_homepage, bool(page.canonical_url))
    return (at, tuple(meta), told, toc, "<h1" in (page.content or ""))


def _outline(entries: Sequence[AnchorLink]) -> tuple[object, ...]:
    return tuple((entry.title, entry.id, entry.level, _outline(entry.children)) for entry in entries)


def _mark(name: str) -> str:
    return f"{_OPEN}{name}{_CLOSE}"


def _marked(page: Page) -> Page:
    """A page of the same shape that says marks.

    The reference in that of the title shows which of its places a template takes tags and references from.
    """
    made, meta = copy(page), dict[str, Any](page.meta)
    meta |= {name: _mark(f"{name}&lt;") for name in ("title", "description") if meta.get(name)}
    made.meta, made.title = meta, _mark("title&lt;")
    made.content = _mark("content<h1" if "<h1" in (page.content or "") else "content")
    made.canonical_url = _mark("address") if page.canonical_url else page.canonical_url
    first, *others = [*page.toc] or [None]
    if first:
        heading = copy(first)
        heading.title, heading.id = _mark("heading"), _mark("anchor")
        made.toc = TableOfContents([heading, *others])
    return made


def _words(page: Page) -> dict[str, str]:
    """What stands on ``page`` where a mark of that name does."""
    title, description = str(page.title), str(page.meta.get("description") or "")
    first = next(iter(page.toc), None)
    return {
        "title&lt;": title,
        "title<": str(Markup(title).striptags()),  # noqa: S704 - as the filter of the templates does it
        "description&lt;": description,
        "description<": str(Markup(description).striptags()),  # noqa: S704 - the same
        "content": page.content or "",
        "content<h1": page.content or "",
        "address": page.canonical_url or "",
        "heading": first.title if first else "",
        "anchor": first.id if first else "",
    }
