"""How much a keyphrase tells a reader: what tells little is idle, and on no page (``shown``).

A word may rank high because it is early and frequent, and yet say nothing by itself: "city", "decision", "president".
Editors who judged 1,220 keywords of 193 articles found 86 % of names in full useful, of names alone 63 %, of phrases of
common nouns 53 % and of a common noun alone 45 %; the figures below are the weights of a logistic regression on those
verdicts, rounded.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from topic_briefings.extractors.keyphrases.candidate import ADJECTIVES, NAMED, Candidate
from topic_briefings.extractors.keyphrases.ranking import Key
from topic_briefings.extractors.keyphrases.wholes import FIRMS
from topic_briefings.knowledge import DATA, rows
from topic_briefings.knowledge.places import country_words
from topic_briefings.knowledge.towns import towns
from topic_briefings.languages.names import given_name
from topic_briefings.languages.nouns import NounGrammar, opens

_NEVER = -9.0
"""What a phrase tells that says nothing of what any text is about."""
_EARLY = 60
"""Words from the beginning within which a phrase may say what an article is about though printed once."""
_OFTEN = 16
"""Mentions beyond which a phrase is no more telling."""
_COMMON = 40
"""The Zipf value, in tenths, from which a word says less the commoner it is; the tables begin here."""
_LARGE = 75_000
"""People of a town that is known by what is made of its name."""
_BESIDE = 4
"""Words beside a name among which it is said that it speaks for others."""


class Kind(Enum):
    """What sort of phrase it is."""

    PERSON = "a name in full that begins with a given name"
    NAME = "another name of several words"
    NAME_ALONE = "one word"
    NAMED_TERM = "a name with a common noun"
    TERM = "several common words"
    NOUN = "a common noun"
    COMPOUND = "words of a language that prints nouns with a capital, where nothing tells names from nouns"


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """How and where a phrase is met in its article."""

    mentions: int
    """How often, short forms of a name too."""
    rank: int
    """Its place among the salient, from 1."""
    passing: bool
    """Whether it is printed once and no word of it in the headline."""
    heard: bool
    """Whether somebody of that name is there to be quoted."""
    late: bool
    """Whether it is new behind the first fifth, and no word of it in the headline."""
    headed: bool
    """Whether a word of it stands in the headline."""
    far: float
    """The share of the article that stands between its first words and the phrase, 0 to 1."""


@dataclass(frozen=True, slots=True)
class _Weights:
    """What a phrase of a kind tells, as logarithms of odds."""

    own: float
    doubled: float
    """Each time its mentions are doubled."""
    headline: float
    early: float
    common: float
    """Each unit of its last word's Zipf value beyond 4."""


_WEIGHTS = {
    Kind.PERSON: _Weights(1.9, 0.65, 0.2, 0.5, -0.1),
    Kind.NAME: _Weights(1.0, 0.65, 0.2, 0.5, -0.45),
    Kind.NAME_ALONE: _Weights(0.2, 0.65, 0.2, 0.5, -0.45),
    Kind.NAMED_TERM: _Weights(1.0, 0.75, 0.9, 0.3, -0.6),
    Kind.TERM: _Weights(0.8, 0.75, 0.9, 0.3, -0.6),
    Kind.NOUN: _Weights(-0.2, 0.65, 0.6, 0.0, -0.55),
    Kind.COMPOUND: _Weights(-0.2, 0.55, 0.6, 0.4, -1.0),
}
_GENERAL, _DULL, _PERSON_ALONE, _PERSON, _ADJECTIVE, _RANK = -0.7, -1.8, -1.0, -0.6, -0.65, -0.3
"""What is taken off for a last word that says little, for a dull word alone, for one that names a person ("mayor"),
alone and after others, for an adjective that begins a phrase and seldom returns, and for each logarithm of its rank."""
_IN_PASSING = -0.8
"""What is taken off for a name that is met in passing: its places say where somebody lives, worked or was treated."""
_HEARD = -2.5
"""What is taken off for somebody who is only quoted, a neighbour, an officer: readers found one in four useful."""
_TORN = -1.0
"""What is taken off for a noun that mostly stands inside longer phrases, which say it more exactly: "tax"."""
_FULL = 2
"""Words of a name in full."""
_LETTERS = 3
"""Letters of the longest word of a name that is made of its first letters: "USA Today"."""
_LATE = -1.2
"""What is taken off for a name that is new behind the first fifth: of 56 such two in three were useful."""
_FAR = -1.2
"""What is taken off for what is first met at the very end of a long article; for others by how far down they are."""
_UNHEADED, _UNHEADED_ALONE = -0.3, -0.5
"""What is taken off where no word stands in the headline, and for a name of one word besides: of such, three in four
were useful, of others 97 in a hundred."""
_HEADLINE_ALONE = -1.2
"""What is taken off for a name or noun that a headline alone prints, where names and verbs run together: "Reno NFL"."""
_RUN_TOGETHER = frozenset((Kind.NAME, Kind.NAME_ALONE, Kind.NAMED_TERM, Kind.NOUN))
_RETURNS = 3
"""How often a phrase that begins with an adjective is printed before it is a term."""


class Telling:
    """Tells how much phrases say in an article of one language."""

    def __init__(self, grammar: NounGrammar, zipf: Mapping[str, int], code: str) -> None:
        """``code`` is that of the language, ISO 639-1."""
        self._grammar = grammar
        self._zipf = zipf
        self._code = code
        self._demonyms = demonyms(code)

    def use(self, key: Key, phrase: Candidate, *, text: str, met: Met) -> float:
        """How much ``phrase`` tells, printed ``text``: the logarithm of the odds that an editor finds it useful."""
        kind = self._kind(phrase, text)
        named = kind in (Kind.PERSON, Kind.NAME, Kind.NAME_ALONE)
        if not (named and len(key) > 1 and phrase.in_headline) and self._is_idle(key, text):
            return _NEVER
        if text in self._demonyms or (not named and _is_of_capitals_alone(phrase)):
            return _NEVER
        if kind is Kind.COMPOUND and _is_of_a_place(text, self._code):
            return _NEVER
        if kind in (Kind.PERSON, Kind.NAME) and phrase.count < 2 and self._speaks_for_others(phrase):
            return _NEVER
        if named and self._is_described(key, text, kind):
            return _NEVER
        if kind is Kind.NAME_ALONE and not phrase.in_headline and self._is_given(text, heard=met.heard):
            return _NEVER
        weights = _WEIGHTS[kind]
        told = weights.own + weights.doubled * math.log2(max(1, min(met.mentions, _OFTEN))) + _RANK * math.log(met.rank)
        told += weights.headline * phrase.in_headline + weights.early * (phrase.first < _EARLY)
        told += weights.common * max(0, self._zipf.get(key[-1], 0) - _COMMON) / 10
        told += _IN_PASSING * (named and met.passing) + _HEARD * (kind is Kind.PERSON and met.heard)
        told += _LATE * (named and met.late) + _FAR * met.far
        told += (_UNHEADED + _UNHEADED_ALONE * (kind is Kind.NAME_ALONE)) * (not met.headed)
        told += _DULL * (kind is Kind.NAME_ALONE and text.lower() in self._grammar.words("dull"))
        told += _HEADLINE_ALONE * (not phrase.places and kind in _RUN_TOGETHER)
        return told if named else told + self._worth_of_words(key, phrase, kind, text)

    def _kind(self, phrase: Candidate, text: str) -> Kind:
        words = text.split(" ")
        if self._grammar.capitals == "n":
            return Kind.COMPOUND
        if "N" not in phrase.tags or self._is_word(words, phrase):
            return Kind.TERM if len(words) > 1 else Kind.NOUN
        if set(phrase.tags) - NAMED:
            return Kind.NAMED_TERM
        if len(words) > 1:
            return Kind.PERSON if given_name(words[0]) and words[-1].lower() not in FIRMS else Kind.NAME
        return Kind.NAME_ALONE

    def _is_idle(self, key: Key, text: str) -> bool:
        """Whether it says nothing of what any text is about: "press conference"; of one word, in that very form."""
        idle = self._grammar.idle()
        return text.lower() in idle or (len(key) > 1 and " ".join(key) in idle)

    def _worth_of_words(self, key: Key, phrase: Candidate, kind: Kind, text: str) -> float:
        """What the words of a phrase add or take that is no name."""
        alone = len(key) == 1
        told = _GENERAL * self._grammar.is_general(key[-1])
        told += _TORN * (alone and 2 * phrase.own < phrase.count)
        if alone and not self._grammar.words("dull").isdisjoint((key[-1], text.lower())):
            told += _DULL
        if self._grammar.is_person(key[-1]):
            told += _PERSON_ALONE if alone else _PERSON
        return told + _ADJECTIVE * (kind is Kind.TERM and phrase.tags[0] in ADJECTIVES and phrase.count < _RETURNS)

    def _is_word(self, words: list[str], phrase: Candidate) -> bool:
        """Whether a name alone is a common word, with a capital or without: "council", "Office"."""
        if len(words) > 1:
            return False
        if self._grammar.is_person(words[0].lower()) and _only_opens(phrase):
            return True  # "Investigators"
        known = self._zipf.get(words[0].lower(), 0) > _COMMON and self._grammar.opening[words[0]] not in NAMED
        return words[0].islower() or (phrase.count < 2 and known)

    def _is_described(self, key: Key, text: str, kind: Kind) -> bool:
        """Whether it is no name but who somebody is, with or without the name, or a line of capitals."""
        if kind is Kind.PERSON:
            return len(key) > _FULL and key[_FULL] == "of"  # "Ada Moss of Halden"
        if kind is not Kind.NAME:
            return False
        capitals = text.isupper() and min(map(len, key)) > _LETTERS
        return capitals or (len(key) > _FULL and self._grammar.is_person(key[-1]))

    def _is_given(self, text: str, *, heard: bool) -> bool:
        """Whether it is a given name and no place's: "Keith", by which nobody looks for an article.

        One that is a town's too is so where somebody is ``heard`` by it.
        """
        small = text.lower()
        named = given_name(text) is not None and small not in country_words(self._code)
        return named and not _is_a_large_town(small) and (heard or small not in towns())

    def _speaks_for_others(self, phrase: Candidate) -> bool:
        around = phrase.words.tokens[max(0, phrase.first - _BESIDE) : phrase.last + _BESIDE]
        return not self._grammar.words("speaks").isdisjoint(map(str.lower, around))


@cache
def demonyms(code: str) -> frozenset[str]:
    """What only says of which country something is, in a language: "North Korean"; its people are a subject."""
    table = f"{code}/countries.tsv"
    known = rows(table) if (DATA / table).exists() else ()
    return frozenset(name for row in known for name in (row[2] if row[2:] else "").split("|"))


def _is_of_a_place(word: str, code: str) -> bool:
    """Whether a word only says of which country or town something is: "Ugandas", "Kaiserslauterer"."""
    small = word.lower()
    if small.endswith("s"):
        return small[:-1] in country_words(code)
    return small.endswith("er") and any(map(_is_a_large_town, (small[:-2], f"{small[:-2]}n")))


def _is_a_large_town(name: str) -> bool:
    return max((people for _, people in towns().get(name, ())), default=0) >= _LARGE


def _is_of_capitals_alone(phrase: Candidate) -> bool:
    """Whether only a line of capitals prints it, where verbs, nouns and names cannot be told apart: "UNITS SALE"."""
    printed = phrase.words.tokens[phrase.first : phrase.last]
    return phrase.in_headline and not phrase.places and all(map(str.isupper, printed))


def _only_opens(phrase: Candidate) -> bool:
    """Whether it only has a capital because it opens sentences."""
    return not phrase.in_headline and all(opens(phrase.words, first) for first, _ in phrase.places)
