"""What is asked of the system, and what is said when it refuses: one sentence, with the file that it is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from topic_briefings.errors import WritingError


def put(file: Path, content: bytes, unfinished: Path) -> None:
    """Put ``content`` in the place of ``file`` in one step, by way of ``unfinished`` beside it."""
    with _refusing(file):
        _put(file, content, unfinished)


def replace(file: Path, content: bytes) -> None:
    """The same for a file of a site, where it has any other content; a file that shares the old one keeps it.

    Raises ``OSError``.
    """
    if not file.is_file() or file.read_bytes() != content:
        _put(file, content, file.with_name(f".{file.name}.new"))


def _put(file: Path, content: bytes, unfinished: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        unfinished.write_bytes(content)
        unfinished.replace(file)
    except OSError:
        with suppress(OSError):  # a full disk has room again
            unfinished.unlink(missing_ok=True)
        raise


def make(folder: Path) -> None:
    """Make ``folder`` unless it is there."""
    with _refusing(folder):
        folder.mkdir(parents=True, exist_ok=True)


def take_away(file: Path) -> None:
    """Remove ``file`` where it is there."""
    with _refusing(file):
        file.unlink(missing_ok=True)


@contextmanager
def _refusing(file: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError as error:
        raise WritingError(f"{file}: is no folder, so no pages can be written into it; rename that file") from error
    except NotADirectoryError as error:
        raise WritingError(f"{file}: cannot be written: a file stands in the place of a folder; rename that") from error
    except OSError as error:
        problem = f"{file}: cannot be written ({error.strerror or error})"
        raise WritingError(f"{problem}; make room on the disk or allow writing there, and run again") from error
