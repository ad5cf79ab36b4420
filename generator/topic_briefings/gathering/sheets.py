"""What gathering works out of one analysis by itself, or of one beside another, and need not work out again.

How near its quotations are to each page that it may stand on, which of its sentences opens that page, whether it is a
copy of another: none of this changes while the analyses stay what they are, however many articles come and go. So each
analysis has a sheet, on which such findings are noted as plain values, lists, numbers and texts, each under a name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from topic_briefings.models import Analysis


class Sheet:
    """The findings of one analysis."""

    def __init__(self, key: str = "", known: dict[str, Any] | None = None) -> None:
        """``key`` stands for the analysis, "" where nothing does; ``known`` has the findings of another run."""
        self.key = key
        self._known = known or {}
        self.asked: dict[str, Any] = {}
        """The findings of this run."""

    def once(self, name: str, find: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever ``find`` gives
        """What ``find`` gives: a plain value as JSON has it, made of this analysis alone and of what ``name`` says."""
        if name not in self.asked:
            self.asked[name] = self._known[name] if name in self._known else find()
        return self.asked[name]

    def beside(self, other: Sheet, name: str, find: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever ``find`` gives
        """The same, made of this analysis and that of the ``other`` sheet."""
        return self.once(f"{name} {other.key}", find) if other.key else find()

    @property
    def changed(self) -> bool:
        """Whether anything was found that was not known, or is known that nobody asks for any more."""
        return self.asked.keys() != self._known.keys()


Sheets: TypeAlias = Callable[[Analysis], Sheet]
"""Gives the sheet of an analysis."""


def blank(analysis: Analysis) -> Sheet:
    """A sheet on which nothing is known."""
    del analysis
    return Sheet()
