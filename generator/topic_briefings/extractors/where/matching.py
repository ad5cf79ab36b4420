"""Find the words that may stand for a country."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from topic_briefings.knowledge.gazetteer import Gazetteer
from topic_briefings.knowledge.senses import Entry, lower
from topic_briefings.languages.en.lexicon import parts
from topic_briefings.languages.names import surname_particles
from topic_briefings.models import Part, Span, as_span

_UNMISTAKABLE = frozenset(["name", "demonym", "capital"])
_ASKING = frozenset("?!")
"""What stands behind "OK" where it is no state."""
NO_COUNTRY = frozenset(["city", "capital", "region", "area"])
"""How a name may stand for a place that is no country."""
_WORDS = frozenset(["do", "ten"])
"""Particles of surnames that are words too."""
LONGEST = 24
"""So many code points before a name are looked at."""


class Hit(NamedTuple):
    """A phrase of the gazetteer in the text, before it is known what it stands for.

    A tuple and not a dataclass: some twenty are made for each article, most to be thrown away.
    """

    span: Span
    part: Part
    entry: Entry
    printed: str
    """The words as printed."""
    before: str
    """The word that one space parts from them; empty when there is none."""


def find(text: str, part: Part, words: Gazetteer) -> Iterator[Hit]:
    """The phrases of ``words`` in ``text``, in order, as far as their letters allow."""
    small = text.islower()
    for begin, end, index in words.matcher.find(lower(text)):
        entry = words.entries[index]
        start = begin + entry.lead
        printed = text[start:end]
        if not _spelled(printed, entry) and not (small and _is_no_word(printed, entry)):
            continue
        if not entry.after_comma or (_after_comma(text, start) and not _goes_on(text, end)):
            yield Hit(as_span((start, end)), part, entry, printed, word_before(text, start))


def _goes_on(text: str, end: int) -> bool:
    """Whether what stands behind letters says that they are no state: "OK?", the initials of "CA del Lund"."""
    following = text[end + 1 : end + LONGEST].partition(" ")[0] if text[end : end + 1] == " " else ""
    return text[end : end + 1] in _ASKING or (following in surname_particles() and following not in _WORDS)


def word_before(text: str, start: int) -> str:
    """The word that one space parts from ``start``, at most ``LONGEST`` code points; empty when there is none."""
    if text[start - 1 : start] != " ":
        return ""
    earliest = max(0, start - LONGEST)
    begin = text.rfind(" ", earliest, start - 1) + 1 or earliest
    return text[begin : start - 1].rpartition("\n")[2].lstrip("“\"'(‘")


def _spelled(printed: str, entry: Entry) -> bool:
    """Whether the letters are those of a name: capitals somewhere, and exactly as asked for."""
    if entry.exact:
        return printed in entry.exact
    return entry.any_case or not printed.islower()


def _is_no_word(printed: str, entry: Entry) -> bool:
    """Whether a name in lower case can be nothing else, in a text without capitals: "kenya", but not "turkey"."""
    return not entry.exact and entry.senses[0].how in _UNMISTAKABLE and not any(map(parts, printed.split()))


def _after_comma(text: str, start: int) -> bool:
    """Whether a capitalised word and a comma stand before ``start``."""
    before = text[max(0, start - 30) : start]
    return before.endswith(", ") and before.rstrip(", ").rpartition(" ")[2][:1].isupper()
