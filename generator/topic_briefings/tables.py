"""How data files are read: tab-separated, one fact a line, with their provenance in the lines that begin with ``#``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent


def read(path: Path) -> Iterator[list[str]]:
    """The rows of the table at ``path``, each a list of its cells. Raises OSError where there is no such file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


@cache
def read_by_first(path: Path) -> Mapping[str, str]:
    """What stands behind the first cell of each row, unparted, by that cell: for large tables of which little is asked.

    Read once; not to be changed. Raises OSError where there is no such file.
    """
    with path.open(encoding="utf-8") as lines:
        rows = (line.rstrip("\n").partition("\t") for line in lines if not line.startswith(("#", "\n")))
        return {first: rest for first, _, rest in rows}


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one folder."""

    folder: Path

    def rows(self, name: str) -> Iterator[list[str]]:
        """The rows of ``name`` (without ``.tsv``); none where the folder has no such table."""
        path = self.folder / f"{name}.tsv"
        return read(path) if path.exists() else iter(())

    def by_first(self, name: str) -> Mapping[str, str]:
        """The rest of each row of ``name`` by its first cell, see ``read_by_first``."""
        return read_by_first(self.folder / f"{name}.tsv")

    def words(self, name: str) -> frozenset[str]:
        """The first cell of every row."""
        return frozenset(row[0] for row in self.rows(name))

    def classes(self, name: str, kind: str) -> frozenset[str]:
        """The words of one class: of the rows whose first cell is ``kind``, the words in the second."""
        return frozenset(word for cells in self.rows(name) if cells[0] == kind for word in cells[1].split())

    def phrases(self, name: str, kind: str) -> frozenset[str]:
        """As ``classes``, of words that are several joined by "+": "at+least"."""
        return frozenset(words.replace("+", " ") for words in self.classes(name, kind))
