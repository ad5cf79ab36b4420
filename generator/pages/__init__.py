"""From an edition to pages: a view and a template for each kind of page, in the order a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.gathering.editions import dumps
from generator.models import Edition, Page
from generator.pages.about import about_page
from generator.pages.article import article_page
from generator.pages.assets import asset_pages
from generator.pages.briefing import country_pages, topic_pages
from generator.pages.data import LEDGER, data_pages
from generator.pages.feeds import feed_pages
from generator.pages.further import further_quotations
from generator.pages.guide import guide_page
from generator.pages.home import home_page
from generator.pages.indexes import index_pages
from generator.pages.lists import page
from generator.pages.months import month_pages
from generator.pages.site import Site
from generator.pages.voice import voice_pages
from generator.settings import Settings

__all__ = ["LEDGER", "render"]


def render(edition: Edition, settings: Settings) -> Iterator[Page]:
    """Every page of ``edition``, and the style sheet and fonts they are shown with."""
    site = Site(edition, settings)
    yield from home_page(site)
    yield from index_pages(site)
    yield from month_pages(site)
    for briefing in edition.countries:
        yield from country_pages(site, briefing)
    for briefing in edition.topics:
        yield from topic_pages(site, briefing, site.broad(briefing.key))
    for voice in edition.voices:
        yield from voice_pages(site, voice)
    stories = edition.stories
    for index, story in enumerate(stories):
        newer = stories[index - 1] if index else None
        older = stories[index + 1] if index + 1 < len(stories) else None
        yield page(site.article(story.article).path, article_page(site, story, newer, older))
        yield from further_quotations(site, story)
    yield from about_page(site)
    yield from data_pages(site)
    yield from guide_page(site)
    yield from feed_pages(site)
    yield Page(path=LEDGER, content=dumps(edition.ledger).encode())
    yield from asset_pages()
