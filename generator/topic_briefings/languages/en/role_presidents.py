"""Whether a bare "President" is of somebody who holds the office: not of a nominee, nor of "the former president"."""

from __future__ import annotations

from topic_briefings.languages.claim import Range
from topic_briefings.languages.en.offices import CANDIDATES
from topic_briefings.languages.en.role_bodies import RoleBodies

_SEEKERS = CANDIDATES | {"nominate", "nominating", "elect"}
"""What stands before the name of who would be president."""


class RolePresidents(RoleBodies):
    """Reads from the rest of an article whether somebody is president by now, and still."""

    def _is_no_president_now(self, role: Range, places: list[Range]) -> bool:
        """Whether ``role`` is a bare "President" of whoever is named at ``places`` and is none yet, or no more."""
        if self._lower[slice(*role)] != ["president"]:
            return False
        return self._is_of_one_before() or any(
            self._lower[max(0, first - 1)] in _SEEKERS or self._lower[last : last + 2] == ["for", "president"]
            for first, last in places
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
