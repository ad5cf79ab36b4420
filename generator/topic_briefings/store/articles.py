"""Articles that need not be read again: one row a file, keyed by its bytes, its name and the code that reads."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

from topic_briefings.errors import ArticleError
from topic_briefings.models import Article, Notice, Span
from topic_briefings.reading import articles_in
from topic_briefings.reading.files import File
from topic_briefings.store.decoded import Decoded
from topic_briefings.store.rows import Rows, opened

Item = Article | ArticleError


class Remembered:
    """What ``reading.articles_in`` gives, from memory where the file is known; ``remembered`` makes one."""

    def __init__(self, rows: Rows, digest: Callable[[Path], str], code: str) -> None:
        self._rows, self._digest, self._code = rows, digest, code
        self._new: list[tuple[str, str]] = []

    def __call__(self, file: File) -> Iterator[Item]:
        """The articles of ``file``, and what is wrong with others."""
        digest = self._digest(file.path)
        if not digest:  # it cannot be read: the reader says why
            yield from articles_in(file)
            return
        decides = [digest, file.shown_as, file.id, repr(file.limits), self._code]
        key = hashlib.sha256(json.dumps(decides).encode()).hexdigest()
        self._rows.asked(key)
        known = _DECODED.get(self._rows.folder, key, lambda: self._known(key))
        if known is None:
            known = list(articles_in(file))
            if sum(len(item.body) for item in known if isinstance(item, Article)) <= file.limits.bytes:
                self._new.append((key, _dump(known)))
        yield from known

    def _known(self, key: str) -> list[Item] | None:
        text = self._rows.get(key)
        try:
            return None if text is None else _load(text)
        except Exception:  # noqa: BLE001 - whatever is wrong with a row, the file is read again
            return None

    def keep(self) -> None:
        """Write down what was read, and forget the files that were not asked for."""
        self._rows.put(self._new)
        self._rows.prune()
        _DECODED.prune(self._rows.folder)


@contextmanager
def remembered(folder: Path, digest: Callable[[Path], str], code: str) -> Iterator[Remembered]:
    """Reads with the memory in ``folder``; ``digest`` is of a file's bytes, ``code`` of all that reads them."""
    with opened(folder, "articles") as rows:
        reader = Remembered(rows, digest, code)
        yield reader
        reader.keep()


_DECODED: Decoded[list[Item]] = Decoded()
_PLAIN = tuple(field.name for field in fields(Article) if field.name not in ("published", "notices"))
_PLAIN_ONLY = {*_PLAIN} - {"authors"}


# Written by hand, since thousands are read at the beginning of each run.


def _dump(items: list[Item]) -> str:
    plain = [
        [item.source, item.line, item.problem, item.remedy]
        if isinstance(item, ArticleError)
        else {name: getattr(item, name) for name in _PLAIN}
        | {
            "published": item.published.toordinal() if item.published else None,
            "notices": [
                [notice.code, notice.message, notice.span, notice.case, notice.words] for notice in item.notices
            ],
        }
        for item in items
    ]
    return json.dumps(plain, separators=(",", ":"))


def _load(text: str) -> list[Item]:
    return [ArticleError(*item) if isinstance(item, list) else _article(**item) for item in json.loads(text)]


def _article(authors: list[str], published: int | None, notices: list[Any], **plain: Any) -> Article:  # noqa: ANN401 - of all kinds
    if plain.keys() != _PLAIN_ONLY:
        raise ValueError("the row is of another kind of article")
    return Article(
        authors=tuple(authors),
        published=None if published is None else dt.date.fromordinal(published),
        notices=tuple(
            Notice(code=code, message=message, span=Span(*span) if span else None, case=case, words=tuple(words))
            for code, message, span, case, words in notices
        ),
        **plain,
    )
