"""A table of the cache gives what was kept, however many rows are asked for."""

from __future__ import annotations

import pytest

from topic_briefings.store import rows
from topic_briefings.store.rows import opened

ALL = [(f"key {number:03}", f"value {number}") for number in range(rows.MANY + 50)]


@pytest.fixture
def folder(tmp_path):
    with opened(tmp_path, "pages") as table:
        table.put(ALL)
    return tmp_path


def test_many_rows_are_each_their_own(folder):
    with opened(folder, "pages") as table:
        assert [table.get(key) for key, _ in ALL] == [value for _, value in ALL]
        assert [table.get(key) for key, _ in reversed(ALL)] == [value for _, value in reversed(ALL)]
        assert table.get("no such key") is None


@pytest.mark.parametrize("asked", [rows.MANY - 1, rows.MANY])
def test_a_row_that_is_written_anew_is_the_new_one(folder, asked):
    """On both sides of the number from which rows are read ahead of being asked for."""
    with opened(folder, "pages") as table:
        for key, _ in ALL[:asked]:
            table.get(key)
        last = ALL[-1][0]
        table.put([(last, "another value")])
        assert table.get(last) == "another value"


def test_where_there_is_no_room_for_all_the_others_are_fetched(folder, monkeypatch):
    monkeypatch.setattr(rows, "AHEAD", 100)
    with opened(folder, "pages") as table:
        assert [table.get(key) for key, _ in ALL] == [value for _, value in ALL]
