"""Plain text: a headline, perhaps lines that credit author, outlet and date, above or below the paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.reading import clean, credits, files
from generator.reading.credits import Credit
from generator.reading.draft import Draft

_LONGEST_HEADLINE = 250
"""Characters; a longer first line is a paragraph, and the article has no headline."""


def read(file: files.File) -> Iterator[Draft]:
    """The one article of a text file."""
    text, notices = files.text(file)
    rows = clean.characters(text).split("\n")
    filled = [number for number, row in enumerate(rows) if row.strip()]
    headline, first = _headline(rows, filled)
    top = _credited(rows, [number for number in filled if number >= first])
    left = [number for number in filled if number >= first][len(top) :]
    bottom = _credited(rows, left[:0:-1])
    left = left[: len(left) - len(bottom)]
    said = credits.merge([*top, *reversed(bottom)])
    yield Draft(
        id=file.id,
        source=file.shown_as,
        headline=headline,
        body="\n".join(rows[left[0] : left[-1] + 1]) if left else "",
        authors=said.authors,
        outlet=said.outlet,
        published=said.published,
        notices=notices,
    )


def _headline(rows: list[str], filled: list[int]) -> tuple[str, int]:
    """The headline and the number of the row after it; "" where the text opens with a paragraph."""
    if not filled or len(rows[filled[0]]) > _LONGEST_HEADLINE or len(filled) == 1:
        return "", 0
    return rows[filled[0]], filled[0] + 1


def _credited(rows: list[str], order: Iterable[int]) -> list[Credit]:
    """The credits that the rows begin with, as far as they go on; none where no line among them is sure."""
    found: list[Credit] = []
    for number in order:
        if (credit := credits.read(rows[number])) is None:
            break
        found.append(credit)
    return found if any(credit.sure for credit in found) or len(found) > 1 else []
