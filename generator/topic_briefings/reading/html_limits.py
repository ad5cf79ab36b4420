"""How much markup a web page may hold, counted before a tree is made of it.

A page of a thousand times the usual markup takes a thousand times as long, and what is built of it a million times:
libxml2 puts each attribute behind all others of its element. Counting takes less than a microsecond an element.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

ELEMENTS = 50_000
"""A long live blog has 20,000."""
ATTRIBUTES = 1_000
"""Of one element."""
CROWD = 2_000
"""Links, headings and elements of emphasis directly in one element. Whoever takes out the article counts the children
of an element again for each of these."""
DEPTH = 250
"""Elements in elements; where there are more, the parser gives up and the rest of the page is lost."""


_CROWDING = frozenset(("a", "b", "code", "em", "i", "small", "strong", "u", "h1", "h2", "h3", "h4", "h5", "h6"))


class _TooMuchError(Exception):
    """The reason, for a person."""


class _Count:
    """What the parser tells of each element."""

    def __init__(self) -> None:
        self.elements = 0
        self.crowds = [0]
        """Of each element that is open, the outermost first."""

    def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
        self.elements += 1
        self.crowds[-1] += tag in _CROWDING
        if self.crowds[-1] > CROWD:
            raise _TooMuchError(f"has an element with more than {CROWD:,} links, headings or words in bold in it")
        self.crowds.append(0)
        if self.elements > ELEMENTS:
            raise _TooMuchError(f"has more than {ELEMENTS:,} elements")
        if len(attrib) > ATTRIBUTES:
            raise _TooMuchError(f"has an element with more than {ATTRIBUTES:,} attributes")
        if len(self.crowds) > DEPTH + 1:
            raise _TooMuchError(f"has elements in elements, more than {DEPTH} deep")

    def end(self, tag: str | bytes) -> None:
        del tag
        self.crowds.pop()

    def close(self) -> None:
        """The parser asks for a result."""


def problem(page: str) -> str | None:
    """What ``page`` has too much of; None where it can be read."""
    try:
        etree.fromstring(page.encode("utf-8", "replace"), etree.HTMLParser(target=_Count(), encoding="utf-8"))  # type: ignore[arg-type] # lxml needs no more
    except _TooMuchError as found:
        return str(found)
    except etree.LxmlError:
        return None  # the reader finds what is wrong with it
    return None
