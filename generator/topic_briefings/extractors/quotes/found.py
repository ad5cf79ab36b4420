"""What the rules of marked words without a claim are asked about, and what they answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from topic_briefings.extractors.quotes.fitting import Fit, Lead
from topic_briefings.extractors.quotes.scene import Frame, Quoted, Scene
from topic_briefings.extractors.quotes.statement import Statement
from topic_briefings.languages.claim import Range, Rule


class Found(NamedTuple):
    """What a rule answers: a speaker and how it was found; or nobody, and then the next stage is asked."""

    speaker: Range | None
    how: Rule
    cue: Range | None = None
    fit: Fit = Fit.WEAK
    lead: Lead = Lead.NONE


class Marked(NamedTuple):
    """Marked words in their sentence."""

    scene: Scene
    frame: Frame
    quoted: Quoted


class Alone(NamedTuple):
    """Marked words that their own sentence gives no speaker."""

    scene: Scene
    number: int
    """Of their sentence."""
    item: Statement
    last: Statement | None
    """The statement whose speaker has the floor."""

    @property
    def frame(self) -> Frame:
        """Their sentence."""
        return self.scene.frames[self.number]

    @property
    def previous(self) -> Frame | None:
        """The sentence before."""
        return self.scene.frames[self.number - 1] if self.number else None


Place = TypeVar("Place", Marked, Alone)


class SpeakerlessRule(NamedTuple, Generic[Place]):
    """One way to find the speaker of marked words without a claim."""

    name: str
    read: Callable[[Place], Found | None]
    """None where the rule has nothing to say."""
    example: str
    """A text that it decides, the speaker in square brackets."""
