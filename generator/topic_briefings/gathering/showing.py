"""Does a sentence show a reader that it speaks of a country?

A country is tagged by much that a reader would not call its name: a suburb, a committee, a president. And a
sentence may name it for the sake of something else: a person born there, the fifth of a list. Weak words and bounds
were set by reading the pages of some eighty countries.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from topic_briefings.models import CountryMention, CountryTag, Part, Report, Role, Span

SHARE = 0.6
"""The weight, against that of the article's first country, from which the article may open a country's page."""
_LISTED, _PASSED = 2, 1
"""More other countries in a sentence make it a list; one in an article about neither is sooner one."""
_SHOWN = frozenset(["name", "demonym", "capital", "metonym"])
"""The kinds of mention that readers everywhere know for the country."""
_CAPITALS = frozenset(["capital", "metonym"])
_WEAK_BEFORE = re.compile(
    r"(?:\b(?:pro|anti|non|ex)-|\b(?:born|raised|educated|lives|living|retired|vacationing|served) in|"
    r"\b(?:envoy|ambassador|trip|visit|flight|exports|imports|immigrant|native|moved|moving) (?:to|from|of)|"
    r"\b(?:president|citizens?) of(?: the)?) ?$",
    re.IGNORECASE,
)
_ORIGIN_BEFORE = re.compile(r"(?:\bfrom |, (?:an?|the) (?:[a-z]+ )?)$")
_ORIGIN_AFTER = re.compile("-(?:born|based|raised|bound)")
"""What says where somebody comes from: "an adoptee from Korea", "Jim Ghali, 39, a Lebanese man"."""
_UNNAMED_AFTER = re.compile(
    r" (?:province|city|town|region|island|capital|village|state|district|port)\b(?! of\b|,? [A-Z])"
)
"""What "the" before the name of a people leaves to another sentence: "the Canadian province", which?"""
_STAGE_AFTER = re.compile(
    r" (?:[a-z]+ )?(?:summits?|talks|conferences?|meetings?|negotiations|agreements?|accords?|deals?|protocol)\b"
)
"""What a capital is only the stage of: "the Copenhagen climate summit"."""
_HOME_OF_AFTER = re.compile(r" (?:[A-Z][a-z]+s|Post|Times|Herald|Tribune|Star|Journal|Observer|Examiner)\b")
"""What only has its home in a capital: a team, a paper."""
_REACH = 24
"""Characters before a mention that can weaken it."""
_JOINED = frozenset("-–")
"""What makes a name of two peoples, as of a person of both: "a Lebanese-Nigerian developer"."""


def shows(report: Report, mention: CountryMention) -> bool:
    """Whether a reader who knows the country's name alone sees that ``mention`` is of it."""
    if mention.how not in _SHOWN:
        return False
    text, span = report.article.part(mention.part), mention.span
    if mention.how in _CAPITALS and (_STAGE_AFTER.match(text, span.end) or _HOME_OF_AFTER.match(text, span.end)):
        return False
    return mention.how != "demonym" or _JOINED.isdisjoint(text[max(0, span.start - 1) : span.end + 1])


def is_weak(body: str, sentence: Span, mention: Span) -> bool:
    """Whether ``mention`` says little of the country itself: "pro-", "born in", "ambassador to"."""
    return _WEAK_BEFORE.search(body[max(sentence.start, mention.start - _REACH) : mention.start]) is not None


def is_early(sentence: Span, mention: Span) -> bool:
    """Whether it stands in the first half of the sentence, where sentences say what they are about."""
    return mention.start - sentence.start < (sentence.end - sentence.start) / 2


def shown(report: Report, key: str, part: Part) -> list[Span]:
    """The mentions that show it, of a country; of a topic every word that speaks for it."""
    return [
        mention.span
        for tag in report.analysis.tags(key)
        for mention in tag.mentions
        if mention.part is part and (not isinstance(mention, CountryMention) or shows(report, mention))
    ]


def tells(report: Report, key: str, sentence: Span, mention: Span) -> bool:
    """Whether the sentence says something of the country that ``mention`` names in it; of a topic, always.

    In its first half, by no weak word, and not as one of a list.
    """
    if not any(tag.code == key for tag in report.analysis.countries):
        return True
    body = report.article.body
    if body.endswith("the ", 0, mention.start) and _UNNAMED_AFTER.match(body, mention.end):
        return False
    early = is_early(sentence, mention) and not is_weak(body, sentence, mention)
    return early and _others_in(report, key, sentence) <= _LISTED


def is_origin(body: str, sentence: Span, mention: Span) -> bool:
    """Whether ``mention`` only says where somebody or something comes from: ", the Tarnish actor", "from Tarn"."""
    before = body[max(sentence.start, mention.start - _REACH) : mention.start]
    return _ORIGIN_BEFORE.search(before) is not None or _ORIGIN_AFTER.match(body, mention.end) is not None


def tells_in_passing(report: Report, key: str, sentence: Span, mention: Span) -> bool:
    """Whether it does so although the article is about another country: nor of somebody who only comes from it."""
    if is_origin(report.article.body, sentence, mention):
        return False
    return tells(report, key, sentence, mention) and _others_in(report, key, sentence) <= _PASSED


def _others_in(report: Report, key: str, sentence: Span) -> int:
    """How many other countries the sentence names."""
    places = _PLACES.of(report.analysis.countries)
    return sum(_any_in(sentence, spans) for code, spans in places.items() if code != key)


def _any_in(sentence: Span, spans: list[Span]) -> bool:
    for at in range(bisect_left(spans, Span(sentence.start, 0)), len(spans)):
        if spans[at].start >= sentence.end:
            return False
        if spans[at].end <= sentence.end:
            return True
    return False


class _Places:
    """Where the body of the article that was asked for last names each country, in order."""

    def __init__(self) -> None:
        self._last: tuple[tuple[CountryTag, ...], dict[str, list[Span]]] = ((), {})

    def of(self, countries: tuple[CountryTag, ...]) -> dict[str, list[Span]]:
        last, places = self._last
        if last is not countries:
            places = {
                tag.code: sorted(mention.span for mention in tag.mentions if mention.part is Part.BODY)
                for tag in countries
            }
            self._last = countries, places
        return places


_PLACES = _Places()


def is_alone(report: Report, key: str) -> bool:
    """Whether the report is about no other country; of a topic, always."""
    about = {tag.code for tag in report.analysis.countries if tag.role is Role.FOCUS}
    return key not in about or len(about) == 1


def leads(report: Report, key: str) -> bool:
    """Whether the article is about a country nearly as much as about its first one; of a topic, always."""
    weights = {tag.code: _weight(tag.salience) for tag in report.analysis.countries}
    return key not in weights or weights[key] >= SHARE * max(weights.values())


def _weight(salience: float) -> float:
    """The weight that ``where/weighing.py`` has made the salience of."""
    return salience / max(1e-6, 1.0 - salience)
