r"""The HTML that Python-Markdown makes of our pages, in a tenth of its time.

Our pages are written in a small dialect: a line a heading, a paragraph or a list item, an attribute list below it, raw
HTML in lines of its own, containers with ``markdown``; in text no character means anything (``pages/markdown.py``). Of
whatever else stands on a page, as where an owner wrote by hand, nothing is made here (``UnknownError``), and
Python-Markdown is asked. What is made is what that makes, byte for byte; the tests hold one against the other.

    # Heading {: #anchor .class }         <h1 class="class" id="anchor">Heading</h1>
    Text with [a link](page.md)           <p class="class">Text with <a href="../page/">a link</a></p>
    {: .class }
    > Quoted                              <blockquote>
    > {: .class }                         <p class="class">Quoted</p></blockquote>
    - Item                                <ul><li>Item</li></ul>
    | Head |                              <table>…
    <div class="class" markdown>          <div class="class"> and what is in it, made alike
    <svg …                                itself
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from markdown.extensions.toc import nest_toc_tokens, slugify, strip_tags, unique

from topic_briefings.mkdocs_edge.dialect_inline import ATTRIBUTE, UnknownError, inline, parsed, plain, tagged, written

_ATTRIBUTES = re.compile(r"\{: ([^{}\n]*[^{}\s]) \}")
_BELOW = re.compile(r" {0,4}\{: ([^{}\n]*[^{}\s]) \}")
_HEADING = re.compile(r"(#{1,6}) ([^ #].*?)(?: \{: ([^{}]*[^{}\s]) \})?")
_OWN = r'((?: [\w-]+(?:=(?:"[^"<>&]*"|\w+))?)*)'
"""The attributes of a tag."""
_CONTAINER = re.compile(rf"<(nav|div|section|details){_OWN} markdown>(?:<summary>([^<>]*)</summary>)?")
_DETAILS = re.compile(rf"<details{_OWN}><summary>([^<>]*)</summary><p{_OWN}>(.*)</p></details>")
_RAW = re.compile(r"<(script|figure|svg|details|p|div|nav)\b")
_SPAN = re.compile(r"<(?:span|mark|sup)\b")
_BEGINS = re.compile(r"[-+*#>|=~:\s]|[0-9]+[.)] ")
"""What no paragraph begins with."""
_ODD = re.compile(r"\n\n\n|[\x00-\x09\x0b-\x1f]")
_ID = re.compile(r'<[a-z]+\b[^<>]*? id="([^"]*)"')


@dataclass(slots=True)
class Rendered:
    """What becomes of a page."""

    html: str = ""
    headings: list[Any] = field(default_factory=list)
    """Those of the first two levels, nested, as Python-Markdown's list of contents has them."""
    anchors: set[str] = field(default_factory=set)


def rendered(markdown: str, address: Callable[[str], str]) -> Rendered:
    """What Python-Markdown makes of the text of a page; ``address`` gives where a link leads as the site writes it.

    Raises ``UnknownError``.
    """
    return _Writer(address).page(markdown)


class _Writer:
    """One page, and where writing it has come to."""

    def __init__(self, address: Callable[[str], str]) -> None:
        self._address = address
        self._lines: list[str] = []
        self._at = 0
        self._deep = 0
        """How many containers what is written stands in."""
        self._ids: set[str] = set()
        self._counted: dict[str, int] = {}
        self._tokens: list[Any] = []

    def page(self, markdown: str) -> Rendered:
        """See ``rendered``."""
        if _ODD.search(markdown):
            raise UnknownError(markdown)
        self._lines = markdown.strip("\n").split("\n")
        # An anchor that is made of a heading must not be one that is given somewhere below it.
        given = {found[1] for line in self._lines if "{:" in line for found in ATTRIBUTE.finditer(line) if found[1]}
        tagged = set(_ID.findall(markdown)) if ' id="' in markdown else set()
        self._ids = given
        html = "\n".join(self._blocks("")).strip()
        if self._at < len(self._lines):
            raise UnknownError(self._line)
        return Rendered(html=html, headings=nest_toc_tokens(self._tokens), anchors=self._ids | tagged)

    @property
    def _line(self) -> str:
        return self._lines[self._at] if self._at < len(self._lines) else ""

    def _take(self) -> str:
        line = self._line
        self._at += 1
        return line

    # -------------------------------------------------------------- blocks

    def _blocks(self, end: str) -> Iterator[str]:
        """Every block up to the line that is ``end``."""
        while self._at < len(self._lines):
            line = self._line
            if line == end and end:
                return
            if not line:
                self._at += 1
            elif line[0] == "<":
                yield self._html(line)
            elif line[0] == "#":
                yield self._heading(self._take())
            elif line[0] == ">":
                yield self._quote()
            elif line.startswith("- "):
                yield self._list()
            elif line.startswith("| "):
                yield self._table()
            else:
                yield self._paragraph(self._take())

    def _heading(self, line: str) -> str:
        found = _HEADING.fullmatch(line)
        if not found or found[2].endswith("#") or (self._line and not self._line.startswith(("#", "</"))):
            raise UnknownError(line)
        level, inner = len(found[1]), self._inline(found[2])
        attributes = parsed(found[3])
        name = strip_tags(inner)
        if "id" not in attributes:
            attributes["id"] = unique(slugify(unescape(name), "-"), self._ids, self._counted)
        if level <= 2:
            token = {"level": level, "id": attributes["id"], "name": name, "html": inner, "data-toc-label": ""}
            self._tokens.append(token)
        return f"<h{level}{written(attributes)}>{inner}</h{level}>"

    def _paragraph(self, line: str, *, deep: str = "") -> str:
        """A paragraph of one line, with the attributes below it; ``deep`` is what its lines are indented by."""
        if _BEGINS.match(line):
            raise UnknownError(line)
        attributes = self._below(deep)
        if self._line and not self._line.startswith("</"):
            raise UnknownError(self._line)
        return f"<p{written(attributes)}>{self._inline(line)}</p>"

    def _below(self, deep: str) -> dict[str, str | None]:
        """The attributes that the next line gives, if it is of such."""
        found = _ATTRIBUTES.fullmatch(self._line.removeprefix(deep)) if self._line.endswith("}") else None
        if not found:
            return {}
        self._at += 1
        return parsed(found[1])

    def _quote(self) -> str:
        parts = []
        while self._line.startswith("> "):
            text = self._take()[2:]
            if not text or _BEGINS.match(text) or _RAW.match(text):
                raise UnknownError(text)
            attributes = self._below("> ")
            parts.append(f"<p{written(attributes)}>{self._inline(text)}</p>")
            if self._line != ">" and (self._line or not self._next.startswith("> ")):
                break
            self._at += 1
        if self._line or not parts:
            raise UnknownError(self._line)
        return "\n".join(("<blockquote>", *parts, "</blockquote>"))

    # -------------------------------------------------------------- lists and tables

    def _list(self) -> str:
        items = [self._item()]
        while self._line.startswith("- "):
            items.append(self._item())
        if (self._line and not self._line.startswith("</")) or self._next.startswith("- "):
            raise UnknownError(self._line)
        return "\n".join(("<ul>", *items, "</ul>"))

    def _item(self) -> str:
        """An item of one line, perhaps with raw HTML in the next; or an entry, whose parts stand apart below it."""
        text = self._take()[2:]
        if not text.strip() or _BEGINS.match(text) or _RAW.match(text):
            raise UnknownError(text)
        if self._line.startswith("  {: "):
            return self._entry(text)
        inner = self._inline(text)
        if self._line.startswith("    <details "):
            self._details(self._line[4:])
            inner += f"\n{self._take()}"
        return f"<li>{inner}</li>"

    def _entry(self, text: str) -> str:
        attributes = self._below("  ")
        parts = [f"<p{written(attributes)}>{self._inline(text)}</p>"]
        while not self._line and self._next.startswith("    "):
            self._at += 1
            parts.append(self._paragraph(self._take()[4:], deep="    "))
        if len(parts) == 1:
            raise UnknownError(text)
        self._at += 0 if self._line or not self._next.startswith("- ") else 1
        return "\n".join(("<li>", *parts, "</li>"))

    @property
    def _next(self) -> str:
        return self._lines[self._at + 1] if self._at + 1 < len(self._lines) else ""

    def _table(self) -> str:
        head, sides = _cells(self._take()), _cells(self._take())
        if any(side not in _SIDES for side in sides) or len(sides) != len(head):
            raise UnknownError(self._line)
        places = [_SIDES[side] for side in sides]
        rows = []
        while self._line.startswith("|"):
            cells = _cells(self._take())
            if len(cells) != len(head):
                raise UnknownError(self._line)
            rows.append(self._row("td", cells, places))
        if self._line or not rows:
            raise UnknownError(self._line)
        lines = (
            "<table>",
            "<thead>",
            self._row("th", head, places),
            "</thead>",
            "<tbody>",
            *rows,
            "</tbody>",
            "</table>",
        )
        return "\n".join(lines)

    def _row(self, tag: str, cells: list[str], places: list[str]) -> str:
        found = (f"<{tag}{place}>{self._inline(cell)}</{tag}>" for cell, place in zip(cells, places, strict=True))
        return "\n".join(("<tr>", *found, "</tr>"))

    # -------------------------------------------------------------- HTML

    def _html(self, line: str) -> str:
        if found := _CONTAINER.fullmatch(line):
            self._at += 1
            return self._container(*found.groups())
        if found := _RAW.match(line):
            return self._raw(found[1])
        if not _SPAN.match(line):
            raise UnknownError(line)
        return self._paragraph(self._take())

    def _raw(self, tag: str) -> str:
        """HTML as it stands, up to where the first element of it ends."""
        lines = [self._take()]
        if self._deep:
            return self._details(lines[0])
        while not lines[-1].endswith(f"</{tag}>") and self._line:
            lines.append(self._take())
        whole, below = "\n".join(lines), self._line
        if whole.count(f"<{tag}") != 1 or not whole.endswith(f"</{tag}>"):
            raise UnknownError(whole)
        if below and not below.startswith(("</", "<script")):
            raise UnknownError(below)
        return whole if below or self._at >= len(self._lines) else f"{whole}\n"

    def _details(self, line: str) -> str:
        """What is folded away in a container: there, raw HTML is taken apart."""
        found = _DETAILS.fullmatch(line)
        if not found:
            raise UnknownError(line)
        attributes, summary, own, text = found.groups()
        parts = (f"<summary>{plain(summary)}</summary>", f"<p{tagged(own)}>{plain(text)}</p>")
        return "\n".join((f"<details{tagged(attributes)}>", *parts, "</details>"))

    def _container(self, tag: str, given: str, summary: str | None) -> str:
        head = [] if summary is None else [f"<summary>{self._inline(summary)}</summary>"]
        self._deep += 1
        inner = [*self._blocks(f"</{tag}>")]
        self._deep -= 1
        if not inner or self._take() != f"</{tag}>":
            raise UnknownError(tag)
        if self._line and not self._line.startswith(("<section", "</", "<div", "<nav")):
            raise UnknownError(self._line)
        return "\n".join((f"<{tag}{tagged(given)}>", *head, *inner, f"</{tag}>"))

    def _inline(self, text: str) -> str:
        return inline(text, self._address)


_SIDES = {"---": "", "---:": ' style="text-align: right;"', ":---": ' style="text-align: left;"'}
"""How a column stands, by what the second line of a table says of it."""


def _cells(line: str) -> list[str]:
    if not (line.startswith("|") and line.endswith("|") and len(line) > 1):
        raise UnknownError(line)
    return [cell.strip() for cell in line[1:-1].split("|")]
