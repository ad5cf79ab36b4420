"""Which countries is the article about, and which does it only name?

The steps, a file each under ``where``: matching finds the words; frames reads the words beside them; persons tells
those of people; disambiguation settles what each stands for; passing drops units of sums; origins tells whence
somebody is; local places a story by its small towns; history files places under the state of the day; dateline reads
where the article was written; weighing makes salience and role.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from topic_briefings.extractors.where import dateline, disambiguation, history, local, matching, weighing
from topic_briefings.extractors.where.disambiguation import Place
from topic_briefings.extractors.where.passing import (
    is_a_union,
    is_half_of_another,
    is_of_a_language,
    is_of_descent,
    is_of_old,
    is_somebodys,
    is_unit,
)
from topic_briefings.extractors.where.weighing import LONGEST_OPENING
from topic_briefings.extractors.where.writer import biography
from topic_briefings.knowledge import Knowledge
from topic_briefings.knowledge.gazetteer import gazetteer
from topic_briefings.models import CountryTag, Part
from topic_briefings.text.document import Document

NO_PLACES = (is_unit, is_of_a_language, is_half_of_another, is_of_old)
"""The ways in which a country's name is part of what names none."""


def extract(document: Document, knowledge: Knowledge) -> Iterator[CountryTag]:
    """Yield each country once, most salient first, with all the words that stand for it."""
    words = gazetteer(document.language.code)
    texts = {part: document.article.part(part) for part in Part}
    hits = [hit for part, text in texts.items() if text for hit in matching.find(text, part, words)]
    settled = ((place, texts[place.part]) for place in disambiguation.settle(hits, texts))
    places = [found[0] for found in settled if not any(is_other(*found) for is_other in NO_PLACES)]
    places = _without_the_writers(places, texts[Part.BODY])
    if words.local:
        places += local.home(hits, places, texts)
    places = history.of_one_federation(_told_of(places, texts), texts)
    places = history.as_called_then(places, document.article.published, texts)
    yield from weighing.weigh(dateline.marked(places, texts[Part.BODY]), document.article, local.in_public(hits))


def _without_the_writers(places: list[Place], body: str) -> list[Place]:
    """``places`` less those of the lines about the writer with which the text ends, unless it names no other."""
    end = biography(body)
    return [place for place in places if place.part is not Part.BODY or place.span.start < end] or places


def _told_of(places: list[Place], texts: Mapping[Part, str]) -> list[Place]:
    """``places`` less the countries of which the text, naming others, only once says that somebody is from there.

    A text that names no other and says once of what descent somebody is, is about no country.

    So is Belgium left out where "Brussels" is the seat of the Union that the text names, and the country of which only
    firms are named, or further down and once its leader.
    """
    named = Counter(place.code for place in places)
    if len(places) == 1 and places[0].part is Part.BODY and is_of_descent(places[0], texts[Part.BODY]):
        return []
    if len(named) < 2:
        return places
    own = {place.code for place in places if place.how != "firm" and not is_a_union(place, texts)}
    if not own:
        return places
    return [
        place
        for place in places
        if place.code in own
        and (
            named[place.code] > 1
            or place.part is not Part.BODY
            or place.span.start < LONGEST_OPENING
            or not (place.how == "leader" or is_somebodys(place, texts[Part.BODY]))
        )
    ]
