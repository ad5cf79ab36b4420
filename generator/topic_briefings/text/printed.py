"""What a printed page of ours refers to: the quotations on it, and the pages that it leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath

_ANCHOR = re.compile(r"(?:\{: #|data-quotation=)(q-[0-9a-z-]+)")
_LINK = re.compile(r"\]\(([^)#\s]+)\.md[)#]")


def anchors_on(markdown: str) -> tuple[str, ...]:
    """The anchors of the quotations that the page prints, each once, in the order in which they stand."""
    return tuple(dict.fromkeys(_ANCHOR.findall(markdown)))


def links_on(path: str, markdown: str) -> Iterator[str]:
    """The paths of the pages that the page at ``path`` leads to, as both are counted below ``docs/``."""
    for link in _LINK.findall(markdown):
        yield normpath(join(dirname(path), f"{link}.md"))
