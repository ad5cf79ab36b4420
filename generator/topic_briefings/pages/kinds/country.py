"""The page of a country, and the list of all countries with the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from topic_briefings.knowledge.places import country_name
from topic_briefings.models import Edition, KnownPage, Page, Role
from topic_briefings.pages.briefing import Head, briefing_pages
from topic_briefings.pages.charts import coverage
from topic_briefings.pages.indexes import ShelfView, collated, index_page, shelf
from topic_briefings.pages.names import Names
from topic_briefings.pages.searched import BRIEFINGS, Facet, Searched
from topic_briefings.pages.site import PageKind, Site, Thing


def country_pages(site: Site) -> Iterator[Page | KnownPage]:
    """The list, then each country's page with those that its articles run on to."""
    countries = _countries(site)
    yield index_page(
        site,
        "country",
        "countries.md.j2",
        wide=True,
        countries=countries,
        named=[view for view in countries if not view.count],
        coverage=coverage(site, site.list_of("country").path),
    )
    for briefing in site.edition.countries:
        head = Head(own=site.country(briefing.key), shelf=site.list_of("country"), parent=None, kind="country")
        yield from briefing_pages(site, briefing, head)


def _countries(site: Site) -> list[ShelfView]:
    """In order of name, as a reader looks them up."""
    found = [shelf(site, briefing, site.country(briefing.key)) for briefing in site.edition.countries]
    return sorted(found, key=lambda view: (collated(view.link.text), view.link.path))


def _things(edition: Edition, names: Names) -> Iterator[Thing]:
    for briefing in edition.countries:
        code = briefing.key
        yield Thing(key=code, name=country_name(code, "en"), text=names.country(code))


def _filed(row: Mapping[str, Any], names: Names) -> Iterator[str]:
    """The countries that an article is about."""
    return (names.country(country["code"]) for country in row["countries"] if country["role"] == Role.FOCUS)


KIND = PageKind(
    key="country",
    place=10,
    folder="countries",
    title="countries",
    pages=country_pages,
    templates=("countries.md.j2", "briefing.md.j2", "list.md.j2"),
    things=_things,
    feeds=lambda site: [(site.country(briefing.key), briefing.about) for briefing in site.edition.countries],
    searched=Searched(
        group=BRIEFINGS,
        facet=Facet(name="country", word="search_country", every="all_countries", of=_filed),
        called="search_country",
        whole=False,
    ),
)
