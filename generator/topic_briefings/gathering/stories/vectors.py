"""A vector an article: what it says, weighed by how few other articles say it.

The weight of a word is (1 + log count) times its inverse document frequency to the power 1.5 (Spärck Jones, 1972),
smoothed by a background of articles, so that a corpus of ten and one of ten thousand weigh alike.

Two things make one article more cost little. How many articles there are, and how many hold a word, is told in steps,
so that an article that comes or goes changes what few words are worth, and few vectors. And all weights and values are
whole numbers, of small parts: their sums are exact in whatever order they are added, so that a cosine that was
kept is the very one that would be found again.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache, cached_property

import numpy as np
import numpy.typing as npt

from topic_briefings.gathering.stories.background import shares
from topic_briefings.gathering.stories.columns import MOST, Columns, Numbers, columns
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
EXACT, STEP, STEP_OF_ALL = 12, 2**0.5, 2**0.125
"""So many that hold a word are counted, more told in steps of so many times as many; all articles in other steps."""
PART = 64
"""Weights are whole numbers of such parts."""
UNIT = 16_384
"""Values are whole numbers of such parts of the length of a vector."""
EVERYWHERE = 1.0
"""The share of a common word."""
_FACTOR = np.array([0, *(round(PART * (1 + math.log(halves / 2))) for halves in range(1, MOST + 1))])
"""What it counts that an article says a word so many halves of times."""

Vector = Mapping[str, float]
Floats = npt.NDArray[np.float64]


class Worth:
    """How common each word is in each language, as far as it matters, and its weight in ``PART``: 0 of a common one."""

    def __init__(self, made: Columns, background: Floats) -> None:
        """``background`` has the share of articles that hold a word, a row a language, a column a word of ``made``."""
        words = background.shape[1]
        held = made.held(words)
        articles = stepped(np.array([len(made.sizes)]), STEP_OF_ALL)[0]
        self.held = stepped(held, STEP)
        """How many articles hold each word, the middle of its step."""
        own = np.where(made.written_small(words), OWN * self.held / (articles + FEW), 0.0)
        behind = BACKGROUND * np.maximum(background, own)
        share = (self.held + behind) / (articles + BACKGROUND)
        self.share = np.where(held > 1, np.where(share > COMMON, EVERYWHERE, share), 0.0)
        """The smoothed share of articles that hold a word; 0 of one that a single article holds."""
        logs = np.log(np.maximum((articles + BACKGROUND + 1) / (self.held + behind + 0.5), 1.0))
        telling = (held > 1) & (share <= COMMON) & (self.held <= MOST_HELD)
        self.weight = np.where(telling, np.rint(PART * logs**POWER), 0.0)

    def changed(self, before: Worth) -> npt.NDArray[np.bool_]:
        """Which words are worth something else than ``before``."""
        found = (self.share != before.share) | (self.weight != before.weight)
        return np.asarray(found.any(axis=0))


def _background(words: Mapping[str, int], tables: Sequence[str]) -> Floats:
    """The share of articles that hold each of ``words`` in each of the languages ``tables``, 0 where it is unknown."""
    found = np.zeros((len(tables), len(words)))
    for row, language in enumerate(tables):
        known = shares(language)
        met = [word for word in known if word in words]
        found[row, [words[word] for word in met]] = [known[word] for word in met]
    return found


def stepped(counts: Numbers, step: float) -> Floats:
    """The middle of the step in which each of ``counts`` lies; 0 of 0."""
    first = _steps(step)
    at = np.searchsorted(first, counts, side="right")
    middles = np.concatenate([[0.0], (first[:-1] + first[1:] - 1) / 2])
    found: Floats = middles[at]
    return found


@cache
def _steps(step: float) -> Numbers:
    """The counts at which steps begin."""
    powers = range(math.ceil(math.log(1e9 / EXACT, step)))
    return np.array([*range(1, EXACT), *(math.ceil(EXACT * step**power - 1e-6) for power in powers)])


class Vectors:
    """The vectors of articles, of length 1 or empty: the entries of columns, of which one is taken out when asked."""

    def __init__(self, words: Sequence[str], first: Numbers, word: npt.NDArray[np.int32], value: Floats) -> None:
        self._words = words
        self.first, self.word, self.value = first, word, value
        self._taken: dict[int, Vector] = {}

    def __len__(self) -> int:
        return len(self.first) - 1

    def __getitem__(self, number: int) -> Vector:
        found = self._taken.get(number)
        if found is None:
            own = slice(self.first[number], self.first[number + 1])
            words = [self._words[at] for at in self.word[own].tolist()]
            found = self._taken[number] = dict(zip(words, self.value[own].tolist(), strict=True))
        return found


class Corpus:
    """The terms of all articles, and what they are worth."""

    def __init__(self, terms: Sequence[Terms], made: Columns) -> None:
        """``made`` are the columns of ``terms``."""
        self.terms = tuple(terms)
        self.columns = made
        tables = sorted({one.language if shares(one.language) else "" for one in terms})
        self._row = {one.language: tables.index(one.language if shares(one.language) else "") for one in terms}
        self.background = _background(made.words, tables)
        """What is known of words in each language that has a table, and, the same of all, in one that has none."""
        self.worth = Worth(made, self.background)
        self.words = list(made.words)
        """By number, as the columns have it."""
        self.vectors = self._vectors()

    @cached_property
    def _shares(self) -> list[list[float]]:
        found: list[list[float]] = self.worth.share.tolist()
        return found

    @cached_property
    def _rare(self) -> npt.NDArray[np.bool_]:
        return self.worth.share < RARE

    @cached_property
    def _held(self) -> list[float]:
        found: list[float] = self.worth.held.tolist()
        return found

    def rarity(self, number: int, word: str) -> float:
        """The share of articles, background included, that hold ``word`` in the language of article ``number``."""
        at = self.columns.words.get(word)
        return 0.0 if at is None else self._shares[self._row[self.terms[number].language]][at]

    def rare(self, number: int, others: Sequence[int] = ()) -> list[tuple[str, int]]:
        """The ``RARE`` words of article ``number`` and ``others``, for its language, and how many of them hold each."""
        made, few = self.columns, self._rare[self._row[self.terms[number].language]]
        entries = [made.word[made.first[one] : made.first[one + 1]] for one in (number, *others)]
        held = np.concatenate(entries) if others else entries[0]
        words, counts = np.unique(held[few[held]], return_counts=True)
        return [(self.words[at], count) for at, count in zip(words.tolist(), counts.tolist(), strict=True)]

    def held(self, word: str) -> float:
        """How many articles hold ``word``, more or less."""
        at = self.columns.words.get(word)
        return 0.0 if at is None else self._held[at]

    def _vectors(self) -> Vectors:
        made = self.columns
        row = np.array([self._row[one.language] for one in self.terms], dtype=np.int64)
        cell = np.repeat(row * self.worth.weight.shape[1], made.sizes) + made.word
        whole = _FACTOR[made.count] * self.worth.weight.ravel()[cell]
        owner = np.repeat(np.arange(len(self.terms)), made.sizes)
        length = np.sqrt(np.bincount(owner, weights=whole * whole, minlength=len(self.terms)))
        value = np.rint(UNIT * whole / np.maximum(length, 1.0)[owner]) / UNIT
        kept = value > 0
        first = np.concatenate([[0], np.cumsum(kept)])[made.first]
        return Vectors(self.words, first, made.word[kept], value[kept])


def corpus(terms: Sequence[Terms], made: Columns | None = None) -> Corpus:
    """The corpus of articles with these ``terms``, of which ``made`` are the columns, where they are known."""
    return Corpus(terms, made or columns(terms))
