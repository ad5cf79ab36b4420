"""Who said it: the one place that decides how the speaker of a quotation is printed.

A voice is printed by name, and only where it is sure enough that the article's words stand for it. Somebody whom the
article describes ("a police official", "the ministry") is printed as described. Everybody else is not named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from topic_briefings.languages import of
from topic_briefings.languages.roles import printed_role
from topic_briefings.models import Analysis, Article, Byline, Line, Naming, Quotation, Span, SpeakerKind, Voice

Voices = Mapping[tuple[str, str], Voice]
"""The voice of each ``(Article.id, Speaker.name)``."""
_OPENING = re.compile(r"(\w+)[\s,–—-]+(\w+)")
"""The first word and the next: "that he", "that, once he"."""


def lines(analysis: Analysis, voices: Voices, threshold: float) -> Iterator[Line]:
    """The quotations of ``analysis`` in order of appearance, each with its byline; idle ones only from an editor.

    ``threshold``, from 0 to 1, is the confidence from which on a speaker may be printed.
    """
    article = analysis.article
    roles = {speaker.name: printed_role(speaker.role, article.body) for speaker in analysis.speakers if speaker.role}
    for quotation in analysis.quotations:
        if quotation.idle and quotation.corrected is None:
            continue
        name = quotation.speaker.name if quotation.speaker and quotation.confidence >= threshold else None
        voice = voices.get((article.id, name)) if name else None
        byline = Byline(
            naming=_naming(analysis, quotation, voice, threshold),
            printed=_printed(quotation, article.body),
            voice=voice,
            role=(voice and voice.role) or (roles.get(name) if name else None),
        )
        yield Line(article=article, quotation=_without_that(quotation, article), byline=byline)


def _without_that(quotation: Quotation, article: Article) -> Quotation:
    """``quotation``, without marks, from behind the "that" on: "told the council | that | the bridge holds".

    Not where "that" is what it speaks of: "that is no bridge".
    """
    if quotation.fragments or not quotation.content:
        return quotation
    bars, (first, *rest) = of(article.language).lead_bars, quotation.content
    opening = _OPENING.match(first.of(article.body))
    if opening is None or opening[1].lower() not in bars("conjunction") or opening[2].lower() in bars("bare"):
        return quotation
    content = (Span(first.start + opening.start(2), first.end), *rest)
    return replace(quotation, content=content, span=Span(min(content).start, quotation.span.end))


def _naming(analysis: Analysis, quotation: Quotation, voice: Voice | None, threshold: float) -> Naming:
    speaker, article = quotation.speaker, analysis.article
    if speaker is None:
        return Naming.NOBODY
    if quotation.confidence < threshold:
        return Naming.UNCERTAIN
    if voice:
        return Naming.VOICE
    if (
        speaker.kind is SpeakerKind.PERSON
        or _printed(quotation, article.body).casefold() in of(article.language).pronouns()
    ):
        return Naming.UNNAMED
    return Naming.DESCRIBED


def _printed(quotation: Quotation, body: str) -> str:
    """The article's words for the speaker; for somebody whom it does not name, those that describe them."""
    speaker = quotation.speaker
    return (speaker.described or speaker.span).of(body) if speaker else ""
