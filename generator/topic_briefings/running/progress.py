"""How a person is shown how far a loop is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Progress(Protocol):
    """Shows a person how far a loop is."""

    def __call__(self, items: Iterable[T], doing: str, total: int | None) -> Iterable[T]:
        """The same items, while it shows what is being done with them and how many of ``total`` are done."""


def unseen(items: Iterable[T], doing: str, total: int | None) -> Iterable[T]:
    """Progress that nobody watches."""
    del doing, total
    return items
