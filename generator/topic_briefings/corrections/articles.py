"""Corrections of articles themselves, before they are analysed: headline, date, and whether they stand at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from topic_briefings.corrections.desk import Desk
from topic_briefings.models import Article, Withdrawn
from topic_briefings.reading.draft import digest

_OF_ITS_DATE = frozenset(("undated", "weekday", "years"))
"""Codes of notices that a date by the editor answers."""


def corrected(articles: Sequence[Article], desk: Desk) -> tuple[list[Article], tuple[Withdrawn, ...]]:
    """The articles that stand, each with the headline and the date that a person gave it, and those taken back.

    What a reader sees of an article is in its digest, so a corrected one has another.
    """
    if not desk:
        return list(articles), ()
    desk.open(article.id for article in articles)
    standing, withdrawn = [], []
    for article in articles:
        if taken := _withdrawn(article, desk):
            withdrawn.append(taken)
        else:
            standing.append(_corrected(article, desk))
    return standing, tuple(sorted(withdrawn, key=lambda one: one.article.id))


def _withdrawn(article: Article, desk: Desk) -> Withdrawn | None:
    for correction in desk.about(article.id, "withdraw"):
        desk.claim(correction, ("withdraw", article.id))
        for other in desk.about(article.id, "speaker", "hide", "pin", "country", "topic", "keyword"):
            desk.miss(other, f"the article is withdrawn by line {correction.line}")
        return Withdrawn(article=_corrected(article, desk), reason=correction.value, date=correction.date)
    return None


def _corrected(article: Article, desk: Desk) -> Article:
    found = article
    for correction in desk.about(article.id, "headline", "published"):
        desk.claim(correction, (correction.kind, article.id))
        desk.mark(article.id, correction, correction.mark())
        if correction.kind == "headline":
            found = replace(found, headline=correction.value)
        else:
            notices = tuple(notice for notice in found.notices if notice.code not in _OF_ITS_DATE)
            found = replace(found, published=correction.day, notices=notices)
    return replace(found, digest=digest(found)) if found is not article else article
