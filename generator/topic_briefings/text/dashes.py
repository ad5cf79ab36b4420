"""Speech that is printed behind a dash: a paragraph each speaker, and no marks.

Spanish, French, Polish, Russian and Nordic print set talk so, and so does older English. Behind the dash stands what
somebody says, until the writer breaks in, behind another dash ("—Está seco —dijo Peña—. Nadie lo limpia.") or a comma
("— C'est sec, dit Roux."). What breaks in begins with a verb of saying; without one anywhere in the text, paragraphs
behind dashes are a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from topic_briefings import languages
from topic_briefings.models import Span
from topic_briefings.tables import Tables
from topic_briefings.text.marks import Stretch

_OPENING = re.compile(r"(?:[—–―]\s*|-\s+)(?=[^\W_]|[¿¡(\[…])")
_INNER = re.compile(r"\s(?:[—–―]\s?|-\s)|[—–―](?=[\s.,;:!?])")
"""A dash inside: with a space before it, or leaning on the word before it."""
_BREAK = re.compile(r"(?<=[,?!…])\s+(?=([^\W\d_]+))")
_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.?!…](?:\s|$)")
_ENDS = frozenset(".?!…")
_END = re.compile(r"\s*[—–―]\s*,?$")
"""A dash that closes the speech before a comma."""
_SMALL = 3
"""Words before the verb in what breaks in: "a-t-elle ajouté"."""
_LONGEST = 14
"""Words of what breaks in behind a comma, to the end of its sentence."""


@cache
def _verbs(code: str) -> frozenset[str]:
    """The verbs that break in, of the language with this code; none where the table lacks it."""
    return Tables(Path(languages.__file__).parent).classes("dialogue", code)


def spoken(text: str, paragraphs: Sequence[Span], code: str) -> tuple[tuple[Stretch, ...], ...]:
    """What stands behind dashes in ``text``, a tuple a paragraph, in the language with the ISO 639-1 ``code``."""
    found = [(paragraph, match.end()) for paragraph in paragraphs if (match := _opening(text, paragraph))]
    verbs = _verbs(code) if found else frozenset()
    if not verbs:
        return ()
    said = [(_parts(text, start, paragraph.end, verbs), paragraph) for paragraph, start in found]
    if not any(broken for (_, broken), _ in said):
        return ()
    return tuple(
        tuple(_stretches(text, parts, paragraph))
        for (parts, broken), paragraph in said
        if broken or text[paragraph.end - 1] in _ENDS
    )


def outermost(marked: Sequence[Stretch], talk: Sequence[Sequence[Stretch]]) -> Sequence[Stretch]:
    """``marked`` without the stretches inside what is said behind a dash."""
    said = [stretch.outer for one in talk for stretch in one]
    if not said:
        return marked
    return [stretch for stretch in marked if not any(outer.covers(stretch.outer) for outer in said)]


def _opening(text: str, paragraph: Span) -> re.Match[str] | None:
    return _OPENING.match(text, paragraph.start, paragraph.end) if text[paragraph.start] in "—–―-" else None


def _parts(text: str, start: int, end: int, verbs: frozenset[str]) -> tuple[list[Span], bool]:
    """The speech between ``start`` and ``end``, and whether the writer breaks into it."""
    parts: list[Span] = []
    broken = inside = False
    begin = start
    for match in _INNER.finditer(text, start, end):
        if inside:
            begin, inside = match.end(), False
        elif _breaks_in(text, match.end(), end, verbs):
            parts.append(Span(begin, match.start()))
            broken = inside = True
    if not inside:
        stop = _comma(text, begin, end, verbs)
        parts.append(Span(begin, end if stop is None else stop))
        broken = broken or stop is not None
    return parts, broken


def _breaks_in(text: str, start: int, end: int, verbs: frozenset[str]) -> bool:
    """Whether the words at ``start`` are the writer's: in small letters, with a verb of saying among the first."""
    for number, match in enumerate(_WORD.finditer(text, start, end)):
        word = match[0]
        if not word[0].islower() or number > _SMALL or (not number and match.start() > start):
            return False
        if word in verbs:
            return True
    return False


def _comma(text: str, begin: int, end: int, verbs: frozenset[str]) -> int | None:
    """Where the speech ends at a comma before a verb of saying; None where the writer does not break in so."""
    for match in _BREAK.finditer(text, begin, end):
        if match[1] in verbs or (len(match[1]) == 1 and _breaks_in(text, match.end(), end, verbs)):
            stop = _STOP.search(text, match.end(), end)
            if len(text[match.end() : stop.start() if stop else end].split()) <= _LONGEST:
                return match.start()
    return None


def _stretches(text: str, parts: list[Span], paragraph: Span) -> Iterator[Stretch]:
    """The parts that hold words, without the signs at their edges; the first with its dash."""
    for number, part in enumerate(parts):
        words = part.of(text)
        start = part.start + len(words) - len(words.lstrip(" \u00a0\u202f\t\n.,;:"))
        inner = Span(start, part.start + len(_END.sub("", words.rstrip())))
        if any(map(str.isalnum, inner.of(text))):
            yield Stretch(outer=inner if number else Span(paragraph.start, inner.end), inner=inner)
