"""What a page may say in nobody's name: words of the interface, names that are recorded, numbers and dates.

Whatever is neither that nor an article's is nobody's, and is reported. The interface's words are read from its own
tables, so that another wording of it is known at once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from babel.dates import get_day_names, get_month_names

from topic_briefings.pages.words import Words
from topic_briefings.verifying.asking import Asking

_WORD = re.compile(r"[^ \u00a0\u202f.,:;·›‹–—\-()“”„«»‘’'\"/&%…|+#?!×−→‐_\[\]]+")
"""Whatever is no space and no mark, so that a character that nobody sees makes another word."""
_SHOWN = 8
"""Words of what is strange."""
_GAP = re.compile(r"\{[^{}]*\}")


class Vocabulary:
    """Phrases that may stand anywhere, in any order."""

    def __init__(
        self, phrases: Iterable[str] = (), base: Vocabulary | None = None, asking: Asking | None = None
    ) -> None:
        """``phrases`` beside those of ``base``; ``asking``, or that of ``base``, notes on which a text rests."""
        self.base = base
        self._asking: Asking | None = asking or (base._asking if base else None)
        self._plain: dict[str, set[str]] = {}
        """Texts that were found to be made of phrases, and of which: pages say the same again and again."""
        self._by_first: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self.add(phrases)

    def add(self, phrases: Iterable[str]) -> None:
        """Know ``phrases``, too."""
        for phrase in phrases:
            words = tuple(_WORD.findall(phrase))
            if words:
                self._by_first[words[0]].add(words)

    def strange(self, text: str) -> str | None:
        """The first stretch of ``text`` that is made of none of the phrases; None when all of it is."""
        if text in self._plain:
            self._rests(self._plain[text])
            return None
        if self.base and self.base.strange(text) is None:
            return None
        said = _WORD.findall(text)
        reached = [True] + [False] * len(said)
        """Whether the words before are made of phrases; a phrase may begin another, so each way is followed."""
        furthest, used = 0, set[str]()
        for at in range(len(said)):
            if reached[at]:
                furthest = at
                for length in self._lengths(said, at):
                    reached[at + length] = True
                    used.add(" ".join(said[at : at + length]))
        if not reached[-1]:
            return " ".join(said[furthest : furthest + _SHOWN])
        self._plain[text] = used
        self._rests(used)
        return None

    def _rests(self, phrases: Iterable[str]) -> None:
        """Note that a text is plain as long as ``phrases`` are known, or are what they were found to be."""
        if self._asking:
            for phrase in phrases:
                self._asking.note("phrases", phrase)

    def knows(self, phrase: str) -> bool:
        """Whether ``phrase`` is one of these, its words parted by single spaces."""
        words = tuple(phrase.split(" "))
        return words in self._by_first.get(words[0], ()) or (self.base is not None and self.base.knows(phrase))

    def _lengths(self, said: list[str], at: int) -> Iterator[int]:
        """How many words from ``at`` on may be one phrase."""
        # Lists are parted by letters of the alphabet.
        if said[at].isdecimal() or len(said[at]) == 1:
            yield 1
        for words in self._by_first.get(said[at], ()):
            if len(words) == 1 or tuple(said[at : at + len(words)]) == words:
                yield len(words)
        if self.base:
            yield from self.base._lengths(said, at)


def interface(words: Words) -> Vocabulary:
    """All that the interface of a language says, and the names of its months and days."""
    found = Vocabulary(part for sentence in words.sentences() for part in _GAP.split(sentence))
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            found.add(get_month_names(width, context, words.locale).values())
            found.add(get_day_names(width, context, words.locale).values())
    return found
