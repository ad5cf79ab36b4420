"""What an edition had, kept beside its pages, and what became of it since."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """How an article stood in an edition."""

    digest: str
    shelves: tuple[str, ...]
    """The codes of the countries it is about and the ids of its topics, sorted."""
    story: str | None = None
    """The ``Story.id`` that it belonged to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article in the ledger."""

    id: str
    headline: str
    now: Filing | None
    """None when the article was withdrawn."""
    then: Filing | None
    """None when it is new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """One edition beside the one before it."""

    date: dt.date | None
    since: dt.date | None
    """The date of the edition before; None for the first edition."""
    entries: tuple[Entry, ...]
    """In order of id."""
    moved: tuple[tuple[str, str], ...] = ()
    """Former ids of stories with the ids that they lead to now, sorted."""
    renamed: tuple[tuple[str, str], ...] = ()
    """Ids of articles whose file has another name now, each with its first id, which its address is made of; sorted."""


class StoryNews(StrEnum):
    """What became of a story since the edition before."""

    NEW = "new"
    """None of its reports was there."""
    GROWN = "grown"
    MERGED = "merged"
    """Two stories of then are one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChange:
    """One story's line under "since …"."""

    story: str
    """``Story.id``."""
    news: StoryNews
    added: tuple[str, ...]
    """The ids of its reports that were not in it then."""
    merged: tuple[str, ...] = ()
    """The ids of the other stories that it was made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a page says under "since …"."""

    since: dt.date
    new: tuple[str, ...]
    """Ids of articles that the edition before did not have here."""
    corrected: tuple[str, ...]
    """Ids of articles whose text, headline, byline or date changed."""
    withdrawn: tuple[str, ...]
    """Headlines of articles that are no longer here."""
