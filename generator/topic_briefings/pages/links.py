"""The one owner of slugs, paths and links: which page a thing has, and how another page points at it."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable

from topic_briefings.languages.accents import unaccented

_BASE = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})
_LONGEST = 70
# "index" is a folder's own page and "pages" holds those it runs on to; Windows cannot hold a file of another name here.
_DEVICES = {"con", "prn", "aux", "nul"}
_RESERVED = {"index", "pages", *_DEVICES, *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def slug(name: str) -> str:
    """``name`` in lower-case ASCII letters, digits and hyphens, at most 70 of them.

    A name with nothing of the kind (all of it in another script) gets the first eight digits of its hash.
    """
    base = re.sub(r"['’]", "", unaccented(name.casefold().translate(_BASE)))
    cut = re.sub(r"[^a-z0-9]+", "-", base).strip("-")
    if len(cut) > _LONGEST:
        cut = cut[: _LONGEST + 1].rpartition("-")[0] or cut[:_LONGEST]
    return cut if cut and cut not in _RESERVED else f"{cut}-{_short(name)}".strip("-")


def slugs(keys: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A slug for each ``(key, name)``, all different.

    Where names collide, the key that sorts first keeps the plain slug and the others end in a hash of their
    own key, so that an address changes only when a key before it comes or goes.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key, name in sorted(keys):
        plain = slug(name)
        found[key] = plain if plain not in taken else f"{plain}-{_short(key)}"
        taken.add(found[key])
    return found


def _short(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def anchor(key: str) -> str:
    """A short stable anchor for a quotation's text: the same words keep the same anchor."""
    return f"q-{_short(key)}"


def relative(origin: str, target: str, fragment: str = "") -> str:
    """The link from the page at ``origin`` to the page at ``target``, both below ``docs/``."""
    if origin == target and fragment:
        return f"#{fragment}"
    path = _way(origin.split("/")[:-1], target.split("/"))
    return f"{path}#{fragment}" if fragment else path


def _way(here: list[str], there: list[str]) -> str:
    """From one folder to a file, both given by their parts: ``posixpath.relpath`` for paths known to be plain."""
    shared = 0
    for ours, theirs in zip(here, there[:-1], strict=False):
        if ours != theirs:
            break
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:])


def published(origin: str, target: str) -> str:
    """The link as a browser follows it, for HTML that MkDocs does not rewrite: each page is a folder of its own."""
    path = posixpath.relpath(_folder(target) or ".", _folder(origin) or ".")
    return f"{path}/"


def _folder(page: str) -> str:
    return page.removesuffix("index.md").removesuffix(".md").rstrip("/")
