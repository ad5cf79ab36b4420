"""From an edition to pages: a view and a template for each kind of page, in the order a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator
from types import EllipsisType

from topic_briefings.gathering.editions import dumps
from topic_briefings.models import Edition, Page
from topic_briefings.pages.assets import asset_pages
from topic_briefings.pages.kinds import site_of
from topic_briefings.pages.machine.data import LEDGER
from topic_briefings.pages.machine.feeds import feed_pages
from topic_briefings.pages.templating import named_errors
from topic_briefings.settings import Settings

__all__ = ["LEDGER", "render"]


def render(edition: Edition, settings: Settings, *, ledger: bytes | EllipsisType | None = ...) -> Iterator[Page]:
    """Every page of ``edition``, and the style sheet and fonts they are shown with.

    ``ledger`` is the file of an earlier edition that is to stay, or None where there is to be none; without it, the
    ledger of this edition is written.
    """
    history = dumps(edition.ledger).encode() if ledger is ... else ledger
    site = site_of(edition, settings, history=history is not None)
    with named_errors(settings.templates):
        for kind in site.kinds.values():
            yield from kind.pages(site)
    yield from feed_pages(site)
    if history is not None:
        yield Page(path=LEDGER, content=history)
    yield from asset_pages()
