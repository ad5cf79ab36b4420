"""While a site is served: the page of an article that was edited is shown ahead of the build.

The whole site follows when a browser has had time to load the page. Nothing is written but what is served: pages on
disk, memory and search come with that build, which finds what stands on the served page already, or writes it anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from threading import Thread, Timer
from typing import TYPE_CHECKING, TypeVar

from mkdocs.commands.build import get_context
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from topic_briefings.settings import Settings
from topic_briefings.store.runs import below, looks

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from topic_briefings.glimpse import Glimpse
    from topic_briefings.models import Edition

Show = Callable[[Mapping[str, str]], bool]
"""Puts pages, Markdown by their paths below ``docs/``, before the editor; tells whether there are such pages."""
PAUSE = 1.0
"""Seconds in which a browser can load the page before all waits for the build."""

MOST = 3
"""Builds in a row that give way to an edit."""

log = get_plugin_logger("briefings")
T = TypeVar("T")


class _SupersededError(Exception):
    """An edit came while the one before was gathered."""


class PageAhead(Page):
    """A page that is shown before the site is built with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What MkDocs builds a page with."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment

    def put(self, path: str, markdown: str) -> bool:
        """Build the page at ``path`` anew from ``markdown``, as MkDocs does; whether it has such a page."""
        config, files, hooks = self.config, self.files, self.config.plugins
        known = files.get_file_from_path(path)
        if known is None:
            return False
        file = copy(known)
        file.content_string = markdown
        page = PageAhead(None, file, config)
        page.read_source(config)
        page.markdown = hooks.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        page.render(config, files)
        page.content = hooks.on_page_content(page.content or "", page=page, config=config, files=files)
        page.active = True
        template = self.env.get_template(str(page.meta.get("template", "main.html")))
        html = template.render(get_context(self.nav, files, config, page))
        html = hooks.on_post_page(html, page=page, config=config)
        if html:
            write_file(html.encode("utf-8", errors="xmlcharrefreplace"), file.abs_dest_path)
        return True


class Ahead:
    """What a server shows before it builds."""

    def __init__(self) -> None:
        self._glimpse: Glimpse | None = None
        self._thread: Thread | None = None
        self._seen: dict[str, list[int] | None] = {}
        self._timer: Timer | None = None
        self._server: LiveReloadServer | None = None
        """The one that builds what may give way to the next edit."""
        self._gave_way = 0

    def begin(self, settings: Settings) -> None:
        """A build begins, of what is there now."""
        self._seen = _seen(settings)

    def know(self, edition: Edition, settings: Settings) -> None:
        """An edition is what is served from now on; what a glimpse needs of it is made beside."""
        self._wait()
        self._thread = Thread(target=self._prepare, args=(edition, settings), daemon=True)
        self._thread.start()

    def follow(self, server: LiveReloadServer, ready: Callable[[], None], settings: Settings, show: Show) -> None:
        """Have the ``server`` show what can be shown before it builds.

        ``ready`` waits until what an edit needs has been read; ``show`` tells whether it put pages before the editor.
        """
        build = server.builder

        def ahead() -> None:
            if self._timer:
                self._timer.cancel()
            ready()
            if self._show(settings, show):
                self._build_later(server)
                return
            try:
                with self._giving_way(server):
                    build()
            except _SupersededError:
                server._want_rebuild = False
                if self._show(settings, show):
                    self._build_later(server)
                else:
                    build()

        server.builder = ahead

    def heeding(self, items: Iterable[T], doing: str, total: int | None) -> Iterator[T]:
        """A progress display that shows nothing, and ends a run that has written nothing yet at the next edit."""
        del doing, total
        for item in items:
            if self._server is not None and self._server._want_rebuild:
                raise _SupersededError
            yield item

    @contextmanager
    def _giving_way(self, server: LiveReloadServer) -> Iterator[None]:
        """Let the next edit be shown before what is built meanwhile; not time and again, or nothing would be built."""
        self._gave_way += 1
        self._server = server if self._gave_way <= MOST else None
        try:
            yield
            self._gave_way = 0
        finally:
            self._server = None

    def _build_later(self, server: LiveReloadServer) -> None:
        self._timer = Timer(PAUSE, _build_now, (server,))
        self._timer.daemon = True
        self._timer.start()

    def _show(self, settings: Settings, show: Show) -> bool:
        """Whether something was shown that changed since the last time."""
        before, self._seen = self._seen, _seen(settings)
        changed = {Path(path) for path, look in self._seen.items() if before.get(path) != look}
        self._wait()
        if not changed or self._glimpse is None:
            return False
        try:
            return show(self._glimpse.pages(changed))
        except Exception:  # whatever is wrong, the build says it or shows it
            log.debug("nothing is shown ahead", exc_info=True)
            return False

    def _prepare(self, edition: Edition, settings: Settings) -> None:
        from topic_briefings.errors import BriefingsError
        from topic_briefings.glimpse import Glimpse

        try:
            self._glimpse = Glimpse(edition, settings)
        except BriefingsError:
            self._glimpse = None

    def _wait(self) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None


def _seen(settings: Settings) -> dict[str, list[int] | None]:
    """How the files of articles and the corrections look."""
    files = (str(file) for file in (*below(settings.seeds), settings.corrections_file))
    return {file: looks(file) for file in files}


def _build_now(server: LiveReloadServer) -> None:
    """Let the ``server`` build as when a file has changed."""
    with server._rebuild_cond:
        server._want_rebuild = True
        server._rebuild_cond.notify_all()
