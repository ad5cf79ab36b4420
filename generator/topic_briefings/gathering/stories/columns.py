"""Who says which word, and how often: the words of all articles as columns, an entry for each word of each article.

Columns are kept from run to run, and only articles that are new are laid out. How words are numbered depends on what
was laid out before; nothing that is found depends on how words are numbered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from topic_briefings.gathering.stories.terms import Terms

Numbers = npt.NDArray[np.int64]
HALVES = 2
"""A word counts once, one and a half times or twice wherever it stands."""
MOST = 255
"""Halves that a count has at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The entries of articles, one article after the other."""

    words: dict[str, int]
    """The number of each word, in order."""
    first: Numbers
    """The first entry of each article, and behind all."""
    word: npt.NDArray[np.int32]
    count: npt.NDArray[np.uint8]
    """How often the article says the word, in halves."""
    small: npt.NDArray[np.bool_]
    """Whether it writes it small somewhere."""

    @property
    def sizes(self) -> Numbers:
        """How many entries each article has."""
        return np.diff(self.first)

    def held(self, words: int) -> Numbers:
        """How many articles hold each of the first ``words`` words."""
        return np.bincount(self.word, minlength=words)

    def written_small(self, words: int) -> npt.NDArray[np.bool_]:
        """Whether any article writes it small, for each of the first ``words`` words."""
        return np.bincount(self.word[self.small], minlength=words) > 0

    def any_of(self, marked: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
        """Whether each article holds one of the words that are ``marked``."""
        met = np.concatenate([[0], np.cumsum(marked[self.word])])[self.first]
        return np.diff(met) > 0

    def compact(self) -> Columns:
        """The same without the words that nobody holds any more."""
        held = self.held(len(self.words)) > 0
        if held.all():
            return self
        left = (word for word, kept in zip(self.words, held.tolist(), strict=True) if kept)
        words = {word: number for number, word in enumerate(left)}
        word = (np.cumsum(held) - 1)[self.word].astype(np.int32)
        return Columns(words=words, first=self.first, word=word, count=self.count, small=self.small)


NONE = Columns(
    words={},
    first=np.zeros(1, np.int64),
    word=np.empty(0, np.int32),
    count=np.empty(0, np.uint8),
    small=np.empty(0, np.bool_),
)


def columns(terms: Sequence[Terms], before: Columns = NONE, places: Sequence[int] = ()) -> Columns:
    """The columns of articles with these ``terms``; their words are numbered on from those of ``before``.

    ``places`` says where each article stands in ``before``, -1 where it does not.
    """
    at = np.array(places or [-1] * len(terms), dtype=np.int64)
    new = [one for one, place in zip(terms, at.tolist(), strict=True) if place < 0]
    numbers = dict(before.words)
    word = [numbers.setdefault(word, len(numbers)) for one in new for word in one.counts]
    count = [min(MOST, int(HALVES * count)) for one in new for count in one.counts.values()]
    small = [word in one.small for one in new for word in one.counts]
    sizes = np.concatenate([before.sizes, np.array([len(one.counts) for one in new], dtype=np.int64)])
    at[at < 0] = len(before.sizes) + np.arange(len(new))
    entries = ranges((np.cumsum(sizes) - sizes)[at], sizes[at])
    return Columns(
        words=numbers,
        first=np.concatenate([[0], np.cumsum(sizes[at])]),
        word=np.concatenate([before.word, np.array(word, dtype=np.int32)])[entries],
        count=np.concatenate([before.count, np.array(count, dtype=np.uint8)])[entries],
        small=np.concatenate([before.small, np.array(small, dtype=np.bool_)])[entries],
    )


def ranges(first: Numbers, sizes: Numbers) -> Numbers:
    """The numbers from each of ``first`` on, as many as ``sizes`` says, one range after the other."""
    return np.repeat(first - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
