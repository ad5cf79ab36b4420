"""Whether every published quotation is, to the letter, its article's, by the speaker and from the source recorded.

Nothing is analysed again. The articles are read anew, as generating reads them; the pages and the data files are
taken as they stand on disk; and each quotation on them is compared with ``body[start:end]`` of the article whose
digest is recorded. What can be compared with the article is compared with the article; what cannot (whom a voice
stands for) is compared between the pages and the records. That each file holds the bytes which were generated is
``generate --check``'s to prove, and here only the manifest is asked.

Pages are read through the structure that they are made of (``markup``): anchors of quotations, classes, links. What
is in no such element must be words of the interface or recorded names (``vocabulary``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from topic_briefings.errors import AlteredError, OwnershipError, SettingsError
from topic_briefings.models import Article
from topic_briefings.pages.machine.data import ARTICLES, QUOTATIONS, VOICES
from topic_briefings.reading import limits, read_folder
from topic_briefings.settings import Settings
from topic_briefings.verifying.asking import Memory
from topic_briefings.verifying.editor import Editor
from topic_briefings.verifying.examining import Examination
from topic_briefings.verifying.feeds import FEEDS
from topic_briefings.verifying.problems import GENERATE, Kind, Problem
from topic_briefings.writing.manifest import MANIFEST, Hashes, digest_of, read_manifest

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


def _unseen(items: Iterable[Any], doing: str, total: int | None) -> Iterable[Any]:
    """Progress that nobody watches."""
    del doing, total
    return items


def verify(settings: Settings, *, site: Path | None = None, progress: Progress | None = None) -> Verdict:
    """Compare what ``settings.docs`` says with the articles in ``settings.seeds``; nothing is written.

    With ``site``, the whole one, the HTML that was built there is compared in place of the Markdown.

    Raises ``SettingsError`` when there is no folder of articles.
    """
    return Verification(settings, progress or _unseen, site=site).run()


def refuse_altered(settings: Settings, *, site: Path | None = None, memory: Memory | None = None) -> Verification:
    """``verify``, for whoever is about to publish: raises ``AlteredError`` where there is a problem, too.

    A page that ``memory`` has an outcome of, with all that the check rests on as it was, is not compared again.
    """
    verification = Verification(settings, memory=memory, site=site)
    _refuse(verification.run().problems)
    return verification


def _refuse(problems: Collection[Problem]) -> None:
    if problems:
        raise AlteredError(tuple(map(str, problems)))


def misquoted(
    pages: Mapping[str, bytes], articles: Mapping[str, Article], settings: Settings, memory: Memory | None = None
) -> dict[str, Problem]:
    """The articles whose words are not as ``pages`` would show them, each with the first difference.

    ``pages`` are those about to be written; the others are as they stand in ``settings.docs``. ``memory`` is
    asked what was found on each before, and is given what is found now.
    """
    found: dict[str, Problem] = {}

    def report(kind: Kind, path: str, line: int | None, what: str, article: str | None = None) -> None:
        if article is not None and article in articles:
            file = f"{settings.shown_docs}/{path}"
            found.setdefault(article, Problem(kind=kind, file=file, line=line, what=what, article=article))

    def read(path: str) -> bytes:
        return pages[path] if path in pages else (settings.docs / path).read_bytes()

    examination = Examination(read, settings, report, memory)
    examination.rows()
    examination.records({key: articles[key] for key in examination.recorded.articles if key in articles})
    examination.show(sorted(pages))
    return found


@dataclass(slots=True)
class Verification:
    """One comparison of a site with its articles."""

    settings: Settings
    progress: Progress = _unseen
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

    @property
    def _below(self) -> str:
        """Where on the built site our pages begin; empty, or with a slash at its end."""
        return f"{self.settings.folder}/" if self.settings.folder else ""

    @property
    def ordered(self) -> tuple[Problem, ...]:
        """The problems, in order of file and line."""
        return tuple(sorted(self.problems, key=lambda p: (p.file, p.line or 0, p.what)))

    def run(self) -> Verdict:
        """Manifest, articles, records, pages; raises ``SettingsError`` like ``verify``."""
        if not self.settings.seeds.is_dir():
            problem = f"{self.settings.shown_seeds}: there is no such folder"
            raise SettingsError(f'{problem}; make it, or name another with "seeds:" in mkdocs.yml')
        self.examination = examination = Examination(self._content, self.settings, self._report, self.memory)
        self.listed = self._manifest()
        if self.listed:
            examination.rows()
            examination.records(self._standing(examination))
            self._show(examination, self.listed)
            examination.withdrawn()
            self._named_changes()
        return Verdict(
            problems=self.ordered,
            articles=len(examination.recorded.articles),
            quotations=examination.quotations,
            shown=examination.shown,
            pages=examination.pages,
        )

    def refuse_site(self, site: Path, memory: Memory | None) -> None:
        """Compare the ``site`` that was just built of the pages, too; raises ``AlteredError`` like ``refuse_altered``.

        Records and articles are those that the pages were compared with.
        """
        self.site, self.examination.memory, self.problems = site, memory, []
        self._show(self.examination, self.listed)
        _refuse(self.ordered)

    def _content(self, path: str) -> bytes:
        """The file at ``path`` as it was written, where Git has only turned its line ends."""
        content = (self.settings.docs / path).read_bytes()
        return content.replace(b"\r\n", b"\n") if path in self.turned else content

    def _report(self, kind: Kind, path: str, line: int | None, what: str, article: str | None = None) -> None:
        """A problem in the file at ``path`` below ``docs/``."""
        file = f"{self.settings.shown_docs}/{path}"
        remedy = self._remedy(path)
        self.problems.append(Problem(kind=kind, file=file, line=line, what=what, remedy=remedy, article=article))

    def _remedy(self, path: str) -> str:
        """Generating writes no file anew that a person changed, so that one has to go first.

        Where every file holds what was generated, generating again cannot help: the generator is wrong.
        """
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
            self.problems.append(Problem(kind=Kind.FILE, file=file, what=what.partition(": ")[2], remedy=remedy))
            return {}
        if not manifest:
            self._report(Kind.FILE, MANIFEST, None, "is missing or empty, so that nothing says what was generated")
        if any(len(hashes) > 1 for hashes in manifest.values()):
            self._report(Kind.FILE, MANIFEST, None, "tells of a run that did not finish")
        for path, hashes in manifest.items():
            try:
                content = (docs / path).read_bytes()
            except OSError:
                self.missing.add(path)
                self._report(Kind.FILE, path, None, "is missing")
                continue
            if digest_of(content, hashes) not in hashes:
                self.changed.add(path)
            elif b"\r\n" in content and digest_of(content, ()) not in hashes:
                self.turned.add(path)
        return manifest

    def _named_changes(self) -> None:
        """Name each changed file in which nothing else was found: a title, a list, a date."""
        named = {problem.file for problem in self.problems}
        for path in sorted(self.changed):
            if f"{self.settings.shown_docs}/{path}" not in named:
                self._report(Kind.FILE, path, None, "was changed since it was generated")

    # -------------------------------------------------------------- the articles

    def _standing(self, examination: Examination) -> dict[str, Article]:
        """The recorded articles, read anew, that are as recorded; reports those that are gone or changed."""
        rows = examination.recorded.articles
        wanted = {key for row in rows.values() for key in (row.id, *(copy[0] for copy in row.copies))}
        read = self._read(wanted, examination.editor)
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
        self.problems.append(Problem(kind=Kind.ARTICLE, file=source, line=line, what=what))

    def _read(self, wanted: Collection[str], editor: Editor) -> dict[str, Article]:
        """The articles as an editor has them."""
        settings = self.settings
        read = self.memory.read if self.memory else None
        items = read_folder(settings.seeds, settings.shown_seeds, read, limits.of(settings))
        found = self.progress(items, "Reading", None)
        articles = (editor.article(item) for item in found if isinstance(item, Article))
        return {article.id: article for article in articles if article.id in wanted}

    # -------------------------------------------------------------- the pages

    def _show(self, examination: Examination, manifest: Hashes) -> None:
        listed = sorted(path for path in manifest if path.endswith(".md") and path not in self.missing)
        if self.site:
            for path in self.progress(listed, "Comparing", None):
                self._built(examination, path, self.site)
            self._dressed(examination, self.site)
            return
        examination.assets(self._content, self._report)
        feeds = sorted(path for path in manifest if path.startswith(FEEDS) and path not in self.missing)
        paths = (*listed, *self._unlisted(manifest), *feeds)
        examination.show(self.progress(paths, "Comparing", None))
        examination.unshown(self.missing)

    def _built(self, examination: Examination, path: str, site: Path) -> None:
        """The page that was built from the one at ``path``: in a folder of its own, or as a file."""
        bare = path.removesuffix(".md").removesuffix("index").rstrip("/")
        names = (f"{bare}/index.html".lstrip("/"), f"{bare}.html")
        name = next((name for name in names if (site / self._below / name).is_file()), names[0])

        def report(kind: Kind, _: str, line: int | None, what: str, article: str | None = None) -> None:
            file = f"{site.name}/{self._below}{name}"
            self.problems.append(
                Problem(kind=kind, file=file, line=line, what=what, remedy="build the site again", article=article)
            )

        try:
            content = (site / self._below / name).read_bytes()
        except OSError:
            report(Kind.FILE, path, None, "is missing")
            return
        examination.built(path, content, report)

    def _dressed(self, examination: Examination, site: Path) -> None:
        """What the built pages are dressed in."""

        def report(kind: Kind, path: str, line: int | None, what: str) -> None:
            file = f"{site.name}/{self._below}{path}"
            self.problems.append(Problem(kind=kind, file=file, line=line, what=what, remedy="build the site again"))

        examination.assets(lambda path: (site / self._below / path).read_bytes(), report)

    def _unlisted(self, manifest: Hashes) -> Iterator[str]:
        """Pages that the manifest does not know and that show quotations all the same."""
        docs = self.settings.docs
        for file in sorted(docs.rglob("*.md")):
            path = file.relative_to(docs).as_posix()
            if path not in manifest and file.is_file() and _QUOTATION in file.read_bytes():
                yield path
