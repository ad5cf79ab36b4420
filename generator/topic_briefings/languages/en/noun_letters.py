"""The letter of each word of a noun phrase in English; see ``languages/nouns.py``."""

from __future__ import annotations

import re
from functools import cache

from topic_briefings.languages.en.lexicon import is_base_verb, is_proper, parts, singular
from topic_briefings.languages.en.words import TABLES, closed, is_plural_modifier, word_set
from topic_briefings.languages.nouns import ADDRESS, END

_OPEN = {
    "N": "n", "NR": "n", "NJ": "J", "NJR": "J", "NV": "y", "NVR": "y", "NJV": "K", "NJVR": "K",
    "JV": "k", "JVR": "k", "J": "a", "JR": "a", "R": "r",
}  # fmt: skip
_IN_S = {"n": "S", "y": "Z"}
"""The letter of a word → that of its form in "s"."""
_AMONG_NOUNS = {"a": "J", "N": "S"}
"""Letters of closed classes that noun phrases read otherwise: "former" may be a noun, and "van" only joins names."""
_CONTRACTED = frozenset(("ll", "re", "ve", "d", "m"))
"""What follows the apostrophe where "they're" goes on as "they" does."""
_NAMES_OF_DAYS = "l"
_NOW = ("today", "yesterday", "tomorrow", "tonight", "overnight")
_ADJECTIVE = re.compile(r"(?<!roundt)(?<=...)(?:(?:a|i)ble|ous|less|ful|ional|ical)\Z|(?<=...)(?<!ffen)[ts]ive\Z")
"""How words end that are adjectives ("electable", "heinous"), asked of those alone that the lexicon lacks."""
_PARTY = re.compile(r"[RDI]-(?!Day)[A-Z][a-z.]")
"""A lawmaker's party, and the beginning of the place: "R-Elbow Lake"."""
_ARTICLE_JOINED = re.compile(r"(?:a[dlnrstz]|ash|el|ul)-[A-Z]")
"""The Arabic article before the rest of a name: "Mais al-Jabal"."""
# In order: a word that can be several things is settled by the words beside it. The word's own letter stands first in
# a pattern, since a class of characters is looked for quickly.
_SETTLE = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"[yZKk](?:(?<=ty)|(?<=tr[yKk])|(?<=t[Kk])(?![naS])|(?<=[xhw][yZKk]))", "v"),  # "to conduct talks", "it leads"
        (r"I(?:(?<![dsaJ]I)(?=[dohN])|(?<![dsaJf]I)(?=[Mw$t]))", "v"),  # "accused of killing the"
        (r"I(?:(?<=[hBx]I)|(?<=BrI)|(?<=[vSZN]I)(?=[nSyZaJp]))", "v"),  # "is planning", "began filling dams"
        (r"I(?:(?<=[jc]I)(?=[nSaJpyZK])|(?<=iI)(?=[aJKkp]))", "v"),  # "they left, closing roads"
        (r"p(?:(?<=[hBH]p)|(?<=[HB]rp))", "v"),  # "has initiated"
        (r"y(?<=[dsamif]y)", "n"),  # "the lead"
        (r"Z(?<=[dsamif]Z)", "S"),
        (r"K(?<=[dsa]K)", "J"),
        (r"[kg](?<=[dsa][kg])", "a"),  # "the growing threat"
        (r"g(?:(?<=Bg)|(?<=Brg))", "v"),  # "is growing"
        (r"[pky](?:(?<=[nSNJZy][pk])(?=[dithoTNrmf])|(?<=By)(?=[j|itdr])|(?<=[|jdJs]Zy))", "v"),  # "talks aimed at"
        (r"[ykpK](?:(?<=S[ykpK])|(?<=cNy)(?=[dt]))", "v"),  # "officials claim the": they agree in number
        (r"Z(?<=[nNy]Z)(?=[dohTtnSNZyJa])", "v"),  # "Ottawa plans to"
        (r"Z(?<![dsaJif]Z)(?=[nSNpaJK])", "v"),  # "'seals takeover": a plural seldom stands before another noun
        (r"K(?<=[nSNyZ]K)(?=[dohTt])", "v"),
        (r"g(?<=[nJ]g)(?=[j|cBxH])", "n"),  # "information sharing."
        (r"p(?<=[dsaif|mr]p)(?=[nJayNgKSZ])", "a"),  # "of liquefied gas"
    )
)


def letter_of(word: str, *, unsure: bool) -> str:
    """The letter of ``word``; where ``unsure``, as at the start of a sentence, a capital means nothing."""
    if not word.isalpha():
        if not word or not word[0].isalnum() or ADDRESS.search(word) or _PARTY.match(word):
            return _mark_letter(word)
        if _ARTICLE_JOINED.match(word):
            return "N"
    lower = word.lower()
    capital = word[0].isupper() and not (len(word) > 4 and word.isupper() and parts(lower))
    if capital and lower in cut_titles():
        return "d"  # it leads a name, and is no part of it
    small = closed().get(lower) if unsure or not capital or word.istitle() else None
    if small == "m" and capital and not unsure:
        return "N"  # "the Five Eyes"
    if small and (small != _NAMES_OF_DAYS or capital or lower in _NOW or not parts(lower)):  # "the sun" is no day
        return _AMONG_NOUNS.get(small, small)
    if word[0].isdigit():
        return "a" if any(map(str.isalpha, word)) else "M"
    if lower.endswith(("'t", "’t")):
        return "x"  # "don't" is followed by a verb
    possible = parts(lower)
    if capital and (not unsure or is_proper(lower) or not (possible or _is_compound(word))):
        return "N"
    return _open_class(lower, possible)


def _mark_letter(mark: str) -> str:
    if not mark:
        return END
    if mark[0] in "'’":
        return "h" if mark[1:].lower() in _CONTRACTED else "j" if mark == "''" else "s"
    return "$" if mark in "$€£¥" else "j"


def _is_compound(word: str) -> bool:
    """Whether it is several words joined, the last in lower case: "Resource-poor"."""
    return word.rpartition("-")[2].islower() and "-" in word


def _open_class(lower: str, possible: str) -> str:
    if letter := _listed().get(lower):
        return letter
    if not possible:
        head = lower.rpartition("-")[2]
        if head != lower:
            return "n" if "N" in parts(head) else "a"
        if _ADJECTIVE.search(lower):
            return "a"
        return "r" if lower.endswith("ly") else "p" if lower.endswith("ed") and len(lower) > 5 else "n"
    if "V" in possible and "N" not in possible and "J" not in possible:
        if lower.endswith("ing"):
            return "g"
        return "v" if is_base_verb(lower) or lower.endswith("s") else "p"
    if lower.endswith("ly") and "R" in possible and "N" not in possible:
        return "r"
    letter = _OPEN.get(possible, "n")
    if letter in "yK" and lower.endswith("ing"):
        return "g"
    if letter in _IN_S and singular(lower) != lower and not is_plural_modifier(lower):
        return _IN_S[letter]
    return letter


def settle(tags: str) -> str:
    """The letters of a text, those of words that can be several things settled by their neighbours."""
    for pattern, letter in _SETTLE:
        tags = pattern.sub(letter, tags)
    return tags


@cache
def cut_titles() -> frozenset[str]:
    """What is printed before a name and says nothing of it: "Mr", and titles cut short as "Sen" is."""
    short = (title[:-1] for title in word_set("title") if title.endswith("."))
    return frozenset(title.lower() for title in (*short, *word_set("honorific")) if len(title) > 1)


@cache
def _listed() -> dict[str, str]:
    """Words whose letter the dictionary does not know better."""
    found = dict.fromkeys((word for (word, *_) in TABLES.rows("seldom_nouns")), "v")
    found |= dict.fromkeys((word for (word, *_) in TABLES.rows("ing_nouns")), "I")
    found |= dict.fromkeys(("people", "police"), "S")  # they have the verb of several
    found |= dict.fromkeys(
        (f"{some}{one}" for some in ("any", "some", "every", "no") for one in ("thing", "body")), "h"
    )
    found |= {"dam": "y", "dams": "Z"}  # the dictionary has the verb alone
    return found | dict.fromkeys(("last", "next", "past"), "d")  # "sales last year" is two phrases
