"""Where paragraphs begin and end."""

from __future__ import annotations

import re

from generator.models import Span

_LINE = re.compile(r"[^\n]+")


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of ``text``: its lines, without the white space at their ends.

    Cleaning has joined wrapped lines already, so a line end always ends a paragraph.
    """
    return tuple(
        Span(line.start() + len(line[0]) - len(line[0].lstrip()), line.start() + len(line[0].rstrip()))
        for line in _LINE.finditer(text)
        if line[0].strip()
    )
