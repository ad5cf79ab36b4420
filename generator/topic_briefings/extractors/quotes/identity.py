"""Whom a phrase stands for, as the rules of names, pronouns and descriptions answer it."""

from __future__ import annotations

from dataclasses import dataclass

from topic_briefings.extractors.quotes.cast import Figure
from topic_briefings.languages.claim import Range
from topic_briefings.models import SpeakerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Whom a phrase stands for."""

    figure: Figure | None
    kind: SpeakerKind
    sure: float
    """0 to 1: how sure the owner of the name or pronoun is."""
    described: Range | None = None
    """The phrase that described somebody without a name before, for whom a pronoun stands."""
