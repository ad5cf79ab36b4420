"""Does a mention only say whence one person or animal is, for whose country he does not act?

"A French national", "a graduate student from Osaka", and in German "den italienischen Spieler", "der Spanier".
"""

from __future__ import annotations

import re
from functools import cache

from topic_briefings.extractors.where.disambiguation import Place
from topic_briefings.extractors.where.passing import BACK, PERSON, attributes, is_somebodys
from topic_briefings.languages.en.people import is_person_noun
from topic_briefings.models import Part


def is_one_persons(place: Place, text: str) -> bool:
    """Whether it says what one person is: "a French national", but not "four British athletes", who run for Britain."""
    if is_whence(place, text) or _is_a_compatriot(place, text):
        return True
    before = max(0, place.span.start - BACK)
    if place.how == "demonym" and _jemand().match(text, place.span.end):
        return _before("article").search(text, before, place.span.start) is not None
    if not is_somebodys(place, text):
        return False
    if place.part is Part.HEADLINE:  # which has no articles
        after = PERSON.match(text, place.span.end)
        return after is not None and any(is_person_noun(word) for word in after.groups() if word)
    return _ONE.search(text, before, place.span.start) is not None


_ONE = re.compile(r"\b[Aa]n? (?:[\w-]+ )?\Z")


@cache
def _before(kind: str) -> re.Pattern[str]:
    """What stands before somebody: an article of the kind, and an adjective."""
    return re.compile(rf"\b(?:{attributes()[kind]}) (?:\w+ )?\Z")


@cache
def _jemand() -> re.Pattern[str]:
    """Whom German papers name with his country, for which he does not act: "den italienischen Spieler"."""
    return re.compile(rf" (?:[A-ZÄÖÜ]?[a-zäöüß]*(?:{attributes()['jemand']})(?:in|s|n|en|es)?)\b", re.IGNORECASE)


def is_whence(place: Place, text: str) -> bool:
    """Whether it only says whence somebody comes: "a graduate student from Osaka", "einen Hengst aus Italien"."""
    if place.how == "demonym" or not text.endswith(_froms(), 0, place.span.start):
        return False
    before = _whence().search(text, max(0, place.span.start - 2 * BACK), place.span.start)
    if before is None:
        return False
    noun = before[1]
    return _animal().fullmatch(noun) is not None or (noun.islower() and is_person_noun(noun))


@cache
def _froms() -> tuple[str, ...]:
    return tuple(f" {word} " for word in attributes()["whence"].split("|"))


@cache
def _whence() -> re.Pattern[str]:
    words = attributes()
    return re.compile(rf"\b(?:{words['one']}) (?:[\w-]+ ){{0,2}}?(\w+) (?:{words['whence']}) \Z")


@cache
def _animal() -> re.Pattern[str]:
    """What else comes from somewhere as persons do, as the end of a German compound too."""
    return re.compile(rf"\w*(?:{attributes()['animal']}|{attributes()['jemand']})(?:in|en|s)?", re.IGNORECASE)


def _is_a_compatriot(place: Place, text: str) -> bool:
    """Whether one person is called by his people's name in German: "der Spanier", but not "der Deutsche Bundestag"."""
    start, end = place.span.start, place.span.end
    if place.how != "demonym" or not text[start].isupper() or not text.endswith(("er", "e", "en"), start, end):
        return False
    if _ADJECTIVAL.match(text, end) or not _before("masculine").search(text, max(0, start - BACK), start):
        return False
    return text.endswith("er", start, end) or _CALLED.match(text, end) is not None


_CALLED = re.compile(r" [A-Z][\w.-]+ [A-Z]")
"""The whole name of a person behind it."""
_ADJECTIVAL = re.compile(r" [A-Z][\w-]+\b(?! [A-Z])")
"""A noun behind it, so that it is no noun itself: "der Schweizer Nationalmannschaft"."""
