"""Which paths a page may have: files below ``docs/``, the same on every system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from topic_briefings.errors import PageError
from topic_briefings.models import KnownPage, Page

LONGEST = 240
"""Bytes in one part of a path: file systems stop at 255, and a name needs room while it is being written."""


_PLAIN = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")
"""What most parts are; others are looked at letter by letter."""


def check(path: str) -> str:
    """``path`` itself, when a page may have it; otherwise raises ``PageError``.

    Parts are letters of any script, digits, ``.``, ``_`` and ``-``; none begins with a dot, so there is no way up
    and nothing hidden.
    """
    for part in path.split("/"):
        plain = _PLAIN.fullmatch(part) is not None
        if not plain and (not part or part.startswith(".") or not all(_allowed(char) for char in part)):
            raise PageError(f'"{path}" cannot be the path of a page; use letters, digits, ".", "_" and "-"')
        if len(part.encode()) > LONGEST:
            raise PageError(f'"{path}" cannot be the path of a page; keep each part within {LONGEST} bytes')
    return path


def _allowed(char: str) -> bool:
    return char in "._-" or unicodedata.category(char)[0] in "LMN"


def checked(pages: Iterable[Page | KnownPage]) -> Iterator[Page | KnownPage]:
    """The pages, each with a path of its own on systems that do not tell "A" from "a" too."""
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for page in pages:
        name = _same(check(page.path))
        above = _above(name)
        other = files.get(name) or folders.get(name) or next((files[up] for up in above if up in files), None)
        if other is not None:
            raise PageError(f'"{page.path}" and "{other}" cannot both be pages; one needs another name')
        files[name] = page.path
        folders |= dict.fromkeys(above, page.path)
        yield page


def _above(path: str) -> list[str]:
    """The folders that ``path`` is in."""
    parts = path.split("/")
    return ["/".join(parts[:last]) for last in range(1, len(parts))]


def _same(path: str) -> str:
    """What two paths share when some system takes them for one file."""
    return unicodedata.normalize("NFC", path).casefold()
