"""English verbs of what is done to their subject: "Lund was told: “Go.”", "Lund was asked by Barasa whether"."""

from __future__ import annotations

import re

from topic_briefings.languages.claim import NO_CLAIM, SPOKEN, Claim, CueKind, Range, Rule, Scene
from topic_briefings.languages.en import grammar
from topic_briefings.languages.en.cue import Cue
from topic_briefings.languages.en.subjects import speaker_after
from topic_briefings.languages.en.words import QUESTIONS

_PUT = (CueKind.ASK, CueKind.TELL)
"""Kinds of cue with somebody whom they are put to."""
_LED_IN = re.compile(r"(?:[^.|;:QvVDpPxHB]*:|,)?Q")
"""What stands between a verb and the marked words that it leads in."""


def passive(cue: Cue) -> Claim | None:
    """A participle of somebody else's doing: "Lund was told"; a question that was put has its asker elsewhere."""
    tags, tag = cue.scene.tags, cue.scene.tags[cue.at]
    end = cue.place[1]
    if tag in "DP" and cue.kind in _PUT and tags[end : end + 1] == "i" and cue.scene.tokens[end] == "by":
        return _by_name(cue, end + 1)
    if (
        tag in "DP"
        and cue.kind is CueKind.JUDGE
        and cue.before.endswith("B")
        and (judge := _judge_behind(cue.scene, end))
    ):
        return Claim((cue.at, cue.scene.tags.index("Q", judge[1])), judge, Rule.AFTER, cue.kind)
    if tag in "DP" and cue.kind == CueKind.JUDGE and grammar.CALLED.match(tags, end, cue.frame.last):
        return Claim(cue.place, None, Rule.PASSIVE, cue.kind)  # "The bridge called “a wreck” holds"
    opens = tag == "D" and tags[cue.frame.first : cue.at] in ("", "z") and tags[cue.at + 1 : cue.at + 2] != "N"
    opens = opens or (tag in "DP" and tags[cue.at - 1 : cue.at] == "z" and cue.kind == CueKind.ASK)  # "when asked"
    if not opens and not (cue.before.endswith("B") and tag in "DP"):
        return None
    return _of_nobody(cue, end) if cue.kind is not CueKind.ASK else Claim(cue.place, None, Rule.PASSIVE, cue.kind)


def _by_name(cue: Cue, first: int) -> Claim:
    """The claim of who is named behind "by": "Lund was told by | Barasa that", "was asked by | Barasa whether"."""
    tags = cue.scene.tags
    named = grammar.NAMED_BEHIND.match(tags, first, cue.frame.last) if cue.before.endswith("B") else None
    if named is None:
        return _of_nobody(cue, first)
    put = tags.startswith("T", named.end()) or _LED_IN.match(tags, named.end()) is not None
    if put or not QUESTIONS.isdisjoint(map(str.lower, cue.scene.tokens[named.end() : named.end() + 1])):
        return Claim(cue.place, named.span(), Rule.AFTER, cue.kind)
    return NO_CLAIM


def _of_nobody(cue: Cue, end: int) -> Claim:
    """A claim without a speaker where marked words follow, which were said to the subject: "Lund was told: “Go.”".

    None is made where a source stands before it: "According to the letter, Lund was told: “Go.”".
    """
    sourced = any(claim.how is Rule.ACCORDING for claim in cue.earlier)
    led_in = cue.kind in SPOKEN and not sourced and _LED_IN.match(cue.scene.tags, end) is not None
    return Claim(cue.place, None, Rule.PASSIVE, cue.kind) if led_in else NO_CLAIM


def _judge_behind(scene: Scene, at: int) -> Range | None:
    """Who calls somebody something, behind "by" at ``at``: "Lund was described | by Ana Barasa as “a saint”"."""
    marked = scene.tags.find("Q", at)
    if scene.tokens[at : at + 1] != ["by"] or marked < 0:
        return None
    judge = speaker_after(scene, at + 1, marked)
    if judge is None:
        return None
    end = judge[1] + (scene.tokens[judge[1]] == "as")
    return judge if scene.tags[end : end + 1] == "Q" else None
