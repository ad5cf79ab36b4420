"""Who has the floor: the speaker to whom marked words belong that nothing else gives a speaker."""

from __future__ import annotations

from topic_briefings.extractors.quotes.scene import Frame, Scene
from topic_briefings.extractors.quotes.statement import Statement
from topic_briefings.languages.claim import CueKind, Rule

_STEADY = frozenset((Rule.BEFORE, Rule.AFTER, Rule.SHARED, Rule.ACCORDING, Rule.BESIDE))
"""Rules whose speaker goes on in the next sentence of the paragraph."""


def goes_on(scene: Scene, frame: Frame, item: Statement, last: Statement) -> bool:
    """Whether a sentence that is nothing but marked words goes on with the quotation ``last``."""
    if not item.quoted or not last.quoted or item.cue or item.speaker or last.speaker is None:
        return False
    paragraph = scene.frames[last.frame].paragraph
    if last.quoted[-1].stretch.continues:
        return paragraph + len(last.quoted) >= frame.paragraph - 1
    return frame.first == item.quoted[0].first and paragraph == frame.paragraph and last.how in _STEADY


def taken(scene: Scene, here: list[Statement]) -> int | None:
    """The number of the statement of one sentence, among those ``here``, whose speaker takes the floor.

    Somebody quoted at length takes it, then whoever is reported without marks; a word or two that somebody is
    quoted with in passing, or in a relative clause, does not. None leaves it with whoever had it.
    """
    marked = [at for at, item in enumerate(here) if item.quoted]
    long = [at for at in marked if any(not quoted.short for quoted in here[at].quoted)]
    main = [at for at in long if (speaker := here[at].speaker) and scene.tags[speaker[0] - 1 : speaker[0]] != "w"]
    if main or long:
        return (main or long)[-1]
    spoken = next((at for at, item in enumerate(here) if _speaks(scene, item)), None)
    return spoken if spoken is not None else marked[-1] if marked else None


def _speaks(scene: Scene, item: Statement) -> bool:
    """Whether a statement without marks shows who has the floor."""
    told = item.kind in (CueKind.SAY, CueKind.TELL) and item.how in (Rule.BEFORE, Rule.AFTER)
    return told and item.speaker is not None and scene.tags[item.speaker[0]] != "w"
