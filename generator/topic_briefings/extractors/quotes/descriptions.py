"""Whom a description with a definite article means: "the senator", "the transport minister", "the Florida senator".

Somebody who was brought in with that role; else, where the description says more than that, whoever the sentence
before is about.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import takewhile

from topic_briefings.extractors.quotes.cast import Cast, Figure
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.languages.claim import Range
from topic_briefings.models import SpeakerKind

_CLOSER = 2
"""Words from its article to its noun at least in a description that says more than a role."""
_VERBS = frozenset("VDvpxHBGgeE")
"""The letters of verbs."""
_AGE = re.compile(r"\d+-[a-z]+-[a-z]+")
_NOUN = re.compile("[nu]")
_TELLS_MORE = ("f", "i", "w")
"""Letters of what says more of somebody behind a description: "the 20-year-old | from Tarn"."""
_OF_PEOPLE = 2
"""Letters that a people's adjective shares with its country's name: "French", "France"."""
_PHRASE = 6
"""Words of a noun phrase up to its noun in which its determiner is looked for."""


def is_verbless(letters: str) -> bool:
    """Whether the words of these letters have no verb among them."""
    return _VERBS.isdisjoint(letters)


def is_age(word: str) -> bool:
    """Whether a word says how old somebody is: "27-year-old"."""
    return _AGE.fullmatch(word) is not None


class Descriptions:
    """Reads the descriptions of the people of one article."""

    def __init__(self, scene: Scene, cast: Cast) -> None:
        self._scene = scene
        self._cast = cast
        self._reference = scene.attribution.reference
        self._called: dict[int, set[str]] = {}
        self._role_of = scene.role_of

    def by_role(self, word: str, at: int) -> Figure | None:
        """The one person introduced before with the role "the senator" names."""
        owners = [figure for figure in self._cast.figures if figure.first < at and self._is_called(figure, word)]
        before = list(takewhile(lambda token: token.lower() != word, self._scene.tokens[at + 1 :]))
        said, offices = {token.lower() for token in before}, self._offices(before)
        owners = [figure for figure in owners if offices <= self._roles(figure)]
        owners = [figure for figure in owners if not self._is_of_another(figure, before)]
        if len(owners) > 1:  # "the defence minister" of two ministers, "the president" of one and of a club's
            owners = [
                figure for figure in owners if (said and said <= self._roles(figure)) or self._is_just(figure, word)
            ]
        return owners[0] if len(owners) == 1 else None

    def is_past(self, figure: Figure, first: int, at: int) -> bool:
        """Whether somebody is only formerly what the noun at ``at``, described from ``first`` on, says they are."""
        said = {token.lower() for token in self._scene.tokens[first:at]}
        before = self._scene.tokens[figure.role[0] - 1 : figure.role[0]] if figure.role else ()
        roles = self._roles(figure).union(token.lower() for token in before)
        return not self._reference.former.isdisjoint(roles - said)

    def _is_just(self, figure: Figure, word: str) -> bool:
        """Whether somebody's title is ``word`` and no more: "President", but not "club president"."""
        return figure.role is not None and [t.lower() for t in self._scene.tokens[slice(*figure.role)]] == [word]

    def _offices(self, before: list[str]) -> set[str]:
        """The words ``before`` a description's noun that are of an office: "the prime minister" is another."""
        titles = self._scene.document.language.titles()
        words = {
            word for word in map(str.lower, before) if word.capitalize() in titles or self._reference.role_of(word)
        }
        return words - self._reference.standing()

    def _is_of_another(self, figure: Figure, before: list[str]) -> bool:
        """Whether the words ``before`` a description's noun are of another party or place than somebody's role.

        "The Republican front-runner" is nobody who was brought in as "Democratic front-runner Lund".
        """
        if not figure.role:
            return False
        role = [token for token in self._scene.tokens[slice(*figure.role)] if token[0].isalnum()][:-1]
        ours, theirs = ({token for token in tokens if token[0].isupper()} for tokens in (before, role))
        parties = self._reference.parties()
        full = self._reference.in_full()
        ours, theirs = ({full.get(token, token) for token in tokens} for tokens in (ours, theirs))
        kinds = ((ours & parties, theirs & parties), (ours - parties, theirs - parties))
        return any(one and other and not self._meet(one, other) for one, other in kinds)

    def _meet(self, some: set[str], others: set[str]) -> bool:
        """Whether two sets share a word, or a country and its people's: "French" and "France"."""
        peoples = tuple({word[:_OF_PEOPLE] for word in some if word.endswith(self._reference.peoples)})
        return not some.isdisjoint(others) or any(word.startswith(peoples) for word in others)

    def _is_called(self, figure: Figure, word: str) -> bool:
        """Whether ``word`` is somebody's role, or the last part of it where that is enough."""
        roles = self._roles(figure)
        return word in roles or (self._reference.compound_roles and any(role.endswith(word) for role in roles))

    def _roles(self, figure: Figure) -> set[str]:
        """The words of somebody's title, in full: "general" for "Gen."."""
        if id(figure) in self._called:
            return self._called[id(figure)]
        called = self._called[id(figure)] = {figure.words[0].lower()}
        if figure.role:
            full = self._reference.in_full()
            called.update(full.get(token, token).lower() for token in self._own(figure.role))
        elif self._role_of is not None and figure.kind is SpeakerKind.PERSON:
            role = self._role_of(place for places in figure.forms.values() for place in places)
            called.update(token.lower() for token in self._own(role)) if role else None
        return called

    def _own(self, role: Range) -> list[str]:
        """The words of a role without those of whose it is: "lawyer" of "the mayor's lawyer"."""
        owner = self._scene.tags.rfind("s", *role)
        return self._scene.tokens[max(role[0], owner + 1) : role[1]]

    def is_epithet(self, first: int, at: int) -> bool:
        """Whether the words ``first`` up to the noun ``at`` describe more closely nobody brought in without a name.

        So "the Florida senator" is whoever the sentence before is about; "the senator" may be another, and so may "the
        young trader" be where a trader was spoken of before.
        """
        tokens = self._scene.tokens
        word = tokens[at].lower()
        reference, opening = self._reference, tokens[first].lower()
        native = self._scene.tags[at] == "N"  # "the Texan"
        aged = any(map(is_age, tokens[first + 1 : at + 1]))  # "the 27-year-old"
        closer = native or aged or at - first >= _CLOSER or word in reference.standing()
        person = native or aged or self._is_person(word)
        if not closer or not person or opening not in (reference.articles or ()):
            return False
        if self._is_apposition(first) or "N" in self._scene.tags[at + 1 : at + 2]:
            return False
        if not reference.indefinite or not reference.counting.isdisjoint(tokens[first + 1 : at]):
            return False
        before = takewhile(lambda place: place < first, self._places.get(word, ()))
        return not any(self._is_new(place) for place in before)

    def _is_apposition(self, first: int) -> bool:
        """Whether a phrase describes the name before it: "Lund, the builder", but not "With Lund, the builder came"."""
        start = self._scene.starts[self._scene.frame_of(first)]
        if not self._scene.tags.endswith("N,", start, first):
            return False
        opening = self._scene.tags[start:first]
        return not (opening[0] == "i" and is_verbless(opening) and opening.count(",") == 1)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each noun stands."""
        places: dict[str, list[int]] = {}
        for match in _NOUN.finditer(self._scene.tags):
            places.setdefault(self._scene.tokens[match.start()], []).append(match.start())
        return places

    def may_be_called(self, figure: Figure, first: int, at: int, *, spoke: bool) -> bool:
        """Whether nothing says that the noun at ``at``, described from ``first`` on, is another than ``figure``.

        Who ``spoke`` last may be what many are besides their office: "the candidate" of a mayor. All may be of a party,
        and whoever is only somebody's kin anything.
        """
        tokens, called = self._scene.tokens, self._roles(figure)
        before = tokens[first + 1 : at]
        namesakes = (other for other in self._cast.figures if other.surname == figure.surname)
        if self._is_of_another(figure, before) or any(other is not figure for other in namesakes):
            return False
        if tokens[at].lower() in called:
            return self._offices(before) <= called
        owners = (self._cast.of(name.first) for name in self._cast.names_in(first, at))
        if any(owner and owner.kind is SpeakerKind.PERSON for owner in owners):
            return False  # "the Lund adviser"
        standing = self._reference.standing()
        alone = is_age(tokens[at]) and self._scene.tags[at + 1 : at + 2] not in _TELLS_MORE
        party = tokens[at] in self._reference.parties()
        native = self._scene.tags[at] == "N" and tokens[at].endswith(self._reference.peoples)
        if figure.role is None or alone or party or native or (spoke and tokens[at].lower() in standing):
            return True
        return not any(map(self._is_person, called - standing - self._reference.kin() - {figure.words[0].lower()}))

    def _is_person(self, word: str) -> bool:
        return self._reference.role_of(word) == "person"

    def _is_new(self, at: int) -> bool:
        """Whether the noun at ``at`` brings in somebody without a name: "a senior trader", but not "Lund, a trader"."""
        tokens, tags = self._scene.tokens, self._scene.tags
        for first in range(at - 1, max(-1, at - _PHRASE), -1):
            if tags[first] == "d":
                return tokens[first].lower() in self._reference.indefinite and tags[first - 1] != ","
            if tags[first] not in "aNnuyjmv":
                return False
        return False
