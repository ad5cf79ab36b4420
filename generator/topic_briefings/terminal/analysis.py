"""One analysis in a terminal: the text with what was found in it, and the findings below.

An article is untrusted, and a terminal obeys what it is sent: no control character of an article reaches it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import click

from topic_briefings.knowledge import Knowledge
from topic_briefings.knowledge.places import country_name
from topic_briefings.knowledge.topics import topic_label
from topic_briefings.models import Analysis, Part, Quotation, Role, Span
from topic_briefings.pages.markdown import visible


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How a stretch of the text looks."""

    span: Span
    style: dict[str, object]


QUOTED: dict[str, object] = {"fg": "green"}
SPEAKER: dict[str, object] = {"bold": True}
CUE: dict[str, object] = {"fg": "yellow"}
COUNTRY: dict[str, object] = {"fg": "blue", "underline": True}


def shown(analysis: Analysis, knowledge: Knowledge) -> Iterator[str]:
    """Lines for a terminal; ``click.echo`` takes the colours out where nobody would see them."""
    article = analysis.article
    yield click.style(visible(article.headline) or article.id, bold=True)
    date = str(article.published) if article.published else "undated"
    yield " · ".join(map(visible, filter(None, (article.outlet, ", ".join(article.authors), date, article.language))))
    yield ""
    yield from _text(analysis)
    yield _legend()
    yield from _said(analysis)
    yield from _list("Countries", _countries(analysis))
    yield from _list("Topics", (f"{_label(t.id, knowledge)} ({t.id}) {t.salience:.2f}" for t in analysis.topics))
    yield from _list("Keywords", [" · ".join(visible(k.text) for k in analysis.keywords)])
    yield from _list("Before you rely on it", (visible(notice.message) for notice in analysis.notices))


def _legend() -> str:
    styled = (("quoted", QUOTED), ("speaker", SPEAKER), ("cue", CUE), ("country", COUNTRY))
    return "  ".join(click.style(name, **style) for name, style in styled)  # type: ignore[arg-type]  # our own styles


def _text(analysis: Analysis) -> Iterator[str]:
    body = analysis.article.body
    marks = list(_marks(analysis))
    at = 0
    for paragraph in body.split("\n\n"):
        yield _marked(body, Span(at, at + len(paragraph)), marks)
        yield ""
        at += len(paragraph) + 2


def _marks(analysis: Analysis) -> Iterator[Mark]:
    """The stretches to show, what lies inside another after it."""
    for quotation in analysis.quotations:
        yield from (Mark(span=span, style=QUOTED) for span in quotation.fragments)
    for quotation in analysis.quotations:
        if quotation.speaker:
            yield Mark(span=quotation.speaker.span, style=SPEAKER)
        if quotation.cue:
            yield Mark(span=quotation.cue, style=CUE)
    for tag in analysis.countries:
        yield from (Mark(span=m.span, style=COUNTRY) for m in tag.mentions if m.part is Part.BODY)


def _marked(body: str, whole: Span, marks: Iterable[Mark]) -> str:
    """The characters of ``whole``, each in the styles of all marks over it."""
    over = [mark for mark in marks if mark.span.start < whole.end and mark.span.end > whole.start]
    edges = {whole.start, whole.end}
    for mark in over:
        edges |= {edge for edge in mark.span if whole.start < edge < whole.end}
    pieces = []
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        style: dict[str, object] = {}
        for mark in over:
            if mark.span.covers(Span(start, end)):
                style |= mark.style
        piece = visible(body[start:end])
        pieces.append(click.style(piece, **style) if style else piece)  # type: ignore[arg-type]  # our own styles
    return "".join(pieces)


def _said(analysis: Analysis) -> Iterator[str]:
    body = analysis.article.body
    yield from _list("Who said what", (_statement(quotation, body) for quotation in analysis.quotations))


def _statement(quotation: Quotation, body: str) -> str:
    speaker = quotation.speaker
    who = (speaker.name or speaker.span.of(body)) if speaker else "nobody is named"
    said = " … ".join(span.of(body) for span in quotation.fragments or quotation.content)
    return (
        f"{click.style(visible(who), bold=True)} ({quotation.kind.value}, {quotation.confidence:.2f}): {visible(said)}"
    )


def _countries(analysis: Analysis) -> Iterator[str]:
    for tag in analysis.countries:
        role = "about" if tag.role is Role.FOCUS else "mentioned"
        yield f"{country_name(tag.code, 'en')} ({tag.code}) {role}, {len(tag.mentions)} × {tag.salience:.2f}"


def _label(key: str, knowledge: Knowledge) -> str:
    return topic_label(key, "en", knowledge)


def _list(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = [line for line in lines if line]
    if found:
        yield ""
        yield click.style(title, bold=True)
        yield from (f"  {line}" for line in found)
