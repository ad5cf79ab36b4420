"""How sure it is that the speaker said it.

A sum of log-odds, as in a hand-made naive Bayes: which rule found the speaker, by how much it led over the next
one, what kind of cue it was and what kind of phrase names the speaker. The numbers were set by eye from how often
each is right on news text; ``benchmarks/calibration.py`` prints that table and the reliability of the result.
The odds of the phrase are then lessened by those of its owner, where a pronoun or a short name was resolved.
"""

from __future__ import annotations

from math import exp

from generator.quotes.resolution import Identity
from generator.quotes.scene import Scene
from generator.quotes.statement import Attribution

THRESHOLD = 0.75
"""The least confidence at which a page names the speaker."""

_RULE = {
    "before": 3.0, "after": 3.3, "according": 2.8, "colon": 2.7, "signed": 2.5, "label": 2.2, "beside": 2.0,
    "carried": 1.3, "shared": 1.3, "later": 0.2, "sentence": -0.3, "previous": -0.5, "reduced": -1.3,
    "passive": -3.0, "none": -3.0,
}  # fmt: skip
_LEADS = ((11.0, 2.0), (6.0, 0.3), (3.0, -1.6), (0.9, -0.9), (0.0, -2.3))
_CUE = {"say": 0.0, "tell": 0.0, "ask": -0.6, "judge": -0.7, "show": -0.8, "act": -0.8, "think": -1.3, "verb": -2.0}
_PHRASE = {"h": 0.0, "N": 0.0, "w": -0.6, "u": -0.7, "n": -2.0}
_APART = frozenset(("colon", "signed", "label", "beside", "sentence", "previous"))
"""Rules that no other claim competes with."""


def confidence(scene: Scene, item: Attribution, identity: Identity | None) -> float:
    """0 to 1; 0 where there is no speaker."""
    if identity is None or item.speaker is None:
        return 0.0
    odds = _RULE[item.how] + _PHRASE[phrase_sort(scene, item)]
    if item.how not in _APART:
        odds += _CUE[item.kind]
        if item.quoted:
            odds += next(gain for least, gain in _LEADS if item.lead >= least)
    return round(min(identity.sure, 1.0) / (1 + exp(-odds)), 4)


def phrase_sort(scene: Scene, item: Attribution) -> str:
    """What names the speaker: ``h`` a pronoun, ``w`` a relative one, ``N`` a name, ``u`` a description, ``n`` other."""
    if item.speaker is None:
        return "n"
    tags = scene.tags[slice(*item.speaker)]
    for letter in "hNwu":
        if letter in tags:
            return letter
    return "n"
