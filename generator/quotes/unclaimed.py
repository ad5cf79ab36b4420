"""Speakers of marked words that no claim in their sentence reports.

In their sentence: a label before them, a name signed after them, a verb that no list knows, or the subject of the
writer's sentence. Where the marked words stand alone: the sentence before that ends in a colon, a signature in the
next paragraph, or whoever was speaking.
"""

from __future__ import annotations

import re

from generator.quotes import grammar
from generator.quotes.claims import Claim, Range, claims, main_subject, subject_before
from generator.quotes.fitting import JOIN, KIND
from generator.quotes.scene import Frame, Quoted, Scene
from generator.quotes.statement import Attribution

_SIGNATURE = re.compile(r"-((?:u?j?N[Nj]*))(?:,[^.|]*)?[.j]?(?:[|]|$)")
_LABEL = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?=: \S)")
_MOST_PARAGRAPHS = 2
"""Paragraphs over which somebody who spoke keeps the floor."""


def in_sentence(scene: Scene, frame: Frame, quoted: Quoted, number: int) -> Attribution:
    """The statement of marked words that no claim of their own sentence reports."""
    item = Attribution(content=[(quoted.first, quoted.last)], quoted=[quoted], frame=number)
    if _labelled(scene, quoted, item) or _beside(scene, frame, quoted, item):
        return item
    if scene.tags[frame.first : quoted.first].strip(JOIN + "cb"):
        item.speaker = _label(scene, frame, quoted) or main_subject(scene, frame)
        item.how = "sentence"
    return item


def alone(scene: Scene, frame: Frame, previous: Frame | None, item: Attribution, last: Attribution | None) -> None:
    """Give marked words that stand alone the speaker that the text around them shows.

    ``last`` is the statement made last before, ``previous`` the sentence before.
    """
    if _announced(scene, previous, item) or _signed(scene, frame, item):
        return
    if _sentence_before(scene, frame, previous, item, last):
        return
    if last is not None and last.speaker and scene.frames[last.frame].paragraph >= frame.paragraph - _MOST_PARAGRAPHS:
        far = scene.frames[last.frame].paragraph < frame.paragraph
        item.speaker, item.how = last.speaker, "later" if far else "carried"
        item.weight, item.lead = last.weight, last.lead
    elif previous is not None:
        claim = _strongest([c for c in claims(scene, previous) if c.kind in ("say", "tell") and c.speaker])
        if claim:
            item.speaker, item.cue, item.how = claim.speaker, claim.cue, "previous"


def _sentence_before(
    scene: Scene, frame: Frame, previous: Frame | None, item: Attribution, last: Attribution | None
) -> bool:
    """The subject of the sentence before in the same paragraph, where nobody has spoken in that paragraph yet."""
    if previous is None or previous.paragraph != frame.paragraph or previous.quoted:
        return False
    if last is not None and scene.frames[last.frame].paragraph == frame.paragraph:
        return False
    subject = main_subject(scene, previous)
    if subject is None or not set(scene.tags[slice(*subject)]) & set("Nh"):
        return False
    item.speaker, item.how = subject, "previous"
    return True


def goes_on(scene: Scene, frame: Frame, item: Attribution, last: Attribution) -> bool:
    """Whether a sentence that is nothing but marked words goes on with the quotation before it."""
    if not item.quoted or not last.quoted or item.cue or item.speaker or last.speaker is None:
        return False
    paragraph = scene.frames[last.frame].paragraph
    if last.quoted[-1].stretch.continues:
        return paragraph + len(last.quoted) >= frame.paragraph - 1
    return frame.first == item.quoted[0].first and paragraph == frame.paragraph and last.how in _STEADY


_STEADY = frozenset(("before", "after", "shared", "according", "beside"))


def speaks(scene: Scene, item: Attribution) -> bool:
    """Whether a statement without marks shows who has the floor."""
    told = item.kind in ("say", "tell") and item.how in ("before", "after")
    return told and item.speaker is not None and scene.tags[item.speaker[0]] != "w"


def _labelled(scene: Scene, quoted: Quoted, item: Attribution) -> bool:
    """A transcript's label inside the marks: ``"SMITH: No."``"""
    inner = quoted.stretch.inner
    match = _LABEL.match(scene.body, inner.start, inner.end)
    if match:
        item.speaker = (scene.words.at(match.start()), scene.words.at(match.end()))
        item.how = "label"
    return match is not None


def _beside(scene: Scene, frame: Frame, quoted: Quoted, item: Attribution) -> bool:
    """A signature, or a subject and a verb that is no known cue, right after the stretch."""
    signature = _SIGNATURE.match(scene.tags, quoted.last)
    if signature:
        item.speaker, item.how = signature.span(1), "signed"
        return True
    match = grammar.BESIDE.match(scene.tags, quoted.last, frame.last)
    if match and quoted.complete and not quoted.short:
        item.speaker, item.cue, item.how = match.span(1), match.span(2), "beside"
        return True
    return False


def _label(scene: Scene, frame: Frame, quoted: Quoted) -> Range | None:
    """The name before a colon: ``Smith: "No."``"""
    if scene.tags[frame.first : quoted.first].endswith(":"):
        return subject_before(scene.tags, frame.first, quoted.first - 1)
    return None


def _announced(scene: Scene, previous: Frame | None, item: Attribution) -> bool:
    """The sentence before ends in a colon, and so speaks of what follows."""
    if previous is None or not scene.tags[previous.first : previous.last].rstrip("|.").endswith(":"):
        return False
    claim = _strongest(claims(scene, previous))
    item.speaker = claim.speaker if claim else main_subject(scene, previous)
    item.cue = claim.cue if claim else None
    item.how = "colon"
    return item.speaker is not None


def _signed(scene: Scene, frame: Frame, item: Attribution) -> bool:
    """A name in the paragraph under a quotation, after a dash: "– Ann Lee, Leeds"."""
    end = frame.last
    while end < len(scene.tags) and scene.tags[end] == "|":
        end += 1
    match = _SIGNATURE.match(scene.tags, end)
    if match is None or item.quoted[-1].last < frame.last - 2:
        return False
    item.speaker, item.how = match.span(1), "signed"
    return True


def _strongest(found: list[Claim]) -> Claim | None:
    return max(reversed(found), key=lambda claim: KIND[claim.kind], default=None)
