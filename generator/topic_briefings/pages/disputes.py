"""Who answers whom, as pages print it: the article's own sentence with its source, and what both sides said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from topic_briefings.models import Answer, Line, Report, Voice
from topic_briefings.pages.quoted import SpeakerView, cited, in_turn, undercited
from topic_briefings.pages.site import Link, Site

PAIRS, SENTENCES = 4, 3
"""Pairs at odds that a story shows, and sentences for each."""
LISTED = 12
"""Answers that the page of a voice lists either way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """A sentence in which one voice answers another, ready to print."""

    sentence: str
    link: Link
    """The article that it stands in, called by its outlet and date."""
    date: str
    """Where the link does not say it."""
    language: str
    """Only when it is not the site's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeView:
    """Two voices at odds."""

    answers: tuple[AnswerView, ...]
    """Oldest first."""
    sides: tuple[SpeakerView, ...]
    """The best quotation of each of them that has one, first of who answers."""


def answer_views(site: Site, answers: Iterable[Answer]) -> list[AnswerView]:
    """``answers`` in their order, the same sentence of an article once."""
    once = {(answer.article.id, answer.sentence): answer for answer in answers}
    return [
        AnswerView(
            sentence=answer.sentence.of(answer.article.body),
            link=cited(site, answer.article),
            date=undercited(site, answer.article),
            language="" if answer.article.language == site.words.language else answer.article.language,
        )
        for answer in once.values()
    ]


def disputes(site: Site, reports: Sequence[Report]) -> tuple[list[DisputeView], list[Line]]:
    """Who is at odds in the ``reports`` of a story, in order of appearance, and the quotations that are shown there.

    No quotation stands with two of them.
    """
    pairs: dict[frozenset[Voice], list[Answer]] = {}
    for report in reports:
        for answer in report.answers:
            if answer.stance.disputes:
                pairs.setdefault(frozenset((answer.by, answer.to)), []).append(answer)
    found: list[DisputeView] = []
    used: list[Line] = []
    for answers in list(pairs.values())[:PAIRS]:
        first = answers[0]
        best = (_best(reports, voice, first, used) for voice in (first.by, first.to))
        lines = [line for line in best if line]
        used.extend(lines)
        views = tuple(answer_views(site, answers)[:SENTENCES])
        found.append(DisputeView(answers=views, sides=in_turn(site, lines)))
    return found, used


def _best(reports: Iterable[Report], voice: Voice, answer: Answer, used: Sequence[Line]) -> Line | None:
    """The most telling quotation in marks of ``voice``, of the article that shows the ``answer`` where it has one."""
    taken = set(map(id, used))
    lines = [
        line
        for report in reports
        for line in report.lines
        if line.voice == voice and line.quotation.fragments and id(line) not in taken
    ]
    return max(lines, key=lambda line: (line.article.id == answer.article.id, line.quotation.salience), default=None)
