"""Where sentences begin and end. The one module that knows sentencex."""

from __future__ import annotations

from collections.abc import Iterator

import sentencex

from generator.models import Span


def sentences(text: str, within: Span, language: str) -> Iterator[Span]:
    """The sentences of ``text[within.start:within.end]``, white space at their ends left out.

    sentencex falls back to its rules for English where it has none for ``language`` (ISO 639-1).
    """
    part = within.of(text)
    for found in sentencex.get_sentence_boundaries(language, part):
        cut = part[found["start_index"] : found["end_index"]]
        start = within.start + found["start_index"] + len(cut) - len(cut.lstrip())
        end = within.start + found["start_index"] + len(cut.rstrip())
        if start < end:
            yield Span(start, end)
