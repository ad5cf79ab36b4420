"""Who has spoken without a name, and stands for a pronoun all the same: "a carpenter said … she added"."""

from __future__ import annotations

from collections.abc import Sequence

from topic_briefings.extractors.quotes.cast import Cast, Figure
from topic_briefings.extractors.quotes.nearby import REACH, fits
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.languages.claim import Range
from topic_briefings.models import SpeakerKind


class Unnamed:
    """Remembers the phrases of those who have spoken and whom nothing names.

    ``spoken`` is who has spoken by name, with the word where, and grows from outside.
    """

    def __init__(self, scene: Scene, cast: Cast, spoken: Sequence[tuple[int, Figure]]) -> None:
        self._scene = scene
        self._cast = cast
        self._spoken = spoken
        self._new: Range | None = None
        self._last: dict[SpeakerKind, Range] = {}
        self._called: dict[str, list[Range]] = {}

    def heard(self, phrase: Range, kind: SpeakerKind, noun: str | None) -> None:
        """Somebody of that ``kind`` has spoken whom the words of ``phrase`` describe.

        ``noun`` is its noun where it brings in one person: "a carpenter".
        """
        self._last[kind] = phrase
        if noun is not None:
            self._new = phrase
            self.brings_in(phrase, noun)

    def brings_in(self, phrase: Range, noun: str) -> None:
        """The words of ``phrase`` tell more of somebody than "the" and their ``noun`` will."""
        self._called.setdefault(noun, []).append(phrase)

    def is_brought_in(self, noun: str) -> bool:
        """Whether somebody of that ``noun`` has spoken."""
        return noun in self._called

    def brought_in(self, noun: str) -> Range | None:
        """The phrase that told most of the one person whom "the" and ``noun`` means: "a port official"."""
        phrases = self._called.get(noun, [])
        tokens = self._scene.tokens
        spelt = {" ".join(tokens[slice(*phrase)]).lower() for phrase in phrases}
        return phrases[0] if len(spelt) == 1 else None

    def meant(self, at: int, gender: str) -> Range | None:
        """Who was brought in without a name, spoke last, and is the pronoun at ``at``.

        Nobody where somebody was named since whom a pronoun of that ``gender`` fits.
        """
        phrase = self._new
        last = self._last.get(SpeakerKind.UNNAMED)
        if last is not None and (phrase is None or last[0] > phrase[0]) and self._is_right_before(last, at):
            phrase = last  # "said the woman. … she added"
        if phrase is None or phrase[1] > at or self._is_past(phrase, at) or self._is_another_told_of(phrase, at):
            return None
        figures = [figure for figure in self._since(phrase, at) if fits(figure, gender)]
        named = any(figure.gender == gender or figure.kind is SpeakerKind.PERSON for figure in figures)
        return None if named else phrase

    def is_named_since(self, at: int, kind: SpeakerKind) -> bool:
        """Whether a person was named between the word ``at`` and the last phrase of somebody of that ``kind``."""
        phrase = self._last.get(kind)
        return phrase is not None and any(one.kind is SpeakerKind.PERSON for one in self._since(phrase, at))

    def _since(self, phrase: Range, at: int) -> list[Figure]:
        """Who is named behind ``phrase`` and up to the word ``at``."""
        since = self._cast.names_in(phrase[1], at + 1)
        return [figure for name in since if (figure := self._cast.of(name.first)) is not None]

    def spoke_last(self, at: int, kind: SpeakerKind) -> Range | None:
        """The phrase of somebody of that ``kind`` who spoke last before the word ``at``, and near it."""
        phrase = self._last.get(kind)
        if phrase is None or phrase[0] > at or any(other[0] > phrase[0] for other in self._last.values()):
            return None
        return None if self._is_past(phrase, at) or self._is_another_told_of(phrase, at) else phrase

    def _is_another_told_of(self, phrase: Range, at: int) -> bool:
        """Whether a sentence between, in which nobody speaks, is about somebody else: "the prize moved the author"."""
        scene, own = self._scene, set(self._scene.tokens[slice(*phrase)])
        for frame in scene.frames[scene.frame_of(phrase[0]) + 1 : scene.frame_of(at)]:
            if frame.quoted or frame.cues:
                continue
            words = (scene.tokens[k] for k in range(frame.first, frame.last) if scene.tags[k] in "uN")
            if any(scene.attribution.reference.role_of(word.lower()) == "person" and word not in own for word in words):
                return True
        return False

    def _is_right_before(self, phrase: Range, at: int) -> bool:
        """Whether ``phrase`` is of the sentence before, but for marked ones, and calls nobody what the named may be."""
        scene, reference = self._scene, self._scene.attribution.reference
        words = {token.lower() for token in scene.tokens[slice(*phrase)]}
        owners = [self._cast.of(name.first) for name in self._cast.names_in(*phrase)]
        if any(owner is None or owner.kind is not SpeakerKind.BODY for owner in owners):
            return False  # "the Lund adviser", "harbour master Ana Lund"
        titles = scene.document.language.titles()
        named = not words.isdisjoint(reference.standing()) or any(word.capitalize() in titles for word in words)
        return scene.frame_of(phrase[0]) == scene.told_before(at) and not named

    def _is_past(self, phrase: Range, at: int) -> bool:
        """Whether ``phrase`` stands too far before the word ``at``, or somebody has spoken by name since."""
        named = bool(self._spoken) and self._spoken[-1][0] > phrase[0]
        return named or self._scene.frame_of(at) - self._scene.frame_of(phrase[0]) > REACH
