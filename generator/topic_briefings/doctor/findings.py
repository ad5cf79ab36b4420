"""What an examination is given, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Analysis, Edition
from topic_briefings.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An edition, what it was made of, and with which settings."""

    edition: Edition
    analyses: Mapping[str, Analysis]
    """By the id of the article."""
    settings: Settings
    knowledge: Knowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that deserves a look."""

    kind: str
    """The name of the check that found it."""
    harm: float
    """How much it matters among those of its kind; more is worse."""
    about: str
    """The article's id, the voice's name or the story's id."""
    says: str
    """A sentence."""
    entry: str
    """What to put into the file of corrections, if it is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One row of the table of what is looked for."""

    name: str
    find: Callable[[Case], Iterator[Finding]]
