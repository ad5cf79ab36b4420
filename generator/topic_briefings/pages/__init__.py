"""From an edition to pages: a view and a template for each kind of page, in the order a reader meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import EllipsisType

from topic_briefings.gathering.editions import dumps
from topic_briefings.models import Edition, KnownPage, Page
from topic_briefings.pages.assets import asset_pages
from topic_briefings.pages.digests import Digests
from topic_briefings.pages.kinds import site_of
from topic_briefings.pages.machine.data import LEDGER
from topic_briefings.pages.machine.feeds import feed_pages
from topic_briefings.pages.once import Memory, RememberedSite
from topic_briefings.pages.site import Site
from topic_briefings.pages.templating import named_errors
from topic_briefings.settings import Settings

__all__ = ["LEDGER", "Memory", "render", "render_once"]


def render(edition: Edition, settings: Settings, *, ledger: bytes | EllipsisType | None = ...) -> Iterator[Page]:
    """Every page of ``edition``, and the style sheet and fonts they are shown with.

    ``ledger`` is the file of an earlier edition that is to stay, or None where there is to be none; without it, the
    ledger of this edition is written.
    """
    return (page for page in _all(edition, settings, ledger, None) if isinstance(page, Page))


def render_once(
    edition: Edition,
    settings: Settings,
    memory: Memory,
    *,
    basis: str,
    known: Mapping[int, str],
    ledger: bytes | EllipsisType | None = ...,
) -> Iterator[Page | KnownPage]:
    """The same, without making again what ``memory`` knows.

    ``basis`` stands for all that decides what pages say but for the edition: settings, code and tools. ``known`` has
    the digests of some of the edition's analyses, by ``id``.
    """

    def remembering(site: Site) -> Site:
        return RememberedSite(site, Digests(edition, known), memory, f"{basis} {site.history}")

    # Templates of the site's own may look at anything, so what they made last time says nothing.
    return _all(edition, settings, ledger, None if settings.templates else remembering)


def _all(
    edition: Edition,
    settings: Settings,
    ledger: bytes | EllipsisType | None,
    remembering: Callable[[Site], Site] | None,
) -> Iterator[Page | KnownPage]:
    history = dumps(edition.ledger).encode() if ledger is ... else ledger
    site = site_of(edition, settings, history=history is not None)
    site = remembering(site) if remembering else site
    with named_errors(settings.templates):
        for kind in site.kinds.values():
            yield from kind.pages(site)
        yield from feed_pages(site)
        yield from site.due()
    if history is not None:
        yield Page(path=LEDGER, content=history)
    yield from asset_pages()
