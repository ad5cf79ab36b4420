"""Which reports tell of one event: stories, found without a model.

Each article is a vector of its words, names and numbers (``terms``, ``columns``, ``vectors``); the nearest become
clusters (``nearness``, ``merging``); those that stand out of their corpus and can show why are stories (``showing``).
Of what is left, reports of several outlets that open with the same rare words of some days are stories (``bursts``).
What one run found is taken over by the next wherever nothing has changed (``kept``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from topic_briefings.gathering.slots import Difference, Wording, difference, same_wording
from topic_briefings.gathering.stories.bursts import with_bursts
from topic_briefings.gathering.stories.columns import columns
from topic_briefings.gathering.stories.kept import Keeper, Kept, moved
from topic_briefings.gathering.stories.merging import clusters
from topic_briefings.gathering.stories.nearness import Near, joined, near
from topic_briefings.gathering.stories.showing import Neighbours, all_shown
from topic_briefings.gathering.stories.terms import Terms, terms
from topic_briefings.gathering.stories.vectors import Corpus, Worth, corpus
from topic_briefings.models import Analysis, Article

ALIKE = 0.5
"""From this cosine on two articles may be of one template."""
SAME_WORDS = 0.6
"""And from this share of the shorter one's words on."""
UPDATED = 1
"""Days between two texts of the same words and other numbers: later it is another day's figure, not an update."""


def together(
    analyses: Sequence[Analysis], known: Callable[[Article], Terms] = terms, keeper: Keeper | None = None
) -> tuple[Corpus, list[tuple[int, ...]], Near]:
    """The corpus of ``analyses`` in order of id, its stories, by numbers into that order, and who is near whom.

    ``known`` gives the ``terms`` of an article, and ``keeper`` what an earlier run found. Each story has two members
    or more; most articles belong to none. The same whatever the order of ``analyses``, and whatever was kept.
    """
    keeper = keeper or Keeper()
    ranked = sorted(analyses, key=lambda analysis: analysis.article.id)
    keys = tuple(keeper.key(analysis) for analysis in ranked)
    places = keeper.places(keys)
    told = [known(analysis.article) for analysis in ranked]
    made = corpus(told, columns(told, keeper.before.columns, places))
    changed = _changed(made, keeper.before, places)
    pairs, log = moved(keeper.before, places, changed)
    if changed.any():
        pairs = joined([pairs, _told_apart(_news(made, changed), made, ranked)]).ordered()
    found, log = clusters([one.day for one in told], pairs, log, np.nonzero(changed)[0].tolist())
    neighbours = Neighbours(pairs, len(ranked))
    stories, shown = all_shown(found, made, neighbours, keys, changed, keeper.before.shown)
    keeper.changed = changed
    keeper.after = Kept(keys=keys, columns=made.columns.compact(), pairs=pairs, log=log, shown=shown)
    return made, with_bursts(stories, made, pairs, neighbours, ranked), pairs


def _changed(made: Corpus, before: Kept, places: Sequence[int]) -> npt.NDArray[np.bool_]:
    """Which articles are new, or hold a word that is worth something else than it was."""
    former = Worth(before.columns, made.background)
    return (np.array(places, dtype=np.int64) < 0) | made.columns.any_of(made.worth.changed(former))


def _news(made: Corpus, changed: npt.NDArray[np.bool_]) -> Near:
    """The pairs in which an article stands that has ``changed``, without tables, which tell no story."""
    telling = ~np.array([one.tabular for one in made.terms], dtype=np.bool_)
    some, others = (np.nonzero(telling & which)[0].tolist() for which in (changed, ~changed))
    return near(made.vectors, some, others)


def _told_apart(pairs: Near, made: Corpus, ranked: Sequence[Analysis]) -> Near:
    """``pairs`` without the articles of one template."""
    keep = np.ones(len(pairs.cosine), dtype=np.bool_)
    wordings: dict[int, Wording] = {}
    for at in np.nonzero(pairs.cosine >= ALIKE)[0].tolist():
        one, other = int(pairs.one[at]), int(pairs.other[at])
        if _of_the_same_words(made.terms[one], made.terms[other]):
            first, second = (wordings.setdefault(n, Wording(ranked[n])) for n in (one, other))
            if same_wording(first, second):
                keep[at] = not _other_news(difference(first, second), made.terms[one].day, made.terms[other].day)
    return pairs.where(keep)


def _of_the_same_words(one: Terms, other: Terms) -> bool:
    return len(one.counts.keys() & other.counts.keys()) >= SAME_WORDS * min(len(one.counts), len(other.counts))


def _other_news(found: Difference, day: int | None, other: int | None) -> bool:
    """Whether texts of the same words that differ so tell of two events; new figures of the day update the old."""
    if found is Difference.FIGURES:
        return day is None or other is None or abs(day - other) > UPDATED
    return found is Difference.NAMES
