"""Which English nouns name a person: "baker", "volcanologist", "alderman"."""

from __future__ import annotations

from functools import lru_cache

from topic_briefings.languages.en.words import person_nouns, roles, word_set

_ENDINGS = ("ologist", "ographer", "monger", "keeper", "smith", "wright", "maker", "herder", "woman", "man")
"""Ends of trades that no dictionary has all of."""
_SHORTEST = 4
"""Letters before such an ending."""


@lru_cache(maxsize=20_000)
def is_person_noun(word: str) -> bool:
    """Whether ``word`` (lower case, singular) names a person by what one is or does."""
    if word in person_nouns() or roles().get(word) == "person":
        return True
    return any(word.endswith(end) and len(word) - len(end) >= _SHORTEST - 1 for end in _ENDINGS[:-2]) or (
        word.endswith(("man", "woman")) and len(word) > 2 * _SHORTEST
    )


@lru_cache(maxsize=20_000)
def is_kin(word: str) -> bool:
    """Whether a word in lower case says of what family somebody is: "widow", "mother-in-law", "ex-husband"."""
    return any(not kin.isdisjoint(word.split("-")) for kin in map(word_set, ("kin", "kin_f", "kin_m")))
