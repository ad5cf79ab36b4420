"""What a person is, in a German article's own words: "Leiterin des Hafenamts".

A role is printed before the name ("die Kieler Bürgermeisterin Lena Foss"), after it between commas ("Lena Foss, 44,
Krankenschwester aus Kiel,") or in front of it with a comma ("der Leiter des Hafenamts, Jonas Berg"). It is one stretch
of the body without its article; its head, the first noun of it, names a person by itself or by its last part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from topic_briefings.languages.claim import Range, Scene
from topic_briefings.languages.de.words import WORDS, role_of
from topic_briefings.languages.names import given_name

_LONGEST = 12
"""Words of a role at most."""
_REACH = 14
"""Words before a name in which the phrase that a comma parts from it may begin."""
_NOUN = r"(?:N[Nj]*+)"
_TAIL = rf"(?:(?:f|i|d)[dfam]*+{_NOUN}|c[da]*+{_NOUN})"
"""What a role goes on with: "des Hafenamts", "der Polizei", "für Fischerei", "und Gründerin des Verlags"."""
_AFTER = re.compile(rf",(?:m,)?d?((?:a(?=[aN]))*+{_NOUN}{_TAIL}*+)(?=[,.;:|)Q-]|[VxHB]|$)")
_PARTY = re.compile(r"\([^)|.]*+\)")
_STANDING = re.compile(
    r"(?:ehemalig|früher|damalig|einstig|vormalig|scheidend|designiert|amtierend|künftig|neu|stellvertretend|kommissarisch)e[nrsm]?"
)
"""Adjectives before a title that say whether, when or how far somebody holds it."""
_OF_TEAMS = re.compile(r".*(?:betreiber|hersteller|anbieter|bauer|mitglied|meister|sieger|verteidiger)")
"""What firms and teams of one word are as well: "der Betreiber Nordstrom", "Weltmeister Norwegen"."""
_FIRMS = frozenset(("AG", "Co", "Corp", "GmbH", "Inc", "KG", "Ltd", "SE"))
"""How the names of firms end."""
_OF_ANOTHER = re.compile(
    r"(?:ehe|ex-?)?(?:frau|mann)|(?:witwer?|.*(?:kolleg(?:e|in)|nachbar(?:in)?))n?|"
    r"(?:(?:ur)?groß|halb|schwieger|stief|zwillings)?(?:vater|mutter|bruder|schwester|tochter|sohn|neffe|nichte|onkel|tante)n?"
)
"""What says who somebody is to somebody, and not to whom."""
_HIGH = re.compile(r".*(?:kanzler|präsident|minister|könig|papst|bischof|sprecher)(?:in|en|s)?")
"""Offices that are printed before a surname alone, which is named once."""
_AHEAD = re.compile(rf"d((?:a(?=[aN]))*+{_NOUN}{_TAIL}*+),$")


class Roles:
    """The roles that the words of a German document print beside names."""

    def __init__(self, scene: Scene) -> None:
        self._tags = scene.tags
        self._tokens = scene.tokens

    def of(self, places: Iterable[Range], *, alone: bool = False) -> Range | None:
        """The role of whoever is named at ``places``, as a range of words; None where none is printed.

        The fullest of the earliest mention that has one; with ``alone`` none that is of a family.
        """
        found_at = sorted(places)
        for first, last in found_at:
            beside = self._beside(first, last)
            beside = (role for role in beside if not (alone and self._is_of_another(self._head(role))))
            found = max(beside, key=lambda role: role[1] - role[0], default=None)
            if found is not None and not (len(found_at) == 1 and self._is_noun_behind(found, first, last)):
                return found
        return None

    def _is_noun_behind(self, role: Range, first: int, last: int) -> bool:
        """Whether a word that stands once and alone may be any noun: "der Künstler Wahn", "von den Frauen Gedanken"."""
        return last - first == 1 and role[1] <= first and _HIGH.fullmatch(self._tokens[role[1] - 1].lower()) is None

    def _beside(self, first: int, last: int) -> Iterator[Range]:
        for role in (self._title(first, last), self._after(last), self._ahead(first)):
            if role is not None and not (role[1] - role[0] == 1 and self._is_of_another(role[0])):
                yield role

    def _head(self, role: Range) -> int:
        """The first noun of a role, which says what somebody is."""
        return next((at for at in range(*role) if self._tags[at] == "N"), role[0])

    def _is_of_another(self, at: int) -> bool:
        return _OF_ANOTHER.fullmatch(self._tokens[at].lower()) is not None

    def _title(self, first: int, last: int) -> Range | None:
        """Capitals right before the name whose last one is a role: "ehemalige Kieler Bürgermeisterin"."""
        end = first
        while end > 0 and self._tokens[end - 1].rstrip(".").lower() in WORDS.word_set("honorific"):
            end -= 1
        if end == 0 or self._tags[end - 1] not in "Nu" or not self._is_role(end - 1):
            return None
        if self._tokens[last - 1].rstrip(".") in _FIRMS:
            return None  # "der Betreiber Nordstrom AG"
        if self._tokens[end - 1] == "Obersten":
            return None  # "vor dem Obersten Gericht"
        if last - first == 1 and self._is_no_holder(end - 1, first):
            return None
        start = end - 1
        while start > 0 and self._tags[start - 1] in "Nu" and end - start < _LONGEST:
            start -= 1
        while start > 0 and _STANDING.fullmatch(word := self._tokens[start - 1].lower()):
            if word.endswith("en"):  # in no case in which a role is printed: "den ehemaligen Minister", "den neuen"
                return (start, end) if word.startswith(("neu", "amtierend")) else None
            start -= 1
        return start, end

    def _is_no_holder(self, head: int, first: int) -> bool:
        """Whether a name of one word is a team's or a firm's, or what the title is of: "Ministerin Norwegens, Ute"."""
        owner = self._tokens[first].endswith("s") and self._tags[first + 1 : first + 3] == ",N"
        return owner or _OF_TEAMS.fullmatch(self._tokens[head].lower()) is not None

    def _after(self, last: int) -> Range | None:
        party = _PARTY.match(self._tags, last)
        match = _AFTER.match(self._tags, party.end() if party else last)
        return self._checked(match.span(1)) if match else None

    def _ahead(self, first: int) -> Range | None:
        start = max(0, first - _REACH)
        match = _AHEAD.search(self._tags[start:first])
        return self._checked((start + match.start(1), start + match.end(1))) if match else None

    def _checked(self, role: Range) -> Range | None:
        """A phrase whose head is a role and goes on with no name of its own: no "Sohn Jonas"; "anderen" is off."""
        head = self._head(role)
        following = self._tokens[head + 1] if head + 1 < role[1] and self._tags[head + 1] == "N" else None
        if role[1] - role[0] > _LONGEST or not self._is_role(head):
            return None
        begin = role[0] + self._tokens[role[0]].startswith("ander")
        return None if following and given_name(following) is not None else (begin, role[1])

    def _is_role(self, at: int) -> bool:
        return role_of(self._tokens[at].lower().rpartition("-")[2]) == "person"
