"""Names of people in German.

German prints every noun with a capital, so there a name must begin with a given name, follow a role ("Ministerin
Lund"), or repeat the surname of one that does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from topic_briefings.languages.de.words import WORDS, role_of
from topic_briefings.languages.names import Name, Words, given_name, is_capital
from topic_briefings.models import Sex, SpeakerKind

_RUN = re.compile(r"N(?:j?[Nu])*")
"""A run of capitals."""


def names(words: Words, tags: str) -> Iterator[Name]:
    """The people named in ``words``, in order; ``tags`` are the letters to read (marks may be drawn in)."""
    known: set[str] = set()
    for match in _RUN.finditer(tags):
        first, last = match.span()
        while last > first and not is_capital(words.tokens[last - 1]):
            last -= 1
        name = _name(words, tags, (first, last), known)
        if name is not None:
            known.add(words.tokens[name.last - 1])
            yield name


def _name(words: Words, tags: str, run: tuple[int, int], known: set[str]) -> Name | None:
    """The person that a run of capitals names: by a given name, a role before it, or a surname met before."""
    tokens, (first, last) = words.tokens, run
    start = next((at for at in range(first, last) if given_name(tokens[at])), None)
    offices = last - _ends_as_surname(tokens, tags, run, known)
    roles_end = next((at for at in range(offices, first, -1) if _is_role(tokens[at - 1])), first)
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
        gender=_gender(tokens[start:last], tokens[slice(*title)] if title else []),
        title=title,
        sex=_sex(tokens[slice(*title)]) if title else None,
    )


def _ends_as_surname(tokens: list[str], tags: str, run: tuple[int, int], known: set[str]) -> bool:
    """Whether the last capital of a run, an office or a trade, is a surname there: "Jörg Müller", "Ministerin Koch".

    It is one behind a given name; behind an office where people have that surname; and alone where somebody named
    before has it ("Müller", but not "der Müller").
    """
    first, last = run
    word = tokens[last - 1].lower()
    if last - first == 1:
        return tokens[first] in known and tags[first - 1 : first] != "d"
    if given_name(tokens[last - 2]) or tags[last - 2] == "j":
        return not word.endswith("in")
    return _is_role(tokens[last - 2]) and word in WORDS.word_set("surname")


def _is_role(word: str) -> bool:
    lower = word.lower()
    return role_of(lower) == "person" or lower.rstrip(".") in WORDS.word_set("honorific")


def _sex(title: list[str]) -> Sex | None:
    for word in title:
        lower = word.lower()
        if lower in WORDS.word_set("female") or (lower.endswith("in") and role_of(lower) == "person"):
            return Sex.FEMALE
        if lower in WORDS.word_set("male") or (role_of(lower) == "person" and not lower.endswith("e")):
            return Sex.MALE
    return None


def _gender(parts: list[str], title: list[str]) -> str | None:
    sex = _sex(title)
    if sex:
        return sex.value
    gender = given_name(parts[0]) if len(parts) > 1 else None
    return gender if gender in ("f", "m") else None
