"""YAKE's own candidates and scores, for languages without noun phrases here. The one module that runs YAKE.

Campos et al., "YAKE! Keyword extraction from single documents using multiple local features", 2020.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.keyphrases.ranking import Candidate
from generator.models import Span
from generator.text.document import Document
from generator.text.phrases import lower

_STRAIGHT = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')
_LONGEST_TEXT = 50_000
"""Characters that YAKE is given: its time grows faster than the text."""


def candidates(document: Document) -> Iterator[Candidate]:
    """YAKE's candidates that stand in the body to the letter, upper and lower case apart."""
    headline = document.headline.strip()
    closed = headline if not headline or headline[-1] in ".!?" else f"{headline}."
    text = f"{closed}\n\n{document.body[:_LONGEST_TEXT]}".translate(_STRAIGHT)
    body = lower(document.body.translate(_STRAIGHT))
    for words, score in _extractor(document.language).extract_keywords(text):
        found = [Span(*match.span()) for match in re.finditer(rf"\b{re.escape(lower(words))}\b", body)]
        if found:
            yield Candidate(
                key=tuple(lower(words).split()),
                text=found[0].of(document.body),
                spans=tuple(found),
                score=1 / (score + 0.01),
            )


@cache
def _extractor(language: str) -> Any:  # noqa: ANN401 - yake ships no types
    import yake  # late: it brings networkx and numpy

    return yake.KeywordExtractor(lan=language, n=3, top=30)
