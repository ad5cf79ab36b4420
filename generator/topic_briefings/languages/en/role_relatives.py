"""What a clause with "who" says of somebody's work: "who leads the Dam Trust", "who teaches at Tarn College"."""

from __future__ import annotations

from topic_briefings.languages.claim import Range
from topic_briefings.languages.en.role_names import RoleNames
from topic_briefings.languages.en.role_nouns import LONGEST
from topic_briefings.languages.en.words import role_of

_WHO = (["who", "is"], ["who", "serves", "as"], ["who", "works", "as"])
"""What stands between a name and a role behind its comma."""
_STILL = (["now"], ["still"], ["currently"])
"""What may stand before the verb of an office."""
_LEADING = frozenset(
    (
        *("leads", "led", "heads", "headed", "runs", "ran", "chairs", "chaired", "founded", "directs", "owns"),
        *("manages", "managed", "oversees", "edits", "co-founded"),
    )
)
"""Verbs that say an office behind "who"."""
_WORKING = {
    "works": ("at", "for"),
    "worked": ("at", "for"),
    "teaches": ("at", "in"),
    "taught": ("at",),
    "writes": ("about", "for", "on"),
    "covers": ("for",),
    "tracks": ("for",),
    "studies": ("at", "for"),
    "researches": ("at", "for"),
    "specializes": ("in",),
    "specialises": ("in",),
    "oversees": ("at", "for"),
    "heads": ("at", "for"),
    "appraises": ("for",),
}
"""Verbs that say what somebody works at, each with the prepositions before where or what."""


class RoleRelatives(RoleNames):
    """Reads the clauses with "who" behind names."""

    def _who(self, at: int) -> Range | None:
        """The role in the clause whose "who" is the word ``at``."""
        for said in _WHO:
            if self._lower[at : at + len(said)] == said:
                return self._phrase(at + len(said), owned=True)
        verb = at + 1 + (self._lower[at + 1 : at + 2] in _STILL)
        return self._leads(at, verb) or self._works(at)

    def _leads(self, who: int, at: int) -> Range | None:
        """What "who" and a verb of an office at ``at`` say, both words as well: "who led the harbour authority"."""
        if self._lower[at : at + 1] == [] or self._lower[at] not in _LEADING:
            return None
        begin = at + 1 + (self._tags[at + 1 : at + 2] == "d")
        noun = self._noun(begin)
        end = self._tail(noun, begin)
        names = "N" in self._tags[begin:end]  # "the Tarn Dam Trust"; "the study" does not say which
        body = self._tags[noun - 1] == "N" or role_of(self._lower[noun - 1]) == "body"
        return (who, end) if noun > begin and self._ends(end) and names and body else None

    def _works(self, at: int) -> Range | None:
        """What "who" and a verb of work say with where or about what: "who tracks tidal ads for Kantar"."""
        before = _WORKING.get(self._lower[at + 1]) if at + 1 < len(self._lower) else None
        if before is None:
            return None
        begin = at + len(("who", "works"))
        where = begin
        while where < len(self._tags) and self._tags[where] in "anuNycsdigf" and where - begin < LONGEST:
            if self._lower[where] in before:
                break
            where += 1
        if self._lower[where : where + 1] not in [[word] for word in before]:
            return None
        inner = where + 1 + (self._tags[where + 1 : where + 2] == "d")
        noun = self._noun(inner)
        end = self._tail(noun, inner)
        tells = noun > inner + 1 or self._tags[inner] == "N" or where > begin  # "who works at home"
        closed = self._ends(end) or self._tags[end] in "cgG"
        tells = tells and ("N" in self._tags[inner:end] or self._lower[at + 1] not in _LEADING)
        return (at, end) if noun > inner and tells and closed and end - at <= LONGEST else None
