"""Whether two reports share what happened, and not only whom it happened to.

Two deals of one company share its names, two weeks of one market the words for it. Reports of one event share words
that are no names, few others have, or figures, and as a rule one of them in the headline. (That names alone make
false links, and that events need the words for the deed: Makkonen, Ahonen-Myka and Salmenkivi, "Simple semantics in
topic detection and tracking", 2004.)
"""

from __future__ import annotations

import math
import re

from topic_briefings.gathering.stories.centre import cosine
from topic_briefings.gathering.stories.terms import Terms
from topic_briefings.gathering.stories.vectors import RARE, Corpus
from topic_briefings.languages import of

VERY_ALIKE = 0.7
"""From this cosine on two reports share enough."""
DEED = 0.4
"""And from this cosine on of the words that are no names, and the figures."""
LEAST, RARE_WORDS = 0.48, 2
"""With less of these words they are as near on the whole, and share so many rare ones, and one of the headlines."""
LATER = 3
"""From so many days on the headlines share a word for what happened, and the texts are as near."""
UPDATED = 1
"""Days in which other figures under the same headline are an update."""
ISSUE = 3
"""Words of a headline that is that of a column or a tender."""
OWN_FIGURES = 1
"""So many figures of its own, at least, has each issue of one."""
STEM = 5
"""Letters of a word that stay the same in most of its forms."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def share_what_happened(one: int, other: int, corpus: Corpus) -> bool:
    """Whether the articles ``one`` and ``other``, numbers into ``corpus``, share more than their principals.

    True of what is hardly more than a headline, and where nouns have capitals: nothing tells names from other words.
    """
    first, second = corpus.terms[one], corpus.terms[other]
    alike = cosine(corpus.vectors[one], corpus.vectors[other])
    if first.brief or second.brief or alike >= VERY_ALIKE or _has_capital_nouns(first.language):
        return True
    headed = bool(_headed(first, second) & _headed(second, first))
    deeds = _deed(first), _deed(second)
    deed = _of_the_deed((one, other), deeds, corpus) >= DEED
    if days_apart(first, second) >= LATER:
        return headed and deed
    shared = [word for word in deeds[0] & deeds[1] if corpus.rarity(one, word) < RARE]
    return deed or (headed and alike >= LEAST and len(shared) >= RARE_WORDS)


def days_apart(one: Terms, other: Terms) -> int:
    """The days between two reports; 0 where one is undated."""
    return 0 if one.day is None or other.day is None else abs(one.day - other.day)


def _has_capital_nouns(language: str) -> bool:
    attribution = of(language).attribution
    return attribution is not None and attribution.reference.capital_nouns


def _deed(one: Terms) -> frozenset[str]:
    """The words of a report that are no names, and its figures but for years."""
    return one.small | figures(one)


def figures(one: Terms) -> frozenset[str]:
    """The figures of a report, but for years."""
    return frozenset(word for word in one.counts if word[0].isdigit() and not _YEAR.fullmatch(word))


def _headed(one: Terms, other: Terms) -> frozenset[str]:
    """The beginnings of the words of its headline that are no names in either report."""
    return frozenset(word[:STEM] for word in one.heading if word in one.small or word in other.small)


def _of_the_deed(both: tuple[int, int], deeds: tuple[frozenset[str], frozenset[str]], corpus: Corpus) -> float:
    """The cosine of two reports of whose words only their ``deeds`` count."""
    parts = [
        {word: weight for word, weight in corpus.vectors[at].items() if word in deed}
        for at, deed in zip(both, deeds, strict=True)
    ]
    lengths = [math.sqrt(sum(weight * weight for weight in part.values())) for part in parts]
    return cosine(*parts) / (lengths[0] * lengths[1]) if all(lengths) else 0.0


def are_two_issues(first: Terms, second: Terms) -> bool:
    """Whether one headline stands on two days over other figures, or days apart: this week's tender and last week's."""
    stems = [{word[:STEM] for word in one.heading} for one in (first, second)]
    if stems[0] != stems[1] or len(stems[0]) < ISSUE or days_apart(first, second) <= UPDATED:
        return False
    ours, theirs = figures(first), figures(second)
    other = min(len(ours - theirs), len(theirs - ours)) >= OWN_FIGURES
    return other or days_apart(first, second) >= LATER
