"""What finding stories leaves for the next run: words as columns, who is near whom, merges, stories, and mates.

It is taken over for each article of which nothing has changed: neither its text nor the worth of any of its words. The
rest is found anew, and so everything is what it would be if nothing were kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from topic_briefings.gathering.stories.columns import NONE, Columns
from topic_briefings.gathering.stories.mates import Beside, all_mates
from topic_briefings.gathering.stories.merging import NO_LOG, Log
from topic_briefings.gathering.stories.nearness import NO_PAIRS, Near
from topic_briefings.gathering.stories.showing import Places
from topic_briefings.gathering.stories.vectors import Corpus
from topic_briefings.models import Analysis


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What one run left."""

    keys: tuple[str, ...] = ()
    """What stands for each analysis, in order of the articles' ids; "" where nothing does."""
    columns: Columns = NONE
    pairs: Near = NO_PAIRS
    log: Log = NO_LOG
    shown: Mapping[str, Places] = field(default_factory=dict)
    """The stories in each cluster, by a digest of its articles and of what is near to them."""
    mates: Mapping[str, Beside] = field(default_factory=dict)
    """The mates in each story, by a digest of its articles."""


class Keeper:
    """Holds what the run before has left, and what this one leaves."""

    def __init__(self, before: Kept | None = None, key: Callable[[Analysis], str] = lambda _: "") -> None:
        """``key`` gives what stands for an analysis and its article and all our code, "" where nothing does."""
        self.before = before or Kept()
        self.key = key
        self.after = self.before
        self.changed: npt.NDArray[np.bool_] = np.empty(0, np.bool_)
        """Which articles are not what they were, or hold a word that is worth something else."""

    def places(self, keys: Sequence[str]) -> list[int]:
        """Where each of ``keys`` stands in what was kept, -1 where it does not."""
        known = {key: place for place, key in enumerate(self.before.keys) if key}
        return [known.pop(key, -1) for key in keys]

    def mates(self, stories: Sequence[tuple[int, ...]], made: Corpus) -> list[Beside]:
        """The mates in each of ``stories``, of the articles that this run leaves."""
        found, kept = all_mates(stories, made, self.after.keys, self.changed, self.before.mates)
        self.after = replace(self.after, mates=kept)
        return found


def moved(before: Kept, places: Sequence[int], changed: npt.NDArray[np.bool_]) -> tuple[Near, Log]:
    """The kept pairs of articles that have not ``changed``, and the log, as articles are numbered now.

    ``places`` says where each stood; -1 is who is gone or has changed.
    """
    now = np.full(len(before.keys) + 1, -1, dtype=np.int32)
    for number, (place, other) in enumerate(zip(places, changed.tolist(), strict=True)):
        if place >= 0 and not other:
            now[place] = number
    one, other_one = now[before.pairs.one], now[before.pairs.other]
    pairs = Near(one=one, other=other_one, cosine=before.pairs.cosine).where((one >= 0) & (other_one >= 0))
    log = before.log
    return pairs, Log(one=now[log.one], other=now[log.other], score=log.score, total=log.total)
