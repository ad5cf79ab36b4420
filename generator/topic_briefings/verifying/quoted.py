"""A quotation as a page shows it, against its record and its article: words, speaker, source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from topic_briefings.models import Article, QuotationKind, Span
from topic_briefings.pages.words import Words
from topic_briefings.verifying.markup import Block
from topic_briefings.verifying.problems import folded
from topic_briefings.verifying.rows import Row

MARKS = "\"'“”„«»‘’‚‹›`"
"""A fragment is printed with these when they stand beside it."""

CUT = "…"

Difference = tuple[int, str, str, str]
"""The line, what it is, what it shows and what it should."""


@dataclass(slots=True)
class Shown:
    """One quotation on a page, and what belongs to it."""

    anchor: str
    pieces: list[Block]
    """The quoted text, one a paragraph."""
    report: str | None
    """The article whose page or heading it stands below."""
    heading: Block | None
    """The heading that names the speaker."""
    how: Block | None = None
    """The line below: the source, or the cue and the kind."""
    context: list[Block] = field(default_factory=list)
    home: bool = False
    """Whether only its first paragraph is shown."""
    section: str = ""
    """The anchor of the heading that it stands below."""

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.pieces[0].line


def differences(shown: Shown, row: Row, body: str, beside: Iterable[Row] = ()) -> Iterator[Difference]:
    """Where the words of ``shown`` are not those of the article with this ``body``.

    Those of the rows ``beside`` may be marked in its sentences, too.
    """
    said = [block.said("bf-by", "bf-corrected") for block in shown.pieces]
    if row.kind is QuotationKind.DIRECT:
        right = list(_paragraphs(row, body))
        if shown.home and len(right) > 1:
            right = [f"{right[0]} {CUT}"]
        if said != right:
            lines = (block.line for block, text, own in zip(shown.pieces, said, right, strict=False) if text != own)
            yield next(lines, shown.line), "the quotation", " ".join(said), " ".join(right)
    else:
        yield from _context(shown.pieces[0], row, body, "the quotation", beside)
        yield from ((block.line, "the quotation", block.text, "") for block in shown.pieces[1:])
    for block in shown.context:
        yield from _context(block, row, body, "the context of", beside)


def _paragraphs(row: Row, body: str) -> Iterator[str]:
    """The fragments with the marks beside them, one text a paragraph."""
    piece: list[str] = []
    before: Span | None = None
    for span in row.fragments:
        # A record that was altered may point behind the end of the body.
        start = span.start - (body[max(0, span.start - 1) : span.start] in tuple(MARKS))
        end = span.end + (body[span.end : span.end + 1] in tuple(MARKS))
        if before and "\n" in body[before.end : start]:
            yield folded(f" {CUT} ".join(piece))
            piece = []
        piece.append(folded(body[start:end]))
        before = span
    yield folded(f" {CUT} ".join(piece))


def _context(block: Block, row: Row, body: str, what: str, beside: Iterable[Row]) -> Iterator[Difference]:
    """The sentences around a quotation must be the article's, and its words the ones marked in them."""
    said, right = block.said("bf-by", "bf-corrected"), folded(row.context.of(body))
    marked = tuple(folded(span.of(body)) for span in sorted(row.fragments or row.content))
    together = tuple(folded(span.of(body)) for span in _together((row, *beside), row.context))
    if said not in (right, f"{CUT} {right}", f"{right} {CUT}", f"{CUT} {right} {CUT}"):
        yield block.line, what, said, right
    elif block.marked() not in (marked, together):
        yield block.line, f"what is marked as {what}", " ".join(block.marked()), " ".join(marked)


def _together(rows: Iterable[Row], context: Span) -> list[Span]:
    """What is said in ``rows`` inside ``context``, in order, what overlaps as one."""
    found: list[Span] = []
    for span in sorted(span for row in rows for span in row.fragments or row.content if context.covers(span)):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def speaker(row: Row, role: str | None, article: Article, words: Words) -> str:
    """The name that a page gives the speaker of ``row``: the voice, else the article's words for a body, else none.

    This is verifying's own rule, on purpose: pages have theirs.
    """
    said = row.said_by(article) or words["not_named"]
    name = said if row.voice else said[:1].upper() + said[1:]
    return folded(f"{name}, {role}" if role else name)
