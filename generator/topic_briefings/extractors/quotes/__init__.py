"""Who said what?"""

from __future__ import annotations

from collections.abc import Iterator

from topic_briefings.extractors.quotes.confidence import THRESHOLD
from topic_briefings.extractors.quotes.extraction import find
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Notice, Quotation, Speaker
from topic_briefings.text.document import Document

__all__ = ["THRESHOLD", "extract"]


def extract(document: Document, knowledge: Knowledge) -> Iterator[Quotation | Speaker | Notice]:
    """Yield each quotation in order of appearance, each speaker by name, and doubts about spelling.

    A page names a quotation's speaker where its confidence is ``THRESHOLD`` or more.
    """
    yield from find(document)
