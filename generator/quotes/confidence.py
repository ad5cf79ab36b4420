"""How sure it is that the speaker said it.

The base is how often the rule that found the speaker is right on news text that was not used to write it;
a doubtful owner of a pronoun or a short name lowers it.
"""

from __future__ import annotations

from generator.quotes.attribution import Attribution
from generator.quotes.resolution import Identity

THRESHOLD = 0.6
"""The least confidence at which a page names the speaker."""

_RIGHT = {
    "after": 0.97, "before": 0.95, "according": 0.93, "carried": 0.9, "colon": 0.9, "signed": 0.85, "shared": 0.8, "label": 0.9, "beside": 0.8, "reduced": 0.7,
    "previous": 0.6, "sentence": 0.4, "passive": 0.3, "none": 0.0,
}  # fmt: skip
"""Share of right speakers by rule, measured with benchmarks/quote_errors.py."""


def confidence(item: Attribution, identity: Identity | None) -> float:
    """0 to 1; 0 where there is no speaker."""
    if identity is None:
        return 0.0
    return round(_RIGHT[item.how] * (0.5 + 0.5 * identity.sure), 4)
