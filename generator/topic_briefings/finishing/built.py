"""The pages of a built site: which file each page of ``docs/`` became."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FENCE = "---\n"


def addresses_of(docs: Path, site: Path) -> dict[str, str]:
    """The address, from the root of the ``site``, of each page of ``docs`` that was built.

    Path of the page's Markdown below ``docs`` → its address as a browser follows it; a folder's ends in a slash,
    and the home page's is empty where pages are folders.
    """
    found = {}
    folders = _with_folders(docs, site)
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs).as_posix()
        if (address := _address(path, folders)) is not None and (site / file_of(address)).is_file():
            found[path] = address
    return found


def file_of(address: str) -> str:
    """The file below the site that a browser gets for ``address``."""
    return f"{address}index.html" if address.endswith("/") or not address else address


def _with_folders(docs: Path, site: Path) -> bool:
    """Whether this site's pages are folders; seen on the first that is no index, since an index looks the same."""
    for file in sorted(docs.rglob("*.md")):
        page = file.relative_to(docs).with_suffix("")
        if page.name not in ("index", "README"):
            if (site / page / "index.html").is_file():
                return True
            if (site / page.with_suffix(".html")).is_file():
                return False
    return True


def _address(path: str, folders: bool) -> str | None:
    page = PurePosixPath(path)
    if any(part.startswith(".") for part in page.parts):
        return None
    parent = "" if str(page.parent) == "." else f"{page.parent}/"
    if page.name in ("index.md", "README.md"):
        return parent if folders else f"{parent}index.html"
    return f"{parent}{page.stem}/" if folders else f"{parent}{page.stem}.html"


def front_matter_of(file: Path) -> Mapping[str, Any]:
    """The front matter of a page of ``docs/``; nothing where it has none that is a table."""
    text = file.read_text(encoding="utf-8-sig", errors="replace")
    if not text.startswith(_FENCE):
        return {}
    head, end, _ = text[len(_FENCE) :].partition(f"\n{_FENCE}")
    try:
        found = yaml.load(head, _LOADER) if end else None  # noqa: S506 - a safe loader, the quick one where there is one
    except yaml.YAMLError:
        return {}
    return found if isinstance(found, dict) else {}
