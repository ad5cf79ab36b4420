"""The calendar: a page a month, by day and by subject one line a story, and a shelf of its own for undated articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from topic_briefings.models import Edition, KnownPage, Page, Report
from topic_briefings.pages.lists import further_pages, list_pages, page
from topic_briefings.pages.markdown import UNSEARCHED, front_matter
from topic_briefings.pages.names import Names
from topic_briefings.pages.quoted import cited
from topic_briefings.pages.site import Link, PageKind, Site, Thing, day_anchor, month_of


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """One line of a day: a story, or an article that stands alone."""

    link: Link
    """The article whose headline tells it."""
    outlet: str
    also: tuple[Link, ...]
    """The other reports of that day, called by their outlets."""
    language: str
    """Only when it is not the site's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectView:
    """A subject of a day and what there is about it."""

    link: Link | None
    """Its page; None for what is filed under no topic."""
    events: tuple[EventView, ...]


def month_links(site: Site) -> list[tuple[Link, int]]:
    """Each month with the number of its articles, newest first; the undated shelf last."""
    return [(site.link("month", month), len(reports)) for month, reports in _months(site)]


def month_pages(site: Site) -> Iterator[Page | KnownPage]:
    """The page of each month, and those its list runs on to."""
    months = _months(site)
    links = [site.link("month", month) for month, _ in months]
    for at, (link, (_, reports)) in enumerate(zip(links, months, strict=True)):
        newer, older = links[at - 1] if at else None, links[at + 1] if at + 1 < len(links) else None
        yield from site.once(_first_page, link, reports, newer, older)
        yield from list_pages(site, link, reports[site.settings.per_page :], brief=True)


def _first_page(
    site: Site, own: Link, reports: Sequence[Report], newer: Link | None, older: Link | None
) -> Iterator[Page]:
    size = site.settings.per_page
    further = further_pages(site, own, reports[size:])
    days = groupby(reports[:size], key=lambda report: report.article.published)
    body = site.template("month.md.j2").render(
        site=site,
        w=site.words,
        here=own.path,
        title=own.text,
        front_matter=front_matter({"title": own.text, "description": own.text, **UNSEARCHED}),
        count=site.words.count(len(reports), "articles"),
        days=[
            (site.words.date(day) if day else "", day_anchor(day) if day else "", _subjects(site, list(found)))
            for day, found in days
        ],
        newer=newer,
        older=older,
        further=further,
    )
    yield page(own.path, body)


def _subjects(site: Site, reports: Sequence[Report]) -> list[SubjectView]:
    """The ``reports`` of one day by their subject, the fullest first; what has none comes last."""
    shelves: dict[str, list[EventView]] = {}
    for told in _stories(reports):
        first = _central(site, told)
        topics = first.analysis.topics
        key = site.broad(topics[0].id) if topics else ""
        shelves.setdefault(key, []).append(_event(site, first, [report for report in told if report is not first]))
    ranked = sorted(shelves, key=lambda key: (not key, -len(shelves[key]), site.topic(key).text if key else ""))
    return [SubjectView(link=site.topic(key) if key else None, events=tuple(shelves[key])) for key in ranked]


def _stories(reports: Iterable[Report]) -> list[list[Report]]:
    """The ``reports`` by the story that they tell."""
    found: dict[str, list[Report]] = {}
    for report in reports:
        found.setdefault(report.story or report.article.id, []).append(report)
    return list(found.values())


def _central(site: Site, told: Sequence[Report]) -> Report:
    """The report that stands for its story on that day."""
    order = site.central(told[0].story) if told[0].story else ()
    return min(told, key=lambda report: order.index(report.article.id) if report.article.id in order else len(order))


def _event(site: Site, first: Report, others: Iterable[Report]) -> EventView:
    article = first.article
    return EventView(
        link=site.article(article),
        outlet=article.outlet or "",
        also=tuple(cited(site, other.article) for other in others),
        language="" if article.language == site.words.language else article.language,
    )


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
