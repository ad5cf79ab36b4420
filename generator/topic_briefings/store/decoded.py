"""What this process has made of rows already, where it makes one run after another: ``briefings serve`` does.

What was made of a row stays good until the row is written anew; what a run did not ask for is let go at its end. A
process that makes a single run keeps nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")

_stays = False


def stay() -> None:
    """Say that this process will make more than one run."""
    global _stays
    _stays = True


class Decoded(Generic[T]):
    """Things by the key of their row, for each folder of a cache."""

    def __init__(self) -> None:
        self._made: dict[Path, dict[str, T]] = {}
        self._asked: dict[Path, set[str]] = {}

    def get(self, folder: Path, key: str, make: Callable[[], T | None]) -> T | None:
        """What was made of the row; None where there is none and ``make`` makes none."""
        if not _stays:
            return make()
        made = self._made.setdefault(folder, {})
        self._asked.setdefault(folder, set()).add(key)
        found = made.get(key)
        if found is None and (found := make()) is not None:
            made[key] = found
        return found

    def drop(self, folder: Path, key: str) -> None:
        """Let go of what was made of a row that was written anew."""
        self._made.get(folder, {}).pop(key, None)

    def prune(self, folder: Path) -> None:
        """Let go of what was not asked for since the last time."""
        asked = self._asked.pop(folder, set())
        self._made[folder] = {key: made for key, made in self._made.get(folder, {}).items() if key in asked}
