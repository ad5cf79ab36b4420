"""The Content-Security-Policy of a built page: nothing from elsewhere, and no script that is not the site's own.

Material puts a few small scripts into each page. Each is allowed by the hash of its own text (CSP level 3), so
that "unsafe-inline" is not needed and nothing else that looks like a script can run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE)
_CHARSET = re.compile(r'<meta charset="utf-8"\s*/?>', re.IGNORECASE)
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


def with_policy(html: str, *, offline: bool = False) -> str:
    """``html`` with its policy as the first thing in its head after the character set."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(inline_hashes(html), offline=offline)}">'
    return _CHARSET.sub(lambda found: found[0] + meta, html, count=1)


def headers(hashes: Iterable[str]) -> str:
    """A ``_headers`` file, as several static hosts read it, with the one policy that fits every page of a site."""
    lines = (
        f"Content-Security-Policy: {policy(sorted(set(hashes)))}; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: strict-origin-when-cross-origin",
    )
    return "/*\n" + "".join(f"  {line}\n" for line in lines)
