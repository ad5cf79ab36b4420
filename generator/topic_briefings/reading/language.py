"""Which language a text is written in. The one module that knows py3langid."""

from __future__ import annotations

import re
from functools import cache

from topic_briefings.knowledge import rows
from topic_briefings.languages.vote import sure
from topic_briefings.text.scripts import is_spaced

DEFAULT = "en"
"""Where there are too few letters to tell."""
_ENOUGH = 20
"""Letters below which a guess is worth nothing, unless each is a word or half of one."""
_PLENTY = 200
"""Letters below which a rare language is more often a slip than the truth."""
_LOOK_AT = 3_000
"""Characters; more text does not change the answer."""
_CODE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9-_]+)?$", re.IGNORECASE | re.ASCII)


def detect(text: str) -> str:
    """The ISO 639-1 code of the language of ``text``; ``DEFAULT`` where there are too few letters to tell.

    The model also knows languages without such a code, among them creoles that are near to English; the nearest
    language that has one is taken. For a short text only the languages of most newspapers come in question. It is not
    asked where the stop words of the text leave no doubt, which saves most of the time and the loading of the model.
    """
    sample = text[:_LOOK_AT]
    if voted := sure(sample, _of_newspapers()):
        return voted
    letters = sum(map(str.isalpha, sample))
    if letters < _ENOUGH and is_spaced(sample):
        return DEFAULT
    from py3langid import rank  # its model takes most of a second to load, which --help need not wait for

    # Capitals carry no sign of the language and the model has seen few of them.
    ranked = (str(found) for found, _ in rank(sample.lower() if sample.isupper() else sample))
    allowed = _of_newspapers() if letters < _PLENTY else None
    return next((found for found in ranked if (found in allowed if allowed else len(found) == 2)), DEFAULT)


@cache
def _of_newspapers() -> frozenset[str]:
    return frozenset(row[0] for row in rows("news_languages.tsv"))


def code(given: str) -> str | None:
    """The ISO 639-1 code in a language tag ("en", "de-AT", "pt_BR"); None where there is none."""
    match = _CODE.match(given.strip())
    return match[1].lower() if match else None
