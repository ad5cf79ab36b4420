"""Why pages are stale: which article, which setting, which version; for whoever has to mend a failed check."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from topic_briefings.settings import Settings
from topic_briefings.version import __version__
from topic_briefings.writing.manifest import MANIFEST, digest_of, read_made, read_manifest

PRINTED = ("full_text", "site_language", "threshold", "per_page", "voice_feeds_from", "name")
"""The settings that pages depend on, and that are written as they are given."""
MOST = 3
"""Reasons that are named for one file; more are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article as far as pages tell one from another."""

    page: str
    """The path of its page."""
    digest: str
    source: str
    """Its file, for messages."""


def made_with(settings: Settings) -> dict[str, object]:
    """Version and settings, as far as pages depend on them; for the list of pages."""
    told = {"version": __version__} | {name: getattr(settings, name) for name in PRINTED}
    told["watch"] = json.loads(json.dumps([asdict(watch) for watch in settings.watch])) or None
    return {name: value for name, value in told.items() if value is not None}


def reasons(settings: Settings, stale: Iterable[str], wanted: Mapping[str, bytes]) -> dict[str, str]:
    """Why each ``stale`` file is; ``wanted`` has, by path, what those should hold that are not to go."""
    from topic_briefings.pages.machine.data import ARTICLES  # slow to import, and needed where something is stale

    docs = settings.docs
    before = recorded(docs / ARTICLES)
    now = recorded_in(wanted[ARTICLES]) if ARTICLES in wanted else before
    found = causes(before, now, read_made(docs), made_with(settings))
    owned = read_manifest(docs)

    def why(path: str) -> str:
        held = (docs / path).read_bytes() if (docs / path).is_file() else None
        if held is not None and path != MANIFEST and digest_of(held, owned.get(path, ())) not in owned.get(path, ()):
            return "was written or changed by hand"
        return found.why(path, held, wanted.get(path))

    return {path: why(path) for path in stale}


def recorded(file: Path) -> dict[str, Source]:
    """The articles that the records in ``file`` are of, by id; none where they cannot be read."""
    try:
        return recorded_in(file.read_bytes())
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def recorded_in(records: bytes) -> dict[str, Source]:
    """The articles that ``records``, JSON Lines, are of, by id."""
    rows = map(json.loads, records.splitlines())
    return {row["id"]: Source(page=row["page"], digest=row["digest"], source=row["source"]) for row in rows}


@dataclass(frozen=True, slots=True, kw_only=True)
class Causes:
    """What is different now from when the pages were made."""

    articles: Mapping[str, str]
    """The path of an article's page → what became of the article, in words."""
    others: tuple[str, ...]
    """Settings and version, in words."""

    def why(self, path: str, before: bytes | None, after: bytes | None) -> str:
        """Why the file at ``path``, which holds ``before``, should hold ``after``; None stands for no file."""
        if path in self.articles:
            return self.articles[path]
        named = [words for page, words in self.articles.items() if _names(page, before, after)]
        found = named or [*self.others] or [*self.articles.values()]
        if not found:
            return "is missing" if before is None else "a correction, or other rules of the same version"
        rest = f" and {len(found) - MOST} more" if len(found) > MOST else ""
        return "; ".join(found[:MOST]) + rest


def causes(
    before: Mapping[str, Source], now: Mapping[str, Source], made: Mapping[str, Any], making: Mapping[str, Any]
) -> Causes:
    """What is different: of the articles ``before`` and ``now``, and of what pages were ``made`` with and would be."""
    articles = {}
    for key in sorted(before.keys() | now.keys()):
        was, is_ = before.get(key), now.get(key)
        if was is None and is_ is not None:
            articles[is_.page] = f"{is_.source} is new"
        elif is_ is None and was is not None:
            articles[was.page] = f"{was.source} is gone"
        elif was is not None and is_ is not None and was.digest != is_.digest:
            articles[is_.page] = f"{is_.source} changed"
    return Causes(articles=articles, others=tuple(_others(made, making)))


def _others(made: Mapping[str, Any], making: Mapping[str, Any]) -> Iterable[str]:
    if not made:
        return
    for name in sorted(made.keys() | making.keys()):
        was, is_ = made.get(name), making.get(name)
        if was != is_:
            yield f"{name} was {json.dumps(was, ensure_ascii=False)} and is {json.dumps(is_, ensure_ascii=False)}"


def _names(page: str, before: bytes | None, after: bytes | None) -> bool:
    """Whether a line that is on one side only leads to ``page``."""
    lines = set((before or b"").splitlines()) ^ set((after or b"").splitlines())
    stem = page.removesuffix(".md").encode()
    name = stem.rpartition(b"/")[2]
    return any(stem in line or b"/" + name + b"/" in line or name + b".md" in line for line in lines)
