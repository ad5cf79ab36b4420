"""What Git knows of a folder of pages after branches were merged. The one module that knows Git.

A generated file that a merge put together, with marks of a conflict or without, is neither side's and so holds
nothing that the list of pages knows. It is ours all the same where *each* side's is: then nobody's work is in it.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha1, sha256
from pathlib import Path

from topic_briefings.errors import OwnershipError
from topic_briefings.settings import Settings
from topic_briefings.writing.manifest import MANIFEST, Hashes, digest_of, parse_manifest

_OTHERS = ("MERGE_HEAD", "REBASE_HEAD", "CHERRY_PICK_HEAD")
"""What Git calls the other side while it puts two together."""
_MARKS = (b"<<<<<<< ", b">>>>>>> ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A folder of pages in which two branches came together."""

    folder: Path
    unmerged: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    """Path of a file with a conflict → number of the side (1 their common past, 2 and 3 the branches) → its object."""
    sides: tuple[Mapping[str, str], ...] = ()
    """The files of each branch: path → object; none where no merge is known."""
    standing: Mapping[str, str] = field(default_factory=dict)
    """The files as the merge left them: path → object."""

    def base(self, path: str) -> bytes | None:
        """What the file at ``path`` held before the branches parted; None where it has no conflict."""
        found = self.unmerged.get(path, {}).get(1)
        return None if found is None else _content(self.folder, found)

    def known(self, owned: Hashes) -> Hashes:
        """``owned`` and what the branches' own lists of pages say."""
        found = {path: set(hashes) for path, hashes in owned.items()}
        lists = [self._object(side, MANIFEST) for side in self.sides]
        lists += [made for number, made in self.unmerged.get(MANIFEST, {}).items() if number > 1]
        for made in filter(None, lists):
            for path, hashes in parse_manifest(_content(self.folder, made), merged=True).items():
                found.setdefault(path, set()).update(hashes)
        return {path: tuple(sorted(hashes)) for path, hashes in found.items()}

    def left_behind(self, paths: Iterable[str], known: Hashes) -> frozenset[str]:
        """Those of ``paths`` whose files are put together of nothing but what we wrote."""
        return frozenset(path for path in paths if self._is_ours(path, known.get(path, ())))

    def _is_ours(self, path: str, known: tuple[str, ...]) -> bool:
        file = self.folder / path
        if not known or file.is_symlink() or not file.is_file():
            return False
        if path in self.unmerged:
            made = [self.unmerged[path].get(side) for side in (2, 3)]
        elif self.standing.get(path) in _objects(file.read_bytes()):  # nobody has edited it since
            made = [self._object(side, path) for side in self.sides]
        elif not self.standing:  # no repository, perhaps an archive of one: the marks say it
            return all(mark in file.read_bytes() for mark in _MARKS)
        else:
            return False
        there = [found for found in made if found is not None]
        return bool(there) and all(digest_of(_content(self.folder, found), known) in known for found in there)

    @staticmethod
    def _object(side: Mapping[str, str], path: str) -> str | None:
        return side.get(path)

    def settle(self, ours: Iterable[str], rewritten: Iterable[str]) -> tuple[str, ...]:
        """Put into Git's index what a commit of the merge needs; gives the files whose conflicts are resolved.

        ``ours`` are all paths that we wrote or write; of those without a conflict, only the ``rewritten`` matter.
        """
        settled = tuple(sorted(set(ours) & self.unmerged.keys()))
        known = {path for path in rewritten if path in self.standing or (self.folder / path).exists()}
        if told := sorted(known.union(settled)) if self.standing else []:
            given = "\0".join(f":(literal){path}" for path in told).encode()
            _git(self.folder, "add", "--all", "--pathspec-from-file=-", "--pathspec-file-nul", given=given)
        return settled


def merge_of(settings: Settings) -> Merge:
    """The merge in the pages of a site. Raises ``OwnershipError`` where its articles are to be put together first."""
    if first := min(merge_in(settings.seeds).unmerged, default=None):
        raise OwnershipError(
            f"{settings.shown_seeds}/{first}: both branches changed it; put the two together by hand, and resolve then"
        )
    return merge_in(settings.docs)


def merge_in(folder: Path) -> Merge:
    """What Git says of a merge in ``folder``; where there is no Git or no merge, one that knows nothing."""
    listed = _git(folder, "ls-files", "--stage", "-z", "--", ".")
    if listed is None:
        return Merge(folder=folder)
    unmerged: dict[str, dict[int, str]] = {}
    standing: dict[str, str] = {}
    for mode_object_side, path in _entries(listed):
        _, made, side = mode_object_side.split(" ")
        if side == "0":
            standing[path] = made
        else:
            unmerged.setdefault(path, {})[int(side)] = made
    sides = tuple(_files(folder, name) for name in _branches(folder))
    return Merge(folder=folder, unmerged=unmerged, sides=sides, standing=standing)


def _branches(folder: Path) -> tuple[str, ...]:
    """Names of the two commits that are put together, or last were; none where none are."""
    for other in _OTHERS:
        if _git(folder, "rev-parse", "--quiet", "--verify", other) is not None:
            return "HEAD", other
    return ("HEAD^1", "HEAD^2") if _git(folder, "rev-parse", "--quiet", "--verify", "HEAD^2") is not None else ()


def _files(folder: Path, commit: str) -> dict[str, str]:
    listed = _git(folder, "ls-tree", "-r", "-z", commit) or b""
    return {path: about.split(" ")[2] for about, path in _entries(listed)}


def _entries(listed: bytes) -> Iterable[tuple[str, str]]:
    for entry in listed.split(b"\0"):
        about, tab, path = entry.decode("utf-8", "surrogateescape").partition("\t")
        if tab:
            yield about, path


def _content(folder: Path, made: str) -> bytes:
    return _git(folder, "cat-file", "blob", made) or b""


def _objects(content: bytes) -> set[str]:
    """The names that Git may have for ``content``, whatever its line ends are in the repository."""
    found = set()
    for one in (content, content.replace(b"\r\n", b"\n")):
        whole = b"blob %d\0%b" % (len(one), one)
        found |= {sha1(whole, usedforsecurity=False).hexdigest(), sha256(whole).hexdigest()}
    return found


def _git(folder: Path, *arguments: str, given: bytes | None = None) -> bytes | None:
    """What Git answers; None where it refuses, or there is no Git."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603 - our own arguments
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
