"""Where a name begins in a run of capitals: behind titles, trades, offices and what else stands before it."""

from __future__ import annotations

from functools import cache, lru_cache

from topic_briefings.languages.en.lexicon import parts as word_parts
from topic_briefings.languages.en.lexicon import singular
from topic_briefings.languages.en.name_kinds import body_words
from topic_briefings.languages.en.people import is_person_noun
from topic_briefings.languages.en.title_words import is_title_of_several
from topic_briefings.languages.en.words import roles, word_set
from topic_briefings.languages.names import given_name

_SYLLABLE = 7
"""Letters that half of a given name such as "Seung-hyun" has less than."""
_SYLLABLES = frozenset(
    ("bin", "bum", "chan", "gun", "he", "hum", "in", "rim", "sang", "so", "sun", "sung", "won", "young")
)
"""Syllables of Korean given names that are English words too: "Ji-won", "So-young"."""
_SHOUTED = 4
"""Letters of a word in capitals that is hardly an abbreviation."""
_OFFICE = 3
"""Words of a run that begins with a body's office and ends with the name of who holds it, at least one more."""
_LONGEST_OFFICE = 6
"""Words of an office behind its "of": "the Institute for Peace"."""
_OFFICE_GOES_ON = frozenset("Nucidf")
_MARKS = {"“": "”", '"': '"', "«": "»"}
"""How the marks around a title close that open it."""
_GIVEN_TITLES = frozenset(("Gen", "Sen", "Maj"))
"""Titles that take a dot, and without it are given names too."""


def after_titles(tokens: list[str], tags: str, first: int, last: int) -> int:
    """Where the name proper begins in a run such as "Defence Minister Stefan Kozlik" or "Resource-poor Japan"."""
    if last - first < 2:
        return first
    first = _after_letters(tokens, _after_shout(tokens, _after_marks(tokens, first, last), last), last)
    if last - first == 2 and _is_of_country(tokens, tags, first, last):
        return first + 1
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


def _after_marks(tokens: list[str], first: int, last: int) -> int:
    """Where a run goes on behind a title in marks that opens it; its end where the marks do not close in it."""
    closing = _MARKS.get(tokens[first])
    if closing is None:
        return first
    ends = [at for at in range(first + 1, last) if tokens[at] == closing]
    return first if ends and ends[0] == last - 1 else ends[0] + 1 if ends else last


def _after_shout(tokens: list[str], first: int, last: int) -> int:
    """Where a run goes on behind a heading in capitals that is glued to it: "HEIR CHOSEN | Lund"."""
    at = first
    while at < last and len(tokens[at]) >= _SHOUTED and tokens[at].isupper():
        at += 1
    return at if at - first > 1 and at < last and not tokens[at].isupper() else first


def _is_of_country(tokens: list[str], tags: str, first: int, last: int) -> bool:
    """Whether a country only says whose a firm's people or goods are: "U.S. | Nordhavn customers"."""
    return (
        tokens[first] in ("U.S.", "U.K.")
        and tags[last : last + 1] in tuple("unS")
        and (tokens[first + 1] not in body_words() and tokens[last].islower())
    )


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
    if length > 2 and (_is_trade(word) or is_title_of_several(word)) and given_name(following) is not None:
        return True  # "Alderman Tomas Berg Lund", "Senators Ana Lund of Tarn and Rob Barasa"
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


def is_given_title(tokens: list[str], tags: str, first: int) -> bool:
    """Whether the title before ``first``, without its dot and behind another, is a given name: "Minister Gen Sato"."""
    at = first - 1
    if at < 1 or tokens[at] not in _GIVEN_TITLES or tags[at] != "u" or tags[at - 1] != "u":
        return False
    return tokens[at - 1] not in word_set("honorific") and tokens[at - 1] not in _cut_titles()


@cache
def _cut_titles() -> frozenset[str]:
    """Titles that take a dot, without it: "Gen"."""
    return frozenset(word.rstrip(".") for word in word_set("title") if word.endswith("."))


def _after_letters(tokens: list[str], first: int, last: int) -> int:
    """Where the name begins behind an office that is cut short to letters: "Tarn Knights GM | Ana Lund"."""
    for at in range(last - 3, first - 1, -1):
        if tokens[at] in word_set("letters") and given_name(tokens[at + 1]) is not None:
            return at + 1
    return first


def after_office(tokens: list[str], tags: str, first: int, last: int) -> int:
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
    if given_name(tokens[first]) is not None:
        return first
    named = given_name(tokens[last - 2]) is not None or _is_unheard(tokens, first, last)
    return last - 2 if named else first


def _is_unheard(tokens: list[str], first: int, last: int) -> bool:
    """Whether a run ends with two words that no dictionary has behind such as one has: "Fair Services Nosi Mapi"."""
    known = [bool(word_parts(word.lower())) for word in tokens[first:last]]
    return all(known[:-2]) and not any(known[-2:])


def _is_office(tokens: list[str], tags: str, of: int) -> bool:
    """Whether the "of" belongs to what somebody is: "Secretary of"."""
    return tags[of] == "f" and roles().get(tokens[of - 1].lower()) == "person"


def is_only_office(tokens: list[str], tags: str, first: int, last: int) -> bool:
    """Whether capitals say whose officer somebody is, and no name: "the soldier's | Commanding Officer"."""
    owned = last - first > 1 and tags[first - 1 : first] == "s" and given_name(tokens[first]) is None
    return owned and roles().get(tokens[last - 1].lower()) == "person"


def is_told_of(tokens: list[str], last: int) -> bool:
    """Whether the last word before ``last`` is the verb of a headline in capitals: "Bo Lund | Reveals His Love"."""
    word, following = tokens[last - 1], tokens[last : last + 1]
    verb = word.istitle() and word.endswith("s") and bool(following) and following[0][:1].isupper()
    return verb and word_parts(word.lower()) == "V" and given_name(word) is None
