"""Let a name alone ("Okafor") stand for the full name that ends with it, and speak for it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from topic_briefings.extractors.keyphrases.candidate import ADJECTIVES, NAMED, Candidate
from topic_briefings.extractors.keyphrases.ranking import Key
from topic_briefings.extractors.keyphrases.wholes import Place
from topic_briefings.knowledge.places import country_words
from topic_briefings.languages.names import particles
from topic_briefings.languages.nouns import NounGrammar, opens

_LONGEST = 3
"""Words of a full name, its particles not counted: "Ursula von der Leyen" has two."""
_TWO = 2
_RETURNS = 2
"""How often a name stands alone, at most, that may be short for one printed once and later."""
_GIVEN_LAST = re.compile(r"[A-Z][a-z]+-[a-z]+")
"""A given name behind the surname, as Koreans write it: "Park Geun-hye"."""


@cache
def _small(words: frozenset[str]) -> frozenset[str]:
    """The same in lower case."""
    return frozenset(map(str.lower, words))


@dataclass(frozen=True, slots=True)
class Joining:
    """The candidates of an article, of which some are names of the same person or body."""

    phrases: Mapping[Key, Candidate]
    grammar: NounGrammar
    common: Container[str]
    """Common words, lower case: in German, where every noun has a capital, such a one is nobody's surname."""

    def join(self, scores: dict[Key, float]) -> dict[Key, list[Place]]:
        """Give full names the ``scores`` of names alone; return the places of those, by the full name.

        Of several that end with one, the one that the article prints most, and first, takes its place in the list;
        but then its places are not known to be that person's, and are left out. So does the one full name of a person
        take the place of a title with the surname: "President Obama".
        """
        titles = _small(self.grammar.titles())
        before = titles | self.grammar.words("quarter")
        full = self._full_names(before)
        for titled in [key for key in scores if len(key) == 2 and key[0] in titles and len(full.get(key[1:], ())) == 1]:
            (best,) = full[titled[1:]]
            if self.phrases[best].begins_as_given:
                scores[best] = max(scores[best], scores.pop(titled))
        places: dict[Key, list[Place]] = {}
        for short, longer in full.items():
            if short not in scores or not self._may_be_name(short):
                continue
            best = max(longer, key=lambda key: (self.phrases[key].count, -self.phrases[key].first, key))
            if self._ends_as(best, short) and not self._is_met_late(short, best, before):
                scores[best] = max(scores[best], scores.pop(short))
                if len(longer) == 1:
                    places[best] = self.phrases[short].places
        return places

    def _full_names(self, before: Container[str]) -> dict[Key, list[Key]]:
        """The full names by what may stand for each: a surname, with its particles or without, a rare given name.

        What begins with one of the words ``before`` is none: a title, "North" of "North Florida"; nor is a name behind
        an adjective that only opens a sentence: "Poor Lund".
        """
        full: defaultdict[Key, list[Key]] = defaultdict(list)
        for key, phrase in self.phrases.items():
            if self._is_full_name(phrase) and key[0] not in before:
                for short in self._short_forms(key, phrase):
                    full[short].append(key)
        return full

    def _short_forms(self, key: Key, name: Candidate) -> Iterator[Key]:
        if name.begins_as_given or not self._is_a_country(key[-1:], name):
            yield key[-1:]
        if len(key) > 2 and key[1] in particles():
            yield key[1:]
        tokens = name.words.tokens
        korean = len(key) == _TWO and _GIVEN_LAST.fullmatch(tokens[name.last - 1])
        if korean or (name.begins_as_given and self.grammar.opening[tokens[name.last - 1]] in NAMED):
            yield key[:1]

    def _is_a_country(self, short: Key, name: Candidate) -> bool:
        """Whether it is the country that a text names before what is called after it: "France", then "Air France"."""
        alone = self.phrases.get(short)
        if alone is None or short[0] not in country_words():
            return False
        return alone.in_headline or alone.places[:1] < name.places[:1]

    def _is_full_name(self, name: Candidate) -> bool:
        """Whether it is a name of two or three capitals; in German, one that begins with a given name."""
        if name.words.bases[name.last - 1] in self.grammar.idle():  # "Kentucky Republican" is not each Republican
            return False
        if name.last - name.first < 2 or name.tags.strip("n" if self.grammar.capitals == "n" else "N"):
            return False
        small = particles()
        if not 1 < sum([token not in small for token in name.words.tokens[name.first : name.last]]) <= _LONGEST:
            return False
        return name.begins_as_given if self.grammar.capitals == "n" else not self._is_described(name)

    def _may_be_name(self, short: Key) -> bool:
        tags = self.phrases[short].tags
        if self.grammar.capitals != "n":
            return not tags.strip("N")
        return not tags.strip("n") and short[-1] not in self.common

    def _ends_as(self, full: Key, short: Key) -> bool:
        """Whether a name alone may be the full one's: a plural only that of a person, not of "Latino Republicans"."""
        alone = self.phrases[short]
        return alone.words.tokens[alone.last - 1].lower() == short[-1] or self.phrases[full].begins_as_given

    def _is_described(self, name: Candidate) -> bool:
        """Whether its first word is one that has a capital only because it opens a sentence, the one place of it."""
        words, first = name.words, name.first
        adjective = self.grammar.opening[words.tokens[first]] in ADJECTIVES
        return name.count == 1 and opens(words, first) and adjective and not name.begins_as_given

    def _is_met_late(self, short: Key, full: Key, titles: Container[str]) -> bool:
        """Whether ``full`` is printed once, after ``short``, and need not be who that is: "President Obama" before."""
        name, alone = self.phrases[full], self.phrases[short]
        if name.count > 1 or not name.places or not alone.places or name.places[0] < alone.places[0]:
            return False
        if not name.begins_as_given and alone.count > _RETURNS:
            return True  # "Zika", and again, then "a House Zika proposal"
        return any(len(key) == 2 and key[1:] == short and key[0] in titles for key in self.phrases)
