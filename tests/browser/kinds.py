"""One address for each kind of page: always the heaviest of its kind, where there is most that can go wrong."""

from __future__ import annotations

from pathlib import Path

KINDS = {
    "home": "index.html",
    "topics": "topics/index.html",
    "topic": "topics/*/index.html",
    "countries": "countries/index.html",
    "country": "countries/*/index.html",
    "stories": "stories/index.html",
    "story": "stories/*/index.html",
    "voices": "voices/index.html",
    "voice": "voices/*/index.html",
    "articles": "articles/index.html",
    "article": "articles/**/index.html",
    "month": "months/2*/index.html",
    "undated": "months/undated/index.html",
    "about": "about/index.html",
    "guide": "guide/*/index.html",
    "missing": "404.html",
}


def address(site: Path, kind: str) -> str:
    """The address of a page of ``kind``, from the home page on."""
    pattern = KINDS[kind]
    found = (
        [site / pattern] if "*" not in pattern else [f for f in site.glob(pattern) if f != site / "articles/index.html"]
    )
    heaviest = max(found, key=lambda file: (file.stat().st_size, file.as_posix()))
    return heaviest.relative_to(site).as_posix().removesuffix("index.html")
