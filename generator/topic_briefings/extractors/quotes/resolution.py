"""Whom a speaker's phrase stands for: a named person or body, a group, or somebody unnamed.

Pronouns are read in ``pronouns``, what a phrase is about in ``phrases``. Where two could be meant, nobody is named.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from topic_briefings.extractors.quotes.cast import Cast, Figure
from topic_briefings.extractors.quotes.descriptions import is_age
from topic_briefings.extractors.quotes.identity import Identity
from topic_briefings.extractors.quotes.issued import issuer
from topic_briefings.extractors.quotes.namesakes import SURE, Namesakes
from topic_briefings.extractors.quotes.phrases import Phrases
from topic_briefings.extractors.quotes.pronouns import Owners
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.languages.claim import Range
from topic_briefings.languages.names import Name
from topic_briefings.models import SpeakerKind

_SHORTEST_CAPITALS = 3
"""Letters of a surname that a transcript prints in capitals."""
_NAMES_BEFORE = 4
"""Names before a "who" that may be its owner's."""
_DESCRIBED = re.compile(r"(?:fd?N+)?(?:,m)?,r*(?:(?:[dam]*[nNau]+s)?[dam]*[nNa]*u|d[dam]*N)[^VDvxHBQ.|;:]*")
"""What stands between a name and a "who" of its owner: ", the port's head of security, | who"."""
_OF = re.compile(r"(?:f|i(?=N))d?")
"""What stands between a name and that of a body or a place of its owner's: "Ana Lund | of Tarn, who"."""
_HEARD = 0.6
"""How sure somebody must be to have spoken for the next pronoun to be theirs."""
_BARE = 2
"""Words of a description that says no more than its noun: "the executive"."""
_BEARER = 0.95
"""How sure somebody is whose surname reads like a noun."""
_NOBODY = 0.5
"""How sure what is no speaker is one: "the statement", "one"."""
_ONE_OF_TWO = 0.3
"""How sure a surname is whose bearer cannot be told."""
_ISSUED = 0.9
"""How sure somebody is who gave out what is quoted."""
_EPITHET = 0.95
"""How sure somebody is the one whom a description without a role of theirs means, right after what they did."""


_STANDS_IN = 0.7
"""How sure it is that a description names nobody whom the article does: "the 30-year-old", "the Florida senator"."""


class Resolver:
    """Resolves speaker phrases in the order in which they appear; it remembers who spoke last."""

    def __init__(self, scene: Scene, cast: Cast) -> None:
        self.scene = scene
        self.cast = cast
        self._reference = scene.attribution.reference
        self._phrases = Phrases(scene, cast)
        self._spoken: list[tuple[int, Figure]] = []
        self._known: dict[Range, Identity] = {}
        self._owners = Owners(scene, cast, self._spoken, self._phrases)
        self._namesakes = Namesakes(scene, cast, self._spoken)

    def identify(self, phrase: Range, *, speaks: bool = True, asks: bool = False) -> Identity:
        """Whom the words of ``phrase`` stand for; ``speaks`` is whether its owner has said something then."""
        if phrase not in self._known:
            identity = self._identify(phrase)
            self._known[phrase] = identity
            if speaks and not asks and identity.figure is None and self._is_description(phrase, identity):
                new = self._is_somebody(phrase, identity)
                noun = self.scene.tokens[self._phrases.noun(phrase)].lower()
                self._owners.unnamed.heard(phrase, identity.kind, noun if new else None)
                owned = "s" in self.scene.tags[phrase[0] : self._phrases.noun(phrase)]
                if owned and not new and not self._owners.unnamed.is_brought_in(noun):
                    self._owners.unnamed.brings_in(phrase, noun)  # "the mayor's spokesman"
            if identity.figure is not None:
                figure = self.cast.claim(identity.figure)
                if figure is not identity.figure:
                    identity = self._known[phrase] = Identity(figure=figure, kind=SpeakerKind.PERSON, sure=0.9)
                if figure.kind is None:
                    figure.kind = identity.kind
                if speaks and identity.sure >= _HEARD:
                    self._spoken.append((phrase[0], figure))
        return self._known[phrase]

    def _is_description(self, phrase: Range, identity: Identity) -> bool:
        """Whether a phrase without a name says who or what has spoken: "the owner", "an e-mail", but not "who"."""
        if self.scene.tags[phrase[0]] in "hw" or not self.scene.tags[slice(*phrase)].strip("N"):
            return False
        word = self.scene.tokens[self._phrases.noun(phrase)].lower()
        return identity.kind is not SpeakerKind.UNNAMED or self._reference.role_of(word) == "person"

    def _is_somebody(self, phrase: Range, identity: Identity) -> bool:
        """Whether a phrase brings in one person without a name: "a carpenter", but not "the carpenter" or "she"."""
        first = phrase[0]
        if identity.kind is not SpeakerKind.UNNAMED:
            return False
        word, reference = self.scene.tokens[first].lower(), self._reference
        new = self.scene.tags[first] == "d" and word not in reference.definite and word not in reference.possessives
        return new and reference.role_of(self.scene.tokens[self._phrases.noun(phrase)].lower()) == "person"

    def _identify(self, phrase: Range) -> Identity:
        source = self._reference.source(self.scene, phrase)
        if source == phrase:
            return self._meant(phrase)
        meant = self._meant(source)
        return meant if meant.figure else replace(meant, described=meant.described or source)

    def _meant(self, phrase: Range) -> Identity:
        first, last = phrase
        tags = self.scene.tags
        word = self.scene.tokens[first].lower()
        if last - first == 1 and (tags[first] in "ho" or word in self._reference.possessives):
            return self._owners.of(first) if tags[first] != "o" else self._object(first)
        if tags[first] == "w" or tags[first:last] == "T":
            return self._relative(first)
        reference = self._reference
        if last - first == 1 and (word in reference.asks or word in reference.answers or word in reference.indefinite):
            sure = _NOBODY if word in reference.indefinite else 1.0  # "read one", "tweeted another"
            return Identity(figure=None, kind=SpeakerKind.UNNAMED, sure=sure)
        called = self._in_capitals(last - 1)
        if called is not None:
            return Identity(figure=called, kind=SpeakerKind.PERSON, sure=0.95)
        heads = self._phrases.heads(phrase)
        if len(heads) > 1:
            return Identity(figure=None, kind=SpeakerKind.GROUP, sure=1.0)
        bearer = self._bearer(phrase) if not heads else None
        if bearer is not None:
            return Identity(figure=bearer, kind=SpeakerKind.PERSON, sure=_BEARER)
        whole = None if heads else self.cast.around(first)
        if whole is not None and whole.last >= last:
            return self._named(whole)  # "Fiscal Studies", of the Institute of Fiscal Studies
        if heads:
            return self._of_two(phrase, heads[0]) or self._named(heads[0])
        owner = self._phrases.possessor(phrase)
        if owner is not None:
            return self._named(owner)
        return self._described(phrase)

    def _of_two(self, phrase: Range, name: Name) -> Identity | None:
        """Nobody where age tells who of one surname is meant: "the younger Mr. Lund"; None where it does not."""
        before = [word.lower() for word in self.scene.tokens[phrase[0] : name.first]]
        if self._reference.aged.isdisjoint(before) or name.last - name.first > 1:
            return None
        return Identity(figure=None, kind=SpeakerKind.UNNAMED, sure=_ONE_OF_TWO)

    def _object(self, at: int) -> Identity:
        """Whom "him" at the word ``at`` stands for: nobody named before it in its sentence: "Lund recalled him"."""
        found = self._owners.of(at)
        here = (self.cast.of(name.first) for name in self.cast.names_in(self.scene.starts[self.scene.frame_of(at)], at))
        return Identity(figure=None, kind=SpeakerKind.UNNAMED, sure=_NOBODY) if found.figure in tuple(here) else found

    def _bearer(self, phrase: Range) -> Figure | None:
        """The one person brought in before whose surname is a title or a noun as well: "King", of Pete King."""
        word = self.scene.tokens[phrase[0]]
        if phrase[1] - phrase[0] > 1 or not word[0].isupper() or self._reference.capital_nouns:
            return None
        found = [
            f for f in self.cast.figures if f.kind is SpeakerKind.PERSON and f.surname == word and len(f.words) > 1
        ]
        return found[0] if len(found) == 1 and found[0].first < phrase[0] else None

    def _in_capitals(self, at: int) -> Figure | None:
        """The one person whose surname a transcript prints in capitals: "MAYOR LIND:"."""
        word = self.scene.tokens[at]
        if not word.isupper() or len(word) < _SHORTEST_CAPITALS:
            return None
        people = [f for f in self.cast.figures if f.kind is SpeakerKind.PERSON and f.surname.upper() == word]
        full = [figure for figure in people if figure.surname != word]
        return full[0] if len(full) == 1 else None

    def _named(self, name: Name) -> Identity:
        figure = self.cast.of(name.first)
        if figure is None:
            figure = self._namesakes.chosen(name)
            return Identity(figure=figure, kind=name.kind or SpeakerKind.PERSON, sure=SURE if figure else _ONE_OF_TWO)
        kind = figure.kind or name.kind
        if figure.kind is SpeakerKind.BODY and figure.name in self._reference.places():
            people = [f for f in self.cast.figures if f.kind is SpeakerKind.PERSON and f.surname == figure.name]
            if len(people) == 1 and people[0].first < name.first:
                return Identity(figure=people[0], kind=SpeakerKind.PERSON, sure=0.7)  # Mary Paris, then "Paris said"
        if kind is None:
            kind = SpeakerKind.BODY if self.scene.tags[name.first - 1 : name.first] == "d" else SpeakerKind.PERSON
        return Identity(figure=figure, kind=kind, sure=1.0)

    def _described(self, phrase: Range) -> Identity:
        """A phrase without a name of its own: "a spokesman for the ministry", "officials", "the agency"."""
        first, tokens = phrase[0], self.scene.tokens
        at = self._phrases.noun(phrase)
        word = tokens[at].lower()
        if self._reference.capital_nouns and tokens[at].isupper() and len(word) > 1:
            return self._body(phrase, at, word)  # "die SPD"
        kind = self._phrases.kind(phrase)
        if self._phrases.is_bare_name(phrase):
            return Identity(figure=self._new(phrase, SpeakerKind.PERSON), kind=SpeakerKind.PERSON, sure=0.9)
        if kind is SpeakerKind.BODY:
            return self._body(phrase, at, word)
        if kind is SpeakerKind.UNNAMED and tokens[first].lower() in self._reference.definite:
            owner = self._phrases.descriptions.by_role(word, first)
            if owner:
                owner = self._owners.in_office(owner, first, at)
                return Identity(figure=owner, kind=SpeakerKind.PERSON, sure=0.92)
            owner = self._owners.epithet(first, at)
            if owner:
                return Identity(figure=owner, kind=SpeakerKind.PERSON, sure=_EPITHET)
            end = self._phrases.end(phrase)
            new = self._owners.unnamed.brought_in(word) if end - first == _BARE else None
            more = self.scene.tags[end : end + 1] in ("f", "i", "w")  # "the head of a firm"
            stands_in = new is None and not more and self._stands_in(first, at)
            return Identity(figure=None, kind=kind, sure=_STANDS_IN if stands_in else 1.0, described=new)
        return Identity(figure=None, kind=kind, sure=1.0)

    def _stands_in(self, first: int, at: int) -> bool:
        """Whether a description may stand for a person named before: by age, place or what one is beside an office."""
        tags, word = self.scene.tags, self.scene.tokens[at].lower()
        told = "N" in tags[first : at + 1] or is_age(word) or word in self._reference.standing()
        return told and self._phrases.descriptions.is_epithet(first, at) and self._has_named(first)

    def _has_named(self, before: int) -> bool:
        """Whether the article has named somebody before a word."""
        return any(f.kind is SpeakerKind.PERSON and f.first < before for f in self.cast.figures)

    def _body(self, phrase: Range, at: int, word: str) -> Identity:
        """A body by what it is: named before, or named by its country ("Japan's foreign ministry")."""
        tags, tokens = self.scene.tags, self.scene.tokens
        articles = self._reference.articles
        article = tags[phrase[0]] in "df" and (articles is None or tokens[phrase[0]].lower() in articles)
        start = phrase[0] + article
        # Where every noun has a capital, one alone is no name, but for letters ("SPD"), nor is "auswärtige Amt".
        itself = tokens[at].isupper() or not self._reference.capital_nouns
        if "N" in tags[start : at + itself]:
            figure = self._new((start, at + 1), SpeakerKind.BODY)
            return Identity(figure=figure, kind=SpeakerKind.BODY, sure=1.0)
        for _, figure in reversed(self._spoken):
            if figure.words[-1].lower() == word and figure.kind is SpeakerKind.BODY:
                return Identity(figure=figure, kind=SpeakerKind.BODY, sure=0.9)
        named = [
            figure
            for figure in self.cast.figures
            if figure.first < phrase[0] and figure.words[-1].lower() == word and figure.kind is SpeakerKind.BODY
        ]
        if len(named) == 1 and tags[phrase[0]] == "d":
            return Identity(figure=named[0], kind=SpeakerKind.BODY, sure=0.8)
        speaks = None if named or at - phrase[0] > 1 else self._body_right_before(phrase[0], word)
        if speaks:
            return Identity(figure=speaks, kind=SpeakerKind.BODY, sure=0.9)
        if word in self._reference.issued and at - phrase[0] == 1 and tokens[phrase[0]].lower() in (articles or ()):
            return self._issued(phrase[0], word)
        return Identity(figure=None, kind=SpeakerKind.BODY, sure=1.0)

    def _body_right_before(self, first: int, word: str) -> Figure | None:
        """The body that spoke last, right before, where "the ``word``" at ``first`` may stand for it: "the station"."""
        if not self._spoken or self.scene.tokens[first].lower() not in self._reference.definite:
            return None
        place, figure = self._spoken[-1]
        near = figure.kind is SpeakerKind.BODY and self.scene.frame_of(place) >= self.scene.told_before(first)
        frames = (self.scene.frames[self.scene.frame_of(at)] for at in (place, first))
        issued = word in self._reference.issued and len({frame.paragraph for frame in frames}) == 1
        return figure if near and (issued or word not in self._reference.texts()) else None

    def _issued(self, first: int, word: str) -> Identity:
        """Who gave out "the statement" at ``first``; nobody where that is not told."""
        found = issuer(self.scene, self.cast, first, word)
        if found is None:
            sure = 1.0 if word in self._reference.written else _NOBODY
            return Identity(figure=None, kind=SpeakerKind.BODY, sure=sure)
        owner = self.identify(found, speaks=False)
        return replace(owner, sure=_ISSUED, described=None if owner.figure else found)

    def _new(self, place: Range, kind: SpeakerKind) -> Figure:
        words = tuple(self.scene.tokens[slice(*place)])
        for figure in self.cast.figures:
            if figure.words == words:
                figure.forms.setdefault(figure.name, []).append(place)
                return figure
        figure = Figure(words=words, name=self.scene.words.text(*place), kind=kind, gender=None, first=place[0])
        figure.forms[figure.name] = [place]
        self.cast.figures.append(figure)
        return figure

    def _relative(self, at: int) -> Identity:
        """The phrase that "who" refers to stands right before it, or is what that phrase describes.

        A "that" is of a thing: "a speech | that spoke to".
        """
        reached = bisect_right(self.cast.names_at, at)
        before = [name for name in self.cast.names[max(0, reached - _NAMES_BEFORE) : reached] if name.last <= at]
        tags = self.scene.tags
        described = (name for name in reversed(before) if _DESCRIBED.fullmatch(tags, name.last, at))
        beside = [name for name in before[-1:] if not tags[name.last : at].strip(",j)(r-")]
        if beside and before[:-1] and self._is_of(before[-2], beside[0]):
            beside = [before[-2]]
        inside = beside and tags[beside[0].first - 1 - (tags[beside[0].first - 1] == "d")] in "fit"
        for name in (*described, *beside) if inside else (*beside, *described):
            if tags[at] == "w" and not self._is_body(name):
                return self._named(name)
        return Identity(figure=None, kind=SpeakerKind.UNNAMED, sure=_NOBODY)

    def _is_of(self, name: Name, other: Name) -> bool:
        """Whether a name in full says whose the ``other`` is: "Ana Lund of Tarn", "Sen. Lund of the Tarn council"."""
        titled = self.scene.tags[name.first - 1 : name.first] in ("u", "j")
        full = len(name.words) > 1 or titled
        return full and not self._is_body(name) and _OF.fullmatch(self.scene.tags, name.last, other.first) is not None

    def _is_body(self, name: Name) -> bool:
        figure = self.cast.of(name.first)
        return SpeakerKind.BODY in (name.kind, figure and figure.kind)
