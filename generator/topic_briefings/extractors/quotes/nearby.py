"""What stands near a pronoun: who is named and who is the subject in the sentences before it, and who spoke last."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from topic_briefings.extractors.quotes.cast import Cast, Figure
from topic_briefings.extractors.quotes.phrases import Phrases
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.languages.claim import Range
from topic_briefings.languages.names import Name, given_name
from topic_briefings.models import SpeakerKind

_CLAUSE = frozenset(",.|c-")
"""The letters after which a main clause begins inside a sentence."""
_OPENS = _CLAUSE | frozenset("b:(")
"""The letters after which one may begin with a name."""
REACH, REACHED = 6, 70
"""Sentences back in which a pronoun's owner is looked for, and words of each for whoever was named in it."""
TITLED = 3
"""Words from the beginning of a sentence to the name that is the subject of its first clause: "When Mr. Lund"."""
_VERBS = frozenset("VDvp")
"""The letters of a verb in the third person or the past."""
_TITLE, _ASIDE = 8, 40
"""Words before a name that may be its title, and behind it that may be an aside."""
_ACTS = re.compile(r"(?:,[^.|;:Q]*,|\([^)]*\),?(?:[^.|;:Q,]*,)?|-[^.|;:Q]*-)?r*(?:[VDvpxHB]|sB)")
"""What stands behind a name that is the subject of a clause: a verb, where need be after an aside."""
_BETWEEN = re.compile(r"[uja]*")
"""What may stand between a verb and the name of whom it addresses: a title."""


class Nearby:
    """Answers what the rules of pronouns ask about the words before a place of the article.

    ``spoken`` is who has spoken, with the word where, and grows from outside.
    """

    def __init__(
        self,
        scene: Scene,
        cast: Cast,
        spoken: Sequence[tuple[int, Figure]],
        phrases: Phrases,
    ) -> None:
        self.scene = scene
        self.cast = cast
        self.spoken = spoken
        self.phrases = phrases
        self._mains: dict[int, Range | None] = {}
        self._subjects: dict[tuple[int, int | None], frozenset[int]] = {}

    def here(self, at: int) -> list[Figure]:
        """Who is named in a sentence before the word ``at``."""
        here = self.cast.names_in(self.scene.starts[self.scene.frame_of(at)], at)
        return [figure for name in here if (figure := self.cast.of(name.first)) is not None]

    def within(self, at: int) -> list[Figure]:
        """Who is named in the writer's words of the sentence of the word ``at``."""
        frame = self.scene.frames[self.scene.frame_of(at)]
        names = self.cast.names_in(frame.first, frame.last)
        return [f for name in names if self.scene.tags[name.first] != "Q" and (f := self.cast.of(name.first))]

    def subject_of(self, frame: int) -> Range | None:
        """The main subject of a sentence, found once; None before the first."""
        if frame not in self._mains:
            scene = self.scene
            self._mains[frame] = scene.attribution.main_subject(scene, scene.frames[frame]) if frame >= 0 else None
        return self._mains[frame]

    def heard(self, at: int) -> tuple[int, Figure] | None:
        """Who spoke last before the word ``at``, with the word where."""
        return next((heard for heard in reversed(self.spoken) if heard[0] < at), None)

    def named_before(self, at: int) -> list[tuple[Figure, int]]:
        """Who is named in the writer's words of the sentences before that of the word ``at``, and where."""
        own = self.scene.frame_of(at)
        start = self.scene.starts[own]
        names = self.cast.names_in(max(self.scene.starts[max(0, own - REACH)], start - REACH * REACHED), start)
        outside = (name for name in names if self.scene.tags[name.first] != "Q")
        return [(figure, name.first) for name in outside if (figure := self.cast.of(name.first)) is not None]

    def named(self, name: Name, gender: str) -> Figure | None:
        """Who bears a name; of two whose surname it is, the one whom a pronoun of ``gender`` fits."""
        rivals = self.cast.rivals(name.first)
        if not rivals:
            return self.cast.of(name.first)
        fitting = [figure for figure in rivals if fits(figure, gender)]
        return fitting[0] if len(fitting) == 1 else self.cast.of(name.first)

    def is_part(self, at: int) -> bool:
        """Whether marked words that end at the word ``at`` are part of the writer's clause: "called it “old,” he"."""
        tags, start = self.scene.tags, self.scene.starts[self.scene.frame_of(at)]
        first = start + len(tags[start : at + 1].rstrip("Q"))
        opening = self.scene.tokens[first + 1 : first + 2]
        lower = first < at and opening[0].islower()
        return lower and tags[first - 1 : first] not in ("", ",", ".", "|", ":", "-", "c", "b")

    def addressed(self, at: int) -> Figure | None:
        """Whom the pronoun at the word ``at`` speaks to, who is somebody else: "he told Lund"."""
        verb = at + 1
        if self.scene.tags[verb : verb + 1] not in _VERBS or verb + 1 >= len(self.scene.tags):
            return None
        names_at = self.cast.names_at
        name = bisect_right(names_at, verb)
        if name == len(names_at) or _BETWEEN.fullmatch(self.scene.tags, verb + 1, names_at[name]) is None:
            return None
        return self.cast.of(names_at[name])

    def may_be_person(self, figure: Figure) -> bool:
        """Whether anything shows that a name is a person's: its words, the words beside it, or that it has spoken."""
        if figure.kind is not None or figure.gender is not None or given_name(figure.words[0]) is not None:
            return True
        return any(spoken is figure for _, spoken in self.spoken)

    def is_subject(self, name: Name, frame: int, before: int | None) -> bool:
        """Whether a name is what the subject of its sentence is about, not a part of its description.

        Of the sentence in which the pronoun stands it is the subject ``before`` it that counts.
        """
        return name.first in self.subjects(frame, before) or self.acts(name)

    def subjects(self, frame: int, before: int | None) -> frozenset[int]:
        """Where the names begin that the subject of a sentence is about, of what stands ``before`` a word if any."""
        key = frame, before
        if key not in self._subjects:
            sentence = self.scene.frames[frame]
            if before is None:
                subject = self.subject_of(frame)
            else:
                subject = self.scene.attribution.main_subject(self.scene, sentence._replace(last=before))
            if subject and before is not None and self.scene.tags[subject[0] - 1 : subject[0]] not in _CLAUSE:
                # "When Lund spoke, she …": the subject of a clause that opens the sentence counts as well.
                start = sentence.first + (self.scene.tags[sentence.first] in "bc")
                opening = subject[0] <= start + TITLED and self.scene.tags[start] == "z"
                subject = None if subject[0] > sentence.first and not opening else subject
            heads = self.phrases.heads(subject) if subject else ()
            self._subjects[key] = frozenset(head.first for head in heads)
        return self._subjects[key]

    def acts(self, name: Name) -> bool:
        """Whether a name is the subject of a main clause, "Former mayor Lund left", or of an inserted "said Lund"."""
        tags, start = self.scene.tags, self.scene.starts[self.scene.frame_of(name.first)]
        before = tags[max(start, name.first - _TITLE) : name.first].rstrip("amNnuj").removesuffix("d")
        if before.endswith((",V", ",D")):
            return True
        opens = before[-1:] in _OPENS if before else name.first - start <= _TITLE
        return opens and _ACTS.match(tags, name.last, name.last + _ASIDE) is not None


def fits(figure: Figure, gender: str) -> bool:
    """Whether nothing tells that a pronoun of ``gender`` is not this figure's."""
    return (figure.gender is None or figure.gender == gender) and figure.kind is not SpeakerKind.BODY


def is_somebody(figure: Figure, gender: str) -> bool:
    """Whether a figure is a person whom a pronoun of ``gender`` fits."""
    full = figure.kind is SpeakerKind.PERSON and len(figure.words) > 1
    return fits(figure, gender) and (full or figure.gender == gender)
