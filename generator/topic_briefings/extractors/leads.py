"""Which of its first sentences could open a briefing?

The page of a country or a topic opens with sentences taken out of their articles. The first three of a report are
offered where they stand alone (``text/opening.py``), each with how near it is to what its article is about. Which of
them speaks for which page is decided when all articles are together.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain, islice

from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Lead
from topic_briefings.text.datelines import without_dateline
from topic_briefings.text.document import Document
from topic_briefings.text.opening import may_open
from topic_briefings.text.standing import Passage, is_furniture, stems

FIRST = 3
"""Sentences of an article that may open a briefing."""
_LOOKED_AT = 8
"""Sentences looked through for them: bylines and captions in between do not count."""
_CENTRE = 40
"""Sentences that tell what the article is about."""
_SHARED, _CENTRAL = 2, 0.55
"""What a later sentence shares with the headline, or how near it is to the centre, that it may open a page: of those
that shared nothing eight of eight told of something else, of those that shared one word every second one."""
_NEARER = 0.3
"""What standing first adds; half of it for the second, a third for the third."""


def extract(document: Document, knowledge: Knowledge) -> Iterator[Lead]:
    """Yield up to ``FIRST`` sentences that stand alone, in order, datelines left out."""
    centre: dict[str, float] | None = None
    place = 0
    for sentence in islice(document.sentences, _LOOKED_AT):
        if place == FIRST:
            return
        span = without_dateline(document.body, sentence)
        told = document.passage(span)
        if is_furniture(told.text) or len(told.words) < 2:
            continue
        if may_open(told, document.body, first=place == 0):
            centre = centre or _centre(document)
            nearness = _nearness(told.stems, centre)
            if not place or nearness >= _CENTRAL or _shares(document, told):
                yield Lead(span=span, value=round(nearness + _NEARER / (1 + place), 4))
        place += 1


def _shares(document: Document, told: Passage) -> bool:
    """Whether a sentence shares so many stems with the headline, or all that a short one has; with none, always."""
    headline = frozenset(stems(document.headline, document.language))
    return len(headline.intersection(told.stems)) >= min(_SHARED, len(headline))


def _centre(document: Document) -> dict[str, float]:
    """The stems of the headline, twice, and of the beginning of the text, with how often they stand there."""
    found = Counter(stems(document.headline, document.language) * 2)
    passages = map(document.passage, document.sentences[:_CENTRE])
    found.update(chain.from_iterable(passage.stems for passage in passages))
    return {stem: 1 + math.log(count) for stem, count in found.items()}


def _nearness(own: tuple[str, ...], centre: Mapping[str, float]) -> float:
    """The cosine of a sentence and its article's centre (Salton's vector space, term frequency damped), 0 to 1."""
    words = dict.fromkeys(own)  # in order, on which the last bit of the sum hangs
    length = math.sqrt(len(words) * sum(weight * weight for weight in centre.values()))
    return sum(centre.get(stem, 0.0) for stem in words) / length if length else 0.0
