"""The articles that a command is given, and what cannot be read of them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from topic_briefings.commands.telling import complain
from topic_briefings.errors import ArticleError

if TYPE_CHECKING:
    from topic_briefings.models import Article

T = TypeVar("T")


def readable(files: Iterable[str], left_out: list[ArticleError]) -> Iterator[Article]:
    """The articles of all files; what cannot be read is reported and added to ``left_out``."""
    from topic_briefings.models import Article
    from topic_briefings.reading import read_file, read_folder
    from topic_briefings.reading.jsonl import read_stream
    from topic_briefings.reading.limits import abridged

    for name in files:
        path = Path(name)
        if name == "-":
            lines = TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", errors="surrogateescape", newline="\n")
            found = abridged(read_stream(lines, "standard input"))
        elif path.is_dir():
            found = read_folder(path, name)
        else:
            found = read_file(path, name)
        for item in found:
            if isinstance(item, Article):
                yield item
            else:
                left_out.append(item)
                complain([item])


def done_of(results: Iterable[T | ArticleError], left_out: list[ArticleError]) -> Iterator[T]:
    """The results that are none of our errors; those are reported and added to ``left_out``."""
    for result in results:
        if isinstance(result, ArticleError):
            left_out.append(result)
            complain([result])
        else:
            yield result
