"""Whom a pronoun stands for: the person, or the body, that the sentences before make the likeliest.

Who spoke last, who was the subject of the sentence before, who was named last, of a fitting gender (``likeliest``).
Where two are as likely, it is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from topic_briefings.extractors.quotes.bodies import DESCRIBED, Bodies
from topic_briefings.extractors.quotes.cast import Cast, Figure
from topic_briefings.extractors.quotes.descriptions import is_verbless
from topic_briefings.extractors.quotes.identity import Identity
from topic_briefings.extractors.quotes.likeliest import Likeliest
from topic_briefings.extractors.quotes.nearby import REACHED, Nearby, fits, is_somebody
from topic_briefings.extractors.quotes.phrases import Phrases
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.extractors.quotes.unnamed import Unnamed
from topic_briefings.languages.claim import Range
from topic_briefings.languages.language import Pronoun
from topic_briefings.models import SpeakerKind

_OPENS = frozenset(",bcrz-")
"""The letters before the subject of a sentence, where it does not open it."""
_OPENS_ASIDE = frozenset("zDG")
"""The letters that open a clause which another follows: "When", "Asked whether", "Speaking"."""
_MARGIN = 0.75
"""By how much the likeliest owner must lead."""
_CENTRE = 0.87
"""How sure somebody is the owner whom the sentence before is about, where weights do not tell."""
_NEAR, _FAR = 1.75, 0.8
"""The least weight of somebody who is near enough, and what is left of the sureness of an owner farther off."""
_NO_NAME = 0.7
"""What is left of it for an owner of one word that nothing shows to be a person's name: "Carrier"."""
_TURNED = 0.7
"""What is left of it where the writer has turned to somebody else of whom no more is known."""
_BACK = 4
"""Sentences back in which somebody is looked for whom a description means."""
_FOR = re.compile(r"[bcr]?[it]([dau]*N[Nj]*),")
"""What opens a sentence about somebody whose subject is a thing: "But for | Ana Lund, | steel is the future"."""
_FIRM = 0.65
"""How sure the owner of a pronoun must be for the next one to be theirs."""
_SURE_AT_LEAST, _SURER = 0.72, 0.3
"""How sure the owner of a pronoun is, and what the share of its weight by which it leads adds.

Measured with names that were hidden as if they were pronouns: of those whose lead is a third of their weight six of
ten were right, of those that nobody else can own all; real pronouns are easier.
"""


class Owners:
    """Finds the owners of pronouns in the order in which they appear.

    ``spoken`` is who has spoken, with the word where, and grows from outside; ``unnamed`` is told from there who has
    spoken without a name.
    """

    def __init__(
        self,
        scene: Scene,
        cast: Cast,
        spoken: list[tuple[int, Figure]],
        phrases: Phrases,
    ) -> None:
        self.scene = scene
        self.cast = cast
        self._spoken = spoken
        self._phrases = phrases
        self._reference = scene.attribution.reference
        self._near = Nearby(scene, cast, spoken, phrases)
        self._likeliest = Likeliest(scene, cast, self._near)
        self.unnamed = Unnamed(scene, cast, spoken)
        self._bodies = Bodies(self._near, self.unnamed)
        self._owned: dict[int, Figure | None] = {}
        self._sure: dict[int, float] = {}

    def _unknown(self, at: int, kind: SpeakerKind) -> Identity:
        """Nobody who has a name, but perhaps a description: whoever spoke last."""
        phrase = self.unnamed.spoke_last(at, kind)
        if phrase and self.unnamed.is_named_since(at, kind):
            phrase = None
        return Identity(figure=None, kind=kind, sure=DESCRIBED if phrase else 0.3, described=phrase)

    def of(self, at: int) -> Identity:
        """Whom the pronoun at the word ``at`` stands for."""
        pronoun = self._reference.pronoun(self.scene.tokens, at)
        if pronoun is Pronoun.SEVERAL:
            back = self.scene.tokens[at].lower() in self._reference.back
            group = self.unnamed.spoke_last(at, SpeakerKind.GROUP) if back else None
            phrase = group or (self.unnamed.spoke_last(at, SpeakerKind.BODY) if back else None)
            return Identity(figure=None, kind=SpeakerKind.GROUP, sure=DESCRIBED if phrase else 0.8, described=phrase)
        if pronoun is Pronoun.NEUTER:
            return self._bodies.of(at)
        if pronoun is Pronoun.NOBODY:
            return Identity(figure=None, kind=SpeakerKind.UNNAMED, sure=0.8)
        unnamed = self.unnamed.meant(at, pronoun.value)
        if unnamed is not None or self._phrases.has_brought_in(at):
            sure = DESCRIBED if unnamed else 0.3
            return Identity(figure=None, kind=SpeakerKind.UNNAMED, sure=sure, described=unnamed)
        centre, subject = self._centre(at, pronoun)
        ranked = self._likeliest.ranked(at, pronoun.value)
        if not ranked or ranked[0][0] <= 0 or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN):
            centre = centre or self._only_person(ranked, pronoun)
            if centre is None:
                return self._unknown(at, SpeakerKind.UNNAMED)
            return Identity(figure=centre, kind=SpeakerKind.PERSON, sure=min(_CENTRE, self._sureness(subject)))
        if centre is not None and centre is not ranked[0][1] and not self._is_turned(at, ranked[0][1], centre):
            return Identity(figure=centre, kind=SpeakerKind.PERSON, sure=min(_CENTRE, self._sureness(subject)))
        lead = ranked[0][0] - (ranked[1][0] if len(ranked) > 1 else 0.0)
        owner = ranked[0][1]
        known = len(owner.words) > 1 or self._near.may_be_person(owner)
        sure = min(1.0, _SURE_AT_LEAST + _SURER * lead / max(ranked[0][0], 1.0))
        sure = max(sure, _CENTRE) if centre is owner else sure
        if centre is None and (
            (subject is not None and self._is_another(subject, at, pronoun, owner)) or self._is_past(at, pronoun, owner)
        ):
            sure *= _TURNED
        near = ranked[0][0] >= _NEAR or self._is_only(owner, at, pronoun)
        sure *= (1.0 if near else _FAR) * (1.0 if known else _NO_NAME)
        here = self._near.here(at)
        others = any(one is not owner and one.gender == pronoun.value for one in here)
        if sure >= _FIRM and known and not others:
            owner.gender = owner.gender or pronoun.value  # not Robin's in "Robin Lund blamed Ana Barasa after she"
        return Identity(figure=owner, kind=SpeakerKind.PERSON, sure=min(sure, self._sureness(subject)))

    def _sureness(self, subject: Range | None) -> float:
        """How sure it is whom the pronoun that is a subject before stands for; 1 for any other subject."""
        return self._sure.get(subject[0], 1.0) if subject else 1.0

    def _only_person(self, ranked: list[tuple[float, Figure]], pronoun: Pronoun) -> Figure | None:
        """The one of the likeliest whom a pronoun surely fits, where all others are one word: "Ana Lund of Tarn"."""
        alike = [owner for weight, owner in ranked if 0 < ranked[0][0] < weight + _MARGIN]
        known = [owner for owner in alike if owner.gender == pronoun.value]
        others = all(owner in known or len(owner.words) == 1 for owner in alike)
        return known[0] if len(known) == 1 and others else None

    def _centre(self, at: int, pronoun: Pronoun) -> tuple[Figure | None, Range | None]:
        """Whom the writer speaks of where a pronoun stands, and the subject that names them.

        Nobody where that is nobody known, and no subject where somebody has spoken since.

        The subject of its own sentence before it, else that of the sentence before: by name, by a pronoun of the same
        kind, or by a description of somebody named before. What a sentence is about stays so in the next while nothing
        takes its place (Grosz, Joshi and Weinstein, "Centering", 1995).
        """
        own = frame = self.scene.frame_of(at)
        scene = self.scene
        before = scene.frames[own]._replace(last=self._led_in(own, at))
        alone = not scene.tags[before.first : before.last].strip("Q,.|")  # "“…,” | he said": most pronouns
        subject = None if alone else scene.attribution.main_subject(scene, before)
        if subject is None or not self._owner(subject, pronoun):
            while frame == own or (frame >= 0 and self.scene.is_marked(frame)):
                frame -= 1
            subject = self._near.subject_of(frame)
        elif scene.tags[at - 1] in ",Q" and before.last == at and not self._near.is_part(at - 1):
            return None, None  # "Lund fits the bill, he added"
        found = self._owner(subject, pronoun) if subject else None
        if found is None and frame >= 0 and (match := _FOR.match(scene.tags, scene.frames[frame].first)):
            found = self._owner(match.span(1), pronoun)
        spoke = self._near.heard(at)
        since = subject[0] if subject and spoke and self._is_aside(frame, spoke[0], subject[0]) else None
        since = scene.frames[frame].first if since is None else since
        if spoke is not None and since <= spoke[0] and spoke[1] is not found:
            return None, None
        return found if found is not None and self._near.may_be_person(found) else None, subject

    def _is_only(self, owner: Figure, at: int, pronoun: Pronoun) -> bool:
        """Whether ``owner`` is named in the sentence before, and nobody yet whom the pronoun fits as well."""
        last = max((place for figure, place in self._near.named_before(at) if figure is owner), default=-1)
        if last < 0 or self.scene.frame_of(last) < self.scene.told_before(at):
            return False
        figures = (figure for figure in self.cast.figures if figure.first < at and figure is not owner)
        return owner.gender == pronoun.value and not any(fits(figure, pronoun.value) for figure in figures)

    def _is_past(self, at: int, pronoun: Pronoun, owner: Figure) -> bool:
        """Whether ``owner`` was last spoken of before the sentence before, and did not speak or somebody else came."""
        spoke = self._near.heard(at)
        heard = spoke[0] if spoke is not None and spoke[1] is owner else -1
        own = max(self.scene.starts[self.scene.frame_of(at)], at - REACHED)
        if any(self.cast.of(name.first) is owner and self._near.acts(name) for name in self.cast.names_in(own, at)):
            return False
        named = self._near.named_before(at)
        last = max([heard, *(first for figure, first in named if figure is owner)])
        between = range(self.scene.frame_of(last) + 1 if last >= 0 else 0, self.scene.frame_of(at))
        told = [frame for frame in between if not self.scene.is_marked(frame)]
        if not told or self._is_told_of(told[-1], pronoun, owner):
            return False
        others = [figure for figure, first in named if first > last and figure is not self._near.addressed(at)]
        return any(is_somebody(figure, pronoun.value) for figure in others if figure is not owner)

    def _is_told_of(self, frame: int, pronoun: Pronoun, owner: Figure) -> bool:
        """Whether a pronoun that stands for ``owner`` is what a sentence is about: "He dismisses that"."""
        subject = self._near.subject_of(frame)
        return subject is not None and self._owner(subject, pronoun) is owner

    def _is_another(self, subject: Range, at: int, pronoun: Pronoun, owner: Figure) -> bool:
        """Whether a subject is somebody of whom no more is known: the pronoun is hardly its likeliest ``owner``'s."""
        tags = self.scene.tags
        if tags[slice(*subject)] == "h":
            return False
        heads = self._phrases.heads(subject)
        if not heads:
            apposed = tags[subject[0] - 2 : subject[0]] == "N,"  # "Lund, a trader by day"
            return self._phrases.describes_one(subject) and not apposed
        figures = [self.cast.of(head.first) for head in heads]
        if owner in figures and len(figures) > 1:
            spoke = self._near.heard(at)
            return spoke is None or spoke[1] is not owner  # "Lund and Barasa took six"
        figure = figures[0]
        opens = len(heads) == 1 and not tags[subject[0] : heads[0].first].strip("uj")
        return opens and figure is not owner and (figure is None or fits(figure, pronoun.value))

    def _is_aside(self, frame: int, spoke: int, subject: int) -> bool:
        """Whether who spoke at a word did so in the clause that opens a sentence: "When Lund protested, | Barasa"."""
        tags = self.scene.tags
        first = self.scene.frames[frame].first
        if tags[first] not in _OPENS_ASIDE or not first < spoke < subject or tags[subject - 1] != ",":
            return False
        return tags[spoke] == "w" or tags[spoke - 1] != ","

    def topics(self, at: int) -> Iterator[Figure]:
        """Whom the sentences before that of the word ``at`` are about, the nearest first.

        It goes back over sentences about whoever has only been described, and over such of the paragraph as have no
        subject; a thing, a body or somebody brought in without a name ends it, and so does another who has spoken.
        """
        own = self.scene.frame_of(at)
        frames = (frame for frame in range(own - 1, -1, -1) if not self.scene.is_marked(frame))
        for frame in islice(frames, _BACK):
            found, ends = self._topic(frame, at)
            found = self._alone(at, found) if found else None
            if found is not None:
                yield found
            if ends:
                return

    def _topic(self, frame: int, at: int) -> tuple[Figure | None, bool]:
        """Whom a sentence is about, of those that may be people; and whether no sentence before it tells more."""
        subject, spoke = self._near.subject_of(frame), self._near.heard(at)
        descriptions = self._phrases.descriptions
        if spoke is not None and self.scene.frames[frame].quoted:
            since = takewhile(lambda heard: heard[0] >= self.scene.starts[frame], reversed(self._spoken))
            if len({id(figure) for place, figure in since if place < at}) == 1:
                return spoke[1], True
        if subject is None or (subject[0] > self.scene.starts[frame] and self.scene.tags[subject[0] - 1] not in _OPENS):
            apart = self.scene.frames[frame].paragraph != self.scene.frames[self.scene.frame_of(at)].paragraph
            return None, apart or subject is not None
        if self.scene.tags[slice(*subject)] == "h":
            pronoun = self._reference.pronoun(self.scene.tokens, subject[0])
            found = self._before(subject[0], pronoun) if pronoun is not None else None
        else:
            heads = self._phrases.heads(subject)
            named = self.cast.of(heads[0].first) if len(heads) == 1 else None
            found = named if heads else self._phrases.called_so(subject)
            if not heads and found is None:
                known = self.scene.tokens[subject[0]].lower() in self._reference.definite
                return None, not (known and descriptions.is_epithet(subject[0], self._phrases.noun(subject)))
        if found is None or found.kind is SpeakerKind.BODY or not self._near.may_be_person(found):
            return None, True
        spoken = spoke is not None and spoke[1] is not found and spoke[0] >= self.scene.starts[frame]
        return (None, True) if spoken else (found, False)

    def epithet(self, first: int, at: int) -> Figure | None:
        """Whom the sentences before are about, where the noun at ``at``, described from ``first`` on, may mean them."""
        descriptions = self._phrases.descriptions
        if not descriptions.is_epithet(first, at):
            return None
        here = self._near.within(first)
        spoke = self._spoken[-1][1] if self._spoken else None
        for owner in self.topics(first):
            if owner not in here and descriptions.may_be_called(owner, first, at, spoke=spoke is owner):
                return owner
        return None

    def in_office(self, owner: Figure, first: int, at: int) -> Figure:
        """``owner``, or whom the sentence before is about, where ``owner`` was once what the noun at ``at`` says."""
        if not self._phrases.descriptions.is_past(owner, first, at):
            return owner
        topic = next(self.topics(first), None)
        may = topic is not None and self._phrases.descriptions.may_be_called(topic, first, at, spoke=False)
        return topic if topic is not None and may else owner

    def _meant_by(self, phrase: Range) -> Figure | None:
        """Whom a description stands for by a role, or by what the sentence before is about."""
        return self._phrases.called_so(phrase) or self.epithet(phrase[0], self._phrases.noun(phrase))

    def _alone(self, at: int, found: Figure) -> Figure | None:
        """``found`` where its sentence names no other person before the word ``at``: "when Lund came, the builder".

        Those with whom an opening phrase without a verb deals are none: "In an interview with Lund, the builder".
        """
        if found.kind is SpeakerKind.BODY:
            return None
        opening = self.scene.tags[self.scene.starts[self.scene.frame_of(at)] : at]
        if opening[:1] == "i" and is_verbless(opening):
            return found
        others = (figure for figure in self._near.here(at) if figure is not found)
        return None if any(figure.kind is SpeakerKind.PERSON for figure in others) else found

    def _is_turned(self, at: int, likeliest: Figure, centre: Figure) -> bool:
        """Whether the words before a pronoun speak against the centre: "with Lund, he", or "he told Barasa"."""
        if centre is self._near.addressed(at):
            return True
        owners = self._near.here(at)
        return likeliest in owners and centre not in owners

    def _led_in(self, frame: int, at: int) -> int:
        """The colon that leads in marked words before the word ``at``: "Lund saw it otherwise: “…,” he said"."""
        quoted = next(iter(self.scene.frames[frame].quoted), None)
        return quoted.first - 1 if quoted and quoted.first < at and self.scene.tags[quoted.first - 1] == ":" else at

    def _owner(self, subject: Range, pronoun: Pronoun) -> Figure | None:
        """Whom a subject stands for, where a pronoun of that kind can be theirs."""
        if self.scene.tags[slice(*subject)] == "h":
            found = self._before(subject[0], pronoun)
        else:
            heads = self._phrases.heads(subject)
            if len(heads) > 1 or "ch" in self.scene.tags[slice(*subject)]:
                return None  # "Lund and I"
            found = self._near.named(heads[0], pronoun.value) if heads else self._meant_by(subject)
        return found if found is not None and fits(found, pronoun.value) else None

    def _before(self, at: int, pronoun: Pronoun) -> Figure | None:
        """Whom a pronoun of the same kind at the word ``at`` stands for."""
        if self._reference.pronoun(self.scene.tokens, at) is not pronoun:
            return None
        if at not in self._owned:
            self._owned[at] = None
            found = self.of(at)
            self._sure[at] = found.sure
            self._owned[at] = found.figure if found.sure >= _FIRM else None
        return self._owned[at]
