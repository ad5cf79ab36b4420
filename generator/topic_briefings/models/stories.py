"""Reports, what binds them to others, and the stories that they tell together."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from topic_briefings.models.analysis import Analysis, Figure, Toll
from topic_briefings.models.articles import Article, Corrected, Span
from topic_briefings.models.voices import Answer, Line


class TieKind(StrEnum):
    """What two articles can have in common."""

    COUNTRY = "country"
    TOPIC = "topic"
    VOICE = "voice"
    KEYPHRASE = "keyphrase"
    WORD = "word"
    """A rare word or number that both print."""


class Tie(NamedTuple):
    """One thing that two articles have in common.

    A tuple and not a dataclass: each pair of articles is compared by its ties, which are keys of many tables.
    """

    kind: TieKind
    key: str
    """A country's code, a topic's id, a voice's name, a keyphrase or a word as printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another article, and why a reader of this one may want it."""

    article_id: str
    ties: tuple[Tie, ...]
    """The rarest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An article as it is published here: once, with its copies named."""

    analysis: Analysis
    copies: tuple[Article, ...]
    """The same text in other outlets, folded into this one."""
    lines: tuple[Line, ...]
    """In order of appearance."""
    related: tuple[Related, ...]
    """Its mates in the story first, then others near in time."""
    story: str | None = None
    """The ``Story.id`` that it belongs to; None for a report that stands alone."""
    mates: tuple[str, ...] = ()
    """The ids of the other reports of its story, the nearest first."""
    answers: tuple[Answer, ...] = ()
    """Who answers whom, in order of appearance."""

    @property
    def article(self) -> Article:
        """The article that stands for all its copies."""
        return self.analysis.article


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A line of a briefing's bottom line: a report, and the sentence of it that speaks for this page."""

    report: Report
    span: Span | None
    """The sentence; None where none could stand here, so that the headline stands alone."""
    mates: tuple[Report, ...] = ()
    """The other reports of its story that the line stands for."""


class BondKind(StrEnum):
    """What kind of word binds reports to a story."""

    NAME = "name"
    FIGURE = "figure"
    WORD = "word"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """Rare words that many reports of a story print and few others do: why these reports belong together."""

    text: str
    """As most of them print it; a name of several words in one piece."""
    kind: BondKind
    reports: int
    """How many of the story's reports print it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDay:
    """What is to be said of one day of a story."""

    date: dt.date | None
    """None for the reports without a date."""
    opening: Opening
    """The opening sentence that is most central to the story; the most central report, without one, where none can
    stand alone."""
    report_ids: tuple[str, ...]
    """The reports of that day, the most central first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One event: two reports of it or more, by one or several outlets, over days."""

    id: str
    """Its address: the id of its earliest report when it was first published. It stays while the story grows."""
    reports: tuple[Report, ...]
    """Oldest first, undated last; the text of a copy counts once, with its report."""
    centre: str
    """The id of the report whose headline the story bears: the most central one that neither asks nor shouts."""
    outlets: tuple[str, ...]
    """The outlets of the reports, in order of appearance; those that only carry a copy are no further word."""
    first: dt.date | None
    last: dt.date | None
    """None when no report is dated."""
    bonds: tuple[Bond, ...]
    """Why these belong together, the strongest first."""
    days: tuple[StoryDay, ...]
    """Oldest first, undated last."""
    before: tuple[str, ...] = ()
    """The ids of stories that this one follows, the nearest in time first."""
    then: tuple[str, ...] = ()
    """The ids of stories that follow this one, the nearest in time first."""
    former: tuple[str, ...] = ()
    """Ids under which parts of it were published before they became one; each leads here."""
    corrected: tuple[Corrected, ...] = ()
    """Where a person joined its reports, or parted others from them."""

    @property
    def headline(self) -> str:
        """The headline of the report at its centre."""
        return next(report.article.headline for report in self.reports if report.article.id == self.centre)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A figure as one report gives it."""

    report: Report
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """One figure that independent reports give."""

    given: tuple[Given, ...]
    """Oldest report first; one a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What the reports of one story count."""

    agreed: tuple[Agreed, ...]
    """Most reports first."""
    tolls: tuple[tuple[Toll, tuple[Given, ...]], ...]
    """Tolls that reports differ on, each with the highest number of each report, oldest first."""
