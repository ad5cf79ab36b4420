"""The Content-Security-Policy of a built page: nothing from elsewhere, and no script that is not the site's own.

Material puts a few small scripts into each page. Each is allowed by the hash of its own text (CSP level 3), so
that "unsafe-inline" is not needed and nothing else that looks like a script can run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Collection, Iterable
from enum import StrEnum
from pathlib import Path

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE)
_OURS = "# What the pages of the briefings may load.\n"
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


def inline_hashes(html: str) -> tuple[str, ...]:
    """The CSP source of each script that stands in ``html`` itself, in order, without those that are data."""
    found = []
    for script in _SCRIPT.finditer(html):
        attributes = script["attributes"].lower()
        if "src=" not in attributes and "json" not in attributes:
            digest = hashlib.sha256(script["text"].encode("utf-8")).digest()
            found.append(f"'sha256-{base64.b64encode(digest).decode('ascii')}'")
    return tuple(dict.fromkeys(found))


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


def headers(hashes: Iterable[str], paths: Iterable[str] = ("/*",)) -> str:
    """A ``_headers`` file, as several static hosts read it, with the one policy that fits every page at ``paths``."""
    lines = (
        f"Content-Security-Policy: {policy(sorted(set(hashes)))}; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: strict-origin-when-cross-origin",
    )
    told = "".join(f"  {line}\n" for line in lines)
    return _OURS + "".join(f"{path}\n{told}" for path in paths)


def write_headers(site: Path, hashes: Iterable[str], covered: Iterable[str], others: Collection[str]) -> None:
    """Write the ``_headers`` of the ``site`` for the addresses ``covered``, unless a person has made one.

    An address stands for itself; a folder that holds none of the ``others`` stands for all in it.
    """
    file = site / "_headers"
    if file.is_file() and not file.read_text(encoding="utf-8", errors="replace").startswith(_OURS):
        return
    file.write_text(headers(hashes, _paths(covered, others)), encoding="utf-8")


def _paths(covered: Iterable[str], others: Collection[str]) -> list[str]:
    if not others:
        return ["/*"]
    shared = {address.partition("/")[0] for address in others if "/" in address}
    found: dict[str, None] = {}
    for address in covered:
        folder, below, _ = address.partition("/")
        found[f"/{folder}/*" if below and folder not in shared else f"/{address}"] = None
    return sorted(found)
