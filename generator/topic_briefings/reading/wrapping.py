"""Which line ends part paragraphs, and which were only put there by a width."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_WIDEST = 120
"""Columns; a longer line was never wrapped by hand or by a mail program."""
_NARROWEST = 30
_FILLED = 0.7
"""The share of line ends that the width must explain for a text to count as wrapped."""
_RUNNING = 0.5
"""The share of line ends that must fall inside a sentence."""
_BEGUN = re.compile(r"(?:[^\W\d_]|[,’'”\"»])$")
_INDENT = re.compile(r"\s{2}|\t")


def paragraphs(rows: list[str], *, says: str = "", key: Callable[[str], str] = str) -> list[str]:
    """The paragraphs that ``rows`` are lines of, white space folded, none of them empty.

    Rows and then paragraphs at the top whose ``key`` is ``says`` are left out, but not the last of them all;
    nothing is left out when ``says`` is empty.
    """
    blocks = _blocks(rows)
    if says:
        _drop_first(blocks, says, key)
    width = _width(blocks)
    found = [
        paragraph
        for block in blocks
        for paragraph in _join(block, width or (_width([block]) if len(block) > 2 else None))
    ]
    first = 0
    while says and first < len(found) - 1 and key(found[first]) == says:
        first += 1
    return found[first:]


def _blocks(rows: list[str]) -> list[list[str]]:
    """Rows between empty ones, white space folded; where a few rows are indented, each of them opens a block."""
    filled = [row for row in rows if row and not row.isspace()]
    indented = sum(1 for row in filled if _INDENT.match(row))
    opens = 2 * indented < len(filled)
    blocks: list[list[str]] = [[]]
    for row in rows:
        words = " ".join(row.split())
        if not words or (opens and _INDENT.match(row) and not _runs_on(blocks[-1], words)):
            blocks.append([])
        if words:
            blocks[-1].append(words)
    return [block for block in blocks if block]


def _runs_on(block: list[str], after: str) -> bool:
    """Whether the line ``after`` goes on with the sentence that the last of ``block`` has begun.

    That is how a line reads that was cut at a link or a width: it begins with a small letter, and the one before it
    ends with a letter or a comma. The lines of tables, lists and verse have their capitals, figures or signs.
    """
    return (
        bool(block) and bool(_BEGUN.search(block[-1])) and after[0].islower() and " " in f"{block[-1]} {after}".strip()
    )


def _drop_first(blocks: list[list[str]], says: str, key: Callable[[str], str]) -> None:
    gone = 0
    while blocks and key(blocks[0][gone]) == says and (len(blocks) > 1 or gone < len(blocks[0]) - 1):
        gone += 1
        if gone == len(blocks[0]):
            del blocks[0]
            gone = 0
    if gone:
        del blocks[0][:gone]


def _width(blocks: list[list[str]]) -> int | None:
    """The width that the rows were wrapped at; None where every line end parts paragraphs.

    A row was wrapped when the first word of the next would not have fitted on it. That is true of nearly every
    row of a wrapped text but a paragraph's last, and of few ends of paragraphs; and it breaks sentences.
    """
    width = max((len(row) for block in blocks for row in block), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    ends = [pair for block in blocks for pair in pairwise(block)]
    filled = sum(_is_filled(row, after, width) for row, after in ends)
    running = sum(not _SENTENCE_END.search(row) for row, _ in ends)
    wrapped = ends and filled >= _FILLED * len(ends) and running >= _RUNNING * len(ends)
    return width if wrapped else None


def _is_filled(row: str, after: str, width: int) -> bool:
    return len(row) + 1 + len(after.split(maxsplit=1)[0]) > width


def _join(block: list[str], width: int | None) -> list[str]:
    """The paragraphs of a block of rows without an empty one between them."""
    found = [[block[0]]]
    for row, after in pairwise(block):
        wrapped = width is not None and (_is_filled(row, after, width) or not _SENTENCE_END.search(row))
        if wrapped or _runs_on([row], after):
            found[-1].append(after)
        else:
            found.append([after])
    return [" ".join(rows) for rows in found]
