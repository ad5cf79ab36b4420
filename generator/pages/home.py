"""The home page: what is new, what about, where, who. With one article it is that article, and nothing empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.gathering.keyquotes import key_quotes
from generator.models import Briefing, Page, Role, Story
from generator.pages.briefing import period
from generator.pages.changed import changes_view
from generator.pages.charts import coverage
from generator.pages.feeds import feed_matter, feed_of
from generator.pages.lists import EntryView, entry, page
from generator.pages.markdown import UNSEARCHED, front_matter
from generator.pages.quoted import SpeakerView, by_speaker
from generator.pages.site import Link, Site
from generator.pages.templating import template

NEWEST = 12
TOPICS = 12
COUNTRIES = 18
VOICES = 12
QUOTES = 4
"""Key quotes of the only story of an edition of one; a story among others leads with one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfView:
    """A country or topic and how many articles are about it."""

    link: Link
    count: int
    mentioned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """One of the newest stories with its lead quotes."""

    entry: EntryView
    speakers: tuple[SpeakerView, ...]
    points: tuple[str, ...]
    countries: tuple[Link, ...]
    topics: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceView:
    """A voice and how often it is quoted."""

    link: Link
    role: str
    count: int


def home_page(site: Site) -> Iterator[Page]:
    """The home page."""
    edition = site.edition
    days = [
        (site.words.date(date), tuple(_story(site, story) for story in stories))
        for date, stories in groupby(edition.stories[:NEWEST], key=lambda story: story.article.published)
    ]
    feed = feed_of(Link(text=site.settings.site_name, path="index.md"), edition.stories)
    filed = {tag.id for story in edition.stories for tag in story.analysis.topics if tag.id != tag.broad}
    body = template("home.md.j2").render(
        site=site,
        w=site.words,
        here="index.md",
        front_matter=front_matter(
            {"title": site.settings.site_name, "hide": ["navigation", "toc"], **UNSEARCHED, **feed_matter(feed)}
        ),
        title=site.settings.site_name,
        counts=_counts(site),
        period=period(site, edition.stories),
        feed=feed,
        changed=changes_view(site),
        coverage=coverage(site, "index.md"),
        days=days,
        single=len(edition.stories) == 1,
        topics=[shelf(site, b, site.topic(b.key)) for b in edition.topics if b.key in filed][:TOPICS],
        countries=[shelf(site, b, site.country(b.key)) for b in edition.countries if b.about][:COUNTRIES],
        voices=voices(site)[:VOICES],
        more=len(edition.stories) > NEWEST,
    )
    yield page("index.md", body)


def _counts(site: Site) -> str:
    edition = site.edition
    counted: Sequence[tuple[int, str]] = (
        (len(edition.stories), "articles"),
        (sum(1 for briefing in edition.countries if briefing.about), "countries"),
        (len({tag.id for story in edition.stories for tag in story.analysis.topics}), "topics"),
        (len(edition.quotations), "quotations"),
    )
    return " · ".join(site.words.count(number, noun) for number, noun in counted if number)


def _story(site: Site, story: Story) -> StoryView:
    analysis = story.analysis
    return StoryView(
        entry=entry(site, story),
        speakers=by_speaker(site, key_quotes(story.lines, QUOTES)),
        points=tuple(point.span.of(story.article.body) for point in analysis.points),
        countries=tuple(site.country(tag.code) for tag in analysis.countries if tag.role is Role.FOCUS),
        topics=tuple(site.topic(tag.id) for tag in analysis.topics),
    )


def shelf(site: Site, briefing: Briefing, link: Link) -> ShelfView:
    """A country or topic with its counts."""
    return ShelfView(link=link, count=len(briefing.about), mentioned=len(briefing.mentioned))


def voices(site: Site) -> list[VoiceView]:
    """Every voice, most quoted first."""
    return [
        VoiceView(link=site.voice(b.voice), role=", ".join(b.voice.roles[:1]), count=len(b.lines))
        for b in site.edition.voices
    ]
