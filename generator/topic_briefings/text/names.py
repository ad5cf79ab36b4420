"""Names of people and bodies, as capitals and their neighbours show them.

A name is a run of capitalised words, with the particles and the initials inside it and, for bodies, the "of",
"for" and "on" that continue it. What it names is judged by its own words (a given name, "Ministry") and by
the words beside it (a title before, an age or a role after). No list of people is used.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from topic_briefings.knowledge import rows
from topic_briefings.models import SpeakerKind
from topic_briefings.text.partsofspeech import parts as word_parts
from topic_briefings.text.words import Words, foreign_word_set, role_of, roles, titles, word_set

_RUN = re.compile(r"N(?:j?[Nu])*")
"""A run of capitals; titles and roles inside it are cut off afterwards."""
_NICKNAME = re.compile(r"q{3,5}(?=N)")
_AFTER_NICKNAME = re.compile(r"Nq{3,5}$")
_OF = re.compile(r"(?:[fi]|ic)d?(?=N)")


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
    for gender, _, names in rows("given_names.tsv"):
        for name in names.split() if gender != "-" else ():
            found[name] = gender if found.get(name, gender) == gender else "x"
    return found


@cache
def _plain_given_names() -> dict[str, str]:
    return {_plain(name): gender for name, gender in given_names().items()}


def _plain(name: str) -> str:
    if name.isascii():
        return name
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


@lru_cache(maxsize=50_000)
def given_name(word: str) -> str | None:
    """The gender of a given name, accents aside; None when ``word`` is none that is known."""
    return _plain_given_names().get(_plain(word))


@cache
def _body_words() -> frozenset[str]:
    return frozenset(word.capitalize() for word, kind in roles().items() if kind == "body") | {
        "News",
        "House",
        "Times",
        "Post",
        "Party",
        "Republicans",
        "Democrats",
        "Inc",
        "Corp",
        "Ltd",
        "LLC",
        "PAC",
        "TV",
        "Radio",
        "Journal",
        "Street",
        "Agreement",
        "Pact",
        "Treaty",
        "Accord",
        "Protocol",
        "Plan",
        "Strategy",
        "Initiative",
        "Project",
        "Program",
        "AS",
        "AG",
        "SA",
        "Reserve",
        "Pentagon",
        "Kremlin",
    }


def names(words: Words, tags: str, language: str = "en") -> Iterator[Name]:
    """The names in ``words``, in order; ``tags`` are the letters to read (marks may be drawn in).

    German prints every noun with a capital, so there a name must begin with a given name, follow a role
    ("Ministerin Lund"), or repeat the surname of one that does.
    """
    if language == "de":
        yield from _german(words, tags)
        return
    tokens = words.tokens
    nicknames = "qqq" in tags
    for match in _RUN.finditer(tags):
        first, last = match.span()
        while last > first and not _capital(tokens[last - 1]):
            last -= 1
        first = _after_titles(tokens, tags, first, last)
        nickname = _NICKNAME.match(tags, last) if nicknames and last > first else None
        if nickname:
            yield _nicknamed(words, tags, (first, last), nickname.end())
            continue
        if nicknames and _AFTER_NICKNAME.search(tags[max(0, first - 6) : first]):
            continue
        if last > first and not (last - first == 1 and tokens[first] in _peoples()):
            yield _name(words, tags, first, last)


def _capital(token: str) -> bool:
    """Whether a name can end with it: "Majdoub", "al-Majdoub", but not "van"."""
    return token[0].isupper() or token.partition("-")[2][:1].isupper()


def _nicknamed(words: Words, tags: str, given: tuple[int, int], surname: int) -> Name:
    """A name with a nickname in marks between its parts: Anton "Toni" Zupan."""
    run = _RUN.match(tags, surname)
    end = run.end() if run else surname
    name = _name(words, tags, *given)
    parts = (*words.tokens[slice(*given)], *words.tokens[surname:end])
    return name._replace(last=end, words=parts, text=words.text(given[0], end), kind=SpeakerKind.PERSON)


def _german(words: Words, tags: str) -> Iterator[Name]:
    known: set[str] = set()
    for match in _RUN.finditer(tags):
        first, last = match.span()
        while last > first and not _capital(words.tokens[last - 1]):
            last -= 1
        name = _german_name(words, tags, (first, last), known)
        if name is not None:
            known.add(words.tokens[name.last - 1])
            yield name


def _german_name(words: Words, tags: str, run: tuple[int, int], known: set[str]) -> Name | None:
    """The person that a run of capitals names: by a given name, a role before it, or a surname met before."""
    tokens, (first, last) = words.tokens, run
    start = next((at for at in range(first, last) if given_name(tokens[at])), None)
    roles_end = next((at for at in range(last, first, -1) if _german_role(tokens[at - 1])), first)
    titled = (first, roles_end) if roles_end > first else None
    if start is None or start + 1 >= last or start < roles_end:
        if roles_end == last or (titled is None and tokens[last - 1] not in known):
            return None
        start = roles_end if titled else last - 1
    text = words.text(start, last)
    title = (first, start) if titled and start == roles_end else None
    return Name(
        first=start,
        last=last,
        words=tuple(tokens[start:last]),
        text=text,
        kind=SpeakerKind.PERSON,
        gender=_german_gender(tokens[start:last], tokens[slice(*title)] if title else []),
        title=title,
    )


def _german_role(word: str) -> bool:
    lower = word.lower()
    return role_of(lower, "de") == "person" or lower.rstrip(".") in foreign_word_set("de", "honorific")


def _german_gender(parts: list[str], title: list[str]) -> str | None:
    for word in title:
        lower = word.lower()
        if lower in foreign_word_set("de", "female") or (lower.endswith("in") and role_of(lower, "de") == "person"):
            return "f"
        if lower in foreign_word_set("de", "male") or (role_of(lower, "de") == "person" and not lower.endswith("e")):
            return "m"
    gender = given_name(parts[0]) if len(parts) > 1 else None
    return gender if gender in ("f", "m") else None


def _after_titles(tokens: list[str], tags: str, first: int, last: int) -> int:
    """Where the name proper begins in a run such as "Defence Minister Stefan Kozlik" or "Resource-poor Japan"."""
    if last - first < 2 or tokens[last - 1] in _body_words():
        return first
    title = tags.rfind("u", first, last - 1)
    if title >= 0:
        first = title + 1 + (tags[title + 1] == "j")
    while last - first > 1 and _describes(tokens[first], tokens[first + 1], last - first):
        first += 1
    return first


@lru_cache(maxsize=20_000)
def _describes(word: str, following: str, length: int) -> bool:
    """Whether the first word of a run is no part of the name: "Economist", "Florida-based"."""
    if "-" in word and word.rpartition("-")[2].islower() and given_name(word) is None:
        return True
    if (
        length > 2
        and "J" in word_parts(word.lower())
        and given_name(word) is None
        and given_name(following) is not None
    ):
        return True  # "Little Tomas Berg"
    role = word.istitle() and roles().get(word.lower()) == "person"
    return role and (given_name(following) is not None or length > 2)


def _name(words: Words, tags: str, first: int, last: int) -> Name:
    title = _title(words, tags, first)
    tokens = words.tokens
    if title and tokens[title[1] - 1].rstrip(".") in word_set("royal") and last - first == 1:
        first = title[1] - 1
        title = (title[0], first) if title[0] < first else None
    parts = tuple(tokens[first:last])
    kind = _kind(parts, title, tokens, tags, last)
    if kind is SpeakerKind.BODY:
        first, title = _whole_body(tokens, tags, first), None
        last = _extended(words, tags, last)
        parts = tuple(tokens[first:last])
    end = last + (tokens[last - 1] in ("Jr", "Sr") and tags[last : last + 1] == "j")
    return Name(
        first=first,
        last=last,
        words=parts,
        text=words.text(first, end),
        kind=kind,
        gender=_gender(parts, title, tokens),
        title=title,
    )


def _whole_body(tokens: list[str], tags: str, first: int) -> int:
    """Where a body's name begins: "Foreign" in "Foreign Ministry" is no title."""
    while (
        first > 0
        and tags[first - 1] == "u"
        and tokens[first - 1][0].isupper()
        and tokens[first - 1] in word_set("qualifier")
    ):
        first -= 1
    return first


@cache
def places() -> frozenset[str]:
    """Words and names that are countries or capitals, which stand for their governments when they speak."""
    found = {form.rstrip("!") for row in rows("en/countries.tsv") for form in row[1].split("|")}
    return frozenset(found | {row[0].title() for row in rows("en/capitals.tsv")} | {"U.S.", "U.K.", "Washington"})


@cache
def _peoples() -> frozenset[str]:
    """Words that alone name nobody: "Officials", "Republican"."""
    several = (word.capitalize() for word, kind in roles().items() if kind in ("people", "bodies", "group"))
    return frozenset(several) | word_set("party")


def _title(words: Words, tags: str, first: int) -> tuple[int, int] | None:
    """The run of titles and roles right before a name: "Foreign Minister", "spokesman"."""
    start = first
    while start > 0 and tags[start - 1] in "uja" and words.tokens[start - 1] != ",":
        start -= 1
    while start < first and tags[start] in "j":
        start += 1
    if start == first or "u" not in tags[start:first] or tags[first - 1] not in "uj":
        return None
    while start and tags[start - 1] == "N" and words.tokens[start - 1][0].isupper() and "u" in tags[start:first]:
        start -= 1
    return start, first


def _kind(
    parts: tuple[str, ...], title: tuple[int, int] | None, tokens: list[str], tags: str, last: int
) -> SpeakerKind | None:
    kind = _own_kind(parts, title is not None and _names_person(title, tokens))
    if kind is None and (tags[last : last + 3] == ",m," or tags[last : last + 3] == ",du"):
        return SpeakerKind.PERSON
    return kind


@lru_cache(maxsize=20_000)
def _own_kind(parts: tuple[str, ...], titled: bool) -> SpeakerKind | None:
    """What a name of these words names, ``titled`` when a person's title stands before it."""
    body = not _body_words().isdisjoint(parts[1:])
    if not body and ((len(parts) > 1 and given_name(parts[0]) is not None) or titled):
        return SpeakerKind.PERSON
    if len(parts) == 1 and parts[0] in _peoples():
        return SpeakerKind.GROUP
    if " ".join(parts) in places() or (parts[-1] in places() and parts[0][0].isupper() and "-" in parts[0]):
        return SpeakerKind.BODY
    if not _body_words().isdisjoint(parts) or (len(parts) == 1 and len(parts[0]) > 1 and parts[0].isupper()):
        return SpeakerKind.BODY
    return None


def _names_person(title: tuple[int, int], tokens: list[str]) -> bool:
    word = tokens[title[1] - 1].rstrip(".")
    if word == "." and title[1] - 2 >= title[0]:
        word = tokens[title[1] - 2]
    return word in titles() or roles().get(word.lower()) == "person"


def _gender(parts: tuple[str, ...], title: tuple[int, int] | None, tokens: list[str]) -> str | None:
    if title:
        for word in tokens[slice(*title)]:
            if word in word_set("female") or word.endswith("woman"):
                return "f"
            if word in word_set("male") or (word.endswith("man") and word[0].islower()):
                return "m"
    gender = given_name(parts[0]) if len(parts) > 1 else None
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
