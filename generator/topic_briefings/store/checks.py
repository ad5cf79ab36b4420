"""What was verified here: built pages that say what they were built from, a row each, and articles as they were read.

Whoever verifies trusts these rows, so they must come from no other machine: a cache that was restored, copied or
checked out with the articles says nothing. A small file tells one from the other: no copy of it can have its place on
the disk and the time of its last change, which no program can set. Nor is anything kept beside packages that add to
this one: of their code the name and the version are known, and both stay the same while it is changed in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
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
SITE = "approved"
"""The table of the rows of built pages."""


class Checks:
    """What was found; ``remembered`` makes one."""

    def __init__(self, rows: Rows, basis: str, reader: Remembered) -> None:
        """``basis`` stands for all that every check depends on, and ``reader`` knows what it read itself."""
        self._rows, self.basis, self._reader = rows, basis, reader
        self._new: dict[str, str] = {}
        self._asked = self._reads = False

    def get(self, path: str) -> str | None:
        """The digest of the page at ``path`` and of what was built of it, as it was when nothing was wrong with it."""
        self._asked = True
        return self._rows.get(path)

    def put(self, path: str, digest: str) -> None:
        """Keep that of a page on which nothing is wrong, once the run is done."""
        self._new[path] = digest

    def read(self, file: File) -> Iterator[Article | ArticleError]:
        """The articles of ``file``, as they were read here of the same bytes, or are read now."""
        self._reads = True
        return self._reader(file)

    def keep(self) -> None:
        """Write down what was found, and forget what was not asked for among all of its kind."""
        if self._asked:
            self._rows.put(self._new.items())
            self._rows.prune()
        if self._reads:
            self._reader.keep()


@contextmanager
def remembered(settings: Settings) -> Iterator[Checks | None]:
    """What the cache of ``settings`` has, None where it can have nothing; of checks that raise, nothing is kept."""
    if installed():
        yield None
        return
    with opened(settings.cache, SITE) as rows, opened(settings.cache, "read") as articles:
        here = _witness(settings.cache / WITNESS)
        if here is None:
            yield None
            return
        ours = f"{basis(settings, code())} {here}"
        checks = Checks(rows, ours, Remembered(articles, digest_of, ours))
        yield checks
        checks.keep()


def _witness(file: Path) -> str | None:
    """What tells this folder from every copy of it; None where nothing can."""
    try:
        if not file.is_file():
            file.write_text("Says that the checks noted beside it were made here.\n", encoding="utf-8")
        found = file.stat()
        return f"{file.resolve()} {found.st_dev} {found.st_ino} {found.st_ctime_ns}"
    except OSError:
        return None
