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
from topic_briefings.verifying.lines import Read, Report
from topic_briefings.verifying.page import Reading
from topic_briefings.verifying.records import Records

Told = tuple[str, int | None, str, str | None]
"""What ``Report`` is told."""


class _Page(NamedTuple):
    """What was found on a page."""

    problems: list[Told]
    shown: int
    """Quotations."""
    own: list[tuple[str, str]]
    """Article and anchor of those that stand on a page of their article."""


class Examination:
    """What is recorded, and what pages show of it."""

    def __init__(self, read: Read, settings: Settings, report: Report) -> None:
        """``read`` gives the files of the site."""
        self.read, self.report = read, report
        self.words = words(settings.site_language)
        self.editor = Editor(settings)
        self.records = Records(read, self.editor, settings.threshold, report)
        self._workers = processes(settings.workers)
        self.shown = 0
        self.seen: set[tuple[str, str]] = set()
        """The article and the anchor of each quotation that stands on a page of its article."""

    def show(self, paths: Sequence[str], progress: Progress = unseen) -> None:
        """Compare the pages at ``paths``, once the records are read."""
        found = shared(lambda number: self._page(paths[number]), len(paths), self._workers)
        for page in progress(found, "Reading pages", None):
            for told in page.problems:
                self.report(*told)
            self.shown += page.shown
            self.seen.update(page.own)

    def _page(self, path: str) -> _Page:
        problems: list[Told] = []

        def report(path: str, line: int | None, what: str, article: str | None = None) -> None:
            problems.append((path, line, what, article))

        seen = from_markdown(self.read(path).decode("utf-8", "replace"))
        reading = Reading(path, seen, self.records, self.words, report)
        rows = reading.read()
        own = [(row.article, row.anchor) for row in rows if reading.own == row.article]
        return _Page(problems=problems, shown=len(rows), own=own)

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
