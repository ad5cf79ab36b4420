"""Where a role right before a name begins: "former Tarn Gov.", "the Centre for Tide Control director"."""

from __future__ import annotations

import re

from topic_briefings.languages.en.lexicon import is_proper, parts, singular
from topic_briefings.languages.en.offices import FIRMS, INSIDE, LEVELS, OPENING
from topic_briefings.languages.en.role_clauses import RoleClauses
from topic_briefings.languages.en.role_nouns import SCHOOLS, TITLE
from topic_briefings.languages.en.title_words import is_cut_short, is_people, is_title
from topic_briefings.languages.en.words import is_noun_in_ing, is_plural_modifier, role_of, word_set

_OWNER = re.compile(r"N+s")
_DISTANCE = re.compile(r"\d+(?:m|km)")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_STATES = frozenset(("Republic", "Kingdom", "Isle"))
"""Words with which the name of a country begins that goes on with "of"."""
_MATTERS = frozenset(("staff", "justice", "counsel"))
"""Words for people that are what an office is of: "chief of staff"."""
_ALLEGED = frozenset(("alleged", "reputed", "suspected"))
_BEHIND_NAMES = frozenset(("!", ">"))
"""Marks behind which an office may be cut from a name, or is a stranger's words."""
SEATS = frozenset(("rep", "sen", "gov", "del"))
"""Titles that are printed behind an office as well."""
_BOTH = frozenset(("both", "two", "three"))
"""What says that the name behind an office is of several: "both former president Bushes"."""
_HOURS = frozenset(("morning", "week", "weekend", "evening", "night", "today", "tonight"))
"""Words for times with a capital in the titles of programmes: "Tarn This Morning host"."""


class RoleStarts(RoleClauses):
    """Reads roles backwards from the name behind them."""

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

    def _left_edge(self, head: int) -> int:
        """Where the phrase begins whose head is the word ``head``; "former" begins one, but for its owner."""
        at = head
        formal = self._tokens[head][0].isupper() and is_title(self._lower[head])
        while at > 0 and not (self._lower[at] in OPENING and self._tags[at - 1] not in "sc"):
            step = 0 if self._is_of_the_clause(at - 1, head) else self._modifiers(at, formal)
            if not step:
                break
            at -= step
            if self._tokens[at].islower() and self._lower[at] not in LEVELS:
                formal = False  # "Tarn school board President"
        while at < head and self._tags[at] in "sjrc" and not self._begins(at):
            at += 1
        opened = at + (self._lower[at] in OPENING)
        for kin in range(opened, head if "s" not in self._tags[opened:head] else opened):
            if self._lower[kin] in word_set("relation") and self._tags[kin + 1] in "Nua":
                at = kin + 1  # "primary rival Sen. Lund", "his wife Tarn pilot Lund": the words do not say whose
        begin = self._body_from(at)
        return at if formal and (at == head or SCHOOLS.isdisjoint(self._tokens[begin:at])) else begin

    def _begins(self, at: int) -> bool:
        """Whether an adverb is of an office: "first lady", "met then Mayor Lund", "likely nominee"."""
        if self._lower[at] == "likely":
            return self._tags[max(0, at - 1) : at] != "B"
        if self._lower[at] in ("newly", "recently"):
            return True
        if self._lower[at] == "then":
            return at > 0 and self._tags[at - 1] in "dfitvepDVEgG"
        return self._lower[at : at + 2] == ["first", "lady"]

    def _begin(self, head: int) -> int:
        """Where a role whose head is the word ``head`` begins, the title of a work before it with it."""
        start = self._left_edge(head)
        work = start - 1
        while work > 0 and start - work < TITLE and self._tags[work - 1] in "qQ":
            work -= 1
        if start < 2 or self._tags[start - 1] not in "qQ" or not self._tokens[start - 2][0].isalnum():
            return self._portfolios_from(start)
        ends = self._tokens[start - 2] == "."  # of a sentence: "“Cold Kiln.” Mayor Ek"
        return work if self._tokens[work + 1][:1].isupper() and not ends else start  # "“Cold Kiln” star"

    def _number_from(self, at: int) -> int:
        """Where a number before an office begins, with what it numbers: "District 6 Councilman", "Navy 1st Lt."."""
        if at == 0 or self._tags[at - 1] != "m":
            return at
        begin, number = at - 1, self._tokens[at - 1]
        if number.isdigit() and len(number) < len("2000") and begin and self._tags[begin - 1] in "Nu":
            begin -= 1
        elif _ORDINAL.fullmatch(number) is None:
            return at
        return self._left_edge(begin)

    def _portfolios_from(self, at: int) -> int:
        """Where the first of several portfolios stands that end at ``at``: "the Economy and Labour Minister"."""
        if self._lower[at - 1 : at] == ["/"] and self._tags[at - 2] in "Nnu":
            return self._left_edge(at - 2)  # "singer/guitarist Lund", "TRN/CBN analyst Lund"
        if self._lower[at - 1 : at] not in (["and"], ["&"]):
            return at
        begin = at
        while begin > 1 and self._tags[begin - 1] in ",c" and self._lower[begin - 2] in word_set("portfolio"):
            begin -= 2
        if begin == at:
            return self._services_from(at)
        wide = self._tokens[begin - 1 : begin] == ["International"]  # "International Trade and Industry Minister"
        return begin - 1 if wide else begin

    def _services_from(self, at: int) -> int:
        """Where the name of a service begins that goes on behind "and": "Tarn Fire and Rescue Chief"."""
        begin = at - 2
        if not (self._is_matter(begin) and self._is_matter(at)):
            return at
        if parts(self._lower[begin]) != "J" and self._tags[max(0, begin - 1) : begin] not in ("N", "f"):
            return at  # somebody’s name, for all that this tells
        while begin > 0 and (self._tags[begin - 1] == "N" or self._is_school_of(begin - 1)):
            begin -= 1
        return begin

    def _is_matter(self, at: int) -> bool:
        """Whether a word with a capital is a common noun and nobody's name or title: "Rescue"."""
        word = self._lower[at]
        common = not {"N", "J"}.isdisjoint(parts(word)) and not is_proper(word)
        common = (common or is_plural_modifier(word)) and not is_title(word) and role_of(word) is None
        return self._tokens[at].istitle() and common and word not in LEVELS | OPENING

    def _is_cut_before(self, start: int) -> bool:
        """Whether the role at ``start`` is the end of something longer: of a work's title, of a body's name.

        "No Doubt singer Bo Ek"; and "then" does not say whether Ek was mayor or came next: "and then Mayor Ek".
        """
        before = start - 1
        if start > 0 and (self._lower[before] in _BOTH or self._is_of_a_kind(start)):
            return True
        if start == 0 or (self._tags[before] == "l" and self._lower[before] not in _HOURS) or self._is_glued(before):
            return False
        if self._tokens[before] in _BEHIND_NAMES and self._tokens[start][0].isupper():
            return True  # "Kilns Rock! Founder Lund", "<tweet>Responsible candidate Lund"
        if self._tags[before] in "qQ":
            return self._tokens[before - 1][0].isalnum() and not is_title(self._lower[start])
        owned = self._tags[start + 1] == "s" and self._tags[before] in "pPD"  # "Planned Tides’ president"
        if self._lower[before] == "then" or (owned and self._tokens[before][0].isupper()):
            return True
        if self._tokens[before] == "The" and _OWNER.match(self._tags, start):
            return False  # "with The Tarn Gazette’s editor"
        if self._lower[before] == "the" and start > 1 and self._is_inside_title(start - 2):
            return True  # "Touching the Tide director"
        if self._lower[before] in _ALLEGED and self._tokens[start].islower():
            return True  # "Tarn alleged killer Lund"
        if self._tags[before] in "gG" and self._tokens[start].islower() and self._lower[start] not in OPENING:
            inside = self._tags[max(0, before - 1) : before] in tuple("nu")  # "policy planning | director"
            return inside or is_noun_in_ing(self._lower[before])  # "building owner Lund" may be a verb
        opens = before == 0 or self._tags[before - 1] in ".|:qQ-"  # "TARN (AP) - When President Ek"
        whole = opens or self._tokens[before].isupper() or self._lower[start] in OPENING
        return self._tokens[before][0].isupper() and not whole

    def _is_inside_title(self, at: int) -> bool:
        """Whether a verb with a capital inside its sentence begins the title of a work: "Touching the Tide"."""
        verb = "V" in parts(self._lower[at]) or self._lower[at].endswith("ing")
        return self._tokens[at].istitle() and verb and at > 0 and self._tags[at - 1] not in ".|qQ"

    def _is_joined_before(self, start: int, head: int) -> bool:
        """Whether "and" joins what an office is of to what is not read: "dam safety | and ferry law counsel"."""
        if start == head or start < 2 or self._lower[start] in OPENING or self._tokens[start] != self._lower[start]:
            return False
        before = start - 2
        word = self._lower[before]
        matter = is_people(word) or (
            word == self._tokens[before] and (self._tags[before] in "an" or "J" in parts(word))
        )  # "Christian and corporate speaker", but not "with Lund and ferry pilot Ek"
        return self._tokens[start - 1] == "and" and matter and not self._is_head(before)

    def _is_of_a_kind(self, start: int) -> bool:
        """Whether somebody is asked or told to be of a kind, by what is behind: "what kind of candidate Lund is"."""
        before = self._lower[max(0, start - 3) : start]
        if before[-1:] in (["a"], ["an"]):
            del before[-1:]
        return before[-1:] == ["of"] and before[-2:-1] in (["kind"], ["sort"], ["type"])

    def _is_plural(self, at: int) -> bool:
        """Whether a small word is a plural that seldom stands before another noun."""
        word = self._lower[at]
        plural = self._tags[at] == "n" and self._tokens[at].islower() and singular(word) != word
        return plural and not is_plural_modifier(word)

    def _is_name_of_firm(self, head: int, first: int, last: int) -> bool:
        """Whether the office and a common word are a firm's name: "General Motors"."""
        word = self._tokens[first].lower()
        return self._lower[head] == "general" and last - first == 1 and bool(parts(word) or parts(word.rstrip("s")))

    def _body_from(self, at: int) -> int:
        """Where the name of a body begins whose last words begin at ``at``: "the Centre for Tide Control director"."""
        inside = at > 1 and self._lower[at - 1] in ("of", "for", "at") and self._tags[at] == "N"
        if not inside or self._tags[at - 2] not in "Nnu" or self._tokens[at - 2].islower():
            return at
        begin = at - 2
        while begin > 0 and (self._tags[begin - 1] == "N" or self._is_school_of(begin - 1)):
            begin -= 1
        opens = begin == at - 2 and (begin == 0 or self._tags[begin - 1] in ".|")
        if self._tokens[begin] not in SCHOOLS | _STATES and (opens or self._lower[at - 1] == "at"):
            return at  # "Supporters of Republican Bo Ek"
        return at if self._tokens[at] in self._tokens[begin:at] else begin  # "from Tarn Police of Tarn Police officer"

    def _is_school_of(self, at: int) -> bool:
        """Whether "of" goes on with the name of a school or a bank: "University of Tarn"."""
        return at > 0 and self._lower[at] == "of" and self._tokens[at - 1] in SCHOOLS

    def _ends_clause(self, at: int, formal: bool) -> bool:
        """Whether the word ``at`` cannot stand before an office, a ``formal`` title or none, in one phrase with it."""
        tag, word = self._tags[at], self._lower[at]
        several = word.endswith("s") and role_of(word.removesuffix("s")) == "person"
        named = tag + self._tags[at + 1] == "NN" and (at == 0 or self._tags[at - 1] in ".|")  # "Queens Park keeper"
        if named:
            return False
        if tag in "uNn" and (role_of(word) == "people" or (formal and several) or self._tokens[at] == "MPs"):
            return True  # "candidates Sen. Lund and Sen. Ek"
        before = self._lower[at - 1] if at else word
        lawmaker = self._lower[at + 1] in SEATS  # "fellow inductees state Sen. Lund"
        if word == "state" and self._tags[at - 1] in "nuY" and singular(before) != before and not lawmaker:
            return True  # "reports state Sgt. Lund"
        small = tag in "nuyY" and self._tokens[at].islower() and word not in LEVELS
        if formal and small and not self._is_chaired(at):
            return True  # "at the party convention Sen. Lund"
        return self._is_plural(at)  # "after months of assaults actor Bo Ek"

    def _modifiers(self, at: int, formal: bool) -> int:
        """How many words right before ``at`` belong to the phrase, whose head is a ``formal`` title or none."""
        tag, word = self._tags[at - 1], self._lower[at - 1]
        if self._ends_clause(at - 1, formal):
            return 0
        if tag == "m" and _DISTANCE.fullmatch(word):
            return 1  # "100m champion"
        trade = tag == "g" and is_noun_in_ing(word) and self._tags[max(0, at - 2) : at - 1] in tuple("nauNdVDs")
        if trade or tag in "auNn" or word in INSIDE or word in word_set("doubt"):
            return 1
        if tag in "yY" and (not word.endswith("s") or word.endswith("ss") or is_plural_modifier(word)):
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
