"""Which addresses may stand on a page."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from topic_briefings.reading import clean

_UNSAFE = re.compile(r"[\s<>\"\\^`{|}\ufffd]")
_LONGEST = 2_000


def problem(url: str) -> str | None:
    """What is wrong with ``url`` as a link to an article's original; None when it may be published."""
    if _UNSAFE.search(url) or clean.identifier(url) != url:
        return "has a space or a sign that no address may hold"
    if len(url) > _LONGEST:
        return f"is longer than {_LONGEST} characters"
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "is not an address"
    if parts.scheme not in ("http", "https") or not host:
        return "is not an address that begins with https:// or http://"
    if "@" in parts.netloc:
        return "holds a user name"
    return None
