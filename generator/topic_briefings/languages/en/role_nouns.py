"""Where the noun phrases of a role end: "chief", "of the harbour authority"."""

from __future__ import annotations

import re

from topic_briefings.languages.en.lexicon import parts
from topic_briefings.languages.en.offices import FIRMS, INSIDE, WITHIN, Offices
from topic_briefings.languages.en.words import is_noun_in_ing, role_of, word_set
from topic_briefings.languages.names import given_name

LONGEST = 14
"""Words that a role has at most; a longer one ends where a phrase of it does."""
TITLE = 8
"""Words, marks included, of the title of a work inside a role."""
CALLED = frozenset(("called", "named", "dubbed"))
_TIMES = frozenset(("time", "moment", "years", "decades", "months"))
SCHOOLS = frozenset(
    (
        *("University", "College", "Bank", "Museum", "Institute", "School", "Center", "Centre", "Centers"),
        *("Department", "Division", "Board", "Bureau", "Commission", "Council", "Association", "Society"),
    )
)
"""Bodies whose name goes on with "of", and that may stand so before an office."""
_CAMPUS = re.compile(r",N{1,2}(?=[,.;])")
_LONG = 6
"""Letters of a word of the dictionary that no stop cuts short."""
_PREFIXES = frozenset(("anti", "co", "ex", "non", "pro", "then", "vice"))
_CLOSING = frozenset(("”", '"', "''", "’", "»", "“"))


class RoleNouns(Offices):
    """Reads the noun phrases of roles, each from the word at which it begins."""

    def _right_edge(self, begin: int) -> int:
        """Where the noun phrase without its tail ends."""
        tags, at = self._tags, begin
        while at < len(tags) and at - begin < LONGEST:
            tag, word = tags[at], self._lower[at]
            beside = tags[at + 1 : at + 2]
            person = role_of(word) == "person" or word in word_set("trade")
            verbal = tag in "yYp" and ((beside and beside in "auNny") or person)
            noun = tag in "auNn" or verbal or (tag == "m" and beside in tuple("aunN"))
            inside = word in INSIDE or tag == "s" or (tags[at - 1 : at] == "d" and word in word_set("doubt"))
            trade = tag == "g" and is_noun_in_ing(word)
            noun = noun or (trade and beside in tuple("un") and (at > begin or self._is_head(at + 1)))
            noun = noun or self._is_one_of_matters(at)
            dot = tag == "j" and at > begin and tags[at - 1] in "uN" and (word == "." or self._is_hyphened(at))
            dot = dot or self._is_school_before(at, begin) or self._is_prefixed(at)
            dot = dot or (tag == "-" and at > begin and self._lower[at + 1 : at + 2] == ["based"])  # "D.C.-based"
            joined = (
                tag == "c"
                and word in ("and", "&")
                and at > begin
                and self._is_head(at - 1)
                and beside in tuple("aunNy")
            )
            if not (noun or inside or dot or joined):
                break
            at += 1
        return at

    def _tail(self, at: int, begin: int) -> int:
        """Where the phrases that belong to the head end: "of the harbour authority"."""
        tags = self._tags
        at += 2 * (self._lower[at : at + 2] == ["at", "large"])
        whole = at
        while at < len(tags) and tags[at] in "fit" and self._tokens[at] in WITHIN:
            inner = at + 1 + (tags[at + 1 : at + 2] == "d")
            end = self._noun(inner)
            if self._lower[at] == "at" and tags[inner : inner + 1] == "m":
                break  # "player on the court, at 151 centimetres"
            if not (self._lower[at] in ("of", "for") and self._tokens[at - 1][0].isupper()):
                whole = at
            if end - begin > LONGEST:
                return whole  # and not "at the University", of Tarn
            if end == inner and self._tokens[inner : inner + 1] and self._tokens[inner][0].isupper():
                return whole  # and not "at the Institute", for one thing
            if end == inner or self._lower[end - 1] in _TIMES:
                break
            at = end
            if tags[at + 1 : at + 2] == "N" and self._lower[at] in CALLED:
                at = self._noun(at + 1)  # "the founder of a group called Dry Tarn"
            at = self._and_noun(at, begin)
        campus = _CAMPUS.match(tags, at) if "university" in self._lower[begin:at] else None
        if campus and given_name(self._tokens[at + 1]) is None:
            at = campus.end()  # "at the University of Tarn, Ekby,"
        return at

    def _and_noun(self, at: int, begin: int) -> int:
        """The end of a second noun that "and" joins to what a role is of: "of towns and ports"."""
        if self._lower[at : at + 1] not in (["and"], ["&"]) or self._lower[at + 1 : at + 2] == ["one"]:
            return at
        further = self._noun(at + 1)
        ends = self._ends(further) or self._tags[further : further + 2] == "cd"  # "… and an aide to Lund"
        joined = ends and at + 1 < further <= begin + LONGEST and not self._is_head(further - 1)
        if joined and self._tags[at - 1] == "N" and self._is_of_university(begin, at):
            return further if given_name(self._tokens[at + 1]) is None else at  # "at Tarn College and Lena Ek"
        return further if joined else at

    def _is_of_university(self, begin: int, end: int) -> bool:
        """Whether a body is named in these words with which nobody is paired."""
        return not SCHOOLS.isdisjoint(self._tokens[begin:end])

    def _ends(self, at: int) -> bool:
        """Whether a list inside a role is closed here, or goes on with "at …"."""
        return at >= len(self._tags) or self._tags[at] in ",.;)-|w" or self._lower[at] in WITHIN

    def _noun(self, at: int) -> int:
        """The end of a noun phrase inside a tail."""
        tags, begin = self._tags, at
        while at < len(tags):
            tag, beside = tags[at], tags[at + 1 : at + 2]
            dot = tag == "j" and tags[at - 1] in "uN" and (self._is_cut_at(at) or self._is_hyphened(at))
            dot = dot or self._is_prefixed(at)
            verbal = tag in "ypgPY" and ((beside and beside in "auNnyY") or (tag in "yY" and self._closes(at)))
            if not (tag in "auNnsm" or dot or verbal or self._is_inside_name(at, begin)):
                break
            at += 1
            if dot and self._lower[at - 2] in FIRMS:
                break  # "director of Tarn Works Ltd. Its shares fell"
        work = tags[at - 1 : at] == "u" and role_of(self._lower[at - 1]) == "body"  # "the book “Cold Kiln”"
        if tags[at - 1 : at] in tuple("snyY") or work or at == begin:
            at = self._title_of_work(at)
        while at > begin and tags[at - 1] == "s":
            at -= 1
        return at

    def _is_inside_name(self, at: int, begin: int) -> bool:
        """Whether a capital makes a word part of a name: "Near Tarn Policy", "One Tarn Now", "Tarn News & Report"."""
        if at == begin:
            named = self._tags[at] in "rxi" and self._tags[at + 1 : at + 2] == "N"
            return self._tokens[at].istitle() and (named or self._tokens[at - 1] == "The")
        if not self._tokens[at - 1][0].isupper():
            return False
        if self._tokens[at] in ("&", "the"):  # "Keep the Ferry"
            return self._tags[at + 1 : at + 2] == "N" and self._tokens[at + 1][0].isupper()
        return (self._tags[at] in "rximc" and self._tokens[at][0].isupper()) or self._tokens[at] == "No"

    def _is_cut_at(self, at: int) -> bool:
        """Whether a stop cuts a word short, and ends no sentence: "Fire Dept.", but not "Fire Department.Lund"."""
        word = self._lower[at - 1]
        return self._tokens[at] == "." and (len(word) < _LONG or not parts(word))

    def _is_hyphened(self, at: int) -> bool:
        """Whether a hyphen joins two abbreviations with dots: "A.F.L.-C.I.O."."""
        beside = self._tokens[at - 1 : at + 2]
        return len(beside) == 3 and beside[1] == "-" and all("." in word[1:] for word in beside[::2])

    def _is_one_of_matters(self, at: int) -> bool:
        """Whether small words with "and" say what an office is for: "planning and zoning director"."""
        around = self._lower[max(0, at - 1) : at + 2]
        if "and" not in around:
            return False
        begin = max(0, max(0, at - 1) + around.index("and") - 1)
        words, tags = self._tokens[begin : begin + 4], self._tags[begin : begin + 4]
        plain = len(words) == 4 and "".join(words).islower() and tags[0] in "ngGS" and tags[2] in "ngGS"
        return plain and self._is_head(begin + 3) and not any(map(self._is_head, (begin, begin + 2)))

    def _is_prefixed(self, at: int) -> bool:
        """Whether a dash parts a word from what only begins words: "the pro–ferry group"."""
        return at > 0 and self._tags[at] == "-" and self._lower[at - 1] in _PREFIXES

    def _is_school_before(self, at: int, begin: int) -> bool:
        """Whether "of" is inside a name before a head: "a University of Tarn history professor"."""
        if at == begin or self._lower[at] != "of" or self._tokens[at - 1] not in SCHOOLS:
            return False
        edge = self._right_edge(at + 1)
        return edge > at + 2 and self._tokens[at + 1][0].isupper() and self._is_head(edge - 1)

    def _closes(self, at: int) -> bool:
        """Whether a word that may be noun or verb is the noun at the end of its phrase: "the presidential race"."""
        inside = self._tags[at - 1] in "dauNnsyYc"
        ends = self._tags[at + 1 : at + 2] in tuple(",.;)-|w") or self._tags[at + 1 : at + 3] == "cd"
        return inside and (ends or not self._lower[at].endswith("s"))

    def _title_of_work(self, at: int) -> int:
        """The end of a title in marks, if one begins here: "Morning Tarn"."""
        end = at
        while end < len(self._tags) and self._tags[end] in "qQ":
            end += 1
        if end > at and self._tags[end : end + 1] == "." and self._tokens[end] in _CLOSING:
            end += 1  # the mark that also ends the sentence
        return end if 0 < end - at <= TITLE else at
