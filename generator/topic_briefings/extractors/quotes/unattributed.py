"""Quotations in a language without rules of attribution: what stands in marks or behind dashes, and nobody who said it.

Who said it, and what is reported without marks, is not read there; a notice says so (``extractors.unread``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from topic_briefings.extractors.quotes.salience import salience
from topic_briefings.languages import Language
from topic_briefings.models import Quotation, QuotationKind, Span
from topic_briefings.text.dashes import outermost, spoken
from topic_briefings.text.document import Document
from topic_briefings.text.marks import Stretch, stretches
from topic_briefings.text.scripts import word_count

_SHORT = 3
"""Words up to which a stretch that does not end like a sentence may be a name, a title or a word at arm's length."""
_ENDS = frozenset(".?!…—,。！？．、，؟।۔։።")
"""What a sentence in marks ends with, in any script."""
_OUTSIDE = frozenset(",.،。")
"""What follows the marks where it ends the sentence, or part of it, that stands in them."""
_SAID_SO = re.compile(r"이?라고|하고|と(?![きも])")
"""What Korean and Japanese set right behind the marks where somebody says what stands in them."""


def unattributed(document: Document) -> Iterator[Quotation]:
    """The quoted stretches of ``document``, then its talk behind dashes, none of them with a cue or a speaker."""
    talk = spoken(document.body, document.paragraphs, document.language.code)
    for stretch in outermost(stretches(document.body, document.paragraphs), talk):
        quotation = _quotation(document.body, stretch, document.language)
        if quotation is not None:
            yield quotation
    for said in filter(None, talk):
        yield _record(document.body, tuple(one.inner for one in said), QuotationKind.DIRECT, document.language)


def _quotation(body: str, stretch: Stretch, language: Language) -> Quotation | None:
    """The record of a stretch; None where it is only a few words of the writer's own sentence."""
    span = _trimmed(body, stretch.inner)
    inner = span.of(body)
    whole = inner[-1:] in _ENDS or "。" in inner or _fills_sentence(body, stretch)
    said = whole or stretch.continues or _SAID_SO.match(body, stretch.outer.end)
    if not said and word_count(inner) <= _SHORT:
        return None
    return _record(body, (span,), QuotationKind.DIRECT if whole else QuotationKind.PARTIAL, language)


def _record(body: str, spans: tuple[Span, ...], kind: QuotationKind, language: Language) -> Quotation:
    return Quotation(
        span=Span(spans[0].start, spans[-1].end),
        fragments=spans,
        content=spans,
        kind=kind,
        cue=None,
        speaker=None,
        confidence=0.0,
        salience=salience(body, spans, kind, None, language),
    )


def _fills_sentence(body: str, stretch: Stretch) -> bool:
    """Whether nothing of its sentence stands before the stretch but a colon, and a stop or comma follows its marks."""
    following = body[stretch.outer.end : stretch.outer.end + 1]
    if following not in _OUTSIDE:
        return False
    before = body[max(0, stretch.outer.start - 3) : stretch.outer.start].rstrip(" \u00a0\u202f")[-1:]
    return before in ("", "\n", ":", "：") or before in _ENDS - {","}


def _trimmed(body: str, span: Span) -> Span:
    """``span`` without the spaces that French puts inside its marks."""
    text = span.of(body)
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, max(start, span.start + len(text.rstrip())))
