"""A page as it is written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One file below ``docs/``, whole."""

    path: str
    """POSIX path relative to ``docs/``."""
    content: bytes
