"""Which language a text is in, by a vote of its commonest words; a model need only be asked where they are not sure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from topic_briefings.languages.stopwords import stopwords

_LOOK_AT = 1_200
"""Characters; more text does not change the answer."""
_LEAST = 40
"""Words that a vote needs."""
_SHARE = 0.3
"""The share of the words that are common ones of the language that wins; running text has more."""
_LEAD = 2
"""How many times as many as any other language's they must be."""
_WORD = re.compile(r"[^\W\d_]+")


def sure(text: str, codes: frozenset[str]) -> str | None:
    """The ISO 639-1 code, of ``codes``, that the stop words of ``text`` leave no doubt of; None where they do.

    A short text, a table of figures and a language without a list of stop words leave doubt.
    """
    words = _WORD.findall(text[:_LOOK_AT].lower())
    if len(words) < _LEAST:
        return None
    common = _common(codes)
    votes = Counter([code for word in words if word in common for code in common[word]])
    (best, most), (_, second) = [*votes.most_common(2), ("", 0), ("", 0)][:2]
    return best if most >= _SHARE * len(words) and most >= _LEAD * second else None


@cache
def _common(codes: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Each stop word with the languages that have it, in order of their codes."""
    found: dict[str, tuple[str, ...]] = {}
    for code in sorted(codes):
        for word in stopwords(code):
            found[word] = (*found.get(word, ()), code)
    return found
