"""When no role is printed because its words may be a part of something longer: "(Ekby) Ltd | analyst Lena Foss".

A role that is left out misleads nobody, and one that is cut within a name does.
"""

from __future__ import annotations

import re

from topic_briefings.languages.claim import Range
from topic_briefings.languages.en.lexicon import parts
from topic_briefings.languages.en.offices import FIRMS, LEANINGS, LEVELS, WITHIN
from topic_briefings.languages.en.role_nouns import LONGEST
from topic_briefings.languages.en.role_phrases import SAINTS
from topic_briefings.languages.en.role_relatives import RoleRelatives
from topic_briefings.languages.en.title_words import is_common, is_title
from topic_briefings.languages.en.words import is_noun_in_ing
from topic_briefings.languages.names import given_name

_OF_MATTERS = frozenset(
    (
        *("administrator", "commissioner", "coordinator", "director", "editor", "general", "manager", "minister"),
        *("officer", "supervisor"),
    )
)
"""What somebody is of a matter, which may stand before it in small letters."""
_NOBODYS = (["secretary"], ["lead", "manager"], ["sole", "manager"], ["joint", "lead", "manager"])
"""What says nothing of anybody, or is a bank: "lead manager Lund said"."""
_PRESIDING = frozenset(("president", "minister", "secretary", "governor", "senator", "mayor"))
"""Titles that say nothing behind "to" without a name."""
_SEAT = re.compile(r"sN+,Nj?")
"""A place with its state behind an owner: "Lund's Ekby, Mo."."""
_GATHERINGS = frozenset(("conference", "event", "gathering", "hearing", "meeting", "protest", "rally", "session"))
"""What people only are at for a day."""
_NO_OFFICES = frozenset(("bystander", "hero", "heroine", "motorist", "passer-by", "pedestrian", "rainmaker"))
"""What somebody is called for praise, or was when something befell them."""
_PLACED = ("-in", "-up", "-off", "-out")
"""How words end that say what somebody does at the moment: "drawn-in", "fired-up"."""
_HAVING = "H"
"""The letter of forms of "have", behind which a participle is a verb: "has appointed Justice Lund"."""

_GIVEN = frozenset(("appointed", "chose", "elected", "elevated", "made", "named", "nominated", "picked", "promoted"))
"""What somebody does who gives an office to another."""


class RoleDoubts(RoleRelatives):
    """Tells a role from a part of one."""

    def _is_doubtful(self, role: Range, first: int) -> bool:
        """Whether a role of the name at ``first`` may be cut from what stands before or behind it."""
        start, end = role
        if self._is_cut_from_name(start) or self._is_cut_from_matter(start):
            return True
        opens = start == 0 or self._tags[start - 1] in ".|"  # where a capital says nothing: "Liberals Lund and Ek"
        leaning = opens and end == start + 1 and self._lower[start].removesuffix("s") in LEANINGS
        if leaning or self._is_of_two_people(start, end) or self._lower[start:end] in _NOBODYS:
            return True
        if self._is_of_what_happened(role) or self._is_of_the_scene(role) or self._is_promoted(role, first):
            return True
        return start > first and self._breaks_off(start, end)

    def _is_of_what_happened(self, role: Range) -> bool:
        """Whether a phrase is of what befell somebody: "an unarmed motorist", "the guardsman who was stung"."""
        end = role[1]
        if self._lower[self._noun_of(role)] in _NO_OFFICES:
            return True
        befell = self._lower[end : end + 2] in (["who", "was"], ["who", "were"]) and self._tags[
            end + 2 : end + 3
        ] in tuple("DPVYpy")
        return befell and self._tokens[role[0]].islower() and not is_title(self._lower[self._noun_of(role)])

    def _is_promoted(self, role: Range, first: int) -> bool:
        """Whether somebody is given another office than that before the name: "named Vice President Lund as chief"."""
        if role[1] != first or role[0] == 0 or self._lower[role[0] - 1] not in _GIVEN:
            return False
        end = first + len(self._tags[first:]) - len(self._tags[first:].lstrip("N"))
        return self._lower[end : end + 1] in (["as"], ["to"])

    def _is_of_the_scene(self, role: Range) -> bool:
        """Whether a phrase takes in where it is said: "another commissioner at the meeting", "drawn-in fielder"."""
        start, end = role
        here = self._lower[max(start, end - 3) : end - 1] == ["at", "the"] and self._tokens[end - 1] in _GATHERINGS
        return here or (self._tokens[start].islower() and self._lower[start].endswith(_PLACED))

    def _is_of_two_people(self, start: int, end: int) -> bool:
        """Whether "and" goes on with somebody else's office and name: "secretary of Tarn and Mayor Bo Ek of Ekby"."""
        for at in range(start + 1, end):
            if self._lower[at] == "and":
                edge = self._right_edge(at + 1)
                names = [k for k in range(at + 1, min(edge, end) - 1) if self._is_head(k) and self._tokens[k].istitle()]
                if any(
                    given_name(self._tokens[k + 1]) is not None or self._tags[k + 1 : k + 4] == "NNN" for k in names
                ):
                    return True
        return False

    def _is_cut_from_name(self, start: int) -> bool:
        """Whether a role begins within a name: "Marl Co. | President", "(Ekby) | Ltd analyst"."""
        before = self._lower[max(0, start - 2) : start]
        stopped = len(before) > 1 and before[0] in FIRMS and before[1] == "."
        if self._lower[start] in FIRMS or before[-1:] in ([")"], ["/"]) or stopped:
            return True
        if before[-1:] == ["."] and (before[0] in SAINTS or before[0].startswith("then-")):
            return True  # "St. | Tarn’s chief", "then-U. | S. Rep."
        if before[-1:] and before[-1].endswith("-era"):
            return True  # "the 1970s-era | catcher"
        if self._opens_name(start):
            return True
        if before == ["of", "the"] and self._tags[start] == "N" and self._tokens[start - 3][0].isupper():
            return self._tokens[start + 1].islower()  # "The Wreck of the Tarn director"
        if self._tags[start : start + 3] == "NNc" and given_name(self._tokens[start]) is not None:
            return True  # "Bob Moor and Ekby Bank head"
        if self._tags[start - 1 : start] == _HAVING and parts(self._lower[start]) == "V":
            return True
        infinitive = self._tags[start - 1 : start] in tuple("tx") and self._tokens[start].islower()
        acting = infinitive and "V" in parts(self._lower[start]) and self._lower[start] not in LEVELS
        return acting and self._tokens[start + 1][0].isupper()  # "to force President Lund"

    def _opens_name(self, start: int) -> bool:
        """Whether the word before, which opens a sentence, may be of the same name: "Broken | Tarn Mayor"."""
        opens = start == 1 or (start > 1 and self._tags[start - 2] in ".|")
        common = opens and self._tags[start - 1] in "aP"
        return (
            common
            and self._tags[start] == "N"
            and self._tokens[start - 1].istitle()
            and not is_title(self._lower[start])
        )

    def _is_cut_from_matter(self, start: int) -> bool:
        """Whether what an office is of is before it too: "fire information | Officer", "Dams and fisheries | chief"."""
        if start < 2 or self._tags[start - 1] not in "nuyY":
            return self._is_second_matter(start)
        if self._tokens[start - 1].islower() and self._tokens[start][0].isupper():
            return self._lower[start] in _OF_MATTERS
        return self._tags[start - 2] == "c" and self._tokens[start].islower()

    def _is_second_matter(self, start: int) -> bool:
        """Whether an office of two matters is cut at its "and": "Tarn Marketing and | Public Relations Manager"."""
        if start < 2 or self._tokens[start - 1] not in ("and", "&") or not self._tokens[start][0].isupper():
            return False
        word, further = self._lower[start - 2], self._lower[start]
        matter = self._tokens[start - 2].istitle() and (is_noun_in_ing(word) or self._is_matter(start - 2))
        body = self._tags[max(0, start - 3) : start - 1] == "NN" and given_name(self._tokens[start - 3]) is None
        return matter and body and is_common(further) and not is_title(further)

    def _breaks_off(self, start: int, end: int) -> bool:
        """Whether a role ends before its phrase does: "candidate for the leftist | April 19 Movement"."""
        last, following = self._lower[end - 1], self._tokens[end : end + 1]
        if not following:
            return False
        tail = any(word in WITHIN for word in self._lower[start:end])
        if tail and last in _PRESIDING and self._tokens[end - 1].istitle() and following[0] == "(":
            return True  # "adviser to Vice President (then-Senator) Bo Ek"
        if self._tags[end] in "gG" and self._tags[end - 2] in "fit" and self._tags[end - 1] == "n":
            return True  # "associate for harbour organizing at"
        if tail and following[0][0].isupper() and self._tags[end] in "hlN":
            return True  # "director of Tarn Stands We Fall"
        if self._tags[end] in "yYu" and self._tags[end + 1 : end + 2] in tuple(",."):
            return True  # "a museum staff guide,"
        if tail and self._tags[end] in "yYDV" and self._tags[end + 1 : end + 2] in tuple("Nnu"):
            return True  # "co-writer of the country hit Ring of Fire"
        if _SEAT.search(self._tags, start, end) and self._lower[end : end + 1] == [","]:
            return self._tags[end + 1 : end + 2] in tuple("nuyY")  # "head at Lund's Ekby, Mo., store"
        long = end - start > LONGEST - 4
        return long and self._tokens[end - 1].istitle() and self._lower[end] in WITHIN | {"by"}
