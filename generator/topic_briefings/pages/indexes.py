"""The four ways in: all countries, all topics, all voices, all articles."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

from topic_briefings.models import Page
from topic_briefings.pages.charts import course, coverage
from topic_briefings.pages.home import ShelfView, VoiceView, shelf, voices
from topic_briefings.pages.lists import entries, further_pages, list_pages, page
from topic_briefings.pages.markdown import UNSEARCHED, front_matter
from topic_briefings.pages.months import month_links
from topic_briefings.pages.site import Link, Site
from topic_briefings.pages.templating import template

VOICES, QUOTED = 500, 60
"""Names on one page, and the most quoted ones on the first of many."""
WIDE = ("countries", "voices")
"""Lists whose chapters need no list of their own beside them."""


def index_pages(site: Site) -> Iterator[Page]:
    """The list of each kind of page."""
    countries = _countries(site)
    named = [view for view in countries if not view.count]
    yield _page(site, "countries", countries=countries, named=named, coverage=coverage(site, "countries/index.md"))
    yield _page(site, "topics", topics=_topics(site))
    yield from _voices(site)
    yield from _articles(site)


def _page(site: Site, kind: str, **views: object) -> Page:
    title = site.words[kind]
    path = f"{kind}/index.md"
    described = f"{site.settings.site_name}: {title}"
    hidden = {"hide": ["toc"]} if kind in WIDE else {}
    matter = front_matter({"title": title, "description": described, **hidden, **UNSEARCHED})
    body = template(f"{kind}.md.j2").render(
        site=site, w=site.words, here=path, title=title, front_matter=matter, parent=None, **views
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


def _voices(site: Site) -> Iterator[Page]:
    """One page where it has room for all; else the most quoted on it, and the others on pages by name."""
    every = voices(site)
    names = sorted(every, key=lambda view: (_collated(view.link.text), view.link.path))
    own = Link(text=site.words["voices"], path="voices/index.md")
    if len(names) <= VOICES:
        yield _page(site, "voices", voices=_by_letter(names), quoted=[], ranges=[])
        return
    chunks = [names[at : at + VOICES] for at in range(0, len(names), VOICES)]
    ranges = [
        Link(text=f"{chunk[0].link.text} – {chunk[-1].link.text}", path=f"voices/pages/{number}.md")
        for number, chunk in enumerate(chunks, 1)
    ]
    yield _page(site, "voices", voices=[], quoted=every[:QUOTED], ranges=ranges)
    for at, (link, chunk) in enumerate(zip(ranges, chunks, strict=True)):
        body = template("voices.md.j2").render(
            site=site,
            w=site.words,
            here=link.path,
            title=f"{own.text}: {link.text}",
            front_matter=front_matter({"title": f"{own.text}: {link.text}", "hide": ["toc"], **UNSEARCHED}),
            parent=own,
            previous=ranges[at - 1] if at else None,
            next=ranges[at + 1] if at + 1 < len(ranges) else None,
            voices=_by_letter(chunk),
            quoted=[],
            ranges=[],
        )
        yield page(link.path, body)


def _by_letter(names: Sequence[VoiceView]) -> list[tuple[str, list[VoiceView]]]:
    """``names``, which are in order, by their first letter."""
    shelves: dict[str, list[VoiceView]] = defaultdict(list)
    for view in names:
        shelves[_collated(view.link.text)[:1].upper()].append(view)
    return list(shelves.items())


def _articles(site: Site) -> Iterator[Page]:
    own = Link(text=site.words["articles"], path="articles/index.md")
    size = site.settings.per_page
    reports = site.edition.reports
    further = further_pages(site, own, reports[size:])
    yield _page(
        site,
        "articles",
        entries=entries(site, reports[:size]),
        further=further,
        course=course(site, own.path, reports),
        months=month_links(site),
    )
    yield from list_pages(site, own, reports[size:])


def _collated(name: str) -> str:
    """``name`` as a dictionary files it: accents and case do not count."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    return "".join(char for char in folded if not unicodedata.combining(char))
