"""German words: by the tables of this folder; a compound is what its last part is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from topic_briefings.languages.listed import Listed
from topic_briefings.tables import Tables

TABLES = Tables(Path(__file__).parent)
WORDS = Listed(TABLES)
_SHORTEST = 3
"""Letters that the last part of a compound has at least: "amt" alone is a word, "stamt" is none."""
_ENDINGS = ("", "in", "innen", "en", "n")


@cache
def role_of(word: str) -> str | None:
    """What a noun (lower case) names: ``person``, ``group`` or ``body``; None for another.

    >>> role_of("regierungssprecherin")
    'person'
    """
    for form in (word.removesuffix(ending) for ending in _ENDINGS):
        for start in range(max(0, len(form) - 2)):
            if form[start:] in WORDS.roles and (start == 0 or len(form) - start > _SHORTEST):
                return WORDS.roles[form[start:]]
    return None


_CASES = ("en", "es", "n", "s")
"""Endings that a noun for a man takes in the other cases: "des Präsidenten", "des Ministers"."""


def base_role(role: str) -> str:
    """A role of one word without the ending of its case; a longer one, whose adjectives are inflected too, as it is.

    >>> base_role("Bundespräsidenten"), base_role("Ministers"), base_role("Vorsitzenden"), base_role("Sprecherin")
    ('Bundespräsident', 'Minister', 'Vorsitzende', 'Sprecherin')
    """
    if " " in role or _names_itself(role.lower()):
        return role
    cut = (role.removesuffix(ending) for ending in _CASES if role.endswith(ending))
    return next((form for form in cut if _names_itself(form.lower())), role)


def _names_itself(word: str) -> bool:
    """Whether the last part of a word is a role of the table as it stands there."""
    return any(WORDS.roles.get(word[start:]) == "person" for start in range(max(1, len(word) - 2)))


@cache
def frame_words(kind: str) -> frozenset[str]:
    """The words of one class of ``frames.tsv``."""
    return TABLES.classes("frames", kind)
