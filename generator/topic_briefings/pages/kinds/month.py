"""The calendar: a page a month with its articles by day, and a shelf of its own for undated ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from topic_briefings.models import Edition, Page, Report
from topic_briefings.pages.lists import entries, further_pages, list_pages, page
from topic_briefings.pages.markdown import UNSEARCHED, front_matter
from topic_briefings.pages.names import Names
from topic_briefings.pages.site import Link, PageKind, Site, Thing, day_anchor, month_of
from topic_briefings.pages.templating import template


def month_links(site: Site) -> list[tuple[Link, int]]:
    """Each month with the number of its articles, newest first; the undated shelf last."""
    return [(site.link("month", month), len(reports)) for month, reports in _months(site)]


def month_pages(site: Site) -> Iterator[Page]:
    """The page of each month, and those its list runs on to."""
    months = _months(site)
    links = [site.link("month", month) for month, _ in months]
    for at, (link, (_, reports)) in enumerate(zip(links, months, strict=True)):
        newer, older = links[at - 1] if at else None, links[at + 1] if at + 1 < len(links) else None
        yield from _pages(site, link, reports, newer, older)


def _pages(site: Site, own: Link, reports: Sequence[Report], newer: Link | None, older: Link | None) -> Iterator[Page]:
    size = site.settings.per_page
    further = further_pages(site, own, reports[size:])
    days = groupby(reports[:size], key=lambda report: report.article.published)
    body = template("month.md.j2").render(
        site=site,
        w=site.words,
        here=own.path,
        title=own.text,
        front_matter=front_matter({"title": own.text, "description": own.text, **UNSEARCHED}),
        count=site.words.count(len(reports), "articles"),
        days=[
            (site.words.date(day) if day else "", day_anchor(day) if day else "", entries(site, tuple(found)))
            for day, found in days
        ],
        newer=newer,
        older=older,
        further=further,
    )
    yield page(own.path, body)
    yield from list_pages(site, own, reports[size:])


def _months(site: Site) -> list[tuple[dt.date | None, list[Report]]]:
    """The reports by the first day of their month, newest first; those without a date last."""
    grouped = groupby(site.edition.reports, key=lambda report: month_of(report.article.published))
    return [(month, list(reports)) for month, reports in grouped]


def _things(edition: Edition, names: Names) -> Iterator[Thing]:
    words = names.words
    for month in dict.fromkeys(month_of(report.article.published) for report in edition.reports):
        if month is None:
            yield Thing(key=None, name="undated", text=words["undated_shelf"])
        else:
            yield Thing(key=month, name=f"{month:%Y-%m}", text=words.month(month))


KIND = PageKind(
    key="month",
    place=50,
    folder="months",
    pages=month_pages,
    templates=("month.md.j2", "list.md.j2"),
    things=_things,
)
