"""YAKE's own candidates and scores, for languages without noun phrases here. The one module that runs YAKE.

Campos et al., "YAKE! Keyword extraction from single documents using multiple local features", 2020.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import cache
from typing import Any

from topic_briefings import languages
from topic_briefings.extractors.keyphrases.ranking import Key
from topic_briefings.models import Span
from topic_briefings.text.document import Document
from topic_briefings.text.phrases import lower
from topic_briefings.text.scripts import is_spaced

_STRAIGHT = str.maketrans("‘’‚", "'''")
_QUOTES = re.compile(r"(?<![\u05d0-\u05ea])[\"״”]|[\"״”](?![\u05d0-\u05ea])|[“„‟«»‹›＂「」『』〝〞〟]")
"""Marks that stick to no word; between two Hebrew letters one belongs to an abbreviation."""
_LONGEST_TEXT = 50_000
"""Characters that YAKE is given: its time grows faster than the text."""

_LONGEST_PHRASE = 3
"""Words in a candidate."""
_ENOUGH = 3
"""So many words that return, and names, leave out those in lower case that are printed once."""
_TOP = 60
"""Candidates that are asked for."""


class Library:
    """YAKE's candidates that stand in the body: ``scores`` by key, and how and where each is printed.

    Several words are a phrase only where they recur or are all capitalised: without a grammar nothing else tells
    "rue des Tilleuls" from "ouvre la nuit". So does a word alone, where enough of them do: a verb in passing is no
    keyword. A plural and its singular count once. Quotation marks, and articles that a language runs into the next word
    ("l’école"), are parted from words first. A script without spaces between words has no candidates: YAKE would
    take clauses for words.
    """

    def __init__(self, document: Document) -> None:
        headline = document.headline.strip()
        closed = headline if not headline or headline[-1] in ".!?" else f"{headline}."
        text = f"{closed}\n\n{document.body[:_LONGEST_TEXT]}".translate(_STRAIGHT)
        self._printed = document.body
        self._body = lower(document.body.translate(_STRAIGHT))
        self.scores: dict[Key, float] = {}
        if is_spaced(document.body):
            text = _QUOTES.sub(' " ', text)
            elided = document.language.elided
            text = elided.sub(" ", text) if elided else text
            once: dict[Key, float] = {}
            for words, score in _extractor(document.language.code).extract_keywords(text):
                self._add(lower(words), score, once, is_name=words.istitle())
            if len(self.scores) < _ENOUGH:
                self.scores |= once

    def _add(self, words: str, score: float, once: dict[Key, float], *, is_name: bool) -> None:
        """Take a candidate that the body prints; the better of two scores for the same words.

        A word in lower case that is printed ``once`` goes there.
        """
        key = tuple(words.split())
        if (
            key
            and all(map(_is_word, key))
            and (count := self._body.count(words))
            and (not key[1:] or count > 1 or is_name)
            and not self.scores.keys() & {(*key[:-1], key[-1].removesuffix("s")), (*key[:-1], f"{key[-1]}s")}
        ):
            scores = self.scores if count > 1 or is_name else once
            scores[key] = max(-math.log(score + 1e-6), scores.get(key, -math.inf))

    def terms(self) -> dict[Key, float]:
        """None: without a grammar nothing tells a term from a stretch of a sentence."""
        return {}

    def often_named(self) -> list[Key]:
        """None, for the same reason."""
        return []

    def use(self, key: Key, *, text: str, mentions: int, rank: int) -> float:
        """The less the further down it is ranked: what else could be said of ``key`` was said where it was chosen."""
        return 2.0 - rank / 10

    def printed(self, key: Key) -> tuple[str, tuple[Span, ...]]:
        """The form that the body prints first, and all its places there."""
        words = re.escape(" ".join(key))
        spans = tuple(Span(*found.span()) for found in re.finditer(rf"(?<!\w){words}(?!\w)", self._body))
        return (spans[0].of(self._printed) if spans else " ".join(key)), spans


def _is_word(token: str) -> bool:
    """Whether nothing but letters, digits and the signs that belong to them stands at its ends."""
    return all(unicodedata.category(char)[0] in "LNM" for char in (token[0], token[-1]))


@cache
def _extractor(language: str) -> Any:  # noqa: ANN401 - yake ships no types
    """YAKE with our stop words: its own lists are not all in UTF-8, and where one is missing it goes on without.

    It passes over an option that it does not know, so what it has understood is looked at. Raises ``RuntimeError``.
    """
    import yake  # late: it brings networkx and numpy

    words = set(languages.of(language).stop_words()) or {""}  # of an empty set it thinks that none was given
    extractor = yake.KeywordExtractor(lan=language, n=_LONGEST_PHRASE, top=_TOP, stopwords=words)
    given = {"lan": language, "n": _LONGEST_PHRASE, "top": _TOP}
    if extractor.stopword_set != words or not given.items() <= extractor.config.items():
        raise RuntimeError("this yake does not take its options as version 0.7 does; install yake>=0.7,<0.8")
    return extractor
