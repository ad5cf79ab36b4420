"""What a theme puts around pages, filled once a shape, is what its templates make of each page, byte for byte."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from topic_briefings.mkdocs_edge.shells import Shells

TITLES = (
    ("Rain in Oslo", "It rained."),
    ("Fish &amp; ships &lt;SHIP&gt;", "A &quot;calm&quot; sea."),
    ("Snow", ""),
    ("Rain", "More &lt;rain&gt;"),
    ("Thaw", "Melting."),
)
PLAIN = (
    "<title>{{ page.title }} - {{ config.site_name }}</title>{{ page.meta.description }}{{ page.canonical_url }}"
    "<a href='{{ (page.toc | first).url | url }}'>{{ 'countries/' | url }}</a>{{ page.content }}"
)


def site(folder: Path) -> tuple[MkDocsConfig, Files]:
    (folder / "docs" / "articles").mkdir(parents=True)
    for number, _ in enumerate(TITLES):
        (folder / "docs" / "articles" / f"a{number}.md").write_text("# A\n")
    (folder / "docs" / "countries.md").write_text("# C\n")
    (folder / "mkdocs.yml").write_text("site_name: Briefings\nsite_url: https://news.example/\nplugins: []\n")
    config = load_config(str(folder / "mkdocs.yml"))
    names = [f"articles/a{number}.md" for number, _ in enumerate(TITLES)]
    files = [File(name, str(folder / "docs"), str(folder / "site"), True) for name in (*names, "countries.md")]
    return config, Files(files)


def rendered(folder: Path, template: str, *, heading: str = "<h1>") -> tuple[list[str], list[str], Shells]:
    """Each page by shells and by its template, and the shells."""
    config, files = site(folder)
    env: Environment = config.theme.get_env()
    env.loader = DictLoader({"main.html": template})
    nav = get_navigation(Files([file for file in files if file.src_uri == "countries.md"]), config)
    shells = Shells(config=config, nav=nav, listed=list(files), env=env)
    by_shells, by_template = [], []
    for (title, description), file in zip(TITLES, files, strict=False):
        page = Page(None, file, config)
        page.meta = {"title": title, **({"description": description} if description else {})}
        page.content = f"{heading}{title}{heading}"
        page.toc = get_toc([{"level": 1, "id": title[:4].lower(), "name": title, "children": []}])
        by_shells.append(shells.html(page))
        by_template.append(shells._rendered(page))
    return by_shells, by_template, shells


@pytest.mark.parametrize("heading", ["<h1>", "<h2>"])
def test_a_filled_shell_is_the_page_that_the_templates_make(tmp_path: Path, heading: str) -> None:
    filled, made, shells = rendered(tmp_path, PLAIN, heading=heading)
    assert filled == made
    assert any(shells._known.values())


@pytest.mark.parametrize(
    "odd",
    ["{{ page.title | striptags }}", "{{ page.title | striptags }}{{ page.title }}", "{{ page.meta.description }}"],
)
def test_a_template_may_take_references_from_the_title(tmp_path: Path, odd: str) -> None:
    filled, made, shells = rendered(tmp_path, PLAIN + odd)
    assert filled == made
    assert any(shells._known.values())


@pytest.mark.parametrize("odd", ["{{ page.title | upper }}", "{{ page.title | e }}", "{{ page.content | length }}"])
def test_a_template_that_does_more_with_words_renders_each_page(tmp_path: Path, odd: str) -> None:
    filled, made, shells = rendered(tmp_path, PLAIN + odd)
    assert filled == made
    assert not any(shells._known.values())


def test_a_page_with_a_mark_of_its_own_is_rendered(tmp_path: Path) -> None:
    filled, made, _ = rendered(tmp_path, PLAIN, heading="\ue0f0title&lt;\ue0f1")
    assert filled == made
