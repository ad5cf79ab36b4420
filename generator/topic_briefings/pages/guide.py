"""The page for those who take the data: which files there are and what each holds."""

from __future__ import annotations

from collections.abc import Iterator

from topic_briefings.models import Page
from topic_briefings.pages.data import ARTICLES, LEDGER, QUOTATIONS, SCHEMA, TABLE
from topic_briefings.pages.feeds import feed_links, feed_of
from topic_briefings.pages.lists import page
from topic_briefings.pages.markdown import UNSEARCHED, front_matter
from topic_briefings.pages.site import Link, Site
from topic_briefings.pages.templating import template

GUIDE = "data/index.md"


def guide_page(site: Site, *, ledger: bool) -> Iterator[Page]:
    """The page ``data/index.md``; ``ledger`` says whether there is one yet."""
    words, home = site.words, Link(text=site.settings.site_name, path="index.md")
    files = {TABLE: "data_table", QUOTATIONS: "data_quotations", ARTICLES: "data_articles", SCHEMA: "data_schema"}
    if ledger:
        files[LEDGER] = "data_ledger"
    if feed_of(home, site.edition.reports):
        files |= {link.path: "data_feed" for link in feed_links(home)}
    title = words["data_title"]
    body = template("data.md.j2").render(
        w=words,
        here=GUIDE,
        title=title,
        front_matter=front_matter({"title": title, "description": words["data_lead"], **UNSEARCHED}),
        files=[(path.rpartition("/")[2], path, words[holds]) for path, holds in files.items()],
    )
    yield page(GUIDE, body)
