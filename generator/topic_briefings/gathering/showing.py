"""Does a sentence show a reader that it speaks of a country?

A country is tagged by much that a reader would not call its name: a suburb, a committee, a president. And a
sentence may name it for the sake of something else: a person born there, the fifth of a list. Weak words and bounds
were set by reading the pages of some eighty countries.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from topic_briefings import languages
from topic_briefings.knowledge.towns import towns
from topic_briefings.languages.openings import Naming
from topic_briefings.models import CountryMention, CountryTag, Part, Report, Role, Span

SHARE = 0.6
"""The weight, against that of the article's first country, from which the article may open a country's page."""
_LISTED, _PASSED = 2, 1
"""More other countries in a sentence make it a list; one in an article about neither is sooner one."""
_SHOWN = frozenset(["name", "demonym", "capital", "metonym"])
"""The kinds of mention that readers everywhere know for the country."""
_NAME_BEFORE = re.compile(r"[a-z] ?[A-Z][a-z]+ $|^[A-Z][a-z]+ $")
_CAPITALS = frozenset(["capital", "metonym"])
_SPORT = "medtop:15000000"
"""Where a capital is a team: "the contest against Washington"."""
_TOWN = 5_000
"""People of a town that news may mean by a name that it shares with a country or a capital."""
_BESIDE = 200
"""Characters from a mention to another country's that is named along with it."""
_OFTEN = 3
"""Mentions of a country in an article whose sentences may come to its people at their end and be about it."""
_REACH = 24
"""Characters before a mention that can weaken it."""
_CLOSING = frozenset(",.;)")
"""What closes an address."""
_JOINED = frozenset("-–")
"""What makes a name of two peoples, as of a person of both: "a Lebanese-Nigerian developer"."""


def naming_of(report: Report) -> Naming:
    """What its language sets beside names of countries."""
    return languages.of(report.article.language).naming


def shows(report: Report, mention: CountryMention) -> bool:
    """Whether a reader who knows the country's name alone sees that ``mention`` is of it."""
    if mention.how not in _SHOWN:
        return False
    text, span, naming = report.article.part(mention.part), mention.span, naming_of(report)
    if span.of(text) in naming.parts:
        return False
    if mention.how == "name" and _is_called_so(text, span, naming):
        return False
    asides = [naming.on_a_map_after, naming.road, naming.firm_after]
    if mention.how in _CAPITALS:
        if _is_a_team(report, text, span):
            return False
        asides += [naming.stage_after, naming.home_of_after]
    if any(aside.match(text, span.end) for aside in asides):
        return False
    return mention.how != "demonym" or _JOINED.isdisjoint(text[max(0, span.start - 1) : span.end + 1])


def _is_called_so(text: str, span: Span, naming: Naming) -> bool:
    """Whether it is part of what is only called by it: "Tarn Chess Association"."""
    before = naming.called_before.search(text[max(0, span.start - _REACH) : span.start])
    return before is not None or naming.called_after.match(text, span.end) is not None


def _is_a_team(report: Report, text: str, span: Span) -> bool:
    """Whether a capital is a team of it, or a piece of a longer name: "Access Hollywood"."""
    before, naming = text[max(0, span.start - _REACH) : span.start], naming_of(report)
    if any(tag.broad == _SPORT for tag in report.analysis.topics):
        return naming.in_before.search(before) is None
    return _NAME_BEFORE.search(before) is not None


def _mentions(report: Report, key: str) -> list[CountryMention]:
    """Those of a country; none of a topic."""
    return [mention for tag in report.analysis.countries if tag.code == key for mention in tag.mentions]


def is_sure(report: Report, key: str) -> bool:
    """Whether more than the name of one city, or one address, puts the article there; of a topic, always.

    A city's name alone is enough where no town elsewhere bears it: London is in Ontario too.
    """
    named = _mentions(report, key)
    forms = {mention.span.of(report.article.part(mention.part)).casefold() for mention in named}
    if len(forms) != 1 or any(mention.how not in ("name", "capital", "city") for mention in named):
        return True
    if any(mention.how == "name" for mention in named):
        text, start = report.article.part(named[0].part), named[0].span.start
        return len(named) > 1 or not text.endswith(", ", 0, start)  # "400 Locust Street, Tarn"
    return all(code == key or people < _TOWN for code, people in towns().get(forms.pop(), ()))


def is_private(report: Report, key: str, part: Part, mention: Span) -> bool:
    """Whether it names one of its people who acts for nobody, in an article about another country, or beside one."""
    if naming_of(report).private_after.match(report.article.part(part), mention.end) is None:
        return False
    return any(
        tag.role is Role.FOCUS
        or any(m.part is part and abs(m.span.start - mention.start) < _BESIDE for m in tag.mentions)
        for tag in report.analysis.countries
        if tag.code != key
    )


def in_headline(report: Report, key: str) -> bool:
    """Whether the headline names it for its own sake; a topic by any of its words."""
    text, found = report.article.headline, shown(report, key, Part.HEADLINE)
    if not any(tag.code == key for tag in report.analysis.countries):
        return bool(found)
    whole, naming = Span(0, len(text)), naming_of(report)
    return is_sure(report, key) and not all(
        is_weak(text, whole, span, naming)
        or is_origin(text, whole, span, naming)
        or is_private(report, key, Part.HEADLINE, span)
        or (not is_early(whole, span) and naming.aside_after.match(text, span.end))
        for span in found
    )


def is_weak(body: str, sentence: Span, mention: Span, naming: Naming) -> bool:
    """Whether ``mention`` says little of the country itself: "pro-", "born in", "ambassador to"."""
    return naming.weak_before.search(_before(body, sentence, mention)) is not None


def _before(body: str, sentence: Span, mention: Span) -> str:
    """What stands right before ``mention`` in its sentence."""
    return body[max(sentence.start, mention.start - _REACH) : mention.start]


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


def named(report: Report, key: str, part: Part) -> list[Span]:
    """Those that name it to every reader: not its capital, of which much is told that is not about the country."""
    capitals = {m.span for m in _mentions(report, key) if m.part is part and m.how in _CAPITALS}
    return [span for span in shown(report, key, part) if span not in capitals]


def tells(report: Report, key: str, sentence: Span, mention: Span) -> bool:
    """Whether the sentence says something of the country that ``mention`` names in it; of a topic, always.

    In its first half, by no weak word, not as one of a list, and not where a place is that the sentence names.
    """
    if not any(tag.code == key for tag in report.analysis.countries):
        return True
    body, naming = report.article.body, naming_of(report)
    if body.endswith("the ", 0, mention.start) and naming.unnamed_after.match(body, mention.end):
        return False
    if body[mention.end : mention.end + 1] in _CLOSING and naming.address_before.search(
        _before(body, sentence, mention)
    ):
        return False
    early = is_early(sentence, mention) and not is_weak(body, sentence, mention, naming)
    return early and _others_in(report, key, sentence) <= _LISTED


def is_origin(body: str, sentence: Span, mention: Span, naming: Naming) -> bool:
    """Whether ``mention`` only says where somebody or something comes from: ", the Tarnish actor", "from Tarn"."""
    before = _before(body, sentence, mention)
    return naming.origin_before.search(before) is not None or naming.origin_after.match(body, mention.end) is not None


def tells_in_passing(report: Report, key: str, sentence: Span, mention: Span) -> bool:
    """Whether it does so although the article is about another country: nor of somebody who only comes from it."""
    if is_origin(report.article.body, sentence, mention, naming_of(report)):
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


def tells_alone(report: Report, key: str, sentence: Span, mention: Span) -> bool:
    """Whether the sentence tells of the country that ``mention`` names in it, though the headline does not name it.

    Of an article about it alone any does but one that comes to its people at its end, "said a Tarnish envoy", and does
    not name it often.
    """
    if not is_alone(report, key):
        return tells(report, key, sentence, mention)
    mentions = _mentions(report, key)
    people = any(m.span == mention and m.part is Part.BODY and m.how == "demonym" for m in mentions)
    return not people or len(mentions) >= _OFTEN or is_early(sentence, mention)


def leads(report: Report, key: str) -> bool:
    """Whether the article is about a country nearly as much as about its first one; of a topic, always."""
    weights = {tag.code: _weight(tag.salience) for tag in report.analysis.countries}
    return key not in weights or weights[key] >= SHARE * max(weights.values())


def _weight(salience: float) -> float:
    """The weight that ``where/weighing.py`` has made the salience of."""
    return salience / max(1e-6, 1.0 - salience)
