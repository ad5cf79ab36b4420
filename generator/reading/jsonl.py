"""JSON Lines: one article a line, with ``id title text`` and optionally ``dateline date url``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from generator.errors import ArticleError
from generator.models import Article


def read_records(lines: Iterable[str], source: str) -> Iterator[Article | ArticleError]:
    """Each line's article, or what is wrong with the line."""
    for number, line in enumerate(lines, 1):
        row = json.loads(line)
        yield Article(
            id=str(row["id"]),
            headline=row.get("title") or "",
            body=row["text"],
            dateline=row.get("dateline"),
            language=row.get("lang") or "en",
            source=source,
            line=number,
            digest=hashlib.sha256(line.encode()).hexdigest(),
        )
