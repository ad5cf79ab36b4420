"""YAKE's statistics of the words of a text, stated with plain dictionaries.

Campos et al., "YAKE! Keyword extraction from single documents using multiple local features", Information
Sciences 509, 2020: casing, position, frequency, relatedness to context and spread over sentences. The figures
are those of the library, version 0.7, with its default window of one word; a test holds them equal.
"""

from __future__ import annotations

import math
import string
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from statistics import median

_MARKS = frozenset(string.punctuation)
_NO_MARKS = str.maketrans("", "", string.punctuation)


@dataclass(slots=True)
class Word:
    """A word of the text, upper and lower case and a plural "s" apart, and how it stands."""

    stop: bool
    count: int = 0
    acronym: int = 0
    """How often in capitals."""
    name: int = 0
    """How often with a capital inside a sentence."""
    sentences: list[int] = field(default_factory=list)
    """The numbers of the sentences that hold it, ascending."""
    before: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    """The words right before it and how often."""
    after: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))


def term(word: str) -> str:
    """What YAKE counts as one word: lower case, without the "s" that may be a plural's."""
    lower = word.lower()
    return lower[:-1] if len(lower) > 3 and lower.endswith("s") else lower


def words(sentences: Iterable[Sequence[str]], stopwords: frozenset[str]) -> dict[str, Word]:
    """The words of ``sentences`` (their tokens, marks included) by their terms, in order of appearance."""
    known: dict[str, Word] = {}
    for number, sentence in enumerate(sentences):
        block: list[tuple[str, str]] = []
        for place, token in enumerate(sentence):
            if _MARKS.issuperset(token):
                _relate(known, block)
                block = []
                continue
            kind, name = _kind(token, place > 0), term(token)
            word = known.get(name)
            if word is None:
                word = known[name] = Word(stop=_is_stop(token.lower(), name, stopwords))
            word.count += 1
            word.acronym += kind == "a"
            word.name += kind == "n"
            if not word.sentences or word.sentences[-1] != number:
                word.sentences.append(number)
            block.append((kind, name))
        _relate(known, block)
    return known


def scores(known: dict[str, Word], sentences: int) -> dict[str, float]:
    """YAKE's H of each term, where lower says more; ``sentences`` is how many the text has."""
    counts = [word.count for word in known.values() if not word.stop]
    if not counts:
        return dict.fromkeys(known, 0.0)
    total, squares, many = sum(counts), sum(count * count for count in counts), len(counts)
    usual = total / many + math.sqrt(many * squares - total * total) / many
    most = max(word.count for word in known.values())
    return {name: _score(word, usual, most, sentences) for name, word in known.items()}


def phrase_score(values: Iterable[float], count: int) -> float:
    """YAKE's H of a phrase from those of its words (stop words left out) and how often it stands."""
    product, total = 1.0, 1.0
    for value in values:
        product *= value
        total += value
    return product / (total * count)


def _score(word: Word, usual: float, most: int, sentences: int) -> float:
    share = word.count / most
    related = 1.0 + share * (_variety(word.before) + _variety(word.after))
    position = math.log(math.log(3.0 + median(word.sentences)))
    casing = max(word.acronym, word.name) / (1.0 + math.log(word.count))
    return position * related / (casing + word.count / usual / related + len(word.sentences) / sentences / related)


def _variety(neighbours: dict[str, int]) -> float:
    """How many different words stand there, over how many stand there in all."""
    return len(neighbours) / sum(neighbours.values()) if neighbours else 0.0


def _relate(known: dict[str, Word], block: list[tuple[str, str]]) -> None:
    """Count the neighbours in a run of words without marks; figures and odd tokens relate to nothing."""
    for (left_kind, left), (right_kind, right) in pairwise(block):
        if left_kind not in "du" and right_kind not in "du":
            known[left].after[right] += 1
            known[right].before[left] += 1


def _is_stop(lower: str, name: str, stopwords: frozenset[str]) -> bool:
    return lower in stopwords or name in stopwords or len(name.translate(_NO_MARKS)) < 3


@lru_cache(maxsize=100_000)
def _kind(token: str, inside: bool) -> str:
    """YAKE's tag: figure, unusual, acronym, name (a capital ``inside`` the sentence) or plain."""
    figure = token.replace(",", "")
    if figure.isdigit() or figure.replace(".", "", 1).isdigit():
        return "d"
    digits, letters = any(map(str.isdigit, token)), any(map(str.isalpha, token))
    if digits == letters or sum(char in _MARKS for char in token) > 1:
        return "u"
    if token.isupper():
        return "a"
    if len(token) > 1 and token[0].isupper() and inside and sum(map(str.isupper, token)) == 1:
        return "n"
    return "p"
