"""While a site is served: an edit is shown before the search knows of it, a moment later.

MkDocs empties the folder that it serves before each build. What the search looks in is set aside meanwhile and put
back, so that it goes on finding what it found, until what was built has been indexed beside the pages; after a build
that failed, too. The rest is set aside as well, and removed when the new pages are shown: a disk may take longer to
remove thousands of small files than all else takes.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from threading import Thread

from mkdocs.plugins import get_plugin_logger

from topic_briefings.errors import BriefingsError
from topic_briefings.finishing.site import Finisher
from topic_briefings.search.index import BUNDLE

log = get_plugin_logger("briefings")


class Indexing:
    """Indexes one build after the other, one at a time."""

    def __init__(self) -> None:
        self._thread: Thread | None = None
        self._aside: Path | None = None
        self._waste: list[Path] = []
        """Folders of what was served before."""

    def begin(self, site: Path) -> None:
        """A build begins: wait for the index of the last one, and set it and all pages aside."""
        self.wait()
        if (site / BUNDLE).is_dir():
            self._aside = Path(tempfile.mkdtemp(prefix="briefings-index-"))
            shutil.move(site / BUNDLE, self._aside / BUNDLE)
        with suppress(OSError):  # then MkDocs removes them itself
            self._set_aside(site)

    def _set_aside(self, site: Path) -> None:
        if site.is_dir() and any(site.iterdir()):
            waste = Path(tempfile.mkdtemp(prefix="briefings-before-", dir=site.parent))
            self._waste.append(waste)
            for path in list(site.iterdir()):
                path.rename(waste / path.name)

    def end(self, finisher: Finisher, site: Path) -> None:
        """The pages are built: put the last index back and make the new one; the first is waited for."""
        if self._aside is None:
            finisher.index(site)
            return
        self.put_back(site)
        waste, self._waste = self._waste, []
        self._thread = Thread(target=_index, args=(finisher, site, waste))
        self._thread.start()

    def put_back(self, site: Path) -> None:
        """Put what was set aside where the search looks: what is served after a build that failed is searched too."""
        if self._aside is not None:
            site.mkdir(parents=True, exist_ok=True)
            shutil.move(self._aside / BUNDLE, site / BUNDLE)
        self.tidy()

    def wait(self) -> None:
        """Wait until nothing is being indexed."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def close(self) -> None:
        """Wait until nothing is being indexed, and leave nothing behind."""
        self.wait()
        self.tidy()
        _remove(self._waste)

    def tidy(self) -> None:
        """Leave no index set aside."""
        if self._aside is not None:
            shutil.rmtree(self._aside, ignore_errors=True)
            self._aside = None


def _remove(folders: Iterable[Path]) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _index(finisher: Finisher, site: Path, waste: Iterable[Path]) -> None:
    try:
        finisher.index(site)
    except (BriefingsError, OSError) as error:  # the folder is gone when the server is stopped
        log.warning("the search does not know of the last edit: %s", error)
    _remove(waste)
