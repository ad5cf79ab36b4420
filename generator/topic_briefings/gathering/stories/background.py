"""How many news articles of a language hold a word, from a table of common words.

With it a rare word is rare in ten articles as in ten thousand. A word that the table does not know, or any word of a
language without a table, is held as common as the gathered articles make it: words that they write small are taken
for the language's, names for the story's.
"""

from __future__ import annotations

import math
from functools import cache

from topic_briefings.knowledge import DATA, rows

LENGTH = 100
"""Words of an article as far as repetition goes: a word comes back in one article rather than in another."""
ZIPF_OF_ONE = 9
"""A word of this Zipf value would be every word; the tables hold tenths."""


@cache
def shares(language: str) -> dict[str, float]:
    """The share of articles that hold each common word of ``language`` (ISO 639-1); empty where no table is known."""
    name = f"frequencies/{language}.tsv"
    if not (DATA / name).is_file():
        return {}
    found: dict[str, float] = {}
    for tenths, words in rows(name):
        share = 1 - math.exp(-LENGTH * 10 ** (int(tenths) / 10 - ZIPF_OF_ONE))
        found.update(dict.fromkeys(words.split(), share))
    return found


@cache
def small_words(language: str) -> frozenset[str]:
    """The words that hold sentences together: those that a third of all articles hold."""
    return frozenset(word for word, share in shares(language).items() if share >= 1 / 3)
