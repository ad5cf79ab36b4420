"""Which other reports of its story are nearest to each, and the rarest word that it shares with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from itertools import combinations
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from topic_briefings.gathering.stories.centre import cosine
from topic_briefings.gathering.stories.vectors import Corpus

MATES = 12
"""So many mates of a report are put in order; the story itself lists all."""

Beside: TypeAlias = Sequence[Sequence[tuple[int, str]]]
"""For each member of a story, in order of number, the places of its mates among them, and a word with each or ""."""


def all_mates(
    stories: Sequence[tuple[int, ...]],
    made: Corpus,
    keys: Sequence[str],
    changed: npt.NDArray[np.bool_],
    known: Mapping[str, Beside],
) -> tuple[list[Beside], dict[str, Beside]]:
    """The mates in each of ``stories``, and the same by a digest of the story, as ``known`` has some.

    They hang on its articles, for which ``keys`` stand, and on what its words are worth, which is known where none of
    its articles has ``changed``.
    """
    found: list[Beside] = []
    kept: dict[str, Beside] = {}
    for story in stories:
        own = sorted(story)
        digest = blake2b(" ".join(keys[number] for number in own).encode(), digest_size=12).hexdigest()
        beside = None if changed[own].any() else known.get(digest)
        kept[digest] = beside = _mates(own, made) if beside is None else beside
        found.append(beside)
    return found, kept


def _mates(own: Sequence[int], made: Corpus) -> Beside:
    """The mates of each of the articles ``own``."""
    near: dict[int, list[tuple[float, int]]] = {one: [] for one in range(len(own))}
    for one, other in combinations(near, 2):
        far = -cosine(made.vectors[own[one]], made.vectors[own[other]])
        near[one].append((far, other))
        near[other].append((far, one))
    found = []
    for one, others in near.items():
        rare = sorted((made.rarity(own[one], word), -len(word), word) for word, _ in made.rare(own[one]))
        nearest = [other for _, other in sorted(others)[:MATES]]
        theirs = [made.terms[own[other]].counts for other in nearest]
        shared = [next((word for _, _, word in rare if word in counts), "") for counts in theirs]
        found.append(list(zip(nearest, shared, strict=True)))
    return found
