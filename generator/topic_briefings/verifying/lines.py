"""The lines of a data file, and the plain values in them: whatever is of another shape raises."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

from topic_briefings.models import Span

Json = dict[str, Any]
Report = Callable[..., None]
"""``report(path, line, what, article=None)``: a problem in the file at ``path`` below ``docs/``."""

Read = Callable[[str], bytes]
"""``read(path)``: the file at ``path`` below ``docs/``; raises ``OSError`` when there is none."""

OTHER_SHAPE = (KeyError, TypeError, ValueError, AttributeError)
"""What reading a record raises that is not as ``data/schema.json`` has it."""


class Known(Protocol):
    """What was found before of pages with which nothing was wrong."""

    basis: str
    """What that depends on: code, settings, and where it was found."""

    def get(self, path: str) -> str | None:
        """What was kept of the page at ``path``."""

    def put(self, path: str, kept: str) -> None:
        """Keep that of a page on which nothing is wrong."""


def lines(read: Read, path: str, report: Report) -> Iterator[tuple[int, Json]]:
    """Each line of the file at ``path`` with its number; reports those that are no record, and a file that is none."""
    try:
        text = read(path).decode("utf-8")
    except OSError:
        report(path, None, "is missing")
        return
    except UnicodeDecodeError:
        report(path, None, "is not text in UTF-8")
        return
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        try:
            given = json.loads(line)
        except ValueError:
            given = None
        if isinstance(given, dict):
            yield number, given
        elif line or number > 1:
            report(path, number, "the line is no record")


def as_span(given: Mapping[str, Any] | list[Any]) -> Span:
    """A span, as an object with ``start`` and ``end`` or as a pair."""
    start, end = (given["start"], given["end"]) if isinstance(given, Mapping) else given
    for offset in (start, end):
        if isinstance(offset, bool) or not isinstance(offset, int) or offset < 0:
            raise ValueError(f"{offset!r} is no offset")
    return Span(start, end)


def as_text(given: object) -> str:
    """A text."""
    if not isinstance(given, str):
        raise TypeError(f"{given!r} is no text")
    return given


def as_text_or_none(given: object) -> str | None:
    """A text, or nothing."""
    return None if given is None else as_text(given)
