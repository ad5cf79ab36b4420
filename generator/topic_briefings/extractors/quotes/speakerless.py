"""Speakers of marked words that no claim in their sentence reports.

In their sentence (``IN_SENTENCE_RULES``): a label before them, a name signed after them, a verb that no list knows, or
the subject of the writer's sentence. Where the marked words stand alone (``AROUND_RULES``): the sentence before that
ends in a colon, a signature in the next paragraph, or whoever was speaking. Rules are asked in their order; the first
that names a speaker decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar

from topic_briefings.extractors.quotes import floor, labels
from topic_briefings.extractors.quotes.fitting import JOIN, KIND, Fit, Lead, is_thing
from topic_briefings.extractors.quotes.scene import Frame, Quoted, Scene
from topic_briefings.extractors.quotes.statement import Statement
from topic_briefings.languages.claim import Claim, CueKind, Range, Reports, Rule
from topic_briefings.models import Span

_SIGNATURE_LINE = re.compile(r"(N[Nj]*N)(?:,[^.|QVvDBxH]*)?(?:[|]|$)")
"""A paragraph that is only a name and what its owner is."""
_SIGNATURE = re.compile(r"-((?:u?j?N[Nj]*))(?:,[^.|]*)?[.j]?(?:[|]|$)")
_DASHED = re.compile(r"-((?:uj?)*N[Nj]*):$")
"""A label behind a dash: "Voters agree – Karin Lind:"."""
_LABEL = re.compile(r"(?:[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,3}|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3})(?=: \S)")
_OWNED = re.compile(r"([dauj]*[Nuj]*[Nu](?=s)|[hod])s?[aNlj]*([nyYuS])[ilmdaNnur]*B?r*T,?(?:h[rxHB]*)?$")
"""An owner, a noun and what stands between it and its "that"."""
_OWNED_WITHIN = 20
"""Words before marked words in which they stand."""
_NAME = re.compile(r"[uaj]*N[Nj]*(?:,.*)?$")
"""A subject that is somebody's name, with a title before it or what describes them behind."""
_JOINED = re.compile("['’]")
_NAMING = frozenset("Nh")
"""Letters of names and pronouns."""
_MOST_PARAGRAPHS = 2
"""Paragraphs over which somebody who spoke keeps the floor."""
_BACK = frozenset(("That", "This", "Those", "These", "So"))
"""How a sentence begins that speaks of the words before it."""
_WEAK = frozenset((Rule.PREVIOUS, Rule.SENTENCE, Rule.REDUCED))
"""Rules that are too often wrong for a voice to be carried on from them as sure."""
_TOLD = (CueKind.SAY, CueKind.TELL)


class Found(NamedTuple):
    """What a rule answers: a speaker and how it was found; or nobody, and then the next stage is asked."""

    speaker: Range | None
    how: Rule
    cue: Range | None = None
    fit: Fit = Fit.WEAK
    lead: Lead = Lead.NONE


class Marked(NamedTuple):
    """Marked words in their sentence."""

    scene: Scene
    frame: Frame
    quoted: Quoted


class Alone(NamedTuple):
    """Marked words that their own sentence gives no speaker."""

    scene: Scene
    number: int
    """Of their sentence."""
    item: Statement
    last: Statement | None
    """The statement whose speaker has the floor."""

    @property
    def frame(self) -> Frame:
        """Their sentence."""
        return self.scene.frames[self.number]

    @property
    def previous(self) -> Frame | None:
        """The sentence before."""
        return self.scene.frames[self.number - 1] if self.number else None


Place = TypeVar("Place", Marked, Alone)


class SpeakerlessRule(NamedTuple, Generic[Place]):
    """One way to find the speaker of marked words without a claim."""

    name: str
    read: Callable[[Place], Found | None]
    """None where the rule has nothing to say."""
    example: str
    """A text that it decides, the speaker in square brackets."""


def is_open(item: Statement) -> bool:
    """Whether the sentences around the marked words must tell whose they are."""
    return bool(item.quoted) and item.speaker is None and item.cue is None and item.how != Rule.LOOSE


def in_sentence(scene: Scene, frame: Frame, quoted: Quoted, number: int) -> Statement:
    """The statement of marked words that no claim of their own sentence reports."""
    marked = Marked(scene, frame, quoted)
    found = next(filter(None, (rule.read(marked) for rule in IN_SENTENCE_RULES)))
    if found.how is Rule.LABEL and found.speaker and quoted.first < found.speaker[0]:
        quoted = _behind_label(scene, quoted, found.speaker[1] + 1)
    return Statement(
        content=((quoted.first, quoted.last),),
        quoted=(quoted,),
        cue=found.cue,
        speaker=found.speaker,
        how=found.how,
        frame=number,
    )


def _behind_label(scene: Scene, quoted: Quoted, first: int) -> Quoted:
    """What is said behind a label inside the marks, from the word ``first`` on."""
    if first >= quoted.last:
        return quoted
    inner = Span(scene.words.starts[first], quoted.stretch.inner.end)
    return quoted._replace(first=first, stretch=quoted.stretch._replace(inner=inner))


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


def dashed(scene: Scene, frame: Frame, quoted: Quoted, number: int) -> Statement | None:
    """The statement of marked words right behind a label that a dash parts from its sentence."""
    match = _DASHED.search(scene.tags, frame.first, quoted.first)
    if match is None:
        return None
    return Statement(
        content=((quoted.first, quoted.last),), quoted=(quoted,), speaker=match.span(1), how=Rule.LABEL, frame=number
    )


# ------------------------------------------------------------------ in their own sentence


def _label_inside(marked: Marked) -> Found | None:
    """A transcript's label inside the marks."""
    scene, inner = marked.scene, marked.quoted.stretch.inner
    match = _LABEL.match(scene.body, inner.start, inner.end)
    return Found((scene.words.at(match.start()), scene.words.at(match.end())), Rule.LABEL) if match else None


def _signature(marked: Marked) -> Found | None:
    """A name after a dash, right behind the words."""
    match = _SIGNATURE.match(marked.scene.tags, marked.quoted.last)
    return Found(match.span(1), Rule.SIGNED) if match else None


def _unknown_verb(marked: Marked) -> Found | None:
    """A subject and a verb that is no known cue, right after a whole sentence in marks."""
    scene, frame, quoted = marked
    match = scene.attribution.beside.match(scene.tags, quoted.last, frame.last)
    if match and scene.tags[quoted.first - 1 : quoted.first] != "T" and quoted.complete and not quoted.short:
        return Found(match.span(1), Rule.BESIDE, match.span(2))
    return None


def _owned(marked: Marked) -> Found | None:
    """Whose statement or claim it was, right before a "that": "Lund's remark on Monday that", "his claim that"."""
    scene, frame, quoted = marked
    match = _OWNED.search(scene.tags[max(frame.first, quoted.first - _OWNED_WITHIN) : quoted.first])
    if match is None:
        return None
    start = quoted.first - len(match.string)
    owner = (start + match.start(1), start + match.end(1))
    noun, reference = scene.tokens[start + match.start(2)].lower(), scene.attribution.reference
    named = scene.tags[owner[1] : owner[1] + 1] == "s"
    if noun not in reference.assertions() or not (named or scene.tokens[owner[0]].lower() in reference.possessives):
        return None
    return Found(owner, Rule.ACCORDING)


def _reported(marked: Marked) -> Found | None:
    """Nobody in a sentence that goes on with what somebody said before."""
    return Found(None, Rule.NONE) if marked.scene.attribution.reported(marked.scene, marked.frame) else None


def _nothing_before(marked: Marked) -> Found | None:
    """Nobody where the marked words stand at the beginning, or alone."""
    before = marked.scene.tags[marked.frame.first : marked.quoted.first]
    return None if before.strip(JOIN + "cb") else Found(None, Rule.NONE)


def _label(marked: Marked) -> Found | None:
    """A name before a colon, with nothing before it: "He returned to his theme:" is none."""
    label, tags = _before_colon(marked), marked.scene.tags
    led_in = labels.led_in(marked.scene, marked.frame.first, marked.quoted.first)
    if led_in is not None:
        return Found(led_in, Rule.LABEL)
    if label is not None and (label[0] == marked.frame.first or tags[label[0] - 1] in "-|.:Q"):
        return Found(label, Rule.LABEL)
    return None


def _before_colon(marked: Marked) -> Range | None:
    scene, frame, quoted = marked
    if scene.tags[frame.first : quoted.first].endswith(":"):
        return labels.named(scene, frame.first, quoted.first - 1)
    return None


def _writer(marked: Marked) -> Found:
    """The subject of the writer's sentence around the words; else whatever stands before a colon."""
    scene, frame, quoted = marked
    before = scene.tags[quoted.first - 1]
    subject = scene.attribution.main_subject(scene, frame)
    if subject and before == ":" and not is_thing(scene.tags, subject):
        return Found(subject, Rule.COLON)  # "Lund returned to an old theme:"
    speaker = subject or _before_colon(marked)
    return Found(speaker, Rule.SENTENCE if speaker or before in ":,-" or quoted.complete else Rule.LOOSE)


IN_SENTENCE_RULES: tuple[SpeakerlessRule[Marked], ...] = (
    SpeakerlessRule("label inside", _label_inside, "“[ANA LUND]: The bridge holds very well.”"),
    SpeakerlessRule("signature", _signature, "“The bridge holds very well.” – [Ana Lund]"),
    SpeakerlessRule("unknown verb", _unknown_verb, "“The bridge holds very well,” [Ana Lund] trilled over coffee."),
    SpeakerlessRule("owned", _owned, "The council shook at [Ana Lund]'s claim on Monday that “the bridge holds well”."),
    SpeakerlessRule("reported", _reported, ""),
    SpeakerlessRule("nothing before", _nothing_before, "“The bridge holds very well.”"),
    SpeakerlessRule("label", _label, "[Ana Lund]: “The bridge holds very well.”"),
    SpeakerlessRule("writer", _writer, "[Ana Lund] came with “a bridge that holds very well”."),
)


# ------------------------------------------------------------------ in the sentences around it


def _announced(alone: Alone) -> Found | None:
    """The sentence before ends in a colon, and so speaks of what follows."""
    scene, previous = alone.scene, alone.previous
    if previous is None or not scene.tags[previous.first : previous.last].rstrip("|.").endswith(":"):
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
    tags = alone.scene.tags
    end = last = alone.frame.last
    while end < len(tags) and tags[end] == "|":
        end += 1
    match = _SIGNATURE.match(tags, end)
    if match is None and end > last - 1 and tags[end - 1 : end] == "|":
        match = _SIGNATURE_LINE.match(tags, end)
    if match is None or alone.item.quoted[-1].last < last - 2:
        return None
    return Found(match.span(1), Rule.SIGNED)


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
    far = paragraph < alone.frame.paragraph
    how = last.how if last.how in _WEAK else Rule.LATER if far else Rule.CARRIED
    return Found(last.speaker, how, fit=last.fit, lead=last.lead)


def _claim_before(alone: Alone) -> Found | None:
    """Whoever the sentence before says to have spoken."""
    return _told(alone.scene, alone.previous, Rule.PREVIOUS) if alone.previous is not None else None


def _claim_behind(alone: Alone) -> Found | None:
    """The speaker in the next sentence of the paragraph where it speaks of the words: "That is what Lund told us"."""
    scene, after = alone.scene, _after(alone)
    return _told(scene, after, Rule.AFTER) if after and scene.tokens[after.first] in _BACK else None


def _sentence_behind(alone: Alone) -> Found | None:
    """The name that opens the next sentence of the paragraph, of which the words are likely: "Lund shook her head"."""
    scene, after = alone.scene, _after(alone)
    if after is None or scene.tokens[after.first] in _BACK:
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

SPEAKERLESS_RULES = (*IN_SENTENCE_RULES, *AROUND_RULES)
"""All of them in the order in which they are asked."""
