"""Outcomes of checks that found nothing to report: one row a page, good for the folder in which it was checked.

Whoever checks trusts these rows, so they must come from no other machine: a cache that was restored, copied or checked
out with the articles says nothing. A small file tells one from the other: no copy of it can have its place on the disk
and the time of its last change, which no program can set.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from topic_briefings.settings import Settings
from topic_briefings.store.rows import Rows, opened
from topic_briefings.store.runs import basis, code

WITNESS = "checked-here"


class Checked(StrEnum):
    """What is checked: the table of its rows."""

    PAGES = "checked"
    SITE = "approved"


class Checks:
    """What was found, by page; ``remembered`` makes one."""

    def __init__(self, rows: Rows, basis: str) -> None:
        """``basis`` stands for all that every check depends on."""
        self._rows, self.basis = rows, basis
        self._new: dict[str, str] = {}

    def get(self, path: str) -> str | None:
        """What was kept of the page at ``path``."""
        return self._rows.get(path)

    def put(self, path: str, outcome: str) -> None:
        """Keep the outcome of its check, once the run is done."""
        self._new[path] = outcome

    def keep(self, *, whole: bool) -> None:
        """Write down what was found; ``whole`` says that each page was asked for, and others can be forgotten."""
        self._rows.put(self._new.items())
        if whole:
            self._rows.prune()


@contextmanager
def remembered(settings: Settings, what: Checked, *, whole: bool = True) -> Iterator[Checks | None]:
    """The outcomes in the cache of ``settings``, None where it can have none; of checks that raise, none is kept."""
    with opened(settings.cache, what) as rows:
        here = _witness(settings.cache / WITNESS)
        if here is None:
            yield None
            return
        checks = Checks(rows, f"{basis(settings, code())} {here}")
        yield checks
        checks.keep(whole=whole)


def _witness(file: Path) -> str | None:
    """What tells this folder from every copy of it; None where nothing can."""
    try:
        if not file.is_file():
            file.write_text("Says that the checks noted beside it were made here.\n", encoding="utf-8")
        found = file.stat()
        return f"{file.resolve()} {found.st_dev} {found.st_ino} {found.st_ctime_ns}"
    except OSError:
        return None
