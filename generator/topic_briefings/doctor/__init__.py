"""What deserves a person's look, most harmful first, each with the entry that corrects it.

A name wrongly put under a quotation is the worst that a site can do, so speakers come first, then voices, then what
holds articles together, then what only hides an article from who looks for it. Nothing here changes anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from topic_briefings.doctor.findings import Case, Finding
from topic_briefings.doctor.table import CHECKS


def examine(case: Case) -> tuple[Finding, ...]:
    """The findings on the edition of ``case``, in the order of the table, in each check the most harmful first."""
    found: list[Finding] = []
    for check in CHECKS:
        own: Sequence[Finding] = sorted(check.find(case), key=lambda one: (-one.harm, one.about, one.entry))
        found.extend(own)
    return tuple(found)
