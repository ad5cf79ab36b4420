"""The page of one country or one topic: the point, who said what, with whom, what about, when, articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.models import Briefing, Crossing, Page, Statement, Story
from generator.pages.changed import ChangesView, changes_view
from generator.pages.links import slug
from generator.pages.lists import FIRST, EntryView, entries, further_pages, list_pages, months, page
from generator.pages.markdown import front_matter
from generator.pages.quoted import SpeakerView, by_speaker, cited
from generator.pages.site import Link, Site
from generator.pages.templating import template

SHOWN = 5
"""Articles below each crossing; the crossing's other page has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointView:
    """A sentence of the bottom line and the article it comes from."""

    text: str
    article: Link
    """The article, called by its outlet and date."""
    language: str


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
    points: tuple[PointView, ...]
    changed: ChangesView | None
    speakers: tuple[SpeakerView, ...]
    countries: tuple[CrossingView, ...]
    topics: tuple[CrossingView, ...]
    months: tuple[tuple[str, int], ...]
    about: tuple[EntryView, ...]
    mentioned: tuple[EntryView, ...]
    further: tuple[Link, ...]


def country_pages(site: Site, briefing: Briefing) -> Iterator[Page]:
    """The page of a country, and those its list runs on to."""
    shelf = Link(text=site.words["countries"], path="countries/index.md")
    yield from _pages(site, briefing, site.country(briefing.key), shelf, None, "where")


def topic_pages(site: Site, briefing: Briefing, broad: str) -> Iterator[Page]:
    """The page of a topic, and those its list runs on to; ``broad`` is the id of its top-level ancestor."""
    shelf = Link(text=site.words["topics"], path="topics/index.md")
    parent = site.topic(broad) if broad != briefing.key else None
    yield from _pages(site, briefing, site.topic(briefing.key), shelf, parent, "about")


def _pages(site: Site, briefing: Briefing, own: Link, shelf: Link, parent: Link | None, kind: str) -> Iterator[Page]:
    rest = briefing.about[FIRST:] + briefing.mentioned[FIRST:]
    view = _view(site, briefing, own, shelf, parent, further_pages(site, own, rest))
    yield page(own.path, template("briefing.md.j2").render(b=view, kind=kind, site=site, w=site.words, here=own.path))
    yield from list_pages(site, own, rest)


def _view(
    site: Site, briefing: Briefing, own: Link, shelf: Link, parent: Link | None, further: tuple[Link, ...]
) -> BriefingView:
    words, points = site.words, tuple(_point(site, statement) for statement in briefing.points)
    # A briefing of one article would only list that article again below each crossing.
    listed = len(briefing.about) > 1
    described = " ".join(point.text for point in points) or own.text
    return BriefingView(
        title=own.text,
        front_matter=front_matter({"title": own.text, "description": described}),
        shelf=shelf,
        parent=parent,
        counts=words.count(len(briefing.about or briefing.mentioned), "articles"),
        period=period(site, briefing.about or briefing.mentioned),
        points=points,
        changed=changes_view(site, briefing.key),
        speakers=by_speaker(site, briefing.lines),
        countries=tuple(_crossing(site, c, site.country(c.key), briefing.key, own, listed) for c in briefing.countries),
        topics=tuple(_crossing(site, c, site.topic(c.key), briefing.key, own, listed) for c in briefing.topics),
        months=months(site, briefing.about or briefing.mentioned),
        about=entries(site, briefing.about[:FIRST]),
        mentioned=entries(site, briefing.mentioned[:FIRST]),
        further=further,
    )


def period(site: Site, stories: Sequence[Story]) -> str:
    """From the first to the last date of ``stories``; "undated" when none has one."""
    dates = [story.article.published for story in stories if story.article.published]
    return site.words.period(min(dates), max(dates)) if dates else site.words["undated"]


def _point(site: Site, statement: Statement) -> PointView:
    article = statement.article
    return PointView(
        text=statement.span.of(article.body),
        article=cited(site, article),
        language="" if article.language == site.words.language else article.language,
    )


def _crossing(site: Site, crossing: Crossing, link: Link, key: str, own: Link, listed: bool) -> CrossingView:
    back = slug(own.text) if site.crossed(crossing.key, key) else ""
    return CrossingView(
        anchor=slug(link.text),
        link=Link(text=link.text, path=link.path, fragment=back),
        count=len(crossing.stories),
        entries=entries(site, crossing.stories[:SHOWN]) if listed else (),
    )
