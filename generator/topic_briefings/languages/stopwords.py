"""Words too common to say what a text is about. The one module that knows where YAKE keeps its lists.

They are read from the installed yake, unmodified, without importing it: importing yake takes a second.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

_OTHER_NAMES = {"cs": "cz", "pt-br": "br"}
"""ISO 639-1 code → the code that YAKE's file carries."""


def _file(language: str) -> Path | None:
    spec = find_spec("yake")
    if spec is None or spec.origin is None:
        return None
    code = _OTHER_NAMES.get(language, language)
    path = Path(spec.origin).parent / "core" / "StopwordsList" / f"stopwords_{code}.txt"
    return path if code.isalpha() and path.exists() else None


@cache
def stopwords(language: str) -> frozenset[str]:
    """The stop words of ``language`` (ISO 639-1) in lower case; none where YAKE has no list."""
    path = _file(language)
    return frozenset(path.read_text(encoding="utf-8").lower().split("\n")) if path else frozenset()
