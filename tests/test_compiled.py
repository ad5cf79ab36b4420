"""Templates are compiled once for all processes, and nothing that lies there can spoil a page."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from topic_briefings.pages import compiled
from topic_briefings.pages.compiled import Compiled

PAGE = "{{ 6 * 7 }} articles"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where compiled templates are kept meanwhile, not made yet."""
    monkeypatch.setattr(compiled, "FOLDER", tmp_path / "__pycache__")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "__pycache__"


def shown(page: str = PAGE, options: bytes = b"") -> str:
    """The page as another process makes it."""
    environment = Environment(loader=DictLoader({"page": page}), bytecode_cache=Compiled(options))  # noqa: S701 - no markup
    return environment.get_template("page").render()


def test_a_template_is_compiled_once(folder: Path) -> None:
    assert shown() == "42 articles"
    (file,) = folder.iterdir()
    kept = file.read_bytes()
    assert shown() == "42 articles"
    assert [other.read_bytes() for other in folder.iterdir()] == [kept]


def test_a_changed_template_is_compiled_anew(folder: Path) -> None:
    shown()
    assert shown("{{ 6 * 8 }} articles") == "48 articles"
    assert len(list(folder.iterdir())) == 1


def test_other_options_have_files_of_their_own(folder: Path) -> None:
    shown()
    shown(options=b"trimmed")
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("found", [b"", b"no such thing", b"j2"], ids=["empty", "foreign", "cut"])
def test_a_damaged_file_is_compiled_anew(folder: Path, found: bytes) -> None:
    shown()
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(found if found != b"j2" else whole[: len(whole) // 2])
    assert shown() == "42 articles"
    assert file.read_bytes() == whole


def test_nothing_is_kept_where_python_was_asked_not_to(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert shown() == "42 articles"
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(folder: Path) -> None:
    folder.write_text("a file is in the way", encoding="utf-8")
    assert shown() == "42 articles"
