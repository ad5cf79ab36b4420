"""Tables that a spreadsheet opens as text: CSV as RFC 4180 has it, and no cell that could be taken for a formula.

A spreadsheet of another locale parts cells at semicolons or tabs: a cell with one of them is quoted too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from csv import reader

_PARTING = re.compile(r"[,;\t|\"\r\n]")
"""What parts cells or rows in some locale or program."""
_SURROGATE = re.compile(r"[\ud800-\udfff]")
# The full-width forms are folded to plain ones by some spreadsheets.
_DANGEROUS = re.compile(r"'*\s*[=+\-@\uff1d\uff0b\uff0d\uff20\x00-\x1f\x7f]")


def csv(rows: Iterable[Sequence[str]]) -> str:
    """``rows`` as text with the line ends of RFC 4180."""
    return "".join((",".join(map(_field, row)) or '""') + "\r\n" for row in rows)


def _field(value: str) -> str:
    plain = cell(value)
    return '"' + plain.replace('"', '""') + '"' if _PARTING.search(plain) else plain


def cell(value: str) -> str:
    """``value`` with an apostrophe before anything that a spreadsheet would compute; undone by ``value_of``."""
    plain = _SURROGATE.sub("\ufffd", value)
    return f"'{plain}" if _DANGEROUS.match(plain) else plain


def value_of(found: str) -> str:
    """What ``cell`` was given."""
    return found[1:] if found.startswith("'") and _DANGEROUS.match(found) else found


def rows_of(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table that ``csv`` wrote, its first row among them, each with the line that it ends on.

    ``lines`` keep their line ends as they are. Raises ``csv.Error`` where they are no table.
    """
    table = reader(lines, strict=True)
    for row in table:
        yield table.line_num, [value_of(found) for found in row]
