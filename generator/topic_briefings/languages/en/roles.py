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
from topic_briefings.languages.en.offices import CANDIDATES, PEOPLES, WITHIN
from topic_briefings.languages.en.people import is_kin
from topic_briefings.languages.en.role_bodies import WHOSE
from topic_briefings.languages.en.role_doubts import RoleDoubts
from topic_briefings.languages.en.role_phrases import DETERMINERS
from topic_briefings.languages.en.role_times import BEFORE_NOW
from topic_briefings.languages.en.role_titles import REACH
from topic_briefings.languages.en.title_words import is_common, is_cut_short, is_title
from topic_briefings.languages.en.words import DOTTED, PARTY_AND_STATE, role_of, word_set
from topic_briefings.languages.names import given_name

_WHERE = frozenset(("in", "near", "outside"))
"""Prepositions before a name that make it a place."""
_FROM = _WHERE | {"of", "from", "at"}
_NO_POSTS = (
    PEOPLES
    | CANDIDATES
    | frozenset(("resident", "voter", "veteran", "confidant", "confidante", "insider", "loyalist", "member"))
)
"""What somebody is without having a post, which says less than a former one."""
_NOW = ([",", "now"], [",", "currently"])
_OWN_WORDS = frozenset(
    (
        *("self-described", "self-proclaimed", "self-declared", "self-styled", "self-identified", "so-called"),
        "would-be",
    )
)
"""What opens a phrase that is nobody's office."""
_LIST = re.compile(r"c?[Nu]")
"""What follows the comma after a name in a list."""
_AFTER_NAME = ("", *",.;:)(-|wfqQi")
"""What stands behind a name that a comma parts from its role: another comma, the end, "of", "who"."""
_ACTS = re.compile(r"[,VD](?![,.|])|pd")
"""What follows the name of whoever does something: "confirmed that", "moved the motion"."""


class Roles(RoleDoubts):
    """The roles that the words of a document print beside names."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._printed: dict[Range, list[Range]] = {}

    def of(self, places: Iterable[Range], *, alone: bool = False) -> Range | None:
        """The role of whoever is named at ``places``, as a range of words; None where none is printed.

        With ``alone`` only one that says without the text around what somebody is: no "its editor", no "Lund’s wife".
        """
        found_at, short = sorted(places), None
        if self._is_no_name(found_at):
            return None
        for first, last in found_at:
            found = self._fullest(first, last, alone)
            if found is None or (short and self._outdoes(short, found)):
                continue
            if self._substance(found) > 1:
                return found
            if short is None or self._substance(found) > self._substance(short):
                short = found
        return None if short and self._is_no_president_now(short, found_at) else short

    def _fullest(self, first: int, last: int, alone: bool) -> Range | None:
        """The fullest role beside the name in the words ``first`` to ``last``; most names are asked about twice."""
        found = self._printed.get((first, last))
        if found is None:
            found = self._printed[first, last] = list(self._beside(first, last))
        if alone:
            found = [role for role in found if not self._leans(role)]
        if len(found) < 2:
            return found[0] if found else None
        now = [role for role in found if not any(self._outdoes(other, role) for other in found)]
        return max(now, key=self._substance, default=None)

    def _outdoes(self, role: Range, past: Range) -> bool:
        """Whether one holds an office now, and another role is of before: "Mayor", "the former labor leader"."""
        if any(self._lower[at - 1 : at + 1] in _NOW for at in (role[0] - 1, role[0] - 2) if at > 0):
            return role != past  # "2012 nominee Ek, now the speaker of the House"
        if self._is_past(role) or not self._is_past(past):
            return False
        head, over = self._post(role), self._post(past)
        post = head not in _NO_POSTS and not any(head in word_set(kind) for kind in ("rank", "relation", "side"))
        if self._substance(role) > 1 or not is_title(head):
            return post and self._substance(role) > 1
        return post and not head.startswith(over) and not over.startswith(head)  # "President", "the former president"

    def _post(self, role: Range) -> str:
        """The noun of a role in lower case, without the dot of a title."""
        noun = self._noun_of(role)
        return self._lower[noun - (self._tokens[noun] == "." and noun > role[0])]

    def _is_past(self, role: Range) -> bool:
        """Whether a role is told as one of before."""
        return self._lower[role[0]].startswith(BEFORE_NOW)

    def _substance(self, role: Range) -> int:
        """How many words of a role say something; 0 for a bare party or people, and for praise."""
        head = self._noun_of(role)
        if self._lower[role[0]] in WITHIN or self._tags[role[1] : role[1] + 1] == "s":
            return 1  # "of Tarn Medical Center", "TRN’s Lena Foss"
        if (role[1] - role[0] == 1 and self._lower[head] in PEOPLES | CANDIDATES) or self._lower[role[0]] in _OWN_WORDS:
            return 0
        if head == role[0] and self._lower[head] in PEOPLES:
            return 1  # "a Democrat of Tarn": a title beside it says more
        heads = [self._lower[at] for at in (head, *self._joined(role[0], head))]
        beside = all(word in word_set("relation") or word in word_set("side") for word in heads)
        if beside or self._lower[role[0]] == "who" or self._is_of_before(role) or self._is_of_a_term(role):
            return 1
        return sum(word[0].isalnum() and word not in DETERMINERS for word in self._lower[slice(*role)])

    def _is_of_before(self, role: Range) -> bool:
        """Whether a role is of what the sentence before names: "state’s governor", but not "sheriff’s deputy"."""
        owned = role[1] - role[0] == len("nsu") and self._tags[role[0] + 1] == "s"
        return owned and self._tokens[role[0]].islower() and not self._is_head(role[0])

    def _beside(self, first: int, last: int) -> Iterator[Range]:
        """The roles printed beside the name in the words ``first`` to ``last``."""
        titled = self._before(first, last)
        last += last < len(self._tokens) and self._tokens[last] in word_set("postnominal")
        ahead = self._ahead(first, last) or (self._ahead(titled[0], last) if titled else None)
        if titled and ahead and (self._is_relation(ahead) or not self._outranks(ahead, titled)):
            ahead = None  # "Lund’s opponent, Mayor Bo Ek", "the committee’s chair, Mayor Bo Ek"
        for role in (titled, self._after(first, last), ahead, self._shared(first)):
            if role is None or self._is_of_others_too(role) or self._is_of_firm(role, first, last):
                continue
            if self._is_doubtful(role, first) or self._has_left(role, last):
                continue
            if self._speaks(last) or self._speaks(first - 1) or not self._is_of_an_election_before(role):
                yield role
        body = self._of_body(first, last) or self._of_outlet(first)
        if body:
            yield body

    def _outranks(self, ahead: Range, titled: Range) -> bool:
        """Whether the words before a comma say more than the title behind it: "the head of the Tarn Guard, Gen."."""
        whole = self._noun_of(ahead) + 1 < ahead[1] and self._post(titled) in word_set("rank")
        return whole or self._tokens[ahead[0]][0].isupper()

    def _is_of_others_too(self, role: Range) -> bool:
        """Whether a role is cut from what it stands in, or has other people's names and kin in it."""
        return (
            self._is_bare_relation(role)
            or self._is_glued(role[0])
            or (self._lower[role[0]] in word_set("relation") and self._tags[role[0] + 1] == "s")  # "her husband’s aide"
            or self._holds_a_name(role)
        )

    def _holds_a_name(self, role: Range) -> bool:
        """Whether somebody with an office is named before the noun of a role: "Tarn native Bo Ek beat pilot"."""
        noun = self._noun_of(role)
        if is_kin(self._lower[noun]) and any(is_kin(self._lower[at]) for at in self._joined(role[0], noun)):
            return True  # "Lund’s widow and daughter"
        return any(
            self._tags[at : at + 2] == "NN" and given_name(self._tokens[at]) is not None
            for at in range(role[0] + 1, noun)
            if role_of(self._lower[at - 1]) == "person" and "s" not in self._tags[at:noun]
        )

    def _is_of_firm(self, role: Range, first: int, last: int) -> bool:
        """Whether it says of a name that may be a firm's or a country's what those are: "aluminium producer Lund"."""
        word = self._lower[self._noun_of(role)]
        owned = role[0] > 0 and self._lower[role[0] - 1] in WHOSE
        if owned and word in word_set("dealer") and given_name(self._tokens[first]) is None:
            return True  # "his publisher, T.W. Lund"
        named = given_name(self._tokens[first]) is not None or not is_common(self._lower[last - 1])
        person = last - first > 1 and (named or role_of(word) == "person")
        return not person and (word in word_set("dealer") or (word == "ally" and last - first == 1))

    # -------------------------------------------------------------- after the name

    def _after(self, first: int, last: int) -> Range | None:
        """An apposition after the name and perhaps an age: ", 54, a nurse at the harbour clinic,"."""
        tags, at = self._tags, last
        if self._tokens[at - 1] in DOTTED and self._tokens[at : at + 1] == ["."]:
            at += 1
        if (
            self._is_place_of(first)
            or self._tokens[last - 1] in word_set("street")
            or PARTY_AND_STATE.match(self._tokens[first])
        ):
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
            at = self._behind_home(at)
        at += self._lower[at : at + 1] in (["now"], ["currently"])
        if tags[at : at + 1] == "w" and self._lower[at] == "who":
            return self._who(at)
        if tags[at : at + 1] == "N" and PARTY_AND_STATE.match(self._tokens[at]) and tags[at + 1 : at + 2] == ",":
            at += 2  # "Rep. Lena Foss, D-Tarn, the chair of the board"
        role = self._phrase(at)
        astray = role and (self._is_of_next(first, role) or self._begins_clause(at, role))
        astray = astray or (role and not self._speaks(first - 1) and self._is_of_long_ago(role))
        return None if astray else role

    def _behind_home(self, at: int) -> int:
        """Where a role may begin behind where somebody lives: "Lena Foss, 32, | of Ekby, Mo., | a teacher"."""
        if self._lower[at : at + 1] not in (["of"], ["from"]) or self._tags[at + 1 : at + 2] != "N":
            return at
        end = self._noun(at + 1)
        end = self._with_state(at, end)
        return end + 1 if self._tags[end : end + 2] == ",d" else at

    def _is_place_of(self, first: int) -> bool:
        """Whether the name at ``first`` says where somebody is from, or something was: "Ana Sol of Tarn"."""
        where = first > 1 and self._lower[first - 1] in _WHERE and given_name(self._tokens[first]) is None
        return where or (first > 1 and self._lower[first - 1] in _FROM and self._tags[first - 2] in "N)")

    def _is_of_next(self, first: int, role: Range) -> bool:
        """Whether a role behind a place is of the name behind it: "In Tarn, the owner of the inn, Bo Ek, said"."""
        tags, end = self._tags, role[1]
        return first > 0 and self._lower[first - 1] in _WHERE and tags[end : end + 2] == ",N"

    # -------------------------------------------------------------- before the name and a comma

    def _ahead(self, first: int, last: int) -> Range | None:
        """A phrase that a comma parts from the name after it: "the bank's chief economist, Hartwig Lie,"."""
        tags = self._tags
        closed = tags[last : last + 1] in _AFTER_NAME or self._tokens[last - 1] in DOTTED
        if first < 2 or tags[first - 1] != "," or self._lists(last):
            return None
        opening = self._opening(first, last)
        if first < 3 or opening or not closed:
            return opening  # "…, Lund said": what stands before the comma is what Lund said
        for at in range(first - 2, max(-1, first - REACH), -1):
            if tags[at] not in "auNnsyjpfitdmgc" and self._lower[at] != "first":
                return None
            owner = tags[at] == "N" and tags[at + 1 : at + 2] == "s"
            if not (owner or self._lower[at] in DETERMINERS):
                continue
            role = self._one_of(at, first - 1) or self._phrase(at)
            if role and role[1] == first - 1:
                tail = self._noun_of(role) < role[1] - 1
                if last - first == 1 and tags[role[1] - 1] == "N" and tail:
                    return None  # "the mayor of Ekby, Tarn, said"
                if tail and self._ends_in_another_body(role) and given_name(self._tokens[first]) is None:
                    return None  # "an employee of a firm, Tarn Works, said"
                if owner:
                    role = (self._owner_from(at), role[1])
                apposed = at >= 2 and tags[at - 1] == "," and tags[at - 2] in "N)j" and not self._is_place(at - 2)
                return None if apposed else role
        return None

    def _opening(self, first: int, last: int) -> Range | None:
        """An office without an article that opens the sentence of its holder: "Tarn Mayor, Lena Foss, said"."""
        at = first - 2
        while at > 0 and self._tags[at] in "Nnua":
            at -= 1
        begin = at + (self._tags[at] in ".|")
        opens = (begin == 0 or self._tags[begin - 1] in ".|") and self._tags[begin] == "N" and begin < first - 2
        named = last - first > 1 and given_name(self._tokens[first]) is not None
        if not (opens and named and _ACTS.match(self._tags, last)):
            return None
        return (begin, first - 1) if self._phrase(begin) == (begin, first - 1) else None

    def _ends_in_another_body(self, role: Range) -> bool:
        """Whether a role ends in a body that has not been named: "an employee of another firm"."""
        new = not {"a", "an", "another"}.isdisjoint(self._lower[slice(*role)])
        return new and role_of(self._lower[role[1] - 1]) == "body"

    def _owner_from(self, at: int) -> int:
        """Where the name that owns an office and ends with the word ``at`` begins, with its title or its kind."""
        last = at
        while at > 0 and self._is_of_owner(at - 1):
            at -= 1
        titled = self._before(at, last + 1)
        if titled and titled[1] == at:
            return titled[0]  # "Gov. Bo Ek’s budget director"
        if at > 1 and self._tokens[at - 1] == "." and is_cut_short(self._lower[at - 2]):
            return at - 2  # "Mr. Ek’s budget director"
        if self._tokens[at - 1] in word_set("honorific"):
            return at - 1  # "Mr Ek’s budget director"
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
        if at < 2 or self._lower[at - 2 : at] != ["one", "of"] or self._lower[at] not in DETERMINERS - WHOSE:
            return None
        plain = self._right_edge(at + 1) == end and role_of(self._lower[end - 1]) in ("people", "group")
        plain = plain and self._tags[end - 2] != "m"  # "one of the two participants"
        return (at - 2, end) if plain and end > at + 2 else None

    def _lists(self, last: int) -> bool:
        """Whether the name at whose end ``last`` is stands in a list."""
        return self._tags[last : last + 1] == "c" or (
            self._tags[last : last + 1] == "," and _LIST.match(self._tags, last + 1) is not None
        )
