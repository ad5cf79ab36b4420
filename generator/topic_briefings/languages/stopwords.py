"""Words too common to say what a text is about, of any language that the table has."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from topic_briefings.tables import Tables

_WRITTEN_AS = {"nb": "no", "nn": "no"}
"""ISO 639-1 code → the code of the row that serves it too: both ways to write Norwegian."""


@cache
def stopwords(language: str) -> frozenset[str]:
    """The stop words of ``language`` (ISO 639-1) in lower case; none where the table has no row for it."""
    return _table().get(_WRITTEN_AS.get(language, language), frozenset())


@cache
def _table() -> dict[str, frozenset[str]]:
    return {
        language: frozenset(words.split(" ")) for language, words in Tables(Path(__file__).parent).rows("stopwords")
    }
