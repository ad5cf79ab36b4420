"""Whether every published quotation is, to the letter, its article's, by the speaker and from the source recorded.

This is an independent reading that guards against the generator being wrong. With what renders pages it shares the
words of the interface, the kinds of pages and how an address is escaped, and no other code. The articles are read anew,
as generating reads them; the pages and the records of quotations are taken as they stand; and each quotation is
compared with ``body[start:end]`` of the article whose digest is recorded. Pages are read through the structure that
they are made of (``markup``): anchors of quotations, classes, links.

That each file holds, byte for byte, what generating gives is proved by generating (``build.check``). Whoever verifies a
site without having generated it just now names what differs from that, too (``name_changes``); nothing here restates
how pages are written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from topic_briefings.errors import AlteredError, ArticleError, OwnershipError
from topic_briefings.forking import processes
from topic_briefings.models import Article
from topic_briefings.pages.machine.data import ARTICLES, QUOTATIONS, VOICES
from topic_briefings.reading import limits, read_folder, refuse_missing
from topic_briefings.reading.files import File
from topic_briefings.running.progress import Progress, unseen
from topic_briefings.settings import Settings
from topic_briefings.verifying.built import Built
from topic_briefings.verifying.examining import Examination
from topic_briefings.verifying.lines import Known
from topic_briefings.verifying.problems import GENERATE, Problem, unlike
from topic_briefings.verifying.touched import Touched
from topic_briefings.writing.manifest import MANIFEST, Hashes, digest_of, read_manifest

_QUOTATION = b"{: #q-"


class Memory(Known, Protocol):
    """What was found here before."""

    @property
    def pages(self) -> Known:
        """The same of the pages that a site is built from."""

    def read(self, file: File) -> Iterable[Article | ArticleError]:
        """The articles of a file, as ``reading.articles_in`` gives them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What verifying found, and on how much."""

    problems: tuple[Problem, ...]
    """In order of file and line."""
    articles: int
    quotations: int
    """Published quotations, each once."""
    shown: int
    """How often pages show them."""
    pages: int


def refuse_altered(settings: Settings, *, site: Path | None = None, memory: Memory | None = None) -> Verification:
    """Read what ``settings.docs`` says of quotations, for whoever is about to publish what was generated.

    With ``site``, the whole one, the HTML that was built there is held against the pages, too. ``memory`` has the
    articles that were read here before. Raises ``AlteredError`` where there is a problem, and ``SettingsError`` when
    there is no folder of articles.
    """
    verification = Verification(settings, memory=memory, site=site)
    verification.run()
    verification.name_changes()
    _refuse(verification.verdict.problems)
    return verification


def _refuse(problems: Collection[Problem]) -> None:
    if problems:
        raise AlteredError(tuple(map(str, problems)))


def misquoted(
    pages: Mapping[str, bytes], articles: Mapping[str, Article], settings: Settings, known: Known | None = None
) -> dict[str, Problem]:
    """The articles whose words are not as ``pages`` would show them, each with the first difference.

    ``pages`` are those about to be written; the others are as they stand in ``settings.docs``. So are the records that
    none of them changes or shows, which were held against their articles when they were written.
    """
    found: dict[str, Problem] = {}

    def report(path: str, line: int | None, what: str, article: str | None = None) -> None:
        if article is not None and article in articles:
            file = f"{settings.shown_docs}/{path}"
            found.setdefault(article, Problem(file=file, line=line, what=what))

    examination = Examination(Touched(pages, settings.docs).read, settings, report, known)
    examination.records.sources()
    examination.records_of(articles)
    examination.show(sorted(path for path in pages if path.endswith(".md")))
    return found


@dataclass(slots=True)
class Verification:
    """One comparison of a site with its articles."""

    settings: Settings
    progress: Progress = unseen
    memory: Memory | None = None
    site: Path | None = None
    problems: list[Problem] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)
    """Files that do not hold what was written into them."""
    missing: set[str] = field(default_factory=set)
    turned: set[str] = field(default_factory=set)
    """Files that hold what was written into them with other line ends."""
    listed: Hashes = field(default_factory=dict)
    """What the manifest says."""
    examination: Examination = field(init=False)
    pages: int = 0

    def run(self) -> Verdict:
        """Manifest, articles, records, pages; raises ``SettingsError`` when there is no folder of articles."""
        refuse_missing(self.settings)
        self.listed = self._manifest()
        known = self.memory.pages if self.memory else None
        self.examination = examination = Examination(self._content, self.settings, self._report, known)
        if self.listed:
            examination.records.sources()
            examination.records_of(self._standing(examination))
            pages = [*self._pages(), *self._unlisted()]
            examination.show(pages, self.progress)
            examination.unshown(self.missing)
            self.pages = len(pages)
            if self.site:
                self._built(self.site, None)
        return self.verdict

    @property
    def verdict(self) -> Verdict:
        """What was found until now."""
        return Verdict(
            problems=tuple(sorted(self.problems, key=lambda p: (p.file, p.line or 0, p.what))),
            articles=len(self.examination.records.articles),
            quotations=sum(map(len, self.examination.records.rows.values())),
            shown=self.examination.shown,
            pages=self.pages,
        )

    def name_changes(self, wanted: Mapping[str, bytes | None] = MappingProxyType({})) -> None:
        """Name each file that is not what was generated, where nothing else is said of it already.

        ``wanted`` has the files that do not hold what generating gives, each with that; None where it gives none.
        """
        named = {problem.file for problem in self.problems}
        for path in sorted({*wanted, *self.changed}):
            if f"{self.settings.shown_docs}/{path}" in named:
                continue
            line, what = None, "was changed since it was generated"
            if path in wanted:
                line, what = unlike(self._held(path), wanted[path])
            self._report(path, line, what)

    def refuse_site(self, site: Path, memory: Memory | None) -> None:
        """Hold the ``site`` that was just built against the pages; raises ``AlteredError`` like ``refuse_altered``."""
        self.problems = []
        self._built(site, memory)
        _refuse(self.verdict.problems)

    def _held(self, path: str) -> bytes | None:
        try:
            return self._content(path)
        except OSError:
            return None

    def _content(self, path: str) -> bytes:
        """The file at ``path`` as it was written, where Git has only turned its line ends."""
        content = (self.settings.docs / path).read_bytes()
        return content.replace(b"\r\n", b"\n") if path in self.turned else content

    def _report(self, path: str, line: int | None, what: str, article: str | None = None) -> None:
        """A problem in the file at ``path`` below ``docs/``."""
        file = f"{self.settings.shown_docs}/{path}"
        remedy = self._remedy(path)
        self.problems.append(Problem(file=file, line=line, what=what, remedy=remedy))

    def _remedy(self, path: str) -> str:
        """Generating writes no file anew that a person changed, so that one has to go first."""
        culprit = next((name for name in (path, QUOTATIONS, ARTICLES, VOICES) if name in self.changed), None)
        return f"delete {self.settings.shown_docs}/{culprit} and {GENERATE}" if culprit else GENERATE

    # -------------------------------------------------------------- the manifest

    def _manifest(self) -> Hashes:
        """What was written, and which of it is changed or gone; empty when nothing says so."""
        docs = self.settings.docs
        try:
            manifest = read_manifest(docs)
        except OwnershipError as error:
            what, _, remedy = str(error).partition("; ")
            file = f"{self.settings.shown_docs}/{MANIFEST}"
            self.problems.append(Problem(file=file, what=what.partition(": ")[2], remedy=remedy))
            return {}
        if not manifest:
            self._report(MANIFEST, None, "is missing or empty, so that nothing says what was generated")
        if any(len(hashes) > 1 for hashes in manifest.values()):
            self._report(MANIFEST, None, "tells of a run that did not finish")
        for path, hashes in manifest.items():
            try:
                content = (docs / path).read_bytes()
            except OSError:
                self.missing.add(path)
                self._report(path, None, "is missing")
                continue
            if digest_of(content, hashes) not in hashes:
                self.changed.add(path)
            elif b"\r\n" in content and digest_of(content, ()) not in hashes:
                self.turned.add(path)
        return manifest

    # -------------------------------------------------------------- the articles

    def _standing(self, examination: Examination) -> dict[str, Article]:
        """The recorded articles, read anew, that are as recorded; reports those that are gone or changed."""
        rows = examination.records.articles
        read = self._read(examination)
        standing = {}
        for row in rows.values():
            for key, digest, source in ((row.id, row.digest, row.source), *row.copies):
                article = read.get(key)
                if article is None:
                    self._article(source, None, f'the article "{key}" is on the site and not to be read here any more')
                elif article.digest != digest:
                    self._article(article.source, article.line, "the article changed since the pages were generated")
                elif key == row.id:
                    standing[key] = article
        return standing

    def _article(self, source: str, line: int | None, what: str) -> None:
        self.problems.append(Problem(file=source, line=line, what=what))

    def _read(self, examination: Examination) -> dict[str, Article]:
        """The articles as an editor has them."""
        settings = self.settings
        read = self.memory.read if self.memory else None
        items = read_folder(settings.seeds, settings.shown_seeds, read, limits.of(settings))
        found = self.progress(items, "Reading", None)
        articles = (examination.editor.article(item) for item in found if isinstance(item, Article))
        return {article.id: article for article in articles}

    # -------------------------------------------------------------- the pages

    def _pages(self) -> list[str]:
        return sorted(path for path in self.listed if path.endswith(".md") and path not in self.missing)

    def _unlisted(self) -> Iterator[str]:
        """Pages that the manifest does not know and that show quotations all the same."""
        docs = self.settings.docs
        for file in sorted(docs.rglob("*.md")):
            path = file.relative_to(docs).as_posix()
            if path not in self.listed and file.is_file() and _QUOTATION in file.read_bytes():
                yield path

    def _built(self, site: Path, known: Known | None) -> None:
        """Hold what was built in ``site`` against the pages and the other files that it was built from."""
        below = f"{self.settings.folder}/" if self.settings.folder else ""

        def report(path: str, line: int | None, what: str) -> None:
            file = f"{site.name}/{below}{path}"
            self.problems.append(Problem(file=file, line=line, what=what, remedy="build the site again"))

        built = Built(site / below, self._content, report, known)
        built.pages(self._pages(), processes(self.settings.workers), self.progress)
        built.files(path for path in self.listed if path not in self.missing)
