"""The role right before a name: "former Massachusetts Gov.", "Secretary of State", "Sens." of several."""

from __future__ import annotations

import re

from topic_briefings.languages.claim import Range
from topic_briefings.languages.en.lexicon import parts, singular
from topic_briefings.languages.en.name_kinds import places
from topic_briefings.languages.en.offices import PEOPLES
from topic_briefings.languages.en.role_starts import SEATS, RoleStarts
from topic_briefings.languages.en.title_words import (
    is_common,
    is_cut_short,
    is_of_several,
    is_title,
    is_title_of_several,
)
from topic_briefings.languages.en.words import is_noun_in_ing, role_of, word_set
from topic_briefings.languages.names import given_name

REACH = 18
"""Words before a name in which the phrase that belongs to it may begin."""
_BEFORE_SEVERAL = frozenset(("state", "acting", "fellow", "retired"))
"""Words before the title of several that might be verbs, and are none there; our own list."""
_TOLD_OF = re.compile(r"[^,.;|qQ]{1,5}?[ftix][^,.;|qQ]")
"""What may stand between a name and the verb of the noun before it: "was speaking of is"."""
_POSTS = frozenset(
    (
        *("chairman", "chairwoman", "chief", "commander", "director", "leader", "spokesman", "spokesperson"),
        *("spokeswoman", "analyst", "commentator", "contributor", "host"),
    )
)
_ASKING = (["what"], ["which"], ["whatever"], ["whichever"])
_SEVERAL = re.compile(r"N+(?:,N+)*,?cN")
_WHEN = frozenset(
    (
        *("in", "since", "by", "until", "till", "before", "after", "during", "from", "to", "through"),
        *("early", "late", "mid", "about", "around"),
    )
)
"""Words behind which a year is a time."""
_LIST = re.compile(r"N+(?:,N+)*,?cN+")
_YEAR = re.compile(r"(?:18|19|20)\d\d")


class RoleTitles(RoleStarts):
    """Reads the roles that stand right before names."""

    def _before(self, first: int, last: int) -> Range | None:
        """A title: "former Massachusetts Gov.", "Trump’s campaign manager"."""
        end = self._without_honorifics(first)
        head = end - 1
        if head > 0 and self._tokens[head] == "." and is_cut_short(self._lower[head - 1]):
            head -= 1
        office = self._office(head) if head >= 0 else None
        if head < 0 or (office is None and not self._is_head(head)) or self._is_astray(head, first, last):
            return None
        if office is not None and self._begins_inside(head, first, last):
            return None
        house = self._holder_of_house(head)
        if house is not None:
            return (self._begin(house), head)
        start = self._begin(head if office is None else office)
        if start < head and self._tokens[head][:1].isupper() and self._is_of_a_seat(head):
            return (start, head)  # "Committee Chairman Rep. Bo Ek"
        if self._is_behind_post(start, head):
            post = self._begin(start - 1)
            if post < start - 1 and not self._is_cut_before(post):
                return (post, start)  # "board chairman Judge Bo Ek"
        start -= self._is_trade_before(start, last)
        start = self._number_from(start - self._is_of_a_year(start))
        none = (start == head and self._is_no_office(head, first, last)) or self._is_supposed(start, head)
        none = none or self._is_of_the_clause_before(start, head, first, last)
        none = none or self._is_of_street(head, first, last)
        none = none or self._is_joined_before(start, head)
        return (start, end) if start < end and not none and not self._is_cut_before(start) else None

    def _is_astray(self, head: int, first: int, last: int) -> bool:
        """Whether a name of one word right behind an office is not its holder's."""
        if last - first > 1:
            return False
        behind = self._tags[last : last + 1]
        inside = behind in tuple("un") or (behind in tuple("yY") and not self._lower[last].endswith("s"))
        if inside and (self._tokens[head].islower() or self._is_head(self._right_edge(first) - 1)):
            return True  # "the chief U.S. military adviser", "veteran Lund haters"
        if self._tokens[head].islower() and self._tokens[first] in places():
            return True  # "the most successful chancellor Norway has had"
        if self._is_found_in_a_dictionary(head):
            return True  # "Derelict Lund"
        # "The judge Lund was speaking of is Bo Ek"
        return self._lower[head] == self._tokens[head] and self._is_told_of(last)

    def _is_no_office(self, head: int, first: int, last: int) -> bool:
        """Whether an office of one word is none."""
        hour = self._lower[head] == "pm" and self._tags[max(0, head - 1) : head] == "m"  # "at 7 PM"
        if self._lower[head] == self._tokens[head] and self._lower[head - 1 : head] in _ASKING:
            return True  # "which candidate Lund backs"
        if self._lower[head] == "veteran":
            return True  # for long in sport, or in a war
        asked = self._tags[max(0, head - 1) : head] in tuple(".|") and self._tokens[last : last + 1] == ["?"]
        return hour or asked or self._is_no_noun(head, first) or self._is_name_of_firm(head, first, last)

    def _is_trade_before(self, start: int, last: int) -> bool:
        """Whether a noun in -ing that opens its clause is of an office: "…, building owner Bo Ek said"."""
        before = start - 1
        trade = before > 0 and self._tags[before] in "gG" and is_noun_in_ing(self._lower[before])
        return trade and self._tags[before - 1] in ",qQ" and self._speaks(last)

    def _is_supposed(self, start: int, head: int) -> bool:
        """Whether somebody is only thought of as the holder of an office: "what a President Lund would do"."""
        title = self._tokens[head].istitle() and all(map(str.islower, self._tokens[start:head]))  # "a new Justice Ek"
        return title and self._lower[max(0, start - 1) : start] in (["a"], ["an"])

    def _is_of_the_clause_before(self, start: int, head: int, first: int, last: int) -> bool:
        """Whether a word alone is no holder of the office of several before it: "after a musical number chef Lund"."""
        if last - first > 1 or start == head or self._tokens[head][0].isupper():
            return False
        prize = self._lower[start] == "best"  # "the best actor Bafta"
        unknown = given_name(self._tokens[first]) is None
        return prize or (unknown and self._lower[start - 1 : start] in (["a"], ["an"]))

    def _is_of_street(self, head: int, first: int, last: int) -> bool:
        """Whether a title is the beginning of the name behind it: "Queen Street Practice"."""
        words = self._lower[first:last]
        named = self._lower[head].capitalize() in word_set("qualifier") and self._tokens[head][0].isupper()
        several = last - first > 1 or singular(words[0]) != words[0]  # "General Elections"
        return named and several and given_name(self._tokens[first]) is None and all(map(is_common, words))

    def _holder_of_house(self, head: int) -> int | None:
        """The noun of an office of the House that a title stands behind: "Speaker of the House Rep."."""
        if (
            not is_title(self._lower[head])
            or self._lower[max(0, head - 3) : head] != ["of", "the", "house"]
            or head < 4
        ):
            return None
        return head - 4 if self._tokens[head - 4][0].isupper() and self._is_head(head - 4) else None

    def _is_of_a_seat(self, head: int) -> bool:
        """Whether the title of a seat stands behind another office of its holder: "Committee Chairman Rep."."""
        before = self._lower[head - 1]
        office = role_of(before) == "person" and before not in PEOPLES | word_set("party") | word_set("relation")
        office = office and before not in word_set("side") and self._tokens[head - 1][0].isupper()  # no "moderate Sen."
        return self._lower[head] in SEATS and office and not is_cut_short(before)

    def _is_behind_post(self, start: int, head: int) -> bool:
        """Whether a title or rank stands behind a post in small letters: "police spokesman Sgt.", "… Navy Capt."."""
        title = self._tokens[head][0].isupper() and (self._lower[head] in word_set("rank") | SEATS | {"judge"})
        return title and start > 1 and self._lower[start - 1] in _POSTS and self._tokens[start - 1].islower()

    def _is_of_a_year(self, start: int) -> bool:
        """Whether a year is the role's, and no time of its clause: "the 2012 nominee", "In 2012 candidate Ek"."""
        if start < 2 or _YEAR.fullmatch(self._tokens[start - 1]) is None:
            return False
        return self._lower[start - 2] not in _WHEN and self._tags[start - 2] not in "ml,.|:;-()"

    def _is_found_in_a_dictionary(self, head: int) -> bool:
        """Whether a word that opens its sentence is an office by nothing but that a dictionary has it for people."""
        opens = head == 0 or self._tags[head - 1] in ".|"
        return opens and role_of(self._lower[head]) is None and not is_title(self._lower[head])

    def _is_told_of(self, last: int) -> bool:
        """Whether a clause that ends in a preposition begins at ``last``, and another verb has its noun."""
        found = _TOLD_OF.match(self._tags, last)
        return found is not None and self._lower[found.end() - 1] in ("is", "was", "are", "were")

    def _shared(self, first: int) -> Range | None:
        """A title in the plural before a list in which the name stands: "Sens. Lena Foss (D-Tarn) and Bo Ek"."""
        tags, at = self._tags, first - 1
        while at >= 0 and first - at < REACH and tags[at] in "N,c()j-" and not is_of_several(self._tokens[at]):
            at -= 1
        if at < 0 or not is_of_several(self._tokens[at]) or self._lower[at - 1 : at] == ["of"]:
            return None  # "the House of Representatives"
        whole = self._tokens[at + 1 : first]
        if whole not in ([], ["."]) and "and" not in whole and "," not in whole:
            return None
        start = self._left_edge(at)
        if not is_title_of_several(self._tokens[at]):
            return (start, at + 1) if self._is_list_of(at, start, first) else None
        if self._lower[at] == "members":  # which alone do not say of what
            of_body = start < at and role_of(self._lower[at - 1]) == "body"
            return (start, at + 1) if of_body and _SEVERAL.match(tags, at + 1) else None
        if start < at and "V" in parts(self._lower[start]) and self._lower[start] not in _BEFORE_SEVERAL:
            start += 1  # "The words lead Sens. Lena Foss and Bo Ek to ask", "Meet Sens. Lena Foss and Bo Ek"
        return (start, at + 1)

    def _is_list_of(self, at: int, start: int, first: int) -> bool:
        """Whether the name at ``first`` is in a list behind what its people are.

        "Commissioners Lena Foss and Bo Ek", "Tarn strategists, Lena Foss and Bo Ek,".
        """
        parted = self._tags[at + 1 : at + 2] == ","
        found = _LIST.match(self._tags, at + 1 + parted)
        if found is None or first >= found.end() or self._is_cut_before(start):
            return False
        ends = not parted or (start < at and self._tags[found.end() : found.end() + 1] in tuple(",.|"))
        return ends and self._lower[at][:-1] not in word_set("relation")

    def _without_honorifics(self, first: int) -> int:
        """Where the words before a name end once "Mr." and "Dr." are off."""
        at = first
        while at > 0:
            dot = self._tokens[at - 1] == "."
            word = self._tokens[at - 1 - dot].rstrip(".") if at - 1 - dot >= 0 else ""
            if word not in word_set("honorific"):
                return at
            at -= 1 + dot
        return at

    def _begins_inside(self, at: int, first: int, last: int) -> bool:
        """Whether a name after "of" begins with the word ``at`` and not with ``first``, or is what the office is of.

        "Director of National Pilots United", "the head of ferry company Tide".
        """
        if last - first == 1:
            return self._tokens[at].islower() and role_of(self._lower[at]) == "body"
        plain = "N" in parts(self._lower[at]) and "J" not in parts(self._lower[at])
        return not plain and given_name(self._tokens[first]) is None

    def _is_no_noun(self, head: int, first: int) -> bool:
        """Whether a small word alone before a name is none here: "a liberal Tarn group", "would counsel Lund"."""
        word = self._tokens[head]
        if not word.islower():
            return False
        described = "J" in parts(word) and given_name(self._tokens[first]) is None
        return word == "fellow" or described or (head > 0 and self._tags[head - 1] == "x")
