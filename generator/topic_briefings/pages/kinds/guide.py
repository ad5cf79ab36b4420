"""The page for those who take the data: which files there are and what each holds."""

from __future__ import annotations

from collections.abc import Iterator

from topic_briefings.models import Page
from topic_briefings.pages.lists import page
from topic_briefings.pages.machine.data import LEDGER, QUOTATIONS, SCHEMA, TABLE, data_pages
from topic_briefings.pages.machine.feeds import feed_links, feed_of
from topic_briefings.pages.markdown import UNSEARCHED, front_matter
from topic_briefings.pages.site import PageKind, Site

GUIDE = "data/index.md"


def guide_pages(site: Site) -> Iterator[Page]:
    """The page ``data/index.md``, and the files that it tells of."""
    words, home = site.words, site.home()
    files = {TABLE: "data_table", QUOTATIONS: "data_quotations"}
    files |= {kind.records.path: kind.records.holds for kind in site.kinds.values() if kind.records}
    files |= {SCHEMA: "data_schema", **({LEDGER: "data_ledger"} if site.history else {})}
    if feed_of(home, (report.article for report in site.edition.reports)):
        files |= {link.path: "data_feed" for link in feed_links(home)}
    title = words["data_title"]
    body = site.template("data.md.j2").render(
        w=words,
        here=GUIDE,
        title=title,
        front_matter=front_matter({"title": title, "description": words["data_lead"], **UNSEARCHED}),
        files=[(path.rpartition("/")[2], path, words[holds]) for path, holds in files.items() if holds],
        beside=words["data_beside"] if site.settings.page_data else None,
    )
    yield page(GUIDE, body)
    yield from data_pages(site)


KIND = PageKind(
    key="data",
    place=70,
    folder="data",
    pages=guide_pages,
    templates=("data.md.j2",),
    quotes=False,
)
