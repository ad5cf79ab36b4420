"""Claims whose subject stands behind their verb: "“It holds,” said Ana Lund", "The bridge, says Lund, holds"."""

from __future__ import annotations

import re

from topic_briefings.languages.claim import Claim, CueKind, Range, Rule, Scene
from topic_briefings.languages.en.cue import Cue
from topic_briefings.languages.en.people import is_person_noun
from topic_briefings.languages.en.subjects import has_subject, speaker_after
from topic_briefings.languages.en.words import word_set

_SPOKEN = (CueKind.SAY, CueKind.TELL, CueKind.ASK, CueKind.VERB)
"""Kinds of cue that a subject follows more often than an object."""
_FOLLOWED = (CueKind.SAY, CueKind.ASK, CueKind.VERB)
"""Kinds of cue that a subject may follow where no quotation stands right beside them."""
_INSERTED = 3
"""Words before "said Lund" where it is put into a sentence: "The bridge, said Lund, holds"."""
_SHORT_CLAUSE = 5
"""Words that a statement without marks has at least before its claim."""
_HEAD = re.compile(r"[^gpPDGwfi,(]*")
"""A noun phrase up to what describes its head."""
_ACTS = re.compile(r"(?<=[Nh])[pDvVgG]")
"""A name or pronoun and what its owner did: no phrase that names a speaker, but a clause."""


def behind(cue: Cue) -> Claim | None:
    """The subject after the verb, where quoted or reported words stand right before it."""
    tags, end = cue.scene.tags, cue.place[1]
    if tags[cue.at] == "G":
        return None
    beside = cue.at > cue.frame.first and tags[cue.at - 1] == "Q" and tags[end : end + 1] in ("N", "u")
    if not beside and cue.kind not in _FOLLOWED:
        return None
    speaker = _after(cue, end)
    if speaker is None:
        return None
    replied = cue.kind is CueKind.VERB and _is_reply(cue.scene, speaker)
    return Claim(cue.place, speaker, Rule.AFTER, CueKind.SAY if replied else cue.kind)


def _is_reply(scene: Scene, place: Range) -> bool:
    """Whether a phrase is of somebody's words: "came the reply from Lund"."""
    head = _HEAD.match(scene.tags, *place)
    return head is not None and scene.tokens[head.end() - 1] in word_set("utterance")


def _after(cue: Cue, end: int) -> Range | None:
    scene, frame, at, tags = cue.scene, cue.frame, cue.at, cue.scene.tags
    if at > frame.first and tags[at - 1] not in "bcr,Q-":
        return None
    if not tags[frame.first : at].strip("bcr,"):
        found = speaker_after(scene, end, frame.last)
        return found if found and tags[found[1] : found[1] + 1] in (":", ",", "Q") else None
    if tags[at - 1] not in "Q,-":
        return None
    found = speaker_after(scene, end, frame.last)
    return found if found and _is_subject(cue, found) else None


def _is_subject(cue: Cue, found: Range) -> bool:
    """Whether the phrase after a verb is who speaks, and not whom the verb is about."""
    frame, at, tags = cue.frame, cue.at, cue.scene.tags
    beside = "Q" in tags[max(frame.first, at - 2) : at]
    if not beside and not _is_somebody(cue.scene, found):
        return False
    follows = tags[found[1] : found[1] + 1]
    inserted = cue.kind is CueKind.SAY and follows in (",", ".") and tags[at - 1] == "," and tags[found[0]] in "Nu"
    if not beside and at - frame.first < (_INSERTED if inserted else _SHORT_CLAUSE) and follows != ":":
        return False
    if follows == "," and tags[at - 1] == "," and tags[found[1] + 1 : found[1] + 2] in ("B", "x", "H"):
        return True  # "The trouble with it, says Lund, is that …"
    if follows and (follows in "xHBvV" or (cue.kind not in _SPOKEN and follows not in ",.;|)-:")):
        return False  # "said the candidate could", "thanked the mayor for": what follows the verb is no subject
    clause = max(frame.first, tags.rfind("Q", frame.first, at) + 1)
    if not beside and (has_subject(tags, clause, at) or _ACTS.search(tags, *found)):
        return False  # "“Wet?” Barasa, a trader, asked Lund": the subject stands before its verb
    if tags[slice(*found)] == "d" and follows not in (".", ","):
        return False
    return beside or follows in ",.;|):"


def _is_somebody(scene: Scene, found: Range) -> bool:
    """Whether a phrase behind a verb is of somebody, or of what can say something: "tweeted a warning" is not."""
    head = _HEAD.match(scene.tags, *found)
    letters = head[0] if head else ""
    return (
        not letters.startswith("dn") or "N" in letters or "u" in letters or is_person_noun(scene.tokens[found[0] + 1])
    )
