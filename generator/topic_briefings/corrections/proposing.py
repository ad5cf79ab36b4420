"""An entry of the file of corrections, ready to be pasted into it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from topic_briefings.corrections.finding import are_one, quotations_of
from topic_briefings.models import Analysis, Quotation

_OTHERWISE = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
"""Words that YAML takes for something else."""
LONGEST = 12
"""Words of a quotation: enough to find it, few enough to read."""


def entry(**given: str | Sequence[str]) -> str:
    """An entry with these keys in this order; ``as_`` and ``in_`` stand for ``as`` and ``in``.

    Values are written as JSON writes them, which is YAML too, unless they are plain words.
    """
    lines = [f"{key.rstrip('_')}: {_value(value)}" for key, value in given.items()]
    return "- " + "\n  ".join(lines)


def meaning(quotation: Quotation, analysis: Analysis) -> str:
    """The first words of a quotation, as many as are needed to mean no other of its article."""
    body = analysis.article.body
    words = " ".join(span.of(body) for span in quotation.fragments or quotation.content).split()
    for many in (LONGEST, 2 * LONGEST):
        start = " ".join(words[:many])
        if are_one(found := quotations_of(start, analysis), body) and quotation in found:
            return start
    return " ".join(words)


def _value(value: str | Sequence[str]) -> str:
    if not isinstance(value, str):
        return f"[{', '.join(map(_value, value))}]"
    if value.lower() in _OTHERWISE:
        return f'"{value}"'
    plain = value.replace("-", "").replace("/", "").replace("_", "").isalnum() and value[:1].isalpha()
    return value if plain and value.isascii() else json.dumps(value, ensure_ascii=False)
