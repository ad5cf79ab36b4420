"""Rows of text by key in one SQLite file, which a run can do without.

A row can always be made anew, so nothing here ever stops a run: a file that is broken, locked or on a full disk is
set aside with one plain warning. Values are JSON, never pickle: a cache file from elsewhere can be wrong, but it
cannot run code.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)

FILE = "analyses.sqlite"
_SEAL = 16
"""Characters of a digest before each value."""
PATIENCE = 5.0
"""Seconds to wait for another run that is writing to the same file."""
MANY = 100
"""Whoever has asked for so many rows will ask for most: then they are read as they lie, a tenth of the work."""
AHEAD = 128_000_000
"""Characters of rows that are read so, at most."""
TABLES = (
    "analyses",
    "articles",
    "cards",
    "sheets",
    "stories",
    "pages",
    "built",
    "shown",
    "approved",
    "examined",
    "read",
)


def _sealed(key: str, value: str) -> str:
    """``value`` behind a digest of itself and its ``key``: what is damaged, or under another's key, is no row."""
    told = f"{key}\n{value}".encode("utf-8", "surrogatepass")
    return blake2b(told, digest_size=_SEAL // 2).hexdigest() + value


class Rows:
    """A table of the file; ``opened`` makes one. Without a connection it remembers nothing."""

    def __init__(self, file: Path, connection: sqlite3.Connection | None, table: str) -> None:
        self.folder = file.parent
        self._file = file
        self._connection = connection
        self._table = table
        self._used: set[str] = set()
        self._gets = 0
        self._ahead: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        """The text under ``key``."""
        self._used.add(key)
        self._gets += 1
        if self._gets == MANY:
            self._read_ahead()
        sealed = self._ahead.pop(key, "") or self._one(key)
        value = sealed[_SEAL:]
        return value if sealed and sealed == _sealed(key, value) else None

    def _one(self, key: str) -> str:
        found = self._run(f"SELECT value FROM {self._table} WHERE key = ?", key)  # noqa: S608 - one of TABLES
        return str(found[0][0]) if found else ""

    def _read_ahead(self) -> None:
        """Hold the rows until each is asked for, as many as there is room for."""
        room = AHEAD
        for key, value in self._each(f"SELECT key, value FROM {self._table}"):  # noqa: S608 - one of TABLES
            room -= len(value)
            if room < 0:
                return
            self._ahead[key] = value

    def asked(self, key: str) -> None:
        """Count ``key`` as asked for: what its row holds is known without looking."""
        self._used.add(key)

    def put(self, rows: Iterable[tuple[str, str]]) -> None:
        """Keep these texts, each under its key."""
        for key, value in rows:
            self._used.add(key)
            self._ahead.pop(key, None)
            self._run(f"INSERT OR REPLACE INTO {self._table} VALUES (?, ?)", key, _sealed(key, value))  # noqa: S608 - one of TABLES
        self._commit()

    def prune(self, others: Collection[str] = ()) -> None:
        """Forget every row that was neither asked for nor kept since the file was opened, nor is one of ``others``."""
        self._used.update(others)
        for (key,) in self._run(f"SELECT key FROM {self._table}"):  # noqa: S608 - one of TABLES
            if key not in self._used:
                self._run(f"DELETE FROM {self._table} WHERE key = ?", key)  # noqa: S608 - one of TABLES
        self._commit()

    def _run(self, statement: str, *values: str) -> list[Any]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            self._give_up(error)
            return []

    def _each(self, statement: str) -> Iterator[Any]:
        """The rows that ``statement`` gives, one by one."""
        try:
            if self._connection is not None:
                yield from self._connection.execute(statement)
        except sqlite3.Error as error:
            self._give_up(error)

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
def opened(folder: Path, table: str) -> Iterator[Rows]:
    """``table``, one of TABLES, of the file in ``folder``, made when it is not there."""
    file = folder / FILE
    with closing(Rows(file, _connected(file), table)) as rows:
        yield rows


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
        # A lost row is made anew, so nothing waits for the disk.
        connection.execute("PRAGMA synchronous = OFF")
        for table in TABLES:
            connection.execute(f"CREATE TABLE IF NOT EXISTS {table} (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
            connection.execute(f"SELECT key, value FROM {table} LIMIT 1").fetchall()  # noqa: S608 - one of TABLES
    except BaseException:
        connection.close()
        raise
    return connection


def _aside(file: Path) -> Path:
    return file.with_name(f"{file.name}.broken")


def _warn(file: Path, error: Exception) -> None:
    log.warning("%s: the cache is not used in this run: %s", file, error)
