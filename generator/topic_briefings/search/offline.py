"""The entries in one script, for a site that is opened from a disk.

A page from ``file://`` may neither fetch a file nor start a worker, which Pagefind needs, but it may load a
script. The browser looks through all entries itself, which takes some hundredths of a second for a thousand
articles.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from topic_briefings.pages.kinds import facets
from topic_briefings.search.entries import Entry
from topic_briefings.search.index import BOUND

FILE = "assets/search-entries.js"
"""Where the script is, below the site."""


def write_entries(entries: Iterable[Entry], site: Path) -> int:
    """Write ``entries`` into the built ``site`` and say how many there are."""
    names: dict[str, int] = {}
    rows = [_row(entry, names) for entry in entries]
    data = json.dumps({"names": list(names), "rows": rows}, ensure_ascii=False, separators=(",", ":"))
    file = site / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    # Half a surrogate pair is written as JSON's own escape.
    file.write_bytes(f"window.briefingsEntries={data};\n".encode("utf-8", "backslashreplace"))
    return len(rows)


def _row(entry: Entry, names: dict[str, int]) -> list[object]:
    """An entry as the search box reads it; what it can be narrowed by is a number into ``names``."""
    return [
        entry.group,
        entry.href,
        entry.date.isoformat() if entry.date else "",
        entry.title,
        f" {BOUND} ".join(entry.text),
        entry.by,
        entry.source,
        entry.quoted,
        " ".join(entry.also),
        *([names.setdefault(name, len(names)) for name in entry.filed.get(facet.name, ())] for facet in facets()),
    ]
