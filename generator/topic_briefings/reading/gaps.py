"""Where are words missing within a text, or do those that stand there not fit: links, names or bold that were lost?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from topic_briefings.knowledge import abbreviations
from topic_briefings.languages import of
from topic_briefings.languages.language import WordClasses
from topic_briefings.models import Notice, Span

_MARKS = re.compile(r"^[,;:] \w\S*(?: \S+){1,2}|(?:\S+ )?\w+, \.(?=\s)|(?:\S+ )?\S*[\w.] \($", re.MULTILINE)
"""Marks that stand without the words before or behind them: ", who had won it", "a new book, .", "she said. (" """
_LONE = ("\n, ", "\n: ", "\n; ", ", .", "(\n")
"""What such a place is not without; most texts have none of it."""
_PARTED = re.compile(r" [,.;](?= (?![. ]))")
"""A mark that a space parts from the word before it; three stops are an omission."""
_MESSAGES = {
    "": "Words are missing in the text at “{}”.",
    "misfit": "The words “{}” do not fit together; something may be missing there.",
    "small": "A sentence begins in small letters, with “{}”; what stood before may be lost.",
}
"""What is told, by its case."""
_EMPTY = "( )"
_SPACED = (" , ", " . ", " ; ")
_NEXT = 5
"""Words of the next line at least: a shorter one was a link within a line that was broken around it."""
_BROKEN = re.compile(rf"\n\n(?<=\w\n\n)(?=\S+(?: \S+){{{_NEXT - 1}}})")

_SMALL = re.compile(r"\. (?<=[^\W\d_A-Z]{4}\. )(?=([a-z]{3,} [a-z]+ [a-z]+))")
"""Where a sentence begins in small letters."""
_MANY = 3
"""Such sentences of a writer who means them so."""


def notices(body: str, language: str) -> tuple[Notice, ...]:
    """A notice on the first such place of ``body`` (cleaned)."""
    ends = of(language).ending_words
    missing = [
        place for find in (_between_marks, _in_brackets, _before_marks, _before_breaks) for place in find(body, ends)
    ]
    found = [(span, "") for span in missing]
    misfit = _misfit(language).search(body) if ends("article") else None
    if misfit is not None:
        found.append((Span(misfit.start() + 1, misfit.end()), "misfit"))
    found.extend((span, "small") for span in _begun_small(body))
    if not found:
        return ()
    span, case = min(found)
    shown = span.of(body)
    return (Notice(code="gap", message=_MESSAGES[case].format(shown), span=span, case=case, words=(shown,)),)


def _between_marks(body: str, ends: WordClasses) -> Iterator[Span]:
    """Marks alone; none where a first line, most often a caption, has lost the credit in its last brackets."""
    del ends
    if any(map(f"\n{body}".__contains__, _LONE)):
        first = body.find("\n")
        for found in _MARKS.finditer(body):
            if not (found[0].endswith("(") and found.end() == first):
                yield Span(*found.span())


def _in_brackets(body: str, ends: WordClasses) -> Iterator[Span]:
    del ends
    if (start := body.find(_EMPTY)) >= 0:
        yield Span(_word_before(body, start), start + len(_EMPTY))


def _before_marks(body: str, ends: WordClasses) -> Iterator[Span]:
    """A word that asks for another one before a mark: "found at .", "a survivor of the , and"."""
    if any(map(body.__contains__, _SPACED)):
        yield from (Span(start, found.end()) for found, start in _asking(body, _PARTED, ends))


def _before_breaks(body: str, ends: WordClasses) -> Iterator[Span]:
    """Such a word at the end of a line, before a long one."""
    if "\n" in body:
        yield from (
            Span(start, found.start())
            for found, start in _asking(body, _BROKEN, ends)
            if body[found.start() - 2].islower()
        )


def _asking(body: str, pattern: re.Pattern[str], ends: WordClasses) -> Iterator[tuple[re.Match[str], int]]:
    """Where the word before a match of ``pattern`` asks for another one, with where two words before it begin."""
    for found in pattern.finditer(body):
        start = _word_before(body, found.start())
        word = body[start : found.start()].lower()
        if any(word in ends(kind) for kind in ("never", "seldom", "asking", "within")):
            yield found, _word_before(body, start - 1) if body[start - 1 : start] == " " else start


def _begun_small(body: str) -> list[Span]:
    """Where sentences begin in small letters that nobody is quoted with; none where the writer does so often."""
    found = [
        Span(*match.span(1))
        for match in _SMALL.finditer(body)
        if (before := body[_word_before(body, match.start()) : match.start()]).isalpha()
        and before.islower()
        and before not in abbreviations()
        and not _is_quoted(body, match.start())
    ]
    return found if len(found) < _MANY else []


def _is_quoted(body: str, place: int) -> bool:
    """Whether the paragraph has more marks that open before the ``place`` than close."""
    before = body[body.rfind("\n", 0, place) + 1 : place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1 or before.count("''") % 2 == 1


def _word_before(body: str, end: int) -> int:
    """Where the word begins that ends at ``end``."""
    return max(body.rfind(space, 0, end) for space in " \n") + 1


@cache
def _misfit(language: str) -> re.Pattern[str]:
    """Two words of ``language`` of which the second never follows the first: "the has", "from to"."""
    ends = of(language).ending_words
    pairs = (("article", "barred"), ("leading", "led"))
    rules = (f"(?:{'|'.join(sorted(ends(one)))}) (?:{'|'.join(sorted(ends(other)))})" for one, other in pairs)
    return re.compile(rf" (?:{'|'.join(rules)})\b(?![-–—’'\"”])")
