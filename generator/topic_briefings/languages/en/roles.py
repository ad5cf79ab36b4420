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

from topic_briefings.languages.claim import Range
from topic_briefings.languages.en.lexicon import parts
from topic_briefings.languages.en.offices import (
    ADVERBS,
    ATTRIBUTES,
    BEFORE_NOUN,
    FIRMS,
    LEVELS,
    OPENING,
    is_cut_short,
    is_title,
    is_title_of_several,
)
from topic_briefings.languages.en.role_phrases import DETERMINERS, RolePhrases
from topic_briefings.languages.en.words import role_of, word_set

_BEFORE_SEVERAL = frozenset(("state", "acting", "fellow", "retired"))
"""Words before the title of several that might be verbs, and are none there; our own list."""
_REACH = 18
"""Words before a name in which the phrase that a comma parts from it may begin."""
_MATTERS = frozenset(("staff", "justice", "counsel"))
"""Words for people that are what an office is of: "chief of staff"."""
_PEOPLES = frozenset(("american", "briton", "canadian", "german", "frenchman", "republican", "democrat", "libertarian"))
"""Words for people that are a role only where nothing else is printed."""
_WHOSE = frozenset(("his", "her", "its", "their", "our", "my"))
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
_TOLD_OF = re.compile(r"[^,.;|qQ]{1,5}?[ftix][^,.;|qQ]")
"""What may stand between a name and the verb of the noun before it: "was speaking of is"."""
_LIST = re.compile(r"c?[Nu]")
"""What follows the comma after a name in a list."""
_SUFFIXES = frozenset(("Jr", "Sr"))


class Roles(RolePhrases):
    """The roles that the words of a document print beside names."""

    def of(self, places: Iterable[Range]) -> Range | None:
        """The role of whoever is named at ``places``, as a range of words; None where none is printed."""
        short = None
        for first, last in sorted(places):
            found = max(self._beside(first, last), key=self._substance, default=None)
            if found and self._substance(found) > 1:
                return found
            if found and (short is None or self._substance(found) > self._substance(short)):
                short = found
        return short

    def _substance(self, role: Range) -> int:
        """How many words of a role say something; 0 for a bare party or people, and for praise."""
        if (role[1] - role[0] == 1 and self._lower[role[0]] in _PEOPLES) or self._lower[role[1] - 1] == "icon":
            return 0
        return sum(word[0].isalnum() and word not in DETERMINERS for word in self._lower.slice(*role))

    def _beside(self, first: int, last: int) -> Iterator[Range]:
        """The roles printed beside the name in the words ``first`` to ``last``."""
        for role in (self._before(first, last), self._after(last), self._ahead(first, last), self._shared(first)):
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
        if last - first == 1 and self._is_found_in_a_dictionary(head):
            return None  # "Derelict Lund"
        if last - first == 1 and self._lower[head] == self._tokens[head] and self._is_told_of(last):
            return None  # "The judge Lund was speaking of is Bo Ek"
        start = self._left_edge(head if office is None else office)
        return (start, end) if start < end else None

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

    def _office(self, at: int) -> int | None:
        """The head of an office that goes on with "of" up to the word ``at``: "Secretary of State"."""
        begin = at
        while begin > max(0, at - 3) and self._tags[begin] in "nuNa":
            begin -= 1
        head = begin - 1
        if begin == at or head < 0 or self._lower[begin] != "of" or not self._is_head(head):
            return None
        if self._is_head(at) and self._lower[at] not in _MATTERS:
            return None  # "a critic of former mayor Bo Ek": hers is the criticism, his the office
        return None if self._lower[head] in word_set("relation") else head

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

    def _left_edge(self, head: int) -> int:
        """Where the phrase begins whose head is the word ``head``; "former" begins one, but for its owner."""
        at = head
        formal = self._tokens[head][0].isupper() and is_title(self._lower[head])
        while at > 0 and not (self._lower[at] in OPENING and self._tags[at - 1] not in "sc"):
            step = 0 if self._is_of_the_clause(at - 1, head) else self._modifiers(at, formal)
            if not step:
                break
            at -= step
        while at < head and self._tags[at] in "sjrc" and self._lower.slice(at, at + 2) != ["first", "lady"]:
            at += 1
        return at

    def _modifiers(self, at: int, formal: bool) -> int:
        """How many words right before ``at`` belong to the phrase, whose head is a ``formal`` title or none."""
        tag, word = self._tags[at - 1], self._lower[at - 1]
        several = word.endswith("s") and role_of(word.removesuffix("s")) == "person"
        if tag in "uNn" and (role_of(word) == "people" or (formal and several)):
            return 0  # "candidates Sen. Lund and Sen. Ek"
        small = tag in "nuyY" and self._tokens[at - 1][0].islower() and word not in LEVELS
        if formal and small and not self._is_chaired(at - 1):
            return 0  # "at the party convention Sen. Lund"
        if tag in "auNn" or word in BEFORE_NOUN or word in ATTRIBUTES or word in ADVERBS:
            return 1
        if tag in "yY" and (not word.endswith("s") or word.endswith("ss")):
            return 1  # "press secretary"
        if tag == "j" and word == "." and at > 1 and self._tags[at - 2] in "uN" and self._lower[at - 2] not in FIRMS:
            return 2
        if tag == "m" and self._tokens[at - 2 : at - 1] == ["/"] and self._tags[at - 3 : at - 2] == "m":
            return 3  # "a 5/17 plotter"
        if tag == "s" and at > 1 and self._tags[at - 2] in "Nnu":
            return 2
        if tag == "c" and word in ("and", "&") and at > 1:
            dot = at > 2 and self._tokens[at - 2] == "." and is_cut_short(self._lower[at - 3])
            return 2 + dot if self._is_head(at - 2 - dot) else 0  # "former Tarn Gov. and Party Chairman"
        return 0

    # -------------------------------------------------------------- after the name

    def _after(self, last: int) -> Range | None:
        """An apposition after the name and perhaps an age: ", 54, a nurse at the harbour clinic,"."""
        tags, at = self._tags, last
        if self._tokens[at - 1] in _SUFFIXES and self._tokens[at : at + 1] == ["."]:
            at += 1
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
        return self._phrase(at)

    def _who(self, at: int) -> Range | None:
        """What "who is", "who serves as" or "who served as" says; of what is over, those words as well."""
        for said, over in _WHO:
            if self._lower.slice(at, at + len(said)) == said:
                role = self._phrase(at + len(said))
                whose = self._lower.slice(at + len(said), at + len(said) + 1)
                if role and over:
                    years = (k for k in range(at, role[1] - 1) if self._lower[k] == "from" and self._tags[k + 1] == "m")
                    return None if whose and whose[0] in _WHOSE else (at, next(years, role[1]))
                return role
        return None

    # -------------------------------------------------------------- before the name and a comma

    def _ahead(self, first: int, last: int) -> Range | None:
        """A phrase that a comma parts from the name after it: "the bank's chief economist, Hartwig Lie,"."""
        tags = self._tags
        if first < 3 or tags[first - 1] != "," or self._lists(last) or tags[last : last + 1] in tuple("VD"):
            return None  # "…, Lund said": what stands before the comma is what Lund said
        for at in range(first - 2, max(-1, first - _REACH), -1):
            if tags[at] not in "auNnsyjpfitdmgc" and self._lower[at] != "first":
                return None
            owner = tags[at] == "N" and tags[at + 1 : at + 2] == "s"
            if not (owner or self._lower[at] in DETERMINERS):
                continue
            role = self._one_of(at, first - 1) or self._phrase(at)
            if role and role[1] == first - 1:
                while owner and self._tags[role[0] - 1] == "N":
                    role = (role[0] - 1, role[1])
                apposed = at >= 2 and tags[at - 1] == "," and tags[at - 2] in "N)j"
                return None if apposed else role
        return None

    def _one_of(self, at: int, end: int) -> Range | None:
        """The phrase up to ``end`` behind "one of": "one of the family’s lawyers, Lena Foss,"."""
        if at < 2 or self._lower.slice(at - 2, at) != ["one", "of"] or self._lower[at] not in DETERMINERS:
            return None
        plain = self._right_edge(at + 1) == end and role_of(self._lower[end - 1]) in ("people", "group")
        return (at - 2, end) if plain else None

    def _lists(self, last: int) -> bool:
        """Whether the name at whose end ``last`` is stands in a list."""
        return self._tags[last : last + 1] == "c" or (
            self._tags[last : last + 1] == "," and _LIST.match(self._tags, last + 1) is not None
        )
