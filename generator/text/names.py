"""Names of people and bodies, as capitals and their neighbours show them.

A name is a run of capitalised words, with the particles and the initials inside it and, for bodies, the "of",
"for" and "on" that continue it. What it names is judged by its own words (a given name, "Ministry") and by
the words beside it (a title before, an age or a role after). No list of people is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.knowledge import rows
from generator.models import SpeakerKind
from generator.text.words import Words, roles, titles

_RUN = re.compile(r"N(?:j?[Nu])*")
_OF = re.compile(r"(?:[fi]|ic)d?(?=N)")
_FEMALE = frozenset("Mrs Ms Miss Mme Mlle Lady Dame Queen Princess Sister Congresswoman Chairwoman Councilwoman".split())
_MALE = frozenset("Mr Messrs Sir Lord King Prince Father Brother Congressman Chairman Councilman Pope Fr M".split())
_ROYAL = frozenset("Pope King Queen Prince Princess Emperor Saint".split())


class Name(NamedTuple):
    """One printed name; word numbers in its :class:`Words`."""

    first: int
    last: int
    words: tuple[str, ...]
    """The words of the name, titles left out."""
    text: str
    """The name as printed, white space folded."""
    kind: SpeakerKind | None
    """PERSON or BODY; None when nothing tells."""
    gender: str | None
    """``f`` or ``m`` when a title or the given name tells."""
    title: tuple[int, int] | None
    """The words of the title or role printed right before it."""


@cache
def given_names() -> dict[str, str]:
    """Given name → ``f``, ``m`` or ``x``; a name in two lists is ``x``."""
    found: dict[str, str] = {}
    for gender, names in rows("given_names.tsv"):
        for name in names.split():
            found[name] = gender if found.get(name, gender) == gender else "x"
    return found


@cache
def _body_words() -> frozenset[str]:
    return frozenset(word.capitalize() for word, kind in roles().items() if kind == "body") | {"News", "House", "Times", "Post", "Party", "Republicans", "Democrats", "Inc", "Corp", "Ltd", "LLC", "PAC", "TV", "Radio", "Journal", "Street"}  # noqa: E501


def names(words: Words, tags: str) -> Iterator[Name]:
    """The names in ``words``, in order; ``tags`` are the letters to read (marks may be drawn in)."""
    for match in _RUN.finditer(tags):
        first, last = match.span()
        while last > first and not words.tokens[last - 1][0].isupper():
            last -= 1
        if last > first:
            yield _name(words, tags, first, last)


def _name(words: Words, tags: str, first: int, last: int) -> Name:
    title = _title(words, tags, first)
    tokens = words.tokens
    if title and tokens[title[1] - 1].rstrip(".") in _ROYAL and last - first == 1:
        first = title[1] - 1
        title = (title[0], first) if title[0] < first else None
    parts = tuple(tokens[first:last])
    kind = _kind(parts, title, tokens, tags, last)
    if kind is SpeakerKind.BODY:
        last = _extended(words, tags, last)
        parts = tuple(tokens[first:last])
    return Name(first=first, last=last, words=parts, text=words.text(first, last), kind=kind, gender=_gender(parts, title, tokens), title=title)


@cache
def places() -> frozenset[str]:
    """Words and names that are countries or capitals, which stand for their governments when they speak."""
    found = {form.rstrip("!") for row in rows("en/countries.tsv") for form in row[1].split("|")}
    return frozenset(found | {row[0].title() for row in rows("en/capitals.tsv")} | {"U.S.", "U.K.", "Washington"})


@cache
def _peoples() -> frozenset[str]:
    return frozenset(word.capitalize() for word, kind in roles().items() if kind in ("people", "bodies", "group"))


def _title(words: Words, tags: str, first: int) -> tuple[int, int] | None:
    """The run of titles and roles right before a name: "Foreign Minister", "spokesman"."""
    start = first
    while start > 0 and tags[start - 1] in "uja" and words.tokens[start - 1] != ",":
        start -= 1
    while start < first and tags[start] in "j":
        start += 1
    if start == first or "u" not in tags[start:first]:
        return None
    return (start, first) if tags[first - 1] in "uj" else None


def _kind(
    parts: tuple[str, ...], title: tuple[int, int] | None, tokens: list[str], tags: str, last: int
) -> SpeakerKind | None:
    body = not _body_words().isdisjoint(parts[1:])
    if not body and (len(parts) > 1 and parts[0] in given_names() or title and _names_person(title, tokens)):
        return SpeakerKind.PERSON
    if len(parts) == 1 and parts[0] in _peoples():
        return SpeakerKind.GROUP
    if " ".join(parts) in places() or parts[-1] in places() and parts[0][0].isupper() and "-" in parts[0]:
        return SpeakerKind.BODY
    if not _body_words().isdisjoint(parts) or len(parts) == 1 and len(parts[0]) > 1 and parts[0].isupper():
        return SpeakerKind.BODY
    if tags[last : last + 3] == ",m," or tags[last : last + 3] == ",du":
        return SpeakerKind.PERSON
    return None


def _names_person(title: tuple[int, int], tokens: list[str]) -> bool:
    word = tokens[title[1] - 1].rstrip(".")
    if word == "." and title[1] - 2 >= title[0]:
        word = tokens[title[1] - 2]
    return word in titles() or roles().get(word.lower()) == "person"


def _gender(parts: tuple[str, ...], title: tuple[int, int] | None, tokens: list[str]) -> str | None:
    if title:
        for word in tokens[slice(*title)]:
            if word in _FEMALE or word.endswith("woman"):
                return "f"
            if word in _MALE or word.endswith("man") and word[0].islower():
                return "m"
    gender = given_names().get(parts[0]) if len(parts) > 1 else None
    return gender if gender in ("f", "m") else None


def _extended(words: Words, tags: str, last: int) -> int:
    """The end of a body's name with its "of …" ("Department of Justice", "Institute for Policy Studies")."""
    if words.tokens[last - 1] not in _body_words():
        return last
    match = _OF.match(tags, last)
    if match and words.tokens[last] in ("of", "for", "on", "against"):
        run = _RUN.match(tags, match.end())
        if run:
            return run.end()
    return last
