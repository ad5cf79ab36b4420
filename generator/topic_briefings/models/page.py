"""A page as it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One file below ``docs/``, whole."""

    path: str
    """POSIX path relative to ``docs/``."""
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPage:
    """A page that would be made as it was the last time: its bytes are not there, and can be had."""

    path: str
    digest: str
    """SHA-256 of what it holds."""
    page: Callable[[], Page]
    """Makes it after all."""
