"""Which of a story's headlines stands over all its reports: that of a central one which tells and does not shout."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

NEAR = 0.8
"""Of the nearness of the most central report to the middle of its story, what another needs to head it."""
LONGEST = 120
"""Characters; more is a sentence in a headline's place."""
_LOUD = re.compile(r"[!?]|\b[A-ZÄÖÜ]{3,}\s+[A-ZÄÖÜ]{2,}\b")
"""A question, a cry or words in capitals: "CHARGED WITH FRAUD: what they won't tell you"."""


def heading(central: Sequence[int], near: Mapping[int, float], headlines: Mapping[int, str]) -> int:
    """Whose headline a story bears, of its reports from the most central one on; the first where all shout.

    ``near`` says how near each is to the middle, 0 to 1.
    """
    bar = NEAR * near[central[0]]
    return next((n for n in central if near[n] >= bar and is_plain(headlines[n])), central[0])


def is_plain(headline: str) -> bool:
    """Whether a headline tells what happened and neither asks nor shouts.

    >>> is_plain("Clerk charged over missing grain")
    True
    >>> is_plain("CHARGED WITH FRAUD: What nobody tells you about the clerk")
    False
    """
    return 0 < len(headline) <= LONGEST and _LOUD.search(headline) is None
