"""Speakers of marked words that no claim in their sentence reports.

In their sentence: a label before them, a name signed after them, a verb that no list knows, or the subject of the
writer's sentence. Where the marked words stand alone: the sentence before that ends in a colon, a signature in the
next paragraph, or whoever was speaking.
"""

from __future__ import annotations

import re

from topic_briefings.extractors.quotes import german, grammar
from topic_briefings.extractors.quotes.claim import Claim, Range
from topic_briefings.extractors.quotes.claims import claims, main_subject, subject_before
from topic_briefings.extractors.quotes.fitting import JOIN, KIND
from topic_briefings.extractors.quotes.scene import Frame, Quoted, Scene
from topic_briefings.extractors.quotes.statement import Attribution

_SIGNATURE_LINE = re.compile(r"(N[Nj]*N)(?:,[^.|QVvDBxH]*)?(?:[|]|$)")
"""A paragraph that is only a name and what its owner is."""
_SIGNATURE = re.compile(r"-((?:u?j?N[Nj]*))(?:,[^.|]*)?[.j]?(?:[|]|$)")
_DESCRIBED = re.compile(r"[|-]*(N[Nj]*,[dnuafiNjm]+):")
"""A label with a role: "Karin Lind, mayor:"."""
_LABEL = re.compile(r"(?:[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,3}|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3})(?=: \S)")
_NAMING = frozenset("Nh")
"""Letters of names and pronouns."""
_MOST_PARAGRAPHS = 2
"""Paragraphs over which somebody who spoke keeps the floor."""


def in_sentence(scene: Scene, frame: Frame, quoted: Quoted, number: int) -> Attribution:
    """The statement of marked words that no claim of their own sentence reports."""
    item = Attribution(content=[(quoted.first, quoted.last)], quoted=[quoted], frame=number)
    if _labelled(scene, quoted, item) or _beside(scene, frame, quoted, item):
        return item
    if scene.language == "de" and german.reported(scene, frame):
        return item
    if scene.tags[frame.first : quoted.first].strip(JOIN + "cb"):
        label = _label(scene, frame, quoted)
        if label is not None and _opens(scene.tags, frame, label):
            item.speaker, item.how = label, "label"
            return item
        label = main_subject(scene, frame) or label
        item.speaker = label
        joined = scene.tags[quoted.first - 1] in ":,-" or quoted.complete
        item.how = "sentence" if label or joined else "loose"
    return item


def is_named(scene: Scene, frame: Frame, quoted: Quoted) -> bool:
    """Whether the marks hold the name of something: "the film “…”", "“…,” by Ann Lee"."""
    tags, body = scene.tags, scene.body
    if tags[quoted.last : quoted.last + 1] == "i" and scene.words.tokens[quoted.last] == "by":
        return tags[quoted.last + 1 : quoted.last + 2] in ("N", "d", "u")
    opening = body[quoted.stretch.inner.start : quoted.stretch.inner.start + 1]
    before = "adfi" if scene.language == "de" else "nNuadf"
    whole = scene.language == "de" and quoted.complete
    return quoted.first > frame.first and opening.isupper() and tags[quoted.first - 1] in before and not whole


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
        item.speaker, item.how = last.speaker, last.how if last.how in _WEAK else "later" if far else "carried"
        item.weight, item.lead = last.weight, last.lead
    elif previous is not None:
        claim = _strongest([c for c in claims(scene, previous) if c.kind in ("say", "tell") and c.speaker])
        if claim:
            item.speaker, item.cue, item.how = claim.speaker, claim.cue, "previous"


def following(scene: Scene, frame: Frame, after: Frame, item: Attribution) -> None:
    """The speaker that the next sentence of the paragraph gives to marked words that stand alone.

    ""…" That is what Lund told the council" is a claim; of ""…" Lund shook her head" it is only likely.
    """
    if after.paragraph != frame.paragraph or after.quoted:
        return
    if scene.words.tokens[after.first] in _BACK:
        claim = _strongest([claim for claim in claims(scene, after) if claim.speaker and claim.kind in ("say", "tell")])
        if claim and claim.speaker:
            item.speaker, item.cue, item.how = claim.speaker, claim.cue, "after"
        return
    subject = main_subject(scene, after)
    if subject and subject[0] == after.first and "N" in scene.tags[slice(*subject)]:
        item.speaker, item.how = subject, "previous"


_BACK = frozenset(("That", "This", "Those", "These", "So"))
"""How a sentence begins that speaks of the words before it."""
_WEAK = frozenset(("previous", "sentence", "reduced"))
"""Rules that are too often wrong for a voice to be carried on from them as sure."""


def _sentence_before(
    scene: Scene, frame: Frame, previous: Frame | None, item: Attribution, last: Attribution | None
) -> bool:
    """The subject of the sentence before in the same paragraph, where nobody has spoken in that paragraph yet."""
    if previous is None or previous.paragraph != frame.paragraph or previous.quoted:
        return False
    if last is not None and scene.frames[last.frame].paragraph == frame.paragraph:
        return False
    subject = main_subject(scene, previous)
    if subject is None or _NAMING.isdisjoint(scene.tags[slice(*subject)]):
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


def floor(scene: Scene, here: list[Attribution], last: Attribution | None) -> Attribution | None:
    """Who has the floor after the statements ``here`` of one sentence.

    Somebody quoted at length takes it, then whoever is reported without marks; a word or two that somebody is
    quoted with in passing, or in a relative clause, does not.
    """
    if not here:
        return last
    marked = [item for item in here if item.quoted]
    long = [item for item in marked if any(not quoted.short for quoted in item.quoted)]
    main = [item for item in long if item.speaker and scene.tags[item.speaker[0] - 1 : item.speaker[0]] != "w"]
    if main or long:
        return (main or long)[-1]
    spoken = next((item for item in here if speaks(scene, item)), None)
    return spoken or (marked[-1] if marked else last)


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
    if match and scene.tags[quoted.first - 1 : quoted.first] != "T" and quoted.complete and not quoted.short:
        item.speaker, item.cue, item.how = match.span(1), match.span(2), "beside"
        return True
    return False


def _label(scene: Scene, frame: Frame, quoted: Quoted) -> Range | None:
    """The name before a colon: ``Smith: "No."``"""
    if scene.tags[frame.first : quoted.first].endswith(":"):
        described = _DESCRIBED.fullmatch(scene.tags, frame.first, quoted.first)
        if described:
            return frame.first, described.end(1)
        return subject_before(scene.tags, frame.first, quoted.first - 1)
    return None


def _opens(tags: str, frame: Frame, label: Range) -> bool:
    """Whether nothing stands before a label: "He returned to his theme:" is none."""
    return label[0] == frame.first or tags[label[0] - 1] in "-|.:Q"


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
    if match is None and end > frame.last - 1 and scene.tags[end - 1 : end] == "|":
        match = _SIGNATURE_LINE.match(scene.tags, end)
    if match is None or item.quoted[-1].last < frame.last - 2:
        return False
    item.speaker, item.how = match.span(1), "signed"
    return True


def _strongest(found: list[Claim]) -> Claim | None:
    return max(reversed(found), key=lambda claim: KIND[claim.kind], default=None)
