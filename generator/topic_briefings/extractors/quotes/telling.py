"""Which marked words tell a reader nothing by themselves, and so stand on no page.

Read by hand, of 52 single marked words seven were worth their place as a quotation; the others were a word of
somebody's sentence ("flexibility"), a term or a word held at arm's length. Of two, one in three was, but six of eight
where somebody is judged ("called him “an ignorant loafer”"), and nearly all that stand as a sentence or right before
their speaker's tag ("“Follow us,” she said"). Of 24 pieces of up to four words in the writer's sentence whose speaker
no page could name, eight were nobody's, and two were left unnamed rightly. They stay in the record: what is reported
has them in it.
"""

from __future__ import annotations

from dataclasses import replace

from topic_briefings.extractors.quotes.cast import Figure
from topic_briefings.extractors.quotes.confidence import THRESHOLD
from topic_briefings.extractors.quotes.fitting import Fit
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.extractors.quotes.statement import Statement, places
from topic_briefings.languages.claim import SPOKEN, CueKind
from topic_briefings.models import QuotationKind, SpeakerKind

_FEW = 2
"""Marked words that may be too few."""
_PIECE = 4
"""Marked words that are too few as a piece of the writer's sentence by nobody who can be named."""


def is_idle(scene: Scene, item: Statement, kind: QuotationKind, confidence: float) -> bool:
    """Whether the marked words of ``item``, a quotation of that ``kind``, are so few that they tell nothing alone.

    ``confidence``, from 0 to 1, is that in its speaker.
    """
    words = [word for quoted in item.quoted for word in quoted.stretch.inner.of(scene.body).split()]
    if words and len(words) <= _PIECE and kind is QuotationKind.PARTIAL and confidence < THRESHOLD:
        return True
    if not words or len(words) > _FEW or (item.fit is Fit.BESIDE and item.kind in SPOKEN):
        return False
    return len(words) == 1 or not (kind is QuotationKind.DIRECT or item.kind is CueKind.JUDGE)


def without_writer(scene: Scene, item: Statement, figure: Figure | None) -> Statement | None:
    """``item`` without marks that are left open, where they hold the name of the ``figure``: nobody speaks of himself.

    Then closing marks are missing, and which words are the writer's cannot be told. None where nothing else is quoted.
    """
    if figure is None or figure.kind is SpeakerKind.BODY:
        return item
    if not any(quoted.stretch.continues for quoted in item.quoted):
        return item
    if not any(figure.surname in scene.tokens[part.first : part.last] for part in item.quoted):
        return item
    kept = tuple(part for part in item.quoted if not part.stretch.continues)
    return replace(item, quoted=kept, content=places(kept)) if kept else None
