"""The claims of one sentence: each cue with the phrase that names its speaker.

A cue is a verb that reports ("said", "has promised", "adding") or "according to". The rules follow English
word order: subject before the verb, or after it where the quotation comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.quotes import grammar
from generator.quotes.scene import Frame, Scene
from generator.text.words import base_of, cues

Range = tuple[int, int]
"""Numbers of the first word and of the word after the last."""
_WINDOW = 70
"""Words before a cue in which its subject may begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A cue and its speaker."""

    cue: Range
    speaker: Range | None
    how: str
    """The rule that found the speaker: ``before``, ``after``, ``shared``, ``according``, ``passive``, ``none``."""
    kind: str
    """What the cue reports; see ``data/en/cues.tsv``."""


def claims(scene: Scene, frame: Frame) -> list[Claim]:
    """The claims of ``frame`` in the order of their cues."""
    found: list[Claim] = []
    for match in grammar.CUE.finditer(scene.tags, frame.first, frame.last):
        claim = _claim(scene, frame, match.start(), found)
        if claim is not None:
            found.append(claim)
    return found


def _claim(scene: Scene, frame: Frame, at: int, earlier: list[Claim]) -> Claim | None:
    tags, tag = scene.tags, scene.tags[at]
    if tag == "A":
        return _according(scene, frame, at)
    kind, particles = cues().get(base_of(scene.words.tokens[at]) or "", ("say", frozenset()))
    cue = (at, _cue_end(scene, at, particles))
    before = tags[max(frame.first, at - 3) : at].rstrip("r")
    if before.endswith("B") and tag in "DP":
        return None
    if tag != "G":
        after = _after(scene, frame, at)
        if after:
            return Claim(cue=cue, speaker=after, how="after", kind=kind)
    if tag == "G" and not before.endswith("B") or before.endswith(("c", "t", "b")):
        return _shared(scene, frame, cue, kind, earlier)
    subject = subject_before(tags, frame.first, at)
    if subject:
        return Claim(cue=cue, speaker=subject, how="before", kind=kind)
    return _shared(scene, frame, cue, kind, earlier)


def _cue_end(scene: Scene, at: int, particles: frozenset[str]) -> int:
    following = scene.words.tokens[at + 1] if at + 1 < len(scene.tags) else ""
    return at + 2 if following in particles else at + 1


def _according(scene: Scene, frame: Frame, at: int) -> Claim | None:
    if scene.tags[at + 1 : at + 2] != "t":
        return None
    match = grammar.AFTER.match(scene.tags, at + 2, frame.last)
    speaker = match.span(1) if match else None
    return Claim(cue=(at, at + 2), speaker=speaker, how="according" if speaker else "none", kind="say")


def _after(scene: Scene, frame: Frame, at: int) -> Range | None:
    """The speaker after the cue, where quoted or reported words stand right before it."""
    tags = scene.tags
    if at == frame.first or tags[at - 1] not in "Q,-":
        return None
    if tags[at - 1] != "Q" and "Q" not in tags[max(frame.first, at - 2) : at] and not _clause(tags, frame.first, at):
        return None
    match = grammar.AFTER.match(tags, at + 1, frame.last)
    if not match or tags[match.start(1)] == "d" and match.end(1) - match.start(1) == 1:
        return None
    return match.span(1)


def _clause(tags: str, first: int, last: int) -> bool:
    """Whether there is a verb before the comma, so that a whole statement precedes the cue."""
    return tags[last - 1] == "," and any(tag in "vpyxHBVDY" for tag in tags[first:last]) and not any(
        tag == "," for tag in tags[first : last - 1][-3:]
    )


def _shared(scene: Scene, frame: Frame, cue: Range, kind: str, earlier: list[Claim]) -> Claim:
    """A further verb of the same subject: "he said, adding …", "she rose and said …"."""
    for claim in reversed(earlier):
        if claim.speaker and claim.how in ("before", "after", "shared"):
            return Claim(cue=cue, speaker=claim.speaker, how="shared", kind=kind)
    speaker = main_subject(scene, frame)
    return Claim(cue=cue, speaker=speaker, how="shared" if speaker else "none", kind=kind)


def subject_before(tags: str, first: int, cue: int) -> Range | None:
    """The phrase that is the subject of the verb at ``cue``; None where none stands before it."""
    start = max(first, cue - _WINDOW)
    segment = tags[start:cue]
    lead = grammar.LEAD.search(segment)
    if lead:
        segment = segment[: lead.start()]
    match = grammar.SUBJECT.search(segment) or grammar.NEAREST.search(segment)
    if not match:
        return None
    return start + match.start(1), start + match.end(1)


def main_subject(scene: Scene, frame: Frame) -> Range | None:
    """The subject of the sentence's first verb."""
    match = grammar.FIRST.match(scene.tags, frame.first, frame.last)
    return match.span(1) if match else None


def ranges(found: list[Claim]) -> Iterator[Range]:
    """The words that the claims' own cues and speakers take."""
    for claim in found:
        yield claim.cue
        if claim.speaker:
            yield claim.speaker
