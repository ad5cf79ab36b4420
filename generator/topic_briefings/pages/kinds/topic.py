"""The page of a topic, and the list of all topics, those at the top of the tree with those below them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from topic_briefings.knowledge.topics import topic_label
from topic_briefings.models import Briefing, Edition, KnownPage, Page
from topic_briefings.pages.briefing import Head, briefing_pages
from topic_briefings.pages.indexes import ShelfView, index_page, shelf
from topic_briefings.pages.names import Names
from topic_briefings.pages.searched import BRIEFINGS, Facet, Searched
from topic_briefings.pages.site import PageKind, Site, Thing


def topic_pages(site: Site) -> Iterator[Page | KnownPage]:
    """The list, then each topic's page with those that its articles run on to."""
    yield index_page(site, "topic", "topics.md.j2", topics=_topics(site))
    for briefing in site.edition.topics:
        yield from briefing_pages(site, briefing, _head(site, briefing))


def _head(site: Site, briefing: Briefing) -> Head:
    broad = site.broad(briefing.key)
    parent = site.topic(broad) if broad != briefing.key else None
    return Head(own=site.topic(briefing.key), shelf=site.list_of("topic"), parent=parent, kind="topic")


def _topics(site: Site) -> list[tuple[ShelfView, list[ShelfView]]]:
    """Each top-level topic with those below it, both most articles first."""
    below: dict[str, list[ShelfView]] = defaultdict(list)
    tops = []
    for briefing in site.edition.topics:
        view, broad = shelf(site, briefing, site.topic(briefing.key)), site.broad(briefing.key)
        if broad == briefing.key:
            tops.append((briefing.key, view))
        else:
            below[broad].append(view)
    return [(view, below[key]) for key, view in tops]


def _things(edition: Edition, names: Names) -> Iterator[Thing]:
    for briefing in edition.topics:
        key = briefing.key
        yield Thing(key=key, name=topic_label(key, "en", names.knowledge), text=names.topic(key))


def _filed(row: Mapping[str, Any], names: Names) -> Iterator[str]:
    """The topics of an article, with those at the top of the tree."""
    keys = dict.fromkeys(key for topic in row["topics"] for key in (topic["id"], topic["broad"]))
    return map(names.topic, keys)


KIND = PageKind(
    key="topic",
    place=20,
    folder="topics",
    title="topics",
    pages=topic_pages,
    templates=("topics.md.j2", "briefing.md.j2", "list.md.j2"),
    things=_things,
    feeds=lambda site: [(site.topic(briefing.key), briefing.about) for briefing in site.edition.topics],
    searched=Searched(
        group=BRIEFINGS,
        facet=Facet(name="topic", word="search_topic", every="all_topics", of=_filed),
        called="search_topic",
        whole=False,
    ),
)
