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
_WHERE = frozenset(("in", "near", "outside"))
"""Prepositions before a name that make it a place."""
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
        head = self._noun_of(role)
        if role[1] - role[0] == 1 and self._lower[head] in _PEOPLES:
            return 0
        if head == role[0] and self._lower[head] in _PEOPLES:
            return 1  # "a Democrat of Tarn": a title beside it says more
        beside = self._lower[head] in word_set("relation") or self._lower[head] in word_set("side")
        led = self._lower[role[0]] == "who" and self._lower[role[0] + 1] in _LEADING
        if beside or led or self._is_of_before(role):
            return 1
        return sum(word[0].isalnum() and word not in DETERMINERS for word in self._lower.slice(*role))

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
        start = self._left_edge(head if office is None else office)
        return (start, end) if start < end and not (start == head and self._is_no_noun(head, first)) else None

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
        opened = at + (self._lower[at] in OPENING)
        if opened < head and self._lower[opened] in word_set("relation") and self._tags[opened + 1] in "Nua":
            at = opened + 1  # "rival Sen. Lund", "his wife Tarn pilot Lund": the words do not say whose
        return at if formal else self._body_from(at)

    def _body_from(self, at: int) -> int:
        """Where the name of a body begins whose last words begin at ``at``: "the Centre for Tide Control director"."""
        inside = at > 2 and self._lower[at - 1] in ("of", "for") and self._tags[at] == "N"
        if not inside or self._tokens[at - 2].islower() or self._tags[at - 3] in ".|":
            return at
        begin = at - 2
        while begin > 0 and self._tags[begin - 1] == "N":
            begin -= 1
        return at if self._tokens[at] in self._tokens[begin:at] else begin  # "from Tarn Police of Tarn Police officer"

    def _modifiers(self, at: int, formal: bool) -> int:
        """How many words right before ``at`` belong to the phrase, whose head is a ``formal`` title or none."""
        tag, word = self._tags[at - 1], self._lower[at - 1]
        several = word.endswith("s") and role_of(word.removesuffix("s")) == "person"
        if tag in "uNn" and (role_of(word) == "people" or (formal and several)):
            return 0  # "candidates Sen. Lund and Sen. Ek"
        small = tag in "nuyY" and self._tokens[at - 1].islower() and word not in LEVELS
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
            office = self._office(at - 2)
            if office is not None and self._lower[at - 3] == "of":
                return at - office  # "former Secretary of State and Party Chairman"
            apart = formal and self._lower[at - 2] in word_set("relation")  # "his father and Mayor Lund"
            return 2 + dot if self._is_head(at - 2 - dot) and not apart else 0  # "former Tarn Gov. and Party Chairman"
        return 0

    # -------------------------------------------------------------- after the name

    def _after(self, first: int, last: int) -> Range | None:
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
        role = self._phrase(at)
        return None if role and self._is_of_next(first, role) else role

    def _is_of_next(self, first: int, role: Range) -> bool:
        """Whether a role behind a place is of the name behind it: "In Tarn, the owner of the inn, Bo Ek, said"."""
        tags, end = self._tags, role[1]
        return first > 0 and self._lower[first - 1] in _WHERE and tags[end : end + 2] == ",N"

    def _who(self, at: int) -> Range | None:
        """What "who is", "who serves as" or "who served as" says; of what is over, those words as well."""
        for said, over in _WHO:
            if self._lower.slice(at, at + len(said)) == said:
                role = self._phrase(at + len(said), owned=True)
                whose = self._lower.slice(at + len(said), at + len(said) + 1)
                if role and over:
                    years = (k for k in range(at, role[1] - 1) if self._lower[k] == "from" and self._tags[k + 1] == "m")
                    return None if whose and whose[0] in _WHOSE else (at, next(years, role[1]))
                return role
        return self._leads(at + 1)

    def _leads(self, at: int) -> Range | None:
        """What "who" and a verb of an office say, both words as well: "who led the harbour authority"."""
        if self._lower.slice(at, at + 1) == [] or self._lower[at] not in _LEADING:
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
        if first < 3 or tags[first - 1] != "," or self._lists(last) or tags[last : last + 1] in tuple("VDpP"):
            return None  # "…, Lund said": what stands before the comma is what Lund said
        for at in range(first - 2, max(-1, first - _REACH), -1):
            if tags[at] not in "auNnsyjpfitdmgc" and self._lower[at] != "first":
                return None
            owner = tags[at] == "N" and tags[at + 1 : at + 2] == "s"
            if not (owner or self._lower[at] in DETERMINERS):
                continue
            role = self._one_of(at, first - 1) or self._phrase(at)
            if role and role[1] == first - 1:
                if self._tags[last : last + 1] in tuple("xBH") and self._is_predicate(at):
                    return None  # "When she was a clerk, Lund did not …"
                while owner and self._is_of_owner(role[0] - 1):
                    role = (role[0] - 1, role[1])
                apposed = at >= 2 and tags[at - 1] == "," and tags[at - 2] in "N)j" and not self._is_place(at - 2)
                return None if apposed else role
        return None

    def _is_predicate(self, at: int) -> bool:
        """Whether a form of "be" stands before the word ``at``: "is not yet a"."""
        at -= 1
        while at > 0 and self._tags[at] == "r":
            at -= 1
        return at >= 0 and self._tags[at] == "B"

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
        if at < 2 or self._lower.slice(at - 2, at) != ["one", "of"] or self._lower[at] not in DETERMINERS - _WHOSE:
            return None
        plain = self._right_edge(at + 1) == end and role_of(self._lower[end - 1]) in ("people", "group")
        return (at - 2, end) if plain else None

    def _lists(self, last: int) -> bool:
        """Whether the name at whose end ``last`` is stands in a list."""
        return self._tags[last : last + 1] == "c" or (
            self._tags[last : last + 1] == "," and _LIST.match(self._tags, last + 1) is not None
        )
