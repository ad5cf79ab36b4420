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

    def of_size(self, fewest: int) -> Iterator[tuple[str, int]]:
        """The names of which some place has at least so many people, each with how many its largest has."""
        for name, line in self._lines.items():
            most = int(line.split(" ", 1)[0][len("GB:") :])
            if most >= fewest:
                yield name, most


@cache
def towns() -> Towns:
    """See ``Towns``."""
    return Towns(read_by_first(DATA / "en" / "places.tsv"))
