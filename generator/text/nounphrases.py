"""Noun phrases of English by the possible parts of speech of words, settled by their neighbours.

A text becomes a string of one letter a word, and a noun phrase is a regular expression over it: adjectives and
nouns, ending in a noun (Justeson and Katz, "Technical terminology", 1995; Hulth, "Improved automatic keyword
extraction given more linguistic knowledge", 2003). No model: the lexicon says what a word can be, and the words
around it decide. The letters of the open classes:

    P name  n noun  a noun or adjective  j adjective  y noun or verb  q noun, adjective or verb  k adjective or verb
    g -ing form  p participle  v verb  r adverb  D number  s possessive mark  . any other mark  | end of a sentence

Closed classes have the letters of ``data/en/words.tsv``: d determiner, i preposition, t "to", B "be", H "have",
x modal, h and o pronouns, c and, w who, z subordinator, and so on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from generator.knowledge import rows
from generator.models import Span
from generator.text.partsofspeech import parts

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*(?:-\w+)*|[^\W\d_]+(?:(?:[-’'&]|(?<=\b\w)\.)(?!s\b)\w+)*|['’]s?\b|[^\w\s]|_+"
)
_OPEN = {
    "N": "n", "NR": "n", "NJ": "a", "NJR": "a", "NV": "y", "NVR": "y", "NJV": "q", "NJVR": "q",
    "JV": "k", "JVR": "k", "J": "j", "JR": "j", "R": "r",
}  # fmt: skip


class Token(NamedTuple):
    """One word or mark of a sentence."""

    text: str
    span: Span


class Tagged(NamedTuple):
    """A sentence as words with a letter each."""

    tokens: tuple[Token, ...]
    tags: str


class NounPhrase(NamedTuple):
    """A run of words of one sentence."""

    words: tuple[str, ...]
    tags: str
    span: Span
    first: int
    """The number of its first token in the sentence."""


def tokens(text: str, within: Span) -> tuple[Token, ...]:
    """The words and marks of ``text[within.start:within.end]``; "U.S." and "intelligence-sharing" are one word each."""
    return tuple(Token(found[0], Span(*found.span())) for found in _TOKEN.finditer(text, within.start, within.end))


def tagged(words: tuple[Token, ...], *, title_case: bool = False) -> Tagged:
    """The words of one sentence with their letters; ``title_case`` says that capitals mean nothing in it."""
    letters = []
    opening = True
    for token in words:
        text = token.text
        letters.append(_letter(text.lower() if title_case else text, opening))
        opening = opening and not text[0].isalnum()
    return Tagged(words, _settled("".join(letters)))


def noun_phrases(sentence: Tagged) -> Iterator[NounPhrase]:
    """The longest runs of adjectives and nouns that end in a noun, in order; weak first words are left out."""
    words, tags = sentence
    for found in _PHRASE.finditer(tags):
        first, last = found.span()
        while first < last - 1 and tags[first] in "jaqk" and words[first].text.lower() in _weak():
            first += 1
        run = words[first:last]
        if len(run) == 1 and run[0].text.lower() in _weak():
            continue
        span = Span(run[0].span.start, run[-1].span.end)
        yield NounPhrase(tuple(token.text for token in run), tags[first:last], span, first)


_PHRASE = re.compile(r"[jaqknyP]*[naPyq]")


@lru_cache(maxsize=100_000)
def _letter(word: str, opening: bool) -> str:
    """The letter of ``word``; ``opening`` says that it opens the sentence, where a capital means nothing."""
    if not word[0].isalnum():
        return "s" if word[0] in "'’" else "."
    lower = word.lower()
    closed = _closed().get(lower)
    if closed and (opening or word == lower or (word.istitle() and closed != "x")):
        return closed
    if word[0].isdigit():
        return "j" if any(map(str.isalpha, word)) else "D"
    possible = parts(lower)
    if word[0].isupper() and not (opening and possible):
        return "P"
    return _open_class(lower, possible)


def _open_class(lower: str, possible: str) -> str:
    if not possible:
        head = lower.rpartition("-")[2]
        if head != lower:
            return "n" if "N" in parts(head) else "j"
        return "r" if lower.endswith("ly") else "n"
    if "V" in possible and "N" not in possible and "J" not in possible:
        if lower.endswith("ing"):
            return "g"
        return "p" if lower.endswith(("ed", "n", "t")) else "v"
    if lower.endswith("ly") and "R" in possible and "N" not in possible:
        return "r"
    return _OPEN.get(possible, "n")


# In order: a word that can be several things is settled by the words beside it.
_SETTLE = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"(?<=[tx])[yqk](?![nj])", "v"),
        (r"(?<=x)[yqk]", "v"),
        (r"(?<=[hB])p|(?<=H)p|(?<=[HB]r)p", "v"),
        (r"(?<=[hw])[yqk]", "v"),
        (r"(?<=[dsjmif])y", "n"),
        (r"(?<=[dsj])q", "a"),
        (r"(?<=[dsj])[kg]", "j"),
        (r"(?<=B)g|(?<=Br)g", "v"),
        (r"(?<=[nPay])[pk](?=[dithoTPrm])", "v"),
        (r"(?<=[nPay])y(?=[dohTt])", "v"),
        (r"(?<=[nPy])q(?=[dohTti])", "v"),
        (r"(?<=[nya])g(?=[.|cBxHiv])", "n"),
        (r"(?<=[dsjicv.|tymr])p(?=[najyPgq])", "j"),
        (r"(?<=[dsjcv.|])g(?=[nay])", "j"),
    )
)


def _settled(tags: str) -> str:
    for pattern, letter in _SETTLE:
        tags = pattern.sub(letter, tags)
    return tags


@cache
def _closed() -> dict[str, str]:
    return {word: letter for letter, words in rows("en/words.tsv") for word in words.split()}


@cache
def _weak() -> frozenset[str]:
    """Adjectives that say nothing of what a phrase is about, and nouns that say nothing alone."""
    return frozenset(_listed(rows("en/weak_words.tsv")))


def _listed(table: Iterable[list[str]]) -> Iterator[str]:
    for word, *_ in table:
        yield word
