"""The page of one country or one topic: the point, who said what, with whom, what about, when, articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from topic_briefings.models import Article, Briefing, Crossing, KnownPage, Opening, Page, Report
from topic_briefings.pages.changed import ChangesView, changes_view
from topic_briefings.pages.charts import Chart, course, keyword_course
from topic_briefings.pages.links import slug
from topic_briefings.pages.lists import FIRST, EntryView, entries, further_pages, list_pages, page
from topic_briefings.pages.machine.citing import article_citation
from topic_briefings.pages.machine.feeds import feed_matter, feed_of
from topic_briefings.pages.markdown import front_matter
from topic_briefings.pages.quoted import SpeakerView, in_turn
from topic_briefings.pages.site import Link, Site
from topic_briefings.pages.tools import page_tools

SHOWN, MANY = 3, 8
"""Articles beside each crossing, and one alone beside each of many; the crossing's other page has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningView:
    """A line of the bottom line: an article, and its sentence for this page."""

    text: str
    """Empty where only the headline stands."""
    link: Link
    """The article, called by its headline."""
    story: Link | None
    """Its story, and how many reports of it the line stands for."""
    reports: str
    date: str
    outlets: str
    """Its outlet and those of its copies, or how many there are."""
    language: str
    """Only when it is not the site's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossingView:
    """The articles that a briefing shares with a country or topic."""

    anchor: str
    link: Link
    """To the same crossing, seen from the other side."""
    count: int
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingView:
    """Everything that the template prints of one briefing."""

    title: str
    front_matter: Markup
    shelf: Link
    parent: Link | None
    counts: str
    period: str
    feed: Link | None
    openings: tuple[OpeningView, ...]
    changed: ChangesView | None
    speakers: tuple[SpeakerView, ...]
    farther: tuple[SpeakerView, ...]
    """Of quotations that may be about something else."""
    countries: tuple[CrossingView, ...]
    topics: tuple[CrossingView, ...]
    several_countries: bool
    """Whether more than one article stands beside one of the countries."""
    several_topics: bool
    course: Chart | None
    keywords: Chart | None
    about: tuple[EntryView, ...]
    mentioned: tuple[EntryView, ...]
    further: tuple[Link, ...]
    sources: tuple[str, ...]
    """The citation of each article that the page quotes or lists as its own, for a printed copy."""
    tools: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Where a briefing stands in the site."""

    own: Link
    shelf: Link
    """The list that it is on."""
    parent: Link | None
    """The broader topic, if any."""
    kind: str
    """``country`` or ``topic``."""


def briefing_pages(site: Site, briefing: Briefing, head: Head) -> Iterator[Page | KnownPage]:
    """The page of a country or a topic, and those its list runs on to."""
    yield from site.once(_first_page, briefing, head)
    yield from list_pages(site, head.own, _listed_later(briefing))


def _first_page(site: Site, briefing: Briefing, head: Head) -> Iterator[Page]:
    here = head.own.path
    view = _view(site, briefing, head, further_pages(site, head.own, _listed_later(briefing)))
    yield page(here, site.template("briefing.md.j2").render(b=view, kind=head.kind, site=site, w=site.words, here=here))


def _listed_later(briefing: Briefing) -> tuple[Report, ...]:
    return briefing.about[FIRST:] + briefing.mentioned[FIRST:]


def _view(site: Site, briefing: Briefing, head: Head, further: tuple[Link, ...]) -> BriefingView:
    words, title = site.words, head.own.text
    reports = briefing.about or briefing.mentioned
    openings = tuple(_opening(site, opening) for opening in briefing.openings)
    feed = feed_of(head.own, (report.article for report in briefing.about))
    described = " ".join(opening.text for opening in openings if opening.text) or title
    countries = tuple(_crossing(site, briefing, c, site.country(c.key), title) for c in briefing.countries)
    topics = tuple(_crossing(site, briefing, c, site.topic(c.key), title) for c in briefing.topics)
    return BriefingView(
        title=title,
        front_matter=front_matter({"title": title, "description": described, **feed_matter(feed)}),
        shelf=head.shelf,
        parent=head.parent,
        counts=words.count(len(reports), "articles"),
        period=period(site, (report.article for report in reports)),
        feed=feed,
        openings=openings,
        changed=changes_view(site, briefing.key),
        speakers=in_turn(site, briefing.lines),
        farther=in_turn(site, briefing.farther),
        countries=countries,
        topics=topics,
        several_countries=any(len(crossing.entries) > 1 for crossing in countries),
        several_topics=any(len(crossing.entries) > 1 for crossing in topics),
        course=course(site, head.own.path, reports),
        keywords=keyword_course(site, reports, title),
        about=entries(site, briefing.about[:FIRST]),
        mentioned=entries(site, briefing.mentioned[:FIRST]),
        further=further,
        sources=_sources(site, briefing),
        tools=page_tools(site),
    )


def _sources(site: Site, briefing: Briefing) -> tuple[str, ...]:
    """In the order of the page: the bottom line's articles, the quoted ones, the list's."""
    articles = [opening.report.article for opening in briefing.openings]
    articles += [line.article for line in briefing.lines]
    articles += [report.article for report in briefing.about[:FIRST]]
    found = {article.id: article_citation(article, site.words) for article in articles}
    return tuple(found.values())


def period(site: Site, articles: Iterable[Article]) -> str:
    """From the first to the last date of ``articles``; "undated" when none has one."""
    dates = [article.published for article in articles if article.published]
    return site.words.period(min(dates), max(dates)) if dates else site.words["undated"]


def _opening(site: Site, opening: Opening) -> OpeningView:
    article = opening.report.article
    every = (opening.report, *opening.mates)
    own = (name for report in every for name in (report.article.outlet, *(copy.outlet for copy in report.copies)))
    named = [name for name in own if name]
    outlets = tuple(dict.fromkeys(named))
    return OpeningView(
        text=opening.span.of(article.body) if opening.span else "",
        link=site.article(article),
        story=site.link("story", opening.report.story) if opening.report.story and opening.mates else None,
        reports=site.words.count(len(every), "reports"),
        date=site.words.date(article.published),
        outlets=next(iter(outlets))
        if len(outlets) == 1
        else site.words.count(len(outlets), "outlets")
        if outlets
        else "",
        language="" if article.language == site.words.language else article.language,
    )


def _crossing(site: Site, briefing: Briefing, crossing: Crossing, link: Link, title: str) -> CrossingView:
    # A briefing of one article would only list that article again beside each crossing.
    room = SHOWN if len(briefing.countries if crossing in briefing.countries else briefing.topics) <= MANY else 1
    shown = crossing.reports[:room] if len(briefing.about) > 1 else ()
    back = slug(title) if site.crossed(crossing.key, briefing.key) else ""
    return CrossingView(
        anchor=slug(link.text),
        link=Link(text=link.text, path=link.path, fragment=back),
        count=len(crossing.reports),
        entries=entries(site, shown),
    )
