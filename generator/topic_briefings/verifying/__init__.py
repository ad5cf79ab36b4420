"""Whether every published quotation is, to the letter, its article's, by the speaker and from the source recorded.

Nothing is analysed again. The articles are read anew, as generating reads them; the pages and the data files are
taken as they stand on disk; and each quotation on them is compared with ``body[start:end]`` of the article whose
digest is recorded. What can be compared with the article is compared with the article; what cannot (whom a voice
stands for) is compared between the pages and the records, and all of it with the manifest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from topic_briefings.errors import AlteredError, OwnershipError, SettingsError
from topic_briefings.models import Article
from topic_briefings.pages.machine.data import ARTICLES, QUOTATIONS, VOICES
from topic_briefings.pages.words import words
from topic_briefings.reading import read_folder
from topic_briefings.settings import Settings
from topic_briefings.verifying.cited import check_cited
from topic_briefings.verifying.feeds import FEEDS, check_feed
from topic_briefings.verifying.linked import check_linked
from topic_briefings.verifying.problems import GENERATE, Kind, Problem
from topic_briefings.verifying.recorded import article_rows, check_article, check_published, read_quotations
from topic_briefings.verifying.rows import Recorded
from topic_briefings.verifying.said import SaidCheck
from topic_briefings.verifying.seen import page_seen
from topic_briefings.verifying.shown import PageCheck
from topic_briefings.verifying.voices import read_voices
from topic_briefings.writing.manifest import MANIFEST, Hashes, read_manifest

Progress = Callable[[Iterable[Any], str, int | None], Iterable[Any]]

_QUOTATION = b"{: #q-"


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


def verify(settings: Settings, *, progress: Progress | None = None) -> Verdict:
    """Compare what ``settings.docs`` says with the articles in ``settings.seeds``; nothing is written.

    Raises ``SettingsError`` when there is no folder of articles.
    """
    if not settings.seeds.is_dir():
        shown = settings.shown_seeds
        raise SettingsError(f'{shown}: there is no such folder; make it, or name another with "seeds:" in mkdocs.yml')
    return _Verification(settings, progress or _unseen).run()


def refuse_altered(settings: Settings, *, progress: Progress | None = None) -> Verdict:
    """``verify``, for whoever is about to publish: raises ``AlteredError`` where there is a problem."""
    verdict = verify(settings, progress=progress)
    if verdict.problems:
        raise AlteredError(tuple(map(str, verdict.problems)))
    return verdict


@dataclass(slots=True)
class _Verification:
    settings: Settings
    progress: Progress
    recorded: Recorded = field(default_factory=Recorded)
    problems: list[Problem] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)
    """Files that do not hold what was written into them."""
    missing: set[str] = field(default_factory=set)
    quotations: int = 0
    shown: int = 0
    pages: int = 0

    def run(self) -> Verdict:
        """Manifest, articles, records, pages."""
        manifest = self._manifest()
        if manifest:
            self._articles()
            read_voices(self.settings.docs, self.recorded, self._report)
            rows = read_quotations(self.settings.docs, self.recorded, self.settings.threshold, self._report)
            self.quotations = sum(1 for _ in rows)
            check_published(self.recorded, self.settings.threshold, self._report)
            self._pages(manifest)
            self._named_changes()
        return Verdict(
            problems=tuple(sorted(self.problems, key=lambda p: (p.file, p.line or 0, p.what))),
            articles=len(self.recorded.articles),
            quotations=self.quotations,
            shown=self.shown,
            pages=self.pages,
        )

    def _report(self, kind: Kind, path: str, line: int | None, what: str, remedy: str | None = None) -> None:
        """A problem in the file at ``path`` below ``docs/``."""
        file = f"{self.settings.docs.name}/{path}"
        self.problems.append(Problem(kind=kind, file=file, line=line, what=what, remedy=remedy or self._remedy(path)))

    def _remedy(self, path: str) -> str:
        """Generating writes no file anew that a person changed, so that one has to go first."""
        culprit = next((name for name in (path, QUOTATIONS, ARTICLES, VOICES) if name in self.changed), None)
        return f"delete {self.settings.docs.name}/{culprit} and {GENERATE}" if culprit else GENERATE

    # -------------------------------------------------------------- the manifest

    def _manifest(self) -> Hashes:
        """What was written, and which of it is changed or gone; empty when nothing says so."""
        docs = self.settings.docs
        try:
            manifest = read_manifest(docs)
        except OwnershipError as error:
            what, _, remedy = str(error).partition("; ")
            what = what.partition(": ")[2]
            self._report(Kind.FILE, MANIFEST, None, what, remedy)
            return {}
        if not manifest:
            self._report(Kind.FILE, MANIFEST, None, "is missing or empty, so that nothing says what was generated")
        if any(len(hashes) > 1 for hashes in manifest.values()):
            self._report(Kind.FILE, MANIFEST, None, "tells of a run that did not finish")
        for path, hashes in manifest.items():
            found = _hash(docs / path)
            if found is None:
                self.missing.add(path)
                self._report(Kind.FILE, path, None, "is missing")
            elif found not in hashes:
                self.changed.add(path)
        return manifest

    def _named_changes(self) -> None:
        """Name each changed file in which nothing else was found: a title, a list, a date."""
        named = {problem.file for problem in self.problems}
        for path in sorted(self.changed):
            if f"{self.settings.docs.name}/{path}" not in named:
                self._report(Kind.FILE, path, None, "was changed since it was generated")

    # -------------------------------------------------------------- the articles

    def _articles(self) -> None:
        """Read the recorded articles anew, and report those that are gone or changed."""
        docs = self.settings.docs
        for row, _ in article_rows(docs, self._report):
            if row.id in self.recorded.articles or row.page in self.recorded.pages:
                self._report(Kind.RECORD, ARTICLES, row.line, f'the article "{row.id}" is recorded twice')
                continue
            self.recorded.articles[row.id] = row
            self.recorded.pages[row.page] = row.id
        standing = self._read()
        for row in self.recorded.articles.values():
            for key, digest, source in ((row.id, row.digest, row.source), *row.copies):
                article = standing.get(key)
                if article is None:
                    self._article(source, None, f'the article "{key}" is on the site and not to be read here any more')
                elif article.digest != digest:
                    self._article(article.source, article.line, "the article changed since the pages were generated")
                elif key == row.id:
                    self.recorded.standing[key] = article
        for row, record in article_rows(docs, _nothing):
            article = self.recorded.standing.get(row.id)
            if article and self.recorded.articles[row.id].line == row.line:
                check_article(row, record, article, self.recorded, self._report)

    def _article(self, source: str, line: int | None, what: str) -> None:
        self.problems.append(Problem(kind=Kind.ARTICLE, file=source, line=line, what=what))

    def _read(self) -> dict[str, Article]:
        """The articles that are recorded, by id."""
        wanted = {key for row in self.recorded.articles.values() for key in (row.id, *(copy[0] for copy in row.copies))}
        found = self.progress(read_folder(self.settings.seeds, self.settings.shown_seeds), "Reading", None)
        return {item.id: item for item in found if isinstance(item, Article) and item.id in wanted}

    # -------------------------------------------------------------- the pages

    def _pages(self, manifest: Hashes) -> None:
        docs, seen = self.settings.docs, set[tuple[str, str]]()
        names = words(self.settings.site_language)
        listed = sorted(path for path in manifest if path.endswith(".md") and path not in self.missing)
        for path in self.progress([*listed, *self._unlisted(manifest)], "Comparing", None):
            page = page_seen((docs / path).read_text(encoding="utf-8", errors="replace"))
            found = PageCheck(path, page, self.recorded, names, partial(self._on_page, path)).check()
            SaidCheck(path, page, self.recorded, names, partial(self._on_page, path)).check()
            check_linked(path, page, self.recorded, partial(self._on_page, path))
            check_cited(path, page, self.recorded, names, partial(self._on_page, path))
            self.pages += 1
            self.shown += len(page.quotations)
            if self.recorded.article_at(path):
                seen |= found
        for path in sorted(path for path in manifest if path.startswith(FEEDS) and path not in self.missing):
            report = partial(self._on_page, path)
            check_feed(path, docs, self.recorded, names, report)
        self._unshown(seen)

    def _on_page(self, path: str, kind: Kind, line: int | None, what: str) -> None:
        self._report(kind, path, line, what)

    def _unlisted(self, manifest: Hashes) -> Iterator[str]:
        """Pages that the manifest does not know and that show quotations all the same."""
        docs = self.settings.docs
        for file in sorted(docs.rglob("*.md")):
            path = file.relative_to(docs).as_posix()
            if path not in manifest and file.is_file() and _QUOTATION in file.read_bytes():
                yield path

    def _unshown(self, seen: set[tuple[str, str]]) -> None:
        """Each quotation in marks must stand on its article's pages: one that was taken off is a change too."""
        for article, rows in self.recorded.rows.items():
            filed = self.recorded.articles.get(article)
            if filed is None or filed.page in self.missing:
                continue
            for row in rows:
                if row.fragments and (article, row.anchor) not in seen:
                    self._report(
                        Kind.RECORD, filed.page, None, f"the quotation {row.anchor} is not on its article's page"
                    )


def _hash(file: Path) -> str | None:
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError:
        return None


def _nothing(*_: object) -> None:
    """For a second reading of a file whose problems are reported already."""


def _unseen(items: Iterable[Any], doing: str, total: int | None) -> Iterable[Any]:
    del doing, total
    return items
