"""Whether an office is held by now: no "President" of a nominee, no "candidate" of an election long ago."""

from __future__ import annotations

import re

from topic_briefings.languages.claim import Range
from topic_briefings.languages.en.offices import CANDIDATES
from topic_briefings.languages.en.role_bodies import RoleBodies
from topic_briefings.languages.en.words import role_of

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_LONG_AGO = re.compile(r"1[5-9]\d\d")
_TERMS = (["white", "house"], ["administration"])
"""What belongs to one president, behind whose name it stands."""
BEFORE_NOW = ("former", "ex-", "then-", "onetime", "one-time")
"""How a role begins that is over."""
_SEEKERS = CANDIDATES | {"nominate", "nominating", "elect"}
"""What stands before the name of who would be president."""


class RoleTimes(RoleBodies):
    """Reads from the rest of an article whether somebody holds an office by now, and still."""

    def _is_no_president_now(self, role: Range, places: list[Range]) -> bool:
        """Whether ``role`` is a bare "President" of whoever is named at ``places`` and is none yet, or no more."""
        if self._lower[slice(*role)] != ["president"]:
            return False
        return (
            self._is_of_one_before()
            or self._is_of_several_before()
            or any(
                self._lower[max(0, first - 1)] in _SEEKERS or self._lower[last : last + 2] == ["for", "president"]
                for first, last in places
            )
        )

    def _is_of_one_before(self) -> bool:
        """Whether "the former president" is said without a name, and only one person is called "President"."""
        called: set[str] = set()
        unnamed = False
        for at in range(1, len(self._tokens) - 1):
            if self._lower[at] != "president":
                continue
            former = self._lower[at - 1] == "former"
            end = at + 1
            while self._tags[end : end + 1] == "N":
                end += 1
            if end > at + 1 and (former or self._tokens[at].istitle()):
                called.add("former" if former else self._tokens[end - 1])
            elif former:
                beside = self._tags[max(0, at - 3)] == "," or self._tags[at + 1 : at + 3] == ",N"
                unnamed = unnamed or not (beside or self._tags[at + 1] == "f")
        return unnamed and len(called) == 1

    def _has_left(self, role: Range, last: int) -> bool:
        """Whether the words behind say that somebody went: "the firm’s head, Bo Ek, left the firm"."""
        after = max(role[1], last)
        after += self._tags[after : after + 1] == ","
        if self._tags[role[0] - 1] in "ifvt" or any(word.startswith(BEFORE_NOW) for word in self._lower[slice(*role)]):
            return False
        noun = self._lower[after + 2 : after + 3]
        goes = self._lower[after : after + 1] == ["left"] and self._tags[after + 1 : after + 2] == "d"
        return goes and bool(noun) and role_of(noun[0]) == "body"

    def _is_of_several_before(self) -> bool:
        """Whether past presidents are spoken of without names, who are so called then: "three past presidents"."""
        return any(
            not {"past", "former"}.isdisjoint(self._lower[max(0, at - 2) : at]) and self._tags[at + 1 : at + 2] != "N"
            for at, word in enumerate(self._lower)
            if word == "presidents"
        )

    def _is_of_long_ago(self, role: Range, year: re.Pattern[str] = _LONG_AGO) -> bool:
        """Whether a sentence tells of a year long ago before a role: "In 1986 they freed Bo Ek, a reporter"."""
        at = role[0]
        while at > 1 and self._tags[at - 1] not in ".|":
            at -= 1
            if self._lower[at - 1] == "in" and year.fullmatch(self._tokens[at]):
                return True
        return False

    def _is_of_an_election_before(self, role: Range) -> bool:
        """Whether somebody sought an office in a year: "In 2012 she won over Liberal nominee Bo Ek"."""
        return self._lower[self._noun_of(role)] in CANDIDATES and self._is_of_long_ago(role, _YEAR)

    def _is_of_a_term(self, role: Range) -> bool:
        """Whether a role was one under a president: "speechwriter in Lund's White House"."""
        owned = "s" in self._tags[slice(*role)]
        return owned and any(self._lower[role[1] - len(term) : role[1]] == term for term in _TERMS)

    def _begins_clause(self, at: int, role: Range) -> bool:
        """Whether "the" and an office are the subject behind a place: "Speaking to the park, Tarn Ridge, the mayor"."""
        begin = at
        while begin > 0 and self._tags[begin - 1] not in ".|":
            begin -= 1
        opens = self._tags[begin] in "gGi" and self._lower[at] == "the"
        return opens and self._tags[role[1] : role[1] + 1] in tuple("DVp")
