"""Which English verbs report a clause without a "that": "said the bridge holds", but not "praised the bridge holds"."""

from __future__ import annotations

import re
from functools import cache

from topic_briefings.languages.en import grammar
from topic_briefings.languages.en.words import TABLES, base_of

_PATTERNS = {"clause": grammar.OPENS, "object": grammar.FINITE_OPENS}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """The base form of each verb of ``bare_clauses.tsv`` → what such a clause begins with."""
    return {verb: _PATTERNS[kind] for kind, verbs in TABLES.rows("bare_clauses") for verb in verbs.split()}


def bare_clause(verb: str) -> re.Pattern[str] | None:
    """What a clause behind ``verb``, as printed, begins with where no "that" opens it; None where one must."""
    return _patterns().get(base_of(verb) or verb.lower())
