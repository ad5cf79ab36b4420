"""Which claim reports which words.

Every quoted stretch is given to the claim that reports it: the one beside it, the one before it in its
sentence, the sentence before it that ends in a colon, or the voice that was speaking. What a claim reports
without marks is the rest of its sentence.

The order of preference follows Pareti, O'Keefe, Konstas, Curran and Koprinska, "Automatically Detecting and
Attributing Indirect Quotations" (2013) and O'Keefe et al., "A Sequence Labelling Approach to Quote
Attribution" (2012), who measured how far from its quotation a speaker stands in news.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from topic_briefings.extractors.quotes import unclaimed
from topic_briefings.extractors.quotes.claim import Claim
from topic_briefings.extractors.quotes.claims import claims
from topic_briefings.extractors.quotes.dialogue import turns
from topic_briefings.extractors.quotes.fitting import REACH, best_fit
from topic_briefings.extractors.quotes.scene import Frame, Scene
from topic_briefings.extractors.quotes.statement import Attribution, content, from_claim

_SPOKEN = ("say", "tell", "ask")
"""Kinds of cue after which even words printed like a title may be what somebody said."""


def attributions(scene: Scene) -> list[Attribution]:
    """All reported statements of the scene, in order of appearance."""
    found: list[Attribution] = []
    last: Attribution | None = None
    previous: Frame | None = None
    spoken = turns(scene)
    turn: Attribution | None = None
    for number, frame in enumerate(scene.frames):
        if frame.first in spoken:
            turn = spoken[frame.first]
            turn.frame = number
            found.append(turn)
        if turn is not None and frame.first < turn.content[0][1]:
            last, previous = turn, frame
            continue
        own: list[Attribution] = []
        for item in _in_frame(scene, frame, number):
            if last is not None and unclaimed.goes_on(scene, frame, item, last):
                last.quoted.extend(item.quoted)
                last.content.extend(item.content)
                continue
            if item.quoted and item.speaker is None and item.cue is None and item.how != "loose":
                unclaimed.alone(scene, frame, previous, item, last)
                if item.speaker is None and number + 1 < len(scene.frames):
                    unclaimed.following(scene, frame, scene.frames[number + 1], item)
            own.append(item)
        found.extend(own)
        last = unclaimed.floor(scene, own, last)
        previous = frame
    return found


def _in_frame(scene: Scene, frame: Frame, number: int) -> list[Attribution]:
    """The statements of one sentence."""
    if not frame.cues and not frame.quoted:
        return []
    found = claims(scene, frame)
    owned, done = _marked(scene, frame, found, number) if frame.quoted else ({}, [])
    for claim in found:
        item = owned.get(claim.cue[0])
        if item is None and (claim.speaker is None or _embedded(scene.tags, claim)):
            continue
        words = content(scene, frame, claim, item.quoted if item else [])
        if item is None and words:
            item = from_claim(claim, number)
            done.append(item)
        if item is not None:
            item.content = words or [(quoted.first, quoted.last) for quoted in item.quoted]
    if len(done) > 1:
        done.sort(key=lambda item: (item.content[0], item.cue or (0, 0)))
    return done


def _marked(
    scene: Scene, frame: Frame, found: list[Claim], number: int
) -> tuple[dict[int, Attribution], list[Attribution]]:
    """The statements with marked words: those of claims by the word of their cue, and all of them."""
    owned: dict[int, Attribution] = {}
    done: list[Attribution] = []
    cues = [claim.cue[0] for claim in found]
    for quoted in frame.quoted:
        nearby = found[bisect_left(cues, quoted.first - REACH) : bisect_right(cues, quoted.last + REACH)]
        fit = best_fit(scene, quoted, nearby)
        if fit is None or (quoted.title and not (fit.close and fit.claim.kind in _SPOKEN)):
            if not (quoted.short or quoted.title or unclaimed.is_named(scene, frame, quoted)):
                done.append(unclaimed.in_sentence(scene, frame, quoted, number))
            continue
        item = owned.get(fit.claim.cue[0])
        if item is None:
            item = owned[fit.claim.cue[0]] = from_claim(fit.claim, number)
            done.append(item)
        item.quoted.append(quoted)
        item.weight, item.lead = max(item.weight, fit.weight), max(item.lead, fit.lead)
    return owned, done


def _embedded(tags: str, claim: Claim) -> bool:
    """Whether a cue is only part of another verb's sentence: "declined to say", a verb that no list knows."""
    return claim.kind == "verb" or tags[claim.cue[0] - 1 : claim.cue[0]] == "t"
