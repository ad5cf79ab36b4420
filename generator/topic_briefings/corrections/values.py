"""What may stand beside a key: one check a kind of value, with its part of the JSON Schema.

A check takes the text as YAML has it, so that ``NO`` is Norway and ``2026-11-03`` a date wherever they stand.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from topic_briefings.reading import clean, urls

LONGEST = 400
"""Characters of a name, a role, a headline, a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A kind of value."""

    schema: Mapping[str, Any]

    def read(self, text: str) -> object:
        """``text`` as the value that it is. Raises ``ValueError`` with "is not …; write …"."""
        raise NotImplementedError


class Text(Value):
    """Words, on one line."""

    def read(self, text: str) -> str:
        """The words, with the characters that no page shows left out."""
        found = clean.line(text)
        if not found:
            raise ValueError("is empty; write words beside it, or take it out")
        if len(found) > LONGEST and self.schema.get("maxLength"):
            raise ValueError(f"is longer than {LONGEST} characters; write less")
        return found


class Texts(Text):
    """Words, or a list of them; one at least."""

    @property
    def least(self) -> int:
        """How many there must be."""
        return 1


class Several(Texts):
    """A list of words: two at least, all different."""

    @property
    def least(self) -> int:
        """How many there must be."""
        return 2


class Date(Value):
    """A day."""

    def read(self, text: str) -> dt.date:
        """The day."""
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            raise ValueError(f'"{text}" is not a date; write year, month and day, such as 2026-11-28') from None


class Yes(Value):
    """A switch that is only ever on."""

    def read(self, text: str) -> str:
        """``true``."""
        if text.lower() != "true":
            raise ValueError(f'"{text}" is not "true"; write true, or take the entry out')
        return "true"


class Secure(Text):
    """An address that a page may link to."""

    def read(self, text: str) -> str:
        """The address."""
        if urlsplit(text).scheme != "https":
            raise ValueError(f'"{text}" does not begin with https://; write such an address')
        if problem := urls.problem(text):
            raise ValueError(f'"{text}" {problem}; write it as a browser shows it')
        return text


TEXT = Text(schema={"type": "string", "minLength": 1, "maxLength": LONGEST})
WORDS = Text(schema={"type": "string", "minLength": 1})
TEXTS = Texts(
    schema={
        "oneOf": [
            {"type": "string", "minLength": 1},
            {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1},
        ]
    }
)
SEVERAL = Several(
    schema={"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 2, "uniqueItems": True}
)
DATE = Date(schema={"type": "string", "format": "date"})
YES = Yes(schema={"const": True})
SECURE = Secure(schema={"type": "string", "pattern": "^https://"})
