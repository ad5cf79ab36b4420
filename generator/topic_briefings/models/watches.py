"""What a desk keeps an eye on, and what the edition has of it."""

from __future__ import annotations

from dataclasses import dataclass

from topic_briefings.models.articles import Span
from topic_briefings.models.stories import Report
from topic_briefings.models.voices import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What is watched: an article answers it that answers each kind of what stands here, by any one of that kind."""

    name: str
    words: tuple[str, ...] = ()
    """Words or phrases that its headline or text prints, whole; with ``*`` at the end, beginnings of words."""
    voices: tuple[str, ...] = ()
    """Names of somebody who speaks in it."""
    countries: tuple[str, ...] = ()
    """Countries that it is about: as written by a person, by name or code; once declared, by code."""
    topics: tuple[str, ...] = ()
    """Topics that it is filed under, or below: by label or id; once declared, by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that answers a watch, and by what."""

    report: Report
    spans: tuple[Span, ...]
    """Where its body prints one of the words, in order."""
    lines: tuple[Line, ...]
    """What the watched voices say in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A watch with all that answers it."""

    watch: Watch
    hits: tuple[Hit, ...]
    """Newest first."""

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports that answer it, newest first."""
        return tuple(hit.report for hit in self.hits)
