"""A built site against the pages that it was built from: block by block the same words, link by link the same place.

What the Markdown says is held against the articles; so whatever a builder, or a hand in its files, made otherwise is
found here, without another word of how pages are written.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from topic_briefings.forking import shared
from topic_briefings.pages.kinds import quoting
from topic_briefings.running.progress import Progress, unseen
from topic_briefings.verifying.dialect import from_markdown
from topic_briefings.verifying.lines import OTHER_SHAPE, Known, Read
from topic_briefings.verifying.markup import Block, Seen, from_html, target
from topic_briefings.verifying.problems import differing, folded

_ELSEWHERE = ("http:", "https:")
Report = Callable[[str, int | None, str], None]
"""``report(path, line, what)``: a problem in the file at ``path`` below where our pages begin on the site."""

_FEEDS = "feeds/"
"""Finishing gives them the addresses of the site; whoever reads one comes to a page."""
_SAID = frozenset(("mark", "bf-by", "bf-source", "bf-corrected", "bf-role", "bf-printed", "bf-act", "sup"))
"""What a page says of some of its words by the element that they stand in."""
_Said = tuple[str, tuple[object, ...]]


class _Due(NamedTuple):
    """A page that is to be compared."""

    path: str
    name: str
    """Of the file that was built."""
    digest: str
    """Of both; empty where nothing is kept."""


class Built:
    """A site that was built of our pages."""

    def __init__(self, site: Path, read: Read, report: Report, known: Known | None = None) -> None:
        """``site`` is the folder where our pages begin, and ``read`` gives what they were built from."""
        self.site, self._read, self._report, self._known = site, read, report, known

    def pages(self, paths: Sequence[str], workers: int, progress: Progress = unseen) -> None:
        """Compare what was built from the pages at ``paths``, by as many processes as there are ``workers``."""
        due = [page for path in paths if (page := self._due(path))]
        found = shared(lambda number: self._differences(due[number]), len(due), workers)
        for page, problems in zip(due, progress(found, "Comparing the site", None), strict=True):
            for line, what in problems:
                self._report(page.name, line or None, what)
            if self._known and not problems:
                self._known.put(page.path, page.digest)

    def _due(self, path: str) -> _Due | None:
        """What is to be compared with the page at ``path``, in a folder of its own, or as a file; None if it was."""
        bare = path.removesuffix(".md").removesuffix("index").rstrip("/")
        names = (f"{bare}/index.html".lstrip("/"), f"{bare}.html")
        name = next((name for name in names if (self.site / name).is_file()), None)
        if name is None:
            self._report(names[0], None, "is missing")
            return None
        try:
            digest = self._digest(path, name, self._known) if self._known else ""
        except OSError:
            self._report(name, None, "is missing")
            return None
        return None if self._known and self._known.get(path) == digest else _Due(path, name, digest)

    def _digest(self, path: str, name: str, known: Known) -> str:
        """A digest of the page at ``path`` and of what was built of it."""
        parts = (known.basis.encode(), self._read(path), (self.site / name).read_bytes())
        return sha256(b"\n".join(parts)).hexdigest()

    def _differences(self, page: _Due) -> list[tuple[int, str]]:
        written, built = self._read(page.path).decode("utf-8", "replace"), (self.site / page.name).read_bytes()
        return list(differences(page.path, from_markdown(written), from_html(built)))

    def files(self, paths: Iterable[str]) -> None:
        """Compare what pages are dressed in and what can be fetched beside them: a style can hide a word."""
        for path in sorted(paths):
            if path.endswith(".md") or path.startswith(_FEEDS):
                continue
            with suppress(OSError):  # what the owner leaves out of the site says nothing
                if (self.site / path).read_bytes() != self._read(path):
                    self._report(path, None, "is not the file that was generated")


def differences(path: str, written: Seen, built: Seen) -> Iterator[tuple[int, str]]:
    """The line of the built page, 0 where it has none, and what is there other than in the Markdown of ``path``."""
    if not quoting(path):  # what it says is the generator's own words, and no article's
        return
    yield from built.oddities()
    leading = (block for block in built.blocks if block.leads)
    own = (link for block in leading for _, link in block.links() if not link.startswith(_ELSEWHERE))
    folders = not any(link.partition("#")[0].endswith(".html") for link in own)
    shown = [block for block in built.blocks if block.text]
    pairs = zip_longest(_said(path, written, folders=False), _said(path, built, folders=folders))
    for at, (right, said) in enumerate(pairs):
        if right != said:
            yield shown[min(at, len(shown) - 1)].line if shown else 0, _told(said, right)
            break
    title = next((block.text for block in written.blocks if block.tag == "h1"), "")
    # The owner may call the home page otherwise.
    for name, default in (("title", title), ("description", None)) if path != "index.md" else ():
        _, right_head = written.head.get(name, (0, default))
        _, said_head = built.head.get(name, (0, right_head))
        if right_head is not None and folded(said_head or "") != folded(right_head):
            ours, theirs = differing(folded(said_head or ""), folded(right_head))
            yield 0, f"the {name} of the built page is {ours} where the page that it was built from has {theirs}"
    if [*_data(built)] != [*_data(written)]:
        yield 0, "the data for machines are other than on the page that it was built from"


def _told(said: _Said | None, right: _Said | None) -> str:
    text, own = (said[0] if said else ""), (right[0] if right else "")
    if text == own:
        return f"a link or a mark in {differing(text, '')[0]} is another than on the page that it was built from"
    ours, theirs = differing(text, own)
    return f"the built page says {ours} where the page that it was built from says {theirs}"


def _said(path: str, seen: Seen, *, folders: bool) -> Iterator[_Said]:
    """The words of each block that has some, what it is, what is said of its parts and where its links lead."""
    for block in seen.blocks:
        if block.text:
            anchor = block.anchor if block.anchor.startswith("q-") else ""
            links = _places(path, block, folders=folders) if block.leads else ()
            yield block.text, (anchor, _ours(block.names), *_parts(block), *links)


@lru_cache(maxsize=4_096)
def _ours(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name in names if name.startswith("bf-"))


def _parts(block: Block) -> Iterator[tuple[str, frozenset[str]]]:
    """Its words, parted where what is said of them changes."""
    if len(block.runs) == 1:
        yield block.text, block.runs[0].within & _SAID
        return
    for named, runs in groupby(block.runs, key=lambda run: run.within & _SAID):
        if text := "".join(run.text for run in runs).strip(" "):
            yield text, named


def _places(path: str, block: Block, *, folders: bool) -> Iterator[str | tuple[str, str]]:
    # Those of pictures are written as a browser follows them, and no builder looks at them.
    for _, link in block.links() if "svg" not in block.names else ():
        yield link if link.startswith(_ELSEWHERE) else target(path, link, built=folders)


def _data(seen: Seen) -> Iterator[tuple[str, Any]]:
    """The blocks of data in order, without the addresses of their page, which finishing makes whole."""
    for _, kind, text in seen.scripts:
        try:
            found = json.loads(text)
            for part in found.get("@graph", ()) if kind == "application/ld+json" else ():
                part.update(url=f"#{part['url'].rpartition('#')[2]}") if part.get("@type") == "Quotation" else None
        except OTHER_SHAPE:
            found = text
        yield kind, found
