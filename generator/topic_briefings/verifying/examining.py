"""Pages against the records and the articles, whether they are on disk or about to be written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from topic_briefings.forking import processes, shared
from topic_briefings.models import Article
from topic_briefings.pages.words import words
from topic_briefings.running.progress import Progress, unseen
from topic_briefings.settings import Settings
from topic_briefings.verifying.dialect import from_markdown
from topic_briefings.verifying.editor import Editor
from topic_briefings.verifying.lines import Known, Read, Report
from topic_briefings.verifying.page import Reading
from topic_briefings.verifying.records import Records
from topic_briefings.verifying.traced import Page, Trace, Traced

Told = tuple[str, int | None, str, str | None]
"""What ``Report`` is told."""


class _Read(NamedTuple):
    """What reading a page found."""

    problems: list[Told]
    page: Page
    kept: str
    """By which the page is known again; empty where nobody asks."""


class Examination:
    """What is recorded, and what pages show of it."""

    def __init__(self, read: Read, settings: Settings, report: Report, known: Known | None = None) -> None:
        """``read`` gives the files of the site, and ``known`` what was found of its pages before."""
        self.read, self.report = read, report
        self._known = known
        self.words = words(settings.site_language)
        self.editor = Editor(settings)
        self.records = Records(read, self.editor, settings.threshold, report)
        self._workers = processes(settings.workers)
        self.shown = 0
        self.seen: set[tuple[str, str]] = set()
        """The article and the anchor of each quotation that stands on a page of its article."""

    def show(self, paths: Sequence[str], progress: Progress = unseen) -> None:
        """Compare the pages at ``paths``, once the records are read."""
        trace = Trace(self.records, self._known.basis) if self._known else None
        due = [path for path in paths if not self._still(path, trace)]
        found = shared(lambda number: self._page(due[number], trace), len(due), self._workers)
        for path, read in zip(due, progress(found, "Reading pages", None), strict=True):
            for told in read.problems:
                self.report(*told)
            self._take(read.page)
            if self._known and not read.problems:
                self._known.put(path, read.kept)

    def _take(self, page: Page) -> None:
        self.shown += page.shown
        self.seen.update(page.own)

    def _still(self, path: str, trace: Trace | None) -> bool:
        """Whether nothing is wrong with a page, as nothing was."""
        page = trace.known(self.read(path), self._known.get(path)) if trace and self._known else None
        if page:
            self._take(page)
        return page is not None

    def _page(self, path: str, trace: Trace | None) -> _Read:
        problems: list[Told] = []

        def report(path: str, line: int | None, what: str, article: str | None = None) -> None:
            problems.append((path, line, what, article))

        content, records = self.read(path), Traced(self.records)
        reading = Reading(path, from_markdown(content.decode("utf-8", "replace")), records, self.words, report)
        rows = reading.read()
        page = Page(len(rows), [(row.article, row.anchor) for row in rows if reading.own == row.article])
        return _Read(problems, page, trace.written(content, page, records.asked) if trace else "")

    def unshown(self, missing: Iterable[str]) -> None:
        """Each quotation in marks must stand on its article's pages, and nothing of an article that was taken back."""
        for key, row in self.records.articles.items():
            if key in self.editor.withdrawn:
                self.report(row.page, None, f"“{key}” is withdrawn, and still published", key)
            for said in self.records.rows[key] if row.page not in missing else ():
                if said.fragments and (key, said.anchor) not in self.seen:
                    what = f"the quotation {said.anchor} is not on its article's page"
                    self.report(row.page, None, what, key)

    def records_of(self, articles: Mapping[str, Article]) -> None:
        """Read the records of quotations against those of ``articles`` that are recorded."""
        self.records.quotations({key: articles[key] for key in self.records.articles if key in articles})
