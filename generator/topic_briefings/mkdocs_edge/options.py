"""The settings that stand in ``mkdocs.yml``, read as MkDocs reads it, without building anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from topic_briefings.errors import SettingsError
from topic_briefings.settings import LANGUAGES, Settings, parse


def load_settings(config_file: Path) -> Settings:
    """The settings in ``config_file``, read as MkDocs reads it: with ``INHERIT``, ``!ENV`` and its own tags.

    A file that does not name the plugin gives the defaults. Raises ``SettingsError``.
    """
    config = load_yaml(config_file)
    root = config_file.parent.resolve()
    return parse(
        with_language(options_in(config.get("plugins")), config.get("theme")),
        root=root,
        docs=root / str(config.get("docs_dir") or "docs"),
        site_name=str(config.get("site_name") or "Briefings"),
        source=config_file.name,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteChoices:
    """What an owner chose for the whole site."""

    site_url: str | None
    searched: bool
    """Whether it has our search."""
    own_missing: bool
    """Whether the page for an address that leads nowhere is ours to write."""


def load_site(config_file: Path) -> SiteChoices:
    """What ``config_file`` says of the whole site. Raises ``SettingsError``."""
    # Slow to import, and most commands finish no site.
    from topic_briefings.finishing.missing import FILE as MISSING
    from topic_briefings.finishing.site import SEARCHES

    config = load_yaml(config_file)
    theme = config.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    return SiteChoices(
        site_url=config.get("site_url") or None,
        searched=SEARCHES.isdisjoint(_names(config.get("plugins"))),
        own_missing=not (custom and (config_file.parent / str(custom) / MISSING).is_file()),
    )


def load_yaml(config_file: Path) -> dict[str, Any]:
    """What stands in ``config_file``. Raises ``SettingsError``."""
    if not config_file.is_file():
        raise SettingsError(
            f'{config_file}: there is no such file; go to the folder of mkdocs.yml, or name it with "-f"'
        )
    try:
        with config_file.open("rb") as file:
            return yaml_load(file)
    except ConfigurationError as error:
        raise SettingsError(f"{config_file.name}: {error}") from error


def options_in(plugins: object) -> object:
    """What stands under ``briefings`` in MkDocs' list, or mapping, of plugins."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        if isinstance(entry, Mapping) and "briefings" in entry:
            given = entry["briefings"]
            if isinstance(given, Mapping):
                return {key: value for key, value in given.items() if key != "enabled"}  # MkDocs' own option
            return given
    return None


def _names(plugins: object) -> frozenset[str]:
    """The names in MkDocs' list, or mapping, of plugins."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    names = (name for entry in entries for name in (entry if isinstance(entry, Mapping) else [entry]))
    return frozenset(map(str, names))


def with_language(options: object, theme: object) -> object:
    """``options`` in the language of the owner's ``theme``, where they name none and it is one that we speak."""
    language = theme.get("language") if isinstance(theme, Mapping) else None
    if language not in LANGUAGES or not isinstance(options, Mapping | None):
        return options
    return {"site_language": language, **(options or {})}
