"""Line breaks and the edges of inline elements in a page, put right before its text is taken out.

A single ``br`` is a line break inside a paragraph; two in a row part paragraphs. Words that the page shows apart only
by its style sheet ("<span>January 3</span><span>The bridge</span>") get a space between them. What is shown as it was
typed (``pre``) is parted into paragraphs as a plain text is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from topic_briefings.reading import wrapping

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_INLINE = frozenset(("a", "abbr", "b", "cite", "em", "font", "i", "label", "small", "span", "strong", "time", "u"))
_MEET = re.compile(r"[^\W\d_A-Z]\Z|[\d.!?:]\Z")
"""How a word ends that a capital does not go on with."""
_BEFORE_A_TAG = re.compile(r",[\"”’»]\s*\Z")
"""How a quotation ends whose speaker is named behind it, however many lines are left free between."""


def mend(tree: HtmlElement) -> None:
    """Mend the breaks and edges in ``tree``, in place."""
    for element in list(tree.iter("pre")):
        _parted(element)
    for parent in dict.fromkeys(element.getparent() for element in tree.iter("br")):
        if parent is not None:
            _join_lines(parent)
    for element in tree.iter(*_INLINE):
        _part(element)


def _parted(element: HtmlElement) -> None:
    """Make what ``element`` holds as it was typed into paragraphs."""
    found = wrapping.paragraphs(element.text_content().split("\n"))
    element.text = None
    element[:] = [element.makeelement("p") for _ in found]
    element.tag = "div"
    for child, words in zip(element, found, strict=True):
        child.text = words


def _is_double(element: HtmlElement) -> bool:
    """Whether another ``br`` follows or comes before with nothing between them."""
    after, before = element.getnext(), element.getprevious()
    follows = after is not None and after.tag == "br" and not (element.tail or "").strip()
    return follows or (before is not None and before.tag == "br" and not (before.tail or "").strip())


def _join_lines(parent: HtmlElement) -> None:
    """Put a space for each ``br`` of ``parent`` that parts no paragraphs; each text is put together once."""
    single = [child.tag == "br" and not _is_double(child) for child in parent]
    before: HtmlElement | None = None
    words = [parent.text or ""]
    for child, breaks in zip(list(parent), single, strict=True):
        if breaks or (child.tag == "br" and _BEFORE_A_TAG.search("".join(words[-2:]))):
            words.append(f" {(child.tail or '').lstrip()}")
            child.tail = None
            parent.remove(child)
        else:
            _put(parent, before, "".join(words))
            before, words = child, [child.tail or ""]
    _put(parent, before, "".join(words))


def _put(parent: HtmlElement, before: HtmlElement | None, text: str) -> None:
    """Set what stands behind ``before``, or where that is None, first in ``parent``."""
    if before is None:
        parent.text = text
    else:
        before.tail = text


def _part(element: HtmlElement) -> None:
    """Put a space before and behind ``element`` where its edge is the edge of a word."""
    inside = element.text_content()
    before = element.getprevious()
    ahead = (before.tail or (before.text_content() if before.tag in _INLINE else "")) if before is not None else ""
    if before is None:
        parent = element.getparent()
        ahead = (parent.text or "") if parent is not None else ""
    if _meet(ahead, inside):
        element.text = f" {element.text or ''}"
    if _meet(inside, element.tail or ""):
        element.tail = f" {element.tail}"


def _meet(left: str, right: str) -> bool:
    """Whether ``left`` and ``right`` are two words that touch: "3" and "The", not "T" and "he"."""
    return bool(left and right) and right[0].isupper() and bool(_MEET.search(left))
