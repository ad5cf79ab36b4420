"""The languages of the articles: one folder each, and ``PLAIN`` for all others.

A language is a frozen :class:`~topic_briefings.languages.language.Language`: how its words are lettered and settled,
which of them may report, the rules that find a speaker, its names, noun phrases and stop words. No module outside
this folder compares a language's code; they ask ``of(code)`` and read the value.

To add one, make a folder ``languages/<code>/`` (ISO 639-1) whose ``__init__.py`` has a ``LANGUAGE``. That is all:
nothing else is edited. A language may also live elsewhere: another package adds one by an entry point, and
``add_folder(path)`` lets ``of`` find the folders below ``path`` as well. What has no table of its own in
``knowledge/`` falls back there (countries to CLDR's names, topics to none). ``tests/languages`` has a made-up language
of some two hundred lines that shows each part.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from topic_briefings.languages.language import Language
from topic_briefings.languages.plain import PLAIN, plain
from topic_briefings.plugins import added

__all__ = ["PLAIN", "Language", "add_folder", "of", "read"]


@cache
def of(code: str) -> Language:
    """The language of the ISO 639-1 ``code``; one without rules of its own where it has no folder."""
    if len(code) != _CODE or not code.isascii() or not code.isalpha() or find_spec(f"{__name__}.{code}") is None:
        return next((language for name, language in added("languages") if name == code), None) or plain(code)
    language: Language = import_module(f"{__name__}.{code}").LANGUAGE
    return language


_CODE = 2


@cache
def read() -> tuple[Language, ...]:
    """The languages that have a folder, in order of their codes."""
    codes = {folder.name for path in __path__ for folder in Path(path).iterdir() if (folder / "__init__.py").exists()}
    codes |= {code for code, _ in added("languages")}
    return tuple(of(code) for code in sorted(codes) if len(code) == _CODE)


def add_folder(path: Path) -> None:
    """Look for languages below ``path`` too, after those of the package."""
    if str(path) not in __path__:
        __path__.append(str(path))
    of.cache_clear()
    read.cache_clear()
