"""The table of quotations beside their records: row by row, the same."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from typing import Any

from topic_briefings.pages.machine.data import COLUMNS, QUOTATIONS, TABLE, table_row
from topic_briefings.pages.machine.spreadsheet import rows_of
from topic_briefings.verifying.lines import Read
from topic_briefings.verifying.problems import Kind, differing, folded

Report = Callable[..., None]

_PLACE = {"anchor", "article", "start", "end"}
_KINDS = {
    **dict.fromkeys(("speaker", "voice", "role"), Kind.SPEAKER),
    **dict.fromkeys(("article", "page", "digest", "source", "url", "outlet", "published"), Kind.SOURCE),
    **dict.fromkeys(("text", "cue"), Kind.WORDS),
}


class Table:
    """The rows in order, each compared with the record that it should be.

    Once a row is missing or too many, all that follow would seem wrong; the first is reported and no other.
    """

    def __init__(self, read: Read, report: Report) -> None:
        self._report = report
        self._rows: Iterator[tuple[int, list[str]]] | None = self._read(read)
        head = self._next()
        if head and tuple(head[1]) != COLUMNS:
            self._stop(head[0], f"the first line does not name the columns {', '.join(COLUMNS)}")

    def compare(self, record: Mapping[str, Any]) -> None:
        """Compare the next row with ``record``."""
        found = self._next()
        if found is None:
            self._stop(None, f"the row of {record['anchor']} is missing")
            return
        line, row = found
        right = table_row(record)
        wrong = [column for column, ours, theirs in zip(COLUMNS, row, right, strict=False) if ours != theirs]
        if len(row) != len(COLUMNS) or set(wrong) >= _PLACE:
            self._stop(line, f"the row is not that of {record['anchor']}, which is next in {QUOTATIONS}")
            return
        for column in wrong:
            at = COLUMNS.index(column)
            ours, theirs = differing(folded(row[at]), folded(right[at]))
            what = f"the {column} of {record['anchor']} is {ours} where {QUOTATIONS} has {theirs}"
            self._report(_KINDS.get(column, Kind.RECORD), TABLE, line, what)

    def finish(self) -> None:
        """Report the first row that no record is left for."""
        if self._rows is not None and (found := self._next()):
            self._stop(found[0], f"the row of {found[1][0] if found[1] else 'nothing'} has no record in {QUOTATIONS}")

    def _stop(self, line: int | None, what: str) -> None:
        if self._rows is not None:
            self._report(Kind.RECORD, TABLE, line, what)
        self._rows = None

    def _next(self) -> tuple[int, list[str]] | None:
        if self._rows is None:
            return None
        try:
            return next(self._rows, None)
        except OSError:
            self._report(Kind.FILE, TABLE, None, "is missing")
        except (UnicodeDecodeError, csv.Error) as error:
            self._report(Kind.RECORD, TABLE, None, f"is no table ({error})")
        self._rows = None
        return None

    @staticmethod
    def _read(read: Read) -> Iterator[tuple[int, list[str]]]:
        yield from rows_of(StringIO(read(TABLE).decode("utf-8"), newline=""))
