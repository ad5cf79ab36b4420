"""The list of the files below ``docs/`` that are ours, with the hash of what we wrote into each."""

from __future__ import annotations

import json
from pathlib import Path

from topic_briefings.errors import OwnershipError, PageError
from topic_briefings.writing.paths import check

MANIFEST = ".briefings.json"
"""MkDocs leaves files whose name begins with a dot out of the site."""

Hashes = dict[str, tuple[str, ...]]
"""Path → SHA-256 of what we wrote there; two of them while a run is under way."""


def read_manifest(folder: Path) -> Hashes:
    """What ``folder`` says is ours; nothing when it does not say.

    Raises ``OwnershipError`` when it cannot be read, as after a merge with conflicts: going on would take every
    page for a person's.
    """
    file = folder / MANIFEST
    try:
        given = json.loads(file.read_bytes())
        hashes = {check(path): _hashes(value) for path, value in given.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError, PageError) as error:
        shown = f"{folder.name}/{MANIFEST}"
        raise OwnershipError(
            f"{shown}: does not list the generated pages ({error}); restore it from version control, "
            f"or delete it together with the generated pages"
        ) from error
    return hashes


def _hashes(value: object) -> tuple[str, ...]:
    found = value if isinstance(value, list) else [value]
    if not all(isinstance(digest, str) for digest in found):
        raise ValueError("a hash is not text")
    return tuple(found)


def write_manifest(folder: Path, hashes: Hashes) -> None:
    """Replace the list in one step; one line a page, in order, so that a review shows which pages changed."""
    plain = {path: found[0] if len(found) == 1 else list(found) for path, found in sorted(hashes.items())}
    unfinished = unfinished_manifest(folder)
    unfinished.write_text(json.dumps(plain, ensure_ascii=False, indent=0) + "\n", encoding="utf-8", newline="\n")
    unfinished.replace(folder / MANIFEST)


def unfinished_manifest(folder: Path) -> Path:
    """Where the list is made before it takes its place."""
    return folder / f"{MANIFEST}.new"
