"""Which files below a folder are articles, and the text in one of them."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from topic_briefings.errors import ArticleError
from topic_briefings.models import Notice
from topic_briefings.reading import clean, limits, twice

_LEFTOVER = re.compile(
    r".*~|#.*#|~\$.*|.*\.(?:sw[a-z]|bak|tmp|orig|rej|part)|Thumbs\.db|desktop\.ini|__pycache__", re.I
)
_NOT_ARTICLES = re.compile(r"README(?:\..*)?|corrections\.ya?ml", re.IGNORECASE)
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_MOSTLY = 4
"""How many characters beyond ASCII stand beside each broken byte where the text is UTF-8 after all."""
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file that may hold articles."""

    path: Path
    shown_as: str
    """The file as the person knows it: ``seeds/dam.md``."""
    id: str
    """The path below the folder without its suffix, as it is shown, parted by ``/``."""
    limits: limits.Limits = limits.DEFAULT


def walk(folder: Path, shown_as: str) -> Iterator[tuple[Path, str]]:
    """Every candidate below ``folder`` with its path as shown, in an order that no file system decides."""
    found = []
    for root, folders, names in os.walk(folder, followlinks=False):
        folders[:] = [name for name in folders if not _skip(name)]
        linked = [name for name in folders if (Path(root) / name).is_symlink()]
        for name in [*names, *linked]:
            if not _skip(name):
                path = Path(root) / name
                inner = path.relative_to(folder).as_posix()
                text = printable(inner)
                found.append((text, text != inner, os.fsencode(inner), path))
    taken: set[str] = set()
    for text, _, raw, path in sorted(found):
        shown = text if text not in taken else _bytewise(raw, taken)
        taken.add(shown)
        yield path, f"{shown_as}/{shown}" if shown_as else shown


def printable(path: str) -> str:
    """A path as text in NFC; bytes that are no text, and characters that no line may hold, are written ``%E9``."""
    return clean.identifier(unicodedata.normalize("NFC", path))


def _bytewise(raw: bytes, taken: set[str]) -> str:
    """The path with every byte beyond ASCII written as ``%CC``: how names are told that differ by normal form only."""
    shown = quote(raw, safe="/ !#$&'()+,;=@[]^`{}")
    while shown in taken:
        shown = quote(shown, safe="/ ")
    return shown


def _skip(name: str) -> bool:
    return name.startswith(".") or bool(_LEFTOVER.fullmatch(name) or _NOT_ARTICLES.fullmatch(name))


def file_id(path: str, suffixes: Iterable[str]) -> str:
    """``path``, which is printable, without the longest of ``suffixes`` that it ends in."""
    lower = path.lower()
    suffix = max((suffix for suffix in suffixes if lower.endswith(suffix)), key=len, default="")
    return path[: len(path) - len(suffix)]


def text(file: File) -> tuple[str, tuple[Notice, ...]]:
    """The text of ``file`` and a notice when its encoding had to be guessed or mended. Raises ``ArticleError``."""
    found, notices = decode(data(file), file.shown_as)
    limits.refuse_long(len(found), file.limits.raw, file.shown_as, None)
    return once_encoded(found, notices)


def once_encoded(found: str, notices: tuple[Notice, ...] = ()) -> tuple[str, tuple[Notice, ...]]:
    """``found``, mended where it had been encoded twice, and a notice on that beside ``notices``."""
    mended = twice.mended((found,))
    if mended is None:
        return found, notices
    message = "The text had been encoded twice, so that its accents and quotation marks were wrong; it was mended."
    return mended[0], (*notices, Notice(code="encoding", message=message, case="twice"))


def data(file: File) -> bytes:
    """The bytes of ``file``. Raises ``ArticleError`` when it is empty, too large or cannot be read."""
    most = file.limits.bytes
    try:
        with file.path.open("rb") as opened:
            content = opened.read(most + 1)
            size = max(len(content), os.fstat(opened.fileno()).st_size)
    except OSError as error:
        raise ArticleError(file.shown_as, None, f"cannot be read ({error.strerror})", "check the file") from None
    if size > most:
        problem = f"holds {size / 1e6:.0f} MB, more than the {most / 1e6:.0f} MB of a file of one article"
        remedy = 'split it, give its articles as JSON Lines (.jsonl), or allow more with "largest_file:" in mkdocs.yml'
        raise ArticleError(file.shown_as, None, problem, remedy)
    if not content.strip():
        raise ArticleError(file.shown_as, None, "is empty", "write an article in it, or delete it")
    return content


def decode(content: bytes, shown_as: str) -> tuple[str, tuple[Notice, ...]]:
    """``content`` as text: by its byte order mark, else UTF-8, else Windows-1252 with a notice.

    Text in UTF-8 with a few broken bytes is still UTF-8. Raises ``ArticleError`` for what is no text.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _strict(content, encoding, shown_as), ()
    if _BINARY.search(content):
        raise ArticleError(shown_as, None, "is not text", "save it as plain text in UTF-8")
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    text = content.decode("utf-8", errors="replace")
    beyond_ascii = sum(1 for char in text if char > "\x7f")
    if _MOSTLY * text.count("\ufffd") <= beyond_ascii:
        message = "A few bytes of the file are not UTF-8; each shows as “\ufffd”."
        return text, (Notice(code="encoding", message=message, case="bytes"),)
    message = "The file is not in UTF-8; it was read as Windows-1252, so accents and quotation marks may be wrong."
    return _strict(content, "cp1252", shown_as), (Notice(code="encoding", message=message),)


def _strict(content: bytes, encoding: str, shown_as: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        problem = (
            "is in an encoding that cannot be told"
            if encoding == "cp1252"
            else f"is not the {encoding} that it begins as"
        )
        raise ArticleError(shown_as, row, problem, "save the file in UTF-8") from None
