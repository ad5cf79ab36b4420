"""Other forms under which words are looked for, where a search that goes by the beginnings of words would miss them.

Three kinds of words begin otherwise than readers type them: those behind an article that is one word with them
("l'eau" is found by "eau", "الجسر" by "جسر"), those with a letter that no accent explains ("Łódź" by "Lodz"), and
those in a run of Chinese or Japanese, which has no spaces: every two signs beside one another are a word of it (Nie
and others, "On Chinese Text Retrieval", SIGIR 1996, found such pairs as good as words).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

ELIDED = "c d j l m n s t qu lorsqu puisqu quoiqu jusqu un all dall dell nell sull coll quell bell".split()  # noqa: SIM905 - a list of quoted letters reads worse
"""What stands with an apostrophe before a word: articles, pronouns and prepositions of French, Italian, Catalan."""
LETTERS = {
    "ß": "ss",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "ħ": "h",
    "ŧ": "t",
    "ŋ": "n",
}
"""Letters that Unicode does not take apart, with what a keyboard without them has."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BEHIND = re.compile(rf"(?:{'|'.join(sorted(ELIDED, key=len, reverse=True))})['’](?=[^\W\d_]{{2}})", re.IGNORECASE)
_SIGNS = re.compile(
    r"[\u3005\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+"
)
_AL = re.compile("(?:[وف]?[بك]?ال|[وف]?لل)(?=[\u0621-\u064a]{3})")
"""The Arabic article, and the conjunctions and prepositions that are written together with it."""
_DOT_ABOVE = "\u0307"
"""What is left of the dot of "İ" in small letters."""
_FOLDED = str.maketrans(LETTERS)


def forms(texts: Iterable[str]) -> str:
    """The other forms of the words of ``texts``, each once, with spaces between; empty where there are none."""
    return " ".join(dict.fromkeys(form for text in texts for form in _forms(text)))


def _forms(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = unicodedata.normalize("NFKC", match[0]).casefold()  # half-width kana are whole ones
        if word.isascii() and "'" not in word:
            continue
        behind = _BEHIND.match(word)
        bare = word[behind.end() :] if behind else word
        if behind:
            yield bare
        if article := _AL.match(bare):
            yield bare[article.end() :]
        if _DOT_ABOVE in bare or LETTERS.keys() & set(bare) - {"ß"}:
            yield _plain(bare)
        for run in _SIGNS.findall(bare):
            yield from (run[at : at + 2] for at in range(len(run)))


def _plain(word: str) -> str:
    """``word`` in letters that every keyboard has."""
    apart = unicodedata.normalize("NFKD", word.translate(_FOLDED))
    return "".join(char for char in apart if not unicodedata.combining(char))
