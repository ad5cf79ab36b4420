"""Which words say what the article is about?"""

from __future__ import annotations

import math
from collections.abc import Iterator

from topic_briefings.extractors.keyphrases.library import Library
from topic_briefings.extractors.keyphrases.phrases import Phrases
from topic_briefings.extractors.keyphrases.ranking import Key, added, ranked
from topic_briefings.extractors.keyphrases.telling import shown
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Keyphrase, Span
from topic_briefings.text.document import Document

_MOST = 10
"""Keyphrases of an article; ten say what it is about, and more only that it is long."""


def extract(document: Document, knowledge: Knowledge) -> Iterator[Keyphrase]:
    """Yield up to ten keyphrases, the most salient first, each with the spans in the body that say it.

    A language with a grammar of nouns is read for noun phrases and names; else the candidates are YAKE's own.
    Fewer are given where no more are good. Saliences fall strictly from 1 towards 0; equals are ordered by their words.
    What tells a reader little is marked idle, and what comes behind the six that tell most; the best is not, whatever
    it says, nor are the best three unless they tell next to nothing.
    """
    nouns = document.language.nouns
    article = Library(document) if nouns is None else Phrases(document, nouns)
    ceiling, best = 1.0, None
    seen: set[str] = set()
    found = list(ranked(article.scores, _MOST))
    lowest = found[-1][1] if found else 0.0
    late = added(article.terms(), [key for key, _ in found], _MOST - len(found))
    every = {**dict(found), **dict.fromkeys(late, lowest)}
    printed: dict[Key, tuple[str, tuple[Span, ...]]] = {}
    for key in every:
        text, spans = article.printed(key)
        if text.lower() not in seen:
            seen.add(text.lower())
            printed[key] = text, spans
    told = {
        key: article.use(key, text=text, mentions=len(spans), rank=rank)
        for rank, (key, (text, spans)) in enumerate(printed.items(), 1)
    }
    telling = shown(told, {key: text for key, (text, _) in printed.items()})
    for key, (text, spans) in printed.items():
        score = every[key]
        best = score if best is None else best
        # The logarithms fall by some three units; halved, the last phrases stay above 0.
        ceiling = min(ceiling - 0.001, math.exp((score - best) / 2))
        yield Keyphrase(text=text, salience=round(max(ceiling, 0.0), 4), spans=spans, idle=key not in telling)
