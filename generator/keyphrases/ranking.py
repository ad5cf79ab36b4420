"""Candidates in order of salience, with variants merged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.models import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A phrase that may be a keyphrase."""

    key: tuple[str, ...]
    """Its words in lower case, nouns in the singular: what variants have in common."""
    text: str
    """The form as most often written."""
    spans: tuple[Span, ...]
    """Where the body prints it."""
    score: float
    """Above 0; more is more salient."""


def ranked(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Most salient first; equals in order of their text."""
    return sorted(candidates, key=lambda candidate: (-candidate.score, candidate.text, candidate.key))


def merged(candidates: list[Candidate]) -> list[Candidate]:
    """``candidates`` without single words that a better phrase already says."""
    kept: list[Candidate] = []
    said: set[str] = set()
    for candidate in candidates:
        if len(candidate.key) == 1 and said.issuperset(candidate.key):
            continue
        kept.append(candidate)
        said.update(candidate.key)
    return kept
