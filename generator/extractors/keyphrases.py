"""Which words say what the article is about?"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import islice

from generator.keyphrases.library import Library
from generator.keyphrases.phrases import LANGUAGES, Phrases
from generator.keyphrases.ranking import ranked
from generator.knowledge import Knowledge
from generator.models import Keyphrase
from generator.text.document import Document

_MOST = 15


def extract(document: Document, knowledge: Knowledge) -> Iterator[Keyphrase]:
    """Yield up to 15 keyphrases, the most salient first, each with the spans in the body that say it.

    English and German are read for noun phrases and names; for other languages the candidates are YAKE's own.
    Saliences fall strictly from 1 towards 0; equals are ordered by their words.
    """
    article = Phrases(document) if document.language in LANGUAGES else Library(document)
    ceiling, best = 1.0, None
    for key, score in islice(ranked(article.scores), _MOST):
        best = score if best is None else best
        # The logarithms fall by some three units; halved, the last phrases stay above 0.
        ceiling = min(ceiling - 0.001, math.exp((score - best) / 2))
        text, spans = article.printed(key)
        yield Keyphrase(text=text, salience=round(max(ceiling, 0.0), 4), spans=spans)
