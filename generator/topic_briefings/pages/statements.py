"""What one voice says in one article, each sentence once, however many statements stand in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from topic_briefings.models import Line, QuotationKind, Span
from topic_briefings.pages.context import in_context, sentences_around, window
from topic_briefings.pages.quoted import QuoteView, quote
from topic_briefings.pages.site import Site

_STRETCH = 1_000
"""Characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement as it is shown, and those that its sentences show too."""

    line: Line
    lines: tuple[Line, ...]
    """``line`` first."""
    marked: tuple[Span, ...] = ()
    """What is marked in its sentences, where that is more than its own words."""


def once(lines: Sequence[Line]) -> list[Told]:
    """``lines`` of one voice in one article, in order of appearance, without those that stand in another's sentences.

    A statement without marks is left out beside a quotation whose sentences hold it. A quotation that is printed with
    its sentences shows all that is in marks there.
    """
    around = {id(line): sentences_around(line) for line in lines}
    hosts: list[list[Line]] = []
    reaching: dict[int, list[list[Line]]] = defaultdict(list)  # into each stretch of the text, so that few are asked
    for line in sorted(lines, key=lambda line: (_rank(line), -_length(around[id(line)]), line.quotation.span)):
        own = around[id(line)]
        near = reaching[own.start // _STRETCH]
        host = next((told for told in near if around[id(told[0])].covers(own) and _shows(told[0], line)), None)
        if host is None:
            hosts.append([line])
            for stretch in range(own.start // _STRETCH, own.end // _STRETCH + 1):
                reaching[stretch].append(hosts[-1])
        else:
            host.append(line)
    told = (Told(line=host[0], lines=tuple(host), marked=_marked(host, around[id(host[0])])) for host in hosts)
    return sorted(told, key=lambda one: one.line.quotation.span)


def told_quote(site: Site, told: Told, heading: str) -> QuoteView:
    """The view of what is ``told`` below a ``heading`` that names the speaker."""
    view = quote(site, told.line, heading)
    if not told.marked:
        return view
    context = in_context(told.line.article.body, sentences_around(told.line), told.marked)
    return replace(view, pieces=(context,), context=context)


def _rank(line: Line) -> int:
    """What shows most of its sentences comes first: printed whole with marks, then words in marks, then the rest."""
    if not line.quotation.fragments:
        return 2
    return int(line.quotation.kind is QuotationKind.DIRECT)


def _length(span: Span) -> int:
    """Characters."""
    return span.end - span.start


def _shows(host: Line, line: Line) -> bool:
    """Whether a page that shows ``host`` need not show ``line``, whose sentences are among its own."""
    if not line.quotation.fragments:
        return True
    whole = host.quotation.fragments and host.quotation.kind is not QuotationKind.DIRECT
    return bool(whole) and not _is_cut(host)


def _is_cut(line: Line) -> bool:
    """Whether its sentences are too long to be shown whole."""
    around = sentences_around(line)
    return window(line.article.body, around, line.quotation.fragments or line.quotation.content) != around


def _marked(host: Sequence[Line], around: Span) -> tuple[Span, ...]:
    """What is marked in the sentences of the first of ``host``; empty where that is its own words alone."""
    first = host[0]
    if len(host) == 1 or _rank(first) == 1 or _is_cut(first):
        return ()
    alike = [line for line in host if bool(line.quotation.fragments) == bool(first.quotation.fragments)]
    spans = [span for line in alike for span in line.quotation.fragments or line.quotation.content]
    return _joined(span for span in spans if around.covers(span)) if len(alike) > 1 else ()


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """``spans`` in order, those that overlap as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
