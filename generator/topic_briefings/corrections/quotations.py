"""Corrections of quotations: who said it, whether it is shown, whether it comes first."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from topic_briefings.corrections.desk import Desk
from topic_briefings.corrections.finding import are_one, folded, occurrences, quotations_of
from topic_briefings.corrections.models import NOBODY, Correction
from topic_briefings.errors import nearest
from topic_briefings.models import (
    Analysis,
    Corrected,
    Quotation,
    Span,
    Speaker,
    SpeakerKind,
    SpeakerMention,
    Spelling,
)

SURE = 1.0
"""The confidence in what a person said."""
FIRST = 1.0
"""The salience of what a person put first."""


def quotations(analysis: Analysis, desk: Desk) -> Analysis:
    """``analysis`` with its quotations as a person said."""
    given = analysis
    for correction in desk.about(given.article.id, "hide", "speaker", "pin"):
        found = _meant(correction, given, desk)
        if not found:
            continue
        targets = [(what, given.article.id, q.span, q.content) for q in found for what in _decides(correction)]
        if correction.kind == "speaker":
            analysis = _spoken(analysis, found, correction, desk, targets)
            continue
        desk.claim(correction, *targets)
        mark = desk.mark(given.article.id, correction, correction.mark(span=_whole(found[0])))
        analysis = _without(analysis, found) if correction.kind == "hide" else _pinned(analysis, found, mark)
    return analysis


def _decides(correction: Correction) -> tuple[str, ...]:
    """What no other correction may say of the same quotation: of one that is left out, nothing at all."""
    return {"hide": ("shown", "speaker"), "pin": ("shown",), "speaker": ("speaker",)}[correction.kind]


def _meant(correction: Correction, analysis: Analysis, desk: Desk) -> tuple[Quotation, ...]:
    """The quotations that it means, as they were found; none, noted, where its words mean none or several."""
    found = quotations_of(correction.quotation, analysis)
    if found and not are_one(found, analysis.article.body):
        desk.miss(correction, f"its words stand in {len(found)} quotations; write more of them")
        return ()
    if not found:
        stands = folded(correction.quotation) in folded(analysis.article.body)
        where = "stand in the article, but not in a quotation that was found" if stands else "no longer stand there"
        desk.miss(correction, f"the words “{_short(correction.quotation)}” {where}")
    return found


def _whole(quotation: Quotation) -> Span:
    """From the first word that is reported to the last, in marks or not."""
    spans = (quotation.span, *quotation.content)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:58]} …"


def _same(one: Quotation, other: Quotation) -> bool:
    return one.span == other.span and one.content == other.content and one.fragments == other.fragments


def _without(analysis: Analysis, found: tuple[Quotation, ...]) -> Analysis:
    kept = tuple(q for q in analysis.quotations if not any(_same(q, other) for other in found))
    return replace(analysis, quotations=kept)


def _pinned(analysis: Analysis, found: tuple[Quotation, ...], mark: Corrected) -> Analysis:
    every = (
        replace(q, salience=FIRST, corrected=q.corrected or mark) if any(_same(q, other) for other in found) else q
        for q in analysis.quotations
    )
    return replace(analysis, quotations=tuple(every))


# ------------------------------------------------------------------ who spoke


def _spoken(
    analysis: Analysis,
    found: tuple[Quotation, ...],
    correction: Correction,
    desk: Desk,
    targets: Sequence[Hashable],
) -> Analysis:
    """``analysis`` with ``found`` by the speaker that ``correction`` names, where the article knows them."""
    speaker = None if correction.value == NOBODY else _speaker(analysis, correction.value)
    changed: dict[int, SpeakerMention | None] = {}
    for at, quotation in enumerate(analysis.quotations):
        if any(_same(quotation, other) for other in found):
            mention = _mention(quotation, speaker) if speaker else None
            if speaker and mention is None:
                desk.miss(correction, _unprinted(analysis, correction.value))
                return analysis
            changed[at] = mention
    desk.claim(correction, *targets)
    mark = desk.mark(analysis.article.id, correction, correction.mark(span=_whole(found[0])))
    every = tuple(
        replace(q, speaker=changed[at], confidence=SURE if changed[at] else 0.0, corrected=mark) if at in changed else q
        for at, q in enumerate(analysis.quotations)
    )
    known = {one.name for one in analysis.speakers}
    added = (speaker,) if speaker and speaker.name not in known else ()
    speakers = tuple(sorted((*analysis.speakers, *added), key=lambda one: one.name))
    return replace(analysis, quotations=every, speakers=speakers)


def _speaker(analysis: Analysis, name: str) -> Speaker:
    """The speaker of the article who is called ``name`` there, in any of their printed forms; else a new one."""
    wanted = folded(name)
    for speaker in analysis.speakers:
        if folded(speaker.name) == wanted:
            return speaker
    forms = [s for s in analysis.speakers if any(folded(spelling.form) == wanted for spelling in s.spellings)]
    if len(forms) == 1:
        return forms[0]
    spans = occurrences(name, analysis.article.body)
    printed = spans[0].of(analysis.article.body) if spans else name
    spelling = Spelling(form=printed, spans=spans, evidence="The editor named this speaker.", reason="editor_named")
    kind = SpeakerKind.PERSON if len(printed.split()) < 5 and " of " not in printed else SpeakerKind.BODY
    return Speaker(name=printed, kind=kind, role=None, spellings=(spelling,))


def _mention(quotation: Quotation, speaker: Speaker) -> SpeakerMention | None:
    """The words that stand for ``speaker`` beside the quotation: those found, else the nearest print of the name."""
    spans = [span for spelling in speaker.spellings for span in spelling.spans]
    old = quotation.speaker
    if old and (old.name == speaker.name or any(old.span.covers(span) for span in spans) or not spans):
        return SpeakerMention(span=old.span, name=speaker.name, kind=speaker.kind)
    if not spans:
        return None
    nearest_one = min(spans, key=lambda span: (_distance(span, quotation.span), span))
    return SpeakerMention(span=nearest_one, name=speaker.name, kind=speaker.kind)


def _distance(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def _unprinted(analysis: Analysis, name: str) -> str:
    near = nearest(name, [speaker.name for speaker in analysis.speakers])
    return f"the article does not print “{name}”" + (f"; did you mean “{near}”?" if near else "")
