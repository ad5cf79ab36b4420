"""Which words say what the article is about?"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from topic_briefings.extractors.keyphrases.library import Library
from topic_briefings.extractors.keyphrases.phrases import Phrases
from topic_briefings.extractors.keyphrases.ranking import Key, added, is_said, ranked
from topic_briefings.extractors.keyphrases.shown import shown
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Keyphrase, Span
from topic_briefings.text.document import Document

_MOST = 10
"""Keyphrases of an article; ten say what it is about, and more only that it is long."""
_SURE = 2.4
"""What a name must tell to take the place of a more salient phrase that tells less: a person who is named again and
again, in an article that has many such."""
_NAMES = 2
"""So many names may."""


def extract(document: Document, knowledge: Knowledge) -> Iterator[Keyphrase]:
    """Yield up to ten keyphrases, the most salient first, each with the spans in the body that say it.

    A language with a grammar of nouns is read for noun phrases and names; else the candidates are YAKE's own.
    Fewer are given where no more are good. Saliences fall strictly from 1 towards 0; equals are ordered by their words.
    What tells a reader little is marked idle, and what comes behind the six that tell most; the best is not, whatever
    it says, nor are the best two unless they tell next to nothing. Somebody named again and again is among the ten.
    """
    nouns = document.language.nouns
    article = Library(document) if nouns is None else Phrases(document, nouns)
    ceiling, best = 1.0, None
    every = _found(article)
    printed: dict[Key, tuple[str, tuple[Span, ...]]] = {}
    seen: set[str] = set()
    for key in every:
        text, spans = article.printed(key)
        if text.lower() not in seen:
            seen.add(text.lower())
            printed[key] = text, spans
    told = {
        key: article.use(key, text=text, mentions=len(spans), rank=rank)
        for rank, (key, (text, spans)) in enumerate(printed.items(), 1)
    }
    for key in _beyond(told):
        del printed[key], told[key]
    telling = shown(told, {key: text for key, (text, _) in printed.items()}, document.language.code)
    for key, (text, spans) in printed.items():
        score = every[key]
        best = score if best is None else best
        # The logarithms fall by some three units; halved, the last phrases stay above 0.
        ceiling = min(ceiling - 0.001, math.exp((score - best) / 2))
        yield Keyphrase(text=text, salience=round(max(ceiling, 0.0), 4), spans=spans, idle=key not in telling)


def _found(article: Library | Phrases) -> dict[Key, float]:
    """What may be a keyphrase, with its score: the most salient phrases, terms where those are few, and names."""
    found = dict(ranked(article.scores, _MOST))
    lowest = min(found.values(), default=0.0)
    found |= dict.fromkeys(added(article.terms(), found, _MOST - len(found)), lowest)
    return found | dict.fromkeys([key for key in article.often_named() if not is_said(key, found)], lowest)


def _beyond(told: Mapping[Key, float]) -> set[Key]:
    """Which of the keys are too many: late names that tell too little, and for each other the phrase telling least."""
    early, late = list(told)[:_MOST], list(told)[_MOST:]
    names = [key for key in late if told[key] >= _SURE][:_NAMES]
    least = sorted(early, key=lambda key: (told[key], key))[: max(0, len(early) + len(names) - _MOST)]
    return {*least, *late} - {*names}
