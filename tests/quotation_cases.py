"""Reads the cases of tests/cases/quotations: a title after ===, the text, ---, and one expectation a line.

A first line of the text behind "# " is its headline.
A last line "xfail: reason" makes the case a known failure.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.known_failures import parted
from topic_briefings.extractors.quotes.extraction import find
from topic_briefings.models import Article, Notice, Quotation, Speaker
from topic_briefings.text.document import Document

FOLDER = Path(__file__).parent / "cases" / "quotations"


class Case(NamedTuple):
    """One situation."""

    title: str
    text: str
    expected: tuple[tuple[str, str], ...]
    """Words of a statement, and what is expected of it."""
    marks: tuple[pytest.MarkDecorator, ...]
    """Of a known failure."""


def cases(name: str) -> Iterator[Case]:
    """The cases of one file."""
    for block in (FOLDER / name).read_text(encoding="utf-8").split("\n=== ")[1:]:
        head, _, rest = block.partition("\n")
        whole, marks = parted(rest)
        text, _, lines = whole.partition("\n---\n")
        pairs = [line.rpartition(" -> ") for line in lines.splitlines() if " -> " in line]
        expected = tuple((words.strip(), wanted.strip()) for words, _, wanted in pairs)
        yield Case(head.strip(), text.strip(), expected, marks)


def found(text: str, language: str = "en") -> list[Quotation | Speaker | Notice]:
    """What is found in a body typed into a test."""
    headed = text.startswith("# ")
    headline, _, body = text.removeprefix("# ").partition("\n") if headed else ("", "", text)
    article = Article(id="case", headline=headline, body=body, language=language, source="case", digest="")
    return list(find(Document(article)))


def quotation_of(text: str, words: str, language: str = "en") -> Quotation | None:
    """The quotation that reports ``words``: the one with marks first, then the shortest."""
    body = text.partition("\n")[2] if text.startswith("# ") else text
    start = body.index(words)
    holding = [
        item
        for item in found(text, language)
        if isinstance(item, Quotation) and any(s.start <= start < s.end for s in item.fragments or item.content)
    ]
    return min(holding, key=lambda q: (not q.fragments, q.span.end - q.span.start), default=None)
