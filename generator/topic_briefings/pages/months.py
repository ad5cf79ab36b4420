"""The calendar: a page a month with its articles by day, and a shelf of its own for undated ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from topic_briefings.models import Page, Story
from topic_briefings.pages.lists import entries, further_pages, list_pages, page
from topic_briefings.pages.markdown import UNSEARCHED, front_matter
from topic_briefings.pages.site import UNDATED, Link, Site, day_anchor, month_path
from topic_briefings.pages.templating import template


def month_links(site: Site) -> list[tuple[Link, int]]:
    """Each month with the number of its articles, newest first; the undated shelf last."""
    return [(_link(site, month), len(stories)) for month, stories in _months(site)]


def month_pages(site: Site) -> Iterator[Page]:
    """The page of each month, and those its list runs on to."""
    months = _months(site)
    links = [_link(site, month) for month, _ in months]
    for at, (link, (_, stories)) in enumerate(zip(links, months, strict=True)):
        newer, older = links[at - 1] if at else None, links[at + 1] if at + 1 < len(links) else None
        yield from _pages(site, link, stories, newer, older)


def _pages(site: Site, own: Link, stories: Sequence[Story], newer: Link | None, older: Link | None) -> Iterator[Page]:
    size = site.settings.per_page
    further = further_pages(site, own, stories[size:])
    days = groupby(stories[:size], key=lambda story: story.article.published)
    body = template("month.md.j2").render(
        site=site,
        w=site.words,
        here=own.path,
        title=own.text,
        front_matter=front_matter({"title": own.text, "description": own.text, **UNSEARCHED}),
        count=site.words.count(len(stories), "articles"),
        days=[
            (site.words.date(day) if day else "", day_anchor(day) if day else "", entries(site, tuple(found)))
            for day, found in days
        ],
        newer=newer,
        older=older,
        further=further,
    )
    yield page(own.path, body)
    yield from list_pages(site, own, stories[size:])


def _months(site: Site) -> list[tuple[dt.date | None, list[Story]]]:
    """The stories by the first day of their month, newest first; those without a date last."""
    grouped = groupby(
        site.edition.stories, key=lambda s: s.article.published.replace(day=1) if s.article.published else None
    )
    return [(month, list(stories)) for month, stories in grouped]


def _link(site: Site, month: dt.date | None) -> Link:
    if month is None:
        return Link(text=site.words["undated_shelf"], path=UNDATED)
    return Link(text=site.words.month(month), path=month_path(month))
