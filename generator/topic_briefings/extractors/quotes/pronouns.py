"""Whom a pronoun stands for: the person, or the body, that the sentences before make the likeliest.

Who spoke last, who was the subject of the sentence before, who was named last, of a fitting gender. Where two are as
likely, it is nobody. The weights follow Hobbs's and Lappin and Leass's finding (1994) that recency and subjecthood
carry most of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from topic_briefings.extractors.quotes.cast import Cast, Figure
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.languages.claim import Range
from topic_briefings.languages.language import Pronoun
from topic_briefings.languages.names import Name, given_name
from topic_briefings.models import SpeakerKind

_TELLS = frozenset("VD")
"""The letters of a verb that reports."""
_CLAUSE = frozenset(",.|c-")
"""The letters after which a main clause begins inside a sentence."""
_VERBS = frozenset("VDvp")
"""The letters of a verb in the third person or the past."""
_BETWEEN = re.compile(r"[uja]*")
"""What may stand between a verb and the name of whom it addresses: a title."""
_OPENS_ASIDE = frozenset("zDG")
"""The letters that open a clause which another follows: "When", "Asked whether", "Speaking"."""
_REACH = 6
"""Sentences back in which a pronoun's owner is looked for."""
_MOST = 40
"""Names that are weighed as its owner."""
_NAMED_LAST = 3.0
"""What the subject of the sentence right before has over whoever spoke last: the writer has turned to it."""
_INTRODUCED = re.compile(r",[dam]*[nNa]*u[^,VDvxHBQ;:]*[.|]+$")
"""What stands behind a name that ends a sentence with who its owner is: "Ana Lund, head of the port of Koper."."""
_JUST_INTRODUCED = 6.0
"""What somebody has who is first named so, right before."""
_TITLED = 3
"""Words from the beginning of a sentence to the name that is the subject of its first clause: "When Mr. Lund"."""
_AS_SUBJECT = 2.0
"""What the subject of a sentence has over others."""
_SAME_SENTENCE = 2.0
"""What the subject of the sentence in which the pronoun stands has over others of that sentence."""
_OWNER = 1.0
"""What a name lacks that only says whose something is: "Lund's plan"."""
_NO_PERSON = 0.25
"""What is left of a name that nothing shows to be a person's: a capital at a sentence's start, an unknown place."""
_MARGIN = 0.75
"""By how much the likeliest owner must lead."""
_SPOKE_LAST = 6.0
"""What whoever spoke last has, the less the longer ago."""
_CENTRE = 0.87
"""How sure somebody is the owner whom the sentence before is about, where weights do not tell."""
_NEAR, _FAR = 1.75, 0.8
"""The least weight of somebody who is near enough, and what is left of the sureness of an owner farther off."""
_IT_SUBJECT, _IT_SPOKE = 0.8, 0.7
"""How sure the owner of an "it" is: the subject of its sentence or of the one before, or whichever body spoke last."""
_SURE_AT_LEAST, _SURER = 0.72, 0.3
"""How sure the owner of a pronoun is, and what the share of its weight by which it leads adds.

Measured with names that were hidden as if they were pronouns: of those whose lead is a third of their weight six of
ten were right, of those that nobody else can own all; real pronouns are easier.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Whom a phrase stands for."""

    figure: Figure | None
    kind: SpeakerKind
    sure: float
    """0 to 1: how sure the owner of the name or pronoun is."""


class Owners:
    """Finds the owners of pronouns in the order in which they appear.

    ``spoken`` is who has spoken, with the word where, and grows from outside; ``heads`` finds the names that a phrase
    is about.
    """

    def __init__(
        self,
        scene: Scene,
        cast: Cast,
        spoken: list[tuple[int, Figure]],
        heads: Callable[[Range], Iterable[Name]],
        called: Callable[[Range], Figure | None],
    ) -> None:
        self.scene = scene
        self.cast = cast
        self._spoken = spoken
        self._heads = heads
        self._called = called
        self._reference = scene.attribution.reference
        self._starts = [frame.first for frame in scene.frames]
        self._subjects: dict[tuple[int, int | None], frozenset[int]] = {}
        self._names_at = [name.first for name in cast.names]
        self._unnamed: Range | None = None
        self._mains: dict[int, Range | None] = {}
        self._owned: dict[int, Figure | None] = {}

    def heard(self, phrase: Range) -> None:
        """Somebody has spoken whom the words of ``phrase`` describe and nothing names: "a carpenter"."""
        self._unnamed = phrase

    def _is_somebody_unnamed(self, at: int, gender: str) -> bool:
        """Whether the pronoun is whoever spoke last, who has no name, and nobody whom it fits was named since."""
        if self._unnamed is None or self._unnamed[1] > at or (self._spoken and self._spoken[-1][0] > self._unnamed[0]):
            return False
        if bisect_right(self._starts, at) - bisect_right(self._starts, self._unnamed[0]) > _REACH:
            return False
        since = self.cast.names[bisect_right(self._names_at, self._unnamed[1] - 1) : bisect_right(self._names_at, at)]
        figures = filter(None, (self.cast.of(name.first) for name in since))
        return not any(figure.gender == gender or figure.kind is SpeakerKind.PERSON for figure in figures)

    def of(self, at: int) -> Identity:
        """Whom the pronoun at the word ``at`` stands for."""
        pronoun = self._reference.pronoun(self.scene.tokens, at)
        if pronoun is Pronoun.SEVERAL:
            return Identity(figure=None, kind=SpeakerKind.GROUP, sure=0.8)
        if pronoun is Pronoun.NEUTER:
            figure = self._body_before(at)
            if figure is not None:
                return Identity(figure=figure, kind=SpeakerKind.BODY, sure=_IT_SUBJECT)
            figure = next((one for _, one in reversed(self._spoken) if one.kind is SpeakerKind.BODY), None)
            return Identity(figure=figure, kind=SpeakerKind.BODY, sure=_IT_SPOKE)
        if pronoun is Pronoun.NOBODY:
            return Identity(figure=None, kind=SpeakerKind.UNNAMED, sure=0.8)
        if self._is_somebody_unnamed(at, pronoun.value):
            return Identity(figure=None, kind=SpeakerKind.UNNAMED, sure=0.8)
        centre = self._centre(at, pronoun)
        ranked = self._ranked(at, pronoun.value)
        if not ranked or ranked[0][0] <= 0 or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN):
            if centre is None:
                return Identity(figure=None, kind=SpeakerKind.UNNAMED, sure=0.3)
            return Identity(figure=centre, kind=SpeakerKind.PERSON, sure=_CENTRE)
        if centre is not None and centre is not ranked[0][1] and not self._is_turned(at, ranked[0][1], centre):
            return Identity(figure=centre, kind=SpeakerKind.PERSON, sure=_CENTRE)
        lead = ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else 0.0)
        owner = ranked[0][1]
        known = self._may_be_person(owner)
        if not any(figure is not owner and figure.gender == pronoun.value for figure in self._here(at)):
            owner.gender = owner.gender or pronoun.value  # not Robin's in "Robin Lund blamed Ana Barasa after she"
        sure = min(1.0, _SURE_AT_LEAST + _SURER * lead / max(ranked[0][0], 1.0))
        sure = max(sure, _CENTRE) if centre is owner else sure
        near = ranked[0][0] >= _NEAR and known
        return Identity(figure=owner, kind=SpeakerKind.PERSON, sure=sure if near else sure * _FAR)

    def _centre(self, at: int, pronoun: Pronoun) -> Figure | None:
        """Whom the writer speaks of where a pronoun stands; None where that is nobody, or somebody else has spoken.

        The subject of its own sentence before it, else that of the sentence before: by name, by a pronoun of the same
        kind, or by a description of somebody named before. What a sentence is about stays so in the next while nothing
        takes its place (Grosz, Joshi and Weinstein, "Centering", 1995).
        """
        own = frame = bisect_right(self._starts, at) - 1
        scene = self.scene
        before = scene.frames[own]._replace(last=self._led_in(own, at))
        alone = not scene.tags[before.first : before.last].strip("Q,.|")  # "“…,” | he said": most pronouns
        subject = None if alone else scene.attribution.main_subject(scene, before)
        if subject is None or not self._owner(subject, pronoun):
            while frame == own or (frame >= 0 and self._is_marked(frame)):
                frame -= 1
            subject = self._subject_of(frame)
        elif scene.tags[at - 1] in ",Q" and before.last == at:
            return None  # "Lund fits the bill, he added"
        found = self._owner(subject, pronoun) if subject else None
        spoke = self._heard(at)
        since = subject[0] if subject and spoke and self._is_aside(frame, spoke[0], subject[0]) else None
        since = scene.frames[frame].first if since is None else since
        if spoke is not None and since <= spoke[0] and spoke[1] is not found:
            return None
        return found if found is not None and self._may_be_person(found) else None

    def _is_aside(self, frame: int, spoke: int, subject: int) -> bool:
        """Whether who spoke at a word did so in the clause that opens a sentence: "When Lund protested, | Barasa"."""
        tags = self.scene.tags
        first = self.scene.frames[frame].first
        if tags[first] not in _OPENS_ASIDE or not first < spoke < subject or tags[subject - 1] != ",":
            return False
        return tags[spoke] == "w" or tags[spoke - 1] != ","

    def _is_turned(self, at: int, likeliest: Figure, centre: Figure) -> bool:
        """Whether the words before a pronoun speak against the centre: "with Lund, he", or "he told Barasa"."""
        if centre is self._addressed(at):
            return True
        owners = self._here(at)
        return likeliest in owners and centre not in owners

    def _here(self, at: int) -> list[Figure]:
        """Who is named in a sentence before the word ``at``."""
        begin = self._starts[bisect_right(self._starts, at) - 1]
        here = self.cast.names[bisect_left(self._names_at, begin) : bisect_left(self._names_at, at)]
        return [figure for name in here if (figure := self.cast.of(name.first)) is not None]

    def _subject_of(self, frame: int) -> Range | None:
        """The main subject of a sentence, found once; None before the first."""
        if frame not in self._mains:
            scene = self.scene
            self._mains[frame] = scene.attribution.main_subject(scene, scene.frames[frame]) if frame >= 0 else None
        return self._mains[frame]

    def _heard(self, at: int) -> tuple[int, Figure] | None:
        """Who spoke last before the word ``at``, with the word where."""
        return next((heard for heard in reversed(self._spoken) if heard[0] < at), None)

    def _led_in(self, frame: int, at: int) -> int:
        """The colon that leads in marked words before the word ``at``: "Lund saw it otherwise: “…,” he said"."""
        quoted = next(iter(self.scene.frames[frame].quoted), None)
        return quoted.first - 1 if quoted and quoted.first < at and self.scene.tags[quoted.first - 1] == ":" else at

    def _owner(self, subject: Range, pronoun: Pronoun) -> Figure | None:
        """Whom a subject stands for, where a pronoun of that kind can be theirs."""
        if self.scene.tags[slice(*subject)] == "h":
            found = self._before(subject[0], pronoun)
        else:
            heads = list(self._heads(subject))
            if len(heads) > 1:
                return None
            found = self.cast.of(heads[0].first) if heads else self._called(subject)
        return found if found is not None and _fits(found, pronoun.value) else None

    def _before(self, at: int, pronoun: Pronoun) -> Figure | None:
        """Whom a pronoun of the same kind at the word ``at`` stands for."""
        if self._reference.pronoun(self.scene.tokens, at) is not pronoun:
            return None
        if at not in self._owned:
            self._owned[at] = None
            self._owned[at] = self.of(at).figure
        return self._owned[at]

    def _is_marked(self, frame: int) -> bool:
        """Whether a sentence is nothing but marked words, or the end of a paragraph."""
        sentence = self.scene.frames[frame]
        return not self.scene.tags[sentence.first : sentence.last].strip("Q.|")

    def _body_before(self, at: int) -> Figure | None:
        """The body that is the subject of the sentence of an "it", before it, or else of the sentence before."""
        frame = bisect_right(self._starts, at) - 1
        for here in (frame, frame - 1):
            subject = self._subject_of(here)
            for name in self._heads(subject) if subject and subject[0] < at else ():
                figure = self.cast.of(name.first)
                if figure and figure.kind is not SpeakerKind.PERSON and figure.gender is None:
                    return figure
        return None

    def _ranked(self, at: int, gender: str) -> list[tuple[float, Figure]]:
        """Possible owners of a pronoun, likeliest first."""
        frame = bisect_right(self._starts, at) - 1
        weights: dict[int, float] = {}
        figures: dict[int, Figure] = {}
        addressed = self._addressed(at)
        # "Lund fits the bill, he added": whoever spoke before speaks of the subject.
        heard = self._heard(at)
        told = heard is not None and self.scene.tags[at - 1 : at] == "," and self.scene.tags[at + 1 : at + 2] in _TELLS
        spoke = heard[0] if heard else -1
        told_in = bisect_right(self._starts, spoke) - 1
        nearest = bisect_right(self._names_at, self._starts[max(0, frame - _REACH)] - 1)
        last = bisect_right(self._names_at, at)
        for name in self.cast.names[max(nearest, last - _MOST) : last]:
            figure = self.cast.of(name.first)
            if figure is None or figure is addressed or not _fits(figure, gender):
                continue
            if (
                figure.kind is None
                and len(name.words) == 1
                and self.scene.tags[name.first - 1 : name.first] in ("f", "i")
            ):
                continue
            here = bisect_right(self._starts, name.first) - 1
            subject = self._subject(name, here, at if here == frame and not told else None)
            subject *= here != told_in or name.first >= spoke  # "Lund thrilled us all, Barasa said"
            weight = self._weight(name, figure, gender, subject, frame, here)
            weights[id(figure)] = max(weights.get(id(figure), 0.0), weight)
            figures[id(figure)] = figure
        if heard:
            place, figure = heard
            if figure is not addressed and _fits(figure, gender):
                back = frame - (bisect_right(self._starts, place) - 1)
                weights[id(figure)] = weights.get(id(figure), 0.0) + _SPOKE_LAST / (1 + back / 2)
                figures[id(figure)] = figure
        return sorted(((w, figures[key]) for key, w in weights.items()), key=lambda pair: (-pair[0], pair[1].name))

    def _weight(self, name: Name, figure: Figure, gender: str, subject: float, frame: int, here: int) -> float:
        """What speaks for a mention of a possible owner of a pronoun, whose ``frame`` it is; ``here`` is its own."""
        tags = self.scene.tags
        weight = 3.0 / (1 + frame - here) + (1.0 if figure.gender == gender else 0.0) + subject
        if subject and here == frame:
            opens = tags[self._starts[frame]] == "z" and name.first <= self._starts[frame] + _TITLED
            weight += _SAME_SENTENCE + (_NAMED_LAST if opens else 0.0)
        if subject and here == frame - 1 and not self.scene.frames[here].quoted:
            weight += _NAMED_LAST
        first = here < frame and figure.first == name.first and not self._subjects[here, None]
        if first and _INTRODUCED.match(tags, name.last, self._starts[frame]):
            weight += _JUST_INTRODUCED
        if tags[name.last : name.last + 1] == "s":
            weight -= _OWNER
        return weight * (_NO_PERSON if len(figure.words) == 1 and not self._may_be_person(figure) else 1.0)

    def _addressed(self, at: int) -> Figure | None:
        """Whom the pronoun at the word ``at`` speaks to, who is somebody else: "he told Lund"."""
        verb = at + 1
        if self.scene.tags[verb : verb + 1] not in _VERBS or verb + 1 >= len(self.scene.tags):
            return None
        name = bisect_right(self._names_at, verb)
        if name == len(self._names_at) or _BETWEEN.fullmatch(self.scene.tags, verb + 1, self._names_at[name]) is None:
            return None
        return self.cast.of(self._names_at[name])

    def _may_be_person(self, figure: Figure) -> bool:
        """Whether anything shows that a name is a person's: its words, the words beside it, or that it has spoken."""
        if figure.kind is not None or figure.gender is not None or given_name(figure.words[0]) is not None:
            return True
        return any(spoken is figure for _, spoken in self._spoken)

    def _subject(self, name: Name, frame: int, before: int | None) -> float:
        """What a name has for being what the subject of its sentence is about, not a part of its description.

        Of the sentence in which the pronoun stands it is the subject ``before`` it that counts.
        """
        key = frame, before
        if key not in self._subjects:
            sentence = self.scene.frames[frame]
            if before is None:
                subject = self._subject_of(frame)
            else:
                subject = self.scene.attribution.main_subject(self.scene, sentence._replace(last=before))
            if subject and before is not None and self.scene.tags[subject[0] - 1 : subject[0]] not in _CLAUSE:
                # "When Lund spoke, she …": the subject of a clause that opens the sentence counts as well.
                opening = subject[0] == sentence.first + 1 and self.scene.tags[sentence.first] == "z"
                subject = None if subject[0] > sentence.first and not opening else subject
            self._subjects[key] = frozenset(head.first for head in self._heads(subject)) if subject else frozenset()
        return _AS_SUBJECT if name.first in self._subjects[key] else 0.0


def _fits(figure: Figure, gender: str) -> bool:
    """Whether nothing tells that a pronoun of ``gender`` is not this figure's."""
    return figure.kind is not SpeakerKind.BODY and figure.gender in (gender, None)
