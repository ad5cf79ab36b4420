"""What a language must know for its noun phrases to be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from topic_briefings.languages.kept import Kept

ADDRESS = re.compile(r"://|[=@]|/\w|^[a-z]\w*\.(?:com|org|net)$")
"""What is an address or a handle, and no word."""
END = "|"
"""The letter of the empty word that ends each sentence."""


class NounWords(Protocol):
    """What is read of the words of a text."""

    @property
    def tokens(self) -> list[str]:
        """The words and marks, an empty one after each sentence."""

    @property
    def tags(self) -> str:
        """A letter each."""


def opens(words: NounWords, at: int) -> bool:
    """Whether the word ``at`` is the first of its sentence."""
    return at == 0 or words.tags[at - 1] in (END, "j")


@dataclass(frozen=True, slots=True, kw_only=True)
class NounGrammar:
    """How noun phrases are read in a language."""

    bases: Kept[str]
    """Word → lower case, nouns in the singular."""
    letters: Kept[str]
    """Word → letter."""
    opening: Kept[str]
    """Word → letter where it opens a sentence, or stands in a title, and a capital means nothing."""
    settled: Callable[[str], str]
    """The letters of a text → the same, with words that can be several things settled."""
    capitals: str
    """The letters of words whose capital is their own, wherever they stand."""
    alone: Callable[[list[str], str], list[str]]
    """The words of a phrase and the word before it → the words as they are printed outside of a sentence."""
    phrases: Callable[[NounWords], Iterator[tuple[int, int]]]
    """The noun phrases, as first and last word (exclusive), in order."""
    qualities: Callable[[NounWords, int, int], int]
    """How many words a phrase begins with that only judge: "wonderful"."""
    is_general: Callable[[str], bool]
    """Whether a noun (lower case) says little by itself: "way"."""
    is_common: Callable[[str], bool]
    """Whether a word (lower case) is too common to be a phrase alone."""
    unnamed: Callable[[], frozenset[str]]
    """Words, lower case, whose capital makes no name of them."""
    titles: Callable[[], frozenset[str]]
    """What is printed before a name, as printed, without its dot."""
    is_person: Callable[[str], bool] = lambda _: False
    """Whether a noun (lower case) names a person by what one is or does: "mayor"."""
    words: Callable[[str], frozenset[str]] = lambda _: frozenset()
    """Words, lower case, by their use: ``quarter`` begins the name of a part ("North Florida"), ``speaks`` for others
    ("spokeswoman"), ``says`` stands beside who is quoted ("said"), ``ends`` no longer phrase ("U.S."), ``whole`` is
    never cut in two ("real estate"), ``dull`` tells little alone however often it returns ("city")."""
    idle: Callable[[], frozenset[str]] = frozenset
    """Phrases, lower case, that say nothing of what a text is about: "press conference"."""
