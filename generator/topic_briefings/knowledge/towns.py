"""The towns of the world by name: GeoNames' table, of which little is asked for any one article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from topic_briefings.knowledge import DATA
from topic_briefings.tables import read_by_first


class Towns(Mapping[str, tuple[tuple[str, int], ...]]):
    """Every place of GeoNames' table by its name in lower case: countries and people, most people first.

    Names that are English words as well end in "*". Few of them are ever asked for, so each is read when it is.
    """

    def __init__(self, lines: Mapping[str, str]) -> None:
        self._lines = lines
        self._read: dict[str, tuple[tuple[str, int], ...]] = {}

    def __getitem__(self, name: str) -> tuple[tuple[str, int], ...]:
        found = self._read.get(name)
        if found is None:
            pairs = (pair.split(":") for pair in self._lines[name].split())
            found = self._read[name] = tuple((code, int(people)) for code, people in pairs)
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def most(self, name: str) -> int:
        """How many people its largest place has."""
        return int(self._lines[name].partition(" ")[0].partition(":")[2])


@cache
def towns() -> Towns:
    """See ``Towns``."""
    return Towns(read_by_first(DATA / "en" / "places.tsv"))
