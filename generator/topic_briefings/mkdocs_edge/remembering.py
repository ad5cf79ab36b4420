"""Built pages that need not be built again.

A page of ours is made of its Markdown, of the addresses of what it links to, and of a shell that all share: theme,
configuration, navigation, our own code. What was built is kept under a key of Markdown and
shell, with those addresses. Where all are as they were, MkDocs is given a page that is finished: it renders nothing
and writes what was kept, and it checks the anchors as ever. For one that is served already it is not even asked. A
page of which something was logged is not kept, so that it is logged again; and where anybody else may have a say
(another plugin, a hook, a theme of the owner's), none is.

``briefings serve`` shows pages that differ from those of a site, and keeps them apart.
"""

from __future__ import annotations

import logging
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from topic_briefings.finishing.site import Done
from topic_briefings.mkdocs_edge.configuration import MATERIAL
from topic_briefings.mkdocs_edge.dialect import rendered
from topic_briefings.mkdocs_edge.dialect_inline import UnknownError
from topic_briefings.store.decoded import Decoded
from topic_briefings.store.rows import Rows, opened
from topic_briefings.store.runs import code

if TYPE_CHECKING:
    from cattrs.preconf.json import JsonConverter
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.nav import Navigation

TEMPLATE = "built.html"
"""An empty one, for a page that needs none any more."""
TOOLS = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pygments", "pymdown-extensions")
"""Whose versions decide what is built."""
_LEFT_OUT = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
_NOT_SHARED = ("plugins", "hooks", "theme", "site_dir", "watch")
"""Of the configuration: what is looked at by itself, or decides nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What MkDocs and we made of a page."""

    title: str
    anchors: tuple[str, ...]
    """Those that can be led to."""
    links: Mapping[str, Mapping[str, str]]
    """Path of another file → its anchors that the page leads to → each link as it was written."""
    targets: Mapping[str, str]
    """Path of each file that it links to → its address."""
    done: Done


class BuiltOnce(Page):
    """A page that is rendered only where what was built of it is not known."""

    key: str
    built: Built | None
    _targets: Mapping[str, str] | None = None
    placed = False
    """Whether the navigation leads to it, and so others may show what its front matter says."""

    @classmethod
    def of(cls, file: File, config: MkDocsConfig, key: str, built: Built | None, *, placed: bool) -> BuiltOnce:
        """The page of ``file``; one that is ``placed`` in the navigation stays the one that MkDocs has there."""
        if placed and file.page:
            page = file.page
            page.__class__ = cls
        else:
            page = cls(None, file, config)
        made = cast("BuiltOnce", page)
        made.key, made.built, made.placed = key, built, placed
        return made

    def read_source(self, config: MkDocsConfig) -> None:
        """See MkDocs."""
        if self.built is None or self.placed:
            super().read_source(config)
        if self.built:
            self.markdown, self.meta = "", {**self.meta, "title": self.built.title, "template": TEMPLATE}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """See MkDocs."""
        if self.built is None:
            followed = _Followed(files)
            with listening() as said:
                if not self._in_dialect(config, cast("Files", followed)):
                    super().render(config, cast("Files", followed))
            self._targets = None if said else followed.targets
            return
        self.content = ""
        self.present_anchor_ids = set(self.built.anchors)
        found = ((files.src_uris.get(path), links) for path, links in self.built.links.items())
        self.links_to_anchors = {file: dict(links) for file, links in found if file}

    def _in_dialect(self, config: MkDocsConfig, files: Files) -> bool:
        """Render what is written in our dialect without Python-Markdown, and tell whether it was.

        The first page of each folder is rendered by both: where they differ, as a later version may, ours is not used.
        """
        folder = self.file.src_uri.partition("/")[0]
        links = _RelativePathTreeprocessor(self.file, files, config)
        with listening(alone=True) as said, suppress(UnknownError):
            made = rendered(self.markdown or "", links.path_to_url)
            if folder not in _PROVED:
                super().render(config, files)
                _PROVED[folder] = self.content == made.html
            if _PROVED[folder] and not said:
                self.content, self.toc = made.html, get_toc(made.headings)
                self.present_anchor_ids, self.links_to_anchors = made.anchors, links.links_to_anchors
                return True
        return False

    def keep(self, done: Done) -> None:
        """Keep what was built of the page, unless something was said of it."""
        if self._targets is not None:
            self.built = Built(
                title=str(self.title),
                anchors=tuple(sorted(self.present_anchor_ids or ())),
                links={file.src_uri: links for file, links in (self.links_to_anchors or {}).items()},
                targets=self._targets,
                done=done,
            )


class _Followed:
    """MkDocs' files; notes which of them a page was led to."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.targets: dict[str, str] = {}

    def get_file_from_path(self, path: str) -> File | None:
        file = self._files.get_file_from_path(path)
        if file is not None:
            self.targets[file.src_uri] = file.url
        return file

    def __getattr__(self, name: str) -> object:
        return getattr(self._files, name)


class _Heard(logging.Handler):
    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.INFO)
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        self._said.append(record.getMessage())


@contextmanager
def listening(*, alone: bool = False) -> Iterator[list[str]]:
    """What MkDocs logs meanwhile; if ``alone``, nobody else hears or counts it."""
    said: list[str] = []
    logger = logging.getLogger("mkdocs")
    handlers, passed = logger.handlers, logger.propagate
    logger.handlers = [_Heard(said)] if alone else [*handlers, _Heard(said)]
    logger.propagate = passed and not alone
    try:
        yield said
    finally:
        logger.handlers, logger.propagate = handlers, passed


_PROVED: dict[str, bool] = {}
"""Whether our dialect was rendered as Python-Markdown does it, by the folder of the page that both rendered."""


# ------------------------------------------------------------------ what all pages share


def shell(config: MkDocsConfig, nav: Navigation, ours: type, depends: str) -> str | None:
    """A digest of all that decides what becomes of the Markdown of a page; None where others may have a say.

    ``ours`` is the class of our plugin, and ``depends`` tells of how it finishes pages.
    """
    known = config.theme.name == MATERIAL and not config.theme.custom_dir and config.use_directory_urls
    if not known or not is_alone(config, ours):
        return None
    theme = [(key, config.theme[key]) for key in sorted(config.theme)]
    told = [(key, value) for key, value in sorted(config.items()) if key not in _NOT_SHARED]
    level = logging.getLogger("mkdocs").getEffectiveLevel()
    parts = [code(), depends, repr(theme), repr(config.theme.dirs), repr(told), str(level), *_tools(), *_named(nav)]
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def is_alone(config: MkDocsConfig, ours: type) -> bool:
    """Whether no plugin but one of the class ``ours``, and no hook, has a say."""
    plugins = list(config.plugins.values())
    return len(plugins) == 1 and isinstance(plugins[0], ours) and not config.hooks


def _tools() -> Iterator[str]:
    for name in TOOLS:
        with suppress(PackageNotFoundError):
            yield f"{name} {version(name)}"


def _named(nav: Navigation) -> Iterator[str]:
    """What the navigation shows; a page that is called by what stands in it counts whole."""
    waiting: list[Any] = list(nav.items)
    while waiting:
        item = waiting.pop()
        yield f"{type(item).__name__} {item.title!r} {getattr(item, 'url', None)!r} {len(item.children or ())}"
        if item.is_page and item.title is None:
            yield sha256(item.file.content_bytes).hexdigest()
        waiting += item.children or ()


# ------------------------------------------------------------------ the memory

_DECODED: Decoded[Built] = Decoded()


class Memory:
    """What was built of the pages of one site."""

    def __init__(self, folder: Path, *, shown: bool) -> None:
        """``folder`` is that of the cache; ``shown`` says that the pages are for an editor who is served them."""
        self._folder, self._table = folder, "shown" if shown else "built"
        self._pages: list[BuiltOnce] = []
        self._passed: list[BuiltOnce] = []
        self._files = Files([])
        self._known: set[str] = set()

    def recall(
        self, files: Files, nav: Navigation, config: MkDocsConfig, shell: str, read: Callable[[File], str | None]
    ) -> None:
        """Give MkDocs the pages of those ``files`` that are known, and such as can be kept of the others.

        ``read`` gives a digest of the text of a page of ours, and None for any other file.
        """
        self._files = files
        named = {page.file.src_uri for page in nav.pages}
        with opened(self._folder, self._table) as rows:
            for file in files.documentation_pages():
                text = read(file)
                if text is None:
                    continue
                told = "\n".join((shell, file.src_uri, file.url, str(file.inclusion), text))
                key = sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
                found = self._built(rows, key)
                built = found if found and _stand(found.targets, files) else None
                self._known.update([key] if built else ())
                placed = file.src_uri in named
                self._pages.append(BuiltOnce.of(file, config, key, built, placed=placed))

    def _built(self, rows: Rows, key: str) -> Built | None:
        """What is known under ``key``; a server decodes it once, and not the same page's again for each edit."""
        return _DECODED.get(rows.folder / self._table, key, lambda: _loaded(rows.get(key)))

    @property
    def unknown(self) -> list[BuiltOnce]:
        """The pages that are to be built, but for those in the navigation, which others show by their names."""
        return [page for page in self._pages if not page.built and not page.placed]

    def pass_over(self, config: MkDocsConfig, stands: Callable[[BuiltOnce], bool]) -> None:
        """Have MkDocs build none of the pages that are known and of which ``stands`` says that they are served.

        They are still there for the others: their addresses, their titles, their anchors.
        """
        files = self._files
        for page in self._pages:
            if page.built and stands(page):
                page.read_source(config)
                page.render(config, files)
                self._passed.append(page)
        passed, pages = {page.file.src_uri for page in self._passed}, files.documentation_pages

        def asked_for(*, inclusion: Callable[[InclusionLevel], bool] | None = None) -> Sequence[File]:
            # Who builds says which; a template that lists the pages asks for all.
            found = pages(inclusion=inclusion) if inclusion else pages()
            return [file for file in found if file.src_uri not in passed] if inclusion else found

        files.documentation_pages = asked_for  # type: ignore[method-assign]  # MkDocs has no other way to skip one

    def check_anchors(self, config: MkDocsConfig) -> None:
        """Look whether the anchors are there that pages lead to which MkDocs has passed over."""
        for page in self._passed:
            page.validate_anchor_links(files=self._files, log_level=config.validation.links.anchors)

    def keep(self) -> None:
        """Write down what was built, and forget what no page is made of any more."""
        with opened(self._folder, self._table) as rows:
            fresh = [page for page in self._pages if page.built and page.key not in self._known]
            rows.put((page.key, _dumped(page.built)) for page in fresh if page.built)
            for page in fresh:  # what is decoded may be of the same text when a link led elsewhere
                _DECODED.drop(rows.folder / self._table, page.key)
            rows.prune([page.key for page in self._pages])
            _DECODED.prune(rows.folder / self._table)
        self._pages, self._passed, self._known = [], [], set()


def _stand(targets: Mapping[str, str], files: Files) -> bool:
    """Whether each of ``targets`` is still there, at the same address."""
    known = files.src_uris
    found = ((known.get(path), url) for path, url in targets.items())
    return all(file is not None and file.url == url and file.inclusion not in _LEFT_OUT for file, url in found)


@cache
def _converter() -> JsonConverter:
    from cattrs.preconf.json import make_converter  # slow to import, and not needed before the first row

    return make_converter(detailed_validation=False)


def _dumped(built: Built) -> str:
    text = _converter().dumps(built, ensure_ascii=False)
    return b64encode(zlib.compress(text.encode("utf-8", "surrogatepass"), 1)).decode()


def _loaded(text: str | None) -> Built | None:
    """What ``_dumped`` wrote; None for anything else."""
    try:
        return (
            _converter().loads(zlib.decompress(b64decode(text)).decode("utf-8", "surrogatepass"), Built)
            if text
            else None
        )
    except Exception:  # noqa: BLE001 - whatever is wrong with a row, the page is built again
        return None
