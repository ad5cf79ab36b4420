"""Where sentences begin and end. The one module that knows sentencex."""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

from topic_briefings.languages import of
from topic_briefings.models import Span, as_span

_SPLIT_STATE = re.compile(r"-[A-Z]\.\s?$")
"""The first half of a state's letters after a party's: "D-N." of "D-N.D."."""
_INITIAL = re.compile(r"[A-Z]\.")
_HOUR = re.compile(r"\d [ap]\.m\.\s*$")
_DAY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)(?:uary|\.)|Ma(?:rch|y)|A(?:pril|ug(?:ust|\.))|Ju(?:ne|ly)"
    r"|(?:Sept|Oct|Nov|Dec)(?:ember|ober|\.)|[ECMP]?[SD]?T|GMT|UTC|local time)(?!\w)"
)
"""What goes on behind an hour of the clock: "at 6 p.m. Friday"; English alone writes such hours."""
_PIECE = 20_000
"""Characters; a longer paragraph is handed over in pieces."""
_MARKS = 400
_CROWDED = re.compile(rf"(?:[^“‘«‹„‚\"「『]*+[“‘«‹„‚\"「『]){{{_MARKS}}}")
"""A stretch with more opening marks than a paragraph has; it is a piece by itself."""

_LOW = str.maketrans("‚‘", "‹›")
_INWARDS = str.maketrans("›‹", "‹›")


def sentences(text: str, within: Span, language: str) -> Iterator[Span]:
    """The sentences of ``text[within.start:within.end]``, white space at their ends left out.

    sentencex falls back to its rules for English where it has none for ``language`` (ISO 639-1). Cuts that it makes
    inside a name, a word or a number are mended: after "Ms.", in "D-N.D.", in "outsider-vs.-insider", in "Kerrang!
    magazine", in "der 38. Minute". One that it leaves out is made: "from Tarn, Pa. | Lund said".
    """
    part, own = within.of(text), of(language)
    titles = own.dotted_titles()
    start = 0
    cuts = _cuts(_outwards(part), language)
    for end in cuts if own.behind_state is None else _with_states(cuts, part, own.behind_state()):
        if end < len(part) and (_goes_on(part, start, end, titles) or _counts(part, start, end, own.ordinal)):
            continue
        end = _beside_marks(part, start, end)
        cut = part[start:end].rstrip()
        if cut:
            last = within.start + start + len(cut)
            yield as_span((last - len(cut.lstrip()), last))
        start = end


def _beside_marks(part: str, start: int, end: int) -> int:
    """The cut at ``end`` with a mark that looks alike at both ends of a quotation on the side where it belongs.

    Where one is lost, as of a second sentence that a mark opens again, sentencex takes each for the other.
    """
    if part[end : end + 1] == '"' and part[end - 1 : end] in (".", "!", "?") and part[end + 1 : end + 2].isspace():
        return end + 1
    if part[end - 1 : end] == '"' and end - 2 > start and part[end - 2].isspace() and part[end : end + 1].isalnum():
        return end - 1
    return end


def _outwards(part: str) -> str:
    """``part`` with single marks as sentencex pairs them, where they are those that German prints: ‚…‘ and ›…‹.

    An apostrophe behind a stop is none of them: in "L.A.'s" it would open a quotation that goes on to the next mark.
    """
    if ".'s" in part:
        part = part.replace(".'s", ".ʼs")
    if "‚" in part:
        part = part.translate(_LOW)
    return part.translate(_INWARDS) if "›" in part.partition("‹")[0] else part


def _cuts(part: str, language: str) -> Iterator[int]:
    """Where sentencex ends the sentences of ``part``, the last cut at its end.

    It is given a very long text in pieces, since its time grows with the square of the text and of the marks in it. A
    piece ends where a sentence does; where it holds no such end, the sentence runs on into the next.
    """
    at = 0
    while (end := _piece_end(part, at)) < len(part):
        *whole, last = sentencex.segment(language, part[at:end])  # joined they are the text again
        for sentence in whole:
            at += len(sentence)
            yield at
        if not whole:
            at += part[at + 1 : at + len(last)].rfind(" ") + 1 or len(last)
    for sentence in sentencex.segment(language, part[at:]):
        at += len(sentence)
        yield at


def _with_states(cuts: Iterator[int], part: str, state: re.Pattern[str]) -> Iterator[int]:
    """The ``cuts``, and those behind the states that end a sentence where sentencex takes them for a part of a name."""
    found = [match.end() for match in state.finditer(part)]
    return iter(sorted({*cuts, *found})) if found else cuts


def _piece_end(part: str, start: int) -> int:
    """Where the piece of ``part`` that begins at ``start`` ends at the latest."""
    end = min(start + _PIECE, len(part))
    if end - start < _MARKS:
        return end
    crowded = _CROWDED.match(part, start, end)
    return crowded.end() if crowded else end


def _goes_on(part: str, start: int, end: int, titles: frozenset[str]) -> bool:
    """Whether the cut at ``end`` stands inside a sentence that begins at ``start``."""
    before = part[max(start, end - 12) : end]
    if not before.rstrip().endswith("."):
        return before.rstrip().endswith(("!", "?")) and part[end].islower()
    if not before[-1].isspace() and part[end] in "-–":
        return True
    if "-" in before and _SPLIT_STATE.search(before) and _INITIAL.match(part, end):
        return True
    if _HOUR.search(before) and _DAY.match(part, end):
        return True
    return before.split()[-1].rsplit("-", 1)[-1] in titles


def _counts(part: str, start: int, end: int, ordinal: re.Pattern[str] | None) -> bool:
    """Whether the stop before the cut at ``end`` belongs to a number that says which: "der 38. Minute"."""
    if ordinal is None or not part[max(start, end - 3) : end].rstrip(". \n")[-1:].isdigit():
        return False
    around = ordinal.finditer(part, max(start, end - 20), end + 10)
    return any(found.end() == end for found in around)
