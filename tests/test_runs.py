"""A run with nothing to do ends at once, and says what the one before it said; any difference makes it whole again."""

import os
import shutil
import sqlite3
import time
from contextlib import closing

import pytest

from tests.sites import files, make_site, settings_of
from topic_briefings import reading
from topic_briefings.build import generate
from topic_briefings.errors import OwnershipError
from topic_briefings.store import articles
from topic_briefings.store.rows import FILE, TABLES

CHANGED = "canada-port-strike-ends.txt"


@pytest.fixture
def site(tmp_path):
    made = make_site(tmp_path / "site")
    (made / "seeds" / "empty.md").write_bytes(b"")
    generate(settings_of(made))
    return made


@pytest.fixture
def opened(monkeypatch):
    """What is made of each reading of the folder of articles."""
    read, seen = reading.read_folder, []

    def noted(*arguments):
        seen.append(arguments)
        return read(*arguments)

    monkeypatch.setattr(reading, "read_folder", noted)
    return seen


def test_a_run_with_nothing_to_do_reads_no_article_and_says_the_same(site, opened):
    before = files(site / "docs")
    times = {file: file.stat().st_mtime_ns for file in (site / "docs").rglob("*.md")}
    first, second = generate(settings_of(site)), generate(settings_of(site))
    assert opened == []
    assert files(site / "docs") == before
    assert {file: file.stat().st_mtime_ns for file in (site / "docs").rglob("*.md")} == times
    assert first == second
    assert first.articles == 3
    assert [error.source for error in first.errors] == ["seeds/empty.md"]
    assert first.files.unchanged == tuple(sorted(set(before) - {".briefings.json"}))


def replaced(site):
    """A word of the same length, and the time of the file set back: only its content tells."""
    file = site / "seeds" / CHANGED
    was = file.stat()
    file.write_text(file.read_text().replace("strike", "parade"))
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))


def added(site):
    (site / "seeds" / "rain.txt").write_text("Rain\n\nIt rained in Kenya, the minister said.\n")


def gone(site):
    (site / "docs" / "index.md").unlink()


def listed_no_more(site):
    (site / "docs" / ".briefings.json").unlink()


@pytest.mark.parametrize(
    "change",
    [
        replaced,
        added,
        gone,
        lambda site: (site / "seeds" / CHANGED).unlink(),
        lambda site: (site / "seeds" / "empty.md").write_text("Snow\n\nIt snowed.\n"),
    ],
)
def test_whatever_changed_the_pages_are_those_of_a_first_run(site, tmp_path, change, opened):
    change(site)
    generate(settings_of(site))
    assert len(opened) == 1
    generate(settings_of(site))
    assert len(opened) == 1
    fresh = make_site(tmp_path / "fresh", ())
    for name, content in files(site / "seeds").items():
        (fresh / "seeds" / name).write_bytes(content)
    generate(settings_of(fresh))
    ledger = {path for path in files(fresh / "docs") if "edition" in path or "changed" in path or path == "index.md"}
    kept = {path: content for path, content in files(site / "docs").items() if path not in ledger | {".briefings.json"}}
    assert kept == {path: files(fresh / "docs")[path] for path in kept}


def test_another_setting_is_another_run(site, opened):
    generate(settings_of(site, site_language="de"))
    assert len(opened) == 1


def test_a_page_changed_by_hand_is_still_refused(site):
    generate(settings_of(site))
    page = site / "docs" / "index.md"
    page.write_text("# Mine\n")
    with pytest.raises(OwnershipError):
        generate(settings_of(site))


def test_a_link_in_the_place_of_a_page_is_none_of_ours(site, tmp_path):
    page = site / "docs" / "index.md"
    page.rename(tmp_path / "elsewhere.md")
    page.symlink_to(tmp_path / "elsewhere.md")
    with pytest.raises(OwnershipError):
        generate(settings_of(site))


def without_memory(site, tmp_path):
    """The site once more, without what runs remember."""
    other = shutil.copytree(site, tmp_path / "other")
    shutil.rmtree(other / ".cache")
    return other


@pytest.mark.parametrize("note", [b"", b"[]", b"{", b'{"key": 1, "seeds": {}, "pages": {}, "kept": {}}', b"\xff\x00"])
def test_a_broken_note_costs_time_only(site, note, opened):
    for file in (site / ".cache" / "briefings").glob("last-*.json"):
        file.write_bytes(note)
    assert generate(settings_of(site)).files.written == ()
    assert len(opened) == 1


def test_a_cache_whose_rows_changed_places_changes_no_page(site, tmp_path):
    file = site / ".cache" / "briefings" / FILE
    with closing(sqlite3.connect(file)) as cache, cache:
        for table in TABLES:
            rows = cache.execute(f"SELECT key, value FROM {table} ORDER BY key").fetchall()  # noqa: S608 - our own
            others = [*rows[1:], *rows[:1]]
            moved = [(value, key) for (key, _), (_, value) in zip(rows, others, strict=True)]
            cache.executemany(f"UPDATE {table} SET value = ? WHERE key = ?", moved)  # noqa: S608 - our own
    other = without_memory(site, tmp_path)
    for place in (site, other):
        replaced(place)
        generate(settings_of(place))
    assert files(site / "docs") == files(other / "docs")


def test_a_clock_that_was_set_back_changes_no_page(site, tmp_path, monkeypatch):
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now - 400 * 86_400 * 10**9)
    generate(settings_of(site))
    other = without_memory(site, tmp_path)
    for place in (site, other):
        replaced(place)
        generate(settings_of(place))
    assert files(site / "docs") == files(other / "docs")


def test_a_file_that_vanishes_while_the_others_are_read_is_named(site, monkeypatch):
    read = articles.articles_in

    def late(file):
        if file.path.name == CHANGED:
            file.path.unlink()
        return read(file)

    replaced(site)
    monkeypatch.setattr(articles, "articles_in", late)
    errors = [str(error) for error in generate(settings_of(site)).errors]
    assert f"seeds/{CHANGED}: cannot be read (No such file or directory); check the file" in errors


def test_only_the_file_that_changed_is_read_again(site, monkeypatch):
    read, seen = articles.articles_in, []

    def noted(file):
        seen.append(file.shown_as)
        return read(file)

    monkeypatch.setattr(articles, "articles_in", noted)
    replaced(site)
    generate(settings_of(site))
    assert seen == [f"seeds/{CHANGED}"]


def test_a_file_that_was_renamed_is_read_under_its_new_name(site):
    generate(settings_of(site))
    (site / "seeds" / CHANGED).rename(site / "seeds" / "moved.txt")
    generate(settings_of(site))
    assert "seeds/moved.txt" in (site / "docs" / "data" / "articles.jsonl").read_text()
