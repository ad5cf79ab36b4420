"""A quotation as a page shows it, and where its words are not those of its article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from topic_briefings.models import QuotationKind, Span
from topic_briefings.verifying.markup import Block
from topic_briefings.verifying.problems import folded
from topic_briefings.verifying.records import Row

_MARKS = tuple("\"'“”„«»‘’‚‹›`")
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
    about: str | None
    """The article whose page or heading it stands below."""
    under: Block | None
    """The heading that names that article."""
    heading: Block | None
    """The heading that names the speaker."""
    how: Block | None = None
    """The line below: the source, or the cue and the kind."""
    context: list[Block] = field(default_factory=list)

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.pieces[0].line


def differences(
    shown: Shown, row: Row, body: str, beside: Callable[[Row], Iterable[Row]], *, cut: bool
) -> Iterator[Difference]:
    """Where the words of ``shown`` are not those of the article with this ``body``.

    What the speaker says ``beside`` it may be marked in its sentences, too; ``cut``: only its first paragraph is shown.
    """
    said = [block.said("bf-by", "bf-corrected") for block in shown.pieces]
    context = [(block, "the context of") for block in shown.context]
    if row.kind is QuotationKind.DIRECT:
        right = list(_paragraphs(row, body))
        right = [f"{right[0]} {CUT}"] if cut and len(right) > 1 else right
        if said != right:
            at = (block.line for block, text, own in zip(shown.pieces, said, right, strict=False) if text != own)
            yield next(at, shown.line), "the quotation", " ".join(said), " ".join(right)
    else:
        context.insert(0, (shown.pieces[0], "the quotation"))
        yield from ((block.line, "the quotation", block.text, "") for block in shown.pieces[1:])
    right = [folded(row.context.of(body))]
    right += [f"{CUT} {right[0]}", f"{right[0]} {CUT}", f"{CUT} {right[0]} {CUT}"]
    for block, what in context:
        text, marked = block.said("bf-by", "bf-corrected"), block.marked()
        if text not in right:
            yield block.line, what, text, right[0]
        elif marked != (own := _marked((row,), row, body)) and marked != _marked(beside(row), row, body):
            yield block.line, f"what is marked as {what}", " ".join(marked), " ".join(own)


def _paragraphs(row: Row, body: str) -> Iterator[str]:
    """The fragments with the marks beside them, one text a paragraph."""
    piece: list[str] = []
    before: Span | None = None
    for span in row.fragments:
        # A record that was altered may point behind the end of the body.
        start = span.start - (body[max(0, span.start - 1) : span.start] in _MARKS)
        end = span.end + (body[span.end : span.end + 1] in _MARKS)
        if before and "\n" in body[before.end : start]:
            yield folded(f" {CUT} ".join(piece))
            piece = []
        piece.append(folded(body[start:end]))
        before = span
    yield folded(f" {CUT} ".join(piece))


def _marked(rows: Iterable[Row], row: Row, body: str) -> tuple[str, ...]:
    """What is said in ``rows`` inside the sentences of ``row``, in order; what overlaps with another row's is one."""
    found: list[Span] = []
    spans = {span for one in rows for span in one.fragments or one.content if one is row or row.context.covers(span)}
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(folded(span.of(body)) for span in found)
