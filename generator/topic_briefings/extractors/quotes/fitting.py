"""How well a claim fits words in quotation marks.

A claim right beside the marked words is surest; before them, a verb of saying fits better than one of thinking
or doing, a nearer one better than a farther one, and one in a relative clause or an infinitive worse.
"""

from __future__ import annotations

from typing import NamedTuple

from topic_briefings.extractors.quotes.claim import Claim
from topic_briefings.extractors.quotes.scene import Quoted, Scene

REACH = 80
"""Words between a cue and the marked words it may report."""
_CLAUSE = 6
"""Words between a cue and its "that"."""
_ANIMATE = frozenset("Nuhwdq")
"""Letters of phrases that may speak."""
_REPORTS = frozenset("VDA;:Q")
"""Letters of what begins another statement."""
JOIN = ',:-"j'
"""Letters that may stand between marked words and the claim beside them."""
KIND = {"say": 3.0, "tell": 3.0, "ask": 3.0, "judge": 2.0, "show": 1.0, "think": 1.0, "act": 1.0, "verb": 0.5}
"""What a kind of cue adds."""
_LEAST = 0.5
"""What a claim weighs that can report the words at all."""
_BESIDE, _BESIDE_UNKNOWN, _CLOSING, _FAR, _BEFORE = 12.0, 4.0, 6.5, 1.0, 3.0


class Fit(NamedTuple):
    """The claim that fits marked words best."""

    claim: Claim
    weight: float
    lead: float
    """By how much it fits better than the best claim of another speaker."""
    close: bool
    """The claim stands right beside the marked words."""


def best_fit(scene: Scene, quoted: Quoted, found: list[Claim]) -> Fit | None:
    """The claim of ``found`` that reports ``quoted``; None when none can. A later one wins a tie."""
    weights = [
        (weight + number / 100, number)
        for number, claim in enumerate(found)
        if (weight := _weight(scene, quoted, claim))
    ]
    if not weights:
        return None
    most, at = max(weights)
    best = found[at]
    second = max((weight for weight, number in weights if found[number].speaker != best.speaker), default=0.0)
    return Fit(best, most, most - second, most >= _BESIDE_UNKNOWN + 4 and _touches(scene.tags, quoted, best))


def _touches(tags: str, quoted: Quoted, claim: Claim) -> bool:
    """Whether nothing but marks, and a "to" or "that" before it, parts the words from their claim."""
    if claim.cue[1] <= quoted.first:
        return not tags[claim.cue[1] : quoted.first].strip(",:thoT")
    return not tags[quoted.last : start_of(claim)].strip(JOIN)


def start_of(claim: Claim) -> int:
    """Where the words of the claim begin: its speaker, or its cue where the speaker stands elsewhere."""
    return min(claim.cue[0], claim.speaker[0]) if claim.speaker and claim.how != "shared" else claim.cue[0]


def _weight(scene: Scene, quoted: Quoted, claim: Claim) -> float:
    """How well ``claim`` reports ``quoted``; 0 when it cannot."""
    if quoted.short and scene.tags[quoted.last : quoted.last + 1] == ":":
        return 0.0  # told the "Harbour Times": the marks hold a name
    if claim.cue[1] <= quoted.first:
        weight = _weight_before(scene.tags, quoted, claim)
        doubt = claim.speaker is None or claim.how == "fronted"
        return max(weight - 3.0, _LEAST) if doubt else weight
    if quoted.short:
        return _CLOSING if _reported_word(scene, quoted, claim) else 0.0
    start = start_of(claim)
    between = scene.tags[quoted.last : start]
    if start >= quoted.last and not between.strip(JOIN) and (claim.how != "shared" or len(between) <= 1):
        return _BESIDE if claim.kind != "verb" else _BESIDE_UNKNOWN
    if claim.kind not in ("say", "tell", "ask") or claim.how == "shared":
        return 0.0
    return _CLOSING if start and scene.tags[start - 1] == "," and _closes(scene.tags, claim) else _FAR


def _reported_word(scene: Scene, quoted: Quoted, claim: Claim) -> bool:
    """Whether a word or two in marks is part of what is reported: 'It was "no better", said Lund.'"""
    opening = quoted.stretch.inner.start
    return (
        claim.how == "after"
        and claim.kind == "say"
        and quoted.last < claim.cue[0]
        and scene.body[opening : opening + 1].islower()
        and scene.tags[claim.cue[0] - 1] == ","
        and _REPORTS.isdisjoint(scene.tags[quoted.last : claim.cue[0]])
        and scene.tags[quoted.first - 1] != "N"
    )


def _weight_before(tags: str, quoted: Quoted, claim: Claim) -> float:
    """A cue before the words it reports: better the nearer it is, and the more its kind reports."""
    between = tags[claim.cue[1] : quoted.first]
    near = len(between) <= 3 and not between.strip("roithd,:T")
    bonus = (3.0 if claim.kind in ("say", "tell", "ask", "judge") else 1.0) if near else 0.0
    if between.startswith("T"):
        bonus += 1.5
    if between.endswith("T") and len(between) < _CLAUSE and claim.kind in ("say", "tell", "ask"):
        bonus += 6.5  # "claimed on Tuesday that": the marked words are the whole clause
    if claim.how == "according" and claim.cue[0] and tags[claim.cue[0] - 1] not in ".|":
        bonus -= 2.0  # "he wrote, according to a newspaper": the nearer source comes second
    if tags[quoted.first - 1] == ":" and "Q" in between:
        bonus -= 3.0
    if not near and claim.speaker and _ANIMATE.isdisjoint(tags[slice(*claim.speaker)]):
        bonus -= 2.0
    if tags[claim.cue[0]] == "E" and tags[claim.cue[0] - 1] in "xt":
        bonus -= 1.0 if tags[claim.cue[0] - 1] == "x" else 2.0
    if claim.speaker and tags[claim.speaker[0]] == "w" and not near:
        bonus -= 1.5
    return _BEFORE + KIND[claim.kind] + bonus


def _closes(tags: str, claim: Claim) -> bool:
    """Whether the sentence ends with the claim, but for a day or an aside."""
    end = max(claim.cue[1], claim.speaker[1] if claim.speaker else 0)
    return not tags[end : end + 4].partition(".")[0].strip("lim,|")
