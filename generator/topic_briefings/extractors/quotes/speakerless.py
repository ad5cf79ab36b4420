"""Speakers of marked words that no claim in their sentence reports.

In their sentence (``IN_SENTENCE_RULES``): a label before them, a name signed after them, a verb that no list knows, or
the subject of the writer's sentence. Rules are asked in their order; the first that answers decides. Where the marked
words stand alone, the sentences around them are asked (``surroundings``).
"""

from __future__ import annotations

import re

from topic_briefings.extractors.quotes import labels
from topic_briefings.extractors.quotes.fitting import JOIN, Fit, Lead, is_thing
from topic_briefings.extractors.quotes.found import Found, Marked, SpeakerlessRule
from topic_briefings.extractors.quotes.scene import Frame, Quoted, Scene
from topic_briefings.extractors.quotes.statement import Statement
from topic_briefings.extractors.quotes.surroundings import AROUND_RULES
from topic_briefings.languages.claim import Range, Rule
from topic_briefings.models import Span

_DASHED = re.compile(r"-((?:uj?)*N[Nj]*):$")
"""A label behind a dash: "Voters agree – Karin Lind:"."""
_FULL_NAME = re.compile(r"((?:uj?)*NN[Nj]*):$")
"""Somebody named in full, with a title, right before a colon."""
_LABEL = re.compile(r"(?:[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,3}|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3})(?=: \S)")
_OWNED = re.compile(r"([dauj]*[Nuj]*[Nu](?=s)|[hod])s?[aNlj]*([nyYuS])[ilmdaNnur]*B?r*T,?(?:h[rxHB]*)?$")
"""An owner, a noun and what stands between it and its "that"."""
_BRACKETED = re.compile(r"\([^()]*\)\.?")
"""A sentence in brackets."""
_OWNED_WITHIN = 20
"""Words before marked words in which they stand."""


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
        fit=found.fit,
        lead=found.lead,
        frame=number,
    )


def _behind_label(scene: Scene, quoted: Quoted, first: int) -> Quoted:
    """What is said behind a label inside the marks, from the word ``first`` on."""
    if first >= quoted.last:
        return quoted
    inner = Span(scene.words.starts[first], quoted.stretch.inner.end)
    return quoted._replace(first=first, stretch=quoted.stretch._replace(inner=inner))


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
    if match is None or labels.heads(scene, match[0]):
        return None
    return Found((scene.words.at(match.start()), scene.words.at(match.end())), Rule.LABEL)


def _signature(marked: Marked) -> Found | None:
    """A name after a dash, right behind the words."""
    name = labels.signature(marked.scene, marked.quoted.last)
    return Found(name, Rule.SIGNED) if name else None


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
    return Found(owner, Rule.BEFORE, fit=Fit.BEFORE, lead=Lead.CLEAR)


def _reported(marked: Marked) -> Found | None:
    """Nobody in a sentence that goes on with what somebody said before."""
    return Found(None, Rule.NONE) if marked.scene.attribution.reported(marked.scene, marked.frame) else None


def _nothing_before(marked: Marked) -> Found | None:
    """Nobody where the marked words stand at the beginning, or alone."""
    before = marked.scene.tags[marked.frame.first : marked.quoted.first]
    if _BRACKETED.fullmatch(before):
        return Found(None, Rule.NONE)  # "(He was not.) “…”"
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
    if before == ":" and subject is not None:
        if not is_thing(scene.tags, subject):
            return Found(subject, Rule.COLON)  # "Lund returned to an old theme:"
        if named := _FULL_NAME.search(scene.tags, frame.first, quoted.first):
            return Found(named.span(1), Rule.COLON)  # "It does not surprise the pollster Ana Lund:"
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


SPEAKERLESS_RULES = (*IN_SENTENCE_RULES, *AROUND_RULES)
"""All of them in the order in which they are asked."""
