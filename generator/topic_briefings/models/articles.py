"""An article, and the spans that point into it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import NamedTuple, cast


class Span(NamedTuple):
    """A stretch of text, ``start`` inclusive and ``end`` exclusive, in code points.

    A tuple and not a dataclass: hundreds are made for each article, compared and looked up.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers, to the letter."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


as_span = cast("Callable[[tuple[int, int]], Span]", partial(tuple.__new__, Span))
"""A pair of offsets as a span, quicker than ``Span`` is called: for where they are made by the hundred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """That a person's word stands in the place of the generator's."""

    kind: str
    """What was corrected: the name of a row of the table of corrections."""
    date: dt.date | None
    """When, as the person wrote it; None where they wrote nothing. Never the clock's."""
    key: str = ""
    """Which country's code, topic's id or keyword it is about."""
    span: Span | None = None
    """Of a quotation."""


class Part(StrEnum):
    """The text of an article that a span counts in."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BODY = "body"


_HEADLINE, _BODY = Part.HEADLINE, Part.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news text, cleaned once; after this, offsets mean one thing."""

    id: str
    """Unique in its collection: the path below ``seeds/`` without its suffix, or the record's own id."""
    headline: str
    """As printed; empty when the article has none."""
    body: str
    """The text without headline, byline and outlet lines. Paragraphs are parted by one empty line."""
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: dt.date | None = None
    """None when the article gives none; never today's date."""
    dateline: str | None = None
    """The place line when it was given apart from the body ("SALVADOR, Feb 26 -")."""
    url: str | None = None
    """Only ``http`` and ``https`` addresses arrive here."""
    language: str = "en"
    """ISO 639-1 code, given or detected."""
    source: str
    """The file the article came from, as the reader should see it: ``seeds/dam.md``."""
    line: int = 1
    """The line of ``source`` where the article begins, from 1."""
    digest: str
    """SHA-256 in hexadecimal of the fields above that a reader can see, and of nothing else."""
    notices: tuple[Notice, ...] = ()
    """What reading found doubtful: undated, an odd date, a dropped line."""

    def part(self, part: Part) -> str:
        """The text that a span of ``part`` counts in; empty when there is none."""
        if part is _BODY:
            return self.body
        return self.headline if part is _HEADLINE else self.dateline or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A doubt about the article itself, in one sentence that says what cannot be known and why."""

    code: str
    """A short stable name: ``undated``, ``spellings``, ``fragment``."""
    message: str
    span: Span | None = None
    case: str = ""
    """Which of the code's sentences the message is, where it has several."""
    words: tuple[str, ...] = ()
    """The article's words in the message, so that a page can say it in another language."""
