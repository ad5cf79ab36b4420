"""A correction as it is read, and the kinds of values that its keys hold."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from topic_briefings.models import Corrected, Span

NOBODY = "nobody"
"""What stands for no speaker."""


class Subject(Enum):
    """What a correction is about, as the keys that name it."""

    QUOTATION = ("article", "quotation")
    ARTICLE = ("article",)
    VOICE = ("voice",)
    STORIES = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One thing that a person said."""

    kind: str
    """A row of the table of kinds."""
    source: str
    """The file as the person knows it."""
    line: int
    """Where the entry begins, from 1."""
    date: dt.date | None = None
    """When it was made, as the person wrote it."""
    article: str = ""
    """The id of an article, or the stem of its file."""
    quotation: str = ""
    """Words of a quotation; all of them, or enough to find it."""
    voice: str = ""
    value: str = ""
    """What stands beside the key that the kind is called by: a name, a country, a headline, a reason."""
    values: tuple[str, ...] = ()
    """The same, of a kind that takes several: names or articles."""
    day: dt.date | None = None
    """The same, of the kind that takes a date."""
    choice: str = ""
    """What the article is to be filed as."""
    words: str = ""
    """Words of the article that speak for it."""

    @property
    def where(self) -> str:
        """The file and the line."""
        return f"{self.source}:{self.line}"

    def mark(self, *, key: str = "", span: Span | None = None) -> Corrected:
        """What pages show of it."""
        return Corrected(kind=self.kind, date=self.date, key=key, span=span)
