"""Pages that need not be read again.

What is found on a page depends on its bytes and on the records that it is held against. While a page is read, it is
noted what the records were asked. Whoever asks the same again of the same page, and is answered the same, would find
the same. (Verifying traces, as ``pages/once.py`` keeps them for what it makes.)
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from typing import Any, NamedTuple, TypeVar

from topic_briefings.verifying.records import Records, Row

V = TypeVar("V")
Question = tuple[str, str]
"""Which table of the records was asked, and for what."""


class Page(NamedTuple):
    """What is on a page with which nothing is wrong."""

    shown: int
    """Quotations."""
    own: list[tuple[str, str]]
    """Article and anchor of those that stand on a page of their article."""


class Traced(Records):
    """Records that note what they are asked."""

    def __init__(self, records: Records) -> None:
        self.asked: dict[Question, None] = {}
        self._records = records
        self.pages = _Noting("pages", records.pages, self.asked)
        self.voice_pages = _Noting("voice_pages", records.voice_pages, self.asked)
        self.articles = _Noting("articles", records.articles, self.asked)
        self.standing = _Noting("standing", records.standing, self.asked)
        self.anchors = _Noting("anchors", records.anchors, self.asked)

    def beside(self, row: Row) -> list[Row]:
        """See ``Records``."""
        self.asked["rows", row.article] = None
        return self._records.beside(row)


class _Noting(dict[str, V]):
    """A table that notes for what it is asked; it holds nothing itself."""

    def __init__(self, name: str, table: Mapping[str, V], asked: dict[Question, None]) -> None:
        super().__init__()
        self._name, self._table, self._asked = name, table, asked

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 - as a dictionary has it
        self._asked[self._name, key] = None
        return self._table.get(key, default)

    def __getitem__(self, key: str) -> V:
        self._asked[self._name, key] = None
        return self._table[key]

    def __contains__(self, key: object) -> bool:
        self._asked[self._name, str(key)] = None
        return key in self._table


class Trace:
    """Writes down what was found of pages, and knows it again."""

    def __init__(self, records: Records, basis: str) -> None:
        """``basis`` stands for all else that decides what is found: code, settings, where it was found."""
        self._records, self._basis = records, basis
        self._answers: dict[Question, str] = {}

    def written(self, content: bytes, page: Page, asked: Iterable[Question]) -> str:
        """What is kept of a page that holds ``content``."""
        questions = list(asked)
        return json.dumps([self._digest(content, questions), page.shown, page.own, questions], separators=(",", ":"))

    def known(self, content: bytes, kept: str | None) -> Page | None:
        """What was found of the page, where it still holds; None where it must be read."""
        with suppress(ValueError, TypeError, KeyError):
            digest, shown, own, questions = json.loads(kept or "null")
            if digest == self._digest(content, [(table, key) for table, key in questions]):
                return Page(shown, [(article, anchor) for article, anchor in own])
        return None

    def _digest(self, content: bytes, questions: list[Question]) -> str:
        answers = "\n".join([self._answers.get(question) or self._answered(question) for question in questions])
        digest = sha256(f"{self._basis}\n{answers}\n".encode("utf-8", "surrogatepass"))
        digest.update(content)
        return digest.hexdigest()

    def _answered(self, question: Question) -> str:
        table, key = question
        found = getattr(self._records, table).get(key)
        if table == "standing" and found is not None:
            found = replace(found, body="")  # the digest stands for it
        answer = self._answers[question] = repr(found)
        return answer
