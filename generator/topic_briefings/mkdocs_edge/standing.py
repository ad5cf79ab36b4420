"""While a site is served: what stands in its folder as the next build would write it is not written again.

MkDocs empties the folder before each build. So all of it is set aside meanwhile and put back when MkDocs has done so;
what is no file of the site any more is taken out, a page that comes out as it stands there is skipped, and a file that
looks as it did when it was copied is not copied. After a build that failed while it wrote the next one writes
everything. Where others than we have a say (another plugin, a hook) they find the folder empty, as MkDocs promises
them.
"""

from __future__ import annotations

import logging
import tempfile
from contextlib import suppress
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING

from jinja2.bccache import Bucket, BytecodeCache

from topic_briefings.search.index import BUNDLE
from topic_briefings.store.runs import looks

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files


class Standing:
    """The folder that is served, from one build to the next."""

    def __init__(self) -> None:
        self._site = Path()
        self._aside: Path | None = None
        self._depends: str | None = None
        """What the build depended on that left the folder as it is; None where it is not to be relied on."""
        self._before: str | None = None
        """The same when this build began."""
        self._reused = False
        self._pages: dict[str, str] = {}
        """By its path below the folder, what was written into each page."""
        self._copied: dict[str, list[int]] = {}
        """By the path of a copy, how the file looked."""
        self._paths: frozenset[str] = frozenset()
        self.spared: frozenset[str] = frozenset()
        """Paths below ``docs/`` of what is not copied in this build."""

    def begin(self, site: Path) -> None:
        """A build begins: set all aside that MkDocs would remove."""
        self._site, self._before, self._depends = site, self._depends, None
        if site.is_dir() and any(site.iterdir()):
            try:
                self._aside = Path(tempfile.mkdtemp(prefix="briefings-before-", dir=site.parent))
                _move(site, self._aside)
            except OSError:  # MkDocs removes them itself
                self._before = None

    def resume(self, files: Files, depends: str | None) -> list[Path]:
        """Put back what is still good of the site of ``files``; gives the folders of what is to be removed.

        ``depends`` tells of all that decides how files are finished; None where others have a say.
        """
        waste = []
        self._reused = self._aside is not None and depends is not None and depends == self._before
        if self._reused:
            self._put_back()
        else:
            self._pages, self._copied = {}, {}
            if self._aside:
                with suppress(OSError):
                    (self._aside / BUNDLE).rename(self._site / BUNDLE)
                waste.append(self._aside)
                self._aside = None
        shown = (file for file in files if file.inclusion.is_in_serve())  # type: ignore[no-untyped-call]  # MkDocs' own
        self._settle({file.dest_uri: file for file in shown})
        return waste

    def _settle(self, files: dict[str, File]) -> None:
        """Remove what is none of ``files``, and spare those that need no copying."""
        for path in sorted(self._paths - files.keys()):
            (self._site / path).unlink(missing_ok=True)
            with suppress(OSError):  # other files are in its folder
                (self._site / path).parent.rmdir()
        self._paths = frozenset(files)
        self._pages = {path: html for path, html in self._pages.items() if path in files}
        before, self._copied, spared = self._copied, {}, set()
        for path, file in files.items():
            look = looks(file.abs_src_path) if file.abs_src_path and not file.is_documentation_page() else None
            if look:
                self._copied[path] = look
            if look and before.get(path) == look:
                file.copy_file = _not_copied  # type: ignore[method-assign]  # MkDocs has no other way to skip one
                spared.add(file.src_uri)
        self.spared = frozenset(spared)

    def holds(self, path: str, html: str) -> bool:
        """Whether the page at ``path`` below the folder holds ``html``."""
        return self._reused and self._pages.get(path) == html

    def has(self, path: str, html: str) -> bool:
        """Whether the page at ``path`` below the folder holds ``html``; if not, it will."""
        found = self.holds(path, html)
        self._pages[path] = html
        return found

    def end(self, depends: str | None) -> None:
        """The build is done; it depended on this."""
        self._depends = depends

    def fail(self) -> None:
        """The build failed: what it has not written over is served on; else the next relies on nothing."""
        if self._aside is not None:
            self._put_back()
            self._depends = self._before

    def close(self) -> list[Path]:
        """Nothing is served any more; gives the folders of what is to be removed."""
        return [self._aside] if self._aside else []

    def _put_back(self) -> None:
        if self._aside is not None:
            self._site.mkdir(parents=True, exist_ok=True)
            _move(self._aside, self._site)
            self._aside.rmdir()
            self._aside = None


def _move(folder: Path, into: Path) -> None:
    for path in list(folder.iterdir()):
        path.rename(into / path.name)


def _not_copied(dirty: bool = False) -> None:
    del dirty


class Compiled(BytecodeCache):
    """The templates of the theme, compiled once for all builds: MkDocs makes an environment for each."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """See Jinja."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """See Jinja."""
        self._code[bucket.key, bucket.checksum] = bucket.code


def unsaid(record: logging.LogRecord) -> bool:
    """A filter that keeps MkDocs from saying of each page that is skipped that it is empty."""
    return not str(record.msg).startswith("Page skipped: ")
