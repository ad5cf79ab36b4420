"""A vector an article: what it says, weighed by how few other articles say it.

The weight of a word is (1 + log count) times its inverse document frequency to the power 1.5 (Spärck Jones, 1972),
smoothed by a background of articles, so that a corpus of ten and one of ten thousand weigh alike.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from topic_briefings.gathering.stories.background import shares
from topic_briefings.gathering.stories.terms import Terms

BACKGROUND = 3000
"""Articles that the background stands for."""
POWER = 1.5
COMMON = 0.03
"""A word that more articles than this share hold tells no story from another."""
MOST_HELD = 1000
"""So many articles at most may hold a word that pairs are made of: the work stays linear."""
RARE = 0.012
"""Of the articles, background included: a word held by fewer is rare."""
VERY_RARE = 0.005
OWN = 0.2
"""How much the gathered articles count as background for words that they write small."""
FEW = 20
"""Articles that are added before that share is taken, so that a few on one event do not make its words common."""

Vector = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The terms of all articles, and what they are worth."""

    terms: tuple[Terms, ...]
    vectors: tuple[Vector, ...]
    """Of length 1, or empty; one for each of ``terms``."""
    held: Counter[str]
    """How many articles hold each word."""
    share: dict[str, dict[str, float]]
    """The smoothed share of articles that hold a word, by language, of words that two articles hold."""

    def rarity(self, number: int, word: str) -> float:
        """The share of articles, background included, that hold ``word`` in the language of article ``number``."""
        return self.share[self.terms[number].language].get(word, 0.0)


def corpus(terms: Sequence[Terms]) -> Corpus:
    """The vectors of articles with these ``terms``."""
    held: Counter[str] = Counter()
    small: set[str] = set()
    for one in terms:
        held.update(one.counts.keys())
        small |= one.small
    share: dict[str, dict[str, float]] = {}
    weight: dict[str, dict[str, float]] = {}
    for language in sorted({one.language for one in terms}):
        words = {word for one in terms if one.language == language for word in one.counts if held[word] > 1}
        share[language], weight[language] = _weights(words, language, held, small, len(terms))
    vectors = tuple(_vector(one, weight[one.language]) for one in terms)
    return Corpus(terms=tuple(terms), vectors=vectors, held=held, share=share)


def _weights(
    words: set[str], language: str, held: Counter[str], small: set[str], articles: int
) -> tuple[dict[str, float], dict[str, float]]:
    """The smoothed share of each word, and the weight of those that are not common."""
    known = shares(language)
    share: dict[str, float] = {}
    weight: dict[str, float] = {}
    for word in words:
        own = OWN * held[word] / (articles + FEW) if word in small else 0.0
        behind = BACKGROUND * max(known.get(word, 0.0), own)
        share[word] = (held[word] + behind) / (articles + BACKGROUND)
        if share[word] <= COMMON and held[word] <= MOST_HELD:
            weight[word] = math.log((articles + BACKGROUND + 1) / (held[word] + behind + 0.5)) ** POWER
    return share, weight


def _vector(one: Terms, weight: dict[str, float]) -> Vector:
    found = {word: (1 + math.log(one.counts[word])) * weight[word] for word in sorted(one.counts) if word in weight}
    length = math.sqrt(sum(value * value for value in found.values()))
    return {word: value / length for word, value in found.items()} if length else {}
