"""The claims of one sentence: each cue with the phrase that names its speaker.

A cue is a verb that reports ("said", "has promised", "adding") or "according to". The rules follow English
word order: subject before the verb, or after it where the quotation comes first.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.quotes import grammar
from generator.quotes.scene import Frame, Scene
from generator.text.words import cue_kind, word_set

Range = tuple[int, int]
"""Numbers of the first word and of the word after the last."""
_LEAD = 20
"""Words that may stand between a subject and its verb."""
_WINDOW = 70
"""Words before a cue in which its subject may begin."""


class Claim(NamedTuple):
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
    for at in frame.cues:
        claim = _claim(scene, frame, at, found)
        if claim is not None:
            found.append(claim)
    return found


def _claim(scene: Scene, frame: Frame, at: int, earlier: list[Claim]) -> Claim | None:
    tags, tag = scene.tags, scene.tags[at]
    if tag == "A":
        return _according(scene, frame, at)
    kind, particles = cue_kind(scene.words.tokens[at], scene.language)
    cue = (at, _cue_end(scene, at, particles))
    if particles and cue[1] == at + 1 and any(particle.startswith("+") for particle in particles):
        kind = "verb"
    before = tags[max(frame.first, at - 3) : at].rstrip("r")
    if (before.endswith("B") and tag in "DP") or (tag == "D" and at == frame.first and tags[at + 1 : at + 2] != "N"):
        return Claim(cue=cue, speaker=None, how="passive", kind=kind) if kind == "ask" else None
    if tag != "G" and kind in ("say", "ask", "verb", "judge"):
        after = _after(scene, frame, at, cue[1])
        if after:
            return Claim(cue=cue, speaker=after, how="after", kind=kind)
    if tag == "G" and not before.endswith("B"):
        return _participle(scene, frame, cue, kind, earlier)
    if before.endswith(("c", "t", "b")):
        return _shared(scene, frame, cue, kind, earlier)
    subject = subject_before(tags, frame.first, at)
    if scene.language == "de" and (subject is None or tags[subject[0] - 1 : subject[0]] == "i"):
        # German puts the verb second: "In einem Interview sagte sie …".
        subject = speaker_after(scene, cue[1], frame.last) or subject
    if subject:
        return Claim(cue=cue, speaker=subject, how="before", kind=kind)
    return _shared(scene, frame, cue, kind, earlier)


def _cue_end(scene: Scene, at: int, particles: frozenset[str]) -> int:
    if not particles or at + 1 >= len(scene.tags):
        return at + 1
    following = scene.words.tokens[at + 1]
    return at + 2 if following in particles or "+" + following in particles else at + 1


def _according(scene: Scene, frame: Frame, at: int) -> Claim | None:
    if scene.tags[at + 1 : at + 2] != "t":
        return None
    speaker = speaker_after(scene, at + 2, frame.last)
    return Claim(cue=(at, at + 2), speaker=speaker, how="according" if speaker else "none", kind="say")


def _after(scene: Scene, frame: Frame, at: int, end: int) -> Range | None:
    """The speaker after the cue, where quoted or reported words stand right before it."""
    tags = scene.tags
    beside = "Q" in tags[max(frame.first, at - 2) : at]
    if at == frame.first:
        found = speaker_after(scene, end, frame.last)
        return found if found and tags[found[1] : found[1] + 1] in (":", ",") else None
    if tags[at - 1] not in "Q,-" or (not beside and at - frame.first < 5):
        return None
    found = speaker_after(scene, end, frame.last)
    if found is None or tags[slice(*found)] == "d" or (not beside and tags[found[1] : found[1] + 1] not in ",.;|)"):
        return None
    return found


def speaker_after(scene: Scene, first: int, last: int) -> Range | None:
    """The noun phrase that begins at word ``first``, with what describes it, but without where it was said."""
    match = grammar.AFTER.match(scene.tags, first, last)
    if not match:
        return None
    start, end = match.span(1)
    end = match.end(2)
    tokens = scene.words.tokens
    for at in range(start + 1, end - 1):
        if scene.tags[at] == "i" and not word_set("medium").isdisjoint(tokens[at + 1 : at + 5]):
            return start, at
    return start, end


def _participle(scene: Scene, frame: Frame, cue: Range, kind: str, earlier: list[Claim]) -> Claim:
    """An -ing form: of the sentence's subject, or of the phrase right before it ("a sign saying")."""
    start = max(frame.first, cue[0] - _WINDOW)
    match = grammar.WITH.search(scene.tags[start : cue[0]])
    if match and (
        (match[1][-1] in "nu" and scene.words.tokens[start + match.end(1) - 1] not in word_set("medium"))
        or scene.words.tokens[start + match.start()].lower() == "with"
    ):
        place = (start + match.start(1), start + match.end(1))
        return Claim(cue=cue, speaker=place, how="reduced", kind=kind)
    return _shared(scene, frame, cue, kind, earlier)


def _shared(scene: Scene, frame: Frame, cue: Range, kind: str, earlier: list[Claim]) -> Claim:
    """A further verb of the same subject: "he said, adding …", "she rose and said …"."""
    last = next((claim for claim in reversed(earlier[-8:]) if claim.how == "after"), None)
    speaker = last.speaker if last else main_subject(scene, frame, cue[0])
    if speaker is None:
        speaker = next((claim.speaker for claim in reversed(earlier[-8:]) if claim.speaker), None)
    return Claim(cue=cue, speaker=speaker, how="shared" if speaker else "none", kind=kind)


def subject_before(tags: str, first: int, cue: int, loose: bool = True) -> Range | None:
    """The phrase that is the subject of the verb at ``cue``; None where none stands before it.

    ``loose`` also takes the nearest name or pronoun where no clause can begin ("the email Clinton sent").
    """
    if cue - first >= 2 and tags[cue - 1] == "h" and tags[cue - 2] in ".|,QzTwb":
        return cue - 1, cue
    start = max(first, cue - _WINDOW)
    lead = grammar.LEAD.search(tags, max(start, cue - _LEAD), cue)
    segment = tags[start : lead.start() if lead else cue]
    if segment.endswith("w"):
        return start + len(segment) - 1, start + len(segment)
    if segment.endswith(","):
        closed, aside = grammar.CLOSED.search(segment), grammar.ASIDE.search(segment)
        match = aside if aside and (not closed or aside.start() < closed.start()) else closed
    else:
        match = grammar.SUBJECT.search(segment) or (grammar.NEAREST.search(segment) if loose else None)
    if not match:
        return None
    return start + match.start(1), start + match.end(1)


def main_subject(scene: Scene, frame: Frame, before: int | None = None) -> Range | None:
    """The subject of the last main clause that begins before the word ``before``; a subordinate one's if need be."""
    tags = scene.tags
    fallback: Range | None = None
    verbs = [
        match.start()
        for match in grammar.FINITE.finditer(
            tags, max(frame.first, (before or frame.last) - 2 * _WINDOW), before or frame.last
        )
    ]
    for verb in reversed(verbs):
        if tags[verb - 1] in "xHBrvV" and verb - 1 in verbs:
            continue
        subject = subject_before(tags, frame.first, verb, loose=False)
        if subject is None or not tags[slice(*subject)].strip("dmj,nwyl"):
            continue
        if subject[0] == frame.first or tags[subject[0] - 1] not in "zTwi":
            return subject
        fallback = subject
    return fallback
