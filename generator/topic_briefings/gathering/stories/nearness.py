"""How near articles are to one another: the cosines of their vectors, by an inverted index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from topic_briefings.gathering.stories.vectors import Vector

LEAST = 0.05
"""A smaller cosine counts as none."""
DIGITS = 9
"""Cosines are rounded, so that the last bit of a sum decides nothing."""
_AT_ONCE = 1_000_000
"""Products that are summed at once, and pairs that are looked at for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """The pairs of articles that have something in common: ``one[k] < other[k]``, sorted, with their cosine."""

    one: npt.NDArray[np.int32]
    other: npt.NDArray[np.int32]
    cosine: npt.NDArray[np.float64]


def near(vectors: Sequence[Vector]) -> Near:
    """All pairs of ``vectors`` whose cosine is ``LEAST`` or more."""
    index = _Index(vectors)
    found = [_of_block(index, first, last) for first, last in index.blocks()]
    if not found:
        return Near(one=np.empty(0, np.int32), other=np.empty(0, np.int32), cosine=np.empty(0))
    ones, others, cosines = zip(*found, strict=True)
    return Near(one=np.concatenate(ones), other=np.concatenate(others), cosine=np.concatenate(cosines))


class _Index:
    """Who holds which word: an entry for each word of each vector, in the order of the vectors."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        numbers: dict[str, int] = defaultdict(lambda: len(numbers))
        words = np.array([numbers[word] for vector in vectors for word in vector], dtype=np.int64)
        sizes = np.array([len(vector) for vector in vectors], dtype=np.int64)
        self.articles = len(vectors)
        self.first = np.concatenate([[0], np.cumsum(sizes)])
        """The first entry of each vector, and behind all."""
        self.values = np.array([value for vector in vectors for value in vector.values()])
        self.owner = np.repeat(np.arange(len(vectors), dtype=np.int64), sizes)
        self.by_word = np.argsort(words, kind="stable")
        """The entries word by word, those of one word in order."""
        ends = np.cumsum(np.bincount(words, minlength=len(numbers)))
        self.place = np.empty(len(words), dtype=np.int64)
        """Where each entry stands in ``by_word``."""
        self.place[self.by_word] = np.arange(len(words))
        self.later = ends[words] - self.place - 1
        """How many entries of the same word stand behind it there."""

    def blocks(self) -> Iterator[tuple[int, int]]:
        """Ranges of vectors that are compared with all later ones at once, as many as memory is spent on."""
        work = np.concatenate([[0], np.cumsum(self.later)])[self.first]
        first = 0
        while first < self.articles:
            last = int(np.searchsorted(work, work[first] + _AT_ONCE, side="right")) - 1
            last = max(first + 1, min(last, first + _AT_ONCE // self.articles, self.articles))
            yield first, last
            first = last


_Found = tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], npt.NDArray[np.float64]]


def _of_block(index: _Index, first: int, last: int) -> _Found:
    """The vectors ``first`` to ``last``, the later ones that each has something in common with, and their cosines."""
    own = slice(index.first[first], index.first[last])
    later = index.later[own]
    begin = np.cumsum(later) - later
    places = np.arange(later.sum()) + np.repeat(index.place[own] + 1 - begin, later)
    others = index.by_word[places]
    cells = np.repeat((index.owner[own] - first) * index.articles, later) + index.owner[others]
    parts = index.values[others] * np.repeat(index.values[own], later)
    sums = np.bincount(cells, weights=parts, minlength=1)
    (enough,) = np.nonzero(sums >= LEAST)
    one, other = np.divmod(enough, index.articles)
    cosines: npt.NDArray[np.float64] = sums[enough].astype(np.float64).round(DIGITS)
    return (one + first).astype(np.int32), other.astype(np.int32), cosines
