"""Serving: MkDocs' server follows the articles, and overlooks what a build of its own writes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from topic_briefings.settings import Settings

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


class Watch:
    """Which files MkDocs' server watches; none where nothing is served."""

    def __init__(self) -> None:
        self._server: LiveReloadServer | None = None

    def follow(self, server: LiveReloadServer, settings: Settings) -> None:
        """Watch the articles, the corrections, and the site's own topics."""
        self._server = server
        for path in (settings.seeds, settings.topics, settings.corrections):
            if path is not None and path.exists():
                server.watch(str(path))

    @contextmanager
    def overlooking(self, folder: Path) -> Iterator[None]:
        """Let the server overlook what is written to ``folder``: this very build reads it."""
        if self._server is None:
            yield
            return
        self._server.unwatch(str(folder))
        try:
            yield
        finally:
            self._server.watch(str(folder))
