"""What a desk watches: a page for each watch, with what the watched voices say and the articles that answer it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from topic_briefings.models import Edition, Hit, KnownPage, Page, Span, Watch, Watched
from topic_briefings.pages.briefing import period
from topic_briefings.pages.changed import ChangesView, changes_among
from topic_briefings.pages.context import in_context, window
from topic_briefings.pages.indexes import ShelfView, index_page
from topic_briefings.pages.lists import FIRST, EntryView, entry, further_pages, list_pages, page
from topic_briefings.pages.machine.feeds import feed_matter, feed_of
from topic_briefings.pages.markdown import UNSEARCHED, front_matter
from topic_briefings.pages.names import Names, names
from topic_briefings.pages.quoted import in_turn
from topic_briefings.pages.site import Link, PageKind, Site, Thing
from topic_briefings.pages.tools import page_tools
from topic_briefings.text.datelines import without_dateline
from topic_briefings.text.document import document

QUOTES = 30
"""Statements of the watched voices; the others stand on their own pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """One kind of what is watched."""

    label: str
    links: tuple[Link, ...]
    """Pages of what has one."""
    words: tuple[str, ...]
    """What has none."""


def watch_pages(site: Site) -> Iterator[Page | KnownPage]:
    """The list, where anything is watched, and each watch with the pages that its articles run on to."""
    if site.edition.watched:
        yield index_page(site, "watch", "watches.md.j2", watches=watch_views(site))
    for watched in site.edition.watched:
        own, size = site.link("watch", watched.watch.name), FIRST
        yield page(own.path, _watch(site, own, watched))
        yield from list_pages(site, own, watched.reports[size:], brief=True)


def watch_views(site: Site) -> list[ShelfView]:
    """Each watch with the number of articles that answer it, in the order of the settings."""
    return [
        ShelfView(link=site.link("watch", watched.watch.name), count=len(watched.hits), mentioned=0)
        for watched in site.edition.watched
    ]


def _watch(site: Site, own: Link, watched: Watched) -> str:
    reports = watched.reports
    feed = feed_of(own, (report.article for report in reports))
    said = [line for hit in watched.hits for line in hit.lines]
    described = f"{site.words['watched']}: {own.text}"
    matter = {"title": own.text, "description": described, **UNSEARCHED, **feed_matter(feed)}
    return site.template("watch.md.j2").render(
        site=site,
        w=site.words,
        here=own.path,
        title=own.text,
        front_matter=front_matter(matter),
        parent=site.list_of("watch"),
        count=site.words.count(len(reports), "articles"),
        period=period(site, (report.article for report in reports)) if reports else "",
        feed=feed,
        rules=list(_rules(site, watched.watch)),
        changed=_changed(site, watched),
        speakers=in_turn(site, islice((line for line in said if line.quotation.fragments), QUOTES)),
        entries=[_entry(site, hit) for hit in watched.hits[:FIRST]],
        tools=page_tools(site),
        further=further_pages(site, own, reports[FIRST:]),
    )


def _changed(site: Site, watched: Watched) -> ChangesView | None:
    """What is new or corrected of it since the edition before."""
    return changes_among(site, {report.article.id for report in watched.reports})


def _entry(site: Site, hit: Hit) -> EntryView:
    """The article, with the first sentence that prints one of the words in the place of its bottom line."""
    view, body = entry(site, hit.report), hit.report.article.body
    if not hit.spans:
        return view
    first = hit.spans[0]
    sentences: Sequence[Span] = document(hit.report.article).sentences
    around = next((span for span in sentences if span.start <= first.start and first.end <= span.end), None)
    if around is None:
        return view
    bare = without_dateline(body, around)
    around = bare if bare.start <= first.start else around
    marked = [span for span in hit.spans if around.start <= span.start and span.end <= around.end]
    whole = window(body, around, marked) == around
    return replace(view, point=in_context(body, around, marked) if whole else around.of(body))


def _rules(site: Site, watch: Watch) -> Iterator[RuleView]:
    """What it watches, kind by kind, with links to what has a page."""
    called = names(site.settings)
    found = {briefing.voice.name: briefing.voice for briefing in reversed(site.edition.voices)}
    voices = [site.voice(found[name]) if name in found else name for name in watch.voices]
    places = [site.country(code) if site.has("country", code) else called.country(code) for code in watch.countries]
    topics = [site.topic(key) if site.has("topic", key) else called.topic(key) for key in watch.topics]
    for key, given in (("words", watch.words), ("voices", voices), ("countries", places), ("topics", topics)):
        if given:
            links = tuple(one for one in given if isinstance(one, Link))
            yield RuleView(
                label=site.words[f"watched_{key}"],
                links=links,
                words=tuple(f"“{one}”" for one in given if not isinstance(one, Link)),
            )


def _things(edition: Edition, names: Names) -> Iterator[Thing]:
    del names
    for watched in edition.watched:
        yield Thing(key=watched.watch.name, name=watched.watch.name, text=watched.watch.name)


KIND = PageKind(
    key="watch",
    place=45,
    folder="watch",
    title="watched",
    pages=watch_pages,
    templates=("watches.md.j2", "watch.md.j2", "list.md.j2"),
    things=_things,
    feeds=lambda site: [(site.link("watch", one.watch.name), one.reports) for one in site.edition.watched],
)
