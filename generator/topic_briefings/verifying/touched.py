"""Which records a change of some pages touches: those that are new, and those of each article that the pages show.

To read all records for one changed page would cost as much as to verify a site. What is passed over here is read where
a site is verified.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from topic_briefings.pages.machine.data import ARTICLES, QUOTATIONS, VOICES
from topic_briefings.verifying.lines import OTHER_SHAPE

_QUOTED = re.compile(rb'\{"anchor":"([^"\\]+)","article":"((?:[^"\\]|\\.)*)"')
_RECORDED = re.compile(rb'\{"id":"((?:[^"\\]|\\.)*)",.*?"page":"([^"\\]+)"')
"""How the line of a quotation and that of an article begin; a line that does not is always read."""
_BETWEEN = re.compile(rb"[\s/()<>\"#]+|\.md\b")
"""What stands between the names of pages and other words."""
_ANCHOR = re.compile(rb"\bq-[0-9a-f]{8}(?:-[0-9]+)?")
MANY = 200
"""Of so many pages all records are read: to look for those that they show would cost more."""


class Touched:
    """The files of a site of which some are about to be written, without the records that this leaves alone."""

    def __init__(self, pages: Mapping[str, bytes], docs: Path) -> None:
        """``pages`` are about to be written below ``docs``."""
        self._pages, self._docs = pages, docs

    def read(self, path: str) -> bytes:
        """The file at ``path``; in place of a record that is left alone there is an empty line."""
        if path not in (ARTICLES, QUOTATIONS) or len(self._pages) > MANY:
            return self._whole(path)
        form = _RECORDED if path == ARTICLES else _QUOTED
        group = 1 if path == ARTICLES else 2
        lines = self._whole(path).split(b"\n")
        found = ((line, form.match(line)) for line in lines)
        return b"\n".join(line if not known or known[group] in self._articles else b"" for line, known in found)

    def _whole(self, path: str) -> bytes:
        return self._pages[path] if path in self._pages else (self._docs / path).read_bytes()

    @cached_property
    def _articles(self) -> frozenset[bytes]:
        """The ids, as records write them, of the articles that have a changed record or stand on a page."""
        text = b"\n".join(content for path, content in self._pages.items() if path.endswith(".md"))
        text = b"\n".join((text, *map(str.encode, self._pages)))
        names, anchors = set(_BETWEEN.split(text)), set(_ANCHOR.findall(text))
        found = {known[2] for line in self._lines(QUOTATIONS) if (known := _QUOTED.match(line)) and known[1] in anchors}
        for line in self._lines(ARTICLES):
            known = _RECORDED.match(line)
            if known and known[2].removesuffix(b".md").rpartition(b"/")[2] in names:
                found.add(known[1])
        found.update(known[2] for line in self._new(QUOTATIONS) if (known := _QUOTED.match(line)))
        found.update(known[1] for line in self._new(ARTICLES) if (known := _RECORDED.match(line)))
        found.update(key for line in self._new(VOICES) for key in _members(line))
        return frozenset(found)

    def _lines(self, path: str) -> list[bytes]:
        try:
            return self._whole(path).split(b"\n")
        except OSError:
            return []

    def _new(self, path: str) -> set[bytes]:
        """The lines of the file at ``path`` that do not stand there."""
        if path not in self._pages:
            return set()
        try:
            standing = (self._docs / path).read_bytes()
        except OSError:
            standing = b""
        return {*self._lines(path)} - {*standing.split(b"\n")}


def _members(line: bytes) -> Iterator[bytes]:
    """The ids of the articles of a voice's record, as records write them."""
    with suppress(*OTHER_SHAPE):
        for member in json.loads(line)["members"]:
            yield json.dumps(member["article"], ensure_ascii=False)[1:-1].encode()
