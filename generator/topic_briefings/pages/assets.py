"""The style sheet and the fonts, written beside the pages so that any builder of the Markdown finds them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from topic_briefings.models import Page

ASSETS = Path(__file__).parent / "assets"


def asset_pages() -> Iterator[Page]:
    """One page a file below ``assets/``, byte for byte."""
    for file in sorted(ASSETS.rglob("*")):
        if file.is_file():
            yield Page(path=f"assets/{file.relative_to(ASSETS).as_posix()}", content=file.read_bytes())
