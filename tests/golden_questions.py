"""Files of questions and what they are asked about: ``== question``, below it a line each; ``# `` begins a remark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def questions(file: Path) -> Iterator[tuple[str, str]]:
    """Each question alone, with an empty row behind it, and then with every row that is below it."""
    question = ""
    for row in file.read_text(encoding="utf-8").splitlines():
        if row.startswith("== "):
            question = row[3:]
            yield question, ""
        elif row and not row.startswith("# "):
            yield question, row
