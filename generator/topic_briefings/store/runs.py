"""What the last run began from and left behind, so that a run with nothing to do ends before it begins.

The files of articles and the pages are told by what the file system says of them, as git's index does it: a file of
the same size and the same times is the same, unless it is so young that it may have changed within one tick of the
clock; then, and when anything differs, its content is compared. A file of another content, one more, one less,
another setting, another version of the code or of a tool: and the run is made in full.

As with analyses, whatever is wrong with the note, the run is made as if there were none.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from topic_briefings.errors import ArticleError
from topic_briefings.plugins import installed
from topic_briefings.settings import Settings

PACKAGE = Path(__file__).parents[1]
TOOLS = (
    *("ahocorasick-rs", "babel", "jinja2", "lxml", "lxml_html_clean", "markdown-it-py", "markupsafe", "numpy"),
    *("py3langid", "pyyaml", "sentencex", "yake"),
)
"""Whose versions decide what pages say."""
YOUNG = 2_000_000_000
"""Nanoseconds: file systems keep time in steps of up to two seconds, so a file may change and look the same."""

State = dict[str, tuple[list[int], str]]
"""Path → what the file system says of the file, and the SHA-256 of its content; "" where it cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """What a run reported, to be reported again by one that has nothing to do."""

    counts: Mapping[str, int]
    errors: tuple[ArticleError, ...]
    unmet: tuple[str, ...]
    """A sentence for each correction that did not apply."""
    files: tuple[str, ...]
    """The pages, relative to the folder of pages, in order."""


class LastRun:
    """The note on the last run of one kind; made before a run reads its first article."""

    def __init__(self, settings: Settings, kind: str, now: int) -> None:
        """``kind`` is a word for what a run is for, and ``now`` its beginning in nanoseconds since 1970.

        The time decides only how much is read again, never what is found.
        """
        self._settings = settings
        self._file = settings.cache / f"last-{kind}.json"
        self._now = now
        self._note = _read(self._file)
        self._began = self._note.get("began", 0)
        self.code = code()
        """What everything that is made by this very code is known by."""
        self.basis = self._key = basis(settings, self.code)
        """The same for settings, files that they name, code and tools."""
        self._docs = os.fsdecode(settings.docs)
        self._seeds = self._states(map(os.fsdecode, below(settings.seeds)), "seeds", digest_of)

    def still(self) -> Reported | None:
        """What the last run reported, where another would begin from the same and end with the same."""
        note = self._note
        if note.get("key") != self._key or not _same(note["seeds"], self._seeds):
            return None
        pages = self._pages(note["kept"]["files"])
        if not _same(note["pages"], pages):
            return None
        kept = note["kept"]
        self._write({**note, "began": self._now, "seeds": self._seeds, "pages": pages})
        errors = tuple(ArticleError(*given) for given in kept["errors"])
        files, unmet = tuple(kept["files"])[:-1], tuple(kept["unmet"])
        return Reported(counts=kept["counts"], errors=errors, unmet=unmet, files=files)

    def keep(self, reported: Reported, manifest: str) -> None:
        """Note what a run has just left behind; ``manifest`` is the file that lists the pages, among them."""
        files = [*reported.files, manifest]
        pages = self._pages(files)
        errors = [(error.source, error.line, error.problem, error.remedy) for error in reported.errors]
        told = {"counts": dict(reported.counts), "errors": errors, "unmet": reported.unmet, "files": files}
        self._write({"key": self._key, "began": self._now, "seeds": self._seeds, "pages": pages, "kept": told})

    def digest(self, article: Path) -> str:
        """SHA-256 of the bytes of a file of articles as they were when the run began; "" where there were none."""
        return self._seeds.get(os.fsdecode(article), ([], ""))[1]

    def seen(self, path: str) -> str | None:
        """SHA-256 of the page at ``path``, where it is the file that the last run left; None where that is not sure."""
        file = os.path.join(self._docs, path)  # noqa: PTH118 - a tenth of the time, and there are thousands
        before = self._note.get("pages", {}).get(file)
        look = looks(file) if before else None
        old = look is not None and max(look[1:3]) < self._began - YOUNG
        return before[1] or None if old and before[0] == look else None

    def _pages(self, files: Iterable[str]) -> State:
        return self._states((os.path.join(self._docs, path) for path in files), "pages", _plain)  # noqa: PTH118 - as above

    def _states(self, files: Iterable[str], part: str, content: Callable[[Path], str]) -> State:
        """The state of each file; one that looks as it did, and is not young, is not read again."""
        known = self._note.get(part, {})
        found: State = {}
        for path in files:
            look = looks(path)
            before = known.get(path)
            old = look is not None and max(look[1:3]) < self._began - YOUNG
            found[path] = (look or [], before[1] if old and before and before[0] == look else content(Path(path)))
        return found

    def _write(self, note: Mapping[str, Any]) -> None:
        unfinished = self._file.with_name(f"{self._file.name}.{os.getpid()}.new")
        with suppress(OSError):
            unfinished.write_text(json.dumps(note, ensure_ascii=True), encoding="ascii")
            unfinished.replace(self._file)


def _same(before: Mapping[str, Any], now: State) -> bool:
    return before.keys() == now.keys() and all(
        digest and digest == before[path][1] for path, (_, digest) in now.items()
    )


def _read(file: Path) -> dict[str, Any]:
    """The note in ``file``; an empty one when it cannot be read, or is of another make."""
    try:
        note = json.loads(file.read_bytes())
        kept = note["kept"]
        shaped = all(isinstance(part, dict) for part in (note["seeds"], note["pages"], kept["counts"]))
        shaped = shaped and isinstance(kept["unmet"], list) and isinstance(note["began"], int)
        return note if shaped and kept["files"] else {}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def looks(file: str | Path) -> list[int] | None:
    """Size, times of content and of everything else, and where it lies; None for what is no plain file."""
    try:
        found = os.lstat(file)
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_mode]


def digest_of(file: Path) -> str:
    """SHA-256 of what reading ``file`` gives, through a link too; "" where that is nothing."""
    try:
        if not file.is_file():  # a pipe would be waited for
            return ""
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except (OSError, ValueError):
        return ""


def _plain(file: Path) -> str:
    """The same of a plain file; a link in the place of a page is no page of ours."""
    return "" if file.is_symlink() else digest_of(file)


def below(folder: Path) -> Iterator[Path]:
    """Every file below ``folder``, in order: what is no article may decide how others are read."""
    for root, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            yield Path(root) / name


def basis(settings: Settings, code: str) -> str:
    """All but articles and pages that decides what a run does: settings and files that they name, code, tools."""
    digest = hashlib.sha256(repr(settings).encode("utf-8", "surrogatepass"))
    digest.update(code.encode())
    for option in fields(settings):
        named = getattr(settings, option.name)
        if isinstance(named, Path) and named.is_file():
            digest.update(digest_of(named).encode())
    for file in below(settings.templates) if settings.templates else ():
        digest.update(f"{file.name} {digest_of(file)}\n".encode())
    return digest.hexdigest()


def code() -> str:
    """SHA-256 of how the files of the package look, and of the versions of Python and of the tools."""
    digest = hashlib.sha256(platform.python_version().encode())
    for name in TOOLS:
        with suppress(PackageNotFoundError):
            digest.update(f"{name} {version(name)}\n".encode())
    digest.update(installed().encode())
    digest.update(_package())
    return digest.hexdigest()


@cache
def _package() -> bytes:
    """How our files look; a process goes on with the code that it began with, and so this stays what it was."""
    files = (file for file in below(PACKAGE) if file.suffix != ".pyc")
    return "".join(f"{file} {looks(file)}\n" for file in files).encode()
