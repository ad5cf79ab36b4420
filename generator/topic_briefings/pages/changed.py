"""The lines under "since …": what is new, corrected or withdrawn on a shelf."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from topic_briefings.models import Changes
from topic_briefings.pages.site import Link, Site

SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One kind of change: how many articles, and the first of them."""

    counted: str
    """ "2 new articles"."""
    links: tuple[Link, ...]
    withdrawn: tuple[str, ...]
    """Headlines of articles that have no page any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """What a page says has changed."""

    heading: str
    """ "Since 16 November 2026"."""
    changes: tuple[ChangeView, ...]


def changes_view(site: Site, shelf: str | None = None) -> ChangesView | None:
    """What changed on ``shelf``, or in the whole edition; None when nothing did or nothing can be compared."""
    return _changes_view(site, site.changes(shelf))


def changes_among(site: Site, ids: Set[str]) -> ChangesView | None:
    """What is new and corrected among the articles with these ``ids``; None when nothing is."""
    found = site.changes()
    if found is None:
        return None
    new, corrected = (tuple(key for key in keys if key in ids) for keys in (found.new, found.corrected))
    mine = replace(found, new=new, corrected=corrected, withdrawn=())
    return _changes_view(site, mine) if new or corrected else None


def _changes_view(site: Site, found: Changes | None) -> ChangesView | None:
    if found is None:
        return None
    kinds = (("new", found.new), ("corrected", found.corrected))
    views = [_view(site, kind, ids) for kind, ids in kinds if ids]
    if found.withdrawn:
        counted = site.words.count(len(found.withdrawn), "withdrawn")
        views.append(ChangeView(counted=counted, links=(), withdrawn=found.withdrawn[:SHOWN]))
    return ChangesView(heading=f"{site.words['since']} {site.words.date(found.since)}", changes=tuple(views))


def _view(site: Site, kind: str, ids: Sequence[str]) -> ChangeView:
    links = tuple(site.link("article", key) for key in ids[:SHOWN])
    return ChangeView(counted=site.words.count(len(ids), kind), links=links, withdrawn=())
