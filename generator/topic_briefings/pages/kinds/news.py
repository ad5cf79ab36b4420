"""What is new since the edition before, by subject: each story once, with its key quotations and their sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from topic_briefings.gathering.digest import Digest, Item, since_edition
from topic_briefings.models import Page, Report
from topic_briefings.pages.lists import page
from topic_briefings.pages.machine.feeds import feed_matter, feed_of
from topic_briefings.pages.markdown import UNSEARCHED, front_matter
from topic_briefings.pages.quoted import SpeakerView, in_turn
from topic_briefings.pages.site import Link, PageKind, Site
from topic_briefings.pages.tools import page_tools

PATH = "new/index.md"
MOST = 60
"""Items on the page; of an edition that is all new, the lists and the months tell more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsView:
    """One story, or one article that stands alone."""

    number: int
    """On the page, from 1."""
    link: Link
    about: tuple[str, ...]
    """What became of it, how many tell it, when."""
    countries: tuple[Link, ...]
    point: str
    """The first sentence of the bottom line of the report that tells it; empty where it has none."""
    source: Link
    """That report."""
    speakers: tuple[SpeakerView, ...]
    language: str
    """Only when it is not the site's own."""


def news_link(site: Site) -> Link | None:
    """The page; None where there is no edition before."""
    return Link(text=site.words["digest"], path=PATH) if site.edition.ledger.since else None


def news_pages(site: Site) -> Iterator[Page]:
    """The one page, where there is an edition before."""
    own = news_link(site)
    if own is None:
        return
    digest, reports = since_edition(site.edition), _new(site)
    feed = feed_of(own, (report.article for report in reports))
    matter = {"title": own.text, "description": own.text, **UNSEARCHED, **feed_matter(feed)}
    body = site.template("news.md.j2").render(
        site=site,
        w=site.words,
        here=own.path,
        title=own.text,
        front_matter=front_matter(matter),
        since=site.words.date(digest.since),
        until=site.words.date(digest.until) if digest.until else "",
        feed=feed,
        subjects=list(_subjects(site, digest)),
        withdrawn=digest.withdrawn,
        tools=page_tools(site),
    )
    yield page(own.path, body)


def _subjects(site: Site, digest: Digest) -> Iterator[tuple[Link | None, list[NewsView]]]:
    """Each subject with its items, in the order of the digest, as far as the page has room."""
    told = 0
    for key, items in digest.subjects:
        shown = [_view(site, item, number) for number, item in enumerate(items[: MOST - told], told + 1)]
        told += len(shown)
        if shown:
            yield site.topic(key) if key else None, shown


def _view(site: Site, item: Item, number: int) -> NewsView:
    told = item.chief if item.chief in item.reports else item.reports[0]
    article = told.article
    points = told.analysis.gist
    story = item.story if item.story and site.has("story", item.story.id) else None
    return NewsView(
        number=number,
        link=site.link("story", story.id) if story else site.article(item.chief.article),
        about=tuple(filter(None, _about(site, item))),
        countries=tuple(site.country(code) for code in item.countries),
        point=points[0].span.of(article.body) if points else "",
        source=site.article(article),
        speakers=in_turn(site, item.lines),
        language="" if article.language == site.words.language else article.language,
    )


def _about(site: Site, item: Item) -> Iterator[str]:
    """What became of it, who tells it, and when: "grown", "2 reports", "2 outlets", "18 November 2026"."""
    words = site.words
    dates = sorted(report.article.published for report in item.reports if report.article.published)
    outlets = tuple(dict.fromkeys(outlet for report in item.reports if (outlet := report.article.outlet)))
    yield words[f"digest_{item.news.value}"]
    yield words.count(len(item.reports), "reports") if len(item.reports) > 1 else "".join(outlets)
    yield words.count(len(outlets), "outlets") if len(outlets) > 1 else ""
    yield words.period(dates[0], dates[-1]) if dates else words["undated"]


def _new(site: Site) -> Sequence[Report]:
    """The reports that the page tells of, newest first."""
    told = {
        report.article.id
        for _, items in since_edition(site.edition).subjects
        for item in items
        for report in item.reports
    }
    return [report for report in site.edition.reports if report.article.id in told]


KIND = PageKind(
    key="news",
    place=5,
    folder="new",
    pages=news_pages,
    templates=("news.md.j2",),
    feeds=lambda site: [(own, _new(site))] if (own := news_link(site)) else [],
)
