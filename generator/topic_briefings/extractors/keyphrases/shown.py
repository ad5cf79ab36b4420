"""Which of an article's keyphrases a page shows: the most telling, each thing once; the others are idle.

What is idle stays in the record: it still tells which articles are alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from topic_briefings.extractors.keyphrases.ranking import Key
from topic_briefings.knowledge.places import country_words
from topic_briefings.languages.names import given_name

_LEAST, _MOST = 2, 6
"""So many are shown though some of them tell little, since a page without keywords tells less; and never more."""
_ENOUGH = 0.8
"""What a keyphrase must tell to be shown where there are enough: of those above it readers who judged 530 found
91 % useful, of those between 0 and it three in five."""
_LITTLE = 0.1
"""What it must tell to be shown beside any other, however few there are: "company", "net"."""
_CLOSE_STEM = 5
"""Letters of a German noun that is the same as another, or its last part: "Sender", "Fernsehsendern"."""
_SHORT_STEM = 3
"""Letters that are left of a word without its ending: "Bär", "Bären"."""
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
"""A name's letters with their dots: "L.A."."""
_FOLDED = str.maketrans("äöü", "aou")


def shown(told: Mapping[Key, float], texts: Mapping[Key, str], code: str) -> set[Key]:
    """Those of the keys that a page prints, by how much they tell and how they are printed in ``code``'s language.

    What repeats a better one is left out, and what tells too little, but for the best where fewer than ``_LEAST`` are
    left beside the names of countries, which a page has elsewhere; and of those what tells next to nothing, but for the
    very best. A noun gives its place to a phrase that ends in it and tells enough itself: "robots", "care robots"; so
    do a name's letters to the name.
    """
    kept: dict[Key, _Said] = {}
    countries = country_words(code)
    for key in sorted(told, key=lambda key: (-told[key], key)):
        others = sum(texts[other].lower() not in countries for other in kept)
        if len(kept) == _MOST or (told[key] < _ENOUGH and others >= _LEAST) or (told[key] < _LITTLE and kept):
            break
        said = _Said.of(key, texts[key])
        repeated = [other for other, before in kept.items() if said.repeats(before)]
        if not repeated:
            kept[key] = said
        elif len(repeated) == 1 and told[key] >= _ENOUGH:
            noun = texts[repeated[0]]
            if noun == said.initials or (noun.islower() and texts[key].lower().endswith(f" {noun}")):
                del kept[repeated[0]]
                kept[key] = said
    return set(kept)


@dataclass(frozen=True, slots=True)
class _Said:
    """A phrase as others may repeat it."""

    ends: tuple[str, str]
    """Its first and last word as printed."""
    stems: frozenset[str]
    """Its words, and its nouns in the singular, without endings."""
    initials: str
    """Of several words the capitals they begin with, as a name is shortened: "IMF"; else none."""
    full: bool
    """Whether it is a name of several words."""
    given: bool
    """Whether it begins with a given name."""
    large: bool
    """Whether it has a capital."""
    dotted: bool
    """Whether a word of it is letters with their dots."""

    @classmethod
    def of(cls, key: Key, text: str) -> _Said:
        words = text.split(" ")
        full = len(words) > 1 and words[0].istitle() and words[-1].istitle()
        letters = (word.replace(".", "") if word.isupper() or _DOTTED.fullmatch(word) else word[0] for word in words)
        initials = "".join(filter(str.isupper, letters)) if words[1:] else ""
        stems = frozenset(stem for stem in (*map(_stem, words), *key) if len(stem) > 1)
        return cls(
            ends=(words[0], words[-1]),
            stems=stems,
            initials=initials,
            full=full,
            given=given_name(words[0]) is not None,
            large=not text.islower(),
            dotted=any(map(_DOTTED.fullmatch, words)),
        )

    def repeats(self, other: _Said) -> bool:
        """Whether both share a word, and are not two names in full: "hotel project", "hotel"; "Noten", "Notenfund"."""
        if self.ends in (other.ends, other.ends[::-1]):
            return True  # "Lund Ana" as a list has it
        if self.ends[0] == other.initials or other.ends[0] == self.initials:
            return True
        if self.full and other.full:
            if self.ends[1] == other.ends[1] and self.given != other.given:
                return True  # "Secretary Lund", "Ada Lund"
            return self.dotted != other.dotted and self.initials == other.initials  # "South L.A."
        if not self.stems.isdisjoint(other.stems):
            return True
        least = _CLOSE_STEM - (self.large and other.large)
        return any(
            len(short) >= least and (long.startswith(short) or long.endswith(short))
            for one in self.stems
            for another in other.stems
            for short, long in (((one, another),) if len(one) < len(another) else ((another, one),))
        )


@lru_cache(maxsize=4_096)
def _stem(word: str) -> str:
    """A word without the endings of a plural or a case, its vowels unchanged."""
    lower = word.lower().translate(_FOLDED)
    for ending in ("ern", "en", "er", "es", "e", "n", "s"):
        if lower.endswith(ending) and len(lower) - len(ending) >= _SHORT_STEM:
            return lower.removesuffix(ending)
    return lower
