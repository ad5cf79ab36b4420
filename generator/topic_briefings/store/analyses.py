"""Analyses that need not be made again: one row an article, keyed by its content and by the code that read it."""

from __future__ import annotations

import gc
import hashlib
import logging
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache as once
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_origin

from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Analysis, Article, Span
from topic_briefings.plugins import installed
from topic_briefings.store import rows
from topic_briefings.store.decoded import Decoded
from topic_briefings.store.rows import Rows

if TYPE_CHECKING:
    from cattrs.preconf.json import JsonConverter

log = logging.getLogger(__name__)

PACKAGE = Path(__file__).parents[1]
AFTERWARDS = frozenset(
    {
        "reading",
        "corrections",
        "gathering",
        "pages",
        "writing",
        "running",
        "verifying",
        "search",
        "finishing",
        "mkdocs_edge",
        "digesting",
        "exporting",
        "terminal",
        "starting",
    }
    | {"build.py", "cli.py", "commands", "errors.py", "joint.py", "records.py", "settings.py"}
)
"""Files and folders that do not decide what an analysis says. Reading does, through the article's own digest."""
LIBRARIES = ("yake", "sentencex", "babel", "ahocorasick-rs")
"""Outside tools whose version decides it too."""


# ------------------------------------------------------------------ an analysis as text


@once
def _converter() -> JsonConverter:
    from cattrs.preconf.json import make_converter  # slow to import, and not needed before the first row

    converter = make_converter(detailed_validation=False)
    # Spans are four values in five: as pairs they are half the bytes and a third of the time.
    converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    converter.register_structure_hook(Span, lambda pair, _: Span(pair[0], pair[1]))
    converter.register_structure_hook_func(
        lambda kind: kind == tuple[Span, ...], lambda pairs, _: tuple([Span(start, end) for start, end in pairs])
    )
    converter.register_structure_hook_factory(_is_of_one_kind, partial(_structured_of_one_kind, converter))
    converter.register_unstructure_hook(Article, lambda _: None)
    converter.register_structure_hook(Article, lambda _, __: _LEFT_OUT)
    return converter


def _is_of_one_kind(kind: object) -> bool:
    """Whether ``kind`` is that of tuples of any number of things of one kind, but not of spans."""
    return get_origin(kind) is tuple and get_args(kind)[1:] == (...,) and get_args(kind)[0] is not Span


def _structured_of_one_kind(converter: JsonConverter, kind: object) -> Callable[[list[Any], object], tuple[Any, ...]]:
    """What makes a tuple of ``kind``; the converter's own looks for how to make each of its things anew."""
    one = get_args(kind)[0]
    made = converter.get_structure_hook(one)
    return lambda values, _: tuple([made(value, one) for value in values])


_LEFT_OUT = Article(id="", headline="", body="", source="", digest="")


def dump(analysis: Analysis) -> str:
    """What was found in an article, as JSON without the article: it may have moved when ``load`` is called."""
    own = replace(analysis, notices=analysis.notices[len(analysis.article.notices) :])
    return _converter().dumps(own, separators=(",", ":"))


def load(text: str, article: Article) -> Analysis:
    """The analysis that ``dump`` wrote, of ``article``. Raises some ``Exception`` when ``text`` is anything else."""
    found = _converter().loads(text, Analysis)
    return replace(found, article=article, notices=article.notices + found.notices)


# ------------------------------------------------------------------ what the key is made of


def fingerprint(knowledge: Knowledge) -> str:
    """SHA-256 of everything but the article that decides what its analysis says: code, data, tools, taxonomy."""
    digest = hashlib.sha256()
    for part in _ingredients(knowledge):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _ingredients(knowledge: Knowledge) -> Iterator[bytes]:
    yield f"{sys.version_info[:2]} {unicodedata.unidata_version}".encode()
    for name in LIBRARIES:
        with suppress(PackageNotFoundError):
            yield f"{name} {version(name)}".encode()
    yield installed().encode()
    yield _package()
    if knowledge.taxonomy is not None and knowledge.taxonomy.is_file():
        yield knowledge.taxonomy.read_bytes()


@once
def _package() -> bytes:
    """A digest of our own code and data, which stay for a process what they were when it began."""
    digest = hashlib.sha256()
    for file in _files():
        name, content = file.relative_to(PACKAGE).as_posix().encode(), file.read_bytes()
        digest.update(b"%d %b %d %b" % (len(name), name, len(content), content))
    return digest.digest()


def _files() -> list[Path]:
    return sorted(
        file
        for file in PACKAGE.rglob("*")
        if file.is_file() and file.suffix != ".pyc" and file.relative_to(PACKAGE).parts[0] not in AFTERWARDS
    )


# ------------------------------------------------------------------ the rows


class Cache:
    """Analyses by article; ``opened`` makes one."""

    def __init__(self, rows: Rows, fingerprint: str) -> None:
        self._rows = rows
        self._fingerprint = fingerprint
        self.digests: dict[int, str] = {}
        """By ``id`` of an analysis that was given or kept, a digest of it and its article."""

    def get(self, article: Article) -> Analysis | None:
        """The analysis of this very text by this very code, if it is known."""
        key = self._key(article)
        self._rows.asked(key)
        # Two articles of one digest may stand in different places.
        found = _DECODED.get(self._rows.folder, f"{key} {article!r}", lambda: self._loaded(key, article))
        if found is None:
            return None
        self.digests[id(found[0])] = found[1]
        return found[0]

    def _loaded(self, key: str, article: Article) -> tuple[Analysis, str] | None:
        text = self._rows.get(key)
        try:
            return None if text is None else (load(text, article), _digest(article, text))
        except Exception as error:  # noqa: BLE001 - whatever is wrong with a row, the article is analysed again
            log.debug("a row of the cache cannot be read: %s", error)
            return None

    def get_all(self, articles: Iterable[Article]) -> dict[str, Analysis]:
        """The known analyses of ``articles``, by ``Article.id``."""
        with uncollected():
            return {article.id: known for article in articles if (known := self.get(article))}

    def put(self, found: Iterable[Analysis]) -> None:
        """Keep these analyses."""
        rows = []
        for analysis in found:
            text = dump(analysis)
            self.digests[id(analysis)] = _digest(analysis.article, text)
            rows.append((self._key(analysis.article), text))
        self._rows.put(rows)

    def prune(self) -> None:
        """Forget every analysis that was neither asked for nor kept since the cache was opened."""
        self._rows.prune()
        _DECODED.prune(self._rows.folder)

    def _key(self, article: Article) -> str:
        return f"{article.digest}-{self._fingerprint}"


def _digest(article: Article, text: str) -> str:
    return hashlib.sha256(f"{article!r}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


_DECODED: Decoded[tuple[Analysis, str]] = Decoded()


@contextmanager
def uncollected() -> Iterator[None]:
    """Search for no cycles, then or later, in what is made meanwhile.

    Hundreds of thousands of records that stay to the end of the run, hardly one in a cycle, would cost a tenth of it.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


@contextmanager
def opened(folder: Path, knowledge: Knowledge) -> Iterator[Cache]:
    """The cache in ``folder``, made when it is not there."""
    with rows.opened(folder, "analyses") as table:
        yield Cache(table, fingerprint(knowledge))
