"""The likeliest owners of a pronoun: what speaks for each name before it.

The weights follow Hobbs's and Lappin and Leass's finding (1994) that recency and subjecthood carry most of it.
"""

from __future__ import annotations

import re

from topic_briefings.extractors.quotes.cast import Cast, Figure
from topic_briefings.extractors.quotes.nearby import REACH, TITLED, Nearby, fits
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.languages.names import Name

_TELLS = frozenset("VD")
"""The letters of a verb that reports."""
_MOST = 40
"""Names that are weighed as its owner."""
_NAMED_LAST = 3.0
"""What the subject of the sentence right before has over whoever spoke last: the writer has turned to it."""
_INTRODUCED = re.compile(r",[dam]*[nNa]*u(?:[^,VDvxHBQ;:]*|[^,VDvxHBQ;:]*w[^Q;:|]*)[.|]+$")
"""What stands behind a name that ends a sentence with who its owner is: "Ana Lund, head of the port of Koper.".

A clause may tell more of them: "Ana Lund, an adviser who has been studying frogs, a kind of toad."."""
_JUST_INTRODUCED = 6.0
"""What somebody has who is first named so, right before."""
_AS_SUBJECT = 2.0
"""What the subject of a sentence has over others."""
_SAME_SENTENCE = 2.0
"""What the subject of the sentence in which the pronoun stands has over others of that sentence."""
_OWNER = 1.0
"""What a name lacks that only says whose something is: "Lund's plan"."""
_NO_PERSON = 0.25
"""What is left of a name that nothing shows to be a person's: a capital at a sentence's start, an unknown place."""
_SPOKE_LAST = 6.0
"""What whoever spoke last has, the less the longer ago."""


class Likeliest:
    """Weighs the people and bodies named before a pronoun."""

    def __init__(self, scene: Scene, cast: Cast, near: Nearby) -> None:
        self._scene = scene
        self._cast = cast
        self._near = near

    def ranked(self, at: int, gender: str) -> list[tuple[float, Figure]]:
        """Possible owners of a pronoun, likeliest first."""
        frame = self._scene.frame_of(at)
        weights: dict[int, float] = {}
        figures: dict[int, Figure] = {}
        addressed = self._near.addressed(at)
        # "Lund fits the bill, he added": whoever spoke before speaks of the subject.
        heard = self._near.heard(at)
        tags = self._scene.tags
        told = heard is not None and tags[at - 1 : at] == "," and tags[at + 1 : at + 2] in _TELLS
        spoke = heard[0] if heard else -1
        told_in = self._scene.frame_of(spoke)
        for name in self._cast.names_in(self._scene.starts[max(0, frame - REACH)], at + 1)[-_MOST:]:
            figure = self._near.named(name, gender)
            if figure is None or figure is addressed or not fits(figure, gender):
                continue
            if figure.kind is None and len(name.words) == 1 and tags[name.first - 1 : name.first] in ("f", "i"):
                continue
            if tags[name.last : name.last + 1] in ("u", "n") and tags[name.last - 1] == "N":
                continue  # "the Copa winner"
            here = self._scene.frame_of(name.first)
            if here == frame and tags[name.first] == "Q":
                continue  # "“Lund’s hands were down,” | she said"
            if told and here == frame and self._near.acts(name) and name.first > spoke:
                continue  # "Lund fits the bill, | he added"
            subject = self._near.is_subject(name, here, at if here == frame and not told else None)
            subject = subject and (here != told_in or name.first >= spoke)  # "Lund thrilled us all, Barasa said"
            weight = self._weight(name, figure, gender, subject, frame, here)
            weights[id(figure)] = max(weights.get(id(figure), 0.0), weight)
            figures[id(figure)] = figure
        if heard:
            _, figure = heard
            if figure is not addressed and fits(figure, gender):
                back = sum(not self._scene.is_marked(since) for since in range(told_in + 1, frame)) + (frame > told_in)
                weights[id(figure)] = weights.get(id(figure), 0.0) + _SPOKE_LAST / (1 + back / 2)
                figures[id(figure)] = figure
        return sorted(((w, figures[key]) for key, w in weights.items()), key=lambda pair: (-pair[0], pair[1].name))

    def _weight(self, name: Name, figure: Figure, gender: str, subject: bool, frame: int, here: int) -> float:
        """What speaks for a mention of a possible owner of a pronoun, whose ``frame`` it is; ``here`` is its own."""
        tags = self._scene.tags
        weight = 3.0 / (1 + frame - here) + (figure.gender == gender) + _AS_SUBJECT * subject
        if subject and here == frame:
            start = self._scene.starts[frame] + (tags[self._scene.starts[frame]] in "bc")  # "But as Mr. Lund"
            opens = tags[start] == "z" and name.first <= start + TITLED
            weight += _SAME_SENTENCE + (_NAMED_LAST if opens else 0.0)
        if subject and here == frame - 1 and not self._scene.frames[here].quoted:
            weight += _NAMED_LAST
        first = here < frame and figure.first == name.first and not self._near.subjects(here, None)
        if first and _INTRODUCED.match(tags, name.last, self._scene.starts[frame]):
            weight += _JUST_INTRODUCED
        if tags[name.last : name.last + 1] == "s":
            weight -= _OWNER
        return weight * (_NO_PERSON if len(figure.words) == 1 and not self._near.may_be_person(figure) else 1.0)
