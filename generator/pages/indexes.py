"""The four ways in: all countries, all topics, all voices, all articles."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from generator.models import Page
from generator.pages.charts import course, coverage
from generator.pages.home import ShelfView, VoiceView, shelf, voices
from generator.pages.lists import entries, further_pages, list_pages, page
from generator.pages.markdown import UNSEARCHED, front_matter
from generator.pages.months import month_links
from generator.pages.site import Link, Site
from generator.pages.templating import template

WIDE = ("countries", "voices")
"""Lists whose chapters need no list of their own beside them."""


def index_pages(site: Site) -> Iterator[Page]:
    """The list of each kind of page."""
    countries = _countries(site)
    named = [view for view in countries if not view.count]
    yield _page(site, "countries", countries=countries, named=named, coverage=coverage(site, "countries/index.md"))
    yield _page(site, "topics", topics=_topics(site))
    yield _page(site, "voices", voices=_by_letter(site))
    yield from _articles(site)


def _page(site: Site, kind: str, **views: object) -> Page:
    title = site.words[kind]
    path = f"{kind}/index.md"
    described = f"{site.settings.site_name}: {title}"
    hidden = {"hide": ["toc"]} if kind in WIDE else {}
    matter = front_matter({"title": title, "description": described, **hidden, **UNSEARCHED})
    body = template(f"{kind}.md.j2").render(
        site=site, w=site.words, here=path, title=title, front_matter=matter, **views
    )
    return page(path, body)


def _countries(site: Site) -> list[ShelfView]:
    """In order of name, as a reader looks them up."""
    found = [shelf(site, briefing, site.country(briefing.key)) for briefing in site.edition.countries]
    return sorted(found, key=lambda view: (_collated(view.link.text), view.link.path))


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


def _by_letter(site: Site) -> list[tuple[str, list[VoiceView]]]:
    shelves: dict[str, list[VoiceView]] = defaultdict(list)
    for view in sorted(voices(site), key=lambda view: (_collated(view.link.text), view.link.path)):
        shelves[_collated(view.link.text)[:1].upper()].append(view)
    return list(shelves.items())


def _articles(site: Site) -> Iterator[Page]:
    own = Link(text=site.words["articles"], path="articles/index.md")
    size = site.settings.per_page
    stories = site.edition.stories
    further = further_pages(site, own, stories[size:])
    yield _page(
        site,
        "articles",
        entries=entries(site, stories[:size]),
        further=further,
        course=course(site, stories),
        months=month_links(site),
    )
    yield from list_pages(site, own, stories[size:])


def _collated(name: str) -> str:
    """``name`` as a dictionary files it: accents and case do not count."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    return "".join(char for char in folded if not unicodedata.combining(char))
