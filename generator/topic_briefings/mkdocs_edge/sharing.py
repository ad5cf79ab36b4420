"""Pages that all cores build at once, before MkDocs builds one after the other.

What processes have built is what a memory knows (``remembering.py``): MkDocs is given pages that are finished. Each is
built as MkDocs does it, with its own parts; one of which something is to be said is left to MkDocs, which says it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from topic_briefings.forking import is_worth_it, shared
from topic_briefings.mkdocs_edge.remembering import Built, BuiltOnce, listening
from topic_briefings.mkdocs_edge.shells import Shells

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from topic_briefings.finishing.site import Done

Finish = Callable[[BuiltOnce, str], "Done"]
"""Finishes the HTML of a page; nothing else is changed by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The pages of a site that are to be built, and what with."""

    pages: Sequence[BuiltOnce]
    config: MkDocsConfig
    files: Files
    nav: Navigation
    finish: Finish

    def build(self, workers: int) -> None:
        """Build them by as many processes as there are ``workers``, where that is worth it.

        A page of which something has to be said stays unbuilt.
        """
        if not is_worth_it(len(self.pages), workers):
            return
        with listening(alone=True):
            for page in self.nav.pages:  # its name is shown on all pages
                self._populate(page)
        listed, env = list(self.files.documentation_pages()), self.config.theme.get_env()
        shells = Shells(config=self.config, nav=self.nav, listed=listed, env=env)
        found = shared(lambda number: self._built(self.pages[number], shells), len(self.pages), workers)
        for known, built in zip(self.pages, found, strict=True):
            known.built = built

    def _built(self, page: BuiltOnce, shells: Shells) -> Built | None:
        with listening(alone=True):
            self._populate(page)
            page.active = True
            html = shells.html(page)
            page.active = False
            page.keep(self.finish(page, html))
        return page.built

    def _populate(self, page: Page) -> None:
        config, files, hooks = self.config, self.files, self.config.plugins
        page.read_source(config)
        page.markdown = hooks.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        page.render(config, files)
        page.content = hooks.on_page_content(page.content or "", page=page, config=config, files=files)
