"""Where paragraphs begin and end."""

from __future__ import annotations

import re

from topic_briefings.models import Span

_PARAGRAPH = re.compile(r"\S(?:[^\n]*\S)?")


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of ``text``: its lines, without the white space at their ends.

    Cleaning has joined wrapped lines already, so a line end always ends a paragraph.
    """
    return tuple(Span(*paragraph.span()) for paragraph in _PARAGRAPH.finditer(text))
