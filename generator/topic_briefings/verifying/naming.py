"""What pages and feeds may call an article."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from topic_briefings.models import Article
from topic_briefings.pages.words import Words
from topic_briefings.verifying.problems import folded

_MANY = 4096
"""So many articles are named without writing their dates anew."""


@lru_cache(maxsize=_MANY)
def dated(date: dt.date | None, words: Words) -> str:
    """``date`` as pages write it."""
    return words.date(date)


@lru_cache(maxsize=_MANY)
def origin(article: Article, words: Words) -> str:
    """Outlet and date, in the site's language; "undated" alone where it gives neither."""
    date = dated(article.published, words)
    return folded(f"{article.outlet}, {date}" if article.outlet else date)


@lru_cache(maxsize=_MANY)
def citations(article: Article, words: Words) -> tuple[str, ...]:
    """What a link may call it where it is a source, the right one first."""
    title = folded(article.headline or article.id)
    return (origin(article, words), title) if article.outlet or article.published else (title,)


@lru_cache(maxsize=_MANY)
def citation(article: Article, words: Words, *, fold: bool = True) -> str:
    """Authors, headline, outlet, date and address, as far as the article gives them; folded as pages show it."""
    date = dated(article.published, words) if article.published else ""
    title = f"“{article.headline or article.id}”"
    parts = (", ".join(article.authors), title, article.outlet or "", date, article.url or "")
    text = ", ".join(filter(None, parts))
    return folded(text) if fold else text
