"""Weigh the places of an article: salience, and whether the article is about a country or only names it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import pairwise

from topic_briefings.extractors.where.disambiguation import Place
from topic_briefings.extractors.where.origins import is_one_persons, is_whence
from topic_briefings.extractors.where.passing import (
    is_a_source,
    is_attribute,
    is_named_after,
    is_of_a_firm,
    is_of_papers,
    is_seat,
    is_somebodys,
)
from topic_briefings.knowledge.places import historic_states
from topic_briefings.models import Article, CountryMention, CountryTag, Part, Role

HOW = {
    "name": 1.0,
    "demonym": 0.7,
    "capital": 0.7,
    "metonym": 0.7,
    "institution": 0.5,
    "firm": 0.5,
    "leader": 0.5,
    "city": 0.5,
    "region": 0.5,
    "area": 0.5,
    "dateline": 1.0,
}
"""What one mention is worth by how it was named."""
ATTRIBUTE = 0.3
"""What is left of it where the mention is an attribute of something else."""
HEADLINE, OPENING = 4.0, 2.0
"""How much more a mention counts in the headline and in the first paragraph."""
LONGEST_OPENING = 500
"""An opening of more code points than this is cut: some texts come as one paragraph."""
FADING = 0.3
"""How much less a mention counts at the very end, where background and page furniture stand."""
FOCUS = 0.4
"""The share of the first one's weight from which a country that the headline names is in focus."""
ACTING = 0.2
"""The same of one whose party or leader the headline names: "Democrats"."""
MOST_FOCUS = 3
OFTEN = 3
"""So many mentions further down make an article one about a country that its head does not name; one more make one
about a country that has less than ``MOSTLY`` of all weight."""
MOSTLY, UPPER = 0.5, 0.7
"""The share of all weight with which a country that is named less often may be meant, and in how large a part of the
body: of such countries read by hand four in five were right, of others one in four."""
BESIDE = 14
"""Mentions of a country with fewer code points between them are one: "Russian President Vladimir Putin"."""
NEAR, NEAREST, VERY_OFTEN, MOST_OFTEN = 0.6, 0.95, 5, 12
"""The share of the first one's weight that any other country in focus has, at least; the share from which it is so like
the first that both are; how often it is named where it has less and no head names it; and how often with less than
``NEAR``."""
FILED = 2.4
"""The weight from which wire copy is filed under a country: one headline naming it, or an opening and one more."""


def weigh(places: list[Place], article: Article, acting: Container[str] = ()) -> Iterator[CountryTag]:
    """A tag for each country, most salient first; of the ``acting`` ones the headline names a party or a leader."""
    if not places:
        return
    grouped: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        grouped[place.code].append(place)
    opening = _opening(article.body)
    weights = {code: sum(_worth(place, opening, article) for place in found) for code, found in grouped.items()}
    if _off_the_wire(article):
        weights = _filed(weights, grouped)
    top = max(weights.values())
    ranked = sorted(weights, key=lambda code: (-weights[code], code))
    mostly = MOSTLY * sum(weights.values())
    often = {code: OFTEN + (weights[code] < mostly and code not in acting) for code in ranked}
    first = [
        code
        for code in ranked[:MOST_FOCUS]
        if code == ranked[0]
        or _stands_beside(weights[code] / top, grouped[code], opening, article)
        or (code in acting and weights[code] >= ACTING * top)
    ]
    if len(weights) > 1:
        focus = _in_focus(first, grouped, opening, article, often) or next(
            ({code} for code in ranked if _concerns(grouped[code], opening, article, often[code])), set()
        )
    else:
        focus = _alone(first, grouped, opening, article)
    for code in ranked:
        yield CountryTag(
            code=code,
            salience=weights[code] / (weights[code] + 1.0),
            role=Role.FOCUS if code in focus else Role.MENTIONED,
            mentions=tuple(CountryMention(span=p.span, part=p.part, how=p.how) for p in grouped[code]),
        )


def _alone(first: list[str], grouped: dict[str, list[Place]], opening: int, article: Article) -> set[str]:
    """The only country of an article, unless only a committee, a seat, somebody or a firm is said to be from there."""
    texts = [(place, article.part(place.part)) for code in first for place in grouped[code]]
    once = _times([place for place, _ in texts], article) == 1  # "the University of Maine, Bangor"
    if once and not _is_at_the_head(texts[0][0], opening) and _is_beside_the_point(*texts[0], article):
        return set()
    beside = (is_named_after, is_seat, is_of_papers, is_whence)
    return set() if all(any(test(*told) for test in beside) for told in texts) else set(first)


def _is_beside_the_point(place: Place, text: str, article: Article) -> bool:
    return is_a_source(place, text) or is_somebodys(place, text) or not _own([place], article)


def _in_focus(
    first: list[str], grouped: dict[str, list[Place]], opening: int, article: Article, often: dict[str, int]
) -> set[str]:
    """Those of the ``first`` countries that an article is about: at its head or as ``often`` as it takes.

    Failing that the one of most weight, if it is named twice and not only near the end.
    """
    found = {code for code in first if _concerns(grouped[code], opening, article, often[code])}
    twice = {code for code in first if _concerns(grouped[code], opening, article, 2)}
    if found or len(twice) != 1:
        return found
    upper = UPPER * len(article.body)
    return {code for code in twice if often[code] == OFTEN and grouped[code][0].span.start < upper}


def _concerns(places: list[Place], opening: int, article: Article, least: int) -> bool:
    """Whether an article that names other countries too may be about one that it names so.

    At its head, or ``least`` times; what names a company, a committee or a house counts for nothing here.
    """
    own = _own(places, article)
    return _times(own, article) >= least or any(_is_at_the_head(place, opening) for place in own)


def _own(places: list[Place], article: Article) -> list[Place]:
    """Those of ``places`` that name no company, committee or house, and not somebody's or a firm's country alone."""
    texts = ((place, article.part(place.part)) for place in places)
    return [told[0] for told in texts if not (_is_in_passing(*told) or is_of_a_firm(*told))]


@lru_cache(maxsize=256)
def _is_in_passing(place: Place, text: str) -> bool:
    """Whether it only tells more of something or somebody; each place is asked about several times."""
    return is_attribute(place, text) or is_one_persons(place, text)


def _times(places: list[Place], article: Article) -> int:
    """How often ``places`` of one country name it, those right behind each other once: "Lagos, Nigeria"."""
    return len(places) - sum(_is_beside(last, place, article) for last, place in pairwise(places))


def _is_beside(last: Place, place: Place, article: Article) -> bool:
    between = article.part(place.part)[last.span.end : place.span.start]
    return last.part is place.part and len(between) <= BESIDE and _PARTED.isdisjoint(between)


_PARTED = frozenset('.!?"“”„\n')


def _is_at_the_head(place: Place, opening: int) -> bool:
    return place.part is not Part.BODY or place.how == "dateline" or place.span.start < opening


def _stands_beside(near: float, places: list[Place], opening: int, article: Article) -> bool:
    """Whether a country, ``near`` the first one's weight (0 to 1), is in focus too: at the head, or named often.

    Of such countries editors found three in four right, of others one in four.
    """
    if near >= NEAREST or near < FOCUS:
        return near >= NEAREST
    own = _own(places, article)
    if near < NEAR:
        often = _times(own, article)
        headed = [place.how for place in own if place.part is Part.HEADLINE]
        return "name" in headed or often >= MOST_OFTEN or (bool(headed) and often >= VERY_OFTEN)
    if places[0].code in historic_states():  # mostly somebody's past
        return any(place.part is Part.HEADLINE for place in own)
    if _times(own, article) >= VERY_OFTEN or any(place.part is Part.HEADLINE for place in own):
        return True
    opens = [place for place in own if _is_at_the_head(place, opening)]
    return bool(opens) and (len(own) > 1 or opens[0].how == "name")


def _off_the_wire(article: Article) -> bool:
    """Whether the article came as agencies sent their copy over the wire: the dateline apart, the headline in capitals.

    A reader's own records may give a dateline too. Their headlines are written as papers print them, and every
    country that such an article names is kept.
    """
    capitals, small = (sum(map(test, article.headline)) for test in (str.isupper, str.islower))
    return bool(article.dateline) and capitals > small


def _filed(weights: dict[str, float], grouped: dict[str, list[Place]]) -> dict[str, float]:
    """The countries that wire copy is filed under, as an agency's editors code it.

    They code the dateline's country and those that the story concerns, and leave out what it names in passing: on
    14,668 wire stories a country named once outside headline and opening was coded one time in ten. Copy that
    concerns no country so is filed under the one it names most. Elsewhere every country named is kept.
    """
    filed = {
        code: weight
        for code, weight in weights.items()
        if weight >= FILED or any(place.how == "dateline" for place in grouped[code])
    }
    if filed:
        return filed
    best = max(weights, key=lambda code: (weights[code], code))
    return {best: weights[best]}


def _opening(body: str) -> int:
    """Where the first paragraph ends, or is long enough."""
    end = body.find("\n", 0, LONGEST_OPENING)
    return min(len(body), LONGEST_OPENING) if end < 0 else end


def _worth(place: Place, opening: int, article: Article) -> float:
    worth = HOW[place.how]
    if _is_in_passing(place, article.part(place.part)):
        worth *= ATTRIBUTE
    if place.part is Part.HEADLINE:
        return worth * HEADLINE
    if place.part is not Part.BODY:
        return worth
    if place.span.start < opening:
        return worth * OPENING
    return worth * (1.0 - FADING * place.span.start / len(article.body))
