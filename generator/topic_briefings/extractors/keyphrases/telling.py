"""Which keyphrases tell a reader something, and which are idle: found and ranked, but on no page.

A word may rank high because it is early and frequent, and yet say nothing by itself: "city", "decision", "president".
Read by hand, of 175 single common words that stood on pages 100 were idle; of those printed once outside the headline
four in five were. What is idle stays in the record: it still tells which articles are alike.
"""

from __future__ import annotations

from collections.abc import Mapping

from topic_briefings.extractors.keyphrases.candidate import NAMED, Candidate
from topic_briefings.extractors.keyphrases.ranking import Key
from topic_briefings.languages.nouns import NounGrammar

LEAST = 3
"""So many are shown though some of them are idle: a page without keywords tells less."""
_NEAR, _OPENING = 60, 100
"""Words from the beginning within which a name, and a phrase, may say what an article is about though printed once."""
_RETURNS = 3
"""How often a common word is printed before it is what an article is about."""
_KNOWN, _COMMON, _COMMONEST = 45, 50, 56
"""Zipf values, in tenths: of a word that two mentions do not make telling, of one that never tells, of one that does
not even in a headline ("city")."""
_COMMON_HEAD = 52
"""The Zipf value of a last word with which a phrase that does not return says little: "budget changes"."""
_COMPOUND = 9
"""Letters of a German word that no table knows, from which it is a term of several nouns: "Musikarchiv"."""
_BESIDE = 4
"""Words beside a name among which it is said that it speaks for others."""


class Telling:
    """Tells idle phrases apart in an article of one language."""

    def __init__(self, grammar: NounGrammar, zipf: Mapping[str, int]) -> None:
        self._grammar = grammar
        self._zipf = zipf

    def is_idle(self, key: Key, phrase: Candidate, *, text: str, mentions: int) -> bool:
        """Whether ``phrase``, printed ``text`` and met ``mentions`` times, short forms of a name too, says nothing."""
        name = "N" in phrase.tags and set(phrase.tags) <= NAMED
        if " ".join(key) in self._grammar.idle() and not (name and phrase.in_headline):
            return True
        if len(key) > 1:
            return self._idle_name(phrase, mentions) if name else self._idle_phrase(key, phrase)
        if name and not self._is_word(key[0], phrase, text):
            return mentions < 2 and not phrase.in_headline and phrase.first >= _NEAR
        return self._idle_word(key[0], phrase)

    def _idle_word(self, word: str, phrase: Candidate) -> bool:
        """Whether one common word is idle."""
        common, count = self._zipf.get(word, 0), phrase.count
        if self._grammar.is_general(word):
            return True
        if self._grammar.capitals == "n":  # nothing tells a name from a common noun, and compounds are terms
            once = count < 2 and not phrase.in_headline and (common > 0 or len(word) < _COMPOUND)
            return once or (count <= _RETURNS and common >= _COMMON) or self._grammar.is_person(word)
        if phrase.in_headline:
            return common >= _COMMONEST
        if count < 2 or common >= _COMMON or (common >= _KNOWN and count < _RETURNS):
            return True
        return self._grammar.is_person(word) and common >= _KNOWN

    def _idle_phrase(self, key: Key, phrase: Candidate) -> bool:
        """Whether several words, not all of a name, are idle."""
        if phrase.count > 1 or phrase.in_headline:
            return False
        if phrase.first >= _OPENING or phrase.words.tags[phrase.last] == "s":  # the owner of "women's tournament"
            return True
        last = key[-1]
        return (
            self._grammar.is_general(last) or self._grammar.is_person(last) or self._zipf.get(last, 0) >= _COMMON_HEAD
        )

    def _idle_name(self, phrase: Candidate, mentions: int) -> bool:
        """Whether a name of several words is only named late, or is that of who speaks for others."""
        if mentions > 1 or phrase.in_headline:
            return phrase.count < 2 and not phrase.in_headline and self._speaks_for_others(phrase)
        return phrase.first >= _OPENING or self._speaks_for_others(phrase)

    def _is_word(self, word: str, phrase: Candidate, text: str) -> bool:
        """Whether a name alone is a common word, with a capital or without: "council", "Office"."""
        common = phrase.count < 2 and self._zipf.get(word, 0) >= _KNOWN and self._grammar.opening[text] not in NAMED
        return text.islower() or common

    def _speaks_for_others(self, phrase: Candidate) -> bool:
        around = phrase.words.tokens[max(0, phrase.first - _BESIDE) : phrase.last + _BESIDE]
        return not self._grammar.words("speaks").isdisjoint(map(str.lower, around))
