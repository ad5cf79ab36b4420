"""Is a mention only an attribute of something else: a company's name, a seat, a listing?

"Mexican Steel Corp", "the Geneva-based agency": such words place a thing and say nothing of
what the country does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from topic_briefings.extractors.where.disambiguation import Place
from topic_briefings.extractors.where.matching import NO_COUNTRY, word_before
from topic_briefings.knowledge import DATA, rows
from topic_briefings.languages.en.lexicon import singular
from topic_briefings.languages.en.people import is_person_noun
from topic_briefings.models import Part

_LAST = (" of ", " in ", " the ", " from ")
_AGAINST = (" against ", " with ", " at ", " over ", " by ", " to ", " on ")
"""How every phrase of the table that stands before ends: a quick look that spares most searches."""


def is_unit(place: Place, text: str) -> bool:
    """Whether the words are the unit of a sum ("40 US dollars"), which names no country.

    A currency that is another word too ("Spain won", "Canada marks the day") needs an amount before it.
    """
    if text[place.span.end : place.span.end + 1] not in (" ", "-"):
        return False
    sure, doubtful, amounts = _units()
    if sure.match(text, place.span.end):
        return True
    if not doubtful.match(text, place.span.end):
        return False
    before = word_before(text, place.span.start).lower()
    return before[-1:].isdigit() or before in amounts or (before == "in" and place.how == "demonym")


def is_attribute(place: Place, text: str) -> bool:
    """Whether the words beside ``place`` make it an attribute."""
    after, before = _patterns()
    start, end = place.span.start, place.span.end
    if text[end : end + 1] in (" ", "-") and after.match(text, end):
        return True
    if is_named_after(place, text) or _is_an_opponent(place, text) or _is_a_venue(place, text):
        return True
    if is_of_papers(place, text) or _is_a_label(place, text) or _is_ancient(place, text) or _is_a_market(place, text):
        return True
    if text[end : end + 1] == ")" and _IN_BRACKETS.search(text, max(0, start - BACK), start):
        return True
    return text.endswith(_LAST, 0, start) and before.search(text, max(0, start - 20), start) is not None


def is_of_papers(place: Place, text: str) -> bool:
    """Whether it says only whose papers somebody has, whence somebody fled, or where shares are quoted."""
    return place.how in ("demonym", "city") and _papers().match(text, place.span.end) is not None


@cache
def _papers() -> re.Pattern[str]:
    return re.compile(rf" (?:{attributes()['papers']})\b")


def _is_a_label(place: Place, text: str) -> bool:
    """Whether a place stands for its trade before somebody of it: "Hollywood actors"."""
    if not _label().fullmatch(text, place.span.start, place.span.end):
        return False
    after = PERSON.match(text, place.span.end)
    return after is not None and any(is_person_noun(singular(word)) for word in after.groups() if word)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(attributes()["label"])


def _is_ancient(place: Place, text: str) -> bool:
    """Whether the sentence tells of antiquity: "the ancient Israelites' flight from slavery in Egypt"."""
    if text.find("ncient ", max(0, place.span.start - 2 * BACK), place.span.start) < 0:
        return False
    return _ANCIENT.search(text, max(0, place.span.start - 2 * BACK), place.span.start) is not None


_ANCIENT = re.compile(r"\b[Aa]ncient [^.!?\n]*\Z")


def _is_a_market(place: Place, text: str) -> bool:
    """Whether it only says where something costs so much: "sold for £339 in the UK"."""
    if not text.endswith(_INSIDE, 0, place.span.start):
        return False
    return _PRICE.search(text, max(0, place.span.start - BACK), place.span.start) is not None


_INSIDE = (" in ", " in the ")
_PRICE = re.compile(r"\b(?:for|at|costs?|costing) (?:about |around |just )?[£$€]\d+(?:[.,]\d+)* in (?:the )?\Z")


def _is_an_opponent(place: Place, text: str) -> bool:
    """Whether the club of a town is the other side of a match: "the win over Graz"; a country's team plays for it."""
    if place.how not in NO_COUNTRY or not text.endswith(_AGAINST, 0, place.span.start):
        return False
    return _opponent().search(text, max(0, place.span.start - BACK), place.span.start) is not None


@cache
def _opponent() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{attributes()['opponent']}) \Z")


_IN_BRACKETS = re.compile(r"\([^()]*\Z")
"""What stands before the place of something in passing: "the falls of Yosemite (USA)"."""


def _is_a_venue(place: Place, text: str) -> bool:
    """Whether others only met in a town: "the talks in Geneva", "negotiations among diplomats in Paris"."""
    if place.how not in NO_COUNTRY or not text.endswith(" in ", 0, place.span.start):
        return False
    return _venue().search(text, max(0, place.span.start - 2 * BACK), place.span.start) is not None


@cache
def _venue() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{attributes()['meeting']})(?: (?:among|of|between|with) [a-z]+)? in \Z")


def is_named_after(place: Place, text: str) -> bool:
    """Whether it is part of the name of a committee, a house or a disease that a town has given its name."""
    return place.how in ("city", "capital") and _named_for().match(text, place.span.end) is not None


def is_a_union(place: Place, texts: Mapping[Part, str]) -> bool:
    """Whether a capital may stand for the union of countries that sits there, which the text names: "Brussels"."""
    return place.how == "capital" and place.code == _UNION and any(map(_union().search, texts.values()))


_UNION = "BE"
"""The country in which it sits."""


@cache
def _union() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{attributes()['union']})\b")


def is_seat(place: Place, text: str) -> bool:
    """Whether it only says where something has its seat: "a UK-based engineer"."""
    return text[place.span.end : place.span.end + 1] == "-" and _seat().match(text, place.span.end) is not None


def is_somebodys(place: Place, text: str) -> bool:
    """Whether the name of a people says only of what descent, style or language something or somebody is.

    "Mexican heritage", "a Danish jockey", "a Greek-majority island", "spoke only French".
    """
    if place.how != "demonym":
        return False
    if _descent().match(text, place.span.end) or _FOR_A_WORD.match(text, place.span.end):
        return True
    if _speaks().search(text, max(0, place.span.start - BACK), place.span.start):
        return True
    after = PERSON.match(text, place.span.end)
    if after is None or not _OFFICIALS.isdisjoint(after.groups()):
        return False
    return any(is_person_noun(singular(word)) for word in after.groups() if word)


_OFFICIALS = frozenset(
    ("official", "officials", "minister", "ministers", "president", "premier", "chancellor", "king", "queen", "prince")
).union(
    ("ambassador", "envoy", "diplomat", "diplomats", "negotiator", "negotiators", "authorities", "leader", "leaders"),
    ("lawmakers", "soldier", "soldiers", "troops", "police", "misses"),
)
"""Persons who act for their country."""
_FOR_A_WORD = re.compile(r" for (?:''|[\"'“‘])")
"""What follows the name of a language that has a word for something: "Spanish for 'witches'"."""
BACK = 30
"""Code points before a name in which a verb of speaking is looked for."""
LIST_BACK = 90
"""The same for the word before a list of languages."""
PERSON = re.compile(r" ([a-z]{3,20})(?: ([a-z]{3,20}))?\b")
"""The next two words: "French engineering student" is somebody, and so is "swami who"."""


def is_of_descent(place: Place, text: str) -> bool:
    """Whether the name of a people only says whence somebody's family came: "Mexican heritage"."""
    return place.how == "demonym" and _descent().match(text, place.span.end) is not None


@cache
def _speaks() -> re.Pattern[str]:
    """What stands before a language that somebody speaks: "spoke only", "fluent in English and"."""
    return re.compile(rf"\b(?:{attributes()['speaking']})(?: only| in| [A-Z][a-z]+(?:,| and| or))? \Z")


@cache
def _descent() -> re.Pattern[str]:
    words = attributes()
    joined = "majority|style|born|themed|inspired|" + words["tongue"]
    return re.compile(rf"(?:-(?:{joined})| (?i:{words['descent']})| (?:{words['satz']}))\b")


def is_of_a_language(place: Place, text: str) -> bool:
    """Whether the name of a people is that of its language: "die englische Version", "learns English"."""
    if place.how != "demonym":
        return False
    start, end = place.span.start, place.span.end
    if _edition().match(text, end):
        return True
    if text[start].isupper() and text.endswith(_UNINFLECTED, start, end) and text[end : end + 1] != "-":
        return True
    if _SCHOOL.search(text, max(0, start - BACK), start) and _PUPILS.match(text, end):
        return True
    if any(told.search(text, max(0, start - BACK), start) for told in (_speaks(), _TWO)):
        return _ENDS.match(text, end) is not None or _GOES_ON.match(text, end) is not None
    if _PUT_INTO.search(text, max(0, start - BACK), start):
        return _ENDS.match(text, end) is not None
    if _LISTED.search(text, max(0, start - LIST_BACK), start) and _LIST_GOES_ON.match(text, end):
        return True
    return place.part is Part.BODY and _IS.match(text, end) is not None and text[end - 1] != "s" and _bare(start, text)


def _bare(start: int, text: str) -> bool:
    """Whether a small word that is no article stands before: "that English is", but not "the English are"."""
    before = word_before(text, start)
    return before.islower() and before not in _ARTICLES


_ARTICLES = frozenset(["a", "an", "the", "one", "another", "no", "some", "any"])
_IS = re.compile(r" (?:is|was|will|would)\b")


_UNINFLECTED = ("isch", "Deutsch")
"""How the German names of languages end, which are no adjectives."""
_SCHOOL = re.compile(r"\b(?:AP|Honors|(?i:(?:\w+[ -])?grade|(?:high|middle)[ -]school)) \Z")
_PUPILS = re.compile(r" (?:club|pupils?|students?)\b")
"""What stands before and behind a language that a school teaches: "eighth-grade French students"."""
_PUT_INTO = re.compile(r"\b(?:of|into|from) \Z")
_TWO = re.compile(r"\bin (?:both )?[A-Z][a-z]+(?: and| or) \Z")
"""What stands before the second of two languages: "in English and Spanish", "in both English and Spanish"."""
_LISTED = re.compile(
    r"\b[Ll]anguages?[;:,]?(?: (?:[–—-]|like|such as|including))? [(]?"
    r"(?:[A-Z][\w-]+(?:, and|, or|,| and| or) )*(?:[A-Z][a-z]+-)?\Z"
)
_LIST_GOES_ON = re.compile(
    r"(?:-[A-Z][a-z]+)?(?:[,.;:!?)]|\Z| (?:is|are|was|were)\b)"
    r"| (?:and|or) [A-Z][a-z]+(?:-[A-Z][a-z]+)?(?:[,.;:!?)]| (?:is|are|was|were)\b)"
)
"""What stands before and behind one of several languages: "three languages: English, French and Swiss-German"."""
_ENDS = re.compile(r"[.;:!?)]|\Z| (?:as|is|was|will|would|at|into|when|because)\b")
"""What stands before the name of a language, and what behind it, where no noun is."""
_GOES_ON = re.compile(r",| (?:and|or|to|in|with|for)\b")
"""What stands behind it as well, where somebody speaks it."""


@cache
def _edition() -> re.Pattern[str]:
    return re.compile(rf" ?(?:{attributes()['edition']})\b")


def is_of_old(place: Place, text: str) -> bool:
    """Whether a people stands beside one of long ago: "Assyrians, Greeks and others"."""
    if place.how != "demonym":
        return False
    return _of_old().search(text, max(0, place.span.start - BACK), place.span.start) is not None


@cache
def _of_old() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{attributes()['of_old']})(?:,? and|,)? \Z")


def is_half_of_another(place: Place, text: str) -> bool:
    """Whether the name of a people only says whence others came: "Cuban-Americans", but not "Cuban-American trade"."""
    return text[place.span.end : place.span.end + 1] == "-" and _of_americans().match(text, place.span.end) is not None


@cache
def _of_americans() -> re.Pattern[str]:
    return re.compile(rf"-American(?:s|(?! (?:{attributes()['bilateral']})))\b")


def is_a_source(place: Place, text: str) -> bool:
    """Whether it only says where the institute of somebody asked is: "of the Institute for Physics in Heidelberg"."""
    return _institute().search(text, max(0, place.span.start - 3 * BACK), place.span.start) is not None


@cache
def _institute() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{attributes()['institute']})[^.;:!?\n,]{{0,50}} (?:in|of|at) (?:the )?\Z")


def is_of_a_firm(place: Place, text: str) -> bool:
    """Whether it only says where a firm or its owner is from, or where a record sold: "a Kenyan tea maker"."""
    return place.how in ("name", "demonym") and _firm().match(text, place.span.end) is not None


@cache
def _firm() -> re.Pattern[str]:
    return re.compile(rf" (?:[a-z-]{{2,20}} ){{0,2}}(?:{attributes()['firm']})\b")


@cache
def _seat() -> re.Pattern[str]:
    return re.compile(rf"-(?:{attributes()['seat']})\b")


@cache
def _units() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """Currencies, those that are other words too, and the words of amounts."""
    words = attributes()
    sure, doubtful = (re.compile(rf"[ -](?i:{words[kind]})\b") for kind in ("currency", "verbs"))
    return sure, doubtful, frozenset(words["amount"].split("|"))


@cache
def _named_for() -> re.Pattern[str]:
    """What is named after a town and not there: "Venice Commission", "Berlin House"."""
    return re.compile(rf" (?:{attributes()['named_for']})\b")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may follow and what may stand before; every repetition is bounded."""
    words = {kind: "|".join(map(re.escape, found.split("|"))) for kind, found in attributes().items()}
    after = (
        rf"-(?:{words['seat']})\b"
        rf"| (?:[A-Z][\w.&'’-]{{0,20}} ){{0,3}}(?:{words['company']})\b"
    )
    return re.compile(after), re.compile(rf"\b(?i:{words['before']}) \Z")


@cache
def attributes() -> dict[str, str]:
    """The words of the tables of attributes of all languages, by what they tell of a place."""
    found: dict[str, str] = {}
    for path in sorted(DATA.glob("*/attributes.tsv")):
        for kind, words in rows(path.relative_to(DATA).as_posix()):
            found[kind] = f"{found[kind]}|{words}" if kind in found else words
    return found
