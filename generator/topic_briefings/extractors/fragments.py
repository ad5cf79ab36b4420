"""Does a stray piece of text stand alone?

Machine translation and careless cutting leave words behind a finished sentence: "… could provoke Beijing. deepened."
A notice tells the reader that the words are the source's own, and that something may be missing there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from topic_briefings.knowledge import Knowledge, abbreviations
from topic_briefings.models import Notice, Span
from topic_briefings.text.document import Document

# The end of a paragraph: a whole word and its full stop, closing marks, then one or two words of their own.
# "?" and "!" are left out: they end titles and names too (“Jeopardy!” fans, Yahoo! shares).
_STRAY = re.compile(
    r"(?P<word>[^\W\d_]{2,}(?:-[^\W\d_]+)*)\.[\"”’»“)\]]*"
    r"[ \t]+(?P<stray>[^\W\d_]+(?:['’-][^\W\d_]+)*(?: [^\W\d_]+(?:['’-][^\W\d_]+)*)?[.!?])\Z"
)
# Longer than any stray piece with the word before it; a paragraph of a megabyte is searched no further back.
_REACH = 160


def extract(document: Document, knowledge: Knowledge) -> Iterator[Notice]:
    """Yield a notice for each one- or two-word fragment that ends a paragraph after a complete sentence.

    A fragment begins in lower case. The word before it must be no abbreviation ("Corp. earnings."), and a
    fragment with a verb that reports ('"Never." he said.') is a sentence of its own. A language without lower
    case has no fragments.
    """
    for paragraph in document.paragraphs:
        from_here = max(paragraph.start, paragraph.end - _REACH)
        end = document.body[from_here : paragraph.end]
        found = _STRAY.search(end) if _may_end_so(end) else None
        if found and _is_stray(found["word"], found["stray"], document.language.after_quotes()):
            span = Span(from_here + found.start("stray"), from_here + found.end("stray"))
            yield Notice(
                code="fragment",
                message=f"The words “{found['stray']}” stand alone after a complete sentence; "
                "the source may have lost the rest.",
                span=span,
                words=(found["stray"],),
            )


def _may_end_so(end: str) -> bool:
    """Whether ``end`` can end in a fragment, by its last three words: a quick look that spares most searches."""
    *before, last = end.rsplit(None, 3)[-3:] or ("",)
    return last[-1:] in (".", "!", "?") and last[0].islower() and any("." in word for word in before)


def _is_stray(word: str, stray: str, speech: frozenset[str]) -> bool:
    """Whether ``stray`` is left over, given the last ``word`` of the sentence before it."""
    if not stray.islower() or word.lower() in abbreviations() or len(word) < 3:
        return False
    words = stray[:-1].lower().split()
    return not any(part in speech for part in words)
