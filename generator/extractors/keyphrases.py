"""Which words say what the article is about?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.keyphrases import library, phrases
from generator.keyphrases.ranking import Candidate, merged, ranked
from generator.knowledge import Knowledge
from generator.models import Keyphrase
from generator.text.document import Document

_MOST = 12


def extract(document: Document, knowledge: Knowledge) -> Iterator[Keyphrase]:
    """Yield up to 12 keyphrases, the most salient first, each with the spans in the body that say it.

    English is read for noun phrases and names; for other languages the candidates are YAKE's own. Saliences fall
    strictly from 1 towards 0 and equals are ordered by their text, so that no two are alike.
    """
    candidates = phrases.candidates(document) if document.language == "en" else library.candidates(document)
    chosen = merged(ranked(candidates))[:_MOST]
    ceiling = 1.0
    for candidate in chosen:
        ceiling = min(ceiling - 0.001, candidate.score / chosen[0].score)
        yield _keyphrase(candidate, max(ceiling, 0.0))


def _keyphrase(candidate: Candidate, salience: float) -> Keyphrase:
    return Keyphrase(text=candidate.text, salience=round(salience, 4), spans=tuple(sorted(candidate.spans)))
