"""What the plugin makes of an owner's configuration, without a build: theme, styles, extensions, navigation.

``tests/cases/configurations.txt`` has configurations, a document each, with a comment on what each is about. Each is
read as MkDocs reads it, over a folder with pages of the owner's and with ours, and all that the plugin brings or
changes is written down; so is what the commands read in it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.structure.files import get_files

from tests.sites import generate as published
from tests.sites import make_site, settings_of
from topic_briefings.errors import BriefingsError
from topic_briefings.mkdocs_edge.configuration import OwnExtensions
from topic_briefings.mkdocs_edge.hosts import host_of, is_loopback, refuse_open
from topic_briefings.mkdocs_edge.options import (
    addresses_in,
    is_instant,
    load_all_settings,
    load_site,
    shares_windows,
)
from topic_briefings.mkdocs_edge.plugin import BriefingsPlugin
from topic_briefings.settings import parse

CASES = Path(__file__).parent / "cases" / "configurations.txt"
PAGES = ("index.md", "countries/index.md", "countries/japan.md", "method.md", "notes/first.md", "notes/second.md")
ADDRESSES = (
    *("localhost:8000", "LOCALHOST:8000", "localhost", "127.0.0.1:8000", "127.9.9.9:80", "[::1]:8000", "[::1]"),
    *("0.0.0.0:8000", "desk.example:8000", "desk.example", "192.168.0.7:8000", "[::]:8000", "::1", "", " localhost "),
)


def configured(folder: Path) -> Iterator[str]:
    """The record of all configurations, read in ``folder``."""
    make_site(folder / "kept", ("japan-reactor-restart-fukui-assembly.md",))
    published(settings_of(folder / "kept"))
    published(parse({"workers": 1, "folder": "news"}, root=folder / "kept"))
    for name in ("method.md", "notes/first.md", "notes/second.md"):
        (folder / "kept" / "docs" / name).parent.mkdir(exist_ok=True)
        (folder / "kept" / "docs" / name).write_text(f"# {name}\n", encoding="utf-8")
    shutil.copytree(folder / "kept" / "docs" / "news", folder / "news")
    shutil.rmtree(folder / "kept" / "docs" / "news")
    for number, case in enumerate(CASES.read_text(encoding="utf-8").split("\n---\n")):
        yield ""
        yield from (f"> {line}" for line in case.strip().splitlines())
        site = folder / str(number)
        shutil.copytree(folder / "kept", site)
        if "folder: news" in case:
            shutil.copytree(folder / "news", site / "docs" / "news")
        if "custom_dir" in case:
            (site / "overrides").mkdir()
            (site / "overrides" / "404.html").write_text("<p>Mine</p>", encoding="utf-8")
        (site / "mkdocs.yml").write_text(case, encoding="utf-8")
        yield from _read(site / "mkdocs.yml")
        yield from _refused(lambda file=site / "mkdocs.yml": _brought(file), folder)
    yield ""
    yield from map(_address, ADDRESSES)


def _refused(told: Callable[[], Iterator[str]], folder: Path) -> Iterator[str]:
    """What is told, or the sentence that refuses it."""
    try:
        yield from told()
    except (BriefingsError, PluginError, ConfigurationError, Abort) as error:
        yield f"refused: {str(error).partition(chr(10))[0].replace(str(folder), '…')}"


def _address(address: str) -> str:
    try:
        refuse_open(address, "dev_addr")
    except BriefingsError as error:
        return f"{address!r}: {host_of(address)!r}: {error}"
    return f"{address!r}: {host_of(address)!r}: {'this machine alone' if is_loopback(host_of(address)) else 'taken'}"


def _read(file: Path) -> Iterator[str]:
    """What the commands read."""

    def told() -> Iterator[str]:
        for settings in load_all_settings(file):
            site = load_site(file)
            yield (
                f"{settings.shown_docs} of {settings.site_name}, {settings.site_language}; at {site.site_url}; "
                f"searched {site.searched}; own 404 {site.own_missing}; scripts {', '.join(site.scripts) or '-'}; "
                f"templates {', '.join(path.name for path in site.templates) or '-'}; "
                f"instant {is_instant(site.features)}; in one window {shares_windows(settings, site.features)}"
            )
            address = addresses_in(file, settings)
            yield "addresses " + " ".join(str(address(path)) for path in PAGES)

    yield from _refused(told, file.parent)


def _brought(file: Path) -> Iterator[str]:
    """What a build begins with."""
    config = load_config(str(file))
    plugins = [plugin for plugin in config.plugins.values() if isinstance(plugin, BriefingsPlugin)]
    for plugin in plugins:
        plugin.on_startup(command="build", dirty=False)
        plugin.on_config(config)
    yield f"theme {config.theme.name} {_json({name: config.theme[name] for name in _TOLD if name in config.theme})}"
    yield f"templates {' '.join(Path(place).name for place in config.theme.dirs)}"
    yield f"styles {' '.join(config.extra_css)}; scripts {' '.join(map(str, config.extra_javascript))}"
    yield f"extensions {_extensions(config)}; generator {config.extra.get('generator')}"
    extensions = OwnExtensions()
    extensions.begin(config)
    yield f"on our pages {_extensions(config)}"
    extensions.begin(config)
    extensions.end(config)
    yield f"on theirs {_extensions(config)}"
    files = get_files(config)
    for plugin in plugins:
        plugin.on_files(files, config=config)
    yield f"navigation {_json(config.nav)}"
    left_out = [page.src_uri for page in files.documentation_pages() if page.inclusion.is_not_in_nav()]
    yield f"not in it {' '.join(left_out)}"


_TOLD = ("language", "font", "features", "palette")


def _extensions(config: MkDocsConfig) -> str:
    return f"{' '.join(config.markdown_extensions)} {_json(config.mdx_configs)}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
