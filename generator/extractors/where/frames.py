"""The words right beside a name: do they say that it is a place, or part of a longer name?"""

from __future__ import annotations

import re
from functools import cache

from generator.extractors.where.matching import Hit
from generator.knowledge import rows
from generator.knowledge.gazetteer import CIVIC, NOWHERE
from generator.models import Part

_PREPOSITIONS = frozenset(
    ["in", "from", "to", "near", "at", "into", "across", "throughout", "outside", "around", "between", "via", "of"]
)
_LOCATED = re.compile(r"-(?:based|area|born)\b|, [A-Z]")
LONGEST = 24
"""So many code points before a name are looked at."""


def stands_alone(hit: Hit, text: str) -> bool:
    """Whether the words around a hit let it be a place: no street, no other town, and where it is weak, a sign.

    Signs are a preposition ("in Nelson"), a seat ("Nelson-based"), a state after it ("Nelson, British Columbia").
    """
    how = hit.entry.senses[0].how
    if how == CIVIC or hit.entry.senses[0].code == NOWHERE:
        return True
    if text[hit.span.end : hit.span.end + 1] == " " and _street().match(text, hit.span.end):
        return False
    before = word_before(text, hit.span.start)
    if before in _prefixes() and how != "demonym":
        return False
    if hit.entry.exact and how == "area" and before.isdigit():
        return False
    if not hit.entry.weak or hit.part is Part.DATELINE:
        return True
    return before.lower() in _PREPOSITIONS or _LOCATED.match(text, hit.span.end) is not None


def after_preposition(start: int, text: str) -> bool:
    """Whether a preposition of place stands before ``start``."""
    return word_before(text, start).lower() in _PREPOSITIONS


def word_before(text: str, start: int) -> str:
    """The word that one space parts from ``start``, at most ``LONGEST`` code points; empty when there is none."""
    if text[start - 1 : start] != " ":
        return ""
    begin = text.rfind(" ", max(0, start - LONGEST), start - 1) + 1
    return text[max(begin, start - LONGEST) : start - 1].rpartition("\n")[2].lstrip("“\"'(‘")


@cache
def _street() -> re.Pattern[str]:
    return re.compile(" (?:" + "|".join(map(re.escape, _frames()["street"])) + r")(?!\w)")


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(_frames()["prefix"])


@cache
def _frames() -> dict[str, tuple[str, ...]]:
    return {kind: tuple(words.split("|")) for kind, words in rows("en/place_frames.tsv")}
