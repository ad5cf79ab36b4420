"""What is remembered is what was found, and a cache that is broken never stops a run."""

import sqlite3
import typing
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Analysis, Article, Notice, Span
from topic_briefings.store import analyses as caching
from topic_briefings.store import rows
from topic_briefings.store.analyses import dump, fingerprint, load, opened

KNOWLEDGE = Knowledge()
TEXT = st.text(max_size=8)  # lone halves of surrogate pairs included


@st.composite
def records(draw, kind):
    """Any value of a record, its fields drawn by their types."""
    hints = typing.get_type_hints(kind)
    return kind(**{field.name: draw(values(hints[field.name])) for field in fields(kind)})


def values(kind):
    if kind in (Span,):
        return st.builds(Span, st.integers(0, 9999), st.integers(0, 9999))
    if kind is str:
        return TEXT
    if kind is float:
        return st.floats(0, 1)
    if typing.get_origin(kind) is tuple:
        return st.lists(values(typing.get_args(kind)[0]), max_size=2).map(tuple)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    if is_dataclass(kind):
        return records(kind)
    if typing.get_args(kind):
        return st.one_of([values(each) for each in typing.get_args(kind)])
    return st.from_type(kind)


@settings(deadline=None, max_examples=60)
@given(records(Analysis), records(Article))
def test_any_analysis_comes_back_equal_and_belongs_to_the_article_of_now(analysis, moved):
    own = replace(analysis, notices=analysis.article.notices + analysis.notices)
    assert load(dump(own), own.article) == own
    assert load(dump(own), moved) == replace(own, article=moved, notices=moved.notices + analysis.notices)


def article(digest: str = "d1", **changes: object) -> Article:
    return replace(Article(id="dam", headline="Dam", body="A dam.", source="seeds/dam.md", digest=digest), **changes)


def analysis(of: Article) -> Analysis:
    found = Notice(code="fragment", message="A fragment.", span=Span(0, 1))
    return Analysis(
        article=of,
        quotations=(),
        speakers=(),
        countries=(),
        topics=(),
        keyphrases=(),
        points=(),
        leads=(),
        figures=(),
        notices=(*of.notices, found),
    )


def remember(folder: Path, *articles: Article) -> None:
    with opened(folder, KNOWLEDGE) as cache:
        cache.put(analysis(each) for each in articles)


def known(folder: Path, *articles: Article) -> list[bool]:
    with opened(folder, KNOWLEDGE) as cache:
        return [cache.get(each) == analysis(each) for each in articles]


def test_an_analysis_is_remembered(tmp_path):
    remember(tmp_path / "cache", article())
    assert known(tmp_path / "cache", article(), article("d2")) == [True, False]


def test_a_moved_article_keeps_its_analysis_and_its_own_notices(tmp_path):
    undated = Notice(code="undated", message="No date.")
    remember(tmp_path, article(notices=(undated,)))
    assert known(tmp_path, article(id="dams/dam", source="seeds/dams/dam.md", line=7)) == [True]


def test_other_code_or_other_topics_make_it_forget(tmp_path, monkeypatch):
    taxonomy = tmp_path / "topics.yml"
    taxonomy.write_text("one")
    before = fingerprint(Knowledge(taxonomy=taxonomy))
    assert before == fingerprint(Knowledge(taxonomy=taxonomy))
    taxonomy.write_text("two")
    assert before != fingerprint(Knowledge(taxonomy=taxonomy)) != fingerprint(KNOWLEDGE)
    remember(tmp_path, article())
    monkeypatch.setattr(caching, "fingerprint", lambda _: "other")
    assert known(tmp_path, article()) == [False]


def test_whatever_decides_an_analysis_is_in_the_key():
    files = {file.relative_to(caching.PACKAGE).as_posix() for file in caching._files()}
    assert {"models/analysis.py", "extractors/topics/evidence.py", "text/sentences.py", "knowledge/places.py"} <= files
    assert any(file.startswith("knowledge/data/") for file in files)
    assert not any(file.startswith(("pages/", "gathering/", "cli")) for file in files)


def test_what_was_not_used_is_forgotten(tmp_path):
    remember(tmp_path, article("d1"), article("d2"), article("d3"))
    with opened(tmp_path, KNOWLEDGE) as cache:
        cache.get(article("d1"))
        cache.put([analysis(article("d4"))])
        cache.prune()
    assert known(tmp_path, *(article(d) for d in ("d1", "d2", "d3", "d4"))) == [True, False, False, True]


@pytest.mark.parametrize(
    "content", [b"this is no database, but it is long enough to be taken for one" * 99, b"SQLite format 3\0"]
)
def test_a_broken_cache_is_set_aside_and_begun_anew(tmp_path, caplog, content):
    (tmp_path / "analyses.sqlite").write_bytes(content)
    remember(tmp_path, article())
    assert known(tmp_path, article()) == [True]
    assert "this cache is broken; it is set aside as analyses.sqlite.broken" in caplog.text


def test_a_cache_that_breaks_later_is_replaced_by_the_next_run(tmp_path, caplog):
    remember(tmp_path, *(article(f"d{number}") for number in range(2000)))
    file = tmp_path / "analyses.sqlite"
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    assert known(tmp_path, article("d7")) == [False]
    assert caplog.text
    remember(tmp_path, article("d7"))
    assert known(tmp_path, article("d7")) == [True]


@pytest.mark.parametrize("text", ["", "{}", "null", '{"quotations": 1}', "[[["])
def test_a_broken_row_is_analysed_again(tmp_path, text):
    remember(tmp_path, article())
    with sqlite3.connect(tmp_path / "analyses.sqlite") as connection:
        connection.execute("UPDATE analyses SET value = ?", [text])
    connection.close()
    assert known(tmp_path, article()) == [False]


def test_a_row_in_anothers_place_is_no_row(tmp_path):
    remember(tmp_path, article(), article("d2"))
    with sqlite3.connect(tmp_path / "analyses.sqlite") as connection:
        (one, first), (two, second) = connection.execute("SELECT key, value FROM analyses").fetchall()
        connection.executemany("UPDATE analyses SET value = ? WHERE key = ?", [(second, one), (first, two)])
    connection.close()
    assert known(tmp_path, article(), article("d2")) == [False, False]


def test_a_locked_cache_is_left_alone_for_this_run(tmp_path, caplog, monkeypatch):
    remember(tmp_path, article())
    monkeypatch.setattr(rows, "PATIENCE", 0.01)
    other = sqlite3.connect(tmp_path / "analyses.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    remember(tmp_path, article("d2"))
    other.execute("ROLLBACK")
    other.close()
    assert "the cache is not used in this run: database is locked" in caplog.text
    assert known(tmp_path, article(), article("d2")) == [True, False]


def test_two_runs_may_share_it(tmp_path):
    with opened(tmp_path, KNOWLEDGE) as one, opened(tmp_path, KNOWLEDGE) as other:
        one.put([analysis(article("d1"))])
        other.put([analysis(article("d2"))])
        assert one.get(article("d2"))
        assert other.get(article("d1"))
        one.prune()
        other.prune()
    assert known(tmp_path, article("d1"), article("d2")) == [True, True]


def test_a_folder_that_cannot_be_made_costs_only_the_memory(tmp_path, caplog):
    (tmp_path / "file").write_text("")
    remember(tmp_path / "file" / "cache", article())
    assert known(tmp_path / "file" / "cache", article()) == [False]
    assert "the cache is not used in this run" in caplog.text
