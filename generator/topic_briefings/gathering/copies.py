"""Which articles are copies of one another: the same agency text in two papers, lightly edited.

Only articles that share a whole long sentence are compared. They are copies when at least ``SHARED`` of the
shorter one's runs of four words stand in both, case and punctuation aside, and neither has other names or numbers
where the other has its own (``slots``). Syndicated copies differ in headline, dateline, a cut last paragraph and a
few words; rewritten reports share names and quotations, but few long runs; reports of one template, such as the
weather of two cities, share the runs and differ in the names.
(Containment of shingles: Broder, "On the resemblance and containment of documents", 1997.)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cache, partial
from hashlib import blake2b
from itertools import combinations, pairwise

from topic_briefings.gathering.sheets import Sheets, blank
from topic_briefings.gathering.slots import Wording, differ
from topic_briefings.models import Analysis, Article
from topic_briefings.text.document import Document

SHARED = 0.6
RUN = 4
LONG = 8
"""Words. Shorter sentences ("He declined to comment.") are common property."""
COMMONEST = 12
"""A sentence that stands in more articles than this may be furniture, such as an outlet's imprint."""
HALF = 0.5
"""Of the shorter one's long sentences: so many must be common where the one that was met may be furniture."""

_WORD = re.compile(r"\w+")

Words = tuple[str, ...]


def fold(
    analyses: Iterable[Analysis], sentences: Callable[[Article], Set[int]] | None = None, sheets: Sheets = blank
) -> tuple[tuple[Analysis, tuple[Article, ...]], ...]:
    """Each analysis that stands for its copies, with the articles that are copies of it.

    ``sentences`` gives the ``long_sentences`` of an article and ``sheets`` the sheet of an analysis, where known.

    The first published stands for the others; then the longer one; then the one whose id sorts first.
    """
    ranked = sorted(analyses, key=_standing)
    leader = list(range(len(ranked)))
    runs = cache(lambda index: _runs(ranked[index].article))
    wording = cache(lambda index: Wording(ranked[index]))
    found = sentences or long_sentences

    def are_copies(one: int, other: int) -> bool:
        return _same(runs(one), runs(other)) and not differ(wording(one), wording(other))

    for one, other in sorted(_pairs([found(analysis.article) for analysis in ranked])):
        if sheets(ranked[one]).beside(sheets(ranked[other]), "copy", partial(are_copies, one, other)):
            leader[other] = min(leader[other], leader[one])
    copies: dict[int, list[Article]] = defaultdict(list)
    for index, first in enumerate(leader):
        if index != first:
            copies[first].append(ranked[index].article)
    return tuple((ranked[i], tuple(copies[i])) for i, first in enumerate(leader) if i == first)


def _standing(analysis: Analysis) -> tuple[bool, str, int, str]:
    article = analysis.article
    return (article.published is None, str(article.published), -len(article.body), article.id)


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text.lower()))


def long_sentences(article: Article) -> frozenset[int]:
    """A number for each long sentence of the article, made of its words, case and punctuation aside."""
    found = {_words(span.of(article.body)) for span in Document(article).sentences}
    return frozenset(_number(words) for words in found if len(words) >= LONG)


def _number(words: Words) -> int:
    """The same for the same words in every run; two sentences have one by a chance of 1 in 2⁶³."""
    return int.from_bytes(blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1


def _runs(article: Article) -> set[Words]:
    words = _words(article.body)
    return set(zip(*(words[at:] for at in range(RUN)), strict=False))


def _pairs(sentences: Sequence[Set[int]]) -> set[tuple[int, int]]:
    """The pairs of articles, by number, that may be copies; linear in the number of articles."""
    holders: dict[int, list[int]] = defaultdict(list)
    for index, found in enumerate(sentences):
        for sentence in found:
            holders[sentence].append(index)
    rare = (pair for at in holders.values() if 2 <= len(at) <= COMMONEST for pair in combinations(at, 2))
    return {*rare, *_carried_widely(holders.values(), sentences)}


def _carried_widely(holders: Iterable[list[int]], sentences: Sequence[Set[int]]) -> Iterator[tuple[int, int]]:
    """Neighbours among the many that hold a sentence, where half of the rest is common too: no furniture."""
    for one, other in {pair for at in holders if len(at) > COMMONEST for pair in pairwise(at)}:
        if len(sentences[one] & sentences[other]) >= HALF * min(len(sentences[one]), len(sentences[other])):
            yield one, other


def _same(one: set[Words], other: set[Words]) -> bool:
    return len(one & other) >= SHARED * min(len(one), len(other))
