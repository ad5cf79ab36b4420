"""Where quotation marks open and close.

Straight, curly, low-high, guillemets and doubled marks may be mixed in one text, and writers close one kind
with another; so a mark is judged by its neighbours first and by its shape second. Corner brackets and single
guillemets alone are closed by their own partner and by nothing else. Marks are matched inside one paragraph. A
quotation over several paragraphs opens again in each and closes once: there a paragraph that leaves its mark open,
followed by one that begins with the same opening mark, is quoted to its end.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from topic_briefings.models import Span

# A class of characters first, which is looked for quickly; single marks, mostly apostrophes, are none. Of three
# straight ones before no word the last two close.
_MARK = re.compile(
    r"[\"“”„‟«»″＂‹›「」『』﹁﹂﹃﹄｢｣〝〞〟״'`´’‘‚,<>]"
    r"(?:(?<=[\"“”„‟«»″＂‹›「」『』﹁﹂﹃﹄｢｣〝〞〟״‚])|(?<=')'(?!'(?!\w))|(?<=`)`|(?<=´)´|(?<=’)’|(?<=‘)‘|(?<=,),(?=\w)"
    r"|(?<=<)<(?!<)|(?<=>)>(?!>))"
)
_LOW = re.compile(rf"{_MARK.pattern}|‘")
"""The same in a text that opens single marks low, as German does: there "‘" closes what "‚" has opened."""
_OPENERS = frozenset(("“", "„", "‟", "``", "‘‘", ",,", "〝"))
_PARTNERS = {"「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄", "｢": "｣", "‹": "›", "‚": "‘"}
"""Marks that only their partner closes."""
_TYPED = {"<<": "«", ">>": "»"}
"""What is typed for marks that a keyboard lacks."""
_CLOSERS = frozenset(_PARTNERS.values())
_GERSHAYIM = re.compile(r"(?<=[\u05d0-\u05ea])[\"״”“](?=[\u05d0-\u05ea])")
"""The mark inside a Hebrew abbreviation, before its last letter."""
_INWARDS = re.compile(r"[^«»]*+(?:(?<![\S])»(?=[\s\w])|(?<=[(\[–—-])»)[^»]*«")
"""A text whose guillemets point inwards, as German ones do: the first that it has opens."""
_OPENED_WITH = frozenset("¿¡“‘[(…‹")
"""What a quotation may begin with, besides a word."""
_CLOSE_BEFORE = frozenset(".,;:!?)]…—–-")
_OPEN_AFTER = frozenset("([{—–-/ \t\u00a0\u202f\u2009")


class Stretch(NamedTuple):
    """A stretch in quotation marks."""

    outer: Span
    """With its marks."""
    inner: Span
    """What stands between them, to the letter."""
    continues: bool = False
    """The paragraph ends while the quotation goes on in the next one."""


class _Mark(NamedTuple):
    start: int
    end: int
    opens: bool
    closes: bool
    partner: str = ""
    """The only mark that closes it; of a closing one, itself. Empty where any will do."""


def stretches(text: str, paragraphs: Sequence[Span]) -> tuple[Stretch, ...]:
    """The outermost quoted stretches of ``text`` in order; ``paragraphs`` are spans that none crosses."""
    starts = [paragraph.start for paragraph in paragraphs]
    marks: dict[int, list[_Mark]] = {}
    for mark in _marks(text):
        marks.setdefault(bisect_right(starts, mark.start) - 1, []).append(mark)
    if not marks:
        return tuple(stretch for paragraph in paragraphs for stretch in _single(text, paragraph))
    found: list[Stretch] = []
    for number, inside in marks.items():
        following = marks.get(number + 1)
        begins_open = following is not None and following[0].start == starts[number + 1] and following[0].opens
        pairs = _pair(text, inside, paragraphs[number].end, begins_open)
        # Marks with nothing between them ("““") quote nobody.
        found.extend(_tight(text, stretch) for stretch in pairs if any(map(str.isalnum, stretch.inner.of(text))))
    if not found:
        return tuple(stretch for paragraph in paragraphs for stretch in _single(text, paragraph))
    return tuple(_outermost(text, paragraphs, found))


def _tight(text: str, stretch: Stretch) -> Stretch:
    """``stretch`` without the spaces that French and some German print sets inside the marks."""
    inner = stretch.inner.of(text)
    if not inner[0].isspace() and not inner[-1].isspace():
        return stretch
    start = stretch.inner.start + len(inner) - len(inner.lstrip())
    return stretch._replace(inner=Span(start, stretch.inner.end - len(inner) + len(inner.rstrip())))


_SINGLE_OPEN = re.compile(r"(?<![\w'‘’])(?:‘(?=[\w\[…])|'(?=[A-Z\[…]))")
_SINGLE_CLOSE = re.compile(r"[’'](?<=[,.?!…].)(?!\w)")
_SENTENCE_END = re.compile(r"[.!?]\s+[A-Z]")
_GOES_ON = re.compile(r"[’'](?:(?<=,.)(?=\s\w)|(?<=[?!].)(?=\s[a-z]))")
"""A single mark that closes what somebody said, with the writer's own words behind it."""
_LED_IN = re.compile(r"['‘](?<=[:,] .)(?=[A-Z])")
"""A single mark that opens what the writer has led in."""
_SENTENCE = frozenset(",.?!…")
_STOPS = frozenset(".?!…")
_BEFORE_OPEN = frozenset((*'.?!…,:;"”', ""))
"""What stands before the mark that opens whole sentences; nothing at the beginning."""
_BACK = 3
"""Characters before a mark in which that is looked for."""
_SINGLE_WORD = re.compile(r"[’'](?<=[^\Ws].)(?!\w)")
"""A mark after a word that is no plural's apostrophe."""
_SINGLE_WORDS = re.compile(r"(?<=[\w)])[’'](?!\w)")


def _single(text: str, paragraph: Span) -> Iterator[Stretch]:
    """Stretches in single marks, which British print puts outermost, in a text without double ones.

    A close needs a comma or a full stop before it, since an apostrophe looks the same ("the dogs’ bowls"); a curly
    opening mark may also close after a word, where nothing better follows in its sentence.
    """
    opens = list(_SINGLE_OPEN.finditer(text, paragraph.start, paragraph.end))
    strong = [match.start() for match in _SINGLE_CLOSE.finditer(text, paragraph.start, paragraph.end)] if opens else []
    weak = [match.start() for match in _SINGLE_WORDS.finditer(text, paragraph.start, paragraph.end)] if opens else []
    at = paragraph.start
    for number, match in enumerate(opens):
        if match.start() < at:
            continue
        close = _following(strong, match.end())
        word = _following(weak, match.end()) if match[0] == "‘" else None
        end = opens[number + 1].start() if number + 1 < len(opens) else paragraph.end
        if word is not None and (close is None or close > end or _SENTENCE_END.search(text, word + 1, close)):
            close = word
        if close is not None:
            at = close + 1
            yield Stretch(outer=Span(match.start(), at), inner=Span(match.end(), close))


def _outermost(text: str, paragraphs: Sequence[Span], double: list[Stretch]) -> list[Stretch]:
    """The stretches in double marks and those in single ones around or beside them, in order.

    American print has single marks in its headlines and inside the others alone; so they count only where the writer
    leads one in or goes on behind one somewhere ("…,’ said Lund"). In such a text a single mark closes only after a
    comma or a full stop, and nothing closes before it does but the apostrophe of a plural ("the dockers’ wives"): a
    word held at arm's length is no quotation.
    """
    starts = [stretch.outer.start for stretch in double]
    ends = [stretch.outer.end for stretch in double]
    of_writer = (match.start() for pattern in (_GOES_ON, _LED_IN) for match in pattern.finditer(text))
    if all(_holds(double, starts, place) for place in of_writer):
        return double
    single: list[Stretch] = []
    covered: set[int] = set()
    for stretch in (stretch for paragraph in paragraphs for stretch in _single(text, paragraph)):
        inside = range(bisect_right(ends, stretch.outer.start), bisect_left(starts, stretch.outer.end))
        if _is_whole(text, stretch.inner) and all(stretch.inner.covers(double[at].outer) for at in inside):
            single.append(stretch)
            covered.update(inside)
    return sorted(single + [stretch for at, stretch in enumerate(double) if at not in covered])


def _holds(double: list[Stretch], starts: list[int], place: int) -> bool:
    """Whether the character at ``place`` stands in one of the stretches, of which ``starts`` are the beginnings."""
    at = bisect_right(starts, place) - 1
    return at >= 0 and place < double[at].outer.end


def _is_whole(text: str, inner: Span) -> bool:
    """Whether the stretch in single marks ends like a sentence, and not before."""
    return text[inner.end - 1] in _SENTENCE and not _SINGLE_WORD.search(text, inner.start, inner.end)


def _following(places: list[int], start: int) -> int | None:
    """The first of ``places`` at ``start`` or after it."""
    at = bisect_left(places, start)
    return places[at] if at < len(places) else None


def _marks(text: str) -> Iterator[_Mark]:
    """The marks that can open or close; apostrophes, feet and inches are none."""
    inwards = "»" in text and _INWARDS.match(text) is not None
    for match in (_LOW if "‚" in text else _MARK).finditer(text):
        start, end = match.span()
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        mark = match[0]
        if mark in _PARTNERS or mark in _CLOSERS:
            yield _Mark(start, end, mark in _PARTNERS, mark in _CLOSERS, _PARTNERS.get(mark, mark))
            continue
        if inwards and mark in "»«" and before.isspace() and (after.isspace() or after in _CLOSE_BEFORE):
            yield _Mark(start, end, mark == "»", mark == "«")
            continue
        opens, closes = _turn(mark, before, after)
        if mark in '"״”“' and _GERSHAYIM.match(text, start):
            continue
        if mark in '"″' and before.isdigit() and not after.isalnum() and not closes:
            continue
        yield _Mark(start, end, opens, closes)


@lru_cache(maxsize=4_096)
def _turn(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a double mark can open and whether it can close, by its neighbours and its shape."""
    tight_before, tight_after = not before.isspace() and before not in _OPEN_AFTER, not after.isspace()
    if mark in _OPENERS and not (tight_before and not tight_after):
        # German closes with “ what „ has opened; there the mark leans on the word before it.
        leans = mark == "“" and tight_before and not after.isalnum()
        return not leans, leans
    mark = _TYPED.get(mark, mark)
    if mark == "«" or mark == "»":
        return _guillemet(mark, before, after, tight_before=tight_before)
    if mark in "”’’〞〟" and not (tight_after and not tight_before):
        return False, True
    if tight_before and not tight_after:
        return False, True
    if tight_after and not tight_before:
        return True, False
    if before in _CLOSE_BEFORE and tight_before:
        return after.isalnum() and before in "—–-(.!?", True
    return True, True


def _guillemet(mark: str, before: str, after: str, *, tight_before: bool) -> tuple[bool, bool]:
    """The same of « and »: turned outwards or inwards, tight or, as in French, with a space inside."""
    if mark == "«" and after.isspace() and (before in "'’" or not tight_before):
        return True, False
    if mark == "»" and before.isspace() and (after.isspace() or after in _CLOSE_BEFORE):
        return False, True
    begins = after.isalnum() or (mark == "«" and after in _OPENED_WITH)
    return begins and not before.isalnum(), tight_before and not begins


def _pair(text: str, marks: list[_Mark], end: int, goes_on: bool) -> Iterator[Stretch]:
    """Join each opening mark with the closing one; one left open costs nothing but itself.

    Where the next paragraph ``goes_on`` with a mark, what is left open reaches to the ``end`` of this one.
    """
    opened: _Mark | None = None
    depth = 0
    left = _closing(marks)
    for at, mark in enumerate(marks):
        left[mark.partner] -= mark.closes
        if opened is None or (mark.partner != opened.partner and not left[opened.partner]):
            if mark.opens and (not mark.partner or left[mark.partner]):
                opened, depth = mark, 0
        elif mark.partner != opened.partner:
            continue  # marks of another kind inside
        elif mark.closes or _has_slipped(text, opened, mark, marks[at + 1 : at + 2]):
            if depth:
                depth -= 1
            else:
                yield Stretch(outer=Span(opened.start, mark.end), inner=Span(opened.end, mark.start))
                opened = None
        elif left[mark.partner] > depth + 1 if mark.partner else _nested(marks, at):
            depth += 1
        else:
            if _is_opened_again(text, opened, mark):
                end_of_part = mark.start - 1
                outer, inner = Span(opened.start, end_of_part), Span(opened.end, end_of_part)
                yield Stretch(outer=outer, inner=inner, continues=True)
            opened, depth = mark, 0
    if opened is not None and goes_on:
        yield Stretch(outer=Span(opened.start, end), inner=Span(opened.end, end), continues=True)


def _closing(marks: list[_Mark]) -> defaultdict[str, int]:
    """How many of the marks close, by the partner that they close."""
    left: defaultdict[str, int] = defaultdict(int)
    for mark in marks:
        left[mark.partner] += mark.closes
    return left


def _is_opened_again(text: str, opened: _Mark, mark: _Mark) -> bool:
    """Whether a quotation of several paragraphs, whose breaks are lost, opens again with the same mark at a sentence.

    Then both begin with a capital, the first where a quotation can begin: behind a stop, a comma or a colon.
    """
    if text[opened.start : opened.end] != text[mark.start : mark.end]:
        return False
    begins = text[max(0, opened.start - _BACK) : opened.start].rstrip()[-1:] in _BEFORE_OPEN
    capitals = text[opened.end : opened.end + 1].isupper() and text[mark.end : mark.end + 1].isupper()
    return begins and capitals and text[mark.start - 2] in _STOPS and text[mark.start - 1].isspace()


def _has_slipped(text: str, opened: _Mark, mark: _Mark, following: list[_Mark]) -> bool:
    """Whether a mark that seems to open closes, its space on the wrong side: "“It holds, “said Lund. “It …".

    A mark behind a comma opens inside another only where the next one closes it.
    """
    if text[mark.start - 2 : mark.start] != ", " or text[opened.start : opened.end] != text[mark.start : mark.end]:
        return False
    return text[mark.end : mark.end + 1].isalpha() and not any(one.closes for one in following)


def _nested(marks: list[_Mark], at: int) -> bool:
    """Whether the opening mark at ``at`` stands inside another: two closing marks follow it in turn."""
    return len(marks) > at + 2 and not marks[at + 1].opens and not marks[at + 2].opens
