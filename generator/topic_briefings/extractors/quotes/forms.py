"""The words of a name: which count, which may stand for all of it, and which tell two bearers apart.

Everything here is asked of the same names again and again, so the answers are kept.
"""

from __future__ import annotations

import re
from functools import lru_cache

from topic_briefings.languages.names import GENERATIONS, given_name

_SUFFIXES = GENERATIONS | {"."}
_DOUBLED = re.compile(r"([a-z])\1")
_SPELLED = 6
"""Letters of a word from which on a doubled one tells no names apart: "Hillary" and "Hilary", but "Ann" and "An"."""
_SON = frozenset("Óó")
"""A word of one letter that is no initial: "Seán Ó Laoire"."""
_MOST = 12
"""Words of a name that are looked at: no person has more."""


@lru_cache(maxsize=20_000)
def surname(words: tuple[str, ...]) -> str:
    """The last word that is no suffix, as it stands where it comes first: "Al-Majdoub" for "al-Majdoub"."""
    word = next((word for word in reversed(words) if word not in _SUFFIXES), words[-1])
    return word[:1].upper() + word[1:]


@lru_cache(maxsize=20_000)
def plain(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without initials and suffixes."""
    if len(words) < 3:
        return words
    kept = tuple(w for at, w in enumerate(words) if w not in _SUFFIXES and not (at and len(w) == 1 and w not in _SON))
    return kept or words


@lru_cache(maxsize=20_000)
def spelled(bare: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name, however often a doubled letter is written in them."""
    return tuple(_DOUBLED.sub(r"\1", word) if len(word) >= _SPELLED else word for word in bare)


@lru_cache(maxsize=20_000)
def ends(bare: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The name, and what is left of it without its first word, its first two and so on; two words at least."""
    whole = folded(bare[-_MOST:])
    return (whole, *(whole[-length:] for length in range(2, len(whole))))


def folded(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words whatever their case."""
    return tuple(map(str.casefold, words))


def generation(words: tuple[str, ...]) -> str:
    """Which of several of one name it is: "Jr", "II"; empty where nothing says it."""
    return next((word for word in reversed(words) if word in GENERATIONS), "")


def told_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether "Jr." or "Sr." tells two people of one name apart."""
    suffixes = {generation(one), generation(other)}
    return len(suffixes) > 1 and all(suffixes)


@lru_cache(maxsize=20_000)
def short_forms(words: tuple[str, ...], person: bool) -> tuple[str, ...]:
    """The single words that a name of these ``words`` may be printed as, in a fixed order."""
    bare = plain(words)
    inside = (word for word in bare[1:-1] if word[0].isupper() and (person or given_name(word) is not None))
    forms = {bare[0], bare[-1], surname(words), *inside}
    if not person:
        forms |= {initials(words), "".join(bare)}
    return tuple(sorted(forms))


@lru_cache(maxsize=20_000)
def initials(words: tuple[str, ...]) -> str:
    """The capitals that its words begin with: "AFL" of "American Federation of Labor"."""
    return "".join(word[0] for word in words if word[0].isupper())
