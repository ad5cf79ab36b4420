"""The table of kinds of pages: what it says holds, and a new kind is a few files and nothing else."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import ROOT, files, make_site
from topic_briefings.pages.kinds import KINDS, facets, groups
from topic_briefings.pages.templating import TEMPLATES
from topic_briefings.pages.words import languages, words

PACKAGE = ROOT / "generator" / "topic_briefings"

KIND_FILE = '''
"""The page of an outlet, and the list of outlets."""

from topic_briefings.pages.indexes import index_page
from topic_briefings.pages.lists import entries, page
from topic_briefings.pages.markdown import front_matter
from topic_briefings.pages.searched import Facet, Group, Searched
from topic_briefings.pages.site import PageKind, Records, Thing
from topic_briefings.pages.templating import template


def _outlets(edition):
    found = {}
    for report in edition.reports:
        if report.article.outlet:
            found.setdefault(report.article.outlet, []).append(report)
    return found


def _pages(site):
    found = _outlets(site.edition)
    yield index_page(site, "outlet", "outlet.md.j2", entries=[], links=[site.link("outlet", name) for name in found])
    for name, reports in found.items():
        own = site.link("outlet", name)
        body = template("outlet.md.j2").render(
            site=site, w=site.words, here=own.path, title=name, entries=entries(site, reports), links=[],
            front_matter=front_matter({"title": name, "description": name}),
        )
        yield page(own.path, body)


KIND = PageKind(
    key="outlet",
    place=45,
    folder="outlets",
    title="outlets",
    pages=_pages,
    templates=("outlet.md.j2",),
    things=lambda edition, names: [Thing(key=name, name=name, text=name) for name in _outlets(edition)],
    feeds=lambda site: [(site.link("outlet", name), reports) for name, reports in _outlets(site.edition).items()],
    searched=Searched(
        group=Group(name="outlet", word="outlets"),
        facet=Facet(name="outlet", word="outlets", every="all_outlets", of=lambda row, _: [row["outlet"] or "-"]),
    ),
    records=Records(
        path="data/outlets.jsonl",
        rows=lambda site: [{"page": site.link("outlet", name).path, "name": name} for name in _outlets(site.edition)],
        holds="outlets",
    ),
)
'''
TEMPLATE = """{% import "parts.j2" as parts %}
{{ front_matter }}
# {{ title }} {: .bf-headline }

{% for link in links %}
- {{ parts.link(site, here, link) }}
{% endfor %}

{{ parts.entries(site, w, here, entries) }}
"""
WORDS = '[words]\noutlets = "Outlets"\nall_outlets = "All outlets"\n'
MOST = 4
"""So many files may a new kind of page touch."""


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    """A site built by a copy of the package that has one more kind of page, and the files that made it so."""
    folder = tmp_path_factory.mktemp("grown")
    own = folder / "lib" / "topic_briefings"
    shutil.copytree(PACKAGE, own, ignore=shutil.ignore_patterns("__pycache__"))
    pages = own / "pages"
    (pages / "kinds" / "outlet.py").write_text(KIND_FILE, encoding="utf-8")
    (pages / "templates" / "outlet.md.j2").write_text(TEMPLATE, encoding="utf-8")
    for language in languages():
        file = pages / "strings" / f"{language}.toml"
        file.write_text(file.read_text(encoding="utf-8").replace("[words]\n", WORDS), encoding="utf-8")
    before = {name: data for name, data in files(PACKAGE).items() if "__pycache__" not in name}
    touched = {name for name, data in files(own).items() if before.get(name) != data}
    site = make_site(folder / "site")
    done = subprocess.run(
        [sys.executable, "-c", "from topic_briefings.cli import main; main(prog_name='briefings')", "build"],
        cwd=site,
        env={**os.environ, "PYTHONPATH": str(folder / "lib"), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return site, touched


def test_a_new_kind_of_page_touches_few_files(grown: tuple[Path, set[str]]) -> None:
    _, touched = grown
    assert touched == {
        "pages/kinds/outlet.py",
        "pages/templates/outlet.md.j2",
        "pages/strings/en.toml",
        "pages/strings/de.toml",
    }
    assert len(touched) <= MOST


def test_a_new_kind_has_a_list_pages_feeds_and_data_and_is_verified(grown: tuple[Path, set[str]]) -> None:
    site, _ = grown
    docs = site / "docs"
    page = docs / "outlets" / "pacific-ledger-sample.md"
    assert "Pacific Ledger (sample)](pacific-ledger-sample.md)" in (docs / "outlets" / "index.md").read_text()
    assert "Nagoya" in page.read_text()
    assert (docs / "feeds" / "outlets" / "pacific-ledger-sample.xml").exists()
    rows = [json.loads(line) for line in (docs / "data" / "outlets.jsonl").read_text().splitlines()]
    assert {"page": "outlets/pacific-ledger-sample.md", "name": "Pacific Ledger (sample)"} in rows
    assert "[outlets.jsonl](outlets.jsonl)" in (docs / "data" / "index.md").read_text()


def test_a_new_kind_is_found_and_narrows_the_search(grown: tuple[Path, set[str]]) -> None:
    site, _ = grown
    home = (site / "site" / "index.html").read_text(encoding="utf-8")
    assert '<select name="outlet" data-facet>' in home
    assert 'name="kind" value="outlet"' in home
    assert 'href="outlets/"' in home
    index = json.loads((site / "site" / "pagefind" / "pagefind-entry.json").read_text())
    assert index["languages"]["en-x-outlet"]["page_count"] == len(list((site / "docs" / "outlets").glob("[!i]*.md")))


# ------------------------------------------------------------------ the table


def test_every_row_has_a_key_and_a_folder_of_its_own() -> None:
    keys, folders = [kind.key for kind in KINDS], [kind.folder for kind in KINDS if kind.folder]
    assert len(set(keys)) == len(keys)
    assert len(set(folders)) == len(folders)


def test_every_template_is_of_some_kind() -> None:
    named = {name.format(language=language) for kind in KINDS for name in kind.templates for language in languages()}
    assert named == {file.name for file in TEMPLATES.glob("*.md.j2")}


@pytest.mark.parametrize("language", languages())
def test_the_interface_has_a_word_for_all_that_rows_name(language: str) -> None:
    called = words(language)
    for kind in KINDS:
        assert not kind.title or (called[kind.title] and called[f"all_{kind.title}"])
    assert all(called[group.word] for group in groups())
    assert all(called[facet.word] and called[facet.every] for facet in facets())


def test_results_and_facets_stand_in_the_order_of_the_navigation() -> None:
    assert [group.name for group in groups()] == ["story", "briefing", "voice", "article", "quotation", "page"]
    assert [facet.name for facet in facets()] == ["country", "topic", "speaker"]
