"""Patterns over letters, each with its name and a sentence in which it finds something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Pattern(NamedTuple):
    """A regular expression over the letters of a sentence."""

    name: str
    regex: re.Pattern[str]
    example: str
    """A sentence: ``|`` is where it is asked (before the cue, or behind it), and what its first group finds stands in
    square brackets. A pattern that ends in ``$`` reads up to there, any other from there on."""


class Patterns:
    """The patterns of one language in the order in which they are written."""

    def __init__(self) -> None:
        self._all: list[Pattern] = []

    def __iter__(self) -> Iterator[Pattern]:
        return iter(self._all)

    def add(self, name: str, expression: str, example: str) -> re.Pattern[str]:
        """The compiled ``expression``, noted with its name and example."""
        regex = re.compile(expression)
        self._all.append(Pattern(name, regex, example))
        return regex
