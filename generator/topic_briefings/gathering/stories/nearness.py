"""How near articles are to one another: the cosines of their vectors, by an inverted index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from topic_briefings.gathering.stories.vectors import Vector

LEAST = 0.05
"""A smaller cosine counts as none."""
DIGITS = 9
"""Cosines are rounded, so that the last bit of a sum decides nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """The pairs of articles that have something in common: ``one[k] < other[k]``, sorted, with their cosine."""

    one: npt.NDArray[np.int32]
    other: npt.NDArray[np.int32]
    cosine: npt.NDArray[np.float64]


def near(vectors: Sequence[Vector]) -> Near:
    """All pairs of ``vectors`` whose cosine is ``LEAST`` or more."""
    holders: dict[str, list[int]] = defaultdict(list)
    values: dict[str, list[float]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for word, value in vector.items():
            holders[word].append(number)
            values[word].append(value)
    index = {word: (np.array(at, dtype=np.int32), np.array(values[word])) for word, at in holders.items()}
    met: dict[str, int] = dict.fromkeys(index, 0)
    ones, others, cosines = [], [], []
    for number, vector in enumerate(vectors):
        found = _with_later(number, vector, index, met, len(vectors))
        if found is not None:
            ones.append(np.full(len(found[0]), number, dtype=np.int32))
            others.append(found[0])
            cosines.append(found[1])
    if not ones:
        return Near(one=np.empty(0, np.int32), other=np.empty(0, np.int32), cosine=np.empty(0))
    return Near(one=np.concatenate(ones), other=np.concatenate(others), cosine=np.concatenate(cosines))


def _with_later(
    number: int,
    vector: Vector,
    index: dict[str, tuple[npt.NDArray[np.int32], npt.NDArray[np.float64]]],
    met: dict[str, int],
    articles: int,
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float64]] | None:
    """The later articles that ``vector`` has something in common with, and their cosines.

    ``met`` says how many holders of a word have been passed; holders stand in order, so they are the first ones.
    """
    later, parts = [], []
    for word, value in vector.items():
        met[word] += 1
        at, values = index[word]
        if met[word] < len(at):
            later.append(at[met[word] :])
            parts.append(values[met[word] :] * value)
    if not later:
        return None
    sums = np.bincount(np.concatenate(later), weights=np.concatenate(parts), minlength=articles)
    (enough,) = np.nonzero(sums >= LEAST)
    cosines: npt.NDArray[np.float64] = sums[enough].astype(np.float64).round(DIGITS)
    return enough.astype(np.int32), cosines
