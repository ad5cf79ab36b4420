"""Names of people and bodies, as capitals and their neighbours show them.

A name is a run of capitalised words, with the particles and the initials inside it and, for bodies, the "of",
"for" and "on" that continue it. What it names is judged by its own words (a given name, "Ministry") and by
the words beside it (a title before, an age or a role after). No list of people is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from topic_briefings.languages.en.lexicon import parts as word_parts
from topic_briefings.languages.en.lexicon import singular
from topic_briefings.languages.en.name_kinds import body_words, gender_of, kind_of, peoples, places, title_sex
from topic_briefings.languages.en.people import is_person_noun
from topic_briefings.languages.en.words import roles, word_set
from topic_briefings.languages.names import Name, Words, given_name, is_capital
from topic_briefings.models import SpeakerKind

_SYLLABLE = 7
"""Letters that half of a given name such as "Seung-hyun" has less than."""
_SYLLABLES = frozenset(
    ("bin", "bum", "chan", "gun", "he", "hum", "in", "rim", "sang", "so", "sun", "sung", "won", "young")
)
"""Syllables of Korean given names that are English words too: "Ji-won", "So-young"."""
_OFFICE = 3
"""Words of a run that begins with a body's office and ends with the name of who holds it, at least one more."""
_LONGEST_OFFICE = 6
"""Words of an office behind its "of": "the Institute for Peace"."""
_OFFICE_GOES_ON = frozenset("Nucidf")
_RUN = re.compile(r"N(?:j?[Nu])*")
"""A run of capitals; titles and roles inside it are cut off afterwards."""
_NICKNAME = re.compile(r"q{3,5}(?=N)")
_AFTER_NICKNAME = re.compile(r"Nq{3,5}$")
_GIVEN_OFFICES = frozenset(("Bishop", "Chancellor", "Deacon", "Dean", "Judge", "Marshal", "Rector"))
"""Offices that are given names too."""
_MARKS = {"“": "”", '"': '"', "«": "»"}
"""How the marks around a title close that open it."""
_OF = re.compile(r"(?:[fi]|ic)d?(?=N)")


def names(words: Words, tags: str) -> Iterator[Name]:
    """The names in ``words``, in order; ``tags`` are the letters to read (marks may be drawn in)."""
    tokens = words.tokens
    nicknames = "qqq" in tags
    named: dict[str, str] = {}
    for match in _RUN.finditer(tags):
        first, last = match.span()
        while last > first and not (tokens[last - 1][0].isupper() or is_capital(tokens[last - 1])):
            last -= 1
        first = _after_titles(tokens, tags, first, last)
        first -= last - first == 1 and tokens[first - 1] in _GIVEN_TITLES and _is_given_title(tokens, tags, first)
        nickname = _NICKNAME.match(tags, last) if nicknames and last > first and tags[last : last + 1] == "q" else None
        if nickname:
            yield _nicknamed(words, tags, (first, last), nickname.end())
            continue
        if nicknames and tags[first - 1 : first] == "q" and _AFTER_NICKNAME.search(tags[max(0, first - 6) : first]):
            continue
        if last - first > 2:
            first = _after_office(tokens, tags, first, last)
        if last - first == 1 and _is_part(tags, first, tokens[first].lower()):
            continue
        if last - first == 2:
            if _is_likened(tokens, first):
                continue
            first += _is_office_of(tokens, first, named)
            named.setdefault(tokens[last - 1], tokens[first])
        if last > first and not (last - first == 1 and _is_several(tokens, tags, first)):
            yield _name(words, tags, first, last)


def _after_marks(tokens: list[str], first: int, last: int) -> int:
    """Where a run goes on behind a title in marks that opens it; its end where the marks do not close in it."""
    closing = _MARKS.get(tokens[first])
    if closing is None:
        return first
    ends = [at for at in range(first + 1, last) if tokens[at] == closing]
    return first if ends and ends[0] == last - 1 else ends[0] + 1 if ends else last


def _is_part(tags: str, at: int, word: str) -> bool:
    """Whether a capital alone is a piece of something longer: "Chief of Staff", "The film 13 Hours"."""
    if tags[at + 1 : at + 2] == "f" and roles().get(word) == "person":
        return True
    return at > 0 and tags[at - 1] == "m" and _is_counted(word)


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


def _is_given_title(tokens: list[str], tags: str, first: int) -> bool:
    """Whether a title without its dot, behind another title, is a given name: "Minister Gen Sato"."""
    at = first - 1
    if at < 1 or tags[at] != "u" or tags[at - 1] != "u":
        return False
    return tokens[at - 1] not in word_set("honorific") and tokens[at - 1] not in _cut_titles()


_GIVEN_TITLES = frozenset(("Gen", "Sen", "Maj"))
"""Titles that take a dot, and without it are given names too."""


@cache
def _cut_titles() -> frozenset[str]:
    """Titles that take a dot, without it: "Gen"."""
    return frozenset(word.rstrip(".") for word in word_set("title") if word.endswith("."))


def _after_office(tokens: list[str], tags: str, first: int, last: int) -> int:
    """Where the name begins in a run that begins with the office of a title: "State John Kerry" of "Secretary of".

    Or with its field: "Trade Affairs Ana Lund" of "Under Secretary of State for".
    """
    of = first - 1 - (tags[first - 1 : first] == "d")
    if of < 1:
        return first
    field = tokens[of] == "for" and tokens[of - 1][0].isupper() and last - first > _OFFICE
    while of > max(1, first - _LONGEST_OFFICE) and tags[of] in _OFFICE_GOES_ON and not _is_office(tokens, tags, of):
        of -= 1  # "Minister of Education and Culture Ana Lund", "Director of the Institute for Peace Ana Lund"
    office = _is_office(tokens, tags, of)
    if not (office or field):
        return first
    if given_name(tokens[first]) is not None or given_name(tokens[last - 2]) is None:
        return first
    return last - 2


def _is_office(tokens: list[str], tags: str, of: int) -> bool:
    """Whether the "of" belongs to what somebody is: "Secretary of"."""
    return tags[of] == "f" and roles().get(tokens[of - 1].lower()) == "person"


def _nicknamed(words: Words, tags: str, given: tuple[int, int], surname: int) -> Name:
    """A name with a nickname in marks between its parts: Anton "Toni" Zupan."""
    run = _RUN.match(tags, surname)
    end = run.end() if run else surname
    name = _name(words, tags, *given)
    parts = (*words.tokens[slice(*given)], *words.tokens[surname:end])
    return name._replace(last=end, words=parts, text=words.text(given[0], end), kind=SpeakerKind.PERSON)


def _after_titles(tokens: list[str], tags: str, first: int, last: int) -> int:
    """Where the name proper begins in a run such as "Defence Minister Stefan Kozlik" or "Resource-poor Japan"."""
    if last - first < 2:
        return first
    first = _after_marks(tokens, first, last)
    if last - first < 2 or tokens[last - 1] in body_words():
        return first
    opens = first == 0 or tags[first - 1] in ".|"
    title = tags.rfind("u", first, last - 1)
    while title > first and len(tokens[title]) == 1:
        title = tags.rfind("u", first, title)  # "Harry M. Reid": an initial, no "Monsieur"
    if title >= 0:
        first = title + 1 + (tags[title + 1] == "j")
        opens = False
    name = _behind_office(tokens, first, last)
    if name is not None:
        return name
    if opens and last - first > 1 and _opens_name(tokens[first + 1], last - first - 1):
        trade = given_name(tokens[first]) is None and is_person_noun(singular(tokens[first].lower()))
        first += trade  # "Ferryman Tom Barasa", "Divers Roque Canto and Ida Berg"
    if opens and last - first > 2 and _is_deed(tokens[first]) and given_name(tokens[first + 1]) is not None:
        first += 1  # "Entrusting Ana Maria Lund with the dam"
    while last - first > 1 and _describes(tokens[first], tokens[first + 1], last - first):
        first += 1
    return first


def _is_deed(word: str) -> bool:
    """Whether a capital is a verb that begins its sentence: "Entrusting"."""
    return word.endswith("ing") and given_name(word) is None and word_parts(word.lower()) == "V"


def _behind_office(tokens: list[str], first: int, last: int) -> int | None:
    """Where the name begins in a run that an office or a description opens; None where none does."""
    for at in range(last - 2, first, -1):
        given = given_name(tokens[at + 1]) is not None
        named = given or (at < last - 2 and given_name(tokens[at]) is None)
        if roles().get(tokens[at].lower()) == "person" and named:
            return at + 1  # "FBI Director James Lund"
        if _is_trade(tokens[at]) and given and at < last - 2:
            return at + 1  # "Tarn Alderman Helen Lund"
        if _is_joined(tokens[at]):
            return at + 1  # "South Korean-born Monte Lund"
    office = last - first > _OFFICE and given_name(tokens[last - 2]) is not None
    if office and not body_words().isdisjoint(tokens[first : last - 2]):
        return last - 2  # "Tarn County Recorder Helen Lund"
    return None


def _opens_name(word: str, length: int) -> bool:
    """Whether a name of ``length`` words may begin with ``word``: a given name, or in a longer one no English word."""
    return given_name(word) is not None or (length > 1 and not word_parts(word.lower()))


@lru_cache(maxsize=20_000)
def _describes(word: str, following: str, length: int) -> bool:
    """Whether the first word of a run is no part of the name: "Economist", "Florida-based"."""
    if _is_joined(word):
        return True
    if length > 2 and _is_trade(word) and given_name(following) is not None:
        return True  # "Alderman Tomas Berg Lund"
    if (
        length > 2
        and "J" in word_parts(word.lower())
        and given_name(word) is None
        and given_name(following) is not None
    ):
        return True  # "Little Tomas Berg"
    role = word.istitle() and roles().get(word.lower()) == "person" and given_name(word) is None
    return role and (given_name(following) is not None or length > 2)


def _is_trade(word: str) -> bool:
    """Whether a word with a capital is what somebody is or does, and no given name: "Alderman"."""
    return word.istitle() and given_name(word) is None and is_person_noun(word.lower())


def _is_joined(word: str) -> bool:
    """Whether a word ends small behind its hyphen, and describes whom it stands before: "Korean-born"."""
    return "-" in word and word.rpartition("-")[2].islower() and given_name(word) is None and not _is_given(word)


def _is_given(word: str) -> bool:
    """Whether a hyphenated word is a given name with a small second half: "Bo-ra", but not "Florida-based"."""
    first, _, second = word.lower().rpartition("-")
    if second in _SYLLABLES and (first in _SYLLABLES or not word_parts(first)):
        return True
    return len(first) < _SYLLABLE and len(second) < _SYLLABLE and not word_parts(second) and not word_parts(first)


def _name(words: Words, tags: str, first: int, last: int) -> Name:
    title = _title(words, tags, first)
    tokens = words.tokens
    if title and tokens[title[1] - 1].rstrip(".") in word_set("royal") and last - first == 1:
        first = title[1] - 1
        title = (title[0], first) if title[0] < first else None
    parts = tuple(tokens[first:last])
    kind = kind_of(parts, title, tokens, tags, last)
    if kind is None and first and tokens[first - 1] in _PUBLIC and given_name(tokens[first]) is None:
        kind = SpeakerKind.BODY  # "National Guard"
    if kind is SpeakerKind.BODY:
        first, title = _whole_body(tokens, tags, first), None
        last = _extended(words, tags, last)
        parts = tuple(tokens[first:last])
    end = last + (tokens[last - 1] in ("Jr", "Sr") and tokens[last : last + 1] == ["."])
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
            return run.end()
    return last


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
