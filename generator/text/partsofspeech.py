"""What a word can be: noun, adjective, verb, adverb. The one module that knows lemminflect.

Its lexicon (MIT; from the SPECIALIST Lexicon of the National Library of Medicine) lists the possible parts of
speech of English words. It is looked up only: its statistical guesser for unknown words is never asked.
"""

from __future__ import annotations

from functools import lru_cache

_LETTERS = (("NOUN", "N"), ("PROPN", "N"), ("ADJ", "J"), ("VERB", "V"), ("ADV", "R"))


@lru_cache(maxsize=100_000)
def parts(word: str) -> str:
    """The parts of speech that ``word`` (lower case) can be: letters of "NJVR"; "" for one not in the lexicon."""
    found = _lemmas(word)
    return "".join(dict.fromkeys(letter for name, letter in _LETTERS if name in found))


@lru_cache(maxsize=100_000)
def singular(word: str) -> str:
    """The singular of a noun in lower case; a word that is not in the lexicon loses a plural "s"."""
    found = _lemmas(word)
    if "NOUN" in found:
        return min(found["NOUN"])
    if found or len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return word[:-1]


def _lemmas(word: str) -> dict[str, tuple[str, ...]]:
    from lemminflect import getAllLemmas  # late: it brings numpy

    lemmas: dict[str, tuple[str, ...]] = getAllLemmas(word)
    return lemmas
