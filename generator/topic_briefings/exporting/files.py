"""Tables as files: CSV as a spreadsheet opens it, SQLite as Datasette and DuckDB do."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from topic_briefings.errors import StartError
from topic_briefings.exporting.tables import WIDE, Table, tables, wide
from topic_briefings.pages.machine.spreadsheet import csv
from topic_briefings.pages.site import Site

_SAID = """
CREATE VIEW said AS
SELECT voices.name AS voice, quotations.role, quotations.text, quotations.kind, articles.headline, articles.outlet,
       articles.published, articles.id AS article
FROM quotations JOIN articles ON articles.id = quotations.article LEFT JOIN voices ON voices.id = quotations.voice
"""
"""Who said what, for whoever opens the file to look."""
_SEARCHED = (("quotations", "text"), ("articles", "headline, point"))
"""Tables with an index of their words (SQLite's FTS5), which Datasette finds by itself, and the columns in it."""


def write_csv(site: Site, file: Path) -> int:
    """Write one row a quotation; gives their number."""
    rows = list(wide(site))
    file.write_bytes(csv([WIDE, *rows]).encode())
    return len(rows)


def write_sqlite(site: Site, file: Path) -> int:
    """Write all tables; gives the number of their rows."""
    found = tables(site)
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA foreign_keys = ON")
        for table in found:
            _fill(database, table)
        database.execute(_SAID)
        for name, columns in _SEARCHED:
            database.execute(f"CREATE VIRTUAL TABLE {name}_fts USING fts5({columns}, content={name})")
            database.execute(f"INSERT INTO {name}_fts({name}_fts) VALUES ('rebuild')")  # noqa: S608 - our own names
        database.commit()
        database.execute("VACUUM")
    return sum(len(table.rows) for table in found)


def write_parquet(site: Site, file: Path) -> int:
    """Write the wide table, with dates and numbers as such; gives the number of its rows."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise StartError(
            'a ".parquet" file needs pyarrow, which is not installed; pip install "topic-briefings[parquet]"'
        ) from error
    rows = [dict(zip(WIDE, map(_plain, row), strict=True)) for row in wide(site)]
    for row in rows:
        row["published"] = dt.date.fromisoformat(str(row["published"])) if row["published"] else None
        row["start"], row["end"] = int(str(row["start"])), int(str(row["end"]))
        row["confidence"] = float(str(row["confidence"]))
    kinds = {"published": pyarrow.date32(), "start": pyarrow.int64(), "end": pyarrow.int64()}
    kinds["confidence"] = pyarrow.float64()
    columns = pyarrow.schema([(name, kinds.get(name, pyarrow.string())) for name in WIDE])
    parquet.write_table(pyarrow.Table.from_pylist(rows, schema=columns), file)
    return len(rows)


def _fill(database: sqlite3.Connection, table: Table) -> None:
    database.execute(f"CREATE TABLE {table.name} ({', '.join(map(_declared, table.columns))})")
    gaps = ", ".join("?" for _ in table.columns)
    rows = (tuple(_plain(cell) for cell in row) for row in table.rows)
    database.executemany(f"INSERT INTO {table.name} VALUES ({gaps})", rows)  # noqa: S608 - our own names


def _declared(column: str) -> str:
    name, _, rest = column.partition(" ")
    return f'"{name}" {rest}'  # "end" is a word of SQL


def _plain(cell: object) -> object:
    # Half a surrogate pair, which JSON may carry, is no text to SQLite.
    return cell.encode("utf-8", "replace").decode() if isinstance(cell, str) else cell


FORMS: dict[str, Callable[[Site, Path], int]] = {
    ".csv": write_csv,
    ".parquet": write_parquet,
    ".db": write_sqlite,
    ".sqlite": write_sqlite,
    ".sqlite3": write_sqlite,
}
"""By the end of a file's name, how it is written."""


def refuse_export(file: Path, *, replace: bool, forms: Iterable[str] = FORMS) -> None:
    """Raise ``StartError`` where nothing can be written to ``file``, or its name ends in none of ``forms``."""
    if file.suffix.lower() not in forms:
        raise StartError(f"{file}: its name says nothing of its form; end it in {', '.join(forms)}")
    if file.exists() and not (replace and file.is_file()):
        raise StartError(f'{file}: is there already; choose another name, or add "--replace"')
    if not file.parent.is_dir():
        raise StartError(f"{file}: there is no folder {file.parent}; make it first")


def write_export(site: Site, file: Path) -> int:
    """Write the edition of ``site`` to ``file`` in one step; gives the number of rows."""
    unfinished = file.with_name(f".{file.name}.new")
    unfinished.unlink(missing_ok=True)
    number = FORMS[file.suffix.lower()](site, unfinished)
    unfinished.replace(file)
    return number
