"""A folder that is replaced at once: its next content is made beside it, and the two change places.

Whoever serves the folder sees the old content or the new one, whole, at every moment, and a run that is killed or
fails leaves what was there. The content that was replaced stays beside it until the next one is, so that a person can
go back to it.

Two names change places in one step where the system can do it: Linux (``renameat2`` with ``RENAME_EXCHANGE``, since
3.15) and macOS (``renamex_np`` with ``RENAME_SWAP``). Elsewhere the old folder is renamed and then the new one; a run
that is killed between the two is mended by the next, which finds the old content and puts it back.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from contextlib import suppress
from filecmp import cmp
from pathlib import Path

from topic_briefings.forking import shared

_HERE = -100
"""``AT_FDCWD``: paths begin at the working directory."""
_EXCHANGE = 2
"""``RENAME_EXCHANGE`` and ``RENAME_SWAP``, which are the same number."""


def beside(folder: Path) -> Path:
    """An empty place for the next content of ``folder``, where nothing of an earlier run is left."""
    mend(folder)
    place = next_of(folder)
    _remove(place)
    return place


def next_of(folder: Path) -> Path:
    """Where the next content of ``folder`` is made."""
    return folder.with_name(f"{folder.name}.next")


def last_of(folder: Path) -> Path:
    """Where the content of ``folder`` is kept that was there before."""
    return folder.with_name(f"{folder.name}.last")


def mend(folder: Path) -> None:
    """Put back what a run took away that was killed between two renamings."""
    if not folder.exists() and last_of(folder).is_dir():
        last_of(folder).rename(folder)


def swap(folder: Path) -> None:
    """Make the next content of ``folder`` its content; what it had is kept beside it, as the last."""
    made, last = next_of(folder), last_of(folder)
    _remove(last)
    if not folder.exists():
        made.rename(folder)
        return
    if _exchanged(made, folder):
        made.rename(last)
    else:
        folder.rename(last)
        made.rename(folder)


def share(folder: Path, workers: int = 1) -> None:
    """Have the next content of ``folder`` share with it each file that is the same, where the system can.

    Then little is written to the disk, and little is removed from it when the content goes. As many processes compare
    as there are ``workers``.
    """
    made = next_of(folder)
    pairs = [
        (folder / Path(root).relative_to(made) / name, Path(root, name))
        for root, _, names in os.walk(made)
        for name in names
    ]
    for _ in shared(lambda number: _share(*pairs[number]), len(pairs), workers):
        pass


def _share(before: Path, file: Path) -> None:
    with suppress(OSError):  # it is not there, or no such system: then the file stays one of its own
        if not (before.is_symlink() or file.is_symlink()) and cmp(before, file, shallow=False):
            unfinished = file.with_name(f".{file.name}.new")
            os.link(before, unfinished)
            unfinished.replace(file)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the two names have changed places; never both names of one folder, nor none."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        first, second = os.fsencode(one), os.fsencode(other)
        if sys.platform == "darwin":
            return bool(library.renamex_np(first, second, _EXCHANGE) == 0)
        return bool(library.renameat2(_HERE, first, _HERE, second, _EXCHANGE) == 0)
    except (AttributeError, OSError, TypeError):  # no such function, or no such library
        return False


def _remove(folder: Path) -> None:
    """Remove a folder of our own making; a link in its place is no folder of ours."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
