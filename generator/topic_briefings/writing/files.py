"""Pages to files: only what changed, each file whole or not at all, and never over something a person wrote.

``docs/.briefings.json`` says which files are ours and what we wrote into them (path → SHA-256). A file at one of
our paths that is not in it, or that no longer holds what we wrote, belongs to a person.

A run that is killed leaves no doubt behind: before the first file is touched, the manifest is written with *both*
hashes of every file that is about to change, the one it has and the one it will get. So the next run knows each
of them for its own, whichever of the two it finds. Once the files are written the manifest has one hash again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from topic_briefings.errors import OwnershipError
from topic_briefings.models import KnownPage, Page
from topic_briefings.writing.branches import Merge
from topic_briefings.writing.manifest import (
    MANIFEST,
    Hashes,
    digest_of,
    read_made,
    read_manifest,
    unfinished_manifest,
    write_manifest,
)
from topic_briefings.writing.paths import checked
from topic_briefings.writing.putting import make, put, take_away

NO_FILE = "no file"
"""Stands for a hash where a folder, a link or something else is in the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a run did to the files: paths relative to the folder, in order."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    resolved: tuple[str, ...] = ()
    """Files in which a merge of branches had left a conflict."""
    unresolved: tuple[str, ...] = ()
    """Files of a person's own in which one is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What would have to be done for the files to be the pages."""

    owned: Hashes
    """What the manifest on disk says."""
    wanted: dict[str, str]
    """The hash of every page."""
    standing: dict[str, str]
    """The hash of every file that is at one of our paths now."""
    changed: tuple[Page, ...]
    gone: tuple[str, ...]
    """Files of ours that are no longer pages."""
    foreign: tuple[str, ...]
    """Paths where something stands that a person made or changed."""
    instead: tuple[Page, ...]
    """The pages that would stand there."""
    made: Mapping[str, object]
    """With which version and settings the pages that stand there were made, as the manifest says."""

    def show(self, approve: Approve | None) -> None:
        """Have the pages approved that are not as they should be, if there are any, those ``instead`` among them."""
        if approve and (self.changed or self.instead):
            approve({page.path: page.content for page in (*self.changed, *self.instead)})

    @property
    def manifest(self) -> Hashes:
        """What the manifest will say once the pages are written."""
        return {path: (digest,) for path, digest in self.wanted.items()}

    @property
    def manifest_meanwhile(self) -> Hashes:
        """What it must say while they are being written: what each file holds, and what it will hold."""
        both = ((path, (self.standing.get(path), self.wanted.get(path))) for path in {**self.standing, **self.wanted})
        return {path: tuple(sorted({digest for digest in hashes if digest})) for path, hashes in both}


Seen = Callable[[str], str | None]
"""Gives the SHA-256 of the file at a path, where that is known without looking into it; None where it is not."""

Approve = Callable[[Mapping[str, bytes]], None]
"""Is given the pages that are not yet as they should be, by path, before anything is written; may raise."""


def write(
    pages: Iterable[Page | KnownPage],
    folder: Path,
    approve: Approve | None = None,
    *,
    made: Mapping[str, object] | None = None,
    merge: Merge | None = None,
    shown: str | None = None,
    seen: Seen = lambda _: None,
) -> Written:
    """Make the files below ``folder`` the ``pages``, and remove those of ours that are no longer among them.

    ``made`` is noted: with which version and settings. What a ``merge`` of branches left of nothing but what we wrote
    is ours. ``shown`` is what messages call the folder, and ``seen`` knows some of its files.

    Raises ``OwnershipError`` before anything is written when that would cost a person's work, and ``PageError`` for a
    page whose path cannot be a file below ``folder``; ``WritingError`` when the system refuses. Then each page is as it
    was or as it should be, and the next run goes on.
    """
    make(folder)
    with _alone(folder):
        plan = _planned(pages, folder, merge, seen)
        if plan.foreign:
            raise OwnershipError(_refusal(plan, shown or folder.name))
        plan.show(approve)
        _clear_leftovers(plan, folder)
        if plan.changed or plan.gone:
            write_manifest(folder, plan.manifest_meanwhile)
        for page in plan.changed:
            _replace(folder / page.path, page.content)
        for path in plan.gone:
            _remove(folder, folder / path)
        if plan.changed or plan.gone or plan.owned != plan.manifest or plan.made != (made or {}):
            write_manifest(folder, plan.manifest, made)
        resolved = _settled(plan, merge) if merge else ()
    written = tuple(page.path for page in plan.changed)
    unchanged = tuple(sorted(plan.wanted.keys() - set(written)))
    unresolved = tuple(sorted(merge.unmerged.keys() - set(resolved))) if merge else ()
    return Written(written=written, removed=plan.gone, unchanged=unchanged, resolved=resolved, unresolved=unresolved)


def _settled(plan: Plan, merge: Merge) -> tuple[str, ...]:
    rewritten = (MANIFEST, *(page.path for page in plan.changed), *plan.gone)
    return merge.settle((MANIFEST, *plan.owned, *plan.wanted), rewritten)


def stale(
    pages: Iterable[Page | KnownPage],
    folder: Path,
    approve: Approve | None = None,
    *,
    made: Mapping[str, object] | None = None,
) -> tuple[str, ...]:
    """The paths below ``folder`` that are not as ``pages`` would have them, in order; nothing is written.

    ``approve`` is also given the pages in whose place a person's stand.
    """
    plan = _planned(pages, folder)
    plan.show(approve)
    paths = {page.path for page in plan.changed} | set(plan.gone) | set(plan.foreign)
    if not paths and (plan.owned != plan.manifest or plan.made != (made or {})):
        return (MANIFEST,)
    return tuple(sorted(paths))


# ------------------------------------------------------------------ comparing


def _planned(
    pages: Iterable[Page | KnownPage], folder: Path, merge: Merge | None = None, seen: Seen = lambda _: None
) -> Plan:
    owned = read_manifest(folder, merged=merge is not None)
    if merge:
        owned = merge.known(owned)
    wanted: dict[str, str] = {}
    standing: dict[str, str] = {}
    differing: dict[str, Page] = {}  # the others' bytes are let go at once
    for page in checked(pages):
        wanted[page.path] = page.digest if isinstance(page, KnownPage) else sha256(page.content).hexdigest()
        found = seen(page.path) or _standing(folder, page.path, (wanted[page.path], *owned.get(page.path, ())))
        if found is not None:
            standing[page.path] = found
        if found != wanted[page.path]:
            differing[page.path] = page.page() if isinstance(page, KnownPage) else page
    for path in owned.keys() - wanted.keys():
        found = _standing(folder, path, owned[path])
        if found is not None:
            standing[path] = found
    paths = sorted(differing.keys() | (standing.keys() - wanted.keys()))
    foreign = {path for path in paths if path in standing and standing[path] not in owned.get(path, ())}
    if merge:
        foreign -= merge.left_behind(foreign, owned)
    return Plan(
        owned=owned,
        wanted=dict(sorted(wanted.items())),
        standing=standing,
        changed=tuple(differing[path] for path in paths if path in differing and path not in foreign),
        instead=tuple(differing[path] for path in paths if path in differing and path in foreign),
        gone=tuple(path for path in paths if path not in differing and path not in foreign),
        foreign=tuple(sorted(foreign)),
        made=read_made(folder),
    )


def _standing(folder: Path, path: str, known: Collection[str]) -> str | None:
    """The hash of the file at ``path``; None when there is nothing, ``NO_FILE`` when it is not a file of ours.

    One that has one of the ``known`` hashes but for its line ends has that.
    """
    file = folder
    for part in PurePosixPath(path).parts:
        file = file / part
        if file.is_symlink():
            return NO_FILE
    try:
        return digest_of(file.read_bytes(), known)
    except FileNotFoundError:
        return None
    except (IsADirectoryError, NotADirectoryError, PermissionError):
        return NO_FILE


def _refusal(plan: Plan, shown: str) -> str:
    names = [f"{shown}/{path}" for path in plan.foreign]
    where = names[0] if len(names) == 1 else f"{', '.join(names[:-1][:9])} and {_rest(names)}"
    was, it = ("was", "it") if len(names) == 1 else ("were", "them")
    problem = f"{was} written or changed by hand, so the generator does not touch {it}"
    remedy = f"rename {it} to keep {it}, or delete {it} and generate again"
    if not plan.owned:
        remedy += '; if the site is yours, give the briefings a "folder:" of their own in mkdocs.yml'
        remedy += f"; if the generator wrote {it}, restore {shown}/{MANIFEST}"
    elif any(path in plan.owned for path in plan.foreign):
        remedy += f'; if a merge of branches left {it} so, run "briefings generate --resolve"'
    return f"{where}: {problem}; {remedy}"


def _rest(names: list[str]) -> str:
    return names[-1] if len(names) <= 10 else f"{len(names) - 9} more"


# ------------------------------------------------------------------ changing


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep another run (``mkdocs serve`` in the next window) from writing to ``folder`` at the same time."""
    try:
        import fcntl
    except ImportError:  # Windows has no such lock; the manifest still repairs what two runs confuse
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _replace(file: Path, content: bytes) -> None:
    """Put ``content`` in place of ``file`` in one step: a reader sees the old file or the new one."""
    put(file, content, _unfinished(file))


def _unfinished(file: Path) -> Path:
    # The name is the same every time, so that what a killed run leaves behind is found again.
    return file.with_name(f".{file.name}.new")


def _clear_leftovers(plan: Plan, folder: Path) -> None:
    """Remove unfinished files of a run that was killed."""
    unfinished_manifest(folder).unlink(missing_ok=True)
    for path, hashes in plan.owned.items():
        if len(hashes) > 1 or path not in plan.standing:
            _remove(folder, _unfinished(folder / path))


def _remove(folder: Path, file: Path) -> None:
    """Remove ``file``, and the folders that it leaves empty."""
    take_away(file)
    for parent in file.parents:
        if parent == folder:
            return
        try:
            parent.rmdir()
        except OSError:  # not empty, or not there
            return
