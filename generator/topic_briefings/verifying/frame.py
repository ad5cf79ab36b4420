"""What the theme puts around a built page's content, as far as it could change what a reader sees of it.

A page that says all as its articles do may still be forged around that: shut away by a style, covered by another
address, led elsewhere, or called by another title. Whatever else a frame shows is the theme's and the owner's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from lxml import html

_SHUT = re.compile(r"hidden|inert|style|aria-hidden")
"""Attributes that take what they stand on from a reader."""
_OURS = re.compile(r"\.bf-|#q-|\bmark\b|blockquote|md-content|md-typeset|\barticle\b|\bmain\b|\bbody\b|\*")
"""Selectors that mean what we write."""
_HIDES = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:|opacity\s*:|font-size\s*:\s*0|clip(?:-path)?\s*:|content\s*:|color\s*:\s*transparent"
    r"|text-indent\s*:|transform\s*:|position\s*:\s*(?:absolute|fixed))"
)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_RUNS = re.compile(rb"on(?<![\w.:-]on)[\w:.-]+\s*=")
"""Stands in small letters in every page in which an attribute may run a script; begins as it does to be found fast."""


def oddities(page: bytes, root: html.HtmlElement, content: html.HtmlElement) -> Iterator[tuple[int, str]]:
    """The line and the name of what stands around ``content`` in the page ``root`` and changes what is seen of it.

    ``page`` is what the page was read from.
    """
    for node in (content, *content.iterancestors()):
        for name in node.attrib:
            if _SHUT.fullmatch(name):
                yield node.sourceline or 0, f"an attribute {name} around its content"
    small = page.lower()  # what has no sign of something needs no search for it, which looks at every element
    for attribute in _found(root, "//*[@*[starts-with(name(), 'on')]]", _RUNS.search(small)):
        yield attribute.sourceline or 0, "an attribute that runs a script"
    leads = b"refresh" in small or b"<base" in small
    for node in _found(root, "//meta[@http-equiv='refresh' or @http-equiv='Refresh'] | //base", leads):
        yield node.sourceline or 0, f"an element <{node.tag}> that leads elsewhere"
    for node in cast("list[html.HtmlElement]", root.xpath("//style")):
        for selector, rule in _RULE.findall(node.text or ""):
            if _OURS.search(selector) and _HIDES.search(rule):
                yield node.sourceline or 0, "a style that hides what it says"


def _found(root: html.HtmlElement, place: str, sign: object) -> list[html.HtmlElement]:
    return cast("list[html.HtmlElement]", root.xpath(place)) if sign else []


def title(root: html.HtmlElement) -> str | None:
    """What the page is called in a window's title, without the name of the site; None where it has only that."""
    named, parted, _ = (root.findtext(".//head/title") or "").strip().rpartition(" - ")
    return named if parted else None
