"""Pages as their reader sees them, from the Markdown on disk.

It is the small dialect that pages are written in, a line a paragraph, made into HTML a line for a line; article text
cannot be mistaken for structure, since every character with a meaning is a numeric reference in it. This shares no
code with what writes the pages: a slip in the writing shows.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import cast

import yaml
from lxml import etree, html

from topic_briefings.verifying.markup import Seen, walk

_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)\)(?:\{: ([^{}]*) \})?")
_ATTRIBUTES = re.compile(r"(?:>? *)\{: ([^{}]*) \}")
_HEADING = re.compile(r"(#{1,6}) +(.*?)(?: \{: ([^{}]*) \})?")
_ATTRIBUTE = re.compile(r'#([\w-]+)|\.([\w-]+)|([\w-]+)=(?:"([^"]*)"|(\S+))|([\w-]+)')
_HEAD = re.compile(r"(title|description): (.*)")
_LEFT_OVER = re.compile(r"[`*_~\\{}\[\]^$]|^ *[-+#|:>] |:::|!!!")
"""What no text of a page has, once its structure is taken away."""
_TAGS = re.compile(r"<[^<>]*>")
_UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_RAW = ("<script", "<svg", "<figure")
# Not lxml.html's parser, whose elements know more and take longer.
_PARSER = etree.HTMLParser(huge_tree=True)


def from_markdown(page: str) -> Seen:
    """What the Markdown of a page shows."""
    seen, out = Seen(), []
    lines = page.split("\n")
    at = _front_matter(lines, seen)
    if unseen := _UNSEEN.search(page):
        seen.odd.append((page.count("\n", 0, unseen.start()) + 1, "a character that nobody sees"))
    quoting = False
    for number in range(at, len(lines)):
        line = lines[number]
        quote = line.startswith(">")
        opened = "<blockquote>" if quote and not quoting else "</blockquote>" if quoting and not quote else ""
        quoting = quote
        below = lines[number + 1] if number + 1 < len(lines) else ""
        after = _ATTRIBUTES.fullmatch(below) if below.endswith("}") else None
        out.append(opened + _line(line, after[1] if after else "", number + 1, seen))
    text = "\n" * at + "\n".join(out)
    root = cast("html.HtmlElement", etree.fromstring(f"<html><body>{text}</body></html>", _PARSER))
    walk(root, seen)
    return seen


def _front_matter(lines: list[str], seen: Seen) -> int:
    """The number of the line behind the front matter, whose strings are HTML-escaped and then written as YAML."""
    if lines[:1] != ["---"]:
        return 0
    for at in range(1, len(lines)):
        if lines[at] == "---":
            return at + 1
        if found := _HEAD.fullmatch(lines[at]):
            try:
                value = str(yaml.safe_load(found[2])) if found[2][:1] in "'\"" else found[2]
            except yaml.YAMLError:
                value = found[2]
            seen.head[found[1]] = (at + 1, unescape(value))
    return len(lines)


# ------------------------------------------------------------------ Markdown to HTML, a line for a line


def _line(line: str, attributes: str, number: int, seen: Seen) -> str:
    content = line.removeprefix(">").strip(" ")
    if not content or (content.startswith("{") and _ATTRIBUTES.fullmatch(line)):
        return ""
    if content.startswith(_RAW):
        return content
    if line.startswith("#") and (heading := _HEADING.fullmatch(line)):
        level = len(heading[1])
        return f"<h{level}{_attributes(heading[3])}>{_inline(heading[2], number, seen)}</h{level}>"
    if line.startswith("- "):
        return f"<li{_attributes(attributes)}>{_inline(line[2:], number, seen)}</li>"
    if line.startswith("|"):
        if set(line) <= set("|-: "):
            return ""
        cells = "".join(f"<td>{_inline(cell, number, seen)}</td>" for cell in line.strip("|").split("|"))
        return f"<table><tr>{cells}</tr></table>"
    if content.startswith("<") and not content.startswith(("<span", "<sup", "<mark")):
        return _inline(content, number, seen)
    below = " .below" if line.startswith("    ") else ""
    return f"<p{_attributes(attributes + below)}>{_inline(content, number, seen)}</p>"


def _inline(text: str, number: int, seen: Seen) -> str:
    linked = "[" in text
    plain = _LINK.sub("", text) if linked else text
    if _LEFT_OVER.search(_TAGS.sub("", plain) if "<" in plain else plain):
        seen.odd.append((number, "markup that no page is written with"))
    return _LINK.sub(_link, text) if linked else text


def _link(match: re.Match[str]) -> str:
    return f'<a href="{match[2]}"{_attributes(match[3])}>{match[1]}</a>'


def _attributes(given: str | None) -> str:
    """An attribute list as attributes."""
    if not given:
        return ""
    classes, out = [], ""
    for match in _ATTRIBUTE.finditer(given):
        if match[1]:
            out += f' id="{match[1]}"'
        elif match[2]:
            classes.append(match[2])
        else:
            out += f' {match[3] or match[6]}="{escape(match[4] or match[5] or "")}"'
    return out + (f' class="{" ".join(classes)}"' if classes else "")
