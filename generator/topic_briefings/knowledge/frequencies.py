"""How common the words of a language are, from the tables of ``data/frequencies``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from topic_briefings.knowledge import DATA, rows


@cache
def zipf(language: str) -> Mapping[str, int]:
    """Each common word of ``language`` (ISO 639-1) and its Zipf value in tenths; empty where no table is known.

    The Zipf value is the logarithm of how often a word stands in a thousand million words (van Heuven et al.,
    "SUBTLEX-UK", 2014); the tables begin at 4.0.
    """
    name = f"frequencies/{language}.tsv"
    if not language.isalpha() or not (DATA / name).is_file():
        return {}
    return {word: int(tenths) for tenths, words in rows(name) for word in words.split()}
