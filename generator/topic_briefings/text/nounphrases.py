"""The words of a text as its noun phrases are read: sentence by sentence, initials with their dot."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import compress, count, pairwise

from topic_briefings.languages.names import before_particles, given_name, is_capital, particles
from topic_briefings.languages.nouns import NounGrammar
from topic_briefings.models import Span
from topic_briefings.text.tokens import SHAPES, WORD_SHAPES, Shape, Words

_PREDICATE = re.compile(r"Z(?<=[nSNJ]Z)(?=[itdNaJnSrMjymo])")
_INITIAL = re.compile(r"(?:[A-Z]\.)+")
_ABBREVIATED = re.compile(r"I\.(?=[ICL])|[Ii]\.(?:[Ii]\.)+")
"""The shapes of an initial before a name and of letters with their dots: "J. Lund", "p.m."."""
_LONG_CAPITAL, _LONG_WORD, _LONG_MARK = Shape.LONG_CAPITAL.value, Shape.LONG_WORD.value, Shape.LONG_MARK.value
_NONE = Shape.NONE.value
_MARKS = "".join((Shape.STOP, Shape.MARK, Shape.LONG_MARK))
_NAMED = re.compile(rf"[ICL](?<=[{WORD_SHAPES}].)")
"""The shape of a capital inside a sentence."""


class NounWords:
    """The words of several sentences of one text: ``tokens``, their ``starts`` and ``ends``, and ``tags``.

    After each sentence stands an empty word with the tag ``END``. ``bases`` are the words in lower case, nouns in
    the singular. There are no tags until ``tag`` has given them.
    """

    def __init__(self, words: Words, sentences: Iterable[Span], grammar: NounGrammar) -> None:
        self._grammar = grammar
        self.tokens: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._openings: list[int] = []
        drawn: list[str] = []
        last = 0
        for sentence in sentences:
            first = bisect_left(words.starts, sentence.start, last)
            last = bisect_left(words.starts, sentence.end, first)
            tokens, starts, ends = words.tokens[first:last], words.starts[first:last], words.ends[first:last]
            shapes = words.shapes[first:last]
            if "I." in shapes or "i." in shapes:
                _join(shapes, tokens, starts, ends)
                shapes = "".join(map(SHAPES.__getitem__, tokens))
            drawn += (shapes, _NONE)
            self._openings.append(len(self.tokens))
            self.tokens += tokens
            self.starts += starts
            self.ends += ends
            self.tokens.append("")
            self.starts.append(sentence.end)
            self.ends.append(sentence.end)
        self.bases = list(map(grammar.bases.__getitem__, self.tokens))
        self._shapes = "".join(drawn)
        self.tags = ""

    def tag(self, names: frozenset[str], *, title_case: bool = False) -> None:
        """Give each word its letter.

        ``title_case`` says that capitals mean nothing; ``names`` are the lower-case forms of words that are names
        even there.
        """
        grammar = self._grammar
        letters = list(map(grammar.letters.__getitem__, self.tokens))
        for place in range(len(letters)) if title_case else self._unsure_places():
            token = self.tokens[place]
            letters[place] = "N" if token.lower() in names else grammar.opening[token]
        self._join_particles(letters)
        self.tags = grammar.settled("".join(letters))

    def _join_particles(self, letters: list[str]) -> None:
        """Make one name of a given name, particles and surname: "Ludwig von der Aue", "João da Costa e Sousa"."""
        small = particles()
        if small.isdisjoint(self.tokens):
            return
        tokens, end = self.tokens, 0  # where the last name ends, with its surname
        for at in compress(range(1, len(tokens)), map(small.__contains__, tokens[1:])):
            last = at + 1
            while tokens[last] in small:
                last += 1
            first = at - (at > 1 and tokens[at - 1] in before_particles())
            given = tokens[first - 2 if tokens[first - 1].lower() in small else first - 1]
            begins = first == end or given_name(given) or _INITIAL.fullmatch(given)
            if begins and letters[first - 1] in "nN" and letters[last] in "nN" and is_capital(tokens[last]):
                letters[first:last] = letters[last] * (last - first)
                end = last + 1

    def settle_headline(self) -> None:
        """Make the first word that may be a verb the verb, where a headline has no other: "Ferry sinks off Flores"."""
        if not re.search(r"[vxBH]", self.tags):
            self.tags = _PREDICATE.sub("v", self.tags, count=1)

    def _unsure_places(self) -> Iterator[int]:
        """The places where a capital may be the sentence's: its first word, marks before it, all of a heading."""
        for place, end in pairwise([*self._openings, len(self.tokens)]):
            shapes = self._shapes[place:end]
            if shapes.count(_LONG_CAPITAL) > 2 and _LONG_WORD not in shapes and _LONG_MARK not in shapes:
                yield from range(place, end)
            else:
                yield min(place + len(shapes) - len(shapes.lstrip(_MARKS)), end - 1)

    def is_title_case(self) -> bool:
        """Whether most of its long words have a capital, so that one says nothing."""
        capitals, *others = map(self._shapes.count, (_LONG_CAPITAL, _LONG_WORD, _LONG_MARK))
        return capitals > 0.6 * (capitals + sum(others))

    def printed(self, first: int, last: int) -> str:
        """The words ``first`` up to ``last``, without the capital of a sentence's first word or of a title.

        A capital beside a name may be the name's own, and stays: "State Department", "Islamic State".
        """
        tags, own = self.tags[first:last], self._grammar.capitals
        words = [
            token.lower()
            if tag not in own and tag != "N" and ((own not in beside and token.istitle()) or token[4:].isupper())
            else token
            for token, tag, *beside in zip(self.tokens[first:last], tags, f"{tags[1:]}|", f"|{tags}", strict=False)
        ]
        return " ".join(self._grammar.alone(words, self.tokens[first - 1] if first else ""))

    def as_written(self, first: int, last: int) -> str:
        """The words ``first`` up to ``last`` with their capitals."""
        return (
            " ".join(self.tokens[first:last])
            .replace(" 's", "'s")
            .replace(" ’s", "’s")
            .replace(" . ", ". ")
            .replace(" / ", "/")
        )

    def names(self) -> frozenset[str]:
        """The words, in lower case, that are capitalised inside a sentence more often than not."""
        tokens, shapes = self.tokens, self._shapes
        capitals = Counter([tokens[match.start()].lower() for match in _NAMED.finditer(shapes)])
        both = compress(count(1), map(capitals.__contains__, tokens[1:]))
        small = Counter([tokens[at] for at in both if shapes[at - 1] in WORD_SHAPES])
        unnamed = self._grammar.unnamed()
        return frozenset(word for word, often in capitals.items() if often > small[word] and word not in unnamed)


def _join(shapes: str, tokens: list[str], starts: list[int], ends: list[int]) -> None:
    """Make one word of an initial and its dot, and of letters and dots that touch."""
    joined = [
        (first, last)
        for first, last in (found.span() for found in _ABBREVIATED.finditer(shapes))
        if all(ends[at] == starts[at + 1] for at in range(first, last - 1))
        and (last - first > 2 or ends[last - 1] < starts[last])
    ]
    if not joined:
        return
    whole: list[tuple[str, int, int]] = []
    at = 0
    for first, last in (*joined, (len(tokens), len(tokens))):
        whole += zip(tokens[at:first], starts[at:first], ends[at:first], strict=True)
        if first < last:
            whole.append(("".join(tokens[first:last]), starts[first], ends[last - 1]))
        at = last
    tokens[:], starts[:], ends[:] = map(list, zip(*whole, strict=True))
