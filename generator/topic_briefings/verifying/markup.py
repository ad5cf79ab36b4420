"""Pages as their reader sees them: blocks of text with their classes, from built HTML.

What a page says is read through its structure and never through the marks in its text. ``dialect`` brings the Markdown
on disk to the same blocks. This shares no code with what writes the pages: a slip in the writing shows.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import cast

from lxml import etree, html

from topic_briefings.verifying import frame


def _names(*lines: str) -> frozenset[str]:
    return frozenset(name for line in lines for name in line.split())


BLOCKS = _names("h1 h2 h3 h4 h5 h6 p li td th summary figcaption dt dd text title desc nav div section")
TAGS = BLOCKS | _names(
    "html body a abbr article b bdi blockquote br code details em figure hr i mark ol small span strong sub sup",
    "table thead tbody tr ul svg g path rect circle line polyline polygon tspan use defs script",
)
NAMES = _names(
    "class id href xlink:href lang dir role title type markdown start data-search-exclude data-quotation datetime",
    # of tables and of pictures
    "align colspan rowspan scope width height viewbox x y x1 x2 y1 y2 cx cy r rx ry d points transform dx dy",
    "text-anchor preserveaspectratio focusable tabindex xmlns vector-effect pathlength",
)
_TEXTS = frozenset(("text", "title", "desc"))
_SPOKEN = _names("a nav div svg text")
"""Elements that may be called otherwise to a reader who listens: they say nothing of an article themselves."""
_FRAMES = frozenset(("details", "table", "figure", "blockquote"))
_LINKS = frozenset(("href", "xlink:href"))
"""Where a link leads; the second in a picture."""
_ALIGNED = re.compile(r"text-align: (?:left|right|center);")
_MOST = 3
"""So many oddities of its markup are named, a page."""
_ADDRESS = re.compile(r"https?://|[^:]*\Z|[^:/?]*[#/?]")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a block that stand in the same elements."""

    text: str
    within: frozenset[str]
    """Tags and classes (``mark``, ``bf-by``) around them inside the block."""
    link: str | None = None


@dataclass(slots=True)
class Block:
    """A paragraph, heading, list item or cell."""

    tag: str
    line: int
    names: frozenset[str]
    """Its own classes, and those of what it stands in."""
    anchor: str
    """Its own id, or the quotation that it says it is."""
    inside: object
    """The element that it stands in."""
    runs: list[Run] = field(default_factory=list)
    leads: bool = False
    """Whether any of it is a link."""
    _links: list[tuple[str, str]] | None = None
    _text: str | None = None

    def add(self, text: str, within: frozenset[str], link: str | None) -> None:
        """Take up more characters; a line end in a page is a space."""
        text = text.replace("\n", " ")
        if self.runs or text.strip(" "):
            self.runs.append(Run(text, within, link))
            self.leads |= link is not None
            self._text = None

    @property
    def text(self) -> str:
        """Its characters."""
        if self._text is None:
            self._text = "".join([run.text for run in self.runs]).strip(" ")
        return self._text

    def said(self, *without: str) -> str:
        """Its characters, but those in elements that are named so."""
        return "".join(run.text for run in self.runs if not run.within.intersection(without)).strip(" ")

    def within(self, name: str) -> str:
        """The characters in elements of that name."""
        return "".join(run.text for run in self.runs if name in run.within).strip(" ")

    def marked(self) -> tuple[str, ...]:
        """The stretches that are marked."""
        found, open_ = [""], False
        for run in self.runs:
            marked = "mark" in run.within
            if marked and not open_:
                found.append("")
            if marked:
                found[-1] += run.text
            open_ = marked
        return tuple(part.strip(" ") for part in found[1:])

    def links(self) -> list[tuple[str, str]]:
        """The text and the target of each link."""
        if self._links is not None:
            return self._links
        found: list[tuple[str, str]] = []
        before: Run | None = None
        for run in self.runs:
            if run.link is not None:
                joined = found and before and before.link == run.link
                text = found.pop()[0] + run.text if joined else run.text
                found.append((text, run.link))
            before = run
        self._links = [(text.strip(" "), link) for text, link in found]
        return self._links


@dataclass(slots=True)
class Seen:
    """What one page shows."""

    blocks: list[Block] = field(default_factory=list)
    head: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Title and description, as the page tells them to programs."""
    scripts: list[tuple[int, str, str]] = field(default_factory=list)
    """The type and the content of each block of data."""
    odd: list[tuple[int, str]] = field(default_factory=list)
    """Markup that no page is written with."""

    def oddities(self) -> Iterator[tuple[int, str]]:
        """The line of each, as far as they are named, and what is said of the page."""
        yield from ((line, f"has {what}, which no page is written with") for line, what in self.odd[:_MOST])


def from_html(page: bytes) -> Seen:
    """What a built page shows, without what the theme puts around it."""
    seen = Seen()
    root = cast("html.HtmlElement", etree.fromstring(page, _BUILT))
    described = root.find(".//meta[@name='description']")
    if described is not None:
        seen.head["description"] = (0, described.get("content") or "")
    if (called := frame.title(root)) is not None:
        seen.head["title"] = (0, called)
    for place in _CONTENT:
        if found := cast("list[html.HtmlElement]", root.xpath(place)):
            seen.odd += frame.oddities(page, root, found[0])
            found[0].tag = "article"  # whatever it is to the theme, and with whatever attributes
            found[0].attrib.clear()
            walk(found[0], seen)
            break
    # Where pages are put into one another, data stands in the head: see ``finishing.content``.
    for script in cast("list[html.HtmlElement]", root.xpath("//head/script")):
        kind = script.get("type") or ""
        if kind in ("application/ld+json", "application/json"):
            seen.scripts.append((script.sourceline or 0, kind, script.text or ""))
    return seen


_CONTENT = (
    "//article[contains(@class, 'md-content__inner')]",  # Material and Zensical
    "//*[@itemprop='articleBody']",  # Read the Docs
    "//*[@role='main']",  # MkDocs' own
    "//main",
    "//article",
    "//body",
)
"""Where a theme has put what a page says, best first."""
# Not lxml.html's parser, whose elements know more and take longer.
_BUILT = etree.HTMLParser(huge_tree=True, encoding="utf-8")


# ------------------------------------------------------------------ HTML to blocks


def walk(root: html.HtmlElement, seen: Seen) -> None:
    """Put into ``seen`` what ``root`` and all below it show."""
    _Walk(seen).element(root, None, frozenset(), frozenset(), None)


@dataclass(slots=True)
class _Walk:
    seen: Seen

    def element(
        self,
        node: html.HtmlElement,
        block: Block | None,
        above: frozenset[str],
        within: frozenset[str],
        link: str | None,
    ) -> None:
        """Go through ``node``; ``block`` takes its text unless it is one itself."""
        tag, attributes = node.tag, node.attrib
        named = attributes.get("class")
        classes = named.split() if named else ()
        if "headerlink" in classes:
            return
        if attributes or tag not in TAGS or tag == "script":
            self._allowed(tag, attributes, classes, node)
        if tag in ("script", "svg"):
            self._apart(node, above)
            return
        if tag in BLOCKS:
            anchor = attributes.get("data-quotation") or attributes.get("id") or ""
            above = above.union(classes) if classes else above
            block = Block(tag, node.sourceline or 0, above, anchor, node.getparent())
            self.seen.blocks.append(block)
            above = above.union((tag,)) if tag == "li" else above
            within, link = frozenset(), None
        else:
            within = within.union(classes, (tag,))
            link = attributes.get("href", link) if tag == "a" else link
            if tag in _FRAMES:
                above = above.union(classes, (tag,))
        if node.text:
            self._text(node.text, block, within, link)
        for child in node:
            if isinstance(child.tag, str):
                self.element(child, block, above, within, link)
            else:
                self.seen.odd.append((child.sourceline or 0, "a comment"))
            if child.tail:
                self._text(child.tail, block, within, link)

    def _apart(self, node: html.HtmlElement, above: frozenset[str]) -> None:
        if node.tag == "svg":
            self._picture(node, above)
        else:
            self.seen.scripts.append((node.sourceline or 0, node.get("type", ""), node.text or ""))

    def _picture(self, picture: html.HtmlElement, above: frozenset[str]) -> None:
        """The texts of a picture; its thousands of shapes are only looked over."""
        above = above.union(("svg",))
        for node in picture.iter():
            tag, attributes = node.tag, node.attrib
            if not isinstance(tag, str):
                self.seen.odd.append((node.sourceline or 0, "a comment"))
                continue
            if tag not in TAGS or not NAMES.issuperset(attributes.keys()) or not _LINKS.isdisjoint(attributes.keys()):
                self._allowed(tag, attributes, str(attributes.get("class", "")).split(), node)
            if tag in _TEXTS:
                block = Block(tag, node.sourceline or 0, above, "", picture)
                link = next((above.get("xlink:href") for above in node.iterancestors("a")), None)
                block.add("".join(node.itertext()), frozenset(), link)
                self.seen.blocks.append(block)

    def _text(self, text: str, block: Block | None, within: frozenset[str], link: str | None) -> None:
        if block is not None:
            block.add(text, within, link)
        elif text.strip():
            self.seen.odd.append((0, "text that stands in no paragraph"))

    def _allowed(self, tag: str, attributes: etree._Attrib, classes: Sequence[str], node: html.HtmlElement) -> None:
        line = node.sourceline or 0
        if tag not in TAGS:
            self.seen.odd.append((line, f"an element <{tag}>"))
        for name, value in node.items():
            if name == "class":
                continue
            aligned = name == "style" and tag in ("td", "th") and _ALIGNED.fullmatch(value)
            plain = name in NAMES or (name.startswith("aria-") and tag in _SPOKEN) or aligned
            if not plain or (name in _LINKS and not _ADDRESS.match(value)):
                self.seen.odd.append((line, f"an attribute {name}={value[:40]!r}"))
        if tag == "script" and attributes.get("type") not in ("application/ld+json", "application/json"):
            self.seen.odd.append((line, "a script"))
        for name in classes:
            if not name.startswith(("bf-", "md-content", "md-typeset")) and name not in ("below", "footnote"):
                self.seen.odd.append((line, f"a class {name}"))


# ------------------------------------------------------------------ where links lead


def key_of(path: str) -> str:
    """The page at ``path``, whether that is its Markdown or its address on the built site."""
    for end in ("index.md", "index.html", ".md", ".html"):
        path = path.removesuffix(end)
    return path.strip("/")


@lru_cache(maxsize=1 << 15)
def target(page: str, link: str, *, built: bool) -> tuple[str, str]:
    """The page that ``link`` on the page ``page`` leads to, and the place there; "" and a place on the page itself.

    What a search is asked for is a place, too: ``?q=…``.

    ``page`` is a path below ``docs/``; on the built site it is a folder, unless it is the first page of one, or a
    file, where links lead to files.
    """
    path, _, fragment = link.partition("#")
    path, asked, query = path.partition("?")
    fragment = f"?{query}" if asked else fragment
    if not path:
        return key_of(page), fragment
    folder = key_of(page) if built and not path.endswith(".html") else posixpath.dirname(page)
    return key_of(posixpath.normpath(posixpath.join(folder, path)).removeprefix("./")).removeprefix("."), fragment


def pieces(block: Block) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The sentences of a bottom line, each with the links of the number behind it."""
    text, links = "", list[tuple[str, str]]()
    for run in block.runs:
        if "bf-act" in run.within:
            continue
        if "sup" not in run.within:
            if links and run.text.strip(" "):
                yield text.strip(" "), links
                text, links = "", []
            text += run.text
        elif run.link is not None:
            links.append((run.text, run.link))
    if text.strip(" ") or links:
        yield text.strip(" "), links
