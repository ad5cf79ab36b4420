"""Names of people and bodies, as capitals and their neighbours show them.

A name is a run of capitalised words, with the particles and the initials inside it and, for bodies, the "of",
"for" and "on" that continue it. What it names is judged by its own words (a given name, "Ministry") and by
the words beside it (a title before, an age or a role after). No list of people is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from topic_briefings.languages.en.lexicon import parts as word_parts
from topic_briefings.languages.en.lexicon import singular
from topic_briefings.languages.en.name_kinds import body_words, gender_of, kind_of, peoples, places, title_sex
from topic_briefings.languages.en.name_starts import (
    after_office,
    after_titles,
    is_given_title,
    is_only_office,
    is_told_of,
)
from topic_briefings.languages.en.people import is_person_noun
from topic_briefings.languages.en.words import DOTTED, roles, word_set
from topic_briefings.languages.names import Name, Words, given_name, is_capital
from topic_briefings.models import SpeakerKind

_RUN = re.compile(r"N(?:j?[Nu])*")
"""A run of capitals; titles and roles inside it are cut off afterwards."""
_NICKNAME = re.compile(r"q{3,5}(?=N)")
_AFTER_NICKNAME = re.compile(r"Nq{3,5}$")
_GIVEN_OFFICES = frozenset(("Bishop", "Chancellor", "Deacon", "Dean", "Judge", "Marshal", "Rector"))
"""Offices that are given names too."""
_OF = re.compile(r"(?:[fi]|ic)d?(?=N)")


def names(words: Words, tags: str) -> Iterator[Name]:
    """The names in ``words``, in order; ``tags`` are the letters to read (marks may be drawn in)."""
    tokens = words.tokens
    nicknames = "qqq" in tags
    named: dict[str, str] = {}
    end = 0  # of the last name: a body's may go on with the next run
    for match in _RUN.finditer(tags):
        first, last = match.span()
        while last > first and not (tokens[last - 1][0].isupper() or is_capital(tokens[last - 1])):
            last -= 1
        first = after_titles(tokens, tags, first, last)
        last += last - first == 1 and _is_surname(tokens, tags, last)
        first -= last - first == 1 and is_given_title(tokens, tags, first)
        nickname = _NICKNAME.match(tags, last) if nicknames and last > first and tags[last : last + 1] == "q" else None
        if nickname:
            yield _nicknamed(words, tags, (first, last), nickname.end())
            continue
        if nicknames and tags[first - 1 : first] == "q" and _AFTER_NICKNAME.search(tags[max(0, first - 6) : first]):
            continue
        if last - first > 2:
            first = after_office(tokens, tags, first, last)
            last -= is_told_of(tokens, last)
        part = last - first == 1 and _is_part(tags, first, tokens[first].lower())
        if (
            part
            or _is_numbered(tokens, tags, last)
            or is_only_office(tokens, tags, first, last)
            or _is_state_of(tokens, tags, last)
        ):
            continue  # of a body's name, the next run goes back to its state
        if last - first == 2:
            if _is_likened(tokens, first):
                continue
            first += _is_office_of(tokens, first, named)
            named.setdefault(tokens[last - 1], tokens[first])
        inside = last <= end and last - first <= _FIELD and given_name(tokens[first]) is None
        if last > first and not inside and not (last - first == 1 and _is_several(tokens, tags, first)):
            name = _name(words, tags, first, last)
            end = name.last
            yield name


def _is_surname(tokens: list[str], tags: str, at: int) -> bool:
    """Whether an adjective is the surname behind a given name: "Andrew Young", but no "Andrew Young Lund"."""
    adjective = tags[at : at + 1] == "a" and tokens[at].istitle()
    return adjective and tags[at + 1 : at + 2] not in tuple("Nua") and given_name(tokens[at - 1]) is not None


def _is_part(tags: str, at: int, word: str) -> bool:
    """Whether a capital alone is a piece of something longer: "Chief of Staff", "The film 13 Hours"."""
    if tags[at + 1 : at + 2] == "f" and roles().get(word) == "person":
        return True
    return at > 0 and tags[at - 1] == "m" and _is_counted(word)


def _is_numbered(tokens: list[str], tags: str, at: int) -> bool:
    """Whether a number and a noun for somebody behind a name make it theirs: "NewsChannel | 7 reporter Leo Lund"."""
    return tags[at : at + 1] == "m" and at + 1 < len(tokens) and is_person_noun(tokens[at + 1])


def _is_state_of(tokens: list[str], tags: str, at: int) -> bool:
    """Whether what stands behind a name makes it the state of a body's: "Tarn | State Police"."""
    state = tags[at : at + 2] == "aN" and tokens[at] == "State"
    return state and tokens[at + 1] in body_words() and tokens[at + 1] != "Department"


def _is_several(tokens: list[str], tags: str, at: int) -> bool:
    """Whether a capital alone is what several people are: "Officials", "Editorialists" where it opens its sentence.

    A family's name may be made so: whoever is called "Ana Masons" is nobody of a trade.
    """
    word = tokens[at]
    if word in peoples():
        return True
    one = singular(word.lower())
    if (at and tags[at - 1] not in ".|") or one == word.lower() or not is_person_noun(one.rpartition("-")[2]):
        return False
    return given_name(word) is None and not any(
        token == word and other and tags[other - 1] in "Nuj" for other, token in enumerate(tokens)
    )


def _is_counted(word: str) -> bool:
    """Whether a word is several of what is counted: "hours"."""
    return singular(word) != word and "N" in word_parts(word) and given_name(word.capitalize()) is None


def _is_likened(tokens: list[str], first: int) -> bool:
    """Whether two words are what somebody is called after another: "a Republican Lund"."""
    return tokens[first] in word_set("party") and tokens[max(0, first - 1)].lower() in ("a", "an", "another")


def _is_office_of(tokens: list[str], first: int, named: dict[str, str]) -> bool:
    """Whether the first of two words is the office of somebody ``named`` before: "Dean Lund", of Vikram Lund, dean."""
    office = tokens[first]
    known = office in _GIVEN_OFFICES and named.get(tokens[first + 1], office) != office
    return known and office.lower() in tokens[:first]


def _nicknamed(words: Words, tags: str, given: tuple[int, int], surname: int) -> Name:
    """A name with a nickname in marks between its parts: Anton "Toni" Zupan."""
    run = _RUN.match(tags, surname)
    end = run.end() if run else surname
    name = _name(words, tags, *given)
    parts = (*words.tokens[slice(*given)], *words.tokens[surname:end])
    return name._replace(last=end, words=parts, text=words.text(given[0], end), kind=SpeakerKind.PERSON)


def _name(words: Words, tags: str, first: int, last: int) -> Name:
    title = _title(words, tags, first)
    tokens = words.tokens
    if title and tokens[title[1] - 1].rstrip(".") in word_set("royal") and last - first == 1:
        first = title[1] - 1
        title = (title[0], first) if title[0] < first else None
    parts = tuple(tokens[first:last])
    kind = kind_of(parts, title, tokens, tags, last)
    if kind is None and first and tokens[first - 1] in _PUBLIC and given_name(tokens[first]) is None:
        kind = _BODY  # "National Guard"
    if kind is _BODY:
        first, title = _whole_body(tokens, tags, first), None
        last = _extended(words, tags, last)
        parts = tuple(tokens[first:last])
    end = last + (tokens[last - 1] in DOTTED and tokens[last : last + 1] == ["."])
    return Name(
        first=first,
        last=last,
        words=parts,
        text=words.text(first, end),
        kind=kind,
        gender=gender_of(parts, title, tokens, first),
        title=title,
        sex=title_sex(tokens[slice(*title)]) if title else None,
    )


_BODY = SpeakerKind.BODY
_PUBLIC = frozenset(("National", "International", "Federal", "Municipal", "Metropolitan"))
"""Adjectives that begin the name of a body, and never describe a person beside the name."""
_NUMBERED = frozenset(("Radio", "Channel"))
"""What stations are called before their number."""


def _whole_body(tokens: list[str], tags: str, first: int) -> int:
    """Where a body's name begins: "Foreign" in "Foreign Ministry" is no title."""
    while (
        first > 0
        and tokens[first - 1][0].isupper()
        and ((tags[first - 1] == "u" and tokens[first - 1] in word_set("qualifier")) or tags[first - 1] == "a")
    ):
        first -= 1  # "Foreign Ministry", "State Department", "Federal Election Commission"
    if first > 0 and tags[first] == "a" and tokens[first - 1] in word_set("party"):
        first -= 1  # "Labour National Committee"
    if first > 0 and tags[first] == "a" and tokens[first] in _PUBLIC and tokens[first - 1] == "First":
        first -= 1  # "First National Bank"
    if _is_state_of(tokens, tags, first) and tokens[first - 1][:1].isupper():
        first = len(tags[:first].rstrip("N"))  # "New Tarn State Police"
    return first


def _title(words: Words, tags: str, first: int) -> tuple[int, int] | None:
    """The run of titles and roles right before a name: "Foreign Minister", "spokesman"."""
    if not first or tags[first - 1] not in "uj":
        return None
    start = first
    while start > 0 and tags[start - 1] in "uja" and words.tokens[start - 1] != ",":
        start -= 1
    while start < first and tags[start] in "j":
        start += 1
    if start == first or "u" not in tags[start:first]:
        return None
    while start and tags[start - 1] == "N" and words.tokens[start - 1][0].isupper() and "u" in tags[start:first]:
        start -= 1
    return start, first


def _extended(words: Words, tags: str, last: int) -> int:
    """The end of a body's name with its "of …" ("Department of Justice", "Institute for Policy Studies") or number."""
    if words.tokens[last - 1] in _NUMBERED and tags[last : last + 1] == "m" and words.tokens[last].isdigit():
        return last + 1  # "Radio 1"
    if words.tokens[last - 1] not in body_words():
        return last
    match = _OF.match(tags, last)
    if match and words.tokens[last] in ("of", "for", "on", "against"):
        run = _RUN.match(tags, match.end())
        if run:
            return run.end() + (_JOINED if _goes_on(words.tokens, tags, run.end()) else 0)
    return last


_FIELD = 2
"""Words of a body's name behind its "of" at most that are no name of their own: "Fiscal Studies", of an institute."""
_JOINED = 2
"""Words of a body's name behind the first of two fields: "and Development"."""


def _goes_on(tokens: list[str], tags: str, at: int) -> bool:
    """Whether a body's name goes on with a second field: "Organization for Cooperation | and Development"."""
    if tokens[at : at + 1] != ["and"] or tags[at + 1 : at + 2] != "N" or tags[at + 2 : at + 3] in ("N", "u"):
        return False
    field = tokens[at + 1]
    return field not in body_words() and given_name(field) is None and "N" in word_parts(field.lower())


_SHORTEST = 4
"""Letters that the first word of a company's name has at most where it does not stand for the whole."""


def goes_by_first_word(word: str, whole: tuple[str, ...]) -> bool:
    """Whether a company goes by the first word of its name: "Nordhavn", but not "Boston" or "Finance"."""
    return (
        len(word) > _SHORTEST
        and whole[-1] in word_set("company")
        and word not in places()
        and word.lower() not in roles()
        and "N" not in word_parts(word.lower())
        and "J" not in word_parts(word.lower())
    )
