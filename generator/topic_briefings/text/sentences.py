"""Where sentences begin and end. The one module that knows sentencex."""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

from topic_briefings.languages import of
from topic_briefings.models import Span

_SPLIT_STATE = re.compile(r"-[A-Z]\.\s?$")
"""The first half of a state's letters after a party's: "D-N." of "D-N.D."."""
_INITIAL = re.compile(r"[A-Z]\.")


def sentences(text: str, within: Span, language: str) -> Iterator[Span]:
    """The sentences of ``text[within.start:within.end]``, white space at their ends left out.

    sentencex falls back to its rules for English where it has none for ``language`` (ISO 639-1). Cuts that it makes
    inside a name or a word are mended: after "Ms.", in "D-N.D.", in "outsider-vs.-insider".
    """
    part, titles = within.of(text), of(language).dotted_titles()
    start = end = 0
    for piece in sentencex.segment(language, part):  # joined they are the text again
        end += len(piece)
        if end < len(part) and _goes_on(part, start, end, titles):
            continue
        cut = part[start:end]
        first = within.start + end - len(cut.lstrip())
        last = within.start + start + len(cut.rstrip())
        if first < last:
            yield Span(first, last)
        start = end


def _goes_on(part: str, start: int, end: int, titles: frozenset[str]) -> bool:
    """Whether the cut at ``end`` stands inside a sentence that begins at ``start``."""
    before = part[max(start, end - 12) : end]
    if not before.rstrip().endswith("."):
        return False
    if not before[-1].isspace() and part[end] in "-–":
        return True
    if "-" in before and _SPLIT_STATE.search(before) and _INITIAL.match(part, end):
        return True
    return before.split()[-1] in titles
