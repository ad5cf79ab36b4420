"""The Markdown of pages as it is shown, told by digests: a server reads no file twice that looks as it did."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from topic_briefings.mkdocs_edge.correcting import Asked, Correcting
from topic_briefings.store.runs import looks


class Read:
    """What was read, from one build to the next."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[list[int], Asked, str]] = {}
        """By the path of a page how its file looked, what was asked about it, and the digest."""

    def digest(self, path: str, file: str, correcting: Correcting | None) -> str:
        """A digest of the text of the page at ``path``, in ``file``, with its entries where ``correcting`` has them."""
        look = looks(file)
        known = self._known.get(path)
        if known and known[0] == look and (correcting.answers(known[1]) if correcting else not known[1]):
            return known[2]
        text = Path(file).read_bytes().decode("utf-8", "surrogateescape")
        shown = correcting.page(path, text) if correcting else text
        found = sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()
        if look:
            self._known[path] = (look, correcting.asked if correcting else {}, found)
        return found
