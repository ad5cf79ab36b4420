"""Noun phrases of English by the possible parts of speech of words, settled by their neighbours.

A text becomes a string of one letter a word, and a noun phrase is a regular expression over it: adjectives and
nouns, ending in a noun (Justeson and Katz, "Technical terminology", 1995; Hulth, "Improved automatic keyword
extraction given more linguistic knowledge", 2003). No model: the lexicon says what a word can be, and the words
around it decide. The letters of the open classes:

    P name  n noun  N plural noun  a noun or adjective  j adjective  q noun, adjective or verb  k adjective or verb
    y noun or verb  Y the same with an "s"  g -ing form  p participle  v verb  r adverb  D number
    s possessive mark  . any other mark  | end of a sentence

Closed classes have the letters of ``data/en/words.tsv``: d determiner, i preposition, t "to", B "be", H "have",
x modal, h and o pronouns, c and, w who, z subordinator, and so on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from generator.knowledge import rows
from generator.models import Span
from generator.text.partsofspeech import is_base_verb, is_compared, parts, singular

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*(?:-\w+)*"
    r"|[^\W\d_]+(?:(?:[-&]|['’](?![sS]\b)|(?<=\b\w)\.)\w+)*|['’][sS]\b|[^\w\s]|_+"
)
_OPEN = {
    "N": "n", "NR": "n", "NJ": "a", "NJR": "a", "NV": "y", "NVR": "y", "NJV": "q", "NJVR": "q",
    "JV": "k", "JVR": "k", "J": "j", "JR": "j", "R": "r",
}  # fmt: skip
_CONTRACTED = {"t": "x", "ll": "h", "re": "h", "ve": "h", "d": "h", "m": "h"}
"""What follows the apostrophe → the letter: "don't" is followed by a verb, "they're" as "they" is."""
_NAMES_OF_DAYS = "l"
END = "|"
"""The letter of the empty word that ends each sentence."""


class Words:
    """The words of several sentences of one text: ``tokens``, their ``starts`` and ``ends``, and ``tags``.

    After each sentence stands an empty word with the tag ``END``. ``bases`` are the words in lower case, nouns in
    the singular. There are no tags until ``tag`` has given them.
    """

    def __init__(self, text: str, sentences: Iterable[Span]) -> None:
        self.tokens: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for sentence in sentences:
            for found in _TOKEN.finditer(text, sentence.start, sentence.end):
                start, end = found.span()
                self.tokens.append(found[0])
                self.starts.append(start)
                self.ends.append(end)
            self.tokens.append("")
            self.starts.append(sentence.end)
            self.ends.append(sentence.end)
        self.bases = [singular(token.lower()) for token in self.tokens]
        self.tags = ""

    def tag(self, names: frozenset[str], *, title_case: bool = False) -> None:
        """Give each word its letter.

        ``title_case`` says that capitals mean nothing; ``names`` are the lower-case forms of words that are names
        even there.
        """
        letters = []
        opening = True
        for token in self.tokens:
            if not token:
                letters.append(END)
                opening = True
            else:
                unsure = opening or title_case
                letters.append("P" if unsure and token.lower() in names else _letter(token, unsure))
                opening = opening and not token[0].isalnum()
        self.tags = _settled("".join(letters))

    def names(self) -> frozenset[str]:
        """The words, in lower case, that are capitalised inside a sentence more often than not."""
        inside = [token for before, token in pairwise(self.tokens) if token and before and before[0].isalnum()]
        capitals = Counter([token.lower() for token in inside if token[0].isupper()])
        small = Counter([token for token in inside if token in capitals])
        return frozenset(word for word, count in capitals.items() if count > small[word] and word not in _closed())


def noun_phrases(words: Words) -> Iterator[tuple[int, int]]:
    """The longest runs of adjectives and nouns that end in a noun, as first and last word (exclusive), in order.

    First words that compare or say nothing ("biggest", "several") are left out; a run of such alone is none.
    """
    for found in _PHRASE.finditer(words.tags):
        first, last = found.span()
        while first < last - 1 and words.tags[first] != "P" and _is_weak(words.tokens[first].lower()):
            first += 1
        if first < last - 1 or not _is_weak(words.tokens[first].lower()):
            yield first, last


_PHRASE = re.compile(r"[jaqknNyYP]*(?:[naNPyYq]|PD)")


@lru_cache(maxsize=100_000)
def _letter(word: str, unsure: bool) -> str:
    """The letter of ``word``; where ``unsure``, as at the start of a sentence, a capital means nothing."""
    if not word[0].isalnum():
        return "s" if word[0] in "'’" else "."
    lower = word.lower()
    capital = word[0].isupper()
    closed = _closed().get(lower) if unsure or not capital or word.istitle() else None
    if closed and (closed != _NAMES_OF_DAYS or capital or not parts(lower)):  # "the sun", "to mar" are no days
        return closed
    if word[0].isdigit():
        return "j" if any(map(str.isalpha, word)) else "D"
    if "'" in lower or "’" in lower:
        ending = lower.replace("’", "'").rpartition("'")[2]
        if ending in _CONTRACTED:
            return _CONTRACTED[ending]
    possible = parts(lower)
    if capital and not (unsure and possible):
        return "P"
    return _open_class(lower, possible)


def _open_class(lower: str, possible: str) -> str:
    if lower in _seldom_nouns():
        return "v"
    if not possible:
        head = lower.rpartition("-")[2]
        if head != lower:
            return "n" if "N" in parts(head) else "j"
        return "r" if lower.endswith("ly") else "n"
    if "V" in possible and "N" not in possible and "J" not in possible:
        if lower.endswith("ing"):
            return "g"
        return "v" if is_base_verb(lower) or lower.endswith("s") else "p"
    if lower.endswith("ly") and "R" in possible and "N" not in possible:
        return "r"
    letter = _OPEN.get(possible, "n")
    if letter in "ny" and singular(lower) != lower and lower not in _plural_modifiers():
        return letter.upper()
    return letter


# In order: a word that can be several things is settled by the words beside it.
_SETTLE = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"(?<=[tx])[yqk](?![njN])|(?<=[xhw])[yYqk]", "v"),  # "to work", "it leads"
        (r"(?<=[hBH])p|(?<=[HB]r)p", "v"),  # "has initiated"
        (r"(?<=[dsjmif])y", "n"),  # "the lead"
        (r"(?<=[dsjmif])Y", "N"),
        (r"(?<=[dsj])q", "a"),
        (r"(?<=[dsj])[kg]", "j"),  # "the growing threat"
        (r"(?<=B)g|(?<=Br)g", "v"),  # "is growing"
        (r"(?<=[nNPaYy])[pk](?=[dithoTPrm])", "v"),  # "talks aimed at"
        (r"(?<=N)y(?=[dohTtPjnNYamr])|(?<=cP)y(?=[dt])", "v"),  # "officials claim the": they agree in number
        (r"(?<=[nP])Y(?=[dohTtnNPYyaj])", "v"),  # "Ottawa plans to"
        (r"(?<=[nNPyY])q(?=[dohTt])", "v"),
        (r"(?<=[nya])g(?=[.|cBxH])", "n"),  # "information sharing."
        (r"(?<=[dsjif|mr])p(?=[najyPgqNY])", "j"),  # "of liquefied gas"
    )
)


def _settled(tags: str) -> str:
    for pattern, letter in _SETTLE:
        tags = pattern.sub(letter, tags)
    return tags


@lru_cache(maxsize=100_000)
def _is_weak(lower: str) -> bool:
    return lower in _weak() or is_compared(lower)


@cache
def _closed() -> dict[str, str]:
    return {word: letter for letter, words in rows("en/words.tsv") for word in words.split()}


@cache
def _weak() -> frozenset[str]:
    return frozenset(word for (word, *_) in rows("en/weak_words.tsv"))


@cache
def _seldom_nouns() -> frozenset[str]:
    return frozenset(word for (word, *_) in rows("en/seldom_nouns.tsv"))


@cache
def _plural_modifiers() -> frozenset[str]:
    """Plurals that stand before another noun: "arms control", "sales tax"."""
    return frozenset(word for (word, *_) in rows("en/plural_modifiers.tsv"))
