"""Pieces of a site that need not be made again: one row a piece, under a key of all that it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from topic_briefings.store.decoded import Decoded
from topic_briefings.store.rows import Rows, opened

_DECODED: Decoded[str] = Decoded()


class Pieces:
    """What was made, by key; ``remembered`` makes one."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._new: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        """What was kept under ``key``."""
        if key in self._new:
            return self._new[key]
        self._rows.asked(key)
        return _DECODED.get(self._rows.folder, key, lambda: self._rows.get(key))

    def put(self, key: str, made: str) -> None:
        """Keep it, once the run is done."""
        self._new[key] = made

    def keep(self) -> None:
        """Write down what was made, and forget what was not asked for."""
        self._rows.put(self._new.items())
        self._rows.prune()
        for key in self._new:
            _DECODED.drop(self._rows.folder, key)
        _DECODED.prune(self._rows.folder)


@contextmanager
def remembered(folder: Path) -> Iterator[Pieces]:
    """The pieces in ``folder``; what a run that fails has made is not kept."""
    with opened(folder, "pages") as rows:
        pieces = Pieces(rows)
        yield pieces
        pieces.keep()
