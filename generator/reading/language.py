"""Which language a text is written in. The one module that knows py3langid."""

from __future__ import annotations

import re

DEFAULT = "en"
"""Where there are too few words to tell."""
_ENOUGH = 20
"""Letters below which a guess is worth little."""
_LOOK_AT = 3_000
"""Characters; more text does not change the answer."""
_CODE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9-_]+)?$", re.IGNORECASE)


def detect(text: str) -> str:
    """The ISO 639-1 code of the language of ``text``; ``DEFAULT`` where there are too few letters to tell."""
    sample = text[:_LOOK_AT]
    if sum(char.isalpha() for char in sample) < _ENOUGH:
        return DEFAULT
    from py3langid import classify

    # Capitals carry no sign of the language and the model has seen few of them.
    code, _ = classify(sample.lower() if sample.isupper() else sample)
    return str(code)


def code(given: str) -> str | None:
    """The ISO 639-1 code in a language tag ("en", "de-AT", "pt_BR"); None where there is none."""
    match = _CODE.match(given.strip())
    return match[1].lower() if match else None
