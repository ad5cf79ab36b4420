"""Which names of places are persons': by the words before and behind them, and by who else the article names so."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping

from topic_briefings.extractors.where import frames
from topic_briefings.extractors.where.matching import LONGEST, Hit, word_before
from topic_briefings.knowledge.places import (
    forms_of_address,
    given_names,
    named_for_places,
    ordinary_words,
    word_surnames,
)
from topic_briefings.knowledge.towns import towns
from topic_briefings.languages.en.lexicon import parts, singular
from topic_briefings.languages.en.people import is_person_noun
from topic_briefings.languages.en.words import word_set
from topic_briefings.languages.names import given_name, surname_particles
from topic_briefings.models import Part

_SPOKE = frozenset(["said", "says", "told", "asked", "added"])
_ARTICLES = frozenset(["the", "a", "an", "all", "other", "two", "three", "many", "some", "most"])
_INITIAL = re.compile(r"(?:[A-Z]\.){1,3}")
_INITIAL_OF_OLD = re.compile(r"[A-Z]\.?")
_WITH_INITIAL = re.compile(r"\b([A-Z][a-z]+) [A-Z]\.? \Z")
"""A given name and an initial; British papers print that without a stop."""
_ON_A_LIST = re.compile(r"(?:\A|[\s(,;:])[A-Z]{1,2} \Z")
_STARTS = re.compile(r"\Z|\s+[A-Z\"“]")
"""What stands behind the stop that ends a sentence, and an abbreviation or a name: "Chris Penn. The"."""
_OF_A_CLUB = re.compile(r" \([A-Z]")
"""What stands before and behind a surname on a list of players: "S Orlando (Halden)"."""
_AGE = re.compile(r", \d{1,3}[,.;)]| \(\d{1,3}\)")
AFTER = re.compile(r" ([^\W\d_][\w'’-]*)")
"""The word behind a name."""
CALENDAR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|may|june|july|august"
    r"|(?:sept|nov|dec)ember|october",
    re.I,
)
"""Names of days and months, which are no surnames."""


def without_persons(hits: list[Hit], texts: Mapping[Part, str], left_out: Iterable[Hit] = ()) -> list[Hit]:
    """``hits`` less those that are a person's name: here by the word before, or elsewhere in the article.

    Where the article has a "Whitney Houston", a later "Houston" is hers unless a preposition of place stands
    before it. She may be among those ``left_out`` because nothing beside them told of a place.
    """
    named: list[tuple[Hit, bool]] = []
    borne: set[str] = set()
    for hit in hits:
        goes_on = bool(named) and named[-1][1] and _continues(named[-1][0], hit)
        surname = _is_surname(hit, texts[hit.part]) or _is_behind_an_initial(hit, texts[hit.part])
        if surname:
            borne.add(hit.printed)
        given = _is_given_name(hit, texts[hit.part]) or _is_of_kin(hit, texts[hit.part])
        named.append((hit, goes_on or surname or given))
    countries = _countries_told(named, borne, texts)
    surnames = {
        hit.printed.lower()
        for hit, surname in named
        if surname and (_may_be_shadowed(hit) or (hit.printed in borne and hit.entry.senses[0].code not in countries))
    }
    surnames |= {hit.printed.lower() for hit in left_out if _is_surname(hit, texts[hit.part])}
    return [
        hit
        for hit, surname in named
        if not surname
        and (hit.printed.lower() not in surnames or _is_placed(hit, texts[hit.part]) or _qualifies(hit, texts))
    ]


def _is_placed(hit: Hit, text: str) -> bool:
    """Whether a preposition of place stands before, and it is nobody's what comes: "in Bolton's view"."""
    return frames.is_preposition(hit.before) and not frames.is_an_owner(hit.span, text)


def _countries_told(named: list[tuple[Hit, bool]], borne: Container[str], texts: Mapping[Part, str]) -> set[str]:
    """The countries that the text names by words that no surname ``borne`` in it can be."""
    found: set[str] = set()
    last: dict[str, Hit] = {}
    for hit, person in named:
        if person:
            last[hit.printed] = hit
        elif hit.printed not in borne or _is_beside(hit) or _is_introduced(last.get(hit.printed), hit, texts):
            found.add(hit.entry.senses[0].code)
    return found


def _is_beside(hit: Hit) -> bool:
    """Whether a word stands before a country's name that seldom stands before a surname: "in Germany"."""
    return frames.is_preposition(hit.before) or hit.before.lower() in _BESIDE


def _is_introduced(person: Hit | None, hit: Hit, texts: Mapping[Part, str]) -> bool:
    """Whether ``hit`` stands in a text before the whole name of its ``person``, or in one sentence with it.

    No text names a person by the surname first, save in its headline; and in the sentence of the whole name he is
    "he": "Jo Peru before Peru won".
    """
    if person is None or person.part is not hit.part:
        return hit.part is Part.BODY and person is None
    return _END.search(texts[hit.part], person.span.end, hit.span.start) is None


_END = re.compile(r"[.!?]\W|\n")
_BESIDE = frozenset(["against", "across", "for", "with", "within", "inside", "gegen", "für", "mit"])


def _may_be_shadowed(hit: Hit) -> bool:
    """Whether a person of that name may stand for every later mention, whatever else the article names.

    Not for a country's only name, nor for that of its people.
    """
    return len(hit.entry.senses) > 1 or hit.entry.senses[0].how not in ("name", "demonym")


def _qualifies(hit: Hit, texts: Mapping[Part, str]) -> bool:
    """Whether the name of a people stands before a noun, or behind an article: "the French minister"."""
    if hit.entry.senses[0].how != "demonym":
        return False
    after = AFTER.match(texts[hit.part], hit.span.end)
    noun = parts(after[1]) if after else ""
    return hit.before.lower() in _ARTICLES or ("N" in noun and "V" not in noun)


def _is_surname(hit: Hit, text: str) -> bool:
    """Whether a given name or a form of address stands right before a single word, or before a saint's name."""
    if hit.before in surname_particles():
        given = word_before(text, hit.span.start - len(hit.before) - 1)
        return given.istitle() and given.lower() in given_names()
    if hit.printed == hit.printed.title() and hit.printed.endswith(".") and hit.before.istitle():
        return hit.before.lower() in given_names() and _STARTS.match(text, hit.span.end) is not None
    if not hit.before[:1].isupper() or hit.entry.exact:
        return False
    if " " in hit.printed and not (hit.printed.startswith(frames.SAINTS) and hit.printed.count(" ") == 1):
        return False
    if hit.before.rstrip(".").lower() in given_names() or _is_titled(hit, text):
        return True
    return hit.entry.senses[0].how in _BORNE and (_is_given_abroad(hit.before) or _is_of_a_trade(hit, text))


def _is_titled(hit: Hit, text: str) -> bool:
    """Whether a form of address stands before the word before: "Sgt. Dakota Ireland", but not "Gov. of Ohio"."""
    title = word_before(text, hit.span.start - len(hit.before) - 1)
    return title[:1].isupper() and title.rstrip(".").lower() in forms_of_address() and hit.before.isalpha()


_BORNE = frozenset(["name", "demonym", "capital", "city", "region"])
"""What a surname may be of; a leader's name stands for a country with his given name before it, too."""


def _is_given_abroad(word: str) -> bool:
    """Whether ``word`` is a given name elsewhere and neither a word nor a place ("Jana", but not "Santiago")."""
    low = word.lower()
    return given_name(word) is not None and low not in towns() and f"{low}*" not in towns() and not parts(low)


def _is_of_a_trade(hit: Hit, text: str) -> bool:
    """Whether a noun for somebody and a word that is nothing but a name stand before: "designer Trina Turk"."""
    noun, low = word_before(text, hit.span.start - len(hit.before) - 1), hit.before.lower()
    if not (noun.islower() and hit.before.istitle() and is_person_noun(noun.rpartition("-")[2])):
        return False
    return low not in towns() and f"{low}*" not in towns() and not parts(low)


def _is_behind_an_initial(hit: Hit, text: str) -> bool:
    """Whether a given name and an initial stand before a single word: "Paul D. Jordan", but not "Plan B. Jordan"."""
    if hit.entry.exact or " " in hit.printed:
        return False
    if _OF_A_CLUB.match(text, hit.span.end) and _ON_A_LIST.search(text, max(0, hit.span.start - 4), hit.span.start):
        return True
    if not _INITIAL_OF_OLD.fullmatch(hit.before):
        return False
    given = _WITH_INITIAL.search(text, max(0, hit.span.start - LONGEST), hit.span.start)
    return given is not None and given[1].lower() in given_names()


def _is_of_kin(hit: Hit, text: str) -> bool:
    """Whether a name that persons bear too follows who somebody is to another: "her daughter, Brittany,"."""
    if hit.printed.lower() not in named_for_places() and hit.entry.senses[-1].how != "person":
        return False
    return singular(word_before(text, hit.span.start).rstrip(",")) in word_set("kin_f") | word_set("kin_m")


def _continues(person: Hit, hit: Hit) -> bool:
    """Whether ``hit`` is the rest of a name: "Poland" in "Sgt. Israel Poland"."""
    return person.part is hit.part and hit.span.start == person.span.end + 1 and hit.before == person.printed


def _is_given_name(hit: Hit, text: str) -> bool:
    """Whether a surname follows: after a name that persons bear too ("Sofia Lind"), or after "said".

    A surname is a capitalised word that is no ordinary word of the language: "Paris Agreement" is no person,
    nor is a name that goes on ("India Meteorological Department").
    """
    titled = hit.before[:1].isupper() and hit.before.rstrip(".").lower() in forms_of_address()
    names = titled or hit.printed.lower() in named_for_places()
    if hit.entry.senses[0].how == "demonym" or not (names or hit.before in _SPOKE or _INITIAL.fullmatch(hit.before)):
        return False
    after = AFTER.match(text, hit.span.end)
    if after is None or not after[1][0].isupper():
        return False
    if after[1].isupper():  # "BY CHAD LUND"
        named = names and hit.before.lower() == "by" and hit.printed.isupper()
        return named and after[1].lower() not in ordinary_words()
    if names and frames.is_preposition(hit.before) and not _goes_by(after, hit, text):
        return False
    if text[after.end() : after.end() + 1] == " " and text[after.end() + 1 : after.end() + 2].isupper():
        return False
    if after[1].lower() in ordinary_words():
        return names and (after[1].lower() in word_surnames() or _goes_by(after, hit, text))
    return not CALENDAR.fullmatch(after[1])


def _goes_by(surname: re.Match[str], hit: Hit, text: str) -> bool:
    """Whether an age follows, or the article goes on with the surname alone: "Brooklyn Hart opened … Hart baked"."""
    if _AGE.match(text, surname.end()):
        return True
    alone = re.compile(rf"(?<!{re.escape(hit.printed)} )\b{re.escape(surname[1])} [a-z]")
    return alone.search(text, surname.end()) is not None
