"""The table of kinds of pages. A kind is one file here that ends in its row, ``KIND``; the table is made of these.

Whoever deals with kinds of pages reads the table: rendering, feeds, data, the search, the navigation, verifying.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from topic_briefings.models import Edition
from topic_briefings.pages.searched import PAGES, QUOTATIONS, Facet, Group, Searched
from topic_briefings.pages.site import PageKind, Site
from topic_briefings.plugins import added
from topic_briefings.settings import Settings


def _rows() -> tuple[PageKind, ...]:
    rows = [import_module(f"{__name__}.{module.name}").KIND for module in iter_modules(__path__)]
    rows += [kind for _, kind in added("kinds")]
    return tuple(sorted(rows, key=lambda kind: (kind.place, kind.key)))


KINDS: tuple[PageKind, ...] = _rows()
"""Every kind of page, in the order of their places."""


def site_of(edition: Edition, settings: Settings, *, history: bool = True) -> Site:
    """``edition`` with the addresses of the pages of all kinds; ``history`` says whether its ledger is published."""
    return Site(edition, settings, KINDS, history=history)


def kind_at(path: str) -> PageKind | None:
    """The kind of the page at ``path`` below ``docs/``; None for one that somebody wrote by hand, and at the top."""
    folder, below, _ = path.partition("/")
    return next((kind for kind in KINDS if below and kind.folder == folder), None)


def is_at(path: str | None, key: str) -> bool:
    """Whether the page at ``path`` below ``docs/`` stands in the folder of the kind ``key``."""
    kind = kind_at(path or "")
    return kind is not None and kind.key == key


def searched(path: str) -> Searched:
    """What a search makes of the page at ``path`` below ``docs/``."""
    kind = kind_at(path)
    return kind.searched if kind and kind.searched else Searched(group=PAGES)


def groups() -> tuple[Group, ...]:
    """The groups of results, in the order in which a search shows them."""
    found = dict.fromkeys(kind.searched.group for kind in KINDS if kind.searched)
    found.pop(PAGES, None)
    return (*found, QUOTATIONS, PAGES)


def facets() -> tuple[Facet, ...]:
    """What results can be narrowed by."""
    return tuple(kind.searched.facet for kind in KINDS if kind.searched and kind.searched.facet)


def quoting(path: str) -> bool:
    """Whether what the page at ``path`` below ``docs/`` says is from articles."""
    kind = kind_at(path)
    return kind.quotes if kind else path == "index.md"
