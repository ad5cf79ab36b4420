"""Does the text say one sentence twice, word for word?

Live reports that were put together from their entries, pull quotes and careless cutting leave a sentence where it does
not belong. A notice tells the reader that it is the source's doing.
"""

from __future__ import annotations

from collections.abc import Iterator

from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Notice, Span
from topic_briefings.text.document import Document

_SHORTEST = 60
"""Code points of a sentence that nobody writes twice on purpose; a refrain is shorter."""
_SHOWN = 6
"""Words by which the sentence is shown."""


def extract(document: Document, knowledge: Knowledge) -> Iterator[Notice]:
    """Yield one notice at most: for the first sentence of ``_SHORTEST`` code points or more that returns as it was."""
    del knowledge
    seen: set[str] = set()
    for span in document.sentences:
        if span.end - span.start < _SHORTEST:
            continue
        words = span.of(document.body).split()
        said = " ".join(words)
        if said in seen:
            shown = " ".join(words[:_SHOWN]).strip("\"“„«'‘")
            start = document.body.find(shown, span.start, span.end)
            place = Span(start, start + len(shown)) if start >= 0 else span  # several spaces, a line that is broken
            message = f"One sentence stands twice in the text: “{shown} …”."
            yield Notice(code="repeated", message=message, span=place, words=(shown,))
            return
        seen.add(said)
