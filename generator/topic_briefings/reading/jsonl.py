"""JSON Lines: one article a line, with ``id title text`` and optionally ``dateline date url`` and more.

Lines are read one at a time, so a file may be larger than memory. Where line after line holds no article, where one
line has no end, and where a small file unpacks to a huge one, reading stops and the file is named.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import IO, Any

from topic_briefings.errors import ArticleError
from topic_briefings.models import Article
from topic_briefings.reading import clean, credits
from topic_briefings.reading.draft import Draft, article
from topic_briefings.reading.files import File
from topic_briefings.reading.limits import DEFAULT, Limits

_SHAPE = 'write {"id": …, "title": …, "text": …} on one line'
_IN_VAIN = 100_000
"""Lines without an article, one behind the other, after which none is expected any more."""
_ENDLESS = 10
"""How many times as long as a line may be is passed over to find its end."""
_PACKED = 250
"""How many times its size a file may unpack to: news text packs to a third, one article again and again to a 200th."""
_UNPACKED = 50_000_000
"""Characters that any file may unpack to."""


def read(file: File) -> Iterator[Article | ArticleError]:
    """The articles of ``file``, which may be compressed with gzip (``.jsonl.gz``)."""
    packed = file.path.suffix.lower() == ".gz"
    opener = gzip.open if packed else open
    try:
        with opener(file.path, "rt", encoding="utf-8-sig", errors="surrogateescape", newline="\n") as lines:
            most = max(_UNPACKED, _PACKED * file.path.stat().st_size) if packed else None
            yield from read_stream(lines, file.shown_as, limits=file.limits, most=most)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or "it is damaged"
        yield ArticleError(file.shown_as, None, f"cannot be read to its end ({reason})", "write the file again")


def read_stream(
    lines: IO[str], source: str, *, limits: Limits = DEFAULT, most: int | None = None
) -> Iterator[Article | ArticleError]:
    """Like ``read_records``, of lines that may be of any length; ``most`` is how many characters they may have."""
    try:
        yield from read_records(_bounded(lines, source, limits.bytes, most), source, limits)
    except ArticleError as error:
        yield error


def _bounded(lines: IO[str], source: str, longest: int, most: int | None) -> Iterator[str]:
    """The lines; of one that is longer than an article may be, only a beginning that cannot be read as JSON.

    Raises ``ArticleError`` where a line has no end, or all of them more characters than ``most``.
    """
    characters = number = 0
    while row := lines.readline(longest):
        number += 1
        characters += len(row)
        end, passed = row, 0
        while len(end) == longest and not end.endswith("\n"):  # passed over, so that those below keep their numbers
            end = lines.readline(longest)
            characters += len(end)
            passed += 1
            if passed > _ENDLESS:
                raise ArticleError(source, number, "the line has no end, so the rest is not read", _SHAPE)
        yield row
        if most is not None and characters > most:
            problem = f"it unpacks to more than {_PACKED} times its size, so the rest is not read"
            raise ArticleError(source, number, problem, "split it, or unpack it")


def read_records(lines: Iterable[str], source: str, limits: Limits = DEFAULT) -> Iterator[Article | ArticleError]:
    """Each line's article, or what is wrong with the line; empty lines are passed over.

    A record needs ``text`` or ``title``; a headline alone is an article too, as a wire's flashes are. ``id`` may
    be a number; without one the article is named for its file and line.
    """
    empty, in_vain = True, 0
    for number, row in enumerate(lines, 1):
        in_vain += 1
        if row and not row.isspace():
            empty = False
            found = _read_line(row, number, source, limits)
            if isinstance(found, Article):
                in_vain = 0
            yield found
        if in_vain == _IN_VAIN:
            problem = f"no article stands on {_IN_VAIN:,} lines in a row, so the rest is not read"
            yield ArticleError(source, number, problem, _SHAPE)
            return
    if empty:
        yield ArticleError(source, None, "is empty", "write one article a line, or delete it")


def _read_line(row: str, number: int, source: str, limits: Limits) -> Article | ArticleError:
    if len(row) >= limits.bytes:
        return ArticleError(source, number, "the line is too long for one article", "write one article a line")
    if clean.is_broken(row):  # bytes that could not be decoded, as Python's surrogateescape hands them on
        return ArticleError(source, number, "the line is not in UTF-8", "save the file in UTF-8")
    try:
        fields = json.loads(row)
    except (ValueError, RecursionError):
        return ArticleError(source, number, "the line is not JSON", _SHAPE)
    if not isinstance(fields, dict):
        return ArticleError(source, number, "the line is not a JSON object", _SHAPE)
    try:
        return _article(fields, number, source, limits)
    except ArticleError as error:
        return error
    except TypeError as error:
        return ArticleError(source, number, str(error), "write it as text in quotation marks")


def _article(fields: dict[str, Any], number: int, source: str, limits: Limits) -> Article | ArticleError:
    body, headline = _text(fields, "text"), _text(fields, "title", "headline")
    if body is None and headline is None:
        return ArticleError(source, number, 'has neither "text" nor "title"', 'add the article as "text"')
    given = _text(fields, "id")
    if given and clean.is_broken(given):
        return ArticleError(source, number, '"id" holds half of a character', "write it in whole characters")
    return article(
        Draft(
            id=given or f"{PurePosixPath(source).name.split('.')[0]}-{number}",
            source=source,
            line=number,
            headline=headline or "",
            body=body or "",
            authors=_authors(fields),
            outlet=_text(fields, "outlet", "publisher"),
            published=_text(fields, "date", "published"),
            dateline=_text(fields, "dateline"),
            url=_text(fields, "url"),
            language=_text(fields, "language", "lang"),
        ),
        limits,
    )


def _text(fields: dict[str, Any], *names: str) -> str | None:
    """The first of the named fields that is there, as text; None where none is. Raises ``TypeError``."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, bool) or not isinstance(value, str | int | float | None):
            raise TypeError(f'"{name}" is not text')
        if value is not None and str(value).strip():
            return str(value)
    return None


def _authors(fields: dict[str, Any]) -> tuple[str, ...]:
    given = fields.get("authors") or fields.get("author") or ()
    listed = [given] if isinstance(given, str) else given
    if not isinstance(listed, list | tuple) or not all(isinstance(name, str) for name in listed):
        raise TypeError('"authors" is not a list of names')
    return tuple(name for text in listed for name in credits.names(text))
