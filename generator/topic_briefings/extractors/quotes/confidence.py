"""How sure it is that the speaker said it.

Every rule of attribution has been right so often on text where the speakers are known, and better or worse the
surer its claim fits the marked words and the farther it leads over the next one. ``data/attribution.tsv`` holds
these shares as measured; ``benchmarks/calibration.py --table`` prints them anew, and without it how reliable the
result is. Within a pattern a kind of phrase or of cue may be right more or less often than the others; where too few
were seen there, it takes the part of the share that it takes in all. So does a doubtful owner of a pronoun or a name.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from topic_briefings.extractors.quotes.fitting import Fit, Lead
from topic_briefings.extractors.quotes.identity import Identity
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.extractors.quotes.statement import Statement
from topic_briefings.knowledge import rows
from topic_briefings.languages.claim import CueKind, Rule
from topic_briefings.languages.names import given_name

_HEAD = re.compile(r"[^fitw,(:]*")
"""A phrase up to what describes its head."""
_SOMEBODY = frozenset("hNwuQ")
"""Letters of a head that is somebody or a body."""
THRESHOLD = 0.75
"""The least confidence at which a page names the speaker."""

_NO_CLAUSE = 0.75
"""What is left where what is reported without marks is no clause: by reading, most of these are no statement."""


class Basis(NamedTuple):
    """What the confidence in a speaker rests on: a row of the table."""

    rule: Rule
    fit: str
    """The name of a ``Fit``; empty where no marked words were there to fit."""
    lead: str
    """The name of a ``Lead``; empty where no marked words were there to fit."""
    cue: CueKind
    phrase: str


def confidence(scene: Scene, item: Statement, identity: Identity | None) -> float:
    """0 to 1; 0 where there is no speaker."""
    if identity is None or item.speaker is None:
        return 0.0
    whole = 1.0 if item.quoted or item.clause else _NO_CLAUSE
    return round(_share(basis(scene, item)) * min(identity.sure, 1.0) * whole, 4)


def basis(scene: Scene, item: Statement) -> Basis:
    """The row that a statement falls under."""
    fit, lead = (_FITS[item.fit], _LEADS[item.lead]) if item.quoted else ("", "")
    return Basis(item.how, fit, lead, item.kind, phrase_sort(scene, item))


_FITS = {fit: fit.name.lower() for fit in Fit}
_LEADS = {lead: lead.name.lower() for lead in Lead}


@cache
def _share(found: Basis) -> float:
    """How often a statement with this basis has been given to its speaker."""
    shares = _shares()
    pattern = (found.rule, found.fit, found.lead)
    share = shares.get((*pattern, "")) or shares.get((found.rule, "", "", "")) or 0.0
    most, both = share, share
    for sort in (found.cue, found.phrase):
        own = shares.get((*pattern, sort))
        most = max(most, own or 0.0)
        both *= shares.get((ANY, "", "", sort), 1.0) if own is None else own / share
    return min(both, most, _MOST)


_MOST = 0.99
"""No share is printed as surer: what has always been right was seen so and so often."""
ANY = "*"
"""In the table: whatever the rule."""


@cache
def _shares() -> dict[tuple[str, str, str, str], float]:
    return {(rule, fit, lead, sort): float(share) for rule, fit, lead, sort, share, *_ in rows("attribution.tsv")}


def phrase_sort(scene: Scene, item: Statement) -> str:
    """What names the speaker: ``h`` a pronoun, ``w`` a relative one, ``N`` a name, ``u`` a description, ``n`` other."""
    if item.speaker is None:
        return "n"
    tags = scene.tags[slice(*item.speaker)]
    first = scene.tokens[item.speaker[0]]
    if item.how is Rule.LABEL and not tags.strip("Q") and (first.isupper() or given_name(first) is not None):
        return "N"  # "“LIND: It holds.”"
    head = _HEAD.match(tags)
    if item.quoted and head and "n" in head[0] and "," not in tags and not _SOMEBODY.intersection(head[0]):
        return "n"  # "the pitch on Kickstarter"
    for letter in "hNwu":
        if letter in tags:
            return letter
    return "n"
