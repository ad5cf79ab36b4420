"""Briefings in a folder of a site that there is: the owner's pages stay as they are, and every link leads somewhere."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree
from pagefind.service import get_executable

from tests import forked
from tests.sites import FEW, ROOT, SAMPLES, briefings, files, make_site
from topic_briefings.finishing.content import content_span

GUEST = """\
  - briefings:
      folder: briefings
      seeds: seeds
"""

MATERIAL = """\
site_name: Handbook
site_url: https://example.org/press/
theme:
  name: material
  custom_dir: overrides
  language: de
  features: [navigation.instant, navigation.tabs, content.code.copy]
  palette: {primary: teal}
extra_css: [mine.css]
markdown_extensions:
  - smarty
  - abbr
  - admonition
  - toc: {permalink: true}
plugins:
  - search
  - tags
  - blog
"""

FLAT = """\
site_name: Handbook
use_directory_urls: false
theme: {name: readthedocs}
nav:
  - Start: index.md
  - About us: about.md
  - News: briefings/index.md
  - One: guide/one.md
plugins:
"""

PLAIN = """\
INHERIT: base.yml
site_name: Handbook
plugins:
  - search
"""

UNSEARCHED = """\
site_name: Handbook
theme: {name: material, font: false}
plugins:
"""

PLUGIN = """\
site_name: Handbook
theme: {{name: material, font: false}}
extra: {{company: Us}}
extra_css: [mine.css]
plugins:
  - search
  - {}
"""
I18N = """i18n:
      docs_structure: suffix
      languages:
        - {locale: en, default: true, name: English, build: true}
        - {locale: de, name: Deutsch, build: true}"""
MINIFY = "minify: {minify_html: true, minify_css: true, minify_js: true, css_files: [mine.css]}"

MATERIALX = """\
site_name: Handbook
theme: materialx
plugins:
  - search
"""

SITES = {
    "material": MATERIAL,
    "materialx": MATERIALX,
    "flat": FLAT,
    "plain": PLAIN,
    "unsearched": UNSEARCHED,
    "awesome-nav": PLUGIN.format("awesome-nav"),
    "literate-nav": PLUGIN.format("literate-nav: {nav_file: summary.md}"),
    "macros": PLUGIN.format("macros: {on_error_fail: true}"),
    "minify": PLUGIN.format(MINIFY),
    "i18n": PLUGIN.format(I18N),
}

PAGES = {
    "docs/index.md": '---\ntags: [first]\n---\n# Handbook\n\n!!! note\n    A "quoted" word. [One](guide/one.md)\n',
    "docs/about.md": "# About us\n\nWe are we.\n",
    "docs/guide/one.md": "# One\n\n| a |\n|---|\n| b |\n",
    "docs/blog/index.md": "# Blog\n",
    "docs/blog/posts/first.md": "---\ndate: 2026-01-02\n---\n# A post\n\nText.\n\n<!-- more -->\n\nMore.\n",
    "docs/about.de.md": "# Über uns\n\nWir sind wir.\n",
    "docs/.nav.yml": "nav:\n  - index.md\n  - guide\n  - about.md\n  - '*'\n",
    "docs/summary.md": "* [Start](index.md)\n* [About](about.md)\n* *\n",
    "docs/company.md": "# {{ company }}\n\n{% raw %}{{ raw }}{% endraw %}\n",
    "docs/mine.css": "p { color: teal }\n",
    "base.yml": "site_name: Base\nmarkdown_extensions: [admonition]\nextra: {homepage: /}\n",
    "overrides/main.html": '{% extends "base.html" %}{% block announce %}News{% endblock %}',
    "overrides/404.html": "<html><head></head><body>Mine: not here</body></html>",
}


TEMPLATE = """Wall in Nairobi says {{ 7*7 }} {% for x in y %} {# gone #}

The engineers of Nairobi in Kenya wrote {{ 7*7 }} on a wall. “It is {{ company }} and {% include 'x' %} and {{{ 3 }}},”
said Grace Kamande, the water minister.
"""


@pytest.fixture(scope="module")
def materialx(tmp_path_factory) -> Path:
    """A folder with materialx, which takes Material's place where a program looks into it first."""
    folder = tmp_path_factory.mktemp("materialx")
    command = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--no-deps", "--require-hashes"]
    command += ["--target", str(folder), "--requirements", str(ROOT / "tests" / "materialx.lock")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own arguments
    if done.returncode and not os.environ.get("CI"):
        pytest.skip(f"NOT TESTED: materialx was not installed: {done.stderr}")
    assert done.returncode == 0, done.stderr
    pagefind = get_executable()
    assert pagefind
    patient = folder / PATIENT
    patient.write_text(f'#!/bin/sh\nexec 3<&0\n{shlex.quote(str(pagefind))} "$@" <&3 &\n{WAIT}')
    patient.chmod(0o755)
    return folder


PATIENT = "pagefind-patient"
WAIT = """work=$!
trap 'sleep 1; kill "$work"' TERM
wait "$work"
"""
"""materialx searches by Pagefind's own service, which ends its program before all that it wrote is in the files: under
load one site in six has some that are cut, with briefings and without. Its program gets a second to end its work, so
that what we compare is what we write."""


@pytest.fixture(scope="module")
def site_of(tmp_path_factory, request):
    """The folder of a site by its name, built with and without the briefings, each once."""

    @cache
    def made(name: str) -> Path:
        folder = tmp_path_factory.mktemp(name)
        theme = request.getfixturevalue("materialx") if name == "materialx" else None
        for path, text in PAGES.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)
        (folder / "seeds").mkdir()
        for sample in FEW:
            shutil.copyfile(SAMPLES / sample, folder / "seeds" / sample)
        (folder / "seeds" / "template.txt").write_text(TEMPLATE)
        config = folder / "mkdocs.yml"
        alone = SITES[name].replace("  - News: briefings/index.md\n", "")
        config.write_text(alone + "  []\n" if alone.endswith("plugins:\n") else alone)
        build(folder, "before", theme)
        config.write_text(SITES[name] + GUEST)
        build(folder, "site", theme)
        return folder

    return made


def build(folder: Path, into: str, theme: Path | None = None) -> None:
    env = None
    if theme:
        env = {
            "PYTHONPATH": f"{theme}{os.pathsep}{ROOT / 'generator'}",
            "PAGEFIND_BINARY_PATH": str(theme / PATIENT),
        }
    done = forked.run("mkdocs", "build", "--strict", "--site-dir", into, cwd=folder, env=env)
    assert done.returncode == 0, done.stderr


every_site = pytest.mark.parametrize("name", SITES)


@every_site
def test_no_file_of_the_owner_changes(site_of, name):
    folder = site_of(name)
    assert {path: (folder / path).read_text() for path in PAGES} == PAGES
    ours = {path.partition("/")[0] for path in files(folder / "docs") if f"docs/{path}" not in PAGES}
    assert ours == {"briefings"}


@every_site
def test_no_text_of_an_article_is_taken_for_a_template(site_of, name):
    folder = site_of(name)
    page = folder / "site" / "briefings" / "articles" / "template"
    html = next(file for file in (page / "index.html", page.with_suffix(".html")) if file.is_file()).read_text()
    shown = unescape(re.sub(r"<[^>]+>", "", html))
    assert "{{ 7*7 }} on a wall" in shown
    assert "“It is {{ company }} and {% include 'x' %} and {{{ 3 }}},”" in " ".join(shown.split())


@every_site
def test_the_owners_pages_are_built_as_before(site_of, name):
    folder = site_of(name)
    before = {path: text for path, text in files(folder / "before").items() if path.endswith((".html", ".css", ".js"))}
    after = files(folder / "site")
    assert before.keys() <= after.keys()
    for path, was in before.items():
        now = after[path]
        if path.endswith(".html") and path != "404.html":
            assert content(now) == content(was), path
            assert head(now) == head(was), path
        elif not path.endswith(".html"):
            assert now == was, path
    assert "bf-" not in after["404.html"].decode(), "what is missing is said in the owner's words"


def content(page: bytes) -> str:
    html = page.decode()
    start, end = content_span(html)
    # The page before and the page after may be ours.
    return re.sub(r'<nav class="md-footer__inner.*?</nav>|<div class="rst-footer-buttons.*?</div>', "", html[start:end],
                  flags=re.DOTALL)  # fmt: skip


def head(page: bytes) -> str:
    html = page.decode()
    found = html[: html.index("</head>")]
    return " ".join(re.sub(r'<link (?:href=\S+ )?rel="?(?:prev|next)"?[^>]*>', "", found).split())


@every_site
def test_every_link_leads_to_a_file(site_of, name):
    follow(site_of(name) / "site", "/press" if name == "material" else "")


def follow(root: Path, below: str) -> None:
    """Follow each link of the site in ``root``, which stands ``below`` the root of its host."""
    for file in root.rglob("*.html"):
        page = file.read_text()
        for link in re.findall(r'\b(?:href|src)="([^"]+)"', page):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            path = unquote(parts.path)
            if path.startswith("/"):
                assert path.startswith(below), f"{file.relative_to(root)}: {link}"
            target = Path(f"{root}{path.removeprefix(below)}") if path.startswith("/") else file.parent / path
            assert target.is_file() or (target / "index.html").is_file(), f"{file.relative_to(root)}: {link}"


@every_site
def test_every_link_of_a_feed_leads_to_a_page(site_of, name):
    root = site_of(name) / "site"
    feeds = sorted((root / "briefings" / "feeds").rglob("*.json"))
    assert feeds
    for file in feeds:
        for item in json.loads(file.read_text())["items"]:
            if name == "material":
                assert item["url"].startswith("https://example.org/press/briefings/articles/")
                target = root / urlsplit(item["url"]).path.removeprefix("/press/")
            else:
                target = file.parent / item["url"]
            assert target.is_file() or (target / "index.html").is_file(), item["url"]


def test_all_feeds_stand_in_one_outline_where_their_addresses_are_known(site_of):
    root = site_of("material") / "site"
    outline = etree.parse(root / "briefings" / "feeds" / "index.opml").getroot()
    assert outline.findtext("head/title") == "Briefings"
    found = {one.get("xmlUrl"): one for one in outline.iter("outline")}
    whole = {
        f"https://example.org/press/{feed.relative_to(root).as_posix()}"
        for feed in (root / "briefings" / "feeds").rglob("*.xml")
    }
    assert found.keys() == whole
    japan = found["https://example.org/press/briefings/feeds/countries/japan.xml"]
    assert japan.get("text") == "Briefings: Japan"
    assert japan.get("htmlUrl") == "https://example.org/press/briefings/countries/japan/"
    assert not (site_of("plain") / "site" / "briefings" / "feeds" / "index.opml").exists()


@every_site
def test_what_was_built_says_what_the_articles_say(site_of, name):
    folder = site_of(name)
    for arguments in (["verify"], ["verify", "--site", "site"]):
        done = briefings(*arguments, cwd=folder)
        assert done.returncode == 0, done.stdout


def test_our_pages_look_for_what_they_need_in_their_folder(site_of):
    page = (site_of("material") / "site" / "briefings" / "countries" / "japan" / "index.html").read_text()
    assert 'href="../../assets/briefings.css"' in page
    assert '<link rel="canonical" href="https://example.org/press/briefings/countries/japan/">' in page
    assert 'href="../../feeds/countries/japan.xml"' in page
    assert '<html lang="de"' in page
    assert "News" in page, "the owner's theme"
    assert "mine.css" in page


def test_materialx_is_dressed_as_material_is(materialx, tmp_path):
    site = make_site(tmp_path / "site")
    (site / "mkdocs.yml").write_text("site_name: Desk\ntheme: materialx\nplugins: [briefings]\n")
    (site / "docs").mkdir()
    build(site, "site", materialx)
    home = (site / "site" / "index.html").read_text()
    assert "materialx" in home.partition("</head>")[0], "who made it"
    assert home.count('data-md-color-primary="custom"') == 2, "light and dark"
    assert home.count('id="bf-search"') == 1
    assert "data-bf-open-search" in home
    assert "fonts.googleapis.com" not in home


def test_the_map_has_its_colours_in_any_theme(site_of):
    """Colours that only Material's schemes had would leave a black map in others."""
    css = (site_of("plain") / "site" / "briefings" / "assets" / "briefings.css").read_text()
    used = set(re.findall(r"var\((--bf-(?!tone)[a-z]+)\)", css.replace("\n", "")))
    pictures = (site_of("plain") / "site" / "briefings" / "assets" / "pictures.css").read_text()
    used |= set(re.findall(r"var\((--bf-(?!tone)[a-z]+)\)", pictures))
    everywhere = "".join(re.findall(r"(?s):root[^{]*\{(.*?)\}", css))
    assert {"--bf-accent", "--bf-paper", "--bf-rule", "--bf-quiet"} <= used
    assert [name for name in sorted(used) if f"{name}:" not in everywhere] == []


def test_a_policy_holds_for_our_pages_alone(site_of):
    root = site_of("unsearched") / "site"
    assert "Content-Security-Policy" in (root / "briefings" / "index.html").read_text()
    assert "Content-Security-Policy" not in (root / "index.html").read_text()
    paths = [line for line in (root / "_headers").read_text().splitlines() if line.startswith("/")]
    assert paths == ["/briefings/*"]


def test_a_policy_does_not_follow_a_reader_to_the_owners_pages(site_of):
    """With instant navigation a browser keeps one window, and with it the policy of the page that it began with."""
    root = site_of("material") / "site"
    assert "Content-Security-Policy" not in (root / "briefings" / "index.html").read_text()
    assert not (root / "_headers").exists()


def test_no_data_is_taken_for_a_program_where_pages_are_put_into_one_another(site_of):
    """Material runs every script of the content that it puts in, whatever its type."""
    root = site_of("material") / "site" / "briefings"
    page = (root / "articles" / "canada-port-strike-ends" / "index.html").read_text()
    assert "application/ld+json" in page.partition("</head>")[0]
    assert 'class="bf-tools"' in page.partition("</head>")[0]
    start, end = content_span(page)
    assert "<script" not in page[start:end]
    other = site_of("unsearched") / "site" / "briefings" / "articles" / "canada-port-strike-ends" / "index.html"
    assert "application/ld+json" not in other.read_text().partition("</head>")[0]


def test_a_site_without_a_search_has_ours_on_our_pages(site_of):
    root = site_of("unsearched") / "site"
    page = (root / "briefings" / "voices" / "index.html").read_text()
    assert 'data-base="../"' in page
    assert 'href="../articles/"' in page
    assert (root / "briefings" / "pagefind" / "pagefind.js").is_file()
    assert "bf-search" not in (root / "about" / "index.html").read_text()


def test_a_search_of_the_owner_finds_our_pages_too(site_of):
    index = json.loads((site_of("material") / "site" / "search" / "search_index.json").read_text())
    places = {entry["location"].partition("#")[0] for entry in index["docs"]}
    assert {"", "guide/one/", "briefings/articles/canada-port-strike-ends/"} <= places


def test_our_pages_say_what_they_are_about_and_name_the_owners_search(site_of):
    root = site_of("material") / "site"
    home = (root / "briefings" / "index.html").read_text()
    assert '<meta name="description" content="Briefings: Länder, Themen, ' in home, "in the owner's language"
    assert '<div class="md-search" aria-label="Suche" data-md-component="search" role="dialog">' in home
    assert (
        "aria-label" not in re.findall(r'<div class="md-search"[^>]*>', (root / "about" / "index.html").read_text())[0]
    )


def test_what_is_missing_below_our_folder_leads_to_our_lists(site_of):
    page = (site_of("material") / "site" / "briefings" / "404.html").read_text()
    assert 'href="/press/briefings/countries/"' in page
    assert 'href="/press/about/"' in page, "and the owner's navigation is there"


def test_an_owner_without_a_navigation_gets_one_section_more(site_of):
    page = (site_of("material") / "site" / "guide" / "one" / "index.html").read_text()
    tabs = [link.strip() for link in re.findall(r'class="md-tabs__link">\s*([^<]*?)\s*<', page)]
    assert tabs[-1] == "Briefings"
    assert "Briefings" not in tabs[:-1]


VERSIONED = """\
site_name: Handbook
site_url: https://example.org/press/
theme: {name: material, font: false}
extra: {version: {provider: mike}}
plugins:
  - search
  - mike
"""


def test_each_version_of_a_site_that_keeps_its_versions_is_whole(site_of, tmp_path):
    folder = tmp_path / "versions"
    shutil.copytree(site_of("plain"), folder, ignore=shutil.ignore_patterns("site", "before", "briefings", ".cache"))
    (folder / "mkdocs.yml").write_text(VERSIONED + GUEST)
    program = Path(sys.executable).with_name("mike")
    named = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, **named, "PATH": path, "PYTHONPATH": str(ROOT / "generator"), "GIT_CONFIG_GLOBAL": os.devnull}
    for command in (
        ("git", "init", "--quiet"),
        ("git", "add", "."),
        ("git", "commit", "--quiet", "--message", "A site"),
        (str(program), "deploy", "1.0", "latest", "--branch", "published"),
        ("git", "worktree", "add", "--quiet", "published", "published"),
    ):
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)  # noqa: S603 - ours
        assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads((folder / "published" / "versions.json").read_text())[0]["version"] == "1.0"
    version = folder / "published" / "1.0"
    home = (version / "briefings" / "index.html").read_text()
    assert '<link rel="canonical" href="https://example.org/press/1.0/briefings/"' in home
    assert (version / "briefings" / "pagefind" / "pagefind.js").is_file() == ("pagefind" in home)
    follow(version, "/press/1.0")


TWO = """\
site_name: Handbook
plugins:
  - briefings:
      folder: news/en
      seeds: seeds
      name: News
  - briefings:
      folder: news/de
      seeds: seeds
      site_language: de
"""


def test_two_keep_to_their_folders(site_of, tmp_path):
    folder = tmp_path / "two"
    shutil.copytree(site_of("plain"), folder, ignore=shutil.ignore_patterns("site", "before", "briefings", ".cache"))
    (folder / "mkdocs.yml").write_text(TWO)
    build(folder, "site")
    english, german = (folder / "site" / "news" / language / "index.html" for language in ("en", "de"))
    assert ">News</h1>" in english.read_text()
    assert "Länder" in german.read_text()
    assert 'data-base=""' in english.read_text(), "each has a search of its own"
    assert english.read_text().count('id="bf-search"') == german.read_text().count('id="bf-search"') == 1
    paths = [line for line in (folder / "site" / "_headers").read_text().splitlines() if line.startswith("/")]
    assert paths == ["/news/de/*", "/news/en/*"]


def test_two_in_one_folder_are_refused(site_of, tmp_path):
    folder = tmp_path / "two"
    folder.mkdir()
    (folder / "mkdocs.yml").write_text(TWO.replace("news/en", "news"))
    from click.testing import CliRunner

    from topic_briefings.cli import main

    done = CliRunner().invoke(main, ["generate", "--check", "-f", str(folder / "mkdocs.yml")])
    assert done.exit_code == 2
    assert 'two of them write to de/; give each a "folder:" of its own' in done.output
