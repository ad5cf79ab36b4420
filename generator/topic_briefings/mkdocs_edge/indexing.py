"""While a site is served: an edit is shown before the search knows of it, a moment later.

The search goes on finding what it found, until what was built has been indexed beside the pages; after a build that
failed, too. An index that is not ready when the next edit comes is given up, so that the edit need not wait for it:
the next build's will be made instead. What was served before and is not any more is removed meanwhile: a disk may take
longer to remove thousands of small files than all else takes.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from mkdocs.plugins import get_plugin_logger

from topic_briefings.errors import BriefingsError
from topic_briefings.finishing.site import Finisher
from topic_briefings.search.index import BUNDLE, SupersededError

log = get_plugin_logger("briefings")


@dataclass(frozen=True, slots=True)
class _Task:
    """A site to index, and the folders to remove afterwards."""

    finisher: Finisher
    site: Path
    waste: tuple[Path, ...]


class Indexing:
    """Indexes one build after the other, one at a time."""

    def __init__(self) -> None:
        self._thread: Thread | None = None
        self._unwanted = Event()
        self._given_up: _Task | None = None

    def end(self, finisher: Finisher, site: Path, waste: Iterable[Path] = ()) -> None:
        """The pages are built: make their index, and remove the folders of ``waste``; the first is waited for."""
        left = self._given_up.waste if self._given_up else ()
        task = _Task(finisher, site, (*left, *waste))
        if (site / BUNDLE).is_dir():
            self._begin(task)
        else:
            self._given_up = None
            finisher.index(site)
            remove(task.waste)

    def give_up(self) -> None:
        """A build begins: what is being indexed will be other than this."""
        self._unwanted.set()
        self.wait()
        self._unwanted.clear()

    def take_up(self) -> None:
        """The build failed, and what was there is served on: index that, where it was given up."""
        if self._given_up:
            self._begin(self._given_up)

    def close(self) -> tuple[Path, ...]:
        """Nothing is served any more; gives the folders that are still to be removed."""
        self.give_up()
        return self._given_up.waste if self._given_up else ()

    def wait(self) -> None:
        """Wait until nothing is being indexed."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _begin(self, task: _Task) -> None:
        self.wait()
        self._given_up = None
        self._thread = Thread(target=self._index, args=(task,))
        self._thread.start()

    def _index(self, task: _Task) -> None:
        try:
            task.finisher.index(task.site, lambda: not self._unwanted.is_set())
        except SupersededError:
            self._given_up = task
            return
        except (BriefingsError, OSError) as error:  # the folder is gone when the server is stopped
            log.warning("the search does not know of the last edit: %s", error)
        remove(task.waste)


def remove(folders: Iterable[Path]) -> None:
    """Remove ``folders`` with all that is in them."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
