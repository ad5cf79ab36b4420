"""How near articles are to one another: the cosines of their vectors, by an inverted index.

A cosine is a sum of whole numbers of parts, and so the same whether one article is compared or all are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from topic_briefings.gathering.stories.columns import Numbers, ranges
from topic_briefings.gathering.stories.vectors import UNIT, Vectors

LEAST = 0.08
"""A smaller cosine counts as none."""
PARTS = UNIT * UNIT
"""Cosines are whole numbers of such parts."""
DIGITS = 9
"""Other measures are rounded, so that the last bit of a sum decides nothing."""
_BITS = 32
"""Of the number of an article."""
_AT_ONCE = 1_000_000
"""Products that are summed at once, and pairs that are looked at for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """The pairs of articles that have something in common: ``one[k] < other[k]``, sorted, with their cosine."""

    one: npt.NDArray[np.int32]
    other: npt.NDArray[np.int32]
    cosine: npt.NDArray[np.float64]

    def where(self, kept: npt.NDArray[np.bool_]) -> Near:
        """Those that are ``kept``."""
        return Near(one=self.one[kept], other=self.other[kept], cosine=self.cosine[kept])

    def ordered(self) -> Near:
        """The same, each pair and all of them in order."""
        low, high = np.minimum(self.one, self.other), np.maximum(self.one, self.other)
        place = low.astype(np.int64) << _BITS | high
        at = np.argsort(place, kind="stable")  # quick with pairs that are in order but for a few behind them
        return Near(one=low[at], other=high[at], cosine=self.cosine[at])

    def both_ways(self) -> Near:
        """Each pair twice, from either side."""
        one, other = np.concatenate([self.one, self.other]), np.concatenate([self.other, self.one])
        return Near(one=one, other=other, cosine=np.concatenate([self.cosine, self.cosine]))


NO_PAIRS = Near(one=np.empty(0, np.int32), other=np.empty(0, np.int32), cosine=np.empty(0))


def joined(some: Sequence[Near]) -> Near:
    """All pairs of ``some``."""
    found = [NO_PAIRS, *some]
    return Near(
        one=np.concatenate([one.one for one in found]),
        other=np.concatenate([one.other for one in found]),
        cosine=np.concatenate([one.cosine for one in found]),
    )


def near(vectors: Vectors, some: Sequence[int] | None = None, others: Sequence[int] = ()) -> Near:
    """The pairs whose cosine is ``LEAST`` or more: of ``some``, by number, with one another and with ``others``.

    Of all ``vectors`` with one another where nothing else is said.
    """
    asked = range(len(vectors)) if some is None else some
    order = np.array([*asked, *others], dtype=np.int32)
    index = _Index(vectors, order, len(asked))
    found = joined([_of_block(index, first, last) for first, last in index.blocks()])
    return Near(one=order[found.one], other=order[found.other], cosine=found.cosine).ordered()


class _Index:
    """Who holds which word: the entries of each vector, in ``order``, whose word one of the first ``asked`` has."""

    def __init__(self, vectors: Vectors, order: npt.NDArray[np.int32], asked: int) -> None:
        self.articles, self._asked = len(order), asked
        sizes = np.diff(vectors.first)[order]
        entries = ranges(vectors.first[order], sizes)
        words = vectors.word[entries]
        met = np.zeros(words.max(initial=0) + 1, dtype=np.bool_)
        met[words[: sizes[:asked].sum()]] = True
        kept = met[words]
        words, self.values = words[kept], vectors.value[entries[kept]]
        self.owner: Numbers = np.repeat(np.arange(len(order), dtype=np.int64), sizes)[kept]
        self.first = np.searchsorted(self.owner, np.arange(len(order) + 1))
        """The first entry of each vector, and behind all."""
        self.by_word = np.argsort(words, kind="stable")
        """The entries word by word, those of one word in order."""
        ends = np.cumsum(np.bincount(words, minlength=1))
        self.place = np.empty(len(words), dtype=np.int64)
        """Where each entry stands in ``by_word``."""
        self.place[self.by_word] = np.arange(len(words))
        self.later = ends[words] - self.place - 1
        """How many entries of the same word stand behind it there."""

    def blocks(self) -> Iterator[tuple[int, int]]:
        """Ranges of the vectors asked for that are compared with all later ones at once."""
        work = np.concatenate([[0], np.cumsum(self.later)])[self.first]
        first = 0
        while first < self._asked:
            last = int(np.searchsorted(work, work[first] + _AT_ONCE, side="right")) - 1
            last = max(first + 1, min(last, first + _AT_ONCE // self.articles, self._asked))
            yield first, last
            first = last


def _of_block(index: _Index, first: int, last: int) -> Near:
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
    cosines: npt.NDArray[np.float64] = sums[enough].astype(np.float64)
    return Near(one=(one + first).astype(np.int32), other=other.astype(np.int32), cosine=cosines)
