"""Which reports tell of one event: stories, found without a model.

Each article is a vector of its words, names and numbers (``terms``, ``vectors``); the nearest become clusters
(``nearness``, ``merging``); those that stand out of their corpus and can show why are stories (``showing``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from topic_briefings.gathering.slots import Difference, Wording, difference, same_wording
from topic_briefings.gathering.stories.merging import clusters
from topic_briefings.gathering.stories.nearness import Near, near
from topic_briefings.gathering.stories.showing import Neighbours, shown
from topic_briefings.gathering.stories.terms import Terms, terms
from topic_briefings.gathering.stories.vectors import Corpus, corpus
from topic_briefings.models import Analysis, Article

ALIKE = 0.5
"""From this cosine on two articles may be of one template."""
SAME_WORDS = 0.6
"""And from this share of the shorter one's words on."""
UPDATED = 1
"""Days between two texts of the same words and other numbers: later it is another day's figure, not an update."""


def together(
    analyses: Sequence[Analysis], known: Callable[[Article], Terms] = terms
) -> tuple[Corpus, list[tuple[int, ...]], Near]:
    """The corpus of ``analyses`` in order of id, its stories, by numbers into that order, and who is near whom.

    ``known`` gives the ``terms`` of an article. Each story has two members or more; most articles belong to none. The
    same whatever the order of ``analyses``.
    """
    ranked = sorted(analyses, key=lambda analysis: analysis.article.id)
    made = corpus([known(analysis.article) for analysis in ranked])
    pairs = _told_apart(near(made.vectors), made, ranked)
    neighbours = Neighbours(pairs, len(ranked))
    found = [
        story
        for cluster in clusters([one.day for one in made.terms], pairs)
        for story in shown(cluster, made, neighbours)
    ]
    return made, found, pairs


def _told_apart(pairs: Near, made: Corpus, ranked: Sequence[Analysis]) -> Near:
    """``pairs`` without the articles of one template, and without tables, which tell no story."""
    keep = np.ones(len(pairs.cosine), dtype=bool)
    tables = np.array([one.tabular for one in made.terms], dtype=bool)
    keep &= ~(tables[pairs.one] | tables[pairs.other])
    wordings: dict[int, Wording] = {}
    for at in np.nonzero(keep & (pairs.cosine >= ALIKE))[0].tolist():
        one, other = int(pairs.one[at]), int(pairs.other[at])
        if _of_the_same_words(made.terms[one], made.terms[other]):
            first, second = (wordings.setdefault(n, Wording(ranked[n])) for n in (one, other))
            if same_wording(first, second):
                keep[at] = not _other_news(difference(first, second), made.terms[one].day, made.terms[other].day)
    return Near(one=pairs.one[keep], other=pairs.other[keep], cosine=pairs.cosine[keep])


def _of_the_same_words(one: Terms, other: Terms) -> bool:
    return len(one.counts.keys() & other.counts.keys()) >= SAME_WORDS * min(len(one.counts), len(other.counts))


def _other_news(found: Difference, day: int | None, other: int | None) -> bool:
    """Whether texts of the same words that differ so tell of two events; new figures of the day update the old."""
    if found is Difference.FIGURES:
        return day is None or other is None or abs(day - other) > UPDATED
    return found is Difference.NAMES
