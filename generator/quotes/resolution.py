"""Whom a speaker's phrase stands for: a named person or body, a group, or somebody unnamed.

Pronouns go to the figure that the sentences before make the likeliest: who spoke last, who was the subject of
the sentence before, who was named last, of a fitting gender. Where two are as likely, nobody is named. The
weights follow Hobbs's and Lappin and Leass's finding (1994) that recency and subjecthood carry most of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from generator.models import SpeakerKind
from generator.quotes.cast import Cast, Figure
from generator.quotes.claims import Range, main_subject
from generator.quotes.scene import Scene
from generator.text.names import Name
from generator.text.words import roles

_GENDERS = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m"}
_HEAD = re.compile(r"[^fitwQ,(:c-]*")
_REACH = 6
"""Sentences back in which a pronoun's owner is looked for."""
_MOST = 40
"""Names that are weighed as its owner."""
_MARGIN = 0.75
"""By how much the likeliest owner must lead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Whom a phrase stands for."""

    figure: Figure | None
    kind: SpeakerKind
    sure: float
    """0 to 1: how sure the owner of the name or pronoun is."""


class Resolver:
    """Resolves speaker phrases in the order in which they appear; it remembers who spoke last."""

    def __init__(self, scene: Scene, cast: Cast) -> None:
        self.scene = scene
        self.cast = cast
        self._spoken: list[tuple[int, Figure]] = []
        self._starts = [frame.first for frame in scene.frames]
        self._known: dict[Range, Identity] = {}
        self._subjects: dict[int, Range | None] = {}
        self._names_at = [name.first for name in cast.names]

    def identify(self, phrase: Range) -> Identity:
        """Whom the words of ``phrase`` stand for."""
        if phrase not in self._known:
            identity = self._identify(phrase)
            self._known[phrase] = identity
            if identity.figure is not None:
                figure = self.cast.claim(identity.figure)
                if figure is not identity.figure:
                    identity = self._known[phrase] = Identity(figure=figure, kind=SpeakerKind.PERSON, sure=0.9)
                if figure.kind is None:
                    figure.kind = identity.kind
                self._spoken.append((phrase[0], figure))
        return self._known[phrase]

    def _identify(self, phrase: Range) -> Identity:
        first, last = phrase
        tags = self.scene.tags
        word = self.scene.words.tokens[first].lower()
        if (last - first == 1 and tags[first] == "h") or (word in ("his", "her") and last - first == 1):
            return self._pronoun(word, first)
        if tags[first] == "w":
            return self._relative(first)
        heads = self._heads(phrase)
        if len(heads) > 1:
            return Identity(figure=None, kind=SpeakerKind.GROUP, sure=1.0)
        if heads:
            return self._named(heads[0])
        return self._described(phrase)

    def _heads(self, phrase: Range) -> list[Name]:
        """The names that are what the phrase is about, not part of a description of it."""
        tags = self.scene.tags
        heads: list[Name] = []
        for name in self.cast.names[bisect_left(self._names_at, phrase[0]) : bisect_left(self._names_at, phrase[1])]:
            follows = tags[name.last : min(name.last + 2, phrase[1])]
            before = tags[phrase[0] : name.first]
            if follows[:1] == "s" or follows[:1] in ("n", "u") or _inside(before):
                continue
            if heads and not before.rstrip("ujdamn").endswith("c"):
                continue
            heads.append(name)
        return heads

    def _named(self, name: Name) -> Identity:
        figure = self.cast.of(name.first)
        if figure is None:
            return Identity(figure=None, kind=name.kind or SpeakerKind.PERSON, sure=0.3)
        kind = figure.kind or name.kind
        if kind is None:
            kind = SpeakerKind.BODY if self.scene.tags[name.first - 1 : name.first] == "d" else SpeakerKind.PERSON
        return Identity(figure=figure, kind=kind, sure=1.0)

    def _described(self, phrase: Range) -> Identity:
        """A phrase without a name of its own: "a spokesman for the ministry", "officials", "the agency"."""
        first, last = phrase
        tags, tokens = self.scene.tags, self.scene.words.tokens
        head = _HEAD.match(tags, first, last)
        end = head.end() if head and head.end() > first else last
        at = next((k for k in range(end - 1, first - 1, -1) if tags[k] in "nuN"), end - 1)
        word = tokens[at].lower()
        kind = _kind_of(word, tags[first:end])
        if kind is SpeakerKind.BODY:
            return self._body(phrase, at, word)
        if kind is SpeakerKind.UNNAMED and tokens[first].lower() in ("the", "that", "this"):
            owner = self._by_role(word, first)
            if owner:
                return Identity(figure=owner, kind=SpeakerKind.PERSON, sure=0.8)
        return Identity(figure=None, kind=kind, sure=1.0)

    def _by_role(self, word: str, at: int) -> Figure | None:
        """The one person introduced before with the role "the senator" names."""
        tokens = self.scene.words.tokens
        owners = [
            figure
            for figure in self.cast.figures
            if figure.first < at
            and (
                word == figure.words[0].lower() or (figure.role and word in map(str.lower, tokens[slice(*figure.role)]))
            )
        ]
        return owners[0] if len(owners) == 1 else None

    def _body(self, phrase: Range, at: int, word: str) -> Identity:
        """A body by what it is: named before, or named by its country ("Japan's foreign ministry")."""
        tags = self.scene.tags
        if "N" in tags[phrase[0] : at + 1]:
            start = phrase[0] + (tags[phrase[0]] == "d" and self.scene.words.tokens[phrase[0]].lower() in ("the", "a"))
            figure = self._new_body((start, at + 1), word)
            return Identity(figure=figure, kind=SpeakerKind.BODY, sure=1.0)
        for _, figure in reversed(self._spoken):
            if figure.kind is SpeakerKind.BODY and figure.words[-1].lower() == word:
                return Identity(figure=figure, kind=SpeakerKind.BODY, sure=0.9)
        return Identity(figure=None, kind=SpeakerKind.BODY, sure=1.0)

    def _new_body(self, place: Range, word: str) -> Figure:
        words = tuple(self.scene.words.tokens[slice(*place)])
        for figure in self.cast.figures:
            if figure.words == words:
                figure.forms.setdefault(figure.name, []).append(place)
                return figure
        figure = Figure(
            words=words, name=self.scene.words.text(*place), kind=SpeakerKind.BODY, gender=None, first=place[0]
        )
        figure.forms[figure.name] = [place]
        self.cast.figures.append(figure)
        return figure

    def _relative(self, at: int) -> Identity:
        """The phrase that "who" refers to stands right before it."""
        reached = bisect_right(self._names_at, at)
        before = [name for name in self.cast.names[max(0, reached - 3) : reached] if name.last <= at]
        if before and not self.scene.tags[before[-1].last : at].strip(",j)(r"):
            return self._named(before[-1])
        return Identity(figure=None, kind=SpeakerKind.UNNAMED, sure=0.5)

    def _pronoun(self, word: str, at: int) -> Identity:
        if word in ("they", "we", "everyone", "everybody", "others", "you"):
            return Identity(figure=None, kind=SpeakerKind.GROUP, sure=0.8)
        if word == "it":
            figure = next((f for _, f in reversed(self._spoken) if f.kind is SpeakerKind.BODY), None)
            return Identity(figure=figure, kind=SpeakerKind.BODY, sure=0.7)
        if word not in _GENDERS:
            return Identity(figure=None, kind=SpeakerKind.UNNAMED, sure=0.8)
        ranked = self._ranked(at, _GENDERS[word])
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN):
            return Identity(figure=None, kind=SpeakerKind.UNNAMED, sure=0.3)
        lead = ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else 0.0)
        owner = ranked[0][1]
        owner.gender = owner.gender or _GENDERS[word]
        return Identity(figure=owner, kind=SpeakerKind.PERSON, sure=min(1.0, 0.6 + 0.1 * lead))

    def _ranked(self, at: int, gender: str) -> list[tuple[float, Figure]]:
        """Possible owners of a pronoun, likeliest first."""
        frame = bisect_right(self._starts, at) - 1
        weights: dict[int, float] = {}
        figures: dict[int, Figure] = {}
        nearest = bisect_right(self._names_at, self._starts[max(0, frame - _REACH)] - 1)
        last = bisect_right(self._names_at, at)
        for name in self.cast.names[max(nearest, last - _MOST) : last]:
            figure = self.cast.of(name.first)
            if figure is None or figure.kind is SpeakerKind.BODY or figure.gender not in (gender, None):
                continue
            if (
                figure.kind is None
                and len(name.words) == 1
                and self.scene.tags[name.first - 1 : name.first] in ("f", "i")
            ):
                continue
            here = bisect_right(self._starts, name.first) - 1
            weight = 3.0 / (1 + frame - here) + (1.0 if figure.gender == gender else 0.0) + self._subject(name, here)
            weights[id(figure)] = max(weights.get(id(figure), 0.0), weight)
            figures[id(figure)] = figure
        if self._spoken:
            place, figure = self._spoken[-1]
            if figure.kind is not SpeakerKind.BODY and figure.gender in (gender, None):
                back = frame - (bisect_right(self._starts, place) - 1)
                weights[id(figure)] = weights.get(id(figure), 0.0) + 4.0 / (1 + back / 2)
                figures[id(figure)] = figure
        return sorted(((w, figures[key]) for key, w in weights.items()), key=lambda pair: (-pair[0], pair[1].name))

    def _subject(self, name: Name, frame: int) -> float:
        if frame not in self._subjects:
            self._subjects[frame] = main_subject(self.scene, self.scene.frames[frame])
        subject = self._subjects[frame]
        return 2.0 if subject and subject[0] <= name.first < subject[1] else 0.0


def _inside(before: str) -> bool:
    """Whether a name stands in a description: after a preposition, or in a relative clause."""
    if "w" in before:
        return True
    head = before.rpartition(",")[2]
    return any(letter in head for letter in "fitpPgGD")


def _kind_of(word: str, tags: str) -> SpeakerKind:
    kind = roles().get(word) or roles().get(word.rsplit("-", 1)[-1])
    if kind == "body":
        return SpeakerKind.BODY
    if kind in ("group", "people", "bodies") or tags.startswith("m") or tags in ("d", "dm"):
        return SpeakerKind.GROUP
    if kind == "person":
        return SpeakerKind.UNNAMED
    return SpeakerKind.GROUP if word.endswith("s") and not word.endswith("ss") else SpeakerKind.UNNAMED
