"""Which capitalised words of an article are names at all, as the article itself shows.

A word that is never capitalised inside a sentence but stands in small letters elsewhere only began a sentence; one
that is written small at least twice as often is no name either. Abbreviated states ("Mich.", "R-Calif.") and adjectives
of peoples name nobody, and a country, a state or a town that the article is "in" is a place, so no "he" is it. The
first two are the capitalisation rules of Mikheev ("Periods, Capitalized Words, etc.", 2002).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from topic_briefings.languages.en.lexicon import parts, singular
from topic_briefings.languages.en.name_kinds import PLACES
from topic_briefings.languages.en.words import PARTY_AND_STATE, closed, word_set
from topic_briefings.languages.names import Name, Words, given_name
from topic_briefings.languages.stopwords import stopwords
from topic_briefings.models import SpeakerKind

_ADJECTIVE = ("ian", "ish", "ese", "ern", "ean")
"""How adjectives of peoples and regions end."""
_STATES = frozenset(("US", "CA", "AU"))
"""Countries whose first divisions the news names without saying where they are."""
_JOINED = frozenset(
    ("Mc", "Mac", "De", "Di", "Da", "Du", "La", "Le", "Lo", "Van", "Vander", "Ver", "Fitz", "St", "Del", "Al")
)
"""What a surname with a capital inside begins with."""
_NO_NAMES = frozenset(("TV", "VP"))
"""Words in capitals that are short for no name."""
_BODY, _PERSON = SpeakerKind.BODY, SpeakerKind.PERSON
_SHORTEST = 2
_TIMES = 2
"""So many times as often in small letters as with a capital inside a sentence, and a word is no name."""
_IN = frozenset(("in", "near", "outside", "across", "around"))


def real(words: Words, tags: str, found: Iterable[Name]) -> Iterator[Name]:
    """``found`` without single words that are no names; places among them are marked as bodies."""
    found = tuple(found)
    kept = {word for name in found if len(name.words) > 1 for word in (name.words[0], name.words[-1])}
    surnames = {name.words[-1] for name in found if len(name.words) > 1 and name.kind is not _BODY}
    people = {name.words[-1] for name in found if len(name.words) > 1 and name.kind is _PERSON}
    alone = {name.words[0].lower() for name in found if len(name.words) == 1}
    printed = Counter(filter(alone.__contains__, words.tokens) if alone else ())
    inside = _inside(words, tags, found)
    happening = {n.words for n in found if n.first and words.tokens[n.first - 1].lower() in _IN}
    for name in found:
        if _is_described_people(name, words, kept) or _is_cut_off(name, words) or _is_follower(name):
            continue
        if _is_surname(name, people):
            name = name._replace(kind=None)  # "Law said", of Steven Law
        alone_here = len(name.words) == 1 and not name.gender and name.words[0] not in surnames
        if alone_here and name.words[0] in word_set("outlet"):
            yield name._replace(kind=SpeakerKind.BODY, title=None)
        elif name.kind is not None or name.title or name.gender:
            yield name
        elif len(name.words) > 1:
            yield name._replace(kind=SpeakerKind.BODY) if _is_body(name.words) else name
        elif name.words[0] in kept:
            yield name
        elif _is_place(name, happening) or _is_run_together(name.words[0]):
            yield name._replace(kind=SpeakerKind.BODY)
        elif not _is_none(name, printed, inside[name.words[0]], tags[name.last : name.last + 1]):
            yield name


def _is_follower(name: Name) -> bool:
    """Whether a name is what a party's people somewhere are called: "New Hampshire Democrat"."""
    return name.words[-1] in word_set("party") and " ".join(name.words[:-1]).lower() in _divisions()


def _is_surname(name: Name, people: set[str]) -> bool:
    """Whether a single word that could be a body's is the surname of somebody whom the article names in full."""
    word = name.words[0]
    return len(name.words) == 1 and word in people and not word.isupper() and name.kind is SpeakerKind.BODY


def _is_described_people(name: Name, words: Words, kept: set[str]) -> bool:
    """Whether a word for a people, nobody's name, has a small word before it: "the official Chinese agency"."""
    if not name.title or len(name.words) > 1:
        return False
    word = name.words[0]
    if word in kept or word.lower() not in _peoples():
        return False
    return words.tokens[name.title[1] - 1].islower() and given_name(word) is None


def _is_cut_off(name: Name, words: Words) -> bool:
    """Whether capitals that look like a body are none: a state behind a comma, "TV", "AT LEAST" in a headline."""
    word = name.words[0]
    if len(name.words) > 1:
        ends = (word, name.words[-1])
        shouted = word.isupper() and all(map(str.isupper, name.words))
        return shouted and name.kind is not _BODY and any(map(_joins, ends))
    if word in _NO_NAMES:
        return True
    return word in _short_states() and name.first > 0 and words.tokens[name.first - 1] in (",", "-", "(")


def _joins(word: str) -> bool:
    """Whether a word in capitals is a preposition or a conjunction, which no name begins or ends with."""
    return len(word) > 1 and closed().get(word.lower(), "") in tuple("ifct")


def _is_none(name: Name, printed: Counter[str], inside: int, following: str) -> bool:
    """Whether a single word is no name; ``following`` is the letter of the next word."""
    word = name.words[0]
    if given_name(word) is None and _is_word(word, printed, inside):
        return True
    return not inside and _is_known(word.lower(), following)


def _inside(words: Words, tags: str, found: tuple[Name, ...]) -> Counter[str]:
    """How often each single-word name stands inside a sentence."""
    return Counter(
        name.words[0] for name in found if len(name.words) == 1 and name.first and tags[name.first - 1] not in '.|Qq":'
    )


def _is_word(word: str, printed: Counter[str], inside: int) -> bool:
    """Whether a capitalised word is no name by what the article and the language print in small letters."""
    lower = word.lower()
    small = printed[lower]
    if (small and not inside) or (inside and small >= _TIMES * inside):
        return True
    if PARTY_AND_STATE.match(word) or word in _abbreviated_states():
        return True
    if lower in _peoples() or ("J" in parts(lower) and lower.endswith(_ADJECTIVE)):
        return True
    return lower in stopwords("en")


def _is_known(lower: str, following: str) -> bool:
    """Whether a word that only begins sentences is of the language, and no surname before its verb: "Jolly said"."""
    known = parts(lower)
    speaks = following in ("V", "D") and "R" not in known and singular(lower) == lower
    return bool(known) and not speaks


def _is_body(words: tuple[str, ...]) -> bool:
    """Whether a name of several words is a state's, or all of it is words of the language: "Judicial Watch"."""
    lower = [word.lower() for word in words]
    if " ".join(lower) in _divisions():
        return True
    capitals = all(word[0].isupper() and len(word) > _SHORTEST and parts(word.lower()) for word in words)
    return capitals and not any(map(given_name, words))


def _is_run_together(word: str) -> bool:
    """Whether a word has a capital inside, as companies have and surnames only after "Mc", "De" or the like."""
    at = next((at for at in range(1, len(word)) if word[at].isupper() and word[at - 1].islower()), 0)
    return at > 0 and word[:at] not in _JOINED


def _is_place(name: Name, happening: set[tuple[str, ...]]) -> bool:
    """Whether a word that names a place is used as one: a state, or a town that something is ``happening`` in."""
    lower = name.words[0].lower()
    given = given_name(name.words[0]) is not None
    if lower in _divisions() and not given:
        return True
    if lower not in _places() and lower not in _divisions():
        return False
    return name.words in happening


@cache
def _places() -> Mapping[str, str]:
    return PLACES.by_first("places")


@cache
def _peoples() -> frozenset[str]:
    named = (
        form.rstrip("!").lower() for row in PLACES.rows("countries") for cell in row[2:4] for form in cell.split("|")
    )
    return frozenset(form for form in named if form and " " not in form) | word_set("faith")


@cache
def _divisions() -> frozenset[str]:
    return frozenset(name.rstrip("*") for name, codes in PLACES.rows("regions") if _STATES & set(codes.split()))


@cache
def nobody() -> frozenset[str]:
    """Names of peoples and states, lower case, which alone are nobody who speaks."""
    return _peoples() | _divisions()


@cache
def _short_states() -> frozenset[str]:
    """The short forms of states that are capitals throughout: "OH", "N.C."."""
    forms = (form.rstrip("!") for row in PLACES.rows("us_states") for cell in row[1:] for form in cell.split("|"))
    return frozenset(form for form in forms if form and form.isupper())


@cache
def _abbreviated_states() -> frozenset[str]:
    forms = (
        form.rstrip("!").rstrip(".") for _, anywhere, _ in PLACES.rows("us_states") for form in anywhere.split("|")
    )
    return frozenset(form for form in forms if len(form) > 1 and form[1:].islower())
