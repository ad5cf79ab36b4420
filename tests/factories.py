"""Small records with good defaults, so that a test names only what it is about.

Spans are given as the words themselves and found in the body, first occurrence unless a number says otherwise.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable

from topic_briefings.models import (
    Analysis,
    Article,
    CountryMention,
    CountryTag,
    Keyphrase,
    Lead,
    Notice,
    Point,
    Quotation,
    QuotationKind,
    Role,
    Span,
    Speaker,
    SpeakerKind,
    SpeakerMention,
    Spelling,
    TopicMention,
    TopicTag,
)


def span(body: str, words: str, nth: int = 1) -> Span:
    """Where ``words`` stand in ``body`` for the nth time."""
    start = -1
    for _ in range(nth):
        start = body.index(words, start + 1)
    return Span(start, start + len(words))


def article(body: str = "Nothing happened.", **fields: object) -> Article:
    """An article that says ``body``."""
    identity = str(fields.pop("id", "report"))
    published = fields.pop("published", None)
    known: dict[str, object] = {
        "id": identity,
        "headline": "A headline",
        "source": f"seeds/{identity}.md",
        "digest": hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest(),
        "published": dt.date.fromisoformat(published) if isinstance(published, str) else published,
    }
    return Article(body=body, **(known | fields))  # type: ignore[arg-type] - a test may set any field


def quotation(
    body: str,
    words: str,
    speaker: str | None = None,
    *,
    name: str | None = None,
    cue: str | None = None,
    kind: QuotationKind = QuotationKind.DIRECT,
    confidence: float = 0.9,
    salience: float = 0.5,
) -> Quotation:
    """The quotation of ``words`` by ``speaker``, both as printed in ``body``."""
    at = span(body, words)
    mention = SpeakerMention(span=span(body, speaker), name=name, kind=SpeakerKind.PERSON) if speaker else None
    return Quotation(
        span=at,
        fragments=() if kind is QuotationKind.INDIRECT else (at,),
        content=(at,),
        kind=kind,
        cue=span(body, cue) if cue else None,
        speaker=mention,
        confidence=confidence,
        salience=salience,
    )


def speaker(body: str, name: str, role: str | None = None, *others: str) -> Speaker:
    """A person called ``name``, also printed as ``others``."""
    forms = (name, *others)
    return Speaker(
        name=name,
        kind=SpeakerKind.PERSON,
        role=span(body, role) if role else None,
        spellings=tuple(Spelling(form=f, spans=(span(body, f),), evidence="The same surname.") for f in forms),
    )


def country(body: str, code: str, *words: str, role: Role = Role.FOCUS, salience: float = 0.8) -> CountryTag:
    """A country named by ``words``."""
    mentions = tuple(CountryMention(span=span(body, form), how="name") for form in words)
    return CountryTag(code=code, salience=salience, role=role, mentions=mentions)


def topic(body: str, identity: str, label: str, *words: str, broad: str | None = None) -> TopicTag:
    """A topic that ``words`` speak for."""
    mentions = tuple(TopicMention(span=span(body, form), term=form.lower()) for form in words)
    return TopicTag(id=identity, label=label, broad=broad or identity, salience=0.7, mentions=mentions)


def analysis(
    body: str = "Nothing happened.",
    *,
    quotations: Iterable[Quotation] = (),
    speakers: Iterable[Speaker] = (),
    countries: Iterable[CountryTag] = (),
    topics: Iterable[TopicTag] = (),
    keyphrases: Iterable[str] = (),
    points: Iterable[str] = (),
    leads: Iterable[str] = (),
    notices: Iterable[str] = (),
    **fields: object,
) -> Analysis:
    """The analysis of an article that says ``body``; ``fields`` are the article's own."""
    return Analysis(
        article=article(body, **fields),
        quotations=tuple(quotations),
        speakers=tuple(speakers),
        countries=tuple(countries),
        topics=tuple(topics),
        keyphrases=tuple(Keyphrase(text=text, salience=0.5, spans=()) for text in keyphrases),
        points=tuple(Point(span=span(body, words)) for words in points),
        leads=tuple(Lead(span=span(body, words), value=0.5) for words in leads),
        figures=(),
        notices=tuple(Notice(code="doubt", message=message) for message in notices),
    )
