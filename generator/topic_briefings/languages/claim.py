"""A cue with the phrase that names its speaker: what the rules of each language find in a sentence.

Words are numbers throughout: a *range* is the first word and the word after the last. A *frame* is a sentence in
which each quoted stretch counts as one thing; a *scene* is all words of an article with their letters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Generic, NamedTuple, Protocol, TypeVar

from topic_briefings.languages.kept import Kept

Range = tuple[int, int]
"""Numbers of the first word and of the word after the last."""


class CueKind(StrEnum):
    """What a cue reports."""

    SAY = "say"
    """Words spoken or written."""
    TELL = "tell"
    """The same, to somebody named after the verb."""
    ASK = "ask"
    JUDGE = "judge"
    """How someone is called."""
    THINK = "think"
    """An attitude."""
    ACT = "act"
    """A demand or a stand."""
    SHOW = "show"
    """What a source shows."""
    VERB = "verb"
    """A verb that no list knows."""


SPOKEN = (CueKind.SAY, CueKind.TELL, CueKind.ASK)
"""Kinds of cue of what somebody says, and neither thinks nor does."""


class Rule(StrEnum):
    """The rule that found a speaker: first those of claims, then those for marked words that no claim reports."""

    BEFORE = "before"
    """The subject before its verb."""
    AFTER = "after"
    """The subject after it, behind the words it reports."""
    SHARED = "shared"
    """The subject of another verb of the sentence."""
    CHAINED = "chained"
    """The subject of the verb that this one hangs on: "keeps saying"."""
    FRONTED = "fronted"
    """The subject of the main clause after an -ing form that opens the sentence."""
    REDUCED = "reduced"
    """The phrase that an -ing form describes."""
    ACCORDING = "according"
    """The source after "according to", "in the words of"."""
    PASSIVE = "passive"
    """Nobody: "he was asked"."""
    NONE = "none"
    """Nobody."""

    LABEL = "label"
    """A name before a colon."""
    SIGNED = "signed"
    """A name under the words, after a dash."""
    BESIDE = "beside"
    """A subject and a verb that is no known cue, right after the words."""
    SENTENCE = "sentence"
    """The subject of the writer's sentence around the words."""
    LOOSE = "loose"
    """Nobody: the words are part of a sentence without a subject that could speak."""
    COLON = "colon"
    """The sentence before ends in a colon."""
    CARRIED = "carried"
    """Whoever has the floor in this paragraph."""
    LATER = "later"
    """The same, from a paragraph before."""
    PREVIOUS = "previous"
    """The subject of a sentence beside this one."""
    ANSWER = "answer"
    """Whoever was asked in the paragraph before, or nobody: never the one who asked."""


class Reports(StrEnum):
    """What a cue can report."""

    ANY = "any"
    CLAUSE = "clause"
    """Marked words or a whole clause: "she counted the swans" is a deed, "she counted “two swans”" is none."""
    MARKS = "marks"
    """Marked words alone: "she did not mention that it leaks"."""
    NOTHING = "nothing"
    """Marked words that were not said: "he never said “it leaks”"."""


class Claim(NamedTuple):
    """A cue and its speaker."""

    cue: Range
    speaker: Range | None
    how: Rule
    kind: CueKind
    reports: Reports = Reports.ANY


class Scene(Protocol):
    """What rules read of an article."""

    @property
    def tags(self) -> str:
        """A letter a word."""

    @property
    def tokens(self) -> list[str]:
        """The words."""


class Frame(Protocol):
    """What rules read of a sentence: its words, and which of them may report."""

    @property
    def first(self) -> int:
        """Its first word."""

    @property
    def last(self) -> int:
        """The word after its last."""

    @property
    def cues(self) -> Sequence[int]:
        """The words that may report."""


Cue = TypeVar("Cue")
"""What a language's rules are asked about: a word that may report, with what they need of its sentence."""


class ClaimRule(NamedTuple, Generic[Cue]):
    """One way to find the speaker of a cue; the first rule of a table that answers decides."""

    name: str
    read: Callable[[Cue], Claim | None]
    """The claim; ``NO_CLAIM`` where it is sure that there is none; None where the rule has nothing to say."""
    example: str
    """A sentence that it decides: the speaker in square brackets, the cue in braces."""
    letters: str = ""
    """The letters of the cues that it is asked about; empty where it is about all."""

    def is_about(self, letter: str) -> bool:
        """Whether it is asked about cues of this letter."""
        return letter in self.letters or not self.letters


def by_letter(rules: Sequence[ClaimRule[Cue]]) -> Mapping[str, Sequence[Callable[[Cue], Claim | None]]]:
    """What is asked about a cue, by its letter: most of the ``rules`` are about a few letters alone."""
    return Kept(lambda letter: [rule.read for rule in rules if rule.is_about(letter)])


NO_CLAIM = Claim(cue=(0, 0), speaker=None, how=Rule.NONE, kind=CueKind.VERB)
"""What a rule answers that is sure: this word reports nothing."""


def claimed(
    rules: Mapping[str, Sequence[Callable[[Cue], Claim | None]]],
    look: Callable[[Scene, Frame, int, list[Claim]], Cue],
    scene: Scene,
    frame: Frame,
) -> list[Claim]:
    """The claims of ``frame`` in the order of their cues: for each cue, what the first rule says that answers.

    ``rules`` are those of a table, ``by_letter``.
    ``look`` makes what the rules are asked about from a word that may report and the claims found before it.
    """
    found: list[Claim] = []
    for at in frame.cues:
        cue = look(scene, frame, at, found)
        for read in rules[scene.tags[at]]:
            claim = read(cue)
            if claim is not None:
                if claim is not NO_CLAIM:
                    found.append(claim)
                break
    return found
