"""The one tokenizer, and the words of a text as it cuts them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from itertools import accumulate

from topic_briefings.models import Span

_CLITIC = r"(?:s|re|ve|ll|d|m|S)\b"
_WORD = rf"\w*+(?:(?![-'’])|(?:-++\w++|['’](?!{_CLITIC})\w++)*+)"
"""The rest of a word after its first letter, hyphens and apostrophes inside it included."""
# Any character, and what may follow it: far quicker than to try each kind of token at each space. Most words begin
# with a small letter, so that alternative stands first.
_TOKEN = re.compile(
    rf"([\S\n](?:(?<=[a-z]){_WORD}|(?<=\n)\n*+|(?<=[A-Z])\.(?:[A-Z]\.)++|(?<=\d)\d*+(?:[.,:]\d++)*+(?:-\w++)*+"
    rf"|(?<=')'|(?<=['’]){_CLITIC}|(?<=\w){_WORD}|(?<=\.)\.++|(?<=-)-++|))"
)


class Words:
    """The words of a ``text``: ``tokens``, their ``starts`` and ``ends`` in code points, ``tags``, a letter each."""

    def __init__(self, text: str, letters: Mapping[str, str]) -> None:
        self.source = text
        pieces = _TOKEN.split(text)
        edges = list(accumulate(map(len, pieces)))
        self.tokens = pieces[1::2]
        self.starts = edges[0:-1:2]
        self.ends = edges[1::2]
        self.tags = "".join(map(letters.__getitem__, self.tokens))

    def span(self, first: int, last: int) -> Span:
        """The text from word ``first`` up to, not including, word ``last``."""
        return Span(self.starts[first], self.ends[last - 1])

    def at(self, offset: int) -> int:
        """The number of the first word that begins at ``offset`` or later."""
        return bisect_left(self.starts, offset)

    def text(self, first: int, last: int) -> str:
        """The text from word ``first`` up to ``last``, its white space folded."""
        if last - first == 1:
            return self.tokens[first]
        return " ".join(self.source[self.starts[first] : self.ends[last - 1]].split())
