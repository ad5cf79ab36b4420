"""Who said what?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge import Knowledge
from generator.models import Finding, Quotation, QuotationKind, SpeakerKind, SpeakerMention
from generator.quotes.attribution import Attribution, attributions
from generator.quotes.scene import Scene
from generator.text.document import Document

THRESHOLD = 0.6
"""The least confidence at which a page names the speaker."""


def extract(document: Document, knowledge: Knowledge) -> Iterator[Finding]:
    """Yield each quotation of ``document``, in order of appearance."""
    scene = Scene(document)
    for item in attributions(scene):
        yield _quotation(scene, item)


def _quotation(scene: Scene, item: Attribution) -> Quotation:
    fragments = tuple(quoted.stretch.inner for quoted in item.quoted)
    content = tuple(scene.span(*part) for part in item.content)
    first, last = (fragments or content)[0], (fragments or content)[-1]
    kind = QuotationKind.DIRECT if fragments else QuotationKind.INDIRECT
    return Quotation(
        span=type(first)(first.start, last.end),
        fragments=fragments,
        content=content,
        kind=kind,
        cue=scene.span(*item.cue) if item.cue else None,
        speaker=SpeakerMention(span=scene.span(*item.speaker), name=None, kind=SpeakerKind.PERSON)
        if item.speaker
        else None,
        confidence=0.5,
        salience=0.5,
    )
