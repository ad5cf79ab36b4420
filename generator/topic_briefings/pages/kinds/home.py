"""The home page: what is new, what about, where, who. With one article it is that article, and nothing empty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from topic_briefings.gathering.keyquotes import key_quotes
from topic_briefings.models import Edition, Page, Report, Role, Story
from topic_briefings.pages.changed import changes_view
from topic_briefings.pages.charts import coverage, topic_courses
from topic_briefings.pages.indexes import shelf
from topic_briefings.pages.kinds.month import month_links
from topic_briefings.pages.kinds.news import news_link
from topic_briefings.pages.kinds.story import story_views
from topic_briefings.pages.kinds.voice import voices
from topic_briefings.pages.kinds.watch import watch_views
from topic_briefings.pages.lists import EntryView, entry, page
from topic_briefings.pages.machine.feeds import feed_matter, feed_of
from topic_briefings.pages.markdown import UNSEARCHED, front_matter
from topic_briefings.pages.quoted import QuoteView, SpeakerView, by_speaker
from topic_briefings.pages.site import Link, PageKind, Site

NEWEST = 8
STORIES = 6
TOPICS = 9
COUNTRIES = 15
VOICES = 12
MONTHS = 6
COUNTED = ("articles", "countries", "topics", "quotations")
FRESH = 7
"""Days after its last report in which a story stands on the home page, counted from the newest story."""
PAST = 31
"""Days before the newest article from which on no story stands above the newest ones."""
QUOTES = 4
"""Key quotes of the only report of an edition of one; a report among others leads with one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """One of the newest reports with its lead quotes."""

    entry: EntryView
    speakers: tuple[SpeakerView, ...]
    points: tuple[str, ...]
    countries: tuple[Link, ...]
    topics: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """A topic with its course over time and the quotation that leads it."""

    link: Link
    count: int
    course: Markup
    quote: QuoteView | None
    speaker: SpeakerView | None


def home_page(site: Site) -> Iterator[Page]:
    """The home page."""
    edition = site.edition
    days = [
        (
            site.words.date(date) if date else site.words["undated_shelf"],
            tuple(_report(site, report) for report in reports),
        )
        for date, reports in groupby(edition.reports[:NEWEST], key=lambda report: report.article.published)
    ]
    stories = _newest_stories(edition)
    feed = feed_of(site.home(), (report.article for report in edition.reports))
    body = site.template("home.md.j2").render(
        site=site,
        w=site.words,
        here="index.md",
        front_matter=front_matter(
            {"title": site.settings.site_name, "hide": ["navigation", "toc"], **UNSEARCHED, **feed_matter(feed)}
        ),
        title=site.settings.site_name,
        counts=_counts(site),
        edition=site.words.date(edition.date) if edition.date else "",
        feed=feed,
        changed=changes_view(site),
        coverage=coverage(site, "index.md"),
        days=days,
        stories=story_views(site, stories),
        older=_are_older(stories, edition),
        single=len(edition.reports) == 1,
        topics=_topics(site, days),
        countries=[shelf(site, b, site.country(b.key)) for b in edition.countries if b.about][:COUNTRIES],
        voices=voices(site)[:VOICES],
        months=month_links(site)[:MONTHS],
        watches=watch_views(site),
        news=news_link(site),
        more=len(edition.reports) > NEWEST,
    )
    yield page("index.md", body)


def _newest_stories(edition: Edition) -> list[Story]:
    """The biggest stories among the newest, newest first: those whose last report is of the last days."""
    newest = _last_day(edition.stories)
    fresh = [story for story in edition.stories if newest and story.last and (newest - story.last).days <= FRESH]
    return (fresh or list(edition.stories))[:STORIES]


def _last_day(stories: Sequence[Story]) -> dt.date | None:
    """The day of the last report of all ``stories``; None where none has a date."""
    return max((story.last for story in stories if story.last), default=None)


def _are_older(stories: Sequence[Story], edition: Edition) -> bool:
    """Whether the newest articles tell of later days than all of ``stories``, by more than ``PAST``."""
    newest = _last_day(stories)
    return edition.date is not None and (newest is None or (edition.date - newest).days > PAST)


def _counts(site: Site) -> str:
    counts = site.edition.counts
    return " · ".join(site.words.count(counts[noun], noun) for noun in COUNTED if counts[noun])


def _report(site: Site, report: Report) -> ReportView:
    analysis = report.analysis
    return ReportView(
        entry=entry(site, report),
        speakers=by_speaker(site, key_quotes(report.lines, QUOTES)),
        points=tuple(point.span.of(report.article.body) for point in analysis.gist),
        countries=tuple(site.country(tag.code) for tag in analysis.countries if tag.role is Role.FOCUS),
        topics=tuple(site.topic(tag.id) for tag in analysis.topics),
    )


def _topics(site: Site, days: Sequence[tuple[str, Sequence[ReportView]]]) -> list[TopicView]:
    """The topics with most articles, each led by a quotation that the page does not print yet."""
    edition = site.edition
    filed = {tag.id for report in edition.reports for tag in report.analysis.topics if tag.id != tag.broad}
    chosen = [briefing for briefing in edition.topics if briefing.key in filed][:TOPICS]
    courses = topic_courses(site, chosen)
    shown = {s.speakers[0].quotes[0].anchor for _, reports in days for s in reports if s.speakers}
    found = []
    for briefing in chosen:
        leads = (speaker for line in briefing.lines for speaker in by_speaker(site, [line]))
        lead = next((speaker for speaker in leads if speaker.quotes[0].anchor not in shown), None)
        shown.update({lead.quotes[0].anchor} if lead else ())
        found.append(
            TopicView(
                link=site.topic(briefing.key),
                count=len(briefing.about),
                course=courses.get(briefing.key, Markup()),
                quote=lead.quotes[0] if lead else None,
                speaker=lead,
            )
        )
    return found


KIND = PageKind(
    key="home",
    place=0,
    pages=home_page,
    templates=("home.md.j2",),
    feeds=lambda site: [(site.home(), site.edition.reports)],
)
