"""What a person is, in the article's own words: "executive director of the harbour authority".

A role is printed before the name ("former Energy Minister Ana Sol"), after it ("Lena Foss, a pollster with Tarn
Research,"; "Bo Ek, who is the mayor of Tarn,") or in front of it with a comma ("the bank's chief economist, Hartwig
Lie,"). It is always one stretch of the body, from the first word that says what the office is, or whose, to the last
one; "former", "acting", "late" and "then" are such words. Of several the fullest of the earliest mention is kept.

The patterns are those of appositions in Hearst's manner ("Automatic Acquisition of Hyponyms from Large Text Corpora",
1992), each kept only where readers found it right nine times in ten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from topic_briefings.languages.claim import Range, Scene
from topic_briefings.languages.en.lexicon import parts
from topic_briefings.languages.en.offices import PEOPLES, is_cut_short, is_title, is_title_of_several
from topic_briefings.languages.en.role_phrases import DETERMINERS
from topic_briefings.languages.en.role_starts import RoleStarts
from topic_briefings.languages.en.words import DOTTED, PARTY_AND_STATE, role_of, word_set

_BEFORE_SEVERAL = frozenset(("state", "acting", "fellow", "retired"))
"""Words before the title of several that might be verbs, and are none there; our own list."""
_REACH = 18
"""Words before a name in which the phrase that a comma parts from it may begin."""
_WHOSE = frozenset(("his", "her", "its", "their", "our", "my"))
_WHERE = frozenset(("in", "near", "outside"))
"""Prepositions before a name that make it a place."""
_FROM = _WHERE | {"of", "from", "at"}
_WHO = (
    (["who", "is"], False),
    (["who", "serves", "as"], False),
    (["who", "works", "as"], False),
    (["who", "was"], True),
    (["who", "served", "as"], True),
    (["who", "has", "served", "as"], True),
    (["who", "worked", "as"], True),
)
"""What stands between a name and a role behind its comma, and whether it says that the role is over."""
_LEADING = frozenset(
    ("leads", "led", "heads", "headed", "runs", "ran", "chairs", "chaired", "founded", "directs", "owns")
)
"""Verbs that say an office behind "who"."""
_TOLD_OF = re.compile(r"[^,.;|qQ]{1,5}?[ftix][^,.;|qQ]")
"""What may stand between a name and the verb of the noun before it: "was speaking of is"."""
_LIST = re.compile(r"c?[Nu]")
"""What follows the comma after a name in a list."""
_AFTER_NAME = ("", *",.;:)(-|wfqQi")
"""What stands behind a name that a comma parts from its role: another comma, the end, "of", "who"."""
_SEATS = frozenset(("rep", "sen", "gov", "del"))
"""Titles that are printed behind an office as well."""
_YEAR = re.compile(r"(?:18|19|20)\d\d")


class Roles(RoleStarts):
    """The roles that the words of a document print beside names."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._found: dict[Range, Range | None] = {}

    def of(self, places: Iterable[Range]) -> Range | None:
        """The role of whoever is named at ``places``, as a range of words; None where none is printed."""
        short = None
        for first, last in sorted(places):
            found = self._fullest(first, last)
            if found and self._substance(found) > 1:
                return found
            if found and (short is None or self._substance(found) > self._substance(short)):
                short = found
        return short

    def _fullest(self, first: int, last: int) -> Range | None:
        """The fullest role beside the name in the words ``first`` to ``last``; most names are asked about twice."""
        if (first, last) not in self._found:
            self._found[first, last] = max(self._beside(first, last), key=self._substance, default=None)
        return self._found[first, last]

    def _substance(self, role: Range) -> int:
        """How many words of a role say something; 0 for a bare party or people, and for praise."""
        head = self._noun_of(role)
        if role[1] - role[0] == 1 and self._lower[head] in PEOPLES:
            return 0
        if head == role[0] and self._lower[head] in PEOPLES:
            return 1  # "a Democrat of Tarn": a title beside it says more
        beside = self._lower[head] in word_set("relation") or self._lower[head] in word_set("side")
        led = self._lower[role[0]] == "who" and self._lower[role[0] + 1] in _LEADING
        if beside or led or self._is_of_before(role):
            return 1
        return sum(word[0].isalnum() and word not in DETERMINERS for word in self._lower[slice(*role)])

    def _is_of_before(self, role: Range) -> bool:
        """Whether a role is of what the sentence before names: "state’s governor", but not "sheriff’s deputy"."""
        owned = role[1] - role[0] == len("nsu") and self._tags[role[0] + 1] == "s"
        return owned and self._tokens[role[0]].islower() and not self._is_head(role[0])

    def _beside(self, first: int, last: int) -> Iterator[Range]:
        """The roles printed beside the name in the words ``first`` to ``last``."""
        titled = self._before(first, last)
        ahead = self._ahead(first, last) or (self._ahead(titled[0], last) if titled else None)
        if titled and ahead and (self._is_relation(ahead) or not self._tokens[ahead[0]][0].isupper()):
            ahead = None  # "Lund’s opponent, Mayor Bo Ek", "the committee’s chair, Mayor Bo Ek"
        for role in (titled, self._after(first, last), ahead, self._shared(first)):
            if role is not None and not self._is_bare_relation(role) and not self._is_glued(role[0]):
                yield role

    # -------------------------------------------------------------- right before the name

    def _before(self, first: int, last: int) -> Range | None:
        """A title: "former Massachusetts Gov.", "Trump’s campaign manager"."""
        end = self._without_honorifics(first)
        head = end - 1
        if head > 0 and self._tokens[head] == "." and is_cut_short(self._lower[head - 1]):
            head -= 1
        if head < 0:
            return None
        office = self._office(head)
        if office is None and not self._is_head(head):
            return None
        inside = last - first == 1 and self._tags[last : last + 1] in tuple("un")
        if inside and self._is_head(self._right_edge(first) - 1):
            return None  # "the chief U.S. military adviser"
        if last - first == 1 and self._is_found_in_a_dictionary(head):
            return None  # "Derelict Lund"
        if last - first == 1 and self._lower[head] == self._tokens[head] and self._is_told_of(last):
            return None  # "The judge Lund was speaking of is Bo Ek"
        if office is not None and last - first > 1 and self._begins_inside(head, first):
            return None  # "director of National Pilots United"
        start = self._begin(head if office is None else office)
        if start < head and self._tokens[head][:1].isupper() and self._is_of_a_seat(head):
            return (start, head)  # "Committee Chairman Rep. Bo Ek"
        start -= self._is_of_a_year(start)
        none = start == head and (self._is_no_noun(head, first) or self._is_name_of_firm(head, first, last))
        none = none or (self._lower[head] == "pm" and self._tags[max(0, head - 1) : head] == "m")  # "at 7 PM"
        return (start, end) if start < end and not none and not self._is_cut_before(start) else None

    def _is_of_a_seat(self, head: int) -> bool:
        """Whether the title of a seat stands behind another office of its holder: "Committee Chairman Rep."."""
        before = self._lower[head - 1]
        office = role_of(before) == "person" and before not in PEOPLES | word_set("party") | word_set("relation")
        office = office and self._tokens[head - 1][0].isupper()  # and not "moderate Sen."
        return self._lower[head] in _SEATS and office and not is_cut_short(before)

    def _is_of_a_year(self, start: int) -> bool:
        """Whether a year is the role's, and no time of its clause: "the 2012 nominee", "In 2012 candidate Ek"."""
        if start < 2 or _YEAR.fullmatch(self._tokens[start - 1]) is None:
            return False
        return self._lower[start - 2] in DETERMINERS or self._tags[start - 2] in "sfVDEv"

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
        while at >= 0 and first - at < _REACH and tags[at] in "N,c()j-" and not is_title_of_several(self._tokens[at]):
            at -= 1
        if at < 0 or not is_title_of_several(self._tokens[at]):
            return None
        whole = self._tokens[at + 1 : first]
        if whole not in ([], ["."]) and "and" not in whole and "," not in whole:
            return None
        start = self._left_edge(at)
        if start < at and "V" in parts(self._lower[start]) and self._lower[start] not in _BEFORE_SEVERAL:
            start += 1  # "The words lead Sens. Lena Foss and Bo Ek to ask", "Meet Sens. Lena Foss and Bo Ek"
        return (start, at + 1)

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

    # -------------------------------------------------------------- after the name

    def _after(self, first: int, last: int) -> Range | None:
        """An apposition after the name and perhaps an age: ", 54, a nurse at the harbour clinic,"."""
        tags, at = self._tags, last
        if self._tokens[at - 1] in DOTTED and self._tokens[at : at + 1] == ["."]:
            at += 1
        if self._is_place_of(first) or PARTY_AND_STATE.match(self._tokens[first]):
            return None  # "Rep. Bo Ek of Tarn, an ally of Lund"
        if tags[at : at + 2] == "fN":
            at = self._noun(at + 1)
        if tags[at : at + 1] == "(":
            at = tags.find(")", at, at + 8) + 1 or at
        if tags[at : at + 1] == "-":
            role = self._phrase(at + 1)
            return role if role and tags[role[1] : role[1] + 1] == "-" else None
        if tags[at : at + 1] != ",":
            return None
        at += 1
        if tags[at : at + 2] == "m,":
            at += 2
        if tags[at : at + 1] == "w" and self._lower[at] == "who":
            return self._who(at)
        if tags[at : at + 1] == "N" and PARTY_AND_STATE.match(self._tokens[at]) and tags[at + 1 : at + 2] == ",":
            at += 2  # "Rep. Lena Foss, D-Tarn, the chair of the board"
        role = self._phrase(at)
        return None if role and self._is_of_next(first, role) else role

    def _is_place_of(self, first: int) -> bool:
        """Whether the name at ``first`` says where the one before it is from: "Ana Sol of Tarn"."""
        return first > 1 and self._lower[first - 1] in _FROM and self._tags[first - 2] in "N)"

    def _is_of_next(self, first: int, role: Range) -> bool:
        """Whether a role behind a place is of the name behind it: "In Tarn, the owner of the inn, Bo Ek, said"."""
        tags, end = self._tags, role[1]
        return first > 0 and self._lower[first - 1] in _WHERE and tags[end : end + 2] == ",N"

    def _who(self, at: int) -> Range | None:
        """What "who is", "who serves as" or "who served as" says; of what is over, those words as well."""
        for said, over in _WHO:
            if self._lower[at : at + len(said)] == said:
                role = self._phrase(at + len(said), owned=True)
                whose = self._lower[at + len(said) : at + len(said) + 1]
                if role and over:
                    years = (k for k in range(at, role[1] - 1) if self._lower[k] == "from" and self._tags[k + 1] == "m")
                    return None if whose and whose[0] in _WHOSE else (at, next(years, role[1]))
                return role
        return self._leads(at + 1)

    def _leads(self, at: int) -> Range | None:
        """What "who" and a verb of an office say, both words as well: "who led the harbour authority"."""
        if self._lower[at : at + 1] == [] or self._lower[at] not in _LEADING:
            return None
        begin = at + 1 + (self._tags[at + 1 : at + 2] == "d")
        noun = self._noun(begin)
        end = self._tail(noun, begin)
        names = "N" in self._tags[begin:end]  # "the Tarn Dam Trust"; "the study" does not say which
        body = self._tags[noun - 1] == "N" or role_of(self._lower[noun - 1]) == "body"
        return (at - 1, end) if noun > begin and self._ends(end) and names and body else None

    # -------------------------------------------------------------- before the name and a comma

    def _ahead(self, first: int, last: int) -> Range | None:
        """A phrase that a comma parts from the name after it: "the bank's chief economist, Hartwig Lie,"."""
        tags = self._tags
        closed = tags[last : last + 1] in _AFTER_NAME or self._tokens[last - 1] in DOTTED
        if first < 3 or tags[first - 1] != "," or self._lists(last) or not closed:
            return None  # "…, Lund said": what stands before the comma is what Lund said
        for at in range(first - 2, max(-1, first - _REACH), -1):
            if tags[at] not in "auNnsyjpfitdmgc" and self._lower[at] != "first":
                return None
            owner = tags[at] == "N" and tags[at + 1 : at + 2] == "s"
            if not (owner or self._lower[at] in DETERMINERS):
                continue
            role = self._one_of(at, first - 1) or self._phrase(at)
            if role and role[1] == first - 1:
                if last - first == 1 and tags[role[1] - 1] == "N" and self._noun_of(role) < role[1] - 1:
                    return None  # "the mayor of Ekby, Tarn, said"
                if owner:
                    role = (self._owner_from(at), role[1])
                apposed = at >= 2 and tags[at - 1] == "," and tags[at - 2] in "N)j" and not self._is_place(at - 2)
                return None if apposed else role
        return None

    def _owner_from(self, at: int) -> int:
        """Where the name begins that owns an office and ends with the word ``at``, one word of its kind with it."""
        while at > 0 and self._is_of_owner(at - 1):
            at -= 1
        return at - (self._tags[max(0, at - 2) : at] in ("da", "dn"))  # "the super PAC’s chairman"

    def _is_of_owner(self, at: int) -> bool:
        """Whether the word is a part of a name that goes on behind it: "Planned Tides’ president"."""
        inside = at > 0 and self._tags[at - 1] not in ".|qQ" and self._tokens[at][0].isupper()
        return self._tags[at] == "N" or (inside and self._tags[at] in "ap")

    def _is_place(self, at: int) -> bool:
        """Whether the name that ends with the word ``at`` says where: "a mile south, in Tarn"."""
        while at > 0 and self._tags[at] == "N":
            at -= 1
        return self._lower[at] in _WHERE

    def _one_of(self, at: int, end: int) -> Range | None:
        """The phrase up to ``end`` behind "one of": "one of the family’s lawyers, Lena Foss,"."""
        if at < 2 or self._lower[at - 2 : at] != ["one", "of"] or self._lower[at] not in DETERMINERS - _WHOSE:
            return None
        plain = self._right_edge(at + 1) == end and role_of(self._lower[end - 1]) in ("people", "group")
        return (at - 2, end) if plain and end > at + 2 else None

    def _lists(self, last: int) -> bool:
        """Whether the name at whose end ``last`` is stands in a list."""
        return self._tags[last : last + 1] == "c" or (
            self._tags[last : last + 1] == "," and _LIST.match(self._tags, last + 1) is not None
        )
