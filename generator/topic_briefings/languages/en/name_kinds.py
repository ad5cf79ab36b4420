"""Of what kind the owner of a name is, and of what sex, as the words of the name and beside it say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from topic_briefings.languages.en.words import roles, titles, word_set
from topic_briefings.languages.names import given_name
from topic_briefings.models import Sex, SpeakerKind
from topic_briefings.tables import PACKAGE, Tables

PLACES = Tables(PACKAGE / "knowledge" / "data" / "en")
"""The gazetteer's tables: a country's name is the name of its government where it speaks."""
_OPENING = ("du", "|du", ".du")
"""The letters of a body's kind that opens its sentence: "The company"."""
_SITE = re.compile(r"[^.]\.[a-z]{2,4}$")
"""How the name of a site ends."""
_QUARTERS = frozenset(("New", "North", "Northern", "South", "West"))
_INHABITANTS = ("ans", "ers", "ites")
"""How a plural of those who live somewhere ends, behind the first word of a state's or a country's name."""
_APPOSED = re.compile(r",d[aN]{0,3}u")


@cache
def body_words() -> frozenset[str]:
    """Words that name a body, or are a part of one's name."""
    return frozenset(word.capitalize() for word, kind in roles().items() if kind == "body") | word_set("part")


@cache
def places() -> frozenset[str]:
    """Words and names that are countries or capitals, which stand for their governments when they speak."""
    found = {form.rstrip("!") for row in PLACES.rows("countries") for form in row[1].split("|")}
    return frozenset(found | {row[0].title() for row in PLACES.rows("capitals")} | {"U.S.", "U.K.", "Washington"})


@cache
def outlets() -> frozenset[str]:
    """The names of what people read, lower case."""
    return frozenset(map(str.casefold, word_set("outlet")))


@cache
def peoples() -> frozenset[str]:
    """Words that alone name nobody: "Officials", "Republican"."""
    several = (word.capitalize() for word, kind in roles().items() if kind in ("people", "bodies", "group"))
    return frozenset(several) | word_set("party")


def kind_of(
    parts: tuple[str, ...], title: tuple[int, int] | None, tokens: list[str], tags: str, last: int
) -> SpeakerKind | None:
    """What the owner of a name is; None where neither its words nor those beside it say."""
    kind = _own_kind(parts, title is not None and _names_person(title, tokens))
    if len(parts) == 2 and kind is not SpeakerKind.PERSON and _is_apposed(parts, tokens, tags, last):
        return SpeakerKind.PERSON
    if kind is None and (tags[last : last + 3] == ",m," or tags[last : last + 3] == ",du"):
        return SpeakerKind.PERSON
    if kind is None and last - len(parts) > 1 and _is_named_body(tokens, tags, last - len(parts), last):
        return SpeakerKind.BODY
    return kind


def _is_named_body(tokens: list[str], tags: str, first: int, last: int) -> bool:
    """Whether a name says between commas what a body is called: "The company, Nordhavn Sky, …"."""
    if tags[first - 1] != "," or tags[last : last + 1] != "," or tags[max(0, first - 4) : first - 1] not in _OPENING:
        return False
    return roles().get(tokens[first - 2].lower()) == "body"


def _is_apposed(parts: tuple[str, ...], tokens: list[str], tags: str, last: int) -> bool:
    """Whether what stands behind a name of two words says that it is a person's: "Steven Law, a former top aide"."""
    apposed = _APPOSED.match(tags, last)
    if not apposed or roles().get(tokens[apposed.end() - 1].lower()) != "person":
        return False
    return given_name(parts[0]) is not None or parts[-1] not in body_words()


@lru_cache(maxsize=20_000)
def _own_kind(parts: tuple[str, ...], titled: bool) -> SpeakerKind | None:
    """What a name of these words names, ``titled`` when a person's title stands before it."""
    if len(parts) == len("NN") and parts[0] in _QUARTERS and parts[1].endswith(_INHABITANTS):
        return SpeakerKind.GROUP  # "New Yorkers"
    body = not body_words().isdisjoint(parts[1:]) or (len(parts) == 1 and parts[0] in body_words())
    if not body and ((len(parts) > 1 and given_name(parts[0]) is not None) or titled):
        return SpeakerKind.PERSON
    if len(parts) == 1 and parts[0] in peoples():
        return SpeakerKind.GROUP
    if " ".join(parts) in places() or (parts[-1] in places() and parts[0][0].isupper() and "-" in parts[0]):
        return SpeakerKind.BODY
    if len(parts) > 1 and parts[0].casefold() in outlets():
        return SpeakerKind.BODY  # "POLITICO Massachusetts"
    if len(parts) == 1 and _SITE.search(parts[0]):
        return SpeakerKind.BODY
    if not body_words().isdisjoint(parts) or (len(parts) == 1 and len(parts[0]) > 1 and parts[0].isupper()):
        return SpeakerKind.BODY
    return None


def _names_person(title: tuple[int, int], tokens: list[str]) -> bool:
    word = tokens[title[1] - 1].rstrip(".")
    if word == "." and title[1] - 2 >= title[0]:
        word = tokens[title[1] - 2]
    return word in titles() or roles().get(word.lower()) == "person"


def gender_of(parts: tuple[str, ...], title: tuple[int, int] | None, tokens: list[str], first: int) -> str | None:
    """``m`` or ``f``, by a title, a given name or a word of kin before the name; None where nothing tells."""
    sex = title_sex(tokens[slice(*title)]) if title else None
    if sex:
        return sex.value
    gender = given_name(parts[0]) if len(parts) > 1 else None
    if gender is None:
        return _kin_gender(tokens, first)
    return gender if gender in ("f", "m") else None


def _kin_gender(tokens: list[str], first: int) -> str | None:
    """The gender of a kinsman's word right before a name, or before its comma: "her son, Oke Lind"."""
    at = first - 1 - (tokens[first - 1 : first] == [","])
    word = tokens[at].lower() if at >= 0 else ""
    return next((gender for gender in ("f", "m") if word in word_set(f"kin_{gender}")), None)


def title_sex(title: Sequence[str]) -> Sex | None:
    """What the words of an English title say of who bears it: "Mrs.", "Congresswoman"."""
    for word in title:
        if word in word_set("female") or word.endswith("woman"):
            return Sex.FEMALE
        if word in word_set("male") or (word.endswith("man") and word[0].islower()):
            return Sex.MALE
    return None
