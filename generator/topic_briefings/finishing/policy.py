"""The Content-Security-Policy of a built page: nothing from elsewhere, and no script that is not the site's own.

Material puts a few small scripts into each page. Each that its templates hold is allowed by the hash of its own text
(CSP level 3), so that "unsafe-inline" is not needed and nothing else that looks like a script can run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Collection, Iterable
from enum import StrEnum
from pathlib import Path

from topic_briefings.writing.putting import replace

_OURS = "# What the pages of the briefings may load"
_PARTS = re.compile(rf"^(?={_OURS})", re.MULTILINE)
# Styles may stand inline: Material and the search set a few. Search runs as WebAssembly in a worker.
_FIXED = (
    "default-src 'self'",
    "img-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
)


class Cover(StrEnum):
    """Which pages of a site get the policy."""

    OURS = "ours"
    ALL = "all"
    NONE = "none"

    def covers(self, ours: bool) -> bool:
        """Whether a page gets it, which is one of ``ours`` or not."""
        return self is Cover.ALL or (ours and self is Cover.OURS)


def script_hashes(scripts: Iterable[str]) -> tuple[str, ...]:
    """The CSP source of each of the ``scripts``, given as their text, in order."""
    digests = (base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") for text in scripts)
    return tuple(dict.fromkeys(f"'sha256-{digest}'" for digest in digests))


def policy(hashes: Iterable[str], *, offline: bool = False) -> str:
    """The policy that allows the site's own files and the scripts with these hashes.

    For a site on a disk, "own" is anything on that disk: to a browser, each file there may be an origin apart.
    """
    scripts = " ".join(["script-src 'self' 'wasm-unsafe-eval'", *hashes])
    found = "; ".join([*_FIXED, scripts])
    return found.replace("'self'", "'self' file:") if offline else found


def policy_meta(hashes: Iterable[str], *, offline: bool = False) -> str:
    """The policy as an element that must be the first thing in the head after the character set."""
    return f'<meta http-equiv="Content-Security-Policy" content="{policy(hashes, offline=offline)}">'


def headers(hashes: Iterable[str], paths: Iterable[str] = ("/*",), folder: str = "") -> str:
    """A ``_headers`` file, as several static hosts read it, with the one policy that fits every page at ``paths``.

    ``folder`` is where the briefings stand on the site; empty where the whole site is theirs.
    """
    lines = (
        f"Content-Security-Policy: {policy(sorted(set(hashes)))}; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: strict-origin-when-cross-origin",
    )
    told = "".join(f"  {line}\n" for line in lines)
    return f"{_first_line(folder)}\n" + "".join(f"{path}\n{told}" for path in paths)


def write_headers(site: Path, hashes: Iterable[str], paths: Iterable[str], folder: str = "") -> None:
    """Write the ``_headers`` of the ``site`` for the ``paths`` of ``folder``, unless a person has made one.

    What it says for the briefings in another folder of the site stays.
    """
    file = site / "_headers"
    there = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
    if there and not there.startswith(_OURS):
        return
    parts = {part.partition("\n")[0]: part for part in _PARTS.split(there) if part}
    parts[_first_line(folder)] = headers(hashes, paths, folder)
    replace(file, "".join(part for _, part in sorted(parts.items())).encode())


def _first_line(folder: str) -> str:
    return f"{_OURS}, in {folder}/." if folder else f"{_OURS}."


def header_paths(covered: Iterable[str], others: Collection[str]) -> list[str]:
    """The paths that stand for the addresses ``covered``.

    Each stands for itself, and a folder with none of the ``others`` in it for all that it holds.
    """
    if not others:
        return ["/*"]
    shared = {address.partition("/")[0] for address in others if "/" in address}
    found: dict[str, None] = {}
    for address in covered:
        folder, below, _ = address.partition("/")
        found[f"/{folder}/*" if below and folder not in shared else f"/{address}"] = None
    return sorted(found)
