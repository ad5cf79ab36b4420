"""What our pages need of MkDocs' configuration, brought along where the owner of the site has chosen nothing.

``site_name`` and ``plugins: [briefings]`` make a whole site. Whatever the owner says wins: theme, language, fonts,
palette, features, navigation, styles and extensions. Our own pages are rendered with our own extensions all the
same, since others would change the words of quotations or make markup of them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import InclusionLevel
from mkdocs.theme import Theme
from mkdocs.utils import nest_paths

from topic_briefings.finishing.furniture import SCRIPTS, STYLES
from topic_briefings.pages.kinds import KINDS
from topic_briefings.pages.words import words
from topic_briefings.settings import Settings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

EXTENSIONS = ("attr_list", "md_in_html", "tables", "toc")
"""As few as our pages need: each one costs time on every page, and some would let an article's text become markup."""
OPTIONS: Mapping[str, Mapping[str, object]] = {
    # A speaker or a day is found by looking, not in the list of contents.
    "toc": {"permalink": False, "toc_depth": 2},
}
PAGES = (
    ("home", "index.md"),
    *((kind.title, f"{kind.folder}/index.md") for kind in KINDS if kind.title),
    ("about", "about.md"),
)
"""The navigation: a word of the interface, and the page it leads to. The other pages are reached through these."""

NAVIGATORS = frozenset(("awesome-nav", "awesome-pages", "literate-nav"))
"""Plugins that make the navigation from the folders: where one of them does, our home page is left for it to find."""

MATERIAL, _DEFAULT = "material", "mkdocs"
_LIKE_MATERIAL = (MATERIAL, "materialx")
"""Themes with its templates and its settings."""
_FEATURES = ("content.tooltips", "navigation.tabs", "navigation.top", "toc.follow")
_PALETTE = (
    ("(prefers-color-scheme)", None, "material/brightness-auto", "use_light"),
    ("(prefers-color-scheme: light)", "default", "material/brightness-7", "use_dark"),
    ("(prefers-color-scheme: dark)", "slate", "material/brightness-4", "use_system"),
)


def bring_along(config: MkDocsConfig, given: Mapping[str, Any], language: str) -> None:
    """Fill in what the owner has not chosen.

    ``given`` is what stands in the owner's file, ``language`` that of our headings and labels.
    """
    theme = _chosen_theme(config, given)
    ours = {
        "language": language,  # Material's own words, and what a page says it is in
        "font": False,  # no font is fetched from elsewhere; the style sheet brings its own
        "features": list(_FEATURES),
        "palette": _palette(language),
    }
    if "name" not in theme and "custom_dir" not in theme:
        config.theme = Theme(name=MATERIAL, **{**ours, **theme})
        config.extra.setdefault("generator", False)  # no "Made with" line
    elif theme.get("name") in _LIKE_MATERIAL:
        for key in ours.keys() - theme.keys():
            config.theme[key] = ours[key]
    config.extra_css[:0] = [style for style in STYLES if style not in config.extra_css]
    present = set(map(str, config.extra_javascript))
    config.extra_javascript[:0] = [script for script in SCRIPTS if script not in present]
    if "markdown_extensions" not in given:
        config.markdown_extensions += [name for name in EXTENSIONS if name not in config.markdown_extensions]
        config.mdx_configs |= {name: dict(options) for name, options in OPTIONS.items()}


def _chosen_theme(config: MkDocsConfig, given: Mapping[str, Any]) -> dict[str, Any]:
    """What the owner wrote of the theme, or said on the command line."""
    theme = given.get("theme")
    if theme is None:
        return {} if config.theme.name == _DEFAULT else {"name": config.theme.name}
    return {"name": theme} if isinstance(theme, str) else dict(theme)


def _palette(language: str) -> list[dict[str, object]]:
    own = words(language)
    found: list[dict[str, object]] = []
    for media, scheme, icon, name in _PALETTE:
        colours = {"scheme": scheme, "primary": "custom", "accent": "custom"} if scheme else {}
        found.append({"media": media, **colours, "toggle": {"icon": icon, "name": own[name]}})
    return found


def arrange(config: MkDocsConfig, files: Files, ours: Collection[str], settings: Settings) -> None:
    """Put our main pages into the navigation before the owner's own, unless the owner has made one.

    Where they have a folder of an owner's site, they are one section after all others. The other pages of ``ours``
    stay out: in the navigation they would fill every page with a link to every other.
    """
    above = f"{settings.folder}/" if settings.folder else ""
    if config.nav is None and not NAVIGATORS.intersection(config.plugins):
        own = words(settings.site_language)
        main = {f"{above}{path}": own[word] for word, path in PAGES}
        named = [{word: path} for path, word in main.items() if files.get_file_from_path(path)]
        others = [
            file.src_uri
            for file in files.documentation_pages(inclusion=InclusionLevel.is_in_nav)
            if file.src_uri not in ours and file.src_uri not in main
        ]
        nested = nest_paths(others)  # type: ignore[no-untyped-call]  # MkDocs is typed only in part
        config.nav = [*nested, {settings.site_name: named}] if above else [*named, *nested]
    for file in files.documentation_pages(inclusion=InclusionLevel.is_in_nav):
        if file.src_uri in ours and not (config.nav is None and file.src_uri == f"{above}index.md"):
            file.inclusion = InclusionLevel.NOT_IN_NAV


class OwnExtensions:
    """Our extensions in the place of the owner's, while a page of ours is rendered."""

    def __init__(self) -> None:
        self._owners: tuple[list[str], dict[str, Any]] | None = None

    def begin(self, config: MkDocsConfig) -> None:
        """Put ours in."""
        self.end(config)
        self._owners = config.markdown_extensions, config.mdx_configs
        config.markdown_extensions = list(EXTENSIONS)
        config.mdx_configs = {name: dict(options) for name, options in OPTIONS.items()}

    def end(self, config: MkDocsConfig) -> None:
        """Put the owner's back."""
        if self._owners is not None:
            config.markdown_extensions, config.mdx_configs = self._owners
            self._owners = None
