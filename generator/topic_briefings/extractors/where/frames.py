"""The words right beside a name: do they say that it is a place, or part of a longer name?"""

from __future__ import annotations

import re
from functools import cache

from topic_briefings.extractors.where.matching import LONGEST, Hit
from topic_briefings.knowledge.places import place_frames
from topic_briefings.knowledge.senses import CIVIC, NATIONAL, NOWHERE
from topic_briefings.knowledge.towns import towns
from topic_briefings.languages.en.lexicon import parts
from topic_briefings.languages.names import given_name
from topic_briefings.models import Part, Span
from topic_briefings.text.datelines import dateline_end

_PREPOSITIONS = frozenset(
    [
        *(
            "in",
            "from",
            "to",
            "near",
            "at",
            "into",
            "across",
            "throughout",
            "outside",
            "around",
            "between",
            "via",
            "of",
        ),
        *("aus", "nach", "von", "bei", "bis", "durch", "nahe", "zwischen"),
    ]
)
_INSIDE = frozenset(["in", "near", "at", "from", "outside", "around", "across", "throughout", "into"])
_BEHIND = ("in", "near", "nahe")
_OPENING = 120
"""Code points of a text that may hold its dateline."""
_KINDS = ("city of ", "town of ", "village of ", "port of ", "state of ", "province of ", "region of ", "district of ")
_JOINED = re.compile(r"-(?!BASED|AREA|BORN)[A-Z]")
_JOINED_TO = re.compile(r"[a-z]-\Z")
_DOUBLE = re.compile(r"\b[A-Z][a-z]+ ([A-Z][a-z]{2,})-\Z")
_BEFORE_A_DASH = frozenset(["anti", "non", "post", "pre", "pro", "mid", "greater", "inter", "trans", "former", "upper"])
_GOES_ON = re.compile(r" [A-Z][a-z]")
_SAINTS_OWN = re.compile(r" [A-Z][a-z]|['’]s(?: Press\b|[,.;:)]|\Z)")
"""What follows the saint of a school or a house: "St. Martin's, 306 pages"."""
_TITLE = re.compile(r"[,.;!?]?[\"”](?! (?:he|she|said|says|they)\b)")
SAINTS = ("St. ", "Saint ")
"""How the names of towns and schools begin that are a saint's."""
_THING = re.compile(r"[,.;:)]|['’]s? |\Z| (?:and|or|in|on|at|for|from|has|had|is|was|will)\b")
"""What follows an hotel, a ship or a team: "the Berkeley, Claridge's"; no town has an article."""
_OF_ANOTHER = re.compile(r" (?:del?|de la|de los|do|da|dos) [A-Z]")
"""What makes a city's name the beginning of another's: "San Lorenzo del Escorial"."""
_EPITHET = re.compile(r" the [a-z]")
_SOME_ONE = frozenset(("a", "an", "the", "one", "another", "young", "old"))
_ALIAS = (", known as ", " aka ", " a.k.a. ")
_NAMED = re.compile(r"(\w+) \w+ \Z")
_OWNS = re.compile(r"['’]s [a-z]")
_LOCATED = re.compile(r"-(?:based|area|born)\b|, [A-Z]")


def stands_alone(hit: Hit, text: str) -> bool:
    """Whether the words around a hit let it be a place: no street, no dish, and where it is weak, a sign.

    Signs are a preposition ("in Nelson"), a seat ("Nelson-based"), a state after it ("Nelson, British Columbia").
    """
    how = hit.entry.senses[0].how
    if how in (CIVIC, NATIONAL) or hit.entry.senses[0].code == NOWHERE:
        return True
    if _begins_more(hit, text) or is_in_a_masthead(hit.span, text) or _is_a_pet_name(hit, text):
        return False
    if how != "demonym" and _is_a_sea(hit, text):
        return False
    if how in ("city", "region") and (_is_joined(hit, text) or _is_a_title(hit, text)):
        return False
    if (how == "city" and _OF_ANOTHER.match(text, hit.span.end)) or (how == "demonym" and _is_somebody(hit, text)):
        return False
    if how == "city" and hit.before == "the" and _THING.match(text, hit.span.end):
        return False
    if hit.entry.exact and how == "area" and hit.before.isdigit():
        return False
    if hit.entry.word:
        return hit.part is not Part.HEADLINE and is_inside(hit, text)
    return not hit.entry.weak or hit.part is Part.DATELINE or _is_located(hit, text)


def _is_somebody(hit: Hit, text: str) -> bool:
    """Whether one of a people is a given name before what its bearer is: "Finn the fish", but not "a Finn the"."""
    if not _EPITHET.match(text, hit.span.end) or hit.before.lower() in _SOME_ONE:
        return False
    return given_name(hit.printed) is not None


def _is_joined(hit: Hit, text: str) -> bool:
    """Whether a town or state is half of a double name: "Moss-Kent College", "Bruno Etcheverry-Lagos"."""
    if hit.part is Part.DATELINE:
        return False
    if hit.entry.senses[0].how == "city" and _JOINED.match(text, hit.span.end):
        return True
    start = hit.span.start
    if text[start - 1 : start] != "-":
        return False
    if _JOINED_TO.search(text, max(0, start - 2), start) and _GOES_ON.match(text, hit.span.end):
        return True
    double = _DOUBLE.search(text, max(0, start - LONGEST), start)
    return double is not None and double[1].lower() not in towns() and double[1].lower() not in _BEFORE_A_DASH


def _is_a_title(hit: Hit, text: str) -> bool:
    """Whether a town or state stands between marks as a show or a book does, and is no answer: "Chicago," he said."""
    return text[hit.span.start - 1 : hit.span.start] in ('"', "“") and bool(_TITLE.match(text, hit.span.end))


def _begins_more(hit: Hit, text: str) -> bool:
    """Whether the words beside a hit make it part of a longer name, or of what is called after it."""
    if text[hit.span.end + 1 : hit.span.end + 2].isupper() and _street().match(text, hit.span.end):
        return True
    if hit.entry.senses[0].how == "demonym":
        return _custom().match(text, hit.span.end) is not None
    if hit.printed.startswith(SAINTS) and _SAINTS_OWN.match(text, hit.span.end) and hit.part is not Part.HEADLINE:
        return True
    if _is_a_brand(hit, text) or _eatery().match(text, hit.span.end):
        return True
    return hit.before in _prefixes() or _zeitung().match(text, hit.span.end) is not None or _is_eaten(hit, text)


def is_inside(hit: Hit, text: str) -> bool:
    """Whether a name that is a word too can only be a place: in a dateline, or right behind a small "in".

    Not where a capital or a number follows: "in Split Second", "in Halle 3".
    """
    if hit.part is Part.DATELINE:
        return True
    if hit.part is Part.BODY and hit.span.end <= _OPENING and hit.span.end <= dateline_end(text, 0, len(text)):
        return True
    following = text[hit.span.end + 1 : hit.span.end + 2] if text[hit.span.end : hit.span.end + 1] in " -" else ""
    return hit.before in _BEHIND and not (following.isupper() or following.isdigit())


def _is_located(hit: Hit, text: str) -> bool:
    """Whether the words around a hit say that it is a place, and no surname follows it."""
    if _LOCATED.match(text, hit.span.end):
        return True
    if text[hit.span.end + 1 : hit.span.end + 2].isupper() and text[hit.span.end] == " ":
        return False
    return hit.before.lower() in _INSIDE or text.endswith(_KINDS, 0, hit.span.start)


def is_in_a_masthead(span: Span, text: str) -> bool:
    """Whether a newspaper is named after the place: "the Jerusalem Post", "the Times of Malta"."""
    return text.endswith(_paper_of(), 0, span.start) or _masthead().match(text, span.end) is not None


def _is_a_sea(hit: Hit, text: str) -> bool:
    """Whether the name is that of a sea before its coast: "the Gulf of Alaska"."""
    before = text[max(0, hit.span.start - LONGEST) : hit.span.start].rstrip()
    return hit.before in ("of", "OF") and before.lower().endswith(place_frames()["sea"])


def _is_a_brand(hit: Hit, text: str) -> bool:
    """Whether a country's name that is a word too stands within a firm's: "Marsh's Turkey Service"."""
    if (
        not hit.before[:1].isupper()
        or not hit.before[-1:].isalnum()
        or is_preposition(hit.before)
        or hit.part is Part.HEADLINE
    ):
        return False
    word = hit.entry.senses[0].how == "name" and hit.printed.istitle() and parts(hit.printed.lower())
    return bool(word) and _GOES_ON.match(text, hit.span.end) is not None


def _is_a_pet_name(hit: Hit, text: str) -> bool:
    """Whether the name is given to somebody: "a guinea pig called Chad", but not "a country called Chad"."""
    if text.endswith(_ALIAS, 0, hit.span.start):
        return True
    if hit.before not in place_frames()["christened"]:
        return False
    named = _NAMED.search(text, max(0, hit.span.start - len(hit.before) - 26), hit.span.start)
    return named is not None and named[1] not in place_frames()["named_place"]


def _is_eaten(hit: Hit, text: str) -> bool:
    """Whether a dish stands behind an article and before no noun: "ein Hamburger", but not "ein Hamburger Gericht"."""
    following = text[hit.span.end + 1 : hit.span.end + 2] if text[hit.span.end : hit.span.end + 1] == " " else ""
    return hit.printed in place_frames()["dish"] and hit.before.lower() in _SOME and not following.isupper()


_SOME = frozenset(["ein", "einen", "einem", "zwei", "drei", "vier", "paar"])


def opens(hit: Hit) -> bool:
    """Whether a hit may be a sentence's first word, so that its capital says nothing."""
    return not hit.before or hit.before[-1] in '.!?:;"”'


def is_preposition(word: str) -> bool:
    """Whether ``word`` is a preposition of place."""
    return word.lower() in _PREPOSITIONS


def is_an_owner(span: Span, text: str) -> bool:
    """Whether something of a person's or a place's follows: "in Bolton's view"."""
    return _OWNS.match(text, span.end) is not None


@cache
def _masthead() -> re.Pattern[str]:
    """What follows the place that a newspaper is named after: "Jerusalem Post", "Lima Morning Star"."""
    first, papers = place_frames()["issue"], place_frames()["paper"]
    return re.compile(rf" (?:(?:{'|'.join(first)}) ){{0,2}}(?:{'|'.join(papers)})(?![\w-])")


@cache
def _paper_of() -> tuple[str, ...]:
    return tuple(f" {paper} of " for paper in (*place_frames()["paper"], "Voice"))


@cache
def _street() -> re.Pattern[str]:
    return _behind("street")


@cache
def _custom() -> re.Pattern[str]:
    words = _behind("custom", "style")
    return re.compile(rf"(?: (?:and|&) [A-Z][a-z]+)?{words.pattern}")


@cache
def _eatery() -> re.Pattern[str]:
    """What is called after a town, with a cook's nation between: "Yokohama Japanese Restaurant"."""
    return re.compile(rf" (?:[A-Z][a-z]+ )?(?:{'|'.join(place_frames()['eatery'])})(?!\w)")


@cache
def _zeitung() -> re.Pattern[str]:
    return _behind("zeitung")


def _behind(*kinds: str) -> re.Pattern[str]:
    """The words of ``kinds`` right behind a name."""
    words = (re.escape(word) for kind in kinds for word in place_frames()[kind])
    return re.compile(f" (?:{'|'.join(words)})(?!\\w)")


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(place_frames()["prefix"])
