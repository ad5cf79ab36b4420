"""The claims of one sentence: each cue with the phrase that names its speaker.

A cue is a verb that reports ("said", "has promised", "adding") or "according to". The rules here follow English
word order: subject before the verb, or after it where the quotation comes first. Those of German are in
``topic_briefings.extractors.quotes.german``.
"""

from __future__ import annotations

from topic_briefings.extractors.quotes import german, grammar
from topic_briefings.extractors.quotes.claim import Claim, Range
from topic_briefings.extractors.quotes.scene import Frame, Scene
from topic_briefings.text.words import base_of, cue_kind, is_past, word_set

_LEAD = 20
"""Words that may stand between a subject and its verb."""
_SUBORDINATE = frozenset("zTwivpePyVDEYG")
"""Letters before the subject of a clause that is part of another: "said he saw"."""
_SPOKEN = ("say", "tell", "ask", "verb")
"""Kinds of cue that a subject follows more often than an object."""
_SHORT_CLAUSE = 5
"""Words that a statement without marks has at least before its claim."""
_WINDOW = 70
"""Words before a cue in which its subject may begin."""


def claims(scene: Scene, frame: Frame) -> list[Claim]:
    """The claims of ``frame`` in the order of their cues."""
    if scene.language == "de":
        return german.claims(scene, frame)
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
    if tag in "if":
        return _in_words(scene, frame, at)
    kind, particles = cue_kind(scene.words.tokens[at], scene.language)
    cue = (at, _cue_end(scene, at, particles))
    if particles and cue[1] == at + 1 and any(particle.startswith("+") for particle in particles):
        kind = "verb"
    before = tags[max(frame.first, at - 3) : at].rstrip("r")
    if (before.endswith("B") and tag in "DP") or (
        tag == "D" and tags[frame.first : at] in ("", "z") and tags[at + 1 : at + 2] != "N"
    ):
        return Claim(cue=cue, speaker=None, how="passive", kind=kind) if kind == "ask" else None
    beside = at > frame.first and tags[at - 1] == "Q" and tags[cue[1] : cue[1] + 1] in ("N", "u")
    if tag != "G" and (beside or kind in ("say", "ask", "verb", "judge")):
        after = _after(scene, frame, at, cue[1], kind)
        if after:
            return Claim(cue=cue, speaker=after, how="after", kind=kind)
    if tag == "G" and (at == frame.first or tags[at - 1] == "z"):
        # "Recalling that day, Lee said": the subject comes after it.
        subject = main_subject(scene, frame)
        return Claim(cue=cue, speaker=subject, how="fronted" if subject else "none", kind=kind)
    if tag == "G" and not before.endswith("B") and not _chained(tags, frame.first, at):
        return _participle(scene, frame, cue, kind, earlier)
    return _of_subject_before(scene, frame, cue, kind, earlier)


def _chained(tags: str, first: int, at: int) -> Range | None:
    """The subject of the verb that a further one hangs on: "keeps talking about", "wanted to show"."""
    if tags[at] not in "GE":
        return None
    verb = at - (2 if tags[at - 1] == "t" else 1)
    if verb > first and tags[verb] in "vVDpPyY" and tags[at - 1] not in "c,":
        return subject_before(tags, first, verb)
    return None


def _of_subject_before(scene: Scene, frame: Frame, cue: Range, kind: str, earlier: list[Claim]) -> Claim | None:
    """The claim of a verb whose subject stands before it, at once or some way off."""
    tags, at = scene.tags, cue[0]
    chained = _chained(tags, frame.first, at)
    if chained:
        return Claim(cue=cue, speaker=chained, how="chained", kind=kind)
    if tags[max(frame.first, at - 3) : at].rstrip("r").endswith(("c", "t", "b")):
        return _shared(scene, frame, cue, kind, earlier)
    subject = subject_before(tags, frame.first, at)
    if subject is None:
        return _shared(scene, frame, cue, kind, earlier)
    if tags[at] in "YE" and subject[1] == at and not _agrees(scene.words.tokens[subject[0]], scene.words.tokens[at]):
        return None
    return Claim(cue=cue, speaker=subject, how="before", kind=kind)


def _agrees(first: str, verb: str) -> bool:
    """Whether a phrase that begins with ``first`` can be the subject of ``verb``: "a records request" is no clause."""
    return first.lower() not in ("a", "an", "each", "every") or base_of(verb) != verb.lower() or is_past(verb)


def _cue_end(scene: Scene, at: int, particles: frozenset[str]) -> int:
    if not particles or at + 1 >= len(scene.tags):
        return at + 1
    following = scene.words.tokens[at + 1]
    return at + 2 if following in particles or "+" + following in particles else at + 1


def _according(scene: Scene, frame: Frame, at: int) -> Claim | None:
    if scene.tags[at + 1 : at + 2] != "t":
        return None
    speaker = speaker_after(scene, at + 2, frame.last)
    aside = scene.tags.find(",w", *speaker) if speaker and at == frame.first else -1
    if speaker and aside > 0:
        close = scene.tags.find(",", aside + 1, speaker[1])
        speaker = (speaker[0], close + 1 if close > 0 else speaker[1])  # "According to Lund, who was there, …"
    return Claim(cue=(at, at + 2), speaker=speaker, how="according" if speaker else "none", kind="say")


def _in_words(scene: Scene, frame: Frame, at: int) -> Claim | None:
    """The source in "in Lund's words" and "in the view of the port"."""
    tokens = scene.words.tokens
    if scene.tags[at] == "i":
        match = grammar.SOURCE.match(scene.tags, at + 1, frame.last)
        if tokens[at].lower() != "in" or match is None or tokens[match.end() - 1] not in word_set("utterance"):
            return None
        return Claim(cue=(at, match.end()), speaker=match.span(1), how="according", kind="say")
    if tokens[at - 3].lower() != "in" or tokens[at - 1] not in word_set("utterance"):
        return None
    speaker = speaker_after(scene, at + 1, frame.last)
    return Claim(cue=(at - 3, at + 1), speaker=speaker, how="according", kind="say") if speaker else None


def _after(scene: Scene, frame: Frame, at: int, end: int, kind: str) -> Range | None:
    """The speaker after the cue, where quoted or reported words stand right before it."""
    tags = scene.tags
    if at > frame.first and tags[at - 1] not in "bcr,Q-":
        return None
    beside = "Q" in tags[max(frame.first, at - 2) : at]
    if not tags[frame.first : at].strip("bcr,"):
        found = speaker_after(scene, end, frame.last)
        return found if found and tags[found[1] : found[1] + 1] in (":", ",", "Q") else None
    if tags[at - 1] not in "Q,-":
        return None
    found = speaker_after(scene, end, frame.last)
    follows = tags[found[1] : found[1] + 1] if found else ""
    if not beside and at - frame.first < _SHORT_CLAUSE and follows != ":":
        return None
    if follows and (follows in "xHBvV" or (kind not in _SPOKEN and follows not in ",.;|)-:")):
        return None  # "said the candidate could", "thanked the mayor for": what follows the verb is no subject
    if (
        found is None
        or (tags[slice(*found)] == "d" and follows not in (".", ","))
        or (not beside and tags[found[1] : found[1] + 1] not in ",.;|)")
    ):
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
    tags = scene.tags
    if earlier and tags[cue[0]] == "G" == tags[earlier[-1].cue[0]] and tags[cue[0] - 1] == "c":
        return Claim(cue=cue, speaker=earlier[-1].speaker, how="shared", kind=kind)
    if earlier and earlier[-1].cue[1] == cue[0] - 1 and tags[earlier[-1].cue[0]] in "VD" and tags[cue[0] - 1] == ",":
        return Claim(cue=cue, speaker=earlier[-1].speaker, how="shared", kind=kind)  # "Lee added, saying"
    last = next((claim for claim in reversed(earlier[-8:]) if claim.how == "after"), None)
    speaker = last.speaker if last else main_subject(scene, frame, cue[0])
    if speaker is None:
        speaker = next((claim.speaker for claim in reversed(earlier[-8:]) if claim.speaker), None)
    return Claim(cue=cue, speaker=speaker, how="shared" if speaker else "none", kind=kind)


def subject_before(tags: str, first: int, cue: int, loose: bool = True) -> Range | None:
    """The phrase that is the subject of the verb at ``cue``; None where none stands before it.

    ``loose`` also takes the nearest name or pronoun where no clause can begin ("the email Clinton sent").
    """
    if cue - first >= 2 and tags[cue - 1] == "T" and tags[cue - 2] in "nNua":
        return cue - 1, cue  # "bottles that said": a "that" right before a verb is its subject
    start = max(first, cue - _WINDOW)
    segment = tags[start : _lead(tags, start, cue)]
    last = segment[-1:]
    if last == "w":
        place = start + len(segment) - 1
        return None if tags[max(first, place - 1) : place] == "Q" else (place, place + 1)
    if last == "h" and segment[-2:-1] != "c":
        return start + len(segment) - 1, start + len(segment)
    if last == ",":
        closed, aside = grammar.CLOSED.search(segment), grammar.ASIDE.search(segment)
        match = aside if aside and (not closed or aside.start() < closed.start()) else closed
        match = match or (grammar.ENCLOSED.search(segment) if loose else None)
    elif last == "-":
        match = grammar.DASHED.search(segment)
    else:
        match = grammar.SUBJECT.search(segment) or (grammar.NEAREST.search(segment) if loose else None)
    if not match:
        return None
    return start + match.start(1), start + match.end(1)


def _lead(tags: str, first: int, cue: int) -> int:
    """Where the words between a subject and the verb at ``cue`` begin; ``cue`` itself where there are none."""
    before = tags[cue - 1]
    if before not in grammar.LEAD_ENDS or (before in "nN" and "i" not in tags[first:cue]):
        return cue  # most verbs stand right after their subject
    match = grammar.LEAD.search(tags, max(first, cue - _LEAD), cue)
    return match.start() if match else cue


def main_subject(scene: Scene, frame: Frame, before: int | None = None) -> Range | None:
    """The subject of the last main clause that begins before the word ``before``; a subordinate one's if need be."""
    if scene.language == "de":
        return german.main_subject(scene, frame)
    tags = scene.tags
    stop = frame.last if before is None else before
    start = max(frame.first, stop - 2 * _WINDOW)
    fallback: Range | None = None
    plain: Range | None = None
    for verb in range(stop - 1, start - 1, -1):
        if tags[verb] not in grammar.FINITE or (verb > start and tags[verb - 1] in "xHBvV"):
            continue
        subject = subject_before(tags, frame.first, verb, loose=False)
        if subject is None:
            continue
        if not tags[slice(*subject)].strip("dmj,nwylT"):
            plain = plain or (subject if tags[subject[0]] == "d" and subject[1] > subject[0] + 1 else None)
            continue
        if subject[0] == frame.first or tags[subject[0] - 1] not in _SUBORDINATE:
            return subject
        fallback = subject
    return fallback or plain
