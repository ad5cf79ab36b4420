"""The one module that knows Pagefind: it indexes the entries and puts the index below ``pagefind/`` of the site.

Pagefind reads HTML files. Each entry becomes a small one in a temporary folder, so that the pages themselves carry
nothing for it. What a result must know without being found by it is in the file's path, since Pagefind searches
every other field: its kind, its date, and the address it leads to.

Pagefind keeps one index a language, which a browser loads on its own. Each kind is given a private language of
the site's own ("en-x-quotation" is English to its stemmer, by BCP 47), so that the first results need a part of
the index only, and kinds can be told apart and counted without a filter.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from html import escape
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from topic_briefings.errors import SiteError
from topic_briefings.forking import shared
from topic_briefings.pages.kinds import facets
from topic_briefings.search.entries import Entry
from topic_briefings.search.forms import forms

BUNDLE = "pagefind"
"""The folder of the index, below the site."""
UNDATED = "undated"
FIRST = "article"
"""The group whose index a browser loads first."""

BOUND = "\u241e"
"""The word before each sentence, by which a result shows whole ones; no one searches for it."""

_MEMORY = "/dev/shm"  # noqa: S108 - a folder of our own is made in it
"""A file system in memory, on Linux."""
_ROOM = 64_000
"""Bytes for one entry, many times what it takes there with what Pagefind makes of it."""
_PAUSE = 0.1
"""Seconds between two looks whether an index that is being made is still wanted."""
_LICENCE = Path(__file__).parent / "pagefind-licence.txt"
_WANTED = ("pagefind.js", "pagefind-entry.json", "*.pf_meta", "filter", "fragment", "index")
"""What our own search box uses of what Pagefind writes."""


class SupersededError(Exception):
    """The index is not wanted any more; what stood in its place still stands there."""


def available() -> bool:
    """Whether Pagefind is installed with its binary, which there is not for every platform."""
    return find_spec("pagefind") is not None and find_spec("pagefind_bin") is not None


def always() -> bool:
    """Of what nothing will supersede, that it is wanted."""
    return True


def write_index(
    entries: Iterable[Entry], site: Path, language: str, wanted: Callable[[], bool] = always, workers: int = 1
) -> int:
    """Index ``entries`` for the built ``site`` and say how many there are.

    ``language`` is that of the pages, as their ``lang`` says it; as many processes as there are ``workers`` write what
    is indexed. Raises ``SiteError`` when Pagefind fails, and ``SupersededError`` once the index is no more ``wanted``,
    which is asked again and again meanwhile.
    """
    bundle = site / BUNDLE
    # Pagefind takes files as a folder lists them, which some file systems do in the order in which they were made.
    found = sorted(entries, key=record_path)
    with TemporaryDirectory(prefix="briefings-search-", dir=_place(len(found)), ignore_cleanup_errors=True) as folder:
        records, made = Path(folder, "records"), Path(folder, "made")
        number = _write_records(found, records, language, wanted, workers)
        if number:
            _run(records, made, wanted)
        if bundle.exists():
            shutil.rmtree(bundle)
        if number:
            _publish(made, bundle, language)
    return number


def _place(entries: int) -> str | None:
    """Where so many small files are made and removed at once: in memory, where a system has room for them there."""
    with suppress(OSError):
        if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > entries * _ROOM:
            return _MEMORY
    return None


def _write_records(entries: list[Entry], folder: Path, language: str, wanted: Callable[[], bool], workers: int) -> int:
    # Articles come first. A site that has none yet has a few pages only, which share one index.
    parted = any(entry.group == FIRST for entry in entries)
    files = [folder / record_path(entry) for entry in entries]
    for file in files:  # in order, whichever process fills them
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()

    def write(number: int) -> None:
        entry = entries[number]
        tag = f"{language}-x-{entry.group}" if parted and entry.group != FIRST else language
        files[number].write_text(record(entry, tag), encoding="utf-8", errors="replace")

    for _ in shared(write, len(entries), workers):
        _refuse_unwanted(wanted)
    return len(entries)


def record_path(entry: Entry) -> str:
    """The file of ``entry``: kind, date, then its address with the anchor as a last folder of its own."""
    page, _, fragment = entry.href.partition("#")
    if fragment:
        page = f"{page.rstrip('/')}/{fragment}.html"
    elif not page.endswith(".html"):
        page = f"{page.strip('./')}/index.html".lstrip("/")
    date = entry.date.isoformat() if entry.date else UNDATED
    return f"{entry.group}/{date}/{page}"


def record(entry: Entry, language: str) -> str:
    """``entry`` as an HTML page in the terms of Pagefind."""
    other = forms((entry.title, entry.by, entry.source, *entry.text, *entry.also))
    fields = {"by": entry.by, "source": entry.source, "forms": " ".join(filter(None, (*entry.also, other)))}
    head = [
        f'<meta data-pagefind-meta="{name}[content]" content="{escape(value)}">'
        for name, value in fields.items()
        if value
    ]
    head += [
        f'<meta data-pagefind-filter="{facet.name}[content]" content="{escape(value)}">'
        for facet in facets()
        for value in entry.filed.get(facet.name, ())
    ]
    if entry.date:
        head.append(f'<meta data-pagefind-sort="date[content]" content="{entry.date.isoformat()}">')
    if entry.quoted:
        head.append(f'<meta data-pagefind-sort="quoted[content]" content="{entry.quoted:08d}">')
    title = [f"<h1>{escape(entry.title)}</h1>"] if entry.title else []
    body = title + [f"<p>{BOUND} {escape(sentence)}</p>" for sentence in entry.text]
    return (
        f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8">{"".join(head)}</head>'
        f"<body data-pagefind-body>{''.join(body)}</body></html>"
    )


def _refuse_unwanted(wanted: Callable[[], bool]) -> None:
    if not wanted():
        raise SupersededError


def _run(records: Path, made: Path, wanted: Callable[[], bool]) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(records), "--output-path", str(made), "--quiet"]
    with subprocess.Popen(  # noqa: S603 - our own arguments
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace"
    ) as process:
        told = None
        while told is None:
            try:
                told, _ = process.communicate(timeout=_PAUSE)
            except subprocess.TimeoutExpired:
                if not wanted():
                    process.kill()
                    raise SupersededError from None
    if process.returncode or not (made / "pagefind.js").is_file():
        said = " ".join(told.split())[-500:]
        raise SiteError(
            f"Pagefind could not index the site (exit code {process.returncode}): {said or 'it gave no reason'}"
        )


def _publish(made: Path, bundle: Path, language: str) -> None:
    """Take over what the search box uses: not Pagefind's own boxes, nor a copy of its program for each kind."""
    bundle.mkdir(parents=True)
    program = f"wasm.{language}.pagefind"
    for pattern in (*_WANTED, program if (made / program).exists() else "wasm.unknown.pagefind"):
        for path in sorted(made.glob(pattern)):
            shutil.move(path, bundle / path.name)
    shutil.copyfile(_LICENCE, bundle / "LICENSE.txt")
