"""What English only supposes or denies to have been said: "never said", "if Lund says", "denied that she said"."""

from __future__ import annotations

import re

from topic_briefings.languages.claim import Claim, Frame, Range, Rule, Scene
from topic_briefings.languages.en.lexicon import singular
from topic_briefings.languages.en.words import base_of, word_set

_BOTH = re.compile(r"x[r]*[eEyY][^,.;:]{0,3}c$")
"""A denied verb and the "and" behind it."""
_SHORT = 4
"""Words of a subject that is looked at: "nobody", "the mayor of Tarn"."""
_NEVER = 3
"""Words of "at no point", "under no circumstances"."""
_DENIED = 4
"""Words before a verb in which its "not" or "never" stands."""


def denied(scene: Scene, frame: Frame, claim: Claim) -> bool:
    """Whether the verb of ``claim`` is denied or only supposed."""
    at, speaker = claim.cue[0], claim.speaker
    if at > frame.first and scene.tags[at - 1] in "rxHcB" and _by_its_adverb(scene, frame, at):
        return True
    if (scene.tags[at] in "GE" or scene.tags[at - 1] == "H") and _by_another_verb(scene, frame, at):
        return True
    if speaker is None:
        return False
    if in_a_denial(scene, frame, claim):
        return True
    if _at_no_time(scene, frame, speaker):
        return True
    if speaker[1] - speaker[0] > _SHORT and scene.tokens[speaker[0]].lower() != "neither":
        return False
    if at - speaker[0] == 1 and list(map(str.lower, scene.tokens[at - 2 : at + 1])) == ["as", "they", "say"]:
        return True
    return by_nobody(scene, speaker) or (claim.how is Rule.BEFORE and _by_condition(scene, frame, claim))


def _by_its_adverb(scene: Scene, frame: Frame, at: int) -> bool:
    """Whether it was not, never or only would have been said: "did not say", "would have said"."""
    if scene.tags[at - 1] == "c":
        return _with_another(scene, frame, at)
    if scene.tokens[at - 1].lower() in word_set("merely"):
        return False  # "did not only say"
    start = max(frame.first, at - _DENIED)
    for word in range(at - 1, start - 1, -1):
        if scene.tags[word] not in "rxHB":
            return False
        before = scene.tokens[word].lower()
        if before in word_set("denial") or before.endswith(("n't", "n’t")):
            return True
        if word == at - 1 and scene.tags[at] == "E" and before in word_set("perhaps"):
            return True  # "may say"
        if scene.tags[word] == "H" and before == "have" and word > start and scene.tags[word - 1] == "x":
            return scene.tokens[word - 1].lower() in word_set("supposing") | word_set("denial")
    return False


def _with_another(scene: Scene, frame: Frame, at: int) -> bool:
    """Whether a "not" before another verb holds for this one too: "did not come out and say"."""
    match = _BOTH.search(scene.tags, max(frame.first, at - 2 * _DENIED), at) if scene.tags[at] == "E" else None
    words = [scene.tokens[word].lower() for word in range(*match.span())] if match else []
    return any(word in word_set("denial") or word.endswith(("n't", "n’t")) for word in words)


def _by_another_verb(scene: Scene, frame: Frame, at: int) -> bool:
    """Whether another verb says that it was not said: "denied saying", "refused to say", "without having said"."""
    verb = at - 1 - (scene.tags[at - 1 : at] in ("t", "H"))
    verb -= scene.tags[verb] == "r"  # "denied ever saying"
    if verb > frame.first + 1 and scene.tags[verb] == ",":
        verb = _before_aside(scene, frame, verb)  # "refused, on Monday, to say"
    if verb < frame.first:
        return False
    word = scene.tokens[verb].lower()
    if word == "as":
        return _is_misquoted(scene, verb - 1)
    if word == "of" and scene.tokens[verb - 1] == "short":
        return True  # "stopped short of saying"
    if word in ("if", "though") and scene.tokens[verb - 1].lower() == "as":
        return True  # "shrugged, as if to say"
    if scene.tags[at - 1] == "t" and scene.tags[verb - 1] == "B" and base_of(word) in word_set("urging"):
        return True  # "was urged to say"
    if base_of(word) in word_set("unsaid"):
        return not _by_its_adverb(scene, frame, verb)  # "did not hesitate to say"
    return word in word_set("instead")


def _is_misquoted(scene: Scene, verb: int) -> bool:
    """Whether the verb before "as saying" tells that it was not said: "was misquoted", "was wrongly quoted"."""
    return base_of(scene.tokens[verb]) == "misquote" or scene.tokens[verb - 1].lower() in word_set("wrongly")


def _before_aside(scene: Scene, frame: Frame, comma: int) -> int:
    """The word before a short aside that ends at the word ``comma``; ``comma`` itself where none begins near."""
    begin = scene.tags.rfind(",", max(frame.first, comma - _DENIED), comma)
    return begin - 1 if begin > frame.first else comma


def by_nobody(scene: Scene, speaker: Range) -> bool:
    """Whether nobody said it: "nobody said", "said no one"."""
    word = scene.tokens[speaker[0]].lower()
    return word in word_set("nobody") or (word == "no" and speaker[1] - speaker[0] > 1)


def in_a_denial(scene: Scene, frame: Frame, claim: Claim) -> bool:
    """Whether the clause is what another denies: "denied that | she said", "rejected | reports that she said"."""
    noun = claim.how is not Rule.BEFORE and _is_report(scene.tokens[claim.cue[0]])
    at = claim.cue[0] if noun else claim.speaker[0] if claim.speaker else frame.first
    if not noun:
        if scene.tags[at] == "T":
            return False  # "dismissed a report | that says it leaks"
        at -= scene.tags[at - 1] == "T"
        if scene.tags[at] == "T" and _is_untrue(scene, at - 1):
            return True
        at -= at > frame.first and scene.tags[at] == "T" and _is_report(scene.tokens[at - 1])
    at -= 1
    while at > frame.first and scene.tags[at] in "da":
        at -= 1
    return at > frame.first and base_of(scene.tokens[at]) in word_set("denying")


def _is_untrue(scene: Scene, at: int) -> bool:
    """Whether the word before a "that" tells that it is not so: "it is false | that", "no evidence | that"."""
    word, before = scene.tokens[at].lower(), scene.tokens[at - 1].lower()
    return (word in word_set("untrue") and scene.tags[at - 1] in "Br") or (
        word in word_set("evidence") and before in ("no", "little")
    )


def _is_report(word: str) -> bool:
    """Whether a word is what somebody has said, and another may deny: "claims", "rumours"."""
    noun = singular(word.lower())
    return noun in word_set("report") or noun in word_set("assertion")


def _at_no_time(scene: Scene, frame: Frame, speaker: Range) -> bool:
    """Whether the sentence begins with when it was said, and that is never: "At no point did Lund say"."""
    first, at = frame.first, speaker[0] - 1
    if at <= first or scene.tags[at] not in "xHB":
        return False
    opening = list(map(str.lower, scene.tokens[first:at]))
    return opening == ["never"] or (len(opening) == _NEVER and opening[1] == "no")


def _by_condition(scene: Scene, frame: Frame, claim: Claim) -> bool:
    """Whether it is only supposed: "if Lund says", "had she said"."""
    if claim.speaker is None or scene.tags[claim.speaker[1] : claim.cue[0]].strip("BxHrt"):
        return False
    before = claim.speaker[0] - 1
    if before < frame.first:
        return False
    return scene.tokens[before].lower() in word_set("condition") or (
        before == frame.first and scene.tokens[before] == "Had"
    )
