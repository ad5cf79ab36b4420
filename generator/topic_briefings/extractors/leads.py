"""Which of its first sentences could open a briefing?

The page of a country or a topic opens with sentences taken out of their articles. The first three of a report that tell
something are offered where they stand alone (``text/opening.py``), each with how near it is to what its article is
about. Which of them speaks for which page is decided when all articles are together.

A first sentence that names a country is rarely beside the point of its page, also where it is not that of its article:
of 38 that editors judged 36 were right, and of those 16 of the 17 that are no sure point (``gist.py``). So a first
sentence is offered unless much speaks against it, a later one only where more speaks for it than against.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from topic_briefings.extractors.gist import is_lure, nearness, odds, signs, telling
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Lead
from topic_briefings.text.datelines import without_dateline
from topic_briefings.text.document import Document
from topic_briefings.text.opening import may_open

FIRST = 3
"""Sentences of an article that may open a briefing."""
_NEARER = 0.3
"""What standing first adds; half of it for the second, a third for the third."""


_BARS = -0.5, 0.5
"""What a first and a later sentence need: the logarithm of the odds that it tells what its article is about."""


def extract(document: Document, knowledge: Knowledge) -> Iterator[Lead]:
    """Yield up to ``FIRST`` sentences that stand alone, in order, datelines left out."""
    for sentence, place in islice(telling(document).items(), FIRST):
        span = without_dateline(document.body, sentence)
        told = document.passage(span)
        if is_lure(document, told.text) or not may_open(told, document.body, first=place == 0):
            continue
        if odds(signs(document, span, place)) >= _BARS[place > 0]:
            yield Lead(span=span, value=round(nearness(document, told) + _NEARER / (1 + place), 4))
