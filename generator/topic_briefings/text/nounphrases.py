"""The words of a text as its noun phrases are read: addresses and markup are one mark, initials keep their dot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from topic_briefings.languages.kept import Kept
from topic_briefings.languages.nouns import NounGrammar
from topic_briefings.models import Span

# Most words are letters with a space, a comma or a stop behind them, so that alternative stands first; the first
# character is taken before any is tried, since a class of characters is looked for quickly.
_TOKEN = re.compile(
    r"(\S(?:(?<=[a-zA-Z])[a-z]++(?=[\s,;)]|\.(?:\s|\Z))"
    r"|(?<=[^\W\d_])\.(?:[^\W\d_]\.)+|(?<=[A-Z])\.(?=\s+[A-Z])|(?<=\d)\d*(?:[.,]\d+)*[^\W_]*(?:-\w+)*"
    r"|(?<=[^\W\d_])[^\W_]*(?:(?:[-&]|['’](?![sS]\b)|(?<=\b\w)\.)\w+)*(?:\.(?:com|org|net)\b)?"
    r"(?!\w*(?:://|=[\"“”']|@\w|\.\w+/))"
    r"|(?<=['’])[sS]\b|(?<=[@#])\w+|(?<=<)[a-zA-Z/!][^<>\n]{0,200}>"
    r"|(?<=[\w.])[\w.]{0,39}(?:://|=[\"“”']|@|\.\w{2,6}/)[^\s\"“”'\]<>]{1,200}|(?<=[^\w\s])|(?<=_)_*))"
)
"""Words and marks; an address, a handle or a piece of markup is one mark."""
_PREDICATE = re.compile(r"Z(?<=[nSNJ]Z)(?=[itdNaJnSrMjymo])")
_LONG = 3
"""Letters that a word has more than where its capital tells whether a line is a heading."""


def _shape(token: str) -> str:
    """What a token looks like: ``C`` a word with a capital, ``w`` another, both doubled where long; ``.`` a mark."""
    if not token[:1].isalnum():
        return "." if len(token) <= _LONG else "-"
    if token[0].isupper():
        return "C" if len(token) <= _LONG else "L"
    return "w" if len(token) <= _LONG else "l"


_SHAPES = Kept(_shape)
_NAMED = re.compile(r"[CL](?<=[CLwl].)")
"""A capital inside a sentence."""


class NounWords:
    """The words of several sentences of one text: ``tokens``, their ``starts`` and ``ends``, and ``tags``.

    After each sentence stands an empty word with the tag ``END``. ``bases`` are the words in lower case, nouns in
    the singular. There are no tags until ``tag`` has given them.
    """

    def __init__(self, text: str, sentences: Iterable[Span], grammar: NounGrammar) -> None:
        self._grammar = grammar
        self.tokens: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._openings: list[int] = []
        for sentence in sentences:
            self._openings.append(len(self.tokens))
            pieces = _TOKEN.split(text[sentence.start : sentence.end])
            edges = list(accumulate(map(len, pieces), initial=sentence.start))
            self.tokens += pieces[1::2]
            self.starts += edges[1:-1:2]
            self.ends += edges[2::2]
            self.tokens.append("")
            self.starts.append(sentence.end)
            self.ends.append(sentence.end)
        self.bases = list(map(grammar.bases.__getitem__, self.tokens))
        self._shapes = "".join(map(_SHAPES.__getitem__, self.tokens))
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
        self.tags = grammar.settled("".join(letters))

    def settle_headline(self) -> None:
        """Make the first word that may be a verb the verb, where a headline has no other: "Ferry sinks off Flores"."""
        if not re.search(r"[vxBH]", self.tags):
            self.tags = _PREDICATE.sub("v", self.tags, count=1)

    def _unsure_places(self) -> Iterator[int]:
        """The places where a capital may be the sentence's: its first word, marks before it, all of a heading."""
        for place, end in pairwise([*self._openings, len(self.tokens)]):
            shapes = self._shapes[place:end]
            if shapes.count("L") > 2 and "l" not in shapes and "-" not in shapes:
                yield from range(place, end)
            else:
                yield min(place + len(shapes) - len(shapes.lstrip(".-")), end - 1)

    def is_title_case(self) -> bool:
        """Whether most of its long words have a capital, so that one says nothing."""
        capitals = self._shapes.count("L")
        return capitals > 0.6 * (capitals + self._shapes.count("l") + self._shapes.count("-"))

    def printed(self, first: int, last: int) -> str:
        """The words ``first`` up to ``last``, without the capital of a sentence's first word or of a title.

        A capital before a name may be the name's own, and stays: "State Department".
        """
        tags, own = self.tags[first:last], self._grammar.capitals
        words = [
            token.lower()
            if tag not in own and ((after not in own and token.istitle()) or token[4:].isupper())
            else token
            for token, tag, after in zip(self.tokens[first:last], tags, f"{tags[1:]}|", strict=True)
        ]
        return " ".join(self._grammar.alone(words, self.tokens[first - 1] if first else ""))

    def names(self) -> frozenset[str]:
        """The words, in lower case, that are capitalised inside a sentence more often than not."""
        tokens, shapes = self.tokens, self._shapes
        capitals = Counter([tokens[match.start()].lower() for match in _NAMED.finditer(shapes)])
        both = capitals.keys() & set(tokens)
        small = Counter(
            [word for word, before in zip(tokens[1:], shapes, strict=False) if word in both and before in "CLwl"]
        )
        unnamed = self._grammar.unnamed()
        return frozenset(word for word, count in capitals.items() if count > small[word] and word not in unnamed)
