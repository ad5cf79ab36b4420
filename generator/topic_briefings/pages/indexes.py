"""The page at the top of each folder, which lists all of a kind: its frame, and what lists share."""

from __future__ import annotations

from dataclasses import dataclass

from topic_briefings.languages.accents import unaccented
from topic_briefings.models import Briefing, Page
from topic_briefings.pages.lists import page
from topic_briefings.pages.markdown import UNSEARCHED, front_matter
from topic_briefings.pages.site import Link, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfView:
    """A country or topic and how many articles are about it."""

    link: Link
    count: int
    mentioned: int


def index_page(site: Site, kind: str, file: str, *, wide: bool = False, **views: object) -> Page:
    """The list of all of a ``kind``: ``views`` in the template ``file``.

    A ``wide`` one has chapters that need no list of their own beside them.
    """
    own = site.list_of(kind)
    described = f"{site.settings.site_name}: {own.text}"
    hidden = {"hide": ["toc"]} if wide else {}
    matter = front_matter({"title": own.text, "description": described, **hidden, **UNSEARCHED})
    body = site.template(file).render(
        site=site, w=site.words, here=own.path, title=own.text, front_matter=matter, parent=None, **views
    )
    return page(own.path, body)


def shelf(site: Site, briefing: Briefing, link: Link) -> ShelfView:
    """A country or topic with its counts."""
    return ShelfView(link=link, count=len(briefing.about), mentioned=len(briefing.mentioned))


def collated(name: str) -> str:
    """``name`` as a dictionary files it: accents and case do not count."""
    return unaccented(name.casefold())
