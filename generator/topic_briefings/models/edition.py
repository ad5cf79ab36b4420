"""Everything that one run publishes: the briefings of countries, topics and voices, and the edition that holds all."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from topic_briefings.models.articles import Article
from topic_briefings.models.ledger import Ledger
from topic_briefings.models.stories import Opening, Report, Story
from topic_briefings.models.voices import Answer, Line, Voice
from topic_briefings.models.watches import Watched


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """The reports that a briefing shares with a country or a topic."""

    key: str
    reports: tuple[Report, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """All that the edition has on one country or one topic."""

    key: str
    """A country's code or a topic's id."""
    about: tuple[Report, ...]
    """The reports that are about it, newest first."""
    mentioned: tuple[Report, ...]
    """The reports that only name it, newest first."""
    openings: tuple[Opening, ...]
    """The bottom line, at most one line a report: of those that are about it, newest first; where there are none, of
    those that name it."""
    lines: tuple[Line, ...]
    """Quotations that are about it, by report: the newest first, in a report principals first."""
    farther: tuple[Line, ...]
    """Quotations of its reports that may be about something else, in the same order."""
    countries: tuple[Crossing, ...]
    """Most reports first."""
    topics: tuple[Crossing, ...]
    """Most reports first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A country or a topic, and how many of a voice's articles are about it."""

    key: str
    """A country's code or a topic's id."""
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceBriefing:
    """All that the edition has of one voice."""

    voice: Voice
    lines: tuple[Line, ...]
    """Its statements, newest first."""
    short: tuple[Line, ...] = ()
    """The best of them, one a story, newest first; none where there is no choice to make."""
    countries: tuple[Filed, ...]
    """The countries that its articles are about, most often first."""
    topics: tuple[Filed, ...] = ()
    """Those that they are filed under, most often first."""
    answers: tuple[Answer, ...] = ()
    """Whom it answers, newest first."""
    answered: tuple[Answer, ...] = ()
    """Who answers it, newest first."""
    said_of: tuple[Line, ...] = ()
    """Quotations of others in which its name stands, newest first."""

    @property
    def quotations(self) -> tuple[Line, ...]:
        """Those in marks."""
        return tuple(line for line in self.lines if line.quotation.fragments)

    @property
    def reported(self) -> tuple[Line, ...]:
        """Those without marks."""
        return tuple(line for line in self.lines if not line.quotation.fragments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """An article that a person took back; its reason stands in its place."""

    article: Article
    reason: str
    date: dt.date | None
    """When, as the person wrote it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Everything that one run publishes."""

    date: dt.date | None
    """The date of the newest article; None when none is dated. Never today's."""
    reports: tuple[Report, ...]
    """Newest first, undated last."""
    stories: tuple[Story, ...]
    """Of two reports or more: those of most outlets first, then of most reports, then the newest."""
    countries: tuple[Briefing, ...]
    """Most reports about it first."""
    topics: tuple[Briefing, ...]
    """Most reports about it first."""
    voices: tuple[VoiceBriefing, ...]
    """Most quoted first."""
    quotations: tuple[Line, ...]
    """Those in quotation marks, of all reports."""
    ledger: Ledger
    """What this edition and the one before it had, to tell what changed."""
    withdrawn: tuple[Withdrawn, ...] = ()
    """In the order of their ids."""
    watched: tuple[Watched, ...] = ()
    """In the order of the settings."""

    @property
    def articles(self) -> tuple[Report, ...]:
        """The reports, by the name that counts use."""
        return self.reports

    @property
    def counts(self) -> dict[str, int]:
        """How much of each there is, by what a count calls it: the same on the home page and in what a run reports.

        Countries that articles are about, not those they only name; topics that articles are filed under themselves.
        """
        return {
            "articles": len(self.reports),
            "countries": sum(1 for briefing in self.countries if briefing.about),
            "topics": len({tag.id for report in self.reports for tag in report.analysis.topics}),
            "voices": len(self.voices),
            "quotations": len(self.quotations),
        }
