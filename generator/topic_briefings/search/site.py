"""The search of one build: which pages it has seen, and what it leaves in the site when they are all built."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path
from typing import Any, Literal

from topic_briefings.forking import processes
from topic_briefings.search.entries import BuiltPage, built_page, entries
from topic_briefings.search.index import always, available, write_index
from topic_briefings.search.offline import write_entries
from topic_briefings.settings import Settings

Engine = Literal["online", "offline"]
"""Which script looks for what: Pagefind's, or our own for a site that no server shows."""
SCRIPTS: dict[Engine, str] = {"online": "assets/search-online.js", "offline": "assets/search-offline.js"}


def looked_at(path: str, href: str, meta: Mapping[str, Any], title: str, content: str) -> BuiltPage | None:
    """What a search looks at of a page: its path below ``docs/``, its address, its front matter, its title, its HTML.

    None for one that excludes itself from searches, as Material has it: it only lists others.
    """
    if (meta.get("search") or {}).get("exclude"):
        return None
    name = unescape(str(meta.get("title") or title))  # front matter is HTML-escaped, for the theme
    return built_page(path, href, name, content)


class SiteSearch:
    """Gathers the pages of a build, in whatever order they come, and makes them searchable at its end."""

    def __init__(self, settings: Settings, *, language: str, offline: bool) -> None:
        self.engine: Engine = "offline" if offline else "online"
        self._settings = settings
        self._language = language
        self._pages: list[BuiltPage] = []

    @property
    def possible(self) -> bool:
        """Whether this machine can make the index."""
        return self.engine == "offline" or available()

    def add(self, page: BuiltPage) -> None:
        """Take in a page."""
        self._pages.append(page)

    def write(self, docs: Path, site: Path, wanted: Callable[[], bool] = always) -> int:
        """Make the built ``site`` searchable and say how many entries there are.

        Raises ``SiteError``, and ``SupersededError`` once what Pagefind makes is no more ``wanted``.
        """
        found = entries(self._pages, docs, self._settings)
        if self.engine == "offline":
            return write_entries(found, site)
        return write_index(found, site, self._language, wanted, processes(self._settings.workers))
