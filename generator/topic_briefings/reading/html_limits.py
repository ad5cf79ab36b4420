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
DEPTH = 250
"""Elements in elements; where there are more, the parser gives up and the rest of the page is lost."""


class _TooMuchError(Exception):
    """The reason, for a person."""


class _Count:
    """What the parser tells of each element."""

    def __init__(self) -> None:
        self.elements = self.depth = 0

    def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
        del tag
        self.elements += 1
        self.depth += 1
        if self.elements > ELEMENTS:
            raise _TooMuchError(f"has more than {ELEMENTS:,} elements")
        if len(attrib) > ATTRIBUTES:
            raise _TooMuchError(f"has an element with more than {ATTRIBUTES:,} attributes")
        if self.depth > DEPTH:
            raise _TooMuchError(f"has elements in elements, more than {DEPTH} deep")

    def end(self, tag: str | bytes) -> None:
        del tag
        self.depth -= 1

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
