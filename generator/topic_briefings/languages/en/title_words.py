"""Which words are titles, peoples, and common nouns: "sen", "then-gov", "Senators", "swedish"."""

from __future__ import annotations

from functools import cache, lru_cache

from topic_briefings.languages.en.lexicon import is_proper, parts
from topic_briefings.languages.en.words import role_of, titles, word_set
from topic_briefings.languages.names import given_name

_BROTHERS = frozenset(("brothers", "sisters", "fathers"))
"""Titles of several that stand in the names of firms and orders."""
_RANKS = frozenset(("former", "first", "foreign", "prime", "vice"))
"""Words of titles that name nobody by themselves."""
_INSIDE = frozenset(("of", "for", "to", "about", "with", "at", "in", "from", "on", "who"))
"""Words behind which a role says more than what somebody is."""
_OF_PEOPLES = ("ish", "ese", "ian", "can")
"""How the adjectives of peoples end."""


@cache
def _plain_titles() -> frozenset[str]:
    """Titles in lower case that say more than "Mr."."""
    honorific = word_set("honorific")
    several = frozenset(word for word in titles() if word.endswith("s") and word[:-1] in titles())
    return frozenset(word.lower() for word in titles() - honorific - several) - _RANKS


def is_common(word: str) -> bool:
    """Whether a word in lower case is of the dictionary, and nobody's name there: "award"."""
    return bool(parts(word)) and not is_proper(word) and given_name(word.capitalize()) is None


def is_people(word: str) -> bool:
    """Whether a word in lower case is the adjective of a people or a place: "swedish"."""
    return is_proper(word) and word.endswith(_OF_PEOPLES)


@lru_cache(maxsize=20_000)
def is_title_of_several(token: str) -> bool:
    """Whether a word as printed is the plural of a title: "Senators", "Sens" before its dot."""
    word = token.lower()
    if word == "members":
        return True  # "board members Lena Foss and Bo Ek"
    if token in word_set("honorific") or word.endswith("ss") or word in _BROTHERS:
        return False  # "Mrs", "Press"
    return token[0].isupper() and word.endswith("s") and (word[:-1] in _plain_titles() or word[:-1] in _abbreviations())


def is_of_several(token: str) -> bool:
    """Whether a word as printed is what several people are: "Commissioners", "candidates"."""
    word = token.lower()
    several = word.endswith("s") and role_of(word) in ("people", "group") and role_of(word[:-1]) == "person"
    return several or is_title_of_several(token)


def base_role(role: str) -> str:
    """``role`` as one of several has it: "Sen" of "Sens", "former President" of "former Presidents"."""
    words = role.split()
    inside = not _INSIDE.isdisjoint(words) or "," in role  # "adviser to the candidates"
    return role[:-1] if (is_title_of_several if inside else is_of_several)(words[-1]) else role


def is_title(word: str) -> bool:
    """Whether a word in lower case is a title, or ends in one: "sen", "then-sen"."""
    return word.rsplit("-", 1)[-1].rstrip(".") in _plain_titles()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word.rstrip(".").lower() for word in word_set("title") if word.endswith("."))


def is_cut_short(word: str) -> bool:
    """Whether a word in lower case is a title that takes a dot: "sen", "then-gov"."""
    return word.rsplit("-", 1)[-1] in _abbreviations()
