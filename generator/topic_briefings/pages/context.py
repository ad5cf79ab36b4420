"""The sentences that a quotation or a name stands in, as a page prints them around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import attrgetter

from markupsafe import Markup

from topic_briefings.models import Analysis, Line, Span
from topic_briefings.pages.markdown import text
from topic_briefings.text.document import document

CONTEXT = 320
"""Code points of context on each side of a quotation that stands in a very long sentence."""


def sentences_around(line: Line) -> Span:
    """The whole sentences that hold the quotation, its cue and its speaker, in the same paragraphs."""
    body, quotation = line.article.body, line.quotation
    start, end = quotation.span.start, quotation.span.end
    for near in (quotation.cue, quotation.speaker and quotation.speaker.span):
        if near and "\n" not in body[min(near.start, start) : max(near.end, end)]:
            start, end = min(near.start, start), max(near.end, end)
    sentences = document(line.article).sentences  # in order, so that those it stands in are neighbours
    first = bisect_right(sentences, start, key=attrgetter("end"))
    last = bisect_left(sentences, end, key=attrgetter("start"))
    held = sentences[first:last]
    return Span(min([start, *(s.start for s in held)]), max([end, *(s.end for s in held)]))


def in_context(body: str, around: Span, marked: Iterable[Span]) -> Markup:
    """``body`` at ``around`` with the ``marked`` stretches marked; cut at words where it is very long."""
    spans = sorted(marked)
    shown = window(body, around, spans)
    out = [Markup("… ") if shown.start > around.start else Markup("")]
    at = shown.start
    for span in spans:
        out += [text(body[at : span.start]), Markup("<mark>"), text(span.of(body)), Markup("</mark>")]
        at = span.end
    out += [text(body[at : shown.end]), Markup(" …") if shown.end < around.end else Markup("")]
    return Markup("").join(out)


def window(body: str, around: Span, marked: Iterable[Span]) -> Span:
    """``around`` without what lies more than ``CONTEXT`` before or after all that is ``marked``, cut at words."""
    spans = sorted(marked)
    if not spans:
        return around
    start = _cut(body, around.start, spans[0].start - CONTEXT, 1)
    return Span(start, _cut(body, around.end, spans[-1].end + CONTEXT, -1))


def _cut(body: str, edge: int, wanted: int, step: int) -> int:
    """``edge``, or the word's end that is nearest to ``wanted`` when that lies further inside."""
    if (wanted <= edge) if step > 0 else (wanted >= edge):
        return edge
    while not body[wanted].isspace() and 0 < wanted < len(body) - 1:
        wanted += step
    while step > 0 and body[wanted].isspace():
        wanted += step
    return wanted


def head_sentences(analysis: Analysis) -> list[str]:
    """The sentences at the head of an article's page; two that no space parts in the article are shown as one."""
    spans: list[Span] = []
    for span in (point.span for point in analysis.summary):
        start = spans.pop().start if spans and spans[-1].end == span.start else span.start
        spans.append(Span(start, span.end))
    return [span.of(analysis.article.body) for span in spans]
