"""Sheets of analyses, kept from run to run: one row an analysis, keyed by its content and by our code."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from topic_briefings.gathering.sheets import Sheet
from topic_briefings.models import Analysis
from topic_briefings.store.decoded import Decoded
from topic_briefings.store.rows import Rows, opened

_DECODED: Decoded[dict[str, Any]] = Decoded()


class RememberedSheets:
    """Gives the sheet of an analysis; ``remembered`` makes one."""

    def __init__(self, rows: Rows, code: str, digests: Mapping[int, str]) -> None:
        self._rows, self._code, self._digests = rows, code, digests
        self._sheets: dict[int, tuple[Analysis, Sheet]] = {}

    def __call__(self, analysis: Analysis) -> Sheet:
        """The sheet of ``analysis``; one that an editor corrected has nothing known on its sheet."""
        found = self._sheets.get(id(analysis))
        if found is None:
            found = self._sheets[id(analysis)] = (analysis, self._sheet(analysis))
        return found[1]

    def _sheet(self, analysis: Analysis) -> Sheet:
        digest = self._digests.get(id(analysis))
        if digest is None:
            return Sheet()
        key = sha256(f"{self._code}\n{digest}".encode()).hexdigest()[:40]
        self._rows.asked(key)
        return Sheet(key, _DECODED.get(self._rows.folder, key, lambda: _loaded(self._rows.get(key))))

    def keep(self) -> None:
        """Write down what was found, and forget the analyses that were not asked for."""
        changed = [sheet for _, sheet in self._sheets.values() if sheet.key and sheet.changed]
        self._rows.put((sheet.key, json.dumps(sheet.asked, separators=(",", ":"))) for sheet in changed)
        self._rows.prune()
        for sheet in changed:
            _DECODED.drop(self._rows.folder, sheet.key)
        _DECODED.prune(self._rows.folder)


@contextmanager
def remembered(folder: Path, code: str, digests: Mapping[int, str]) -> Iterator[RememberedSheets]:
    """The sheets in ``folder``, as ``code``, ours, fills them; ``digests`` has those of analyses, by ``id``."""
    with opened(folder, "sheets") as rows:
        sheets = RememberedSheets(rows, code, digests)
        yield sheets
        sheets.keep()


def _loaded(text: str | None) -> dict[str, Any] | None:
    try:
        found = json.loads(text or "null")
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
