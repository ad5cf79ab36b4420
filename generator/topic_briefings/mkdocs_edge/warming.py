"""While a site is served: what the first edit needs is read beside, while a person still looks at the site.

A run that finds nothing to do reads no article and no table. The first edit would wait for all of them, and every
later one has them at hand.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from topic_briefings.errors import BriefingsError
from topic_briefings.settings import Settings

if TYPE_CHECKING:
    from topic_briefings.models import Edition


class Warming:
    """Reads once what a run reads."""

    def __init__(self) -> None:
        self._thread: Thread | None = None
        self._built = False

    def begin(self, settings: Settings, know: Callable[[Edition, Settings], None], *, idle: bool) -> None:
        """A site is built: after the first build, if its run was ``idle`` and read nothing, read it beside all else.

        What is read is given to ``know``.
        """
        if idle and not self._built:
            self._thread = Thread(target=_warm, args=(settings, know), daemon=True)
            self._thread.start()
        self._built = True

    def wait(self) -> None:
        """Wait until it is read, if that was begun."""
        if self._thread is not None:
            self._thread.join()


def _warm(settings: Settings, know: Callable[[Edition, Settings], None]) -> None:
    from topic_briefings.build import gathered
    from topic_briefings.extractors import analyse
    from topic_briefings.knowledge import Knowledge

    try:
        edition, _ = gathered(settings)
    except BriefingsError:  # the next build says it
        return
    know(edition, settings)
    knowledge = Knowledge(taxonomy=settings.topics)
    for report in edition.reports[:1]:
        analyse(report.article, knowledge)
