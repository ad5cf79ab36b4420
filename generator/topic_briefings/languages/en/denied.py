"""What English only supposes or denies to have been said: "never said", "if Lund says", "nobody said"."""

from __future__ import annotations

from topic_briefings.languages.claim import Claim, Frame, Rule, Scene
from topic_briefings.languages.en.words import base_of, word_set

_DENIED = 4
"""Words before a verb in which its "not" or "never" stands."""


def denied(scene: Scene, frame: Frame, claim: Claim) -> bool:
    """Whether the verb of ``claim`` is denied or only supposed."""
    at = claim.cue[0]
    return (
        _by_its_adverb(scene, frame, at)
        or _by_another_verb(scene, frame, at)
        or _by_its_subject(scene, claim)
        or _by_condition(scene, frame, claim)
    )


def _by_its_adverb(scene: Scene, frame: Frame, at: int) -> bool:
    """Whether it was not, never or only would have been said: "did not say", "would have said"."""
    if at == frame.first or scene.tags[at - 1] not in "rxH":
        return False  # most verbs
    start = max(frame.first, at - _DENIED)
    for word in range(at - 1, start - 1, -1):
        if scene.tags[word] not in "rxH":
            return False
        before = scene.tokens[word].lower()
        if before in word_set("denial") or before.endswith(("n't", "n’t")):
            return True
        if scene.tags[word] == "H" and before == "have" and word > start and scene.tags[word - 1] == "x":
            return scene.tokens[word - 1].lower() in word_set("supposing")
    return False


def _by_another_verb(scene: Scene, frame: Frame, at: int) -> bool:
    """Whether another verb says that it was not said: "denied saying", "refused to say", "without saying"."""
    verb = at - 1 - (scene.tags[at - 1 : at] == "t")
    if scene.tags[at] not in "GE" or verb < frame.first:
        return False
    word = scene.tokens[verb].lower()
    return base_of(word) in word_set("unsaid") or word in word_set("instead")


def _by_its_subject(scene: Scene, claim: Claim) -> bool:
    """Whether nobody said it: "nobody said", "said no one"."""
    if claim.speaker is None or claim.speaker[1] - claim.speaker[0] > 2:
        return False
    words = [token.lower() for token in scene.tokens[slice(*claim.speaker)]]
    return words[0] in word_set("nobody") if len(words) == 1 else words == ["no", "one"]


def _by_condition(scene: Scene, frame: Frame, claim: Claim) -> bool:
    """Whether it is only supposed: "if Lund says", "had she said"."""
    if claim.how is not Rule.BEFORE or claim.speaker is None or claim.speaker[1] != claim.cue[0]:
        return False
    before = claim.speaker[0] - 1
    if before < frame.first:
        return False
    return scene.tokens[before].lower() in word_set("condition") or (
        before == frame.first and scene.tokens[before] == "Had"
    )
