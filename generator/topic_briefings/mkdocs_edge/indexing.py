"""While a site is served: an edit is shown before the search knows of it, a moment later.

The search goes on finding what it found, until what was built has been indexed beside the pages; after a build that
failed, too. What was served before and is not any more is removed meanwhile: a disk may take longer to remove thousands
of small files than all else takes.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
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

    def end(self, finisher: Finisher, site: Path, waste: Iterable[Path] = ()) -> None:
        """The pages are built: make their index, and remove the folders of ``waste``; the first is waited for."""
        if (site / BUNDLE).is_dir():
            self._thread = Thread(target=_index, args=(finisher, site, tuple(waste)))
            self._thread.start()
        else:
            finisher.index(site)
            remove(waste)

    def wait(self) -> None:
        """Wait until nothing is being indexed."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None


def remove(folders: Iterable[Path]) -> None:
    """Remove ``folders`` with all that is in them."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _index(finisher: Finisher, site: Path, waste: Iterable[Path]) -> None:
    try:
        finisher.index(site)
    except (BriefingsError, OSError) as error:  # the folder is gone when the server is stopped
        log.warning("the search does not know of the last edit: %s", error)
    remove(waste)
