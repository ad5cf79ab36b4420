"""The lines of a data file, and the plain values in them: whatever is of another shape raises."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from topic_briefings.models import Span
from topic_briefings.verifying.problems import Kind

Json = dict[str, Any]
Report = Callable[..., None]
"""``report(kind, path, line, what)``: a problem in the file at ``path`` below ``docs/``."""

Read = Callable[[str], bytes]
"""``read(path)``: the file at ``path`` below ``docs/``; raises ``OSError`` when there is none."""

OTHER_SHAPE = (KeyError, TypeError, ValueError, AttributeError)
"""What reading a record raises that is not as ``data/schema.json`` has it."""


def text_of(read: Read, path: str, report: Report) -> str | None:
    """The file at ``path``, line ends as they are; reports one that is missing or no text."""
    try:
        return read(path).decode("utf-8")
    except OSError:
        report(Kind.FILE, path, None, "is missing")
    except UnicodeDecodeError:
        report(Kind.RECORD, path, None, "is not text in UTF-8")
    return None


def records(read: Read, path: str, report: Report) -> Iterator[tuple[int, Json]]:
    """Each line of the file at ``path`` with its number; reports those that are no record."""
    for number, line in enumerate((text_of(read, path, report) or "").removesuffix("\n").split("\n"), 1):
        try:
            given = json.loads(line)
        except ValueError:
            given = None
        if isinstance(given, dict):
            yield number, given
        elif line or number > 1:
            report(Kind.RECORD, path, number, "the line is no record")


def as_span(given: Mapping[str, Any] | list[Any]) -> Span:
    """A span, as an object with ``start`` and ``end`` or as a pair."""
    start, end = (given["start"], given["end"]) if isinstance(given, Mapping) else given
    return Span(as_offset(start), as_offset(end))


def as_offset(given: object) -> int:
    """A whole number from 0."""
    if isinstance(given, bool) or not isinstance(given, int) or given < 0:
        raise ValueError(f"{given!r} is no offset")
    return given


def as_text(given: object) -> str:
    """A text."""
    if not isinstance(given, str):
        raise TypeError(f"{given!r} is no text")
    return given


def as_text_or_none(given: object) -> str | None:
    """A text, or nothing."""
    return None if given is None else as_text(given)


def as_date_or_none(given: object) -> dt.date | None:
    """A date as ISO 8601 writes it, or nothing."""
    return None if given is None else dt.date.fromisoformat(as_text(given))
