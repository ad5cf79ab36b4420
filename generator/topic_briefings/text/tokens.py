"""The one tokenizer, and the words of a text as it cuts them.

A hyphen, an apostrophe, an "&" or a "_" inside a word is part of it; "'s", "'ve" and their like are words of their own.
An address, a handle and a piece of markup are one mark each, and so are several dots, hyphens or line ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from enum import StrEnum
from itertools import accumulate

from topic_briefings.languages.kept import Kept
from topic_briefings.models import Span, as_span

_CLITIC = r"(?:s|re|ve|ll|d|m|S)\b"
_LINK = r"://|=[\"“”']|@\w|\.\w{2,6}/"
"""What is inside an address or a piece of markup, and in no word."""
_KINDS = (
    # Most words are small letters with a space, a comma or a stop behind them; so this one is tried first.
    r"(?<=[a-zA-Z])[a-z]*+(?=[\s,;)]|\.(?:\s|\Z))",
    r"(?<=\n)\n*+",
    r"(?<=[A-Z])\.(?:[A-Z]\.)++",  # "U.S."
    r"(?<=\d)\d*+(?:[.,:]\d++)*+[^\W_]*+(?:-\w++)*+",  # "9:05", "1990s", "30-year-old"
    # Any other word; nothing more is tried where none of its joints follows.
    rf"(?<=[^\W\d_])[^\W_]*+(?:(?![-'’&_.:=@])|(?:[-&_][^\W_]++|['’](?!{_CLITIC})[^\W_]++)*+"
    rf"(?:\.(?:com|org|net)\b)?+(?!{_LINK}))",
    r"(?<=')'",
    rf"(?<=['’]){_CLITIC}",
    r"(?<=\.)\.++",
    r"(?<=-)-++",
    r"(?<=[@#])\w++",
    r"(?<=<)(?:[a-z/!][^<>\n]{0,200}+|[A-Z.]{1,8})>",  # "</p>", and "<GM>" as the wires print it
    rf"(?<=[\w.])[\w.]{{0,39}}(?:{_LINK})[^\s\"“”'\]<>]{{0,200}}(?<![.,;:!?])",
    r"(?<=_)_++",
    "",  # a mark alone
)
"""What may follow the first character of a token; it is taken before any is tried, which is far quicker."""
_TOKEN = re.compile(rf"([\S\n](?:{'|'.join(_KINDS)}))")


class Shape(StrEnum):
    """What a token looks like."""

    INITIAL = "I"
    """One capital letter."""
    LETTER = "i"
    """One other letter."""
    CAPITAL = "C"
    """A short word with a capital."""
    WORD = "w"
    """A short word without one, or a number."""
    LONG_CAPITAL = "L"
    LONG_WORD = "l"
    STOP = "."
    MARK = ","
    LONG_MARK = "-"
    NONE = "|"
    """No token: the empty word that ends a sentence."""


LONG = 3
"""Letters that a long word has more than."""
WORD_SHAPES = "".join((Shape.INITIAL, Shape.LETTER, Shape.CAPITAL, Shape.WORD, Shape.LONG_CAPITAL, Shape.LONG_WORD))
"""Shapes of words."""


def shape(token: str) -> Shape:
    """The shape of a token."""
    if not token:
        return Shape.NONE
    if not token[0].isalnum():
        if token == ".":  # noqa: S105 - a full stop
            return Shape.STOP
        if token[0] in "'’" and token[1:].isalpha() and token[1:].lower() != "s":
            return Shape.WORD  # "they're", no genitive
        return Shape.MARK if len(token) <= LONG else Shape.LONG_MARK
    if len(token) == 1 and token.isalpha():
        return Shape.INITIAL if token.isupper() else Shape.LETTER
    if token[0].isupper():
        return Shape.CAPITAL if len(token) <= LONG else Shape.LONG_CAPITAL
    return Shape.WORD if len(token) <= LONG else Shape.LONG_WORD


SHAPES = Kept(shape)
"""The shapes of the tokens met so far."""


class Words:
    """The words of a ``text``: ``tokens``, their ``starts`` and ``ends`` in code points, ``tags``, a letter each.

    ``drawn`` says of each word its letter and its shape; there are no tags where it is not given.
    """

    def __init__(self, text: str, drawn: Mapping[str, str] | None = None) -> None:
        self.source = text
        pieces = _TOKEN.split(text)  # what stands between two tokens, and tokens, in turn
        edges = list(accumulate(map(len, pieces)))
        self.tokens = pieces[1::2]
        self.starts = edges[0:-1:2]
        self.ends = edges[1::2]
        pairs = None if drawn is None else "".join(map(drawn.__getitem__, self.tokens))
        self.tags = "" if pairs is None else pairs[::2]
        self.shapes = "".join(map(SHAPES.__getitem__, self.tokens)) if pairs is None else pairs[1::2]
        """A ``Shape`` each."""

    def span(self, first: int, last: int) -> Span:
        """The text from word ``first`` up to, not including, word ``last``."""
        return as_span((self.starts[first], self.ends[last - 1]))

    def at(self, offset: int) -> int:
        """The number of the first word that begins at ``offset`` or later."""
        return bisect_left(self.starts, offset)

    def around(self, offset: int) -> int:
        """The number of the word that the character at ``offset`` belongs to."""
        return bisect_right(self.starts, offset) - 1

    def text(self, first: int, last: int) -> str:
        """The text from word ``first`` up to ``last``, its white space folded."""
        if last - first == 1:
            return self.tokens[first]
        return " ".join(self.source[self.starts[first] : self.ends[last - 1]].split())
