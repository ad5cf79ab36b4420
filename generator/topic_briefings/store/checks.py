"""Outcomes of checks that found nothing to report: one row a page, good for the folder in which it was checked.

Whoever checks trusts these rows, so they must come from no other machine: a cache that was restored, copied or checked
out with the articles says nothing. A small file tells one from the other: no copy of it can have its place on the disk
and the time of its last change, which no program can set. Nor is anything kept beside packages that add to this one: of
their code the name and the version are known, and both stay the same while it is changed in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from topic_briefings.errors import ArticleError
from topic_briefings.models import Article
from topic_briefings.plugins import installed
from topic_briefings.reading.files import File
from topic_briefings.settings import Settings
from topic_briefings.store.articles import Remembered
from topic_briefings.store.rows import Rows, opened
from topic_briefings.store.runs import basis, code, digest_of

WITNESS = "checked-here"


class Checked(StrEnum):
    """What is checked: the table of its rows."""

    PAGES = "checked"
    SITE = "approved"


class Checks:
    """What was found, by page; ``remembered`` makes one."""

    def __init__(self, rows: Rows, basis: str, reader: Remembered) -> None:
        """``basis`` stands for all that every check depends on, and ``reader`` knows what it read itself."""
        self._rows, self.basis, self._reader = rows, basis, reader
        self._new: dict[str, str] = {}

    def get(self, path: str) -> str | None:
        """What was kept of the page at ``path``."""
        return self._rows.get(path)

    def put(self, path: str, outcome: str) -> None:
        """Keep the outcome of its check, once the run is done."""
        self._new[path] = outcome

    def read(self, file: File) -> Iterator[Article | ArticleError]:
        """The articles of ``file``, as they were read here of the same bytes, or are read now."""
        return self._reader(file)

    def keep(self, *, whole: bool) -> None:
        """Write down what was found; ``whole`` says that each page was asked for, and others can be forgotten."""
        self._rows.put(self._new.items())
        if whole:
            self._rows.prune()


@contextmanager
def remembered(settings: Settings, what: Checked, *, whole: bool = True) -> Iterator[Checks | None]:
    """The outcomes in the cache of ``settings``, None where it can have none; of checks that raise, none is kept."""
    if installed():
        yield None
        return
    with opened(settings.cache, what) as rows, opened(settings.cache, "read") as articles:
        here = _witness(settings.cache / WITNESS)
        if here is None:
            yield None
            return
        ours = f"{basis(settings, code())} {here}"
        reader = Remembered(articles, digest_of, ours)
        checks = Checks(rows, ours, reader)
        yield checks
        checks.keep(whole=whole)
        if whole and what is Checked.PAGES:
            reader.keep()


def _witness(file: Path) -> str | None:
    """What tells this folder from every copy of it; None where nothing can."""
    try:
        if not file.is_file():
            file.write_text("Says that the checks noted beside it were made here.\n", encoding="utf-8")
        found = file.stat()
        return f"{file.resolve()} {found.st_dev} {found.st_ino} {found.st_ctime_ns}"
    except OSError:
        return None
