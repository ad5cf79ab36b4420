"""Marks that hold no speech: a word that is spoken of, a sign's inscription, the name of a work."""

from __future__ import annotations

from topic_briefings.extractors.quotes.fitting import Fit, Fitted
from topic_briefings.extractors.quotes.scene import SHORT, Frame, Quoted, Scene
from topic_briefings.languages.claim import Claim, CueKind, Rule

_DOING = frozenset((CueKind.ACT, CueKind.SHOW, CueKind.VERB))
"""Kinds of cue that tell of no words."""
_STOPS = (".", "!", "?", "…")


def is_mentioned(scene: Scene, frame: Frame, quoted: Quoted) -> bool:
    """Whether the marks hold a word that is only spoken of, a work's name or what a sign reads."""
    mentions, inner = scene.attribution.mentions, quoted.stretch.inner
    if mentions is None or quoted.first == frame.first:
        return False
    opening, place = scene.body[inner.start : inner.start + 1], (quoted.first, quoted.last)
    return mentions.mentioned(scene, frame, place, opening, title=quoted.title, whole=quoted.complete)


def is_polled(scene: Scene, claim: Claim) -> bool:
    """Whether the words are those of a poll, to which a share of those asked agreed."""
    mentions = scene.attribution.mentions
    return mentions is not None and mentions.polled(scene, claim.speaker)


def is_held(scene: Scene, quoted: Quoted, best: Fitted) -> bool:
    """Whether the writer holds marked words at arm's length, with no verb of saying beside them.

    One before a noun ('promoting "quack" cures'), or a few between an article and a noun ('a "stand down" order').
    """
    claim = best.claim
    if claim.how is Rule.AFTER and claim.kind is CueKind.ACT and not quoted.complete:
        return True  # "those who chose “honest and true” voted for Lund"
    if _modifies(scene, quoted) and claim.kind is not CueKind.VERB:
        behind = (
            claim.how is Rule.AFTER and claim.cue[1] <= quoted.first
        )  # '… said Lund before a "law and order" rally'
        return behind or claim.kind in _DOING or (claim.kind is CueKind.JUDGE and best.fit < Fit.BEFORE)
    if not quoted.short or claim.kind not in _DOING or quoted.stretch.inner.of(scene.body).count(" "):
        return False
    return scene.tags[quoted.last : quoted.last + 1] in ("n", "a", "y", "u") and scene.tags[quoted.last - 1] == "q"


def _modifies(scene: Scene, quoted: Quoted) -> bool:
    """Whether a few marked words stand between an article and a noun."""
    few = quoted.stretch.inner.of(scene.body).count(" ") < SHORT
    return few and scene.tags[quoted.first - 1] == "d" and scene.tags[quoted.last : quoted.last + 1] in ("n", "u", "y")


def is_named(scene: Scene, frame: Frame, quoted: Quoted) -> bool:
    """Whether the marks hold the name of something: "the film “…”", "“…,” by Ann Lee"."""
    tags, body, attribution = scene.tags, scene.body, scene.attribution
    if tags[quoted.last : quoted.last + 1] == "i" and scene.tokens[quoted.last] == "by":
        return tags[quoted.last + 1 : quoted.last + 2] in ("N", "d", "u")
    inner = quoted.stretch.inner.of(body).strip()
    said = attribution.whole_is_said and inner[-1:] in _STOPS
    before = tags[quoted.first - 1] in attribution.before_named
    return quoted.first > frame.first and (inner[:1].isupper() or inner[:1].isdigit()) and before and not said
