"""A cue with the phrase that names its speaker: what the rules of each language find in a sentence."""

from __future__ import annotations

from typing import NamedTuple

Range = tuple[int, int]
"""Numbers of the first word and of the word after the last."""


class Claim(NamedTuple):
    """A cue and its speaker."""

    cue: Range
    speaker: Range | None
    how: str
    """The rule that found the speaker: ``before``, ``after``, ``shared``, ``fronted``, ``according``, ``passive``…"""
    kind: str
    """What the cue reports; see ``data/en/cues.tsv``."""
