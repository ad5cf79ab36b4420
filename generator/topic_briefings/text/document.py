"""An article as the extractors see it: its text cut into paragraphs and sentences, once, on first use."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from functools import cache, cached_property, lru_cache
from typing import Any, TypeVar

from topic_briefings.languages import of
from topic_briefings.languages.kept import Kept
from topic_briefings.models import Article, Span
from topic_briefings.text.paragraphs import paragraphs
from topic_briefings.text.sentences import sentences
from topic_briefings.text.standing import Passage, stems
from topic_briefings.text.tokens import Words, shape

T = TypeVar("T")
_CENTRE = 40
"""Sentences that tell what an article is about."""


class Document:
    """An article with the cuts that several extractors share. Cuts are made lazily and kept."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.body = article.body
        self.headline = article.headline
        self.language = of(article.language)
        self._passages: dict[Span, Passage] = {}
        self._once: dict[str, Any] = {}

    @cached_property
    def words(self) -> Words:
        """The words of the body with their letters; of a language without rules of attribution, without letters."""
        attribution = self.language.attribution
        return Words(self.body, drawn(attribution.letter) if attribution else None)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs of the body, white space at their ends left out."""
        return paragraphs(self.body)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the body, in order; none crosses a paragraph."""
        return tuple(
            sentence
            for paragraph in self.paragraphs
            for sentence in sentences(self.body, paragraph, self.language.code)
        )

    @cached_property
    def printed(self) -> tuple[str, ...]:
        """The stems of the headline."""
        return stems(self.headline, self.language)

    @cached_property
    def centre(self) -> tuple[Counter[str], float]:
        """How often each stem of the headline, which counts twice, and of the beginning stands there.

        With it the sum of the squares of these numbers, ``damped``.
        """
        found = Counter(self.printed * 2)
        if beginning := self.sentences[:_CENTRE]:
            found.update(stems(self.body[beginning[0].start : beginning[-1].end], self.language))
        return found, sum([damped(count) ** 2 for count in found.values()])

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the code point at ``offset``; None between sentences."""
        at = bisect_right(self.sentences, (offset, len(self.body))) - 1
        if at >= 0 and offset < self.sentences[at].end:
            return self.sentences[at]
        return None

    def passage(self, span: Span) -> Passage:
        """``span`` of the body with its words, one object for all who ask."""
        found = self._passages.get(span)
        if found is None:
            found = self._passages[span] = Passage(span.of(self.body), self.language)
        return found

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What ``make`` makes of the article, made for the first who asks by this ``name``."""
        if name not in self._once:
            self._once[name] = make()
        made: T = self._once[name]
        return made


@cache
def damped(count: int) -> float:
    """How much a word weighs that stands somewhere ``count`` times, at least once: 1 and the logarithm of that."""
    return 1 + math.log(count)


@cache
def drawn(judge: Callable[[str], str]) -> Kept[str]:
    """The letters of the words met so far, as ``judge`` gives them, each with the word's shape behind it."""
    return Kept(lambda word: judge(word) + shape(word))


@lru_cache(maxsize=512)
def document(article: Article) -> Document:
    """The document of ``article``, kept while its neighbours are at work on it, or pages that quote it."""
    return Document(article)
