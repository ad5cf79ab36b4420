"""The list of the files below ``docs/`` that are ours, with the hash of what we wrote into each."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from topic_briefings.errors import OwnershipError, PageError
from topic_briefings.writing.paths import check
from topic_briefings.writing.putting import put

MANIFEST = ".briefings.json"
"""MkDocs leaves files whose name begins with a dot out of the site."""
MADE = "."
"""Stands in the list in place of a path: with which version and settings the pages were made."""

Hashes = dict[str, tuple[str, ...]]
"""Path → SHA-256 of what we wrote there; two of them while a run is under way, or after branches were merged."""

_ENTRY = re.compile(r'"(?P<path>[^"\\]+)": "(?P<digest>[0-9a-f]{64})",?')
_MARK = re.compile(r"<{7} .*|={7}|>{7} .*|\|{7}.*")
"""The lines that Git puts around the two sides of a conflict."""


def digest_of(content: bytes, known: Collection[str]) -> str:
    """The SHA-256 of ``content``: as it is, or with plain line ends where that is among the ``known`` ones.

    Git may turn line ends when it writes a file; that is no change of a person's.
    """
    found = sha256(content).hexdigest()
    if found not in known and b"\r\n" in content:
        plain = sha256(content.replace(b"\r\n", b"\n")).hexdigest()
        if plain in known:
            return plain
    return found


def read_manifest(folder: Path, *, merged: bool = False) -> Hashes:
    """What ``folder`` says is ours; nothing when it does not say.

    With ``merged``, both sides of a conflict count. Raises ``OwnershipError`` when it cannot be read: going on would
    take every page for a person's.
    """
    shown = f"{folder.name}/{MANIFEST}"
    try:
        content = (folder / MANIFEST).read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _unread(shown, error) from error
    try:
        return parse_manifest(content, merged=merged)
    except (ValueError, AttributeError, PageError) as error:
        if not merged and any(_MARK.fullmatch(line) for line in content.decode("utf-8", "replace").splitlines()):
            raise OwnershipError(
                f'{shown}: holds both sides of a merge; run "briefings generate --resolve", or restore it from version '
                "control"
            ) from error
        raise _unread(shown, error) from error


def _unread(shown: str, error: Exception) -> OwnershipError:
    return OwnershipError(
        f"{shown}: does not list the generated pages ({error}); restore it from version control, "
        f"or delete it together with the generated pages"
    )


def read_made(folder: Path) -> Mapping[str, Any]:
    """With which version and settings the pages in ``folder`` were made; nothing where that is not said."""
    try:
        given = json.loads((folder / MANIFEST).read_bytes())
        made = given.get(MADE)
    except (OSError, ValueError, AttributeError):
        return {}
    return made if isinstance(made, dict) else {}


def parse_manifest(content: bytes, *, merged: bool = False) -> Hashes:
    """The list in ``content``. A path that two branches wrote has both hashes.

    With ``merged``, it may have lost its form in a merge: each line is read for itself. Raises ``ValueError`` and the
    like where it is no such list.
    """
    try:
        given = json.loads(content, object_pairs_hook=_Pairs)
        if not isinstance(given, _Pairs):
            raise AttributeError("it is no table")
        pairs = [(path, digest) for path, value in given if path != MADE for digest in _hashes(value)]
    except ValueError:
        if not merged:
            raise
        pairs = list(_lines(content.decode("utf-8")))
    found: dict[str, list[str]] = {}
    for path, digest in pairs:
        hashes = found.setdefault(check(path), [])
        hashes += [digest] if digest not in hashes else []
    return {path: tuple(hashes) for path, hashes in found.items()}


class _Pairs(list[tuple[str, Any]]):
    """The entries of a JSON object, those with the same name too."""


def _lines(text: str) -> list[tuple[str, str]]:
    found = []
    for line in text.splitlines():
        entry = _ENTRY.fullmatch(line)
        if entry:
            found.append((entry["path"], entry["digest"]))
        elif line.strip() not in ("", "{", "}") and not line.startswith(f'"{MADE}":') and not _MARK.fullmatch(line):
            raise ValueError(f"a line of it is {line[:40]!r}")
    return found


def _hashes(value: object) -> tuple[str, ...]:
    found = value if isinstance(value, list) and not isinstance(value, _Pairs) else [value]
    if not all(isinstance(digest, str) for digest in found):
        raise ValueError("a hash is not text")
    return tuple(found)


def write_manifest(folder: Path, hashes: Hashes, made: Mapping[str, object] | None = None) -> None:
    """Replace the list in one step; one line a page, in order, so that a review shows which pages changed."""
    lines = [f'"{MADE}": {json.dumps(made, ensure_ascii=False)}'] if made else []
    for path, found in sorted(hashes.items()):
        told = found[0] if len(found) == 1 else list(found)
        lines.append(f"{json.dumps(path, ensure_ascii=False)}: {json.dumps(told, ensure_ascii=False)}")
    body = ",\n".join(lines)
    text = f"{{\n{body}\n}}\n" if lines else "{}\n"
    put(folder / MANIFEST, text.encode(), unfinished_manifest(folder))


def unfinished_manifest(folder: Path) -> Path:
    """Where the list is made before it takes its place."""
    return folder / f"{MANIFEST}.new"
