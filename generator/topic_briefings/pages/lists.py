"""Lists of articles: one entry a report, and as many pages as a long list needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from topic_briefings.models import KnownPage, Page, Report
from topic_briefings.pages.markdown import UNSEARCHED, front_matter
from topic_briefings.pages.quoted import source
from topic_briefings.pages.site import Link, Site

FIRST = 20
"""Entries on a briefing's own page; the rest follow on pages of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """An article in a list."""

    link: Link
    outlet: str
    source: str
    """Outlet and date."""
    date: str
    point: str
    """The first sentence of its bottom line; empty where none is sure."""
    language: str
    """Only when it is not the site's own."""


def entry(site: Site, report: Report) -> EntryView:
    """The entry of ``report``."""
    article, points = report.article, report.analysis.gist
    return EntryView(
        link=site.article(article),
        outlet=article.outlet or "",
        source=source(site, article),
        date=site.words.date(article.published),
        point=points[0].span.of(article.body) if points else "",
        language="" if article.language == site.words.language else article.language,
    )


def entries(site: Site, reports: Sequence[Report]) -> tuple[EntryView, ...]:
    """The entries of ``reports``, in their order."""
    return tuple(entry(site, report) for report in reports)


def further_pages(site: Site, parent: Link, reports: Sequence[Report]) -> tuple[Link, ...]:
    """The links of the pages that hold ``reports``, numbered from 2, below the page of ``parent``."""
    folder = parent.path.removesuffix("index.md").removesuffix(".md").rstrip("/")
    total = -(-len(reports) // site.settings.per_page)
    # "pages/" keeps the numbers of the list of all articles apart from the articles beside it.
    below = f"{folder}/pages" if parent.path.endswith("index.md") else folder
    return tuple(Link(text=str(number), path=f"{below}/{number}.md") for number in range(2, total + 2))


def list_pages(
    site: Site, parent: Link, reports: Sequence[Report], *, brief: bool = False
) -> Iterator[Page | KnownPage]:
    """The pages that hold those of a briefing's ``reports`` that its own page has no room for.

    ``brief`` entries are headlines with their sources, without points.
    """
    links, size = further_pages(site, parent, reports), site.settings.per_page
    for index, link in enumerate(links):
        before = links[index - 1] if index else parent
        after = links[index + 1] if index + 1 < len(links) else None
        own = tuple(reports[index * size : (index + 1) * size])
        yield from site.once(_list_page, parent, link, before, after, own, brief)


def _list_page(
    site: Site, parent: Link, link: Link, before: Link, after: Link | None, reports: Sequence[Report], brief: bool
) -> Iterator[Page]:
    title = f"{parent.text} · {site.words['page']} {link.text}"
    body = site.template("list.md.j2").render(
        site=site,
        w=site.words,
        here=link.path,
        title=title,
        front_matter=front_matter({"title": title, "description": title, **UNSEARCHED}),
        parent=parent,
        previous=before,
        next=after or Markup(""),
        brief=brief,
        entries=entries(site, reports),
    )
    yield page(link.path, body)


def page(path: str, markdown: str) -> Page:
    """A page with the runs of empty lines that templates leave folded to one."""
    lines: list[str] = []
    for line in (line.rstrip() for line in markdown.splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return Page(path=path, content="\n".join([*lines, ""]).lstrip("\n").encode())
