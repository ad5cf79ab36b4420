"""What is central to a story: the report and, a day, the opening sentence nearest to what all its reports say.

The lead nearest to the centre tells what happened better than the earliest one does. (Centroid summaries: Radev and
others, "Centroid-based summarization of multiple documents", 2004.)
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from topic_briefings.gathering.stories.nearness import DIGITS
from topic_briefings.gathering.stories.vectors import Vector
from topic_briefings.models import Opening, Report, Span, StoryDay

SHORTEST = 8
LONGEST = 45
"""Words of a sentence that can stand alone."""
MARKS = frozenset('"“”„«»?')
"""What a quotation or a question carries."""

_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+")


def centre(vectors: Iterable[Vector]) -> Vector:
    """The sum of ``vectors``, made 1 long; empty when all are."""
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for word, value in vector.items():
            total[word] += value
    length = math.sqrt(sum(value * value for value in total.values()))
    return {word: value / length for word, value in total.items()} if length else {}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of length 1, rounded."""
    if len(other) < len(one):
        one, other = other, one
    return round(sum(value * other.get(word, 0.0) for word, value in one.items()), DIGITS)


def days(reports: Sequence[Report], middle: Vector) -> tuple[StoryDay, ...]:
    """The days of a story with these ``reports``, the most central first, around ``middle``."""
    by_day: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_day[str(report.article.published or "undated")].append(report)
    return tuple(_day(by_day[key], middle) for key in sorted(by_day))


def _day(reports: Sequence[Report], middle: Vector) -> StoryDay:
    found = [Opening(report=report, span=span) for report in reports if (span := _opening(report))]
    best = max(found, key=lambda opening: _rank(opening, middle), default=Opening(report=reports[0], span=None))
    return StoryDay(
        date=reports[0].article.published,
        opening=best,
        report_ids=tuple(report.article.id for report in reports),
    )


def _rank(opening: Opening, middle: Vector) -> tuple[float, str]:
    article = opening.report.article
    return (_nearness(opening.span.of(article.body), middle) if opening.span else 0.0, article.id)


def _opening(report: Report) -> Span | None:
    """The first sentence of the point, if it can stand alone; None where it is not sure which that is."""
    first = next((point.span for point in report.analysis.gist), None)
    text = first.of(report.article.body) if first else ""
    alone = SHORTEST <= len(text.split()) <= LONGEST and not MARKS & set(text)
    return first if alone else None


def _nearness(sentence: str, middle: Vector) -> float:
    words = {word.lower() for word in _WORD.findall(sentence)}
    return round(sum(middle.get(word, 0.0) for word in sorted(words)) / math.sqrt(len(words) or 1), DIGITS)
