"""Tables that a spreadsheet opens as text: CSV as RFC 4180 has it, and no cell that could be taken for a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from csv import reader, writer

_SURROGATE = re.compile(r"[\ud800-\udfff]")
# The full-width forms are folded to plain ones by some spreadsheets.
_DANGEROUS = re.compile(r"'*\s*[=+\-@\uff1d\uff0b\uff0d\uff20\x00-\x1f\x7f]")


def csv(rows: Iterable[Sequence[str]]) -> str:
    """``rows`` as text with the line ends of RFC 4180."""
    text = io.StringIO()
    writer(text, lineterminator="\r\n").writerows([cell(value) for value in row] for row in rows)
    return text.getvalue()


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
