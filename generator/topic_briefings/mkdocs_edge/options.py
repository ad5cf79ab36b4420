"""The settings that stand in ``mkdocs.yml``, read as MkDocs reads it, without building anything."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from topic_briefings.errors import SettingsError
from topic_briefings.settings import LANGUAGES, Settings, parse


def load_settings(config_file: Path) -> Settings:
    """The first of ``load_all_settings``, which is nearly always all there is."""
    return load_all_settings(config_file)[0]


def load_all_settings(config_file: Path) -> tuple[Settings, ...]:
    """The settings in ``config_file``, read as MkDocs reads it: with ``INHERIT``, ``!ENV`` and its own tags.

    One for each time that it names the plugin; a file that does not gives the defaults. Raises ``SettingsError``.
    """
    config = load_yaml(config_file)
    root = config_file.parent.resolve()
    found = tuple(
        parse(
            with_language(options, config.get("theme")),
            root=root,
            docs=root / str(config.get("docs_dir") or "docs"),
            site_name=str(config.get("site_name") or "Briefings"),
            source=config_file.name,
        )
        for options in options_in(config.get("plugins"))
    )
    refuse_shared([settings.docs for settings in found], config_file.name)
    return found


def refuse_shared(folders: Sequence[Path], source: str) -> None:
    """Raise ``SettingsError`` where two of the ``folders`` that are written to lie in one another."""
    for place, folder in enumerate(folders):
        if any(folder == other or folder in other.parents or other in folder.parents for other in folders[:place]):
            raise SettingsError(
                f'{source}: plugins: briefings: two of them write to {folder.name}/; give each a "folder:" of its own'
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteChoices:
    """What an owner chose for the whole site."""

    site_url: str | None
    searched: bool
    """Whether it has our search."""
    own_missing: bool
    """Whether the page for an address that leads nowhere is ours to write."""
    features: object
    """Those of the theme."""
    templates: tuple[Path, ...]
    """The owner's own folder of templates, where there is one."""
    scripts: tuple[str, ...]
    """Those that are listed: addresses, or paths from the root of the site."""


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
        features=theme.get("features") if isinstance(theme, Mapping) else None,
        own_missing=not (custom and (config_file.parent / str(custom) / MISSING).is_file()),
        templates=(config_file.parent / str(custom),) if custom else (),
        scripts=_listed(config.get("extra_javascript")),
    )


def addresses_in(config_file: Path, settings: Settings) -> Callable[[str], str | None]:
    """What gives the whole address of the page at a path; None where ``config_file`` does not say where the site is."""
    config = load_yaml(config_file)
    root, folders = config.get("site_url"), config.get("use_directory_urls", True)

    def address(path: str) -> str | None:
        if not root:
            return None
        bare = path.removesuffix("index.md").removesuffix(".md")
        page = bare if not bare or bare.endswith("/") else f"{bare}/" if folders else f"{bare}.html"
        above = f"{settings.folder}/" if settings.folder else ""
        return f"{str(root).rstrip('/')}/{above}{page}"

    return address


def load_yaml(config_file: Path) -> dict[str, Any]:
    """What stands in ``config_file``. Raises ``SettingsError``."""
    if not config_file.is_file():
        raise SettingsError(
            f'{config_file}: there is no such file; go to the folder of mkdocs.yml, or name it with "-f"'
        )
    found: object
    try:
        with config_file.open("rb") as file:
            found = yaml_load(file)
    except ConfigurationError as error:
        raise SettingsError(f"{config_file.name}: {' '.join(str(error).split())}; mend what it names") from error
    except TypeError:  # MkDocs looks into what it has read before it knows that there is anything
        found = None
    except OSError as error:
        raise SettingsError(f"{config_file.name}: cannot be read ({error.strerror}); check the file") from error
    if not isinstance(found, dict):
        raise SettingsError(f'{config_file.name}: is not a list of "key: value" lines; write "site_name: …" at its top')
    return found


def is_instant(features: object) -> bool:
    """Whether a theme with these ``features`` puts one page into another in place of loading it."""
    return isinstance(features, Collection) and "navigation.instant" in features


def shares_windows(settings: Settings, features: object) -> bool:
    """Whether a browser shows the owner's pages in the window of ours without loading it anew.

    ``features`` are those of the theme. A policy cannot be taken back while a window lasts: that of our pages would
    hold for the owner's scripts too.
    """
    from topic_briefings.finishing.policy import Cover

    return is_instant(features) and bool(settings.folder) and settings.policy == Cover.OURS


def options_in(plugins: object) -> list[object]:
    """What stands under each ``briefings`` in MkDocs' list, or mapping, of plugins; None once where none does."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    given = [entry["briefings"] for entry in entries if isinstance(entry, Mapping) and "briefings" in entry]
    return [_without_own(options) for options in given] or [None]


def _without_own(options: object) -> object:
    """``options`` without the one that MkDocs gives to every plugin."""
    if isinstance(options, Mapping):
        return {key: value for key, value in options.items() if key != "enabled"}
    return options


def _listed(scripts: object) -> tuple[str, ...]:
    """The files in MkDocs' list of scripts, whose entries are paths or mappings with one."""
    entries = scripts if isinstance(scripts, list) else []
    return tuple(str(entry.get("path") if isinstance(entry, Mapping) else entry) for entry in entries)


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
