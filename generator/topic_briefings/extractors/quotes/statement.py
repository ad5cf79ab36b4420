"""One reported statement while it is being put together, and the words it reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from topic_briefings.extractors.quotes.claim import Claim, Range
from topic_briefings.extractors.quotes.fitting import start_of
from topic_briefings.extractors.quotes.scene import Frame, Quoted, Scene

_CLAUSE = frozenset("TvVxHBpDYyPtQqzw")
"""Letters of words that a reported clause has."""
_ADDRESS = 15
"""Words between a cue and whole marked sentences: to whom, when and where it was said."""
_MARKS = frozenset('"”’»“«')


@dataclass(slots=True)
class Attribution:
    """A statement, its cue and its speaker; word numbers throughout."""

    content: list[Range]
    quoted: list[Quoted] = field(default_factory=list)
    cue: Range | None = None
    speaker: Range | None = None
    how: str = "none"
    """The rule that found the speaker: a claim's, or ``carried``, ``later``, ``colon``, ``signed``, ``label``…"""
    kind: str = "say"
    weight: float = 0.0
    lead: float = 0.0
    """How well its claim fits the marked words; see ``topic_briefings.extractors.quotes.fitting``."""
    frame: int = 0


def from_claim(claim: Claim, frame: int) -> Attribution:
    """A statement of ``claim`` whose words are still to be found."""
    return Attribution(content=[], cue=claim.cue, speaker=claim.speaker, how=claim.how, kind=claim.kind, frame=frame)


def content(scene: Scene, frame: Frame, claim: Claim, quoted: list[Quoted]) -> list[Range]:
    """What ``claim`` reports: the marked words before it, the rest of its sentence, or the part before it."""
    if quoted and all(stretch.last <= claim.cue[0] for stretch in quoted):
        return [(stretch.first, stretch.last) for stretch in quoted]
    tags, end = scene.tags, _end(scene, frame)
    other = tags.find(";", claim.cue[1], end)
    if other > 0 and not any(stretch.last > other for stretch in quoted):
        end = other  # the clause after a semicolon is another's or the writer's
    if quoted and _announced(scene, claim, quoted, end):
        return [(stretch.first, stretch.last) for stretch in quoted]
    begin = claim.cue[1]
    if claim.speaker and claim.speaker[0] >= begin:
        begin = claim.speaker[1]
    if claim.how in ("after", "according") or not tags[begin:end].strip("lim"):
        before = _before(tags, frame, start_of(claim))
        if before or claim.how != "according":
            return before
    if claim.kind == "tell" and _CLAUSE.isdisjoint(tags[begin:end]):
        return []  # "told the council": to whom, not what
    while begin < end and tags[begin] in ",:-":
        begin += 1
    return [(begin, end)] if end - begin >= 2 else []


def _announced(scene: Scene, claim: Claim, quoted: list[Quoted], end: int) -> bool:
    """Whether whole sentences follow a claim that is no part of them: "She told him, “…”", "He said in May: “…”"."""
    first, last = quoted[0], quoted[-1]
    opening = scene.body[first.stretch.inner.start : first.stretch.inner.start + 1]
    return (
        claim.cue[1] < first.first
        and scene.tags[first.first - 1] in ",:"
        and opening.isupper()
        and last.last >= end
        and all(one.last >= other.first - 1 for one, other in pairwise(quoted))
        and "T" not in scene.tags[claim.cue[1] : first.first]
        and first.first - claim.cue[1] <= _ADDRESS
    )


def _before(tags: str, frame: Frame, start: int) -> list[Range]:
    """A statement of three words or more that a comma or a dash parts from its claim."""
    stop = start - (tags[start - 1 : start] == "z")  # "…, as Lund says"
    while stop > frame.first and tags[stop - 1] in ",-":
        stop -= 1
    return [(frame.first, stop)] if stop < start and stop - frame.first >= 3 else []


def _end(scene: Scene, frame: Frame) -> int:
    """The end of the sentence without its full stop; a closing mark stays."""
    end = frame.last
    while end > frame.first and scene.tags[end - 1] in ".|" and scene.words.tokens[end - 1] not in _MARKS:
        end -= 1
    return end
