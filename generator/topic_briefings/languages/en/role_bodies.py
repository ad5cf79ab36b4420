"""Whose somebody is where no office is printed: "said Lena Foss of Tarn Medical Center", "TRN’s Lena Foss said"."""

from __future__ import annotations

import re

from topic_briefings.languages.claim import Range
from topic_briefings.languages.en.people import is_kin, is_person_noun
from topic_briefings.languages.en.role_nouns import SCHOOLS
from topic_briefings.languages.en.role_titles import RoleTitles
from topic_briefings.languages.en.title_words import is_title
from topic_briefings.languages.en.words import role_of, word_set
from topic_briefings.languages.names import given_name

WHOSE = frozenset(("his", "her", "its", "their", "our", "my"))
_ANY = frozenset(
    (
        *("campaign", "candidate", "company", "congressman", "congresswoman", "film", "firm", "group", "movie"),
        *("organisation", "organization", "panel", "project", "provision", "senator", "vehicle"),
    )
)
"""What an article has named where it says "the", and of which a reader does not know what it may be."""
_WHICH = frozenset(("Agency", "Association", "Board", "Commission", "Committee", "Company", "Council", "Foundation"))
"""Bodies with a capital whose whole name an article has said before: "director of the Committee"."""
_TIES = (["of"], ["with"], ["from"])
_NO_BODIES = frozenset(
    ("city", "country", "county", "house", "kingdom", "nation", "plan", "regime", "republic", "state", "street", "time")
)
"""Words for bodies that end the names of places as well, or of what nobody is from."""
_STATION = re.compile(r"[A-Z]{3,5}")
_CAMEL = re.compile(r"(?!Ma?c|De|La|Le)(?:[A-Z]{2,}[a-z]{3,}|[A-Z][a-z]+(?:TV|[A-Z][a-z]{2,}))")
"""A name of several words in one: "DNAinfo", "BlazeTV"."""
_NO_STATIONS = frozenset(("DNC", "GOP", "ISIS", "RNC", "UAE", "USA"))
"""Abbreviations of what has followers and citizens, and no reporters."""


class RoleBodies(RoleTitles):
    """Reads the bodies that whoever is quoted speaks for."""

    def _of_body(self, first: int, last: int) -> Range | None:
        """The body behind the name, with its preposition: "of Tarn Medical Center", "with the Tarn Fire Department"."""
        parted = self._lower[last : last + 2] in ([",", "of"], [",", "from"])
        last += parted
        if self._lower[last : last + 1] not in _TIES or not self._is_full_name(first, last - parted):
            return None
        begin = last + 1 + (self._tags[last + 1 : last + 2] == "d")
        noun = self._firm_at(begin) or self._noun(begin)
        if noun == begin or not self._is_body(begin, noun):
            return None
        end = self._tail(noun, begin) if self._goes_on_in_name(noun) else noun
        after = end + (self._tags[end : end + 1] == ",")
        told = parted or self._speaks(first - 1) or self._speaks(after) or self._tags[end : end + 1] in tuple("DVv")
        return (last, end) if told or self._lower[first - 2 : first] == ["according", "to"] else None

    def _of_outlet(self, first: int) -> Range | None:
        """The outlet that owns the name: "TRN" of "TRN’s Lena Foss said"."""
        if self._tags[max(0, first - 2) : first] != "Ns" or given_name(self._tokens[first]) is None:
            return None
        begin = first - 2
        while begin > 0 and self._tags[begin - 1] in "Na" and self._tokens[begin - 1][0].isupper():
            begin -= 1
        last = self._tokens[first - 2]
        if begin == first - 2:
            named = last not in _NO_STATIONS and not self._is_head(begin)
            if self._tokens[begin - 1 : begin] == ["The"] and named:
                return (begin - 1, first - 1)  # "The Tide’s Lena Foss"
            station = _STATION.fullmatch(last) is not None and last not in _NO_STATIONS
            station = station or _CAMEL.fullmatch(last) is not None or last in word_set("outlet") | word_set("paper")
            return (begin, first - 1) if station else None
        if self._tokens[begin - 1 : begin] == ["The"] and last not in word_set("paper"):
            return (begin - 1, first - 1)
        school = last in SCHOOLS and self._tags[begin - 1 : begin] != "f"
        return (begin, first - 1) if school or last in word_set("paper") else None

    def _goes_on_in_name(self, at: int) -> bool:
        """Whether the name of a body goes on behind a preposition: "Tarn Commission on the Arts"."""
        further = at + 1 + (self._tags[at + 1 : at + 2] == "d")
        return self._lower[at : at + 1] in (["of"], ["on"], ["for"]) and self._tags[further : further + 1] == "N"

    def _is_full_name(self, first: int, last: int) -> bool:
        return last - first > 1 and given_name(self._tokens[first]) is not None

    def _is_body(self, begin: int, end: int) -> bool:
        """Whether the words name a body and no place."""
        word = self._lower[end - 1]
        if self._tokens[begin - 1] == "The":
            return True  # "of The Tide"
        if self._firm_at(begin) == end:
            return True  # "of digital consulting firm Tide"
        if "N" not in self._tags[begin:end]:  # "of the forestry division"
            whole = end - begin > 1 and word not in _ANY and self._lower[begin - 1] == "the"
            return whole and role_of(word) == "body" and self._lower[end : end + 1] != ["of"]
        if end - begin == 1 and self._lower[begin - 1] == "with" and self._tokens[begin] not in _NO_STATIONS:
            return _STATION.fullmatch(self._tokens[begin]) is not None
        return word not in _NO_BODIES and (role_of(word) == "body" or self._tokens[end - 1] in word_set("part"))

    def _firm_at(self, begin: int) -> int:
        """The end of a firm's name behind what it is, at ``begin``: "digital consulting firm Tide"; 0 for none."""
        firm = begin
        while self._tags[firm : firm + 1] in tuple("angyu") and self._tokens[firm].islower():
            firm += 1
        end = firm
        while self._tags[end : end + 1] == "N":
            end += 1
        word = self._lower[firm - 1]
        return end if begin < firm < end and role_of(word) == "body" and word not in _NO_BODIES else 0

    def _leans(self, role: Range) -> bool:
        """Whether only the text around says whose office it is, "its editor", or it is nobody’s: "Lund’s widow"."""
        noun = self._noun_of(role)
        kin = is_kin(self._lower[noun]) and self._tokens[noun] not in word_set("title")  # "Sister Lena"
        return kin or (role[0] > 0 and self._lower[role[0] - 1] in WHOSE) or self._points_back(role)

    def _points_back(self, role: Range) -> bool:
        """Whether whose office it is has been named before: "the group’s president", "author of the book"."""
        start, end = role
        if self._lower[max(0, start - 1) : start] == ["the"] and self._tags[start + 1] == "s":
            owner = self._tokens[start]
            return owner in _ANY or (is_person_noun(owner) and not is_title(owner))  # "the rapper’s lawyer"
        of = self._lower[max(0, end - 3) : end - 1] in (["of", "the"], ["to", "the"])
        body = self._tokens[end - 1]
        return of and (body in _ANY or body in word_set("text") or body in _WHICH)
