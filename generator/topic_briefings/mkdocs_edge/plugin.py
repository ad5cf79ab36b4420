"""The plugin's hooks: pages are brought up to date before every build, and what was built is finished.

This folder alone knows MkDocs; what a site gets whatever builds it is made in ``finishing``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.utils import get_relative_url

from topic_briefings.errors import BriefingsError
from topic_briefings.finishing.addresses import Addresses, within
from topic_briefings.finishing.missing import FILE as MISSING
from topic_briefings.finishing.scripts import Scripts
from topic_briefings.finishing.site import SEARCHES, Finisher
from topic_briefings.forking import processes
from topic_briefings.mkdocs_edge.ahead import Frame, PageAhead
from topic_briefings.mkdocs_edge.configuration import OwnExtensions, arrange, bring_along
from topic_briefings.mkdocs_edge.correcting import Correcting
from topic_briefings.mkdocs_edge.hosts import guard
from topic_briefings.mkdocs_edge.options import is_instant, load_yaml, refuse_shared, shares_windows, with_language
from topic_briefings.mkdocs_edge.read import Read
from topic_briefings.mkdocs_edge.remembering import BuiltOnce, Memory, is_alone, shell
from topic_briefings.mkdocs_edge.serving import Serving
from topic_briefings.mkdocs_edge.sharing import Share
from topic_briefings.mkdocs_edge.watching import Watch
from topic_briefings.pages.words import words
from topic_briefings.settings import Settings, parse
from topic_briefings.writing.manifest import read_manifest

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.base import ConfigErrors, ConfigWarnings
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from topic_briefings.finishing.site import Done

THEME = Path(__file__).parent / "theme"
"""A template of MkDocs' that says too much: its sitemap names the day of the build."""

log = get_plugin_logger("briefings")


class NoOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs is typed only in part
    """MkDocs' own table of options, left empty: ``settings.py`` has ours."""


class BriefingsPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]  # MkDocs is typed only in part
    """``plugins: - briefings:`` in ``mkdocs.yml``."""

    supports_multiple_instances = True
    """Each in a folder of its own."""

    def __init__(self) -> None:
        self.generates = True
        """Whether a build begins with bringing the pages up to date; a caller who has just done so says no."""
        self.offline = False
        """Whether the site is built to be opened from a disk, without a server."""
        self._options: Mapping[str, object] = {}
        self._settings: Settings | None = None
        self._guards = True
        self._serving: Serving | None = None
        """While the site is served to an editor: pages show beside what they say the entry that corrects it."""
        self._correcting: Correcting | None = None
        self._watch = Watch()
        self._read = Read()
        self._extensions = OwnExtensions()
        self._ours: frozenset[str] = frozenset()
        self._finisher: Finisher | None = None
        self._memory: Memory | None = None
        self._nav: Navigation | None = None

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Keep the options as they are: our own check names the nearest right one, MkDocs' only warns."""
        self._options = options
        return super().load_config({}, config_file_path)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note what the build is for; MkDocs keeps a plugin that has this from one build to the next."""
        del dirty
        # While serving, MkDocs adds a script of its own to each page, which no hash could know.
        self._guards = command != "serve"
        self._serving = Serving() if command == "serve" else None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse an unknown or wrong option before anything else happens; bring along what our pages need."""
        source = Path(config.config_file_path or "mkdocs.yml")
        try:
            given = load_yaml(source)
            self._settings = parse(
                with_language(self._options, given.get("theme")),
                root=source.parent.resolve(),
                docs=Path(config.docs_dir),
                site_name=config.site_name,
                source=source.name,
            )
            ours = [p._settings for p in config.plugins.values() if isinstance(p, BriefingsPlugin) and p._settings]
            refuse_shared([settings.docs for settings in ours], source.name)
        except BriefingsError as error:
            raise PluginError(str(error)) from error
        if self._settings.folder:
            return config  # the site is the owner's: its theme, styles and templates are none of ours
        bring_along(config, given, self._settings.site_language)
        config.theme.dirs.insert(len(config.theme.dirs) - 1, str(THEME))  # before MkDocs' own, after all others
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Bring the pages up to date, and verify them unless they are only shown on this machine.

        An article that had to be left out, or a correction that does not apply any more, is a warning, so a strict
        build fails; a page that says what no article says stops any build.
        """
        if self._serving:
            self._serving.begin(self._settings)
        if self.generates and self._settings is not None:
            self._generate(config, self._settings)
        if self._serving:
            self._serving.set_aside(Path(config.site_dir))

    def _generate(self, config: MkDocsConfig, settings: Settings) -> None:
        # Slow to import; a build that was told not to generate need not wait.
        from topic_briefings.build import generate
        from topic_briefings.store.checks import remembered
        from topic_briefings.verifying import refuse_altered

        try:
            progress = self._serving.progress if self._serving else None
            with self._watch.overlooking(Path(config.docs_dir)):
                outcome = generate(settings, progress=progress, recorded=False)
            if self._serving:
                self._serving.generated(outcome, settings)
            if self._guards:
                with remembered(settings) as checks:
                    refuse_altered(settings, memory=checks)
        except BriefingsError as error:
            raise PluginError(str(error)) from error
        for article_error in outcome.errors:
            log.warning("%s", article_error)
        for sentence in outcome.unmet:
            log.warning("%s", sentence)
        files = outcome.files
        log.info(
            "articles: %d; files written: %d, removed: %d", outcome.articles, len(files.written), len(files.removed)
        )

    @property
    def workers(self) -> int:
        """How many processes its settings let work at once; one before they are known."""
        return processes(self._settings.workers) if self._settings else 1

    @property
    def _above(self) -> str:
        """What stands before our paths, below ``docs/``: nothing, or our folder and a slash."""
        return f"{self._settings.folder}/" if self._settings and self._settings.folder else ""

    def _address(self, url: str) -> str:
        """Where a page is, from where our pages begin on the site, as MkDocs says it from its root."""
        return "" if url in (".", "./") else url.removeprefix(self._above)

    def _aside(self, url: str) -> str:
        """The way from the page at ``url`` to where ours begin, where a plugin shows it elsewhere; else empty."""
        return "" if url.startswith(self._above) else get_relative_url(self._above, url)

    @event_priority(-100)  # the last: which pages other plugins keep out of the navigation is known
    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Arrange the navigation, and note where each page will be."""
        if self._settings is None:
            return files
        try:
            ours = frozenset(read_manifest(self._settings.docs))
        except BriefingsError as error:
            raise PluginError(str(error)) from error
        self._ours = frozenset(self._above + path for path in ours)
        label = words(self._settings.site_language)["correct_this"]
        self._correcting = Correcting(self._settings.docs, label) if self._serving else None
        arrange(config, files, self._ours, self._settings)
        pages = {
            file.src_uri.removeprefix(self._above): self._address(file.url)
            for file in files.documentation_pages()
            if file.src_uri.startswith(self._above)
        }
        self._finisher = Finisher(
            self._settings,
            Addresses(pages=pages, site_url=within(config.site_url or None, self._settings.folder)),
            ours,
            scripts=Scripts(map(Path, config.theme.dirs), map(str, config.extra_javascript)),
            offline=self.offline,
            instant=is_instant(config.theme.get("features")),
            guarded=self._guards and not shares_windows(self._settings, config.theme.get("features")),
            searched=SEARCHES.isdisjoint(config.plugins),
            described=self._serving is None,
        )
        return files

    @event_priority(-100)  # the last: the navigation is as it will be shown
    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Recall the pages that need not be built again."""
        self._memory, self._nav = None, nav
        if self._serving:
            self._serving.resume(files, self._depends(config))
        if self._settings is None or self._finisher is None or self._above or self.offline:
            return nav
        shared = shell(config, nav, BriefingsPlugin, self._finisher.depends)
        if shared:
            self._memory = Memory(self._settings.cache, shown=self._serving is not None)
            self._memory.recall(files, nav, config, shared, self._digest)
            finish = partial(self._share, self._finisher)
            share = Share(pages=self._memory.unknown, config=config, files=files, nav=nav, finish=finish)
            share.build(self.workers)
            if self._serving:
                self._memory.pass_over(config, partial(self._stands, self._serving))
        return nav

    def _share(self, finisher: Finisher, page: BuiltOnce, html: str) -> Done:
        """What ``_finished`` makes of one of the pages that are known once they are built."""
        return finisher.finished(page.file.src_uri, self._address(page.url), page.meta, html)

    def _stands(self, serving: Serving, page: BuiltOnce) -> bool:
        """Whether the page that is served is the one that is known; if so, it is finished."""
        same = page.built is not None and serving.holds(page.file.dest_uri, page.built.done.html)
        if same and page.built and self._finisher:
            self._finisher.again(page.built.done)
        return same

    def _depends(self, config: MkDocsConfig) -> str | None:
        """All that decides how files are finished while they are shown; None where others have a say."""
        alone = self._finisher is not None and is_alone(config, BriefingsPlugin)
        return f"{self._finisher.depends} {config.use_directory_urls}" if alone and self._finisher else None

    def _digest(self, file: File) -> str | None:
        """A digest of the Markdown of a page of ours as it is shown; None for others."""
        if file.src_uri not in self._ours or file.abs_src_path is None:
            return None
        return self._read.digest(file.src_uri, file.abs_src_path, self._correcting)

    @event_priority(-100)  # the last: what other plugins do to a page's Markdown is not rendered yet
    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Render a page of ours with our extensions: no other may alter a quotation."""
        del files
        path = page.file.src_uri
        if path in self._ours and not (isinstance(page, BuiltOnce) and page.built):
            self._extensions.begin(config)
            if self._correcting:
                return self._correcting.page(path.removeprefix(self._above), markdown)
        return markdown

    @event_priority(100)  # the first: what other plugins do to its HTML is the owner's business again
    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Render the next page as the owner says."""
        del page, files
        self._extensions.end(config)
        return html

    @event_priority(-100)  # the last: the policy knows the scripts that other plugins put in
    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Finish the page; what it gives is empty where the page that is served is the same."""
        del config
        html = self._finished(output, page)
        return "" if self._serving and self._serving.has(page.file.dest_uri, html) else html

    def _finished(self, output: str, page: Page) -> str:
        if self._finisher is None:
            return output
        path = page.file.src_uri
        if not path.startswith(self._above):
            return self._finisher.owners(output, path, "" if page.url in (".", "./") else page.url)
        if isinstance(page, BuiltOnce) and page.built:
            self._finisher.again(page.built.done)
            return page.built.done.html
        own, address, aside = path.removeprefix(self._above), self._address(page.url), self._aside(page.url)
        if isinstance(page, PageAhead):
            return self._finisher.finished(own, address, page.meta, output).html
        done = self._finisher.page(own, address, page.meta, output, aside=aside)
        if isinstance(page, BuiltOnce):
            page.keep(done)
        return done.html

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """While the site is served compile no template twice, and keep what a page is built with."""
        if self._serving:
            env.bytecode_cache = self._serving.compiled
            if self._memory is not None and self._nav is not None:
                self._serving.keep(Frame(config=config, files=files, nav=self._nav, env=env))
        return env

    @event_priority(-100)
    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        """Finish the page for an address that leads nowhere, which may be of the owner's own theme."""
        if self._finisher is None or template_name != MISSING:
            return output_content
        if self._above:
            return self._finisher.owners(output_content, template_name, "")
        own = config.theme.custom_dir
        return self._finisher.missing(output_content, own=not (own and (Path(own) / MISSING).is_file()))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finish the site."""
        if self._finisher is not None:
            try:
                if self._above:
                    self._finisher.write_missing(Path(config.site_dir))
                if self._serving:
                    spared = {path.removeprefix(self._above) for path in self._serving.spared()}
                    self._finisher.close_but_index(Path(config.site_dir), standing=spared)
                    self._serving.end(self._finisher, Path(config.site_dir), self._depends(config))
                else:
                    self._finisher.close(Path(config.site_dir))
            except BriefingsError as error:
                raise PluginError(str(error)) from error
        if self._memory is not None:
            self._memory.check_anchors(config)
            self._memory.keep()
        if self._serving and self._settings is not None:
            self._serving.rest(self._settings)

    def on_build_error(self, *, error: Exception) -> None:
        """Serve what was served before: while serving, the server goes on."""
        del error
        if self._serving:
            self._serving.fail()

    def on_shutdown(self) -> None:
        """Leave nothing behind of what was served."""
        if self._serving:
            self._serving.close()

    @event_priority(-100)  # the last: the builder that others are given is MkDocs' own
    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Follow the articles, and answer this machine alone."""
        del config, builder
        guard(server)
        if self._settings is not None:
            self._watch.follow(server, self._settings)
            if self._serving:
                self._serving.follow(server, self._settings)
        return server
