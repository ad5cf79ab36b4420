"""The words of a built page that a search should look at, without the furniture around them."""

from __future__ import annotations

from collections.abc import Collection

from lxml import html
from lxml.html import HtmlElement

EXCLUDED = "data-search-exclude"
"""An element with this attribute is left out; a heading with it takes its whole section along."""

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NEVER = frozenset(("h1", "script", "style", "svg", "template"))
_INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr".split()  # noqa: SIM905 - a list of quoted letters reads worse
)


def paragraphs(content: str, without: Collection[str] = ()) -> tuple[str, ...]:
    """The text of ``content``, the HTML of a page, one item a block, white space folded.

    The title of the page (``h1``) and whatever is marked as excluded is left out, and so are the elements whose
    tag or class is among ``without``.
    """
    if not content.strip():
        return ()
    root = html.fragment_fromstring(content, create_parent=True)
    _drop_sections(root)
    blocks: list[list[str]] = [[]]
    _collect(root, frozenset(without), blocks)
    texts = (" ".join("".join(block).split()) for block in blocks)
    return tuple(text for text in texts if text)


def _collect(element: HtmlElement, without: frozenset[str], blocks: list[list[str]]) -> None:
    """Add the text of ``element`` to ``blocks``; an element that is not inline begins and ends a block."""
    blocks[-1].append(element.text or "")
    for child in element:
        if isinstance(child.tag, str) and not _left_out(child, without):
            if child.tag in _INLINE:
                _collect(child, without, blocks)
            else:
                blocks.append([])
                _collect(child, without, blocks)
                blocks.append([])
        blocks[-1].append(child.tail or "")


def _left_out(element: HtmlElement, without: frozenset[str]) -> bool:
    if element.tag in _NEVER or element.tag in without or EXCLUDED in element.attrib:
        return True
    return not without.isdisjoint((element.get("class") or "").split())


def _drop_sections(root: HtmlElement) -> None:
    """Remove each excluded heading with everything up to the next heading that is not below it."""
    for heading in [found for found in root.iter(*_HEADINGS) if EXCLUDED in found.attrib]:
        level = _HEADINGS[heading.tag]
        follower = heading.getnext()
        while follower is not None and _HEADINGS.get(str(follower.tag), 9) > level:
            after = follower.getnext()
            follower.drop_tree()
            follower = after
