"""From files to articles: one reader a format, one table of readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from topic_briefings.errors import ArticleError, SettingsError
from topic_briefings.models import Article
from topic_briefings.plugins import added
from topic_briefings.reading import html, jsonl, markdown, plain
from topic_briefings.reading.draft import Draft, article
from topic_briefings.reading.files import File, file_id, printable, walk
from topic_briefings.reading.limits import DEFAULT, Limits, abridged
from topic_briefings.settings import Settings

Reader = Callable[[File], Iterable[Draft | Article | ArticleError]]

READERS: dict[str, Reader] = {
    ".txt": plain.read,
    ".text": plain.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".jsonl": jsonl.read,
    ".jsonl.gz": jsonl.read,
    **dict(added("readers")),
}
"""What reads a file, by the end of its name in lower case."""


def refuse_missing(settings: Settings) -> None:
    """Raise ``SettingsError`` where there is no folder of articles."""
    if not settings.seeds.is_dir():
        shown = settings.shown_seeds
        raise SettingsError(f'{shown}: there is no such folder; make it, or name another with "seeds:" in mkdocs.yml')


def read_folder(
    folder: Path,
    shown_as: str = "seeds",
    read: Callable[[File], Iterable[Article | ArticleError]] | None = None,
    limits: Limits = DEFAULT,
    *,
    wanted: Callable[[Path, str], bool] | None = None,
) -> Iterator[Article | ArticleError]:
    """Every article below ``folder``, in the order of their paths, and what is wrong with the others.

    Hidden files, ``corrections.yml``, ``README`` files and what editors leave behind are passed over. An error
    is yielded, never raised; of two articles with one id the second is an error. ``shown_as`` is the folder as
    the person knows it; ``read`` stands in for :func:`articles_in`, as where something remembers what it gave. Only
    files are read that are ``wanted``, by their path and what the person calls them.
    """
    read = read or articles_in
    if not folder.is_dir():
        yield ArticleError(shown_as, None, "is not a folder", "make it, and put the articles in it")
        return
    seen: dict[str, str] = {}
    for path, shown in walk(folder, shown_as):
        if wanted and not wanted(path, shown):
            continue
        if problem := _outside(path, folder):
            yield ArticleError(shown, None, problem, "put a copy of the article there instead")
            continue
        inner = shown[len(shown_as) + 1 :] if shown_as else shown
        items = read(File(path=path, shown_as=shown, id=file_id(inner, READERS), limits=limits))
        yield from abridged(_once(item, seen) if isinstance(item, Article) else item for item in items)


def read_file(path: Path, shown_as: str) -> Iterator[Article | ArticleError]:
    """The articles of one file of any format; its id is its name without the suffix."""
    return articles_in(File(path=path, shown_as=printable(shown_as), id=file_id(printable(path.name), READERS)))


def articles_in(file: File) -> Iterator[Article | ArticleError]:
    """The articles of one file, and what is wrong with the others, in one message where that is much."""
    return abridged(_items(file))


def _items(file: File) -> Iterator[Article | ArticleError]:
    name = file.path.name.lower()
    suffix = max((suffix for suffix in READERS if name.endswith(suffix)), key=len, default=None)
    if suffix is None:
        known = ", ".join(READERS)
        yield ArticleError(file.shown_as, None, "is in no format that is read here", f"save it as one of {known}")
        return
    if file.path.exists() and not file.path.is_file():  # a pipe would be waited for, a device has no end
        yield ArticleError(file.shown_as, None, "is not a file", "put a copy of the article there instead")
        return
    try:
        for found in READERS[suffix](file):
            item = article(found, file.limits) if isinstance(found, Draft) else found
            if isinstance(item, Article) and not item.headline and not item.body:
                item = ArticleError(item.source, item.line, "holds no words", "write an article in it, or delete it")
            yield item
    except ArticleError as error:
        yield error


def _once(found: Article, seen: dict[str, str]) -> Article | ArticleError:
    """``found``, or an error where an earlier article has its id."""
    where = f"{found.source}:{found.line}" if found.line > 1 else found.source
    first = seen.setdefault(found.id, where)
    if first == where:
        return found
    problem = f'the article\'s id "{found.id}" is taken by {first}'
    return ArticleError(found.source, found.line, problem, "give one of them another name")


def _outside(path: Path, folder: Path) -> str | None:
    """What keeps a link from being followed; None for a plain file and a link to one inside ``folder``."""
    if not path.is_symlink():
        return None if path.is_file() else "is not a file"
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "is a link to nothing"
    if not target.is_file():
        return "is a link to a folder" if target.is_dir() else "is a link to what is no file"
    return None if target.is_relative_to(folder.resolve()) else "is a link to a file outside the folder"
