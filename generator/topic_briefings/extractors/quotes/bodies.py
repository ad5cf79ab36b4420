"""Whom an "it" stands for: the body that the sentence before is about, or that spoke last."""

from __future__ import annotations

from topic_briefings.extractors.quotes.cast import Figure
from topic_briefings.extractors.quotes.identity import Identity
from topic_briefings.extractors.quotes.nearby import Nearby
from topic_briefings.extractors.quotes.unnamed import Unnamed
from topic_briefings.models import SpeakerKind

_SUBJECT, _SPOKE = 0.87, 0.6
"""How sure the owner of an "it" is: the subject of its sentence or of the one before, or a body that spoke there; and
one that spoke earlier."""
DESCRIBED = 0.9
"""How sure it is that a pronoun stands for whoever spoke last, where that is somebody without a name."""


class Bodies:
    """Finds the owners of "it" by what stands ``near``, and by who has spoken without a name."""

    def __init__(self, near: Nearby, unnamed: Unnamed) -> None:
        self._near = near
        self._unnamed = unnamed

    def of(self, at: int) -> Identity:
        """Whom an "it" at the word ``at`` stands for."""
        figure, sure, scene = self._before(at), _SUBJECT, self._near.scene
        if figure is None and (phrase := self._unnamed.spoke_last(at, SpeakerKind.BODY)):
            return Identity(figure=None, kind=SpeakerKind.BODY, sure=DESCRIBED, described=phrase)
        if figure is None:
            bodies = (spoke for spoke in reversed(self._near.spoken) if spoke[1].kind is SpeakerKind.BODY)
            place, figure = next(bodies, (0, None))
            near = scene.frame_of(place) >= scene.told_before(at)
            sure = _SUBJECT if figure and near else _SPOKE
        return Identity(figure=figure, kind=SpeakerKind.BODY, sure=sure)

    def _before(self, at: int) -> Figure | None:
        """The body that is the subject of the sentence of an "it", before it, or else of the sentence before."""
        frame = self._near.scene.frame_of(at)
        for here in (frame, frame - 1):
            subject = self._near.subject_of(here)
            for name in self._near.phrases.heads(subject) if subject and subject[0] < at else ():
                figure = self._near.cast.of(name.first)
                if figure and figure.kind is not SpeakerKind.PERSON and figure.gender is None:
                    return figure
        return None
