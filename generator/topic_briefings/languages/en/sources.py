"""Claims whose source stands beside a word that is no verb: "according to Lund", "per Lund", "in Lund's words"."""

from __future__ import annotations

from topic_briefings.languages.claim import NO_CLAIM, Claim, CueKind, Rule
from topic_briefings.languages.en import grammar
from topic_briefings.languages.en.cue import Cue
from topic_briefings.languages.en.subjects import speaker_after
from topic_briefings.languages.en.words import ARTICLES, word_set


def according(cue: Cue) -> Claim | None:
    """The source after "according to"."""
    scene, frame, at = cue.scene, cue.frame, cue.at
    if scene.tags[at + 1 : at + 2] != "t":
        return NO_CLAIM
    speaker = speaker_after(scene, at + 2, frame.last)
    if speaker and scene.tags[slice(*speaker)].endswith("N") and scene.tags[speaker[1] : speaker[1] + 1] == "Y":
        speaker = (speaker[0], speaker[1] + 1)  # "its FEC reports"
    aside = scene.tags.find(",w", *speaker) if speaker and at == frame.first else -1
    if speaker and aside > 0:
        close = scene.tags.find(",", aside + 1, speaker[1])
        speaker = (speaker[0], close + 1 if close > 0 else speaker[1])  # "According to Lund, who was there, …"
    return Claim((at, at + 2), speaker, Rule.ACCORDING if speaker else Rule.NONE, CueKind.SAY)


def per(cue: Cue) -> Claim | None:
    """The source after "per", right behind marked words."""
    scene, at = cue.scene, cue.at
    if scene.tokens[at] != "per":
        return None
    speaker = speaker_after(scene, at + 1, cue.frame.last) if scene.tags[at - 1] == "Q" else None
    return Claim((at, at + 1), speaker, Rule.ACCORDING, CueKind.SAY) if speaker else NO_CLAIM


def in_words(cue: Cue) -> Claim | None:
    """The source in "in Lund's words" and "in the view of the port"."""
    scene, frame, at = cue.scene, cue.frame, cue.at
    tokens = scene.tokens
    if scene.tags[at] == "i":
        match = grammar.SOURCE.match(scene.tags, at + 1, frame.last)
        if tokens[at].lower() != "in" or match is None or tokens[match.end() - 1] not in word_set("utterance"):
            return NO_CLAIM
        return Claim((at, match.end()), match.span(1), Rule.ACCORDING, CueKind.SAY)
    owned = tokens[at - 2].lower() not in ARTICLES  # "in his assessment of Lund"
    if tokens[at - 3].lower() != "in" or tokens[at - 1] not in word_set("utterance") or owned:
        return NO_CLAIM
    speaker = speaker_after(scene, at + 1, frame.last)
    return Claim((at - 3, at + 1), speaker, Rule.ACCORDING, CueKind.SAY) if speaker else NO_CLAIM
