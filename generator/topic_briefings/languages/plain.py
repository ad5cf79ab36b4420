"""The language of all articles whose language has no folder: marks yes, attribution none."""

from __future__ import annotations

import re
from functools import cache, partial
from pathlib import Path

from topic_briefings.languages.language import Language
from topic_briefings.languages.stopwords import stopwords
from topic_briefings.tables import Tables


def plain(code: str) -> Language:
    """What is known of any language: its stop words and its elided articles, as far as the tables have them."""
    return Language(code=code, stop_words=partial(stopwords, code), elided=_elisions().get(code))


@cache
def _elisions() -> dict[str, re.Pattern[str]]:
    """Language → its elided words with their apostrophe, before a letter."""
    return {
        language: re.compile(rf"(?<![\w'])(?:{words.replace(' ', '|')})'(?=[^\W\d_])", re.IGNORECASE)
        for language, words in Tables(Path(__file__).parent).rows("elisions")
    }


PLAIN = plain("")
"""The language of no code."""
