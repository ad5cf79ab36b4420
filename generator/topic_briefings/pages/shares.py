"""Which of an article's quotations its page prints, and which the pages that it runs on to.

A page should open at once on a slow line too: about 40 kB of HTML. Nearly every article's quotations fit. Of an
article with more, those that say most stand on its page, and the others on numbered pages below it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from topic_briefings.models import Line, Report, Span, Voice
from topic_briefings.pages.links import anchor

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

Key = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one page prints of an article's quotations, each in order of appearance."""

    path: str
    quoted: tuple[Line, ...]
    reported: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Where the quotations of one article are printed."""

    shares: tuple[Share, ...]
    """The article's page, then those that it runs on to."""
    pages: dict[Key, str]
    anchors: dict[Key, str]

    def page(self, line: Line) -> str | None:
        """The page that prints ``line``; None where none does."""
        return self.pages.get(_key(line))

    def anchor(self, line: Line) -> str:
        """The anchor of ``line``: from its article and its words, so that other edits do not move it."""
        return self.anchors[_key(line)]


def printed(report: Report, path: str, has_page: Callable[[Voice], bool]) -> Printed:
    """Where the quotations of ``report``, whose own page is at ``path``, are printed.

    ``has_page`` tells whether a voice has a page.
    """
    found = tuple(_shares(report, path, has_page))
    return Printed(
        shares=found,
        pages={_key(line): share.path for share in found for line in share.quoted + share.reported},
        anchors=_anchors(report),
    )


def _anchors(report: Report) -> dict[Key, str]:
    """Quotations of the same words are told apart by their places."""
    places: dict[str, list[Span]] = {}
    found = {}
    for line in report.lines:
        words = " ".join(span.of(line.article.body) for span in line.quotation.fragments or line.quotation.content)
        taken = places.setdefault(words, [])
        taken.append(line.quotation.span)
        place = taken.index(line.quotation.span)
        found[_key(line)] = anchor(f"{line.article.id}\n{words}") + (f"-{place + 1}" if place else "")
    return found


def _key(line: Line) -> Key:
    """What tells the quotations of one article apart."""
    return (line.quotation.span, *(line.quotation.fragments or line.quotation.content))


def _shares(report: Report, path: str, has_page: Callable[[Voice], bool]) -> Iterator[Share]:
    quoted = [line for line in report.lines if line.quotation.fragments]
    reported = _reported(report, has_page)
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


def _reported(report: Report, has_page: Callable[[Voice], bool]) -> list[Line]:
    """The indirect statements of voices that have a page or are known to be somebody; of one inside another, the outer.

    Who is never quoted in marks has no page, and what a president claims in the lead stands on the article's all the
    same.
    """
    found: list[Line] = []
    reached = -1
    for line in sorted(report.lines, key=lambda line: (line.quotation.span.start, -line.quotation.span.end)):
        quoted = line.quotation.fragments
        inside = line.quotation.span.end <= reached  # one that was found begins no later
        if line.voice and (line.voice.known or has_page(line.voice)) and not quoted and not inside:
            found.append(line)
            reached = max(reached, line.quotation.span.end)
    return found
