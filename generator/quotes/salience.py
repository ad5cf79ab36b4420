"""How well a quotation stands alone as a key quote.

Three things are asked of it, each between 0 and 1, and their mean is the salience. Is it *whole*: a sentence in
marks (1), an indirect statement (0.4), a fragment (0.3)? Is it of a *fitting length*: 8 to 40 words are best,
less says little and more is a speech? Is it by a *principal*: a named person or body (1), a group or somebody
unnamed (0.4)? A quotation that begins with a pronoun or a word that leans on what came before loses a fifth.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.models import QuotationKind, Span
from generator.quotes.resolution import Identity

_MARKS = "\"“”„«»‘’'"
_MOST = 1000
"""Characters of a stretch that are looked at."""
_LEANING = frozenset(
    ("he", "she", "it", "they", "this", "that", "these", "those", "but", "and", "so", "then", "also", "yes", "no")
)
_WHOLE = {QuotationKind.DIRECT: 1.0, QuotationKind.PARTIAL: 0.3, QuotationKind.INDIRECT: 0.4}


def salience(body: str, parts: Sequence[Span], kind: QuotationKind, identity: Identity | None) -> float:
    """0 to 1; the module says how."""
    words = " ".join([body[part.start : min(part.end, part.start + _MOST)] for part in parts[:3]]).split()
    if not words:
        return 0.0
    length = min(1.0, len(words) / 8) if len(words) <= 40 else max(0.3, 40 / len(words))
    named = 1.0 if identity and identity.figure else 0.4
    score = (_WHOLE[kind] + length + named) / 3
    return round(score * (0.8 if words[0].strip(_MARKS).lower() in _LEANING else 1.0), 4)
