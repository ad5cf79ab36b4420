"""The languages whose sentences are read. For all others marks are found, and nothing is attributed."""

from __future__ import annotations

READ = frozenset(("en", "de"))
"""The languages (ISO 639-1) with rules of attribution and a grammar of noun phrases of their own."""


def is_read(code: str) -> bool:
    """Whether who said what is read in the language ``code``."""
    return code in READ
