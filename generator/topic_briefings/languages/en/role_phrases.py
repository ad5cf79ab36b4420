"""The phrase that names a role: where it begins and where it ends, "of the harbour authority" behind it."""

from __future__ import annotations

import re

from topic_briefings.languages.claim import SPOKEN, Range
from topic_briefings.languages.en.lexicon import is_proper, parts
from topic_briefings.languages.en.offices import ATTRIBUTES, BEFORE_NOUN, OPENING, WITHIN
from topic_briefings.languages.en.role_nouns import CALLED, LONGEST, RoleNouns
from topic_briefings.languages.en.title_words import is_title
from topic_briefings.languages.en.words import cue_kind, is_noun_in_ing, role_of, word_set
from topic_briefings.languages.names import given_name

_ARTICLES = frozenset(("a", "an", "the"))
DETERMINERS = _ARTICLES | {"his", "her", "its", "their", "our", "my", "another"}
_PRAISE = frozenset(("proud", "avid", "famed", "beloved"))
"""Words of praise that are no part of a role."""
_ASTRAY = frozenset(("like", "also", "people", "consider", "many", "some"))
_NAMED = CALLED | {"elected", "appointed", "sworn"}
"""Participles before what somebody is called, or has become."""
_OPEN = re.compile(r"f|t[eEyY]|mf|iw")
"""What a whole role has not right behind it: "of", "the Republican half of", "an adviser with whom"."""
_LISTED = re.compile(r"(?:,[anuyY]+)+,?c[anuyYg]+")
_NAMES = re.compile(r"(?:,d?N+)+,?cd?N+")
_PARTNERS = re.compile(r"(?:,N+)*,?cN+")
_OF_OWNER = re.compile(r"N+[fi]d?N+s")
"""A name with "of" or "for" inside that owns an office: "Friends of Tarn’s director"."""
_BODY = re.compile(r",N{2,}")
_JOINS = frozenset(("/", "+"))
_OFFICES_OF = frozenset(("state", "staff"))
SAINTS = frozenset(("ft", "mt", "st"))
"""How the names of places begin that a stop cuts: "a pastor in Ft. Ek"."""


class RolePhrases(RoleNouns):
    """Reads roles in the words of a document, each from the word at which it begins."""

    def _phrase(self, at: int, *, owned: bool = False) -> Range | None:
        """The role that begins at ``at``, with "of …" and "at …", without article; ``owned`` may begin with a name."""
        told = at < len(self._tokens) and self._lower[at] in DETERMINERS
        begin = at + told
        if told and at and self._tokens[at] == "The" and self._tags[at - 1] == ",":
            return None  # "(Lena Foss, The Advocate)"
        named = _OF_OWNER.match(self._tags, begin)
        head = self._right_edge(named.end() if named else begin) - 1
        if head < begin or not self._is_head(head) or self._is_led_astray(begin, told or owned):
            return None
        if self._lower[begin] in _PRAISE and begin < head:
            begin += 1
        end = self._whole(begin, head + 1)
        if end is None or self._goes_on(end, end == head + 1) or self._names_another(head + 1, end):
            return None
        if self._is_one_of_two(head + 1, end) or self._hides_office(begin, end):
            return None
        end = self._with_body(head + 1, self._with_state(head + 1, end))
        if self._points_on(head + 1, end):
            if head == begin:
                return None
            end = head + 1
        if (self._lower[at] == "the" and self._acts(end)) or (not owned and self._is_over(begin, end)):
            return None
        return begin, self._with_other(begin, end + (self._tags[end : end + 1] == "s"))  # "a friend of Lund’s"

    def _points_on(self, at: int, end: int) -> bool:
        """Whether a role ends with what only a clause behind it tells: "matriarch of the family that owns Tarn"."""
        if self._names_behind(at, end):
            return True
        told = end > at and self._tags[end : end + 1] == "T" and self._lower[end] == "that"
        return told and "N" not in self._tags[at:end] and "the" in self._lower[at:end]

    def _names_behind(self, at: int, end: int) -> bool:
        """Whether what it is of is named behind a comma: "co-owner of PR firm, Tarn Quay", "star of drama, “Ek”"."""
        tail = self._tags[at:end]
        if not tail or "d" in tail or tail[-1] not in "nu" or self._tags[end : end + 1] != ",":
            return False
        body = role_of(self._lower[end - 1]) == "body" and self._tokens[end - 1].islower()
        named = self._tags[end + 1 : end + 3]
        return named[:1] in tuple("qQ") or (body and (named[:1] == "N" or named == "dN"))

    def _with_body(self, at: int, end: int) -> int:
        """The end of a bare office with the body that a comma parts from it: "president, Tarn Research Institute,"."""
        found = _BODY.match(self._tags, end)
        if found is None or end != at:
            return end
        last = self._tokens[found.end() - 1]
        body = last in word_set("company") or role_of(last.lower()) == "body"
        return found.end() if body and self._ends(found.end()) else end

    def _with_other(self, begin: int, end: int) -> int:
        """The end of a role with another of the same person behind "and": "a lobbyist and a former member of …"."""
        if self._lower[end : end + 1] != ["and"]:
            return end
        other = self._phrase(end + 1 + (self._lower[end + 1 : end + 2] in (["currently"], ["now"])))
        if other is None or other[1] - begin > LONGEST or not self._ends(other[1]):
            return end
        return end if self._tags[other[1] : other[1] + 2] == ",N" else other[1]  # "… and the governor, Bo Ek"

    def _hides_office(self, begin: int, end: int) -> bool:
        """Whether a word that is no title stands before an office that is not read: "a rower and the director of …"."""
        if end - begin > 1 or is_title(self._lower[begin]) or self._lower[end : end + 1] != ["and"]:
            return False
        told = self._lower[end + 1 : end + 2] in (["a"], ["an"], ["the"])
        return told and self._is_head(self._right_edge(end + 2) - 1) and self._phrase(end + 1) is None

    def _is_one_of_two(self, at: int, end: int) -> bool:
        """Whether it says of one what another phrase says of a second: "the son of one mayor and the brother of …"."""
        return any(self._tokens[k - 1 : k + 1] == ["of", "one"] for k in range(at + 1, end))

    def _with_state(self, at: int, end: int) -> int:
        """The end of a role that a place ends, with the state behind it: "a driver from Ek, Mo."."""
        state = self._tokens[end + 1 : end + 2]
        placed = end > at and self._tags[end - 1] == "N" and self._tokens[end : end + 1] == [","]
        if not placed or not state:
            return end
        for words in (2, 1):
            further = end + 1 + words
            if "_".join(self._tokens[end + 1 : further]) in word_set("state_in_full") and self._ends(further):
                return further
        if state[0].rstrip(".") not in word_set("state"):
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
        if closed and done - begin <= LONGEST:
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
        if self._lower[end - 1] in SAINTS and self._tokens[end] == ".":
            return True
        if (following[0] == "d" and self._lower[end] in _ARTICLES) or following == "-p" or self._tokens[end] in _JOINS:
            return True  # "director for business the arm of Tarn Works", "president of the D.C.-based Tarn Works"
        noun = following[0] in "yY" and (tags[end - 1] in "na" or following[1:] in tuple("fnu"))
        if noun or _OPEN.match(following) is not None or self._closes_owner(end):
            return True
        if bare:
            return following[0] in "DV" and self._tags[end - 1] not in "qQ" and self._tells(end)
        return self._cuts_tail(end, following) or self._cuts_list(end)

    def _cuts_tail(self, end: int, following: str) -> bool:
        """Whether what a role is of goes on with the letters ``following``."""
        tags = self._tags
        if following in ("gi", "g,", "g.") and is_noun_in_ing(self._lower[end]):
            return True  # "head of group marketing"
        if following[0] in "pD" and tags[end - 1] == "N" and tags[end - 2] in "una":
            return True  # "daughter of the court reporter Lund shot"
        if following[0] == "c" and self._is_cut_at_and(end):
            return True
        if self._lower[end] == "by" and self._lower[end - 1].endswith("ed"):
            return True  # "president of the Network of Those Harmed by Floods"
        titled = following[0] == ":" and following[1:] not in tuple("qQ")  # "author of Unlikely: The Kiln and I"
        return titled and self._tokens[end - 1].istitle()

    def _cuts_list(self, end: int) -> bool:
        """Whether a role ends within a list of what it is of: "secretary for towns|, ports, and ferries"."""
        listed = _LISTED.match(self._tags, end)
        if listed and not self._is_head(listed.end() - 1) and self._tags[end - 1] in "anyY":
            return True
        named = self._tags[end] == "," and self._tags[end - 1] == "N"
        return named and (self._is_firm_of_several(end) or self._is_first_of_list(end))

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
        if beside in "gG" and self._tags[end + 2 : end + 3] in tuple("nu"):
            return True  # "chairman of the refining and marketing company"
        titled = beside in "oh" and self._tokens[end + 1][0].isupper()  # "the Tide and Me club"
        return titled or (edge > end + 1 and not self._is_head(edge - 1))

    def _is_firm_of_several(self, end: int) -> bool:
        """Whether the name of a firm goes on as a list: "an analyst at Ek|, Lund and Sol Securities"."""
        found = _PARTNERS.match(self._tags, end)
        return found is not None and self._tokens[found.end() - 1] in word_set("company")

    def _is_first_of_list(self, end: int) -> bool:
        """Whether names go on as a list that is no list of people: "Minister of Forests|, Lands and Mines"."""
        found = _NAMES.match(self._tags, end)
        if found is None:
            return False
        words = [self._tokens[at] for at in range(end, found.end()) if self._tags[at] == "N"]
        ends = self._tags[found.end() : found.end() + 1] in tuple(".,|")
        common = all(parts(word.lower()) and not is_proper(word.lower()) for word in words)
        return (ends or common) and all(given_name(word) is None for word in words)

    def _is_over(self, begin: int, end: int) -> bool:
        """Whether the words behind say that the role is not of now, and it does not: "the minister at the time"."""
        after = self._lower[end : end + 3]
        past = after in (["at", "the", "time"], ["by", "the", "time"]) or after[:1] in (["before"], ["until"])
        past = past or after[:1] == ["during"] or self._tags[end : end + 2] == "dl"  # "next year"
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
        if self._lower[at : at + 1] == ["of"] and self._lower[at + 1] in _OFFICES_OF:
            return self._tags[at + 2 : at + 4] == "NN" and at + 4 <= end
        return any(
            self._tags[k - 1 : k + 2] in ("nNN", "NNN", "uNN") and given_name(self._tokens[k]) is not None
            for k in range(at + 1, end - 1)
            if self._tags[k - 1] == "n" or (self._lower[k - 2] in WITHIN and not is_title(self._lower[k - 1]))
        )

    def _is_led_astray(self, begin: int, told: bool) -> bool:
        """Whether no role begins here: "speaking …", "like …", a day, a bare noun of another clause."""
        word = self._lower[begin]
        if not told and self._tags[begin] in "yYvV" and self._tags[begin + 1 : begin + 2] in tuple("Nd"):
            return True  # "who acts, plays Lund’s wife"
        if self._tags[begin] in "gGl" and word not in BEFORE_NOUN:
            return not (is_noun_in_ing(word) and self._tokens[begin + 1].islower() and self._is_head(begin + 1))
        if not told and word.endswith("ed") and word not in ATTRIBUTES and parts(word) in ("V", "NV"):
            return True  # "Lena Foss, pulled Rep. Ek aside"
        named = given_name(self._tokens[begin]) is not None and self._tags[begin + 1 : begin + 2] != "s"
        return not told and (word in _ASTRAY or named)
