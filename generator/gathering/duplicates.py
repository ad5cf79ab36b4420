"""Which articles are copies of one another: the same agency text in two papers, lightly edited.

Two articles are copies when at least ``SHARED`` of the shorter one's words stand in sentences that both print,
word for word but for case and punctuation. Syndicated copies differ in headline, dateline, a cut last paragraph
and a few words; rewritten stories share names and quotations, but few whole sentences. (Sentence overlap as a
test of reuse: Clough et al., "METER: MEasuring TExt Reuse", ACL 2002.)
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from generator.models import Analysis, Article
from generator.text.document import Document

SHARED = 0.6
SHORTEST = 8
"""Words. Shorter sentences ("He declined to comment.") are common property."""
COMMONEST = 12
"""A sentence that stands in more articles than this is furniture, such as an outlet's imprint."""

_WORD = re.compile(r"\w+")

Sentences = dict[tuple[str, ...], int]


def fold(analyses: Iterable[Analysis]) -> tuple[tuple[Analysis, tuple[Article, ...]], ...]:
    """Each analysis that stands for its copies, with the articles that are copies of it.

    The first published stands for the others; then the longer one; then the one whose id sorts first.
    """
    ranked = sorted(analyses, key=_standing)
    sentences = [_sentences(analysis.article) for analysis in ranked]
    leader = list(range(len(ranked)))
    for one, other in sorted(_pairs(sentences)):
        if _same(sentences[one], sentences[other]):
            leader[other] = min(leader[other], leader[one])
    copies: dict[int, list[Article]] = defaultdict(list)
    for index, first in enumerate(leader):
        if index != first:
            copies[first].append(ranked[index].article)
    return tuple((ranked[i], tuple(copies[i])) for i, first in enumerate(leader) if i == first)


def _standing(analysis: Analysis) -> tuple[bool, str, int, str]:
    article = analysis.article
    return (article.published is None, str(article.published), -len(article.body), article.id)


def _sentences(article: Article) -> Sentences:
    """The long sentences of the article, folded to words, with the number of words in each."""
    found: Sentences = {}
    for span in Document(article).sentences:
        words = tuple(_WORD.findall(span.of(article.body).lower()))
        if len(words) >= SHORTEST:
            found[words] = len(words)
    return found


def _pairs(sentences: Sequence[Sentences]) -> set[tuple[int, int]]:
    """The pairs of articles that share a sentence which is not furniture."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, found in enumerate(sentences):
        for words in found:
            holders[words].append(index)
    shared = Counter(pair for at in holders.values() if 2 <= len(at) <= COMMONEST for pair in combinations(at, 2))
    return set(shared)


def _same(one: Sentences, other: Sentences) -> bool:
    common = sum(count for words, count in one.items() if words in other)
    return common >= SHARED * min(sum(one.values()), sum(other.values()))
