"""JSON Lines: one article a line, with ``id title text`` and optionally ``dateline date url`` and more.

Lines are read one at a time, so a file may be larger than memory.
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
from topic_briefings.reading.files import LARGEST, File

_SHAPE = 'write {"id": …, "title": …, "text": …} on one line'


def read(file: File) -> Iterator[Article | ArticleError]:
    """The articles of ``file``, which may be compressed with gzip (``.jsonl.gz``)."""
    opener = gzip.open if file.path.suffix.lower() == ".gz" else open
    try:
        with opener(file.path, "rt", encoding="utf-8-sig", errors="surrogateescape", newline="\n") as lines:
            yield from read_records(_bounded(lines), file.shown_as)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or "it is damaged"
        yield ArticleError(file.shown_as, None, f"cannot be read to its end ({reason})", "write the file again")


def _bounded(lines: IO[str]) -> Iterator[str]:
    """The lines; of one that is longer than an article may be, only a beginning that cannot be read as JSON."""
    while row := lines.readline(LARGEST):
        yield row
        while len(row) == LARGEST and not row.endswith("\n"):
            row = lines.readline(LARGEST)  # passed over, so that the lines below keep their numbers


def read_records(lines: Iterable[str], source: str) -> Iterator[Article | ArticleError]:
    """Each line's article, or what is wrong with the line; empty lines are passed over.

    A record needs ``text`` or ``title``; a headline alone is an article too, as a wire's flashes are. ``id`` may
    be a number; without one the article is named for its file and line.
    """
    empty = True
    for number, row in enumerate(lines, 1):
        if row.strip():
            empty = False
            yield _read_line(row, number, source)
    if empty:
        yield ArticleError(source, None, "is empty", "write one article a line, or delete it")


def _read_line(row: str, number: int, source: str) -> Article | ArticleError:
    if len(row) >= LARGEST:
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
        return _article(fields, number, source)
    except TypeError as error:
        return ArticleError(source, number, str(error), "write it as text in quotation marks")


def _article(fields: dict[str, Any], number: int, source: str) -> Article | ArticleError:
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
        )
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
