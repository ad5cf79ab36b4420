"""A digest of whatever a page is made of: two things of one digest print the same.

What an edition holds is walked field by field, and anything of a kind that is not known here is refused, so that
nothing is ever overlooked. An article, an analysis, a report, a voice and a line are walked once: others hold them many
times.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from hashlib import sha256
from operator import attrgetter
from typing import TYPE_CHECKING

from topic_briefings.models import Analysis, Article, Edition, Line, Report, Voice

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_WALKED_ONCE = frozenset({Analysis, Article, Line, Report, Voice})
_PLAIN = frozenset({str, int, bool, float, bytes, dt.date, type(None)})


class Digests:
    """The digests of what one edition holds."""

    def __init__(self, edition: Edition, known: Mapping[int, str]) -> None:
        """``known`` has the digests of some of its analyses, by ``id``."""
        self._edition = edition  # what is told apart by its ``id`` must not be let go, nor the others below
        self._held: list[object] = []
        self._found: dict[int, str] = dict(known)
        for report in edition.reports:
            whole = self.of(report.analysis)
            for place, line in enumerate(report.lines):
                # The article and the words are the analysis', so that its digest and the place stand for them.
                self._found[id(line)] = _short(f"{whole} {place} {self._told(line.byline)}")

    def of(self, thing: object) -> str:
        """The digest of ``thing``, 32 hexadecimal digits. Raises ``TypeError`` for what is no part of an edition."""
        return self._told(thing) if type(thing) in _WALKED_ONCE else _short(self._told(thing))

    def _told(self, thing: object) -> str:
        kind = type(thing)
        if kind in _PLAIN:
            return repr(thing)
        if kind in _WALKED_ONCE:
            found = self._found.get(id(thing))
            if found is None:
                found = self._found[id(thing)] = _short(self._fields(thing))
                self._held.append(thing)
            return found
        if isinstance(thing, tuple | list):
            return f"({','.join(map(self._told, thing))})" if thing else "()"
        if isinstance(thing, Enum):
            return str(thing)
        return self._fields(thing)

    def _fields(self, thing: object) -> str:
        if not is_dataclass(thing) or isinstance(thing, type):
            raise TypeError(f"{type(thing).__name__} is no part of an edition")
        return f"{type(thing).__name__}({','.join(map(self._told, _values(type(thing))(thing)))})"


@cache
def _values(kind: type[DataclassInstance]) -> Callable[[object], tuple[object, ...]]:
    """Gives the values of all fields."""
    names = [field.name for field in fields(kind)]
    several: Callable[[object], tuple[object, ...]] = attrgetter(*names)
    return several if len(names) > 1 else lambda thing: (getattr(thing, names[0]),)


def _short(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
