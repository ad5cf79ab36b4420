"""English words: the letter of each, its closed classes, its verbs, and the words for people and bodies."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from topic_briefings.languages.claim import CueKind
from topic_briefings.languages.en.lexicon import parts
from topic_briefings.languages.letters import mark_letter
from topic_briefings.languages.names import is_elided_name
from topic_briefings.tables import Tables

TABLES = Tables(Path(__file__).parent)
_NO_PAST = frozenset(("hatred", "infrared", "kindred", "sacred", "wicked", "naked", "rugged", "biped"))
"""Words in -ed that are no verb's past; whatever else ends so and is in no dictionary is one: "rubbished"."""
_NO_NOUN = frozenset(("say", "says", "tell", "tells", "write", "writes"))
"""Verbs that dictionaries list as nouns too and news never uses so."""
ARTICLES = frozenset(("a", "an", "the"))
"""Determiners of a noun, and never its subject by themselves."""
QUESTIONS = frozenset(("whether", "if", "how", "why", "what", "who"))
"""What opens a reported question."""
DOTTED = frozenset(("Jr", "Sr"))
"""What stands behind a name, with a dot that belongs to it."""
PARTY_AND_STATE = re.compile(r"[RDI]-[A-Z]")
"""How the party of a lawmaker begins that stands with the state: "R-Calif."."""
_DONE = frozenset("PpD")
"""Letters of participles, which make a compound an adjective: "grievance-driven"."""
_FORMERLY = ("then-", "ex-")
"""What stands before the title that somebody had: "then-Gov"."""
_REPORTING = str.maketrans("veypg", "VEYDG")


@cache
def closed() -> dict[str, str]:
    """The words of closed classes, lower case, with their letters."""
    return {word: letter for letter, words in TABLES.rows("words") for word in words.split()}


@cache
def pronouns() -> frozenset[str]:
    """Pronouns that can stand for a speaker, lower case."""
    return frozenset(word for word, letter in closed().items() if letter in "how")


@cache
def titles() -> frozenset[str]:
    """Titles printed before a name, without their dot."""
    return frozenset(word.rstrip(".") for word in word_set("title"))


@cache
def word_set(kind: str) -> frozenset[str]:
    """The words of one class of ``roles.tsv``."""
    return TABLES.classes("roles", kind)


_ROLES = frozenset(("person", "group", "body"))


@cache
def roles() -> dict[str, str]:
    """Words for people and bodies, lower case: ``person``, its plural ``people``, ``group``, ``body``, ``bodies``."""
    found: dict[str, str] = {}
    for kind, words in TABLES.rows("roles"):
        for word in words.split() if kind in _ROLES else ():
            if kind in ("person", "body"):
                found.setdefault(plural(word), "people" if kind == "person" else "bodies")
            found[word] = kind
    return found


@cache
def person_nouns() -> frozenset[str]:
    """Nouns that name a person by what one is or does, lower case: "baker"."""
    return frozenset(
        word for table in ("people", "people_newer") for row in TABLES.rows(table) for word in row[0].split()
    )


def is_noun_in_ing(word: str) -> bool:
    """Whether ``word`` (lower case) is a noun in -ing for a trade, an event or a thing: "marketing"."""
    return word in _nouns_in_ing()


def is_plural_modifier(word: str) -> bool:
    """Whether ``word`` (lower case) is a plural that often stands before another noun: "sales"."""
    return word in _plural_modifiers()


@cache
def _plural_modifiers() -> frozenset[str]:
    return frozenset(word for (word, *_) in TABLES.rows("plural_modifiers"))


@cache
def _nouns_in_ing() -> frozenset[str]:
    return frozenset(word for (word, *_) in TABLES.rows("ing_nouns"))


@cache
def role_of(word: str) -> str | None:
    """What a noun (lower case) names: ``person``, ``people``, ``group``, ``body``, ``bodies``; None for another.

    A compound is what its last part is: "ex-minister".
    """
    return roles().get(word) or roles().get(word.rsplit("-", 1)[-1])


def plural(noun: str) -> str:
    """The regular plural of an English noun."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("man", "woman")):
        return noun[:-2] + "en"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def cues() -> dict[str, tuple[CueKind, frozenset[str]]]:
    """Base form of each verb that reports → what it reports and the particles that belong to it."""
    return {
        base: (CueKind(kind), frozenset(filter(None, particles.split(","))))
        for base, kind, particles in TABLES.rows("cues")
    }


@cache
def _verbs() -> tuple[dict[str, str], dict[str, str]]:
    """Form → letter, and form → base."""
    letters: dict[str, str] = {}
    bases: dict[str, str] = {}
    reporting = cues()
    for row in chain(TABLES.rows("verbs"), TABLES.rows("newer_verbs")):
        base, third, past, participle, ing = row[:5]
        noun = row[5:6] == ["n"]
        cells = (
            (base, "y" if noun else "e"),
            (third, "y" if noun else "v"),
            (past, "p" if not participle or participle == past else "v"),
            (participle, "p" if participle == past else "P"),
            (ing, "g"),
        )
        for cell, letter in cells:
            for form in cell.split("/"):
                if form and (form not in letters or base in reporting):
                    letters[form] = letter.translate(_REPORTING) if base in reporting else letter
                    bases[form] = base
    return letters, bases


def base_of(word: str) -> str | None:
    """The base form of a verb's form, in lower case; None for a word that is no known verb."""
    return _verbs()[1].get(word.lower())


def is_past(word: str) -> bool:
    """Whether the base form ``word`` is also its own past: "read", "put"."""
    return word.lower() in _unchanged()


@cache
def _unchanged() -> frozenset[str]:
    return frozenset(row[0] for row in TABLES.rows("verbs") if row[0] in row[2].split("/"))


def verb_letter(word: str) -> str:
    """The letter of ``word`` as a verb's form whatever its case; a space when it is none."""
    return _verbs()[0].get(word.lower(), " ")


def letter(token: str) -> str:
    """The letter of ``token``, one word or mark."""
    if not (token[0].isalnum() or (token[0] in "'’" and len(token) > 1)):
        return mark_letter(token)
    lower = token.lower().replace("’", "'")
    small = closed().get(lower)
    if token[0] in "'’":
        return small or ("s" if lower == "'s" else "x")
    if token[0].isdigit():
        return "m"
    if small and (token == lower or token.istitle() or len(token) == 1):
        return small
    if not token.isalpha() and (joined := _joined(token, lower)):
        return joined
    if token[0].isupper():
        return "u" if token in titles() else "N"
    return _open(lower)


def _joined(token: str, lower: str) -> str:
    """The letter of a word with marks in it that say what it is ("Vice-President"); empty where they do not."""
    if lower.endswith("n't"):
        return closed().get(lower[:-3], "x")
    if ("-" in token and _begins_with_article(token)) or is_elided_name(token):
        return "N"
    before, _, last = token.rpartition("-")
    office = last in titles() and (before in titles() or before in word_set("joined"))
    return "u" if office or (lower.startswith(_FORMERLY) and last in titles()) else ""


def _begins_with_article(token: str) -> bool:
    """Whether a name is joined to the article before it: "al-Majdoub"."""
    article, _, name = token.partition("-")
    return name[:1].isupper() and closed().get(f"{article}-") == "N"


def _open(lower: str) -> str:
    """The letter of a lower-case word that is in no closed class."""
    if lower in _NO_NOUN:
        return "V" if lower.endswith("s") else "E"
    letter = _verbs()[0].get(lower, "")
    if letter == "Y" and lower.endswith("s"):
        return letter
    if lower in roles() or ("-" in lower and (lower.rsplit("-", 1)[1] in roles() or _JOINED.sub("", lower) in roles())):
        return "u"
    if lower == "according":
        return "A"
    if letter:
        return letter
    if lower in person_nouns() and parts(lower) in ("", "N"):
        return "u"
    if lower.endswith("ly") and len(lower) > 4:
        return "r"
    if lower.endswith(_ADJECTIVES) or ("-" in lower and _is_joined_adjective(lower)):
        return "a"
    if lower.endswith("ed") and lower[-3:-2] not in ("", "e") and not lower.startswith("un") and lower not in _NO_PAST:
        return "p"
    return "a" if parts(lower) == "J" else "n"


def _is_joined_adjective(lower: str) -> bool:
    """Whether a word with a hyphen is an adjective: "anti-noise", "grievance-driven"."""
    if _JOINED_ADJECTIVE.search(lower):
        return True
    return _COMPOUND.fullmatch(lower) is not None and _verbs()[0].get(lower.rpartition("-")[2]) in _DONE


_ADJECTIVES = ("ous", "ful", "less", "able", "ible", "ical", "onal", "ish")
_JOINED = re.compile(r"-(?:of|in|at)-.*")
"""What follows the noun that says what somebody is: "mother-of-two", "brother-in-law"."""
_COMPOUND = re.compile(r"[a-z]+-[a-z]+")
_JOINED_ADJECTIVE = re.compile(r"(?:^(?:non|anti|pro|multi|semi)-[a-z]+|[a-z]-[a-z]+ed|[a-z]{3}-(?:old|born|led))$")


@lru_cache(maxsize=10_000)
def cue_kind(token: str) -> tuple[CueKind, frozenset[str]]:
    """What a cue reports, and the particles that belong to it; ``VERB`` for one that no list knows."""
    return cues().get(base_of(token) or "", (CueKind.VERB, frozenset()))
