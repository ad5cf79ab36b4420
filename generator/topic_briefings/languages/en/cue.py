"""A word that may report, and what the rules of claims ask of it."""

from __future__ import annotations

from typing import NamedTuple

from topic_briefings.languages.claim import Claim, CueKind, Frame, Range, Scene
from topic_briefings.languages.en.words import cue_kind


class Cue(NamedTuple):
    """A word that may report, and what the rules ask of it."""

    scene: Scene
    frame: Frame
    at: int
    place: Range
    """The cue with its particle."""
    kind: CueKind
    before: str
    """The letters of the three words before it in its sentence, adverbs right before it left out."""
    earlier: list[Claim]
    """The claims of the sentence before it."""


def look(scene: Scene, frame: Frame, at: int, earlier: list[Claim]) -> Cue:
    """What the rules are asked about at the word ``at``."""
    kind, particles = cue_kind(scene.tokens[at])
    end = _cue_end(scene, at, particles) if particles else at + 1
    if particles and end == at + 1 and any(particle.startswith("+") for particle in particles):
        kind = CueKind.VERB
    before = scene.tags[max(frame.first, at - 3) : at].rstrip("r")
    return Cue(scene, frame, at, (at, end), kind, before, earlier)


def _cue_end(scene: Scene, at: int, particles: frozenset[str]) -> int:
    if at + 1 >= len(scene.tags):
        return at + 1
    following = scene.tokens[at + 1]
    return at + 2 if following in particles or "+" + following in particles else at + 1
