"""Plain text: a headline, perhaps lines that credit author, outlet and date, above or below the paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from topic_briefings.reading import clean, credits, files
from topic_briefings.reading.credits import Credit
from topic_briefings.reading.draft import Draft

_LONGEST_HEADLINE = 400
"""Characters; a longer first line is a paragraph, and the article has no headline."""
_PARAGRAPH = 130
"""Characters from which a first line that ends like a sentence is a paragraph."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_TWO_SENTENCES = re.compile(r"[.!?][\"”’»]?\s+\S.*[.!?][\"”’»]?$")


def read(file: files.File) -> Iterator[Draft]:
    """The one article of a text file."""
    text, notices = files.text(file)
    rows = clean.characters(text).split("\n")
    left = [number for number, row in enumerate(rows) if row.strip()]
    kicker = _kicker(rows, left)
    left = left[len(kicker) :]
    headline = _headline(rows, left)
    left = left[len(headline) :]
    top = credits.above([rows[number] for number in left]) if headline else []
    left = left[len(top) :]
    bottom = _credits_below([rows[number] for number in left])
    left = left[: len(left) - len(bottom)]
    said = credits.merge([*kicker, *top, *reversed(bottom)])
    yield Draft(
        id=file.id,
        source=file.shown_as,
        headline=" ".join(rows[number] for number in headline),
        body="\n".join(rows[left[0] : left[-1] + 1]) if left else "",
        authors=said.authors,
        outlet=said.outlet,
        published=said.published,
        url=said.url,
        notices=notices,
    )


def _kicker(rows: list[str], filled: list[int]) -> list[Credit]:
    """What an outlet or a date above the headline says; it is believed where another credit stands below."""
    if len(filled) < 4 or (first := credits.read(rows[filled[0]])) is None or first.authors:
        return []
    below = credits.read(rows[filled[2]])
    return [first] if first.sure or (below and below.sure) else []


def _headline(rows: list[str], filled: list[int]) -> list[int]:
    """The rows that the headline stands on; none where the text opens with a paragraph or has no other row."""
    if len(filled) < 2:
        return []
    first = rows[filled[0]]
    if len(first) > _LONGEST_HEADLINE or (len(first) > _PARAGRAPH and _TWO_SENTENCES.search(first)):
        return []
    block = [filled[0]]
    for number in filled[1:]:
        if number != block[-1] + 1 or not _continues(rows[block[-1]], rows[number]):
            break
        block.append(number)
    # A headline is seldom set on more than three lines; a paragraph that was wrapped is longer.
    return block if len(block) <= 3 and not (len(block) > 1 and rows[block[-1]].rstrip().endswith(".")) else []


def _continues(row: str, after: str) -> bool:
    """Whether the line ``after`` goes on with the sentence that ``row`` began."""
    row, after = row.strip(), after.strip()
    return after[0].islower() and not row.endswith((".", "!", "?", "…")) and credits.read(after) is None


def _credits_below(rows: list[str]) -> list[Credit]:
    """The credits that the rows end with, the last first; a bare name is one where a sentence ends above it."""
    found = credits.run(rows[: -credits.MOST - 1 : -1] if len(rows) > credits.MOST else rows[:0:-1])
    above = rows[: len(rows) - len(found)]
    ended = bool(above) and bool(_SENTENCE_END.search(above[-1].rstrip()))
    return found if ended or any(credit.sure for credit in found) else []
