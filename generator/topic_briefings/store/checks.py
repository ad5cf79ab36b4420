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
PAGES = "examined"
"""That of the pages which they are built from."""


class Found:
    """What was found of pages with which nothing was wrong, by their paths."""

    def __init__(self, rows: Rows, basis: str) -> None:
        """``basis`` stands for all that every check depends on."""
        self._rows, self.basis = rows, basis
        self._new: dict[str, str] = {}
        self._asked = False

    def get(self, path: str) -> str | None:
        """What was kept of the page at ``path``."""
        self._asked = True
        return self._rows.get(path)

    def put(self, path: str, kept: str) -> None:
        """Keep that of a page on which nothing is wrong, once the run is done."""
        self._new[path] = kept

    def keep(self, *, all_asked: bool = True) -> None:
        """Write down what was found; where ``all_asked`` for, forget of what nobody did."""
        self._rows.put(self._new.items())
        if self._asked and all_asked:
            self._rows.prune()


class Checks(Found):
    """What was found of built pages, of ``pages`` that they are built from, and articles; ``remembered`` makes one."""

    def __init__(self, site: Rows, pages: Rows, basis: str, reader: Remembered) -> None:
        """``reader`` knows what it read itself."""
        super().__init__(site, basis)
        self.pages = Found(pages, basis)
        self._reader = reader
        self._reads = False

    def read(self, file: File) -> Iterator[Article | ArticleError]:
        """The articles of ``file``, as they were read here of the same bytes, or are read now."""
        self._reads = True
        return self._reader(file)

    def keep(self, *, all_asked: bool = True) -> None:
        """See ``Found``."""
        super().keep(all_asked=all_asked)
        self.pages.keep(all_asked=all_asked)
        if self._reads:
            self._reader.keep()


@contextmanager
def remembered(settings: Settings) -> Iterator[Checks | None]:
    """What the cache of ``settings`` has, None where it can have nothing; of checks that raise, nothing is kept."""
    ours = _ours(settings)
    if ours is None:
        yield None
        return
    folder = settings.cache
    with opened(folder, SITE) as site, opened(folder, PAGES) as pages, opened(folder, "read") as articles:
        checks = Checks(site, pages, ours, Remembered(articles, digest_of, ours))
        yield checks
        checks.keep()


@contextmanager
def remembered_pages(settings: Settings) -> Iterator[Found | None]:
    """The same of some pages alone: all others that are known stay known."""
    ours = _ours(settings)
    if ours is None:
        yield None
        return
    with opened(settings.cache, PAGES) as rows:
        found = Found(rows, ours)
        yield found
        found.keep(all_asked=False)


def _ours(settings: Settings) -> str | None:
    """What stands for our code and ``settings``, here; None where nothing can be kept."""
    if installed():
        return None
    with opened(settings.cache, SITE):  # makes the folder
        here = _witness(settings.cache / WITNESS)
    return here and f"{basis(settings, code())} {here}"


def _witness(file: Path) -> str | None:
    """What tells this folder from every copy of it; None where nothing can."""
    try:
        if not file.is_file():
            file.write_text("Says that the checks noted beside it were made here.\n", encoding="utf-8")
        found = file.stat()
        return f"{file.resolve()} {found.st_dev} {found.st_ino} {found.st_ctime_ns}"
    except OSError:
        return None
