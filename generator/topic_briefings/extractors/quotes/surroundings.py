"""Speakers of marked words that stand alone, in the sentences around them.

The sentence before that ends in a colon, a signature in the next paragraph, or whoever was speaking.
``AROUND_RULES`` are asked in their order; the first that names a speaker decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from topic_briefings.extractors.quotes import floor, labels
from topic_briefings.extractors.quotes.fitting import KIND
from topic_briefings.extractors.quotes.found import Alone, Found, SpeakerlessRule
from topic_briefings.extractors.quotes.scene import Frame, Scene
from topic_briefings.extractors.quotes.statement import Statement
from topic_briefings.languages.claim import Claim, CueKind, Range, Reports, Rule

_SIGNATURE_LINE = re.compile(r"(N[Nj]*N)(?:,[^.|QVvDBxH]*)?(?:[|]|$)")
"""A paragraph that is only a name and what its owner is."""
_NAME = re.compile(r"[uaj]*N[Nj]*(?:,.*)?$")
"""A subject that is somebody's name, with a title before it or what describes them behind."""
_JOINED = re.compile("['’]")
_NAMING = frozenset("Nh")
"""Letters of names and pronouns."""
_MOST_PARAGRAPHS = 2
"""Paragraphs over which somebody who spoke keeps the floor."""
_WEAK = frozenset((Rule.PREVIOUS, Rule.SENTENCE, Rule.REDUCED))
"""Rules that are too often wrong for a voice to be carried on from them as sure."""
_TOLD = (CueKind.SAY, CueKind.TELL)


def is_open(item: Statement) -> bool:
    """Whether the sentences around the marked words must tell whose they are."""
    return bool(item.quoted) and item.speaker is None and item.cue is None and item.how != Rule.LOOSE


def around(scene: Scene, number: int, item: Statement, last: Statement | None) -> Statement:
    """``item`` with the speaker that the text around its marked words shows, as far as it shows one."""
    answer = floor.answered(scene, scene.frames[number], item, last) if last and last.quoted else None
    if answer is not None:
        return answer
    for rule in AROUND_RULES:
        found = rule.read(Alone(scene, number, item, last))
        if found is not None:
            cue = found.cue or item.cue
            item = replace(item, speaker=found.speaker, cue=cue, how=found.how, fit=found.fit, lead=found.lead)
        if item.speaker is not None:
            break
    return item


def _announced(alone: Alone) -> Found | None:
    """The sentence before ends in a colon, and so speaks of what follows."""
    scene, previous = alone.scene, alone.previous
    if previous is None or not scene.tags[previous.first : previous.last].rstrip("|.").endswith(":"):
        return None
    if labels.heads(scene, scene.tokens[previous.first]):
        return None
    led_in = labels.led_in(scene, previous.first, previous.last)
    if led_in is not None:
        return Found(led_in, Rule.LABEL)
    claim = _strongest(scene.attribution.claims(scene, previous))
    if claim:
        return Found(claim.speaker, Rule.COLON, claim.cue)
    label = labels.named(scene, previous.first, scene.tags.index(":", previous.first))
    if label is not None and label[0] == previous.first and "N" in scene.tags[slice(*label)]:
        return Found(label, Rule.LABEL)
    return Found(scene.attribution.main_subject(scene, previous), Rule.COLON)


def _signed(alone: Alone) -> Found | None:
    """A name in the paragraph under a quotation, after a dash: "– Ann Lee, Leeds"."""
    scene, last = alone.scene, alone.frame.last
    end = last
    while scene.tags.startswith("|", end):
        end += 1
    name = labels.signature(scene, end)
    if name is None and scene.tags[end - 1 : end] == "|":
        line = _SIGNATURE_LINE.match(scene.tags, end)
        name = line.span(1) if line else None
    if name is None or alone.item.quoted[-1].last < last - 2:
        return None
    return Found(name, Rule.SIGNED)


def _sentence_before(alone: Alone) -> Found | None:
    """The subject of the sentence before in the same paragraph, where nobody has spoken in that paragraph yet."""
    scene, frame, previous, last = alone.scene, alone.frame, alone.previous, alone.last
    if previous is None or previous.paragraph != frame.paragraph or previous.quoted:
        return None
    if last is not None and scene.frames[last.frame].paragraph == frame.paragraph:
        turned = floor.turned_to(scene, alone.number, last)
        return Found(turned, Rule.PREVIOUS) if turned else None
    subject = scene.attribution.main_subject(scene, previous)
    if subject is None or _NAMING.isdisjoint(scene.tags[slice(*subject)]):
        return None
    named = _NAME.match(scene.tags, *subject) is not None
    return Found(subject, Rule.CARRIED if named and _speaks_of_itself(alone) else Rule.PREVIOUS)


def _speaks_of_itself(alone: Alone) -> bool:
    """Whether the marked words are in the first person, and so by whoever the sentence before is about."""
    scene, own = alone.scene, alone.scene.attribution.own
    return any(
        _JOINED.split(scene.tokens[at].lower(), 1)[0] in own
        for quoted in alone.item.quoted
        for at in range(quoted.first, quoted.last)
    )


def _floor(alone: Alone) -> Found | None:
    """Whoever has the floor."""
    last = alone.last
    if last is None or last.speaker is None:
        return None
    paragraph = alone.scene.frames[last.frame].paragraph
    if paragraph < alone.frame.paragraph - _MOST_PARAGRAPHS:
        return None
    far = paragraph < alone.frame.paragraph and not _is_still_about(alone, last.speaker)
    how = last.how if last.how in _WEAK else Rule.LATER if far else Rule.CARRIED
    return Found(last.speaker, how, fit=last.fit, lead=last.lead)


def _is_still_about(alone: Alone, speaker: Range) -> bool:
    """Whether a paragraph ends with what a speaker of that name did, and words in the first person open the next."""
    scene, before = alone.scene, alone.number - 1
    while before > 0 and not scene.tags[scene.frames[before].first : scene.frames[before].last].strip("|"):
        before -= 1
    frame = scene.frames[before]
    if frame.quoted or frame.paragraph < alone.frame.paragraph - 1 or not _speaks_of_itself(alone):
        return False
    subject = scene.attribution.main_subject(scene, frame)
    if subject is None or subject[0] != frame.first or _NAME.match(scene.tags, *subject) is None:
        return False
    return scene.tags[speaker[1] - 1] == "N" and scene.tokens[subject[1] - 1] == scene.tokens[speaker[1] - 1]


def _claim_before(alone: Alone) -> Found | None:
    """Whoever the sentence before says to have spoken."""
    return _told(alone.scene, alone.previous, Rule.PREVIOUS) if alone.previous is not None else None


def _claim_behind(alone: Alone) -> Found | None:
    """The speaker in the next sentence of the paragraph where it speaks of the words: "That is what Lund told us"."""
    scene, after = alone.scene, _after(alone)
    if after is None or scene.tokens[after.first].lower() not in scene.attribution.recalling:
        return None
    return _told(scene, after, Rule.AFTER)


def _sentence_behind(alone: Alone) -> Found | None:
    """The name that opens the next sentence of the paragraph, of which the words are likely: "Lund shook her head"."""
    scene, after = alone.scene, _after(alone)
    if after is None:
        return None
    subject = scene.attribution.main_subject(scene, after)
    if subject and subject[0] == after.first and "N" in scene.tags[slice(*subject)]:
        return Found(subject, Rule.PREVIOUS)
    return None


def _after(alone: Alone) -> Frame | None:
    """The next sentence of the paragraph where it has no marked words."""
    frames, number = alone.scene.frames, alone.number + 1
    if number == len(frames) or frames[number].paragraph != alone.frame.paragraph or frames[number].quoted:
        return None
    return frames[number]


def _told(scene: Scene, frame: Frame, how: Rule) -> Found | None:
    """The speaker of the surest claim of ``frame`` that somebody said something."""
    claims: Sequence[Claim] = scene.attribution.claims(scene, frame)
    said = [claim for claim in claims if claim.kind in _TOLD and claim.reports != Reports.NOTHING]
    claim = _strongest([claim for claim in said if claim.speaker])
    return Found(claim.speaker, how, claim.cue) if claim else None


def _strongest(found: list[Claim]) -> Claim | None:
    return max(reversed(found), key=lambda claim: KIND[claim.kind], default=None)


AROUND_RULES: tuple[SpeakerlessRule[Alone], ...] = (
    SpeakerlessRule("announced", _announced, "[Ana Lund] gave a short answer:\n\n“The bridge holds very well.”"),
    SpeakerlessRule("signed", _signed, "“The bridge holds very well.”\n\n– [Ana Lund], Leeds"),
    SpeakerlessRule(
        "sentence before", _sentence_before, "[Ana Lund] walked over the bridge. “This one holds very well.”"
    ),
    SpeakerlessRule("floor", _floor, "“The old one fell,” said [Ana Lund].\n\n“The new one holds very well.”"),
    SpeakerlessRule("claim before", _claim_before, ""),
    SpeakerlessRule(
        "claim behind", _claim_behind, "“The bridge holds very well.” That is what [Ana Lund] told the council."
    ),
    SpeakerlessRule("sentence behind", _sentence_behind, "“The bridge holds very well.” [Ana Lund] shook her head."),
)
