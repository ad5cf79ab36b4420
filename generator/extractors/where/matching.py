"""Find the words that may stand for a country."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.knowledge.gazetteer import Entry, Gazetteer
from generator.models import Part, Span
from generator.text.phrases import lower


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A phrase of the gazetteer in the text, before it is known what it stands for."""

    span: Span
    part: Part
    entry: Entry


def find(text: str, part: Part, words: Gazetteer) -> Iterator[Hit]:
    """The phrases of ``words`` in ``text``, in order, as far as their letters allow."""
    for span, index in words.matcher.find(lower(text)):
        entry = words.entries[index]
        if _spelled(span.of(text), entry) and not (entry.after_comma and not _after_comma(text, span.start)):
            yield Hit(span=span, part=part, entry=entry)


def _spelled(printed: str, entry: Entry) -> bool:
    """Whether the letters are those of a name: capitals somewhere, and exactly as asked for."""
    if entry.exact:
        return printed in entry.exact
    return entry.any_case or not printed.islower()


def _after_comma(text: str, start: int) -> bool:
    """Whether a capitalised word and a comma stand before ``start``."""
    before = text[max(0, start - 30) : start]
    return before.endswith(", ") and before.rstrip(", ").rpartition(" ")[2][:1].isupper()
