"""The phrase that names a role: where it begins and where it ends, "of the harbour authority" behind it."""

from __future__ import annotations

import re

from topic_briefings.languages.claim import SPOKEN, Range
from topic_briefings.languages.en.lexicon import parts
from topic_briefings.languages.en.offices import (
    ADVERBS,
    ATTRIBUTES,
    BEFORE_NOUN,
    FIRMS,
    OPENING,
    WITHIN,
    Offices,
)
from topic_briefings.languages.en.words import cue_kind, is_noun_in_ing, role_of, word_set
from topic_briefings.languages.names import given_name

_LONGEST = 14
"""Words that a role has at most; a longer one ends where a phrase of it does."""
TITLE = 8
"""Words, marks included, of the title of a work inside a role."""
DETERMINERS = frozenset(("a", "an", "the", "his", "her", "its", "their", "our", "my", "another"))
_PRAISE = frozenset(("proud", "avid", "famed", "beloved"))
"""Words of praise that are no part of a role."""
_ASTRAY = frozenset(("like", "also", "people", "consider", "many", "some"))
_CALLED = frozenset(("called", "named", "dubbed"))
_NAMED = _CALLED | {"elected", "appointed", "sworn"}
"""Participles before what somebody is called, or has become."""
_OPEN = re.compile(r"f|t[eEyY]|mf|iw")
"""What a whole role has not right behind it: "of", "the Republican half of", "an adviser with whom"."""
_LISTED = re.compile(r"(?:,[anuyY]+)+,?c[anuyY]+")
_PARTNERS = re.compile(r"(?:,N+)*,?cN+")
_TIMES = frozenset(("time", "moment", "years", "decades", "months"))
_OF_OWNER = re.compile(r"N+[fi]d?N+s")
"""A name with "of" or "for" inside that owns an office: "Friends of Tarn’s director"."""
SCHOOLS = frozenset(
    ("University", "College", "Bank", "Museum", "Institute", "School", "Center", "Centre", "Centers", "Department")
)
"""Bodies whose name goes on with "of", and that may stand so before an office."""
_CAMPUS = re.compile(r",N[,.]")
_SAINTS = frozenset(("ft", "mt", "st"))
"""How the names of places begin that a stop cuts: "a pastor in Ft. Ek"."""
_CLOSING = frozenset(("”", '"', "''", "’", "»", "“"))


class RolePhrases(Offices):
    """Reads roles in the words of a document, each from the word at which it begins."""

    def _phrase(self, at: int, *, owned: bool = False) -> Range | None:
        """The role that begins at ``at``, with "of …" and "at …", without article; ``owned`` may begin with a name."""
        told = at < len(self._tokens) and self._lower[at] in DETERMINERS
        begin = at + told
        named = _OF_OWNER.match(self._tags, begin)
        head = self._right_edge(named.end() if named else begin) - 1
        if head < begin or not self._is_head(head) or self._is_led_astray(begin, told or owned):
            return None
        if self._lower[begin] in _PRAISE and begin < head:
            begin += 1
        end = self._whole(begin, head + 1)
        if end is None or self._goes_on(end, end == head + 1) or self._names_another(head + 1, end):
            return None
        if self._is_one_of_two(head + 1, end):
            return None
        end = self._with_state(head + 1, end)
        if (self._lower[at] == "the" and self._acts(end)) or (not owned and self._is_over(begin, end)):
            return None
        return begin, end + (self._tags[end : end + 1] == "s")  # "a friend of Lund’s"

    def _is_one_of_two(self, at: int, end: int) -> bool:
        """Whether it says of one what another phrase says of a second: "the son of one mayor and the brother of …"."""
        return any(self._tokens[k - 1 : k + 1] == ["of", "one"] for k in range(at + 1, end))

    def _with_state(self, at: int, end: int) -> int:
        """The end of a role that a place ends, with the state behind it: "a driver from Ek, Mo."."""
        state = self._tokens[end + 1 : end + 2]
        placed = end > at and self._tags[end - 1] == "N" and self._tokens[end : end + 1] == [","]
        if not placed or not state or state[0].rstrip(".") not in word_set("state"):
            return end
        return end + 2 + (self._tokens[end + 2 : end + 3] == ["."])

    def _whole(self, begin: int, head: int) -> int | None:
        """The end of a role whose noun ends at ``head``; None where it is of a time that the role does not say."""
        end = self._tail(head, begin)
        if self._tags[end : end + 2] == "Tl":
            return None  # "the nominee that year"
        if end == head or self._tags[end : end + 1] not in tuple("gG"):
            return end
        further = end + 1 + (self._tags[end + 1 : end + 2] == "d")
        noun = self._noun(further)
        told = "d" in self._tags[head:end]  # "for the committee raising funds"
        compound = not told and noun == further  # "director of political advertising"
        done = further if compound else self._tail(noun, begin)
        closed = (compound or (told and noun > further)) and self._tags[done : done + 1] in tuple(",.;)|")
        if closed and done - begin <= _LONGEST:
            return done
        dangling = self._tags[end - 1] == "a" and role_of(self._lower[end - 1]) is None  # not "secretary of state"
        return head if told or dangling else end

    def _goes_on(self, end: int, bare: bool) -> bool:
        """Whether the phrase goes on with words that are not read: "the secretary of housing and …", "a tough line".

        ``bare`` says that nothing follows its noun.
        """
        tags, following = self._tags, self._tags[end : end + 2]
        if not following:
            return False
        if self._lower[end - 1] in _SAINTS and self._tokens[end] == ".":
            return True
        if bare and following[0] in "DV" and self._tags[end - 1] not in "qQ" and self._tells(end):
            return True
        if following in ("gi", "g,", "g.") and not bare and is_noun_in_ing(self._lower[end]):
            return True  # "head of group marketing"
        if following[0] in "pD" and not bare and tags[end - 2 : end] in ("uN", "nN"):
            return True  # "daughter of the court reporter Lund shot"
        if following[0] == "c" and not bare and self._is_cut_at_and(end):
            return True
        if following[0] == "," and tags[end - 1] == "N" and not bare and self._is_firm_of_several(end):
            return True
        if following[0] == ":" and not bare and following[1:] not in tuple("qQ") and self._tokens[end - 1].istitle():
            return True  # "author of Unlikely: The Kiln and I"
        listed = _LISTED.match(tags, end)
        if listed and not bare and not self._is_head(listed.end() - 1) and tags[end - 1] in "anyY":
            return True  # "secretary for towns, ports, and ferries"
        noun = following[0] in "yY" and (tags[end - 1] in "na" or following[1:] in tuple("fnu"))
        return noun or _OPEN.match(following) is not None or self._closes_owner(end)

    def _tells(self, at: int) -> bool:
        """Whether the noun before has this verb, and is nobody's role: "Tarn, the sheriff stated", "a man named Ek"."""
        named = self._lower[at] in _NAMED and self._tags[at + 1 : at + 2] == "N"
        return named or cue_kind(self._tokens[at])[0] in SPOKEN

    def _closes_owner(self, end: int) -> bool:
        """Whether a name is cut at its own apostrophe: "author of Four’s a Crowd"."""
        return self._tags[end : end + 1] == "s" and self._tags[end + 1 : end + 2] not in tuple(",.;:)|-wcTi")

    def _is_cut_at_and(self, end: int) -> bool:
        """Whether "and" goes on with what the head is of, and with no other office: "Centre for Tides | and Wind"."""
        beside = self._tags[end + 1 : end + 2]
        if not beside:
            return True
        if beside in "dqQr" or given_name(self._tokens[end + 1]) is not None:
            return False
        edge = self._right_edge(end + 1)
        titled = beside in "oh" and self._tokens[end + 1][0].isupper()  # "the Tide and Me club"
        return titled or (edge > end + 1 and not self._is_head(edge - 1))

    def _is_firm_of_several(self, end: int) -> bool:
        """Whether the name of a firm goes on as a list: "an analyst at Ek|, Lund and Sol Securities"."""
        found = _PARTNERS.match(self._tags, end)
        return found is not None and self._tokens[found.end() - 1] in word_set("company")

    def _is_over(self, begin: int, end: int) -> bool:
        """Whether the words behind say that the role is not of now, and it does not: "the minister at the time"."""
        after = self._lower[end : end + 3]
        past = after == ["at", "the", "time"] or after[:1] in (["before"], ["until"])
        past = past or self._tags[end : end + 2] == "dl"  # "next year"
        return past and self._lower[begin] not in OPENING

    def _acts(self, end: int) -> bool:
        """Whether a verb that is no participle follows: "After a talk with Lund, the mayor had gone"."""
        following = self._tags[end : end + 2]
        takes = following[:1] in tuple("pD") and following[1:] in tuple("dmhoN")
        acts = (
            takes and self._lower[end] not in _NAMED and self._tags[end - 1] not in "qQ"
        )  # "Against Lund, the mayor won 51 percent"
        return acts or following[:1] in tuple("xBHqQ") or following in ("DT", "Dh", "VT", "Vh")

    def _names_another(self, at: int, end: int) -> bool:
        """Whether a list goes on in what looks like a role: "Lund, chief of staff Ana Sol and …"."""
        return any(
            self._tags[k - 1 : k + 2] in ("nNN", "NNN") and given_name(self._tokens[k]) is not None
            for k in range(at + 1, end - 1)
            if self._tags[k - 1] == "n" or self._lower[k - 2] in WITHIN
        )

    def _is_led_astray(self, begin: int, told: bool) -> bool:
        """Whether no role begins here: "speaking …", "like …", a day, a bare noun of another clause."""
        word = self._lower[begin]
        if not told and self._tags[begin] in "yYvV" and self._tags[begin + 1 : begin + 2] in tuple("Nd"):
            return True  # "who acts, plays Lund’s wife"
        if self._tags[begin] in "gGl" and word not in BEFORE_NOUN:
            return True
        if not told and word.endswith("ed") and word not in ATTRIBUTES and parts(word) in ("V", "NV"):
            return True  # "Lena Foss, pulled Rep. Ek aside"
        return not told and (word in _ASTRAY or given_name(self._tokens[begin]) is not None)

    def _right_edge(self, begin: int) -> int:
        """Where the noun phrase without its tail ends."""
        tags, at = self._tags, begin
        while at < len(tags) and at - begin < _LONGEST:
            tag, word = tags[at], self._lower[at]
            beside = tags[at + 1 : at + 2]
            verbal = tag in "yYp" and ((beside and beside in "auNny") or role_of(word) == "person")
            noun = tag in "auNn" or verbal or (tag == "m" and beside in tuple("aunN"))
            inside = word in BEFORE_NOUN or word in ATTRIBUTES or word in ADVERBS or tag == "s"
            noun = noun or (tag == "g" and beside in tuple("un") and at > begin and is_noun_in_ing(word))
            dot = tag == "j" and at > begin and tags[at - 1] in "uN" and (word == "." or self._is_hyphened(at))
            dot = dot or self._is_school_before(at, begin)
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
        tags, whole = self._tags, at
        while at < len(tags) and tags[at] in "fit" and self._tokens[at] in WITHIN:
            inner = at + 1 + (tags[at + 1 : at + 2] == "d")
            end = self._noun(inner)
            if self._lower[at] == "at" and tags[inner : inner + 1] == "m":
                break  # "player on the court, at 151 centimetres"
            if not (self._lower[at] in ("of", "for") and self._tokens[at - 1][0].isupper()):
                whole = at
            if end - begin > _LONGEST:
                return whole  # and not "at the University", of Tarn
            if end == inner or self._lower[end - 1] in _TIMES:
                break
            at = end
            if tags[at + 1 : at + 2] == "N" and self._lower[at] in _CALLED:
                at = self._noun(at + 1)  # "the founder of a group called Dry Tarn"
            if tags[at : at + 1] == "c" and self._lower[at] in ("and", "&"):
                further = self._noun(at + 1) if self._lower[at + 1 : at + 2] != ["one"] else at
                ends = self._ends(further) or tags[further : further + 2] == "cd"  # "… and an aide to Lund"
                other = self._is_head(further - 1) or not ends
                if further > at + 1 and further - begin <= _LONGEST and not other:
                    at = further
        if "university" in self._lower[begin:at] and _CAMPUS.match(tags, at):
            at += 2  # "at the University of Tarn, Ekby,"
        return at

    def _ends(self, at: int) -> bool:
        """Whether a list inside a role is closed here, or goes on with "at …"."""
        return at >= len(self._tags) or self._tags[at] in ",.;)-|w" or self._lower[at] in WITHIN

    def _noun(self, at: int) -> int:
        """The end of a noun phrase inside a tail."""
        tags, begin = self._tags, at
        while at < len(tags):
            tag, beside = tags[at], tags[at + 1 : at + 2]
            dot = tag == "j" and tags[at - 1] in "uN" and (self._tokens[at] == "." or self._is_hyphened(at))
            verbal = tag in "ypgPY" and ((beside and beside in "auNnyY") or (tag in "yY" and self._closes(at)))
            if not (tag in "auNnsm" or dot or verbal or self._is_inside_name(at, begin)):
                break
            at += 1
            if dot and self._lower[at - 2] in FIRMS:
                break  # "director of Tarn Works Ltd. Its shares fell"
        if tags[at - 1 : at] in tuple("snyY") or at == begin:
            at = self._title_of_work(at)
        while at > begin and tags[at - 1] == "s":
            at -= 1
        return at

    def _is_inside_name(self, at: int, begin: int) -> bool:
        """Whether a word goes on with a name by its capital, or joins two: "One Tarn Now", "Tarn News & Report"."""
        if at == begin or not self._tokens[at - 1][0].isupper():
            return False
        if self._tokens[at] in ("&", "the"):  # "Keep the Ferry"
            return self._tags[at + 1 : at + 2] == "N" and self._tokens[at + 1][0].isupper()
        return self._tags[at] in "rximc" and self._tokens[at][0].isupper()

    def _is_hyphened(self, at: int) -> bool:
        """Whether a hyphen joins two abbreviations with dots: "A.F.L.-C.I.O."."""
        beside = self._tokens[at - 1 : at + 2]
        return len(beside) == 3 and beside[1] == "-" and all("." in word[1:] for word in beside[::2])

    def _is_school_before(self, at: int, begin: int) -> bool:
        """Whether "of" is inside a name before a head: "a University of Tarn history professor"."""
        if at == begin or self._lower[at] != "of" or self._tokens[at - 1] not in SCHOOLS:
            return False
        edge = self._right_edge(at + 1)
        return edge > at + 2 and self._tokens[at + 1][0].isupper() and self._is_head(edge - 1)

    def _closes(self, at: int) -> bool:
        """Whether a word that may be noun or verb is the noun at the end of its phrase: "the presidential race"."""
        inside = self._tags[at - 1] in "dauNnsyY"
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
