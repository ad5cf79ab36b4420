"""YAKE's own candidates and scores, for languages without noun phrases here. The one module that runs YAKE.

Campos et al., "YAKE! Keyword extraction from single documents using multiple local features", 2020.
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import Any

from topic_briefings.extractors.keyphrases.ranking import Key
from topic_briefings.models import Span
from topic_briefings.text.document import Document
from topic_briefings.text.phrases import lower

_STRAIGHT = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')
_LONGEST_TEXT = 50_000
"""Characters that YAKE is given: its time grows faster than the text."""


class Library:
    """YAKE's candidates that stand in the body: ``scores`` by key, and how and where each is printed.

    Several words are a phrase only where they recur or are all capitalised: without a grammar nothing else tells
    "rue des Tilleuls" from "ouvre la nuit".
    """

    def __init__(self, document: Document) -> None:
        headline = document.headline.strip()
        closed = headline if not headline or headline[-1] in ".!?" else f"{headline}."
        text = f"{closed}\n\n{document.body[:_LONGEST_TEXT]}".translate(_STRAIGHT)
        self._printed = document.body
        self._body = lower(document.body.translate(_STRAIGHT))
        self.scores = {
            tuple(lower(words).split()): -math.log(score + 1e-6)
            for words, score in _extractor(document.language).extract_keywords(text)
            if (count := self._body.count(lower(words))) and (" " not in words or count > 1 or words.istitle())
        }

    def terms(self) -> dict[Key, float]:
        """None: without a grammar nothing tells a term from a stretch of a sentence."""
        return {}

    def printed(self, key: Key) -> tuple[str, tuple[Span, ...]]:
        """The form that the body prints first, and all its places there."""
        words = re.escape(" ".join(key))
        spans = tuple(Span(*found.span()) for found in re.finditer(rf"(?<!\w){words}(?!\w)", self._body))
        return (spans[0].of(self._printed) if spans else " ".join(key)), spans


@cache
def _extractor(language: str) -> Any:  # noqa: ANN401 - yake ships no types
    import yake  # late: it brings networkx and numpy

    return yake.KeywordExtractor(lan=language, n=3, top=60)
