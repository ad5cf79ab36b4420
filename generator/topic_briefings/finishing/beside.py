"""The JSON beside each page of a finished site: for programs, what the page shows, and for each word its source.

``countries/de/`` has ``countries/de/index.json``, and a site whose pages are files has ``countries/de.json`` beside
``countries/de.html``. All of it is read from ``docs/`` (the page and the rows of ``data/``), so that it is the same
whatever built the site. Rows are copied as they are, and found by their place in the file: a large edition is never
held whole.
"""

from __future__ import annotations

import json
import mmap
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from topic_briefings.finishing.addresses import Addresses
from topic_briefings.finishing.built import file_of, front_matter_of
from topic_briefings.forking import shared
from topic_briefings.pages.kinds.story import STORIES
from topic_briefings.pages.machine.data import ARTICLES, QUOTATIONS, VOICES
from topic_briefings.text.printed import anchors_on, links_on
from topic_briefings.writing.putting import replace

TOLD = ("id", "page", "headline", "outlet", "authors", "published", "url", "source", "digest")
"""What of an article's record names it as a source; on its own page stands all but its quotations, a list apart."""
_KEY = {name: re.compile(rb'"%s": ?("(?:[^"\\]|\\.)*")' % name.encode()) for name in ("anchor", "page")}


def beside(address: str) -> str:
    """Where the JSON of the page at ``address`` is; both from the root of the site."""
    return file_of(address).removesuffix(".html") + ".json"


def write_beside(site: Path, docs: Path, ours: Collection[str], addresses: Addresses, workers: int = 1) -> int:
    """Write the JSON of each of ``ours`` that the ``site`` has a page of; gives how many there are.

    ``ours`` are paths below ``docs`` of what the generator wrote, and ``site`` is where they begin on the site. As many
    processes write as there are ``workers``.
    """
    data, paths = _Data(docs, ours), sorted(path for path in ours if path in addresses.pages)

    def write(number: int) -> bool:
        path = paths[number]
        file = site / beside(addresses.pages[path])
        if not file.parent.is_dir():
            return False
        replace(file, _page(path, docs / path, data, addresses).encode("utf-8", "replace"))
        return True

    return sum(shared(write, len(paths), workers))


def _page(path: str, file: Path, data: _Data, addresses: Addresses) -> str:
    text = file.read_text(encoding="utf-8", errors="replace")
    quotations = data.quotations.lines(anchors_on(text))
    led = dict.fromkeys((path, *links_on(path, text)))
    told = {
        "page": path,
        "title": front_matter_of(file).get("title"),
        "address": addresses.whole(addresses.pages[path]),
    }
    own = {
        kind: [_own(row) for row in map(json.loads, rows.lines([path]))]
        for kind, rows in (("article", data.articles), ("story", data.stories), ("voice", data.voices))
    }
    told |= {kind: rows[0] for kind, rows in own.items() if rows}
    articles = list(filter(None, map(data.source, led)))
    # A row each line: what changed is seen line by line.
    lists = {"quotations": quotations, "articles": (_json(row) for row in articles)}
    parts = [f'"{name}": {_json(value)}' for name, value in told.items()]
    parts += [f'"{name}": [{"".join(_listed(rows))}]' for name, rows in lists.items()]
    return "{" + ",\n".join(parts) + "}\n"


def _own(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "quotations"}


def _listed(rows: Iterable[str]) -> Iterator[str]:
    between = "\n"
    for row in rows:
        yield f"{between}{row}"
        between = ",\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class _Data:
    """The rows of ``data/``, each found by what pages call it."""

    def __init__(self, docs: Path, ours: Collection[str]) -> None:
        def rows(path: str, key: str) -> _Rows:
            return _Rows(docs / path if path in ours else None, _KEY[key])

        self.quotations = rows(QUOTATIONS, "anchor")
        self.articles = rows(ARTICLES, "page")
        self.stories = rows(STORIES, "page")
        self.voices = rows(VOICES, "page")
        self.source = lru_cache(maxsize=4_096)(self._source)

    def _source(self, page: str) -> dict[str, Any] | None:
        """What names the article whose page is ``page``; None for any other page."""
        row = next(self.articles.lines([page]), None)
        return {name: value for name, value in json.loads(row).items() if name in TOLD} if row else None


class _Rows:
    """The lines of a file of JSON Lines, by the first value of one field in each.

    A mark within a string is escaped, so what an article says is never taken for the field.
    """

    def __init__(self, file: Path | None, key: re.Pattern[bytes]) -> None:
        held = _mapped(file) if file and file.is_file() and file.stat().st_size else None
        self._file = held or b""
        self._places: dict[str, tuple[int, int]] = {}
        start = 0
        for line in iter(held.readline, b"") if held else ():
            if found := key.search(line):
                self._places.setdefault(json.loads(found[1]), (start, start + len(line)))
            start += len(line)

    def lines(self, keys: Iterable[str]) -> Iterator[str]:
        """The lines of those of ``keys`` that there are, in their order, without their ends."""
        for start, end in filter(None, map(self._places.get, keys)):
            yield self._file[start:end].decode("utf-8", "replace").rstrip("\n")


def _mapped(file: Path) -> mmap.mmap:
    with file.open("rb") as opened:
        return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
