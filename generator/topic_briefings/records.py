"""The extraction record: an ``Analysis`` as one JSON object, the shape that other programs read.

Offsets are Unicode code points into ``body``. Salience and confidence are rounded to four places, so that the
last bit of a sum never shows.
"""

from __future__ import annotations

from typing import Any

from topic_briefings.models import Analysis, CountryTag, Keyphrase, Part, Quotation, Span, TopicTag

Json = dict[str, Any]


def record(analysis: Analysis) -> Json:
    """The extraction record of ``analysis``, keys in a fixed order."""
    article = analysis.article
    return {
        "id": article.id,
        "headline": article.headline,
        "body": article.body,
        "quotations": [_quotation(quotation, article.body) for quotation in analysis.quotations],
        "keywords": [_keyword(phrase) for phrase in analysis.keyphrases],
        "countries": [_country(country) for country in analysis.countries],
        "topics": [_topic(topic) for topic in analysis.topics],
        "notices": [
            {"code": n.code, "message": n.message, "start": n.span and n.span.start, "end": n.span and n.span.end}
            for n in analysis.notices
        ],
        **_labelled(analysis),
    }


def _keyword(phrase: Keyphrase) -> Json:
    idle = {"idle": True} if phrase.idle else {}
    return {"text": phrase.text, "salience": round(phrase.salience, 4), **idle}


def _labelled(analysis: Analysis) -> Json:
    """What extractors of other packages found; without any, nothing tells of it."""
    body = analysis.article.body
    found = [{"label": one.label, **_stretch(one.span, body)} for one in analysis.labelled]
    return {"labelled": found} if found else {}


def _stretch(span: Span, body: str) -> Json:
    return {"start": span.start, "end": span.end, "text": span.of(body)}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _quotation(quotation: Quotation, body: str) -> Json:
    speaker = quotation.speaker
    idle = {"idle": True} if quotation.idle else {}
    return {
        **_stretch(quotation.span, body),
        "fragments": [_pair(span) for span in quotation.fragments],
        "content": [_pair(span) for span in quotation.content],
        "kind": quotation.kind.value,
        "speaker": {**_stretch(speaker.span, body), "name": speaker.name} if speaker else None,
        "cue": _stretch(quotation.cue, body) if quotation.cue else None,
        "confidence": round(quotation.confidence, 4),
        **idle,
    }


def _country(country: CountryTag) -> Json:
    return {
        "code": country.code,
        "salience": round(country.salience, 4),
        "role": country.role.value,
        "mentions": [_pair(mention.span) for mention in country.mentions if mention.part is Part.BODY],
    }


def _topic(topic: TopicTag) -> Json:
    return {"id": topic.id, "label": topic.label, "broad": topic.broad, "salience": round(topic.salience, 4)}
