"""A text that is nothing but its headline: what followed it was lost on the way."""

from __future__ import annotations

import re

from topic_briefings.models import Notice

_NO_WORD = re.compile(r"\W+")


def notices(headline: str, body: str) -> tuple[Notice, ...]:
    """A notice where ``body`` (cleaned) has no word more than ``headline``."""
    if not body or not headline or _words(body) != _words(headline):
        return ()
    return (Notice(code="headline_only", message="The text is nothing but the headline."),)


def _words(text: str) -> str:
    return _NO_WORD.sub(" ", text).casefold().strip()
