"""Which English verbs report a clause without a "that": "said the bridge holds", but not "praised the bridge holds"."""

from __future__ import annotations

import re
from functools import lru_cache

from topic_briefings.languages.en import grammar
from topic_briefings.languages.en.words import TABLES, base_of

_PATTERNS = {"clause": grammar.OPENS, "object": grammar.FINITE_OPENS}


@lru_cache(maxsize=2_000)
def bare_clause(verb: str) -> re.Pattern[str] | None:
    """What a clause behind ``verb``, as printed, begins with where no "that" opens it; None where one must."""
    if verb == "According":
        return grammar.OPENS
    base = base_of(verb) or verb.lower()
    if base in ("according", "per", "in"):
        return grammar.OPENS
    return next((pattern for kind, pattern in _PATTERNS.items() if base in TABLES.classes("bare_clauses", kind)), None)
