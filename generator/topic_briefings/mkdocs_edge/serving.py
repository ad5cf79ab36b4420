"""What is done only while a site is served: an edit is to be seen soon, and nothing built twice.

The page of an edited article comes ahead (``ahead.py``), from an edition that was read beside (``warming.py``); then
the site, of which what stands as it should is left alone (``standing.py``); and last its search (``indexing.py``).
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from topic_briefings.finishing.site import Finisher
from topic_briefings.mkdocs_edge.ahead import Ahead, Frame
from topic_briefings.mkdocs_edge.indexing import Indexing, remove
from topic_briefings.mkdocs_edge.standing import Compiled, Standing, unsaid
from topic_briefings.mkdocs_edge.warming import Warming
from topic_briefings.running.progress import Progress
from topic_briefings.settings import Settings
from topic_briefings.store.decoded import stay

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files

    from topic_briefings.build import Outcome

log = get_plugin_logger("briefings")


class Serving:
    """One site, from one build to the next."""

    def __init__(self) -> None:
        stay()
        logging.getLogger("mkdocs.commands.build").addFilter(unsaid)
        self.compiled = Compiled()
        self._ahead = Ahead()
        self._warming = Warming()
        self._standing = Standing()
        self._indexing = Indexing()
        self._waste: list[Path] = []
        self._frame: Frame | None = None
        self._idle = False
        """Whether the last run found nothing to write."""

    @property
    def progress(self) -> Progress:
        """How a run is followed: it gives way to the next edit."""
        return self._ahead.heeding

    def begin(self, settings: Settings | None) -> None:
        """A build begins."""
        self._indexing.give_up()
        self._warming.wait()
        if settings is not None:
            self._ahead.begin(settings)

    def generated(self, outcome: Outcome, settings: Settings) -> None:
        """The pages are up to date."""
        self._idle = not outcome.files.written and not outcome.files.removed
        if outcome.edition:
            self._ahead.know(outcome.edition, settings)

    def set_aside(self, site: Path) -> None:
        """MkDocs is about to empty the folder that is served."""
        self._frame = None
        self._standing.begin(site)

    def resume(self, files: Files, depends: str | None) -> None:
        """Put back what is still good of the site of ``files``; see ``Standing``."""
        self._waste += self._standing.resume(files, depends)

    def holds(self, path: str, html: str) -> bool:
        """Whether the page at ``path`` of the site is served as ``html``."""
        return self._standing.holds(path, html)

    def has(self, path: str, html: str) -> bool:
        """The same of a page that else is written now."""
        return self._standing.has(path, html)

    def keep(self, frame: Frame) -> None:
        """Note what pages are built with, where nobody else has a say in what they say."""
        self._frame = frame

    def spared(self) -> Collection[str]:
        """Paths below ``docs/`` of what is not copied in this build."""
        return self._standing.spared

    def end(self, finisher: Finisher, site: Path, depends: str | None) -> None:
        """The site is built but for its index."""
        self._standing.end(depends)
        waste, self._waste = self._waste, []
        self._indexing.end(finisher, site, waste)

    def rest(self, settings: Settings) -> None:
        """The build is over: read what the next edit needs, if that has not been read."""
        self._warming.begin(settings, self._ahead.know, idle=self._idle)

    def fail(self) -> None:
        """The build failed: serve what was served before."""
        self._standing.fail()
        self._indexing.take_up()

    def close(self) -> None:
        """Leave nothing behind of what was served."""
        remove((*self._indexing.close(), *self._waste, *self._standing.close()))

    def follow(self, server: LiveReloadServer, settings: Settings) -> None:
        """Have the ``server`` show the page of an edited article before it builds."""
        self._ahead.follow(server, self._warming.wait, settings, self._show)

    def _show(self, pages: Mapping[str, str]) -> bool:
        """Put ``pages`` before the editor, by their paths below ``docs/``; whether any of them is there to be seen."""
        if self._frame is None or not pages:
            return False
        self._indexing.give_up()  # the build that follows makes another
        shown = [path for path, markdown in pages.items() if self._frame.put(path, markdown)]
        log.info("shown ahead of the build: %s", ", ".join(shown))
        return bool(shown)
