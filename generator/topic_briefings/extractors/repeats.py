"""Does the text say one sentence twice, word for word?

Live reports that were put together from their entries, pull quotes and careless cutting leave a sentence where it does
not belong. A notice tells the reader that it is the source's doing. A caption that says what the text says is none, nor
is a first sentence that returns alone: that was a headline or a standfirst.
"""

from __future__ import annotations

from collections.abc import Iterator

from topic_briefings.extractors.gist import is_captioned
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Notice, Span
from topic_briefings.text.document import Document

_SHORTEST = 60
"""Code points of a sentence that nobody writes twice on purpose; a refrain is shorter."""
_TWICE = 2
_SHOWN = 6
"""Words by which the sentence is shown."""


def extract(document: Document, knowledge: Knowledge) -> Iterator[Notice]:
    """Yield one notice at most: for the first sentence of ``_SHORTEST`` code points or more that returns as it was.

    It says how many do: of a text that is doubled, one would be too few.
    """
    del knowledge
    again = list(_repeated(document))
    if not again or (len(again) == 1 and _said(document, again[0]) == _said(document, document.sentences[0])):
        return
    shown = " ".join(again[0].of(document.body).split()[:_SHOWN]).strip("\"“„«'‘")
    start = document.body.find(shown, *again[0])
    place = Span(start, start + len(shown)) if start >= 0 else again[0]  # several spaces, a line that is broken
    message = f"One sentence stands twice in the text: “{shown} …”."
    if len(again) > 1:
        message = f"At least {len(again)} sentences stand twice in the text, the first of them: “{shown} …”."
    case = "several" if len(again) > 1 else ""
    yield Notice(code="repeated", message=message, span=place, case=case, words=(shown, str(len(again))))


def _repeated(document: Document) -> Iterator[Span]:
    """Where each sentence that returns does so first."""
    seen: dict[str, int] = {}
    for span in document.sentences:
        if span.end - span.start < _SHORTEST or is_captioned(document, span):
            continue
        said = _said(document, span)
        seen[said] = seen.get(said, 0) + 1
        if seen[said] == _TWICE:
            yield span


def _said(document: Document, span: Span) -> str:
    return " ".join(span.of(document.body).split())
