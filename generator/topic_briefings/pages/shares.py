"""Which of an article's quotations its page prints, and which the pages that it runs on to.

A page should open at once on a slow line too: about 40 kB of HTML. Nearly every article's quotations fit. Of an
article with more, those that say most stand on its page, and the others on numbered pages below it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from topic_briefings.models import Line, Report, Span
from topic_briefings.pages.site import Site

ROOM, FURTHER = 15_500, 20_000
"""Bytes that quotations may take on an article's page, which has much else, and on one that it runs on to."""
ASIDE = 3_000
"""Of these, what indirect statements may take where there is not room for all."""
LEAST = 4_000
"""What quotations may take in any case."""
FRAME, ASIDE_FRAME, LINK, EVIDENCE = 560, 170, 170, 400
"""Bytes around the words of a quotation, of an indirect statement, of a link to the sentence in the original, and what
the evidence for a country takes.

Measured on pages of real articles, with the data for machines and for the script.
"""
ADDRESS = 48
"""Characters of the address that a site will have, which is not known when its pages are written: a long one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one page prints of an article's quotations, each in order of appearance."""

    path: str
    quoted: tuple[Line, ...]
    reported: tuple[Line, ...]


def shares(site: Site, report: Report) -> tuple[Share, ...]:
    """The article's page, then those that it runs on to."""
    key = report.article.id
    if key not in site.shares:
        site.shares[key] = tuple(_shares(site, report))
    return site.shares[key]


def page_of(site: Site, line: Line) -> str | None:
    """The page of its article that prints ``line``; None where none does."""
    key = line.article.id
    if key not in site.places:
        found = shares(site, site.report(key))
        site.places[key] = {_key(other): s.path for s in found for other in s.quoted + s.reported}
    return site.places[key].get(_key(line))


def _key(line: Line) -> tuple[Span, ...]:
    """What tells the quotations of one article apart."""
    return (line.quotation.span, *(line.quotation.fragments or line.quotation.content))


def _shares(site: Site, report: Report) -> Iterator[Share]:
    path = site.article(report.article).path
    quoted = [line for line in report.lines if line.quotation.fragments]
    reported = _reported(site, report)
    evidence = EVIDENCE * max(0, len(report.analysis.countries) - 3)
    room = max(ROOM - evidence, LEAST)
    address = ADDRESS + len(path)  # a finished site's data for machines name each quotation's whole address
    room -= address * min(len(quoted), room // (FRAME + address))
    aside = sum(map(_weight, reported))
    if sum(map(_weight, quoted)) + aside > room:
        aside = min(aside, ASIDE)
    first, second = _telling(quoted, room - aside), _telling(reported, aside)
    yield Share(path=path, quoted=tuple(first), reported=tuple(second))
    rest = _parts(_without(quoted, first), _without(reported, second))
    for number, (marked, unmarked) in enumerate(rest, 2):
        below = f"{path.removesuffix('.md')}/{number}.md"
        yield Share(path=below, quoted=tuple(marked), reported=tuple(unmarked))


def _telling(lines: list[Line], room: int) -> list[Line]:
    """The most salient of ``lines`` for which there is ``room``, in their order; at least one."""
    kept: list[Line] = []
    for line in sorted(lines, key=lambda line: (-line.quotation.salience, line.quotation.span)):
        room -= _weight(line)
        if kept and room < 0:
            break
        kept.append(line)
    return _without(lines, _without(lines, kept))


def _without(lines: list[Line], others: Collection[Line]) -> list[Line]:
    taken = set(map(id, others))
    return [line for line in lines if id(line) not in taken]


def _parts(quoted: list[Line], reported: list[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """What the first page has no room for, page by page: first all in marks, then the indirect statements."""
    part: tuple[list[Line], list[Line]] = [], []
    room = FURTHER
    for line in (*quoted, *reported):
        # Those pages have no data for machines.
        weight = _weight(line) * 3 // 4 if line.quotation.fragments else _weight(line)
        if weight > room and any(part):
            yield part
            part, room = ([], []), FURTHER
        part[0 if line.quotation.fragments else 1].append(line)
        room -= weight
    if any(part):
        yield part


def _weight(line: Line) -> int:
    """About how many bytes of HTML ``line`` takes.

    Words in marks stand there up to three times: as shown, in context, and for machines.
    """
    body, quotation, url = line.article.body, line.quotation, line.article.url
    whole = _size(body[quotation.span.start : quotation.span.end])
    if not quotation.fragments:
        return whole + ASIDE_FRAME
    said = sum(_size(span.of(body)) for span in quotation.fragments)
    return whole + 2 * said + FRAME + (LINK + len(url) if url else 0)


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


def _reported(site: Site, report: Report) -> list[Line]:
    """The indirect statements of voices that are quoted in marks too; of one inside another, the outer."""
    found: list[Line] = []
    for line in sorted(report.lines, key=lambda line: (line.quotation.span.start, -line.quotation.span.end)):
        quoted = line.quotation.fragments
        inside = any(other.quotation.span.covers(line.quotation.span) for other in found)
        if line.voice and site.has_page(line.voice) and not quoted and not inside:
            found.append(line)
    return found
