"""From an edition to pages: a view and a template for each kind of page, in the order a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator
from types import EllipsisType

from topic_briefings.gathering.editions import dumps
from topic_briefings.models import Edition, Page
from topic_briefings.pages.about import about_page
from topic_briefings.pages.article import article_page
from topic_briefings.pages.assets import asset_pages
from topic_briefings.pages.briefing import country_pages, topic_pages
from topic_briefings.pages.data import LEDGER, data_pages
from topic_briefings.pages.feeds import feed_pages
from topic_briefings.pages.further import further_quotations
from topic_briefings.pages.guide import guide_page
from topic_briefings.pages.home import home_page
from topic_briefings.pages.indexes import index_pages
from topic_briefings.pages.lists import page
from topic_briefings.pages.months import month_pages
from topic_briefings.pages.site import Site
from topic_briefings.pages.voice import voice_pages
from topic_briefings.settings import Settings

__all__ = ["LEDGER", "render"]


def render(edition: Edition, settings: Settings, *, ledger: bytes | EllipsisType | None = ...) -> Iterator[Page]:
    """Every page of ``edition``, and the style sheet and fonts they are shown with.

    ``ledger`` is the file of an earlier edition that is to stay, or None where there is to be none; without it, the
    ledger of this edition is written.
    """
    site = Site(edition, settings)
    history = dumps(edition.ledger).encode() if ledger is ... else ledger
    yield from home_page(site)
    yield from index_pages(site)
    yield from month_pages(site)
    for briefing in edition.countries:
        yield from country_pages(site, briefing)
    for briefing in edition.topics:
        yield from topic_pages(site, briefing, site.broad(briefing.key))
    for voice in edition.voices:
        yield from voice_pages(site, voice)
    reports = edition.reports
    for index, report in enumerate(reports):
        newer = reports[index - 1] if index else None
        older = reports[index + 1] if index + 1 < len(reports) else None
        yield page(site.article(report.article).path, article_page(site, report, newer, older))
        yield from further_quotations(site, report)
    yield from about_page(site)
    yield from data_pages(site)
    yield from guide_page(site, ledger=history is not None)
    yield from feed_pages(site)
    if history is not None:
        yield Page(path=LEDGER, content=history)
    yield from asset_pages()
