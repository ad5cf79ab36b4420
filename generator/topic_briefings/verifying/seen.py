"""What a reader sees of the quotations on a page, taken from the Markdown on disk.

This knows how pages are written, not what ought to stand on them, and it shares no code with what writes them: a
slip in the writing shows. Article text cannot be mistaken for structure, since every character with a meaning is a
numeric reference in it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from html import unescape

import yaml

_TOKEN = re.compile(r"(<mark>)|</mark>|</?(?:span|sup)\b[^<>]*>|\[([^\[\]]*)\]\(([^()\s]*)\)(?:\{: [^{}]* \})?")
_ATTRIBUTES = re.compile(r"\{: ([^{}]*) \}")
_HEADING = re.compile(r"#{1,6} +(.*?)(?: \{: ([^{}]*) \})?")
_BY = re.compile(r" *<span class=\"bf-by\">(.*)</span>$")
_CONTEXT = re.compile(r"<details class=\"bf-context\"><summary>.*?</summary><p>(.*)</p></details>")
_DIGEST = re.compile(r"<span class=\"bf-digest\">(.*?)</span>")
_LINKED = '<script type="application/ld+json">'
_TOOLS = '<script type="application/json" class="bf-tools">'
_WHY = re.compile(r"<details class=\"bf-why\"><summary>(.*?)</summary><p>(.*)</p></details>")
_CITED = re.compile(r".*?</sup>|.+")
"""A sentence of a bottom line with the number of its source; and what may follow the last."""
_TAG = re.compile(r"<[^<>]*>")
_HEAD = re.compile(r"(title|description): (.*)")


@dataclass(frozen=True, slots=True)
class Inline:
    """One line of text as it shows."""

    line: int
    """From 1."""
    text: str
    """The characters, references decoded, white space folded."""
    marked: tuple[str, ...] = ()
    """The stretches that are marked."""
    links: tuple[tuple[str, str], ...] = ()
    """The text and the target of each link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One quotation as a page shows it."""

    anchor: str | None
    pieces: tuple[Inline, ...]
    """The quoted text, one a paragraph."""
    by: Inline | None = None
    """The speaker named on the quotation's own line."""
    how: Inline | None = None
    """The line below: the source, or the cue and the kind."""
    context: Inline | None = None
    heading: Inline | None = None
    """The heading that names the speaker."""
    report: Inline | None = None
    """The heading that names the article, on the home page and where an article's quotations run on."""

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.pieces[0].line


class Place(StrEnum):
    """What a line is on its page."""

    HEADING = "heading"
    ITEM = "item"
    BELOW = "below"
    """Below an item of a list."""
    EVIDENCE = "evidence"
    """The words of the article that name a country."""
    TABLE = "table"
    TEXT = "text"
    HTML = "html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A line that is no part of a quotation."""

    inline: Inline
    place: Place
    names: tuple[str, ...]
    """Its classes: ``.bf-point``."""


@dataclass(slots=True)
class PageSeen:
    """What one page shows."""

    head: dict[str, Inline] = field(default_factory=dict)
    """Title and description, as the page tells them to programs."""
    title: Inline | None = None
    meta: Inline | None = None
    """The line below the title: outlet, authors, date, original."""
    digest: Inline | None = None
    quotations: list[Seen] = field(default_factory=list)
    lines: list[Shown] = field(default_factory=list)
    """Everything else, in order."""
    tools: Inline | None = None
    """What the page's script copies and cites, as it stands there."""
    linked: Inline | None = None
    """The JSON-LD, as it stands there."""


def page_seen(markdown: str) -> PageSeen:
    """What the page shows."""
    return _Reader(markdown.split("\n")).read()


def inline(markdown: str, line: int) -> Inline:
    """``markdown`` as it shows."""
    shown, marked, links, at, mark = "", [], [], 0, 0
    for token in _TOKEN.finditer(markdown):
        shown += unescape(markdown[at : token.start()])
        at = token.end()
        if token[1]:
            mark = len(shown)
        elif token[0] == "</mark>":
            marked.append(shown[mark:].strip(" "))
        elif token[3] is not None:
            shown += unescape(token[2])
            links.append((unescape(token[2]).strip(" "), unescape(token[3])))
    # Nothing is folded here: a page that holds white space or a control that no page is written with was altered.
    return Inline(line, (shown + unescape(markdown[at:])).strip(" "), tuple(marked), tuple(links))


def target(page: str, link: str) -> str:
    """The path below ``docs/`` that a link on the page at ``page`` leads to, without its fragment."""
    path = link.partition("#")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page


class _Reader:
    """Goes through the lines of one page, once."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.at = 0
        self.heading: Inline | None = None
        self.report: Inline | None = None
        self.page = PageSeen()

    def read(self) -> PageSeen:
        """The page, whole."""
        if self.lines[:1] == ["---"]:
            self._front_matter()
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.startswith(">"):
                self.page.quotations += self._block()
                continue
            if line.startswith("#"):
                self._heading(line)
            elif line:
                self._paragraph(line)
            self.at += 1
        return self.page

    def _front_matter(self) -> None:
        """Goes on behind the front matter, whose strings are HTML-escaped and then written as YAML."""
        self.at = 1
        while self.at < len(self.lines) and self.lines[self.at] != "---":
            if found := _HEAD.fullmatch(self.lines[self.at]):
                value = str(yaml.safe_load(found[2])) if found[2][:1] in "'\"" else found[2]
                self.page.head[found[1]] = Inline(self.at + 1, unescape(value))
            self.at += 1
        self.at += 1

    def _line(self, markdown: str, place: Place, names: Iterable[str]) -> None:
        self.page.lines.append(Shown(inline=inline(markdown, self.at + 1), place=place, names=tuple(names)))

    def _heading(self, line: str) -> None:
        found = _HEADING.fullmatch(line)
        if not found:
            return
        classes, shown = (found[2] or "").split(), inline(found[1], self.at + 1)
        if line.startswith("# ") and self.page.title is None:
            self.page.title = shown
        self.heading = shown if ".bf-speaker" in classes else None
        self.report = shown if ".bf-story" in classes else self.report if self.heading else None
        if not self.heading:
            self._line(found[1], Place.HEADING, classes)

    def _paragraph(self, line: str) -> None:
        names = self._attributes(self.at + 1)
        anchor = _anchor(names)
        if anchor:
            text, by = self._parted(line, self.at + 1)
            self.page.quotations.append(Seen(anchor=anchor, pieces=(text,), by=by, report=self.report))
        elif ".bf-meta" in names and self.page.meta is None:
            self.page.meta = inline(line, self.at + 1)
        elif digest := _DIGEST.search(line):
            self.page.digest = inline(digest[1], self.at + 1)
        elif line.startswith(_LINKED):
            self.page.linked = Inline(self.at + 1, line.removeprefix(_LINKED).removesuffix("</script>"))
        elif line.startswith(_TOOLS):
            self.page.tools = Inline(self.at + 1, line.removeprefix(_TOOLS).removesuffix("</script>"))
        elif not _ATTRIBUTES.fullmatch(line.strip(" ")):
            self._other(line, names)

    def _other(self, line: str, names: Iterable[str]) -> None:
        content = line.strip(" ")
        if ".bf-point" in names and "<sup>" in content:
            for part in _CITED.findall(content):
                self._line(part.strip(" "), Place.TEXT, names)
        elif found := _WHY.fullmatch(content):
            self._line(found[1], Place.HTML, names)
            self._line(found[2], Place.EVIDENCE, names)
        elif content.startswith("<") and not content.startswith('<span class="bf-source"'):
            self._line(_TAG.sub("", content), Place.HTML, names)
        elif content.startswith("|"):
            self._line(content, Place.TABLE, names)
        elif content.startswith("- "):
            self._line(content[2:], Place.ITEM, names)
        else:
            self._line(content, Place.BELOW if line.startswith("    ") else Place.TEXT, names)

    def _attributes(self, at: int) -> list[str]:
        """The names in the attribute list that stands on line ``at``; none when it is another line."""
        if at >= len(self.lines):
            return []
        found = _ATTRIBUTES.fullmatch(self.lines[at].removeprefix(">").strip(" "))
        return found[1].split() if found else []

    def _parted(self, line: str, number: int) -> tuple[Inline, Inline | None]:
        """The text of a line, and the speaker named at its end."""
        by = _BY.search(line)
        text = line[: by.start()] if by else line
        return inline(text, number), inline(by[1], number) if by else None

    def _block(self) -> list[Seen]:
        """The quotations of the block that begins here; goes on behind it and what belongs to it."""
        found: list[Seen] = []
        while self.at < len(self.lines) and self.lines[self.at].startswith(">"):
            content = self.lines[self.at][1:].strip(" ")
            if content and not self._attributes(self.at):
                self._piece(content, found)
            self.at += 1
        if found:
            found[-1] = self._followed(found[-1])
        return found

    def _piece(self, content: str, found: list[Seen]) -> None:
        text, by = self._parted(content, self.at + 1)
        anchor = _anchor(self._attributes(self.at + 1))
        if anchor or not found:
            found.append(Seen(anchor=anchor, pieces=(text,), by=by, heading=self.heading, report=self.report))
        else:
            last = found[-1]
            found[-1] = replace(last, pieces=(*last.pieces, text), by=last.by or by)

    def _followed(self, seen: Seen) -> Seen:
        """``seen`` with its source and its context, which stand below."""
        self._skip()
        if self.at < len(self.lines) and ".bf-how" in self._attributes(self.at + 1):
            seen = replace(seen, how=inline(self.lines[self.at], self.at + 1))
            self.at += 2
            self._skip()
        context = _CONTEXT.fullmatch(self.lines[self.at]) if self.at < len(self.lines) else None
        if context:
            seen = replace(seen, context=inline(context[1], self.at + 1))
            self.at += 1
        return seen

    def _skip(self) -> None:
        while self.at < len(self.lines) and not self.lines[self.at]:
            self.at += 1


def _anchor(names: list[str]) -> str | None:
    return next((name[1:] for name in names if name.startswith("#q-")), None)


def links_to(shown: Inline, page: str) -> Iterator[tuple[str, str]]:
    """The text and the path of each link of ``shown`` to another page."""
    for text, link in shown.links:
        if not link.startswith(("#", "http:", "https:")):
            yield text, target(page, link)
