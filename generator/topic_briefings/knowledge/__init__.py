"""What the house knows of the world: lexicons as data files, with their provenance in each file's head.

``Knowledge`` is a small hashable value that says *which* tables to use; the tables themselves are read on
first use by the loaders beside this file, each of which is cached on that value. So a test can pass another
taxonomy, a worker process can be sent the value alone, and ``--help`` reads nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from topic_briefings.tables import read

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Which tables to use."""

    taxonomy: Path | None = None
    """A site's own topics (YAML), in place of or beside the built-in ones; None for the built-in alone."""


def rows(name: str) -> Iterator[list[str]]:
    """The rows of the tab-separated table ``data/<name>``; lines that begin with ``#`` are comments."""
    return read(DATA / name)


@cache
def abbreviations() -> frozenset[str]:
    """Words that are printed with a full stop inside a sentence, without it."""
    return frozenset(word for (word, *_) in rows("abbreviations.tsv"))
