"""What is taken along, and what is looked at: tables, figures, an article in the terminal."""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from tests.sites import SAMPLES, make_site, settings_of
from topic_briefings.build import gathered
from topic_briefings.cli import main

FILES = (
    "canada-east-coast-port-strike-begins.md",
    "canada-port-strike-ends.txt",
    "japan-reactor-restart-fukui-assembly.md",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    return make_site(tmp_path_factory.mktemp("along") / "site", FILES)


def run(*arguments: str):
    return CliRunner().invoke(main, arguments)


@pytest.fixture(scope="module")
def exported(site) -> tuple[Path, Path]:
    files = site / "all.csv", site / "all.db"
    done = run("export", *map(str, files), "-f", str(site / "mkdocs.yml"))
    assert done.exit_code == 0, done.output
    return files


# ------------------------------------------------------------------ tables


def test_a_table_begins_with_who_said_what_and_about_what(exported):
    with exported[0].open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0])[:6] == ["voice", "role", "text", "kind", "countries", "topics"]
    [parade] = [row for row in rows if row["text"].startswith("Nobody got a parade,")]
    assert parade["voice"] == "Étienne Laframboisse"
    assert "Canada" in parade["countries"].split("; ")
    assert "CA" in parade["country_codes"].split("; ")
    assert parade["outlet"] == "Sample Wire"


def test_every_row_is_the_words_of_its_article(exported, site):
    edition, _ = gathered(settings_of(site))
    bodies = {report.article.id: report.article.body for report in edition.reports}
    with exported[0].open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            # A cell that a spreadsheet would compute begins with an apostrophe.
            assert bodies[row["article"]][int(row["start"]) : int(row["end"])] in (row["text"], row["text"][1:])


def test_an_sqlite_file_is_whole_and_searchable(exported, site):
    edition, _ = gathered(settings_of(site))
    with closing(sqlite3.connect(exported[1])) as database:

        def ask(question: str) -> list[tuple]:
            return database.execute(question).fetchall()

        assert ask("PRAGMA foreign_key_check") == []
        assert ask("SELECT count(*) FROM articles") == [(len(edition.reports),)]
        assert ask("SELECT count(*) FROM quotations WHERE kind != 'indirect'") == [(len(edition.quotations),)]
        assert ("Étienne Laframboisse",) in ask(
            "SELECT voices.name FROM quotations JOIN voices ON voices.id = quotations.voice "
            "WHERE quotations.id IN (SELECT rowid FROM quotations_fts WHERE quotations_fts MATCH 'parade')"
        )
        assert ask(
            "SELECT role FROM article_countries WHERE article = 'canada-port-strike-ends' AND country = 'CA'"
        ) == [("focus",)]
        assert ask("SELECT DISTINCT voice FROM said WHERE text LIKE 'Nobody got a parade%'") == [
            ("Étienne Laframboisse",)
        ]


def test_the_same_articles_give_the_same_file(exported, site):
    before = [file.read_bytes() for file in exported]
    done = run("export", "--replace", *map(str, exported), "-f", str(site / "mkdocs.yml"))
    assert done.exit_code == 0, done.output
    assert [file.read_bytes() for file in exported] == before


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("all.csv", 'is there already; choose another name, or add "--replace"'),
        ("all.xlsx", "its name says nothing of its form; end it in .csv, .parquet, .db, .sqlite, .sqlite3"),
        ("nowhere/all.db", "make it first"),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is_read(exported, site, name, sentence):
    done = run("export", str(site / name), "-f", str(site / "mkdocs.yml"))
    assert done.exit_code == 2
    assert sentence in done.output
    assert "Reading" not in done.output


def test_a_parquet_file_has_the_same_rows_with_dates_and_numbers_as_such(exported, site):
    from pyarrow import parquet

    done = run("export", "--replace", str(site / "all.parquet"), "-f", str(site / "mkdocs.yml"))
    assert done.exit_code == 0, done.output
    rows = parquet.read_table(site / "all.parquet").to_pylist()
    with exported[0].open(newline="", encoding="utf-8") as file:
        table = list(csv.DictReader(file))
    assert [row["anchor"] for row in rows] == [row["anchor"] for row in table]
    assert list(rows[0]) == list(table[0])
    assert rows[0]["published"].isoformat() == table[0]["published"]
    assert [str(row["start"]) for row in rows] == [row["start"] for row in table]


def test_a_parquet_file_without_its_library_is_refused_by_name(site, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = run("export", str(site / "none.parquet"), "-f", str(site / "mkdocs.yml"))
    assert done.exit_code == 2
    assert 'needs pyarrow, which is not installed; pip install "topic-briefings[parquet]"' in done.output
    assert not (site / "none.parquet").exists()


# ------------------------------------------------------------------ what a page rests on


def test_the_evidence_for_a_page_is_whole_and_adds_up(site, tmp_path):
    file = tmp_path / "strike.zip"
    done = run("evidence", "voices/etienne-laframboisse.md", str(file), "-f", str(site / "mkdocs.yml"))
    assert done.exit_code == 0, done.output
    with zipfile.ZipFile(file) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    sums = dict(reversed(line.split("  ")) for line in held.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in held.items()}
    rows = [json.loads(line) for line in held["quotations.jsonl"].decode().splitlines()]
    assert rows
    assert {row["voice"] for row in rows} == {"Étienne Laframboisse"}
    assert all(f"#{row['anchor']}" in held["page.md"].decode() for row in rows)
    edition, _ = gathered(settings_of(site))
    for report in edition.reports:
        quoted = report.article.id in {row["article"] for row in rows}
        assert (report.article.digest in held["sources.txt"].decode()) is quoted
    again = tmp_path / "again.zip"
    run("evidence", "voices/etienne-laframboisse.md", str(again), "-f", str(site / "mkdocs.yml"))
    assert again.read_bytes() == file.read_bytes()


@pytest.mark.parametrize(
    ("page", "file", "sentence"),
    [
        ("voices/etienne-laframboise.md", "it.zip", "did you mean voices/etienne-laframboisse.md?"),
        ("voices/index.md", "it.pdf", "end it in .zip"),
    ],
)
def test_a_page_that_there_is_not_is_refused_by_name(site, tmp_path, page, file, sentence):
    done = run("evidence", page, str(tmp_path / file), "-f", str(site / "mkdocs.yml"))
    assert done.exit_code == 2
    assert sentence in done.output
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_is_not_built_is_not_printed(site, tmp_path):
    done = run(
        "evidence", "index.md", str(tmp_path / "it.zip"), "--site", str(tmp_path), "-f", str(site / "mkdocs.yml")
    )
    assert done.exit_code == 2
    assert 'has no page index.html; run "briefings build" first' in done.output


# ------------------------------------------------------------------ the terminal


def test_an_article_is_shown_with_what_was_found_in_it():
    done = run("show", "--color", str(SAMPLES / "canada-port-strike-ends.txt"))
    assert done.exit_code == 0, done.output
    assert click.style("Canadian dockworkers end 15-day port strike with ‘two-key’ deal", bold=True) in done.output
    assert f"“{click.style('Nobody got a parade,', fg='green')}”" in done.output
    plain = click.unstyle(done.output)
    assert "Étienne Laframboisse (direct, " in plain
    assert "Canada (CA) about, " in plain
    assert "Keywords" in plain
    body = (SAMPLES / "canada-port-strike-ends.txt").read_text()
    for paragraph in body.split("\n\n")[2:]:
        assert " ".join(paragraph.split()) in plain, "not a character of the text is lost"


def test_no_article_can_command_the_terminal(tmp_path):
    file = tmp_path / "odd.md"
    file.write_text(
        "---\ntitle: 'A \x9b31m head'\n---\nIt \x1b]0;owned\x07 rained.\n\n“No \x1b[2J,” said Anna Petrova.\n"
    )
    for color in ("--color", "--no-color"):
        shown = click.unstyle(run("show", color, str(file)).output)
        assert not [char for char in shown if ord(char) < 32 and char != "\n"]
        assert "\x9b" not in shown


def test_an_article_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "empty.md").write_text("")
    done = run("show", str(tmp_path / "empty.md"))
    assert done.exit_code == 3
    assert "empty.md" in done.output


def test_figures_are_those_of_the_home_page(site):
    edition, _ = gathered(settings_of(site))
    done = run("stats", "--json", "-f", str(site / "mkdocs.yml"))
    found = json.loads(done.stdout)
    assert {name: found[name] for name in edition.counts} == edition.counts
    assert found["stories"] == len(edition.stories)
    assert sum(found["statements"].values()) == sum(len(report.lines) for report in edition.reports)
    plain = run("stats", "-f", str(site / "mkdocs.yml")).stdout
    assert f"articles: {len(edition.reports)}\n" in plain
    assert "most quoted: " in plain
