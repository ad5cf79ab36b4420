"""Analyses that need not be made again: one SQLite row an article, keyed by its content and by the code that read it.

A row can always be made anew, so nothing here ever stops a run: a cache that is broken, locked or on a full disk
is set aside with one plain warning. Values are JSON, never pickle: a cache file from elsewhere can be wrong, but
it cannot run code.
"""

from __future__ import annotations

import gc
import hashlib
import logging
import sqlite3
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from functools import cache as once
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Analysis, Article, Span

if TYPE_CHECKING:
    from cattrs.preconf.json import JsonConverter

log = logging.getLogger(__name__)

PACKAGE = Path(__file__).parents[1]
AFTERWARDS = frozenset(
    {"reading", "gathering", "pages", "writing", "running", "verifying", "search", "finishing", "mkdocs_edge"}
    | {"build.py", "cli.py", "commands", "errors.py", "joint.py", "records.py", "settings.py"}
)
"""Files and folders that do not decide what an analysis says. Reading does, through the article's own digest."""
LIBRARIES = ("yake", "sentencex", "babel", "ahocorasick-rs")
"""Outside tools whose version decides it too."""
PATIENCE = 5.0
"""Seconds to wait for another run that is writing to the same cache."""


# ------------------------------------------------------------------ an analysis as text


@once
def _converter() -> JsonConverter:
    from cattrs.preconf.json import make_converter  # slow to import, and not needed before the first row

    converter = make_converter(detailed_validation=False)
    # Spans are four values in five: as pairs they are half the bytes and a third of the time.
    converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    converter.register_structure_hook(Span, lambda pair, _: Span(pair[0], pair[1]))
    converter.register_structure_hook_func(
        lambda kind: kind == tuple[Span, ...], lambda pairs, _: tuple([Span(start, end) for start, end in pairs])
    )
    converter.register_unstructure_hook(Article, lambda _: None)
    converter.register_structure_hook(Article, lambda _, __: _LEFT_OUT)
    return converter


_LEFT_OUT = Article(id="", headline="", body="", source="", digest="")


def dump(analysis: Analysis) -> str:
    """What was found in an article, as JSON without the article: it may have moved when ``load`` is called."""
    own = replace(analysis, notices=analysis.notices[len(analysis.article.notices) :])
    return _converter().dumps(own, separators=(",", ":"))


def load(text: str, article: Article) -> Analysis:
    """The analysis that ``dump`` wrote, of ``article``. Raises some ``Exception`` when ``text`` is anything else."""
    found = _converter().loads(text, Analysis)
    return replace(found, article=article, notices=article.notices + found.notices)


# ------------------------------------------------------------------ what the key is made of


def fingerprint(knowledge: Knowledge) -> str:
    """SHA-256 of everything but the article that decides what its analysis says: code, data, tools, taxonomy."""
    digest = hashlib.sha256()
    for part in _ingredients(knowledge):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _ingredients(knowledge: Knowledge) -> Iterator[bytes]:
    yield f"{sys.version_info[:2]} {unicodedata.unidata_version}".encode()
    for name in LIBRARIES:
        with suppress(PackageNotFoundError):
            yield f"{name} {version(name)}".encode()
    for file in _files():
        yield file.relative_to(PACKAGE).as_posix().encode()
        yield file.read_bytes()
    if knowledge.taxonomy is not None and knowledge.taxonomy.is_file():
        yield knowledge.taxonomy.read_bytes()


def _files() -> list[Path]:
    return sorted(
        file
        for file in PACKAGE.rglob("*")
        if file.is_file() and file.suffix != ".pyc" and file.relative_to(PACKAGE).parts[0] not in AFTERWARDS
    )


# ------------------------------------------------------------------ the rows


class Cache:
    """Analyses by article; ``opened`` makes one. Without a connection it remembers nothing."""

    def __init__(self, file: Path, connection: sqlite3.Connection | None, fingerprint: str) -> None:
        self._file = file
        self._connection = connection
        self._fingerprint = fingerprint
        self._used: set[str] = set()

    def get(self, article: Article) -> Analysis | None:
        """The analysis of this very text by this very code, if it is known."""
        key = self._key(article)
        self._used.add(key)
        for (text,) in self._run("SELECT value FROM analyses WHERE key = ?", key):
            try:
                return load(text, article)
            except Exception as error:  # noqa: BLE001 - whatever is wrong with a row, the article is analysed again
                log.debug("a row of the cache cannot be read: %s", error)
        return None

    def get_all(self, articles: Iterable[Article]) -> dict[str, Analysis]:
        """The known analyses of ``articles``, by ``Article.id``."""
        with _no_collection():
            return {article.id: known for article in articles if (known := self.get(article))}

    def put(self, found: Iterable[Analysis]) -> None:
        """Keep these analyses."""
        for analysis in found:
            key = self._key(analysis.article)
            self._used.add(key)
            self._run("INSERT OR REPLACE INTO analyses VALUES (?, ?)", key, dump(analysis))
        self._commit()

    def prune(self) -> None:
        """Forget every row that was neither asked for nor kept since the cache was opened."""
        for key in [key for (key,) in self._run("SELECT key FROM analyses") if key not in self._used]:
            self._run("DELETE FROM analyses WHERE key = ?", key)
        self._commit()

    def _key(self, article: Article) -> str:
        return f"{article.digest}-{self._fingerprint}"

    def _run(self, statement: str, *values: str) -> list[Any]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            self._give_up(error)
            return []

    def _commit(self) -> None:
        try:
            if self._connection is not None:
                self._connection.commit()
        except sqlite3.Error as error:
            self._give_up(error)

    def _give_up(self, error: sqlite3.Error) -> None:
        """Go on without rows; a broken file makes room for the next run's."""
        self.close()
        _warn(self._file, error)
        if not isinstance(error, sqlite3.OperationalError):
            with suppress(OSError):
                self._file.replace(_aside(self._file))

    def close(self) -> None:
        """Let go of the file."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()


@contextmanager
def _no_collection() -> Iterator[None]:
    """Put off the search for cycles: hundreds of thousands of new records, none in a cycle, would double the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def opened(folder: Path, knowledge: Knowledge) -> Iterator[Cache]:
    """The cache in ``folder``, made when it is not there."""
    file = folder / "analyses.sqlite"
    cache = Cache(file, _connected(file), fingerprint(knowledge))
    with closing(cache):
        yield cache


def _connected(file: Path) -> sqlite3.Connection | None:
    """A connection that can be read and written; None, with a warning, when there can be none."""
    try:
        _made(file.parent)
        try:
            return _checked(file)
        except sqlite3.OperationalError:  # locked, or a disk that cannot be written: the file may be good
            raise
        except sqlite3.DatabaseError:
            log.warning("%s: this cache is broken; it is set aside as %s", file, _aside(file).name)
            file.replace(_aside(file))
            return _checked(file)
    except (OSError, sqlite3.Error) as error:
        _warn(file, error)
        return None


def _made(folder: Path) -> None:
    """Make ``folder`` unless it is there; one of our own making is none that a repository should keep."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")


def _checked(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=PATIENCE)
    try:
        # A lost row costs one analysis, so nothing waits for the disk.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("CREATE TABLE IF NOT EXISTS analyses (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
        connection.execute("SELECT key, value FROM analyses LIMIT 1").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _aside(file: Path) -> Path:
    return file.with_name(f"{file.name}.broken")


def _warn(file: Path, error: Exception) -> None:
    log.warning("%s: the cache is not used in this run: %s", file, error)
