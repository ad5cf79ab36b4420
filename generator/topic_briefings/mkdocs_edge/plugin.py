"""The MkDocs edge: pages are brought up to date before every build, and ``mkdocs serve`` follows the articles.

The only module that knows MkDocs; the command line reads ``mkdocs.yml`` through it too.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.base import Config
from mkdocs.config.config_options import PathSpec
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.utils.yaml import yaml_load

from topic_briefings.errors import BriefingsError, SettingsError, SiteError
from topic_briefings.finishing.addresses import Addresses, finish_feeds, with_flat_links, with_whole_data
from topic_briefings.finishing.margins import without_margins
from topic_briefings.finishing.policy import headers, inline_hashes, with_policy
from topic_briefings.pages.kinds import unlisted
from topic_briefings.pages.words import words
from topic_briefings.search.site import SCRIPTS, SiteSearch
from topic_briefings.settings import Settings, parse
from topic_briefings.writing.manifest import read_manifest

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.base import ConfigErrors, ConfigWarnings
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

THEME = Path(__file__).parent / "theme"
"""What is added to Material's templates."""

log = get_plugin_logger("briefings")


class NoOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs is typed only in part
    """MkDocs' own table of options, left empty: ``settings.py`` has ours."""


class BriefingsPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]  # MkDocs is typed only in part
    """``plugins: - briefings:`` in ``mkdocs.yml``."""

    def __init__(self) -> None:
        self.generates = True
        """Whether a build begins with bringing the pages up to date; a caller who has just done so says no."""
        self._options: Mapping[str, object] = {}
        self._settings: Settings | None = None
        self._server: LiveReloadServer | None = None
        self._guards = True
        self._hashes: set[str] = set()
        self.offline = False
        """Whether the site is built to be opened from a disk, without a server."""
        self._search: SiteSearch | None = None
        self._addresses = Addresses(pages={}, site_url=None)

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

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse an unknown or wrong option before anything else happens."""
        source = Path(config.config_file_path or "mkdocs.yml")
        try:
            self._settings = parse(
                self._options,
                root=source.parent.resolve(),
                docs=Path(config.docs_dir),
                site_name=config.site_name,
                source=source.name,
            )
        except BriefingsError as error:
            raise PluginError(str(error)) from error
        config.theme.dirs.insert(0, str(THEME))
        # In the navigation, the generated pages would fill every page with a link to every other.
        own = PathSpec().run_validation("\n".join(unlisted()))
        config.not_in_nav = config.not_in_nav + own if config.not_in_nav else own
        config.theme["language"] = self._settings.site_language  # Material's own words, and what a page says it is in
        self._hashes.clear()
        self._search = self._own_search(config, self._settings)
        return config

    def _own_search(self, config: MkDocsConfig, settings: Settings) -> SiteSearch | None:
        """Our search, unless the site asks for Material's, or this machine has no Pagefind."""
        if "material/search" in config.plugins or "search" in config.plugins:
            return None
        search = SiteSearch(
            settings,
            language=settings.site_language,
            offline=self.offline,
            leaf="" if config.use_directory_urls else "index.html",
        )
        if not search.possible:
            log.info("the site has no search box, since there is no Pagefind for this machine; pip knows others")
            return None
        return search

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Bring the pages up to date, and verify them unless they are only shown on this machine.

        An article that had to be left out is a warning, so a strict build fails; a page that says what no article
        says stops any build.
        """
        if not self.generates or self._settings is None:
            return
        # Slow to import; a build that was told not to generate need not wait.
        from topic_briefings.build import generate
        from topic_briefings.verifying import refuse_altered

        try:
            with self._unwatched(config.docs_dir):
                report = generate(self._settings, recorded=False)
            if self._guards:
                refuse_altered(self._settings, known=report.files.written)
        except BriefingsError as error:
            raise PluginError(str(error)) from error
        for article_error in report.errors:
            log.warning("%s", article_error)
        files = report.files
        log.info(
            "articles: %d; files written: %d, removed: %d", report.articles, len(files.written), len(files.removed)
        )

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Leave out the script of the search that this site does not use; note where each page will be."""
        pages = {file.src_uri: "" if file.url == "./" else file.url for file in files.documentation_pages()}
        self._addresses = Addresses(pages=pages, site_url=config.site_url or None)
        engine = self._search.engine if self._search else None
        for name, script in SCRIPTS.items():
            file = files.get_file_from_path(script)
            if file is not None and name != engine:
                files.remove(file)
        return files

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Let the search see the page."""
        del config, files
        if self._search:
            self._search.add(page.file.src_uri, page.url, page.meta, str(page.title), html)
        return html

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Tell the templates what the search box and the theme's own pages say."""
        del config, files
        env.globals["site_search"] = self._search.for_templates() if self._search else None
        if self._settings is not None:
            env.globals["briefings_words"] = words(self._settings.site_language)
        return env

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Leave out the empty lines of templates, write addresses as the site has them, and set the page's policy."""
        output = without_margins(output)
        if config.site_url:
            output = with_whole_data(output, str(page.canonical_url))
        if not config.use_directory_urls:
            output = with_flat_links(output, page.file.src_uri, self._addresses)
        return self._guarded(output)

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        """Do so for the page that says that there is none."""
        del config
        return self._guarded(output_content) if template_name.endswith(".html") else output_content

    def _guarded(self, output: str) -> str:
        if not self._guards:
            return output
        self._hashes.update(inline_hashes(output))
        return with_policy(output, offline=self.offline)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the site searchable, its feeds whole, and put the policy of its pages into a file for its host."""
        if config.site_url or not config.use_directory_urls:
            finish_feeds(Path(config.site_dir), read_manifest(Path(config.docs_dir)), self._addresses)
        if self._search:
            try:
                self._search.write(Path(config.docs_dir), Path(config.site_dir))
            except BriefingsError as error:
                raise PluginError(str(error)) from error
        if self._guards and not self.offline:
            (Path(config.site_dir) / "_headers").write_text(headers(self._hashes), encoding="utf-8")

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Watch the articles, and the site's own topics."""
        del config, builder
        self._server = server
        if self._settings is not None:
            watched = (self._settings.seeds, self._settings.topics)
            for path in watched:
                if path is not None and path.exists():
                    server.watch(str(path))
        return server

    @contextmanager
    def _unwatched(self, docs: str) -> Iterator[None]:
        """Let the server overlook what we write: this very build reads it, and another would change nothing."""
        if self._server is None:
            yield
            return
        self._server.unwatch(docs)
        try:
            yield
        finally:
            self._server.watch(docs)


def build_site(config_file: Path, *, offline: bool = False) -> Path:
    """Build the site from the pages as they are, strictly, and say in which folder it stands.

    With ``offline`` it is one to open from a disk, beside the other.

    Raises ``SiteError`` when MkDocs finds fault with a page or with ``mkdocs.yml``; what it is stands on standard
    error then.
    """
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        config = load_config(str(config_file), strict=True)
        if offline:
            # Where nobody serves it, a link must name a file, and there is no address to call canonical.
            config.load_dict(
                {"site_dir": f"{config.site_dir.rstrip('/')}-offline", "use_directory_urls": False, "site_url": ""}
            )
        plugin = config.plugins.get("briefings")
        if isinstance(plugin, BriefingsPlugin):
            plugin.generates = False
            plugin.offline = offline
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except (MkDocsException, Abort) as error:
        raise SiteError(f"{config_file.name}: MkDocs could not build the site: {error}") from error
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
    return Path(config.site_dir)


def serve_site(config_file: Path, address: str | None, *, open_in_browser: bool) -> None:
    """Show the site on this machine until it is interrupted, built anew whenever an article or a page changes."""
    from mkdocs.__main__ import cli

    command = ["serve", "--config-file", str(config_file)]
    command += ["--dev-addr", address] if address else []
    command += ["--open"] if open_in_browser else []
    cli.main(command, prog_name="mkdocs", standalone_mode=False)


def load_settings(config_file: Path) -> Settings:
    """The settings in ``config_file``, read as MkDocs reads it: with ``INHERIT``, ``!ENV`` and its own tags.

    A file that does not name the plugin gives the defaults. Raises ``SettingsError``.
    """
    if not config_file.is_file():
        raise SettingsError(
            f'{config_file}: there is no such file; go to the folder of mkdocs.yml, or name it with "-f"'
        )
    try:
        with config_file.open("rb") as file:
            config = yaml_load(file)
    except ConfigurationError as error:
        raise SettingsError(f"{config_file.name}: {error}") from error
    root = config_file.parent.resolve()
    return parse(
        _options(config.get("plugins")),
        root=root,
        docs=root / str(config.get("docs_dir") or "docs"),
        site_name=str(config.get("site_name") or "Briefings"),
        source=config_file.name,
    )


def _options(plugins: object) -> object:
    """What stands under ``briefings`` in MkDocs' list, or mapping, of plugins."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        if isinstance(entry, Mapping) and "briefings" in entry:
            given = entry["briefings"]
            if isinstance(given, Mapping):
                return {key: value for key, value in given.items() if key != "enabled"}  # MkDocs' own option
            return given
    return None
