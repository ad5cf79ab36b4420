"""Pages, feeds and records against the articles, whether they are on disk or about to be written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial

from topic_briefings.gathering.watches import declared
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Article
from topic_briefings.pages.assets import asset_pages
from topic_briefings.pages.machine.data import ARTICLES, LEDGER
from topic_briefings.pages.words import words
from topic_briefings.settings import Settings
from topic_briefings.verifying.asking import Asking, Memory
from topic_briefings.verifying.built import difference
from topic_briefings.verifying.dialect import from_markdown
from topic_briefings.verifying.editor import Editor
from topic_briefings.verifying.feeds import FEEDS, check_feed
from topic_briefings.verifying.followed import check_followed
from topic_briefings.verifying.lines import Read, records
from topic_briefings.verifying.machines import check_machines
from topic_briefings.verifying.markup import Seen, from_html
from topic_briefings.verifying.outcome import Passed, kept, key_of_check, recalled
from topic_briefings.verifying.page import Known, PageCheck
from topic_briefings.verifying.problems import Kind
from topic_briefings.verifying.recorded import article_rows, check_article, check_published, read_quotations
from topic_briefings.verifying.rows import Recorded
from topic_briefings.verifying.shelves import shelves
from topic_briefings.verifying.stories import read_stories
from topic_briefings.verifying.voices import read_voices
from topic_briefings.verifying.watches import names_of_watches, watch_shelves

Report = Callable[..., None]
"""``report(kind, path, line, what, article=None)``: a problem in the file at ``path`` below ``docs/``."""


class Examination:
    """What is recorded, and what pages show of it."""

    def __init__(self, read: Read, settings: Settings, report: Report, memory: Memory | None = None) -> None:
        """``read`` gives the files of the site; what ``memory`` has of a page stands in place of another check."""
        self.read, self.settings, self.report, self.memory = read, settings, report, memory
        self.asking = Asking()
        self.recorded = Recorded(self.asking)
        self.editor = Editor(settings)
        self.words = words(settings.site_language)
        self.quotations = 0
        self.shown = 0
        self.pages = 0
        self.seen: set[tuple[str, str]] = set()
        """The article and the anchor of each quotation that stands on a page of its article."""
        self._known: Known | None = None

    def rows(self) -> None:
        """Read which articles are recorded."""
        for row, _ in article_rows(self.read, self.report):
            if row.id in self.recorded.articles or row.page in self.recorded.pages:
                self.report(Kind.RECORD, ARTICLES, row.line, f'the article "{row.id}" is recorded twice')
                continue
            self.recorded.articles[row.id] = row
            self.recorded.pages[row.page] = row.id

    def records(self, standing: Mapping[str, Article]) -> None:
        """Compare the records with the articles ``standing`` as they say."""
        self.recorded.standing.update(standing)
        self.recorded.whole = len(standing) == len(self.recorded.articles)
        for row, record in article_rows(self.read, _nothing):
            article = self.recorded.standing.get(row.id)
            if article and self.recorded.articles[row.id].line == row.line:
                check_article(row, record, article, self.recorded, self.editor, self.report)
        read_voices(self.read, self.recorded, self.editor, self.report)
        read_stories(self.read, self.recorded, self.editor, self.report)
        threshold = self.settings.threshold
        self.quotations = sum(1 for _ in read_quotations(self.read, self.recorded, threshold, self.report))
        check_published(self.recorded, threshold, self.editor, self.report)
        check_followed(self.recorded, self.editor, self.report)

    def show(self, paths: Iterable[str]) -> None:
        """Compare the pages and feeds at ``paths`` with the records and the articles."""
        for path in paths:
            content = self.read(path)
            if path.endswith(".md"):
                self._once(path, (content,), self.report, partial(self._shown, path, content))
            elif path.startswith(FEEDS):
                self._once(path, (content,), self.report, partial(self._feed, path, content))

    def built(self, path: str, content: bytes, report: Report) -> None:
        """Compare the built HTML of the page at ``path`` with the records, the articles and its Markdown."""
        written = self.read(path)
        self._once(path, (content, written), report, partial(self._built, path, content, written))

    def _once(self, path: str, content: tuple[bytes, ...], report: Report, check: Callable[[Report], Passed]) -> None:
        """Make the ``check`` of the page at ``path``, unless it is known that it would find nothing to report."""
        memory = self.memory if self.recorded.whole and self.known else None
        key = key_of_check(memory.basis, path, content) if memory else ""
        passed = recalled(memory.get(path), key, self.asking) if memory else None
        if passed is None:
            noted, found = _noting(report)
            with self.asking.listening() as asked:
                passed = check(noted)
            if memory and not found and (told := kept(passed, key, asked, self.asking)):
                memory.put(path, told)
        self.seen.update(passed.quotations)
        self.pages += passed.pages
        self.shown += passed.shown

    def _shown(self, path: str, content: bytes, report: Report) -> Passed:
        return self._page(path, from_markdown(content.decode("utf-8", "replace")), report)[1]

    def _feed(self, path: str, content: bytes, report: Report) -> Passed:
        check_feed(path, content, self.recorded, self.words, partial(self._on, report, path, None))
        return Passed()

    def _built(self, path: str, content: bytes, written: bytes, report: Report) -> Passed:
        seen, (noted, found) = from_html(content), _noting(report)
        check, passed = self._page(path, seen, noted, built=True)
        if check.ours and not found:
            right = from_markdown(written.decode("utf-8", "replace"))
            if (other := difference(path, right, seen, folders=check.folders)) is not None:
                report(Kind.FILE, path, other[0] or None, other[1])
        return passed

    def unshown(self, missing: Iterable[str]) -> None:
        """Each quotation in marks must stand on its article's pages: one that was taken off is a change too."""
        for article, rows in self.recorded.rows.items():
            filed = self.recorded.articles.get(article)
            if filed is None or filed.page in missing:
                continue
            for row in rows:
                if row.fragments and (article, row.anchor) not in self.seen:
                    what = f"the quotation {row.anchor} is not on its article's page"
                    self.report(Kind.RECORD, filed.page, None, what, article)

    def assets(self, content: Callable[[str], bytes], report: Report) -> None:
        """What pages are dressed in must be what the generator brings: a style can hide a word, a script change it."""
        for page in asset_pages():
            with suppress(OSError):
                if page.content not in ((found := content(page.path)), found.replace(b"\r\n", b"\n")):
                    report(Kind.FILE, page.path, None, "is not the file that the generator brings")

    def withdrawn(self) -> None:
        """An article that was taken back is on no page but the one that says so."""
        for key in self.editor.withdrawn:
            if key in self.recorded.articles:
                row = self.recorded.articles[key]
                self.report(Kind.ARTICLE, row.page, None, f"“{key}” is withdrawn, and still published", key)
            elif key not in self.known.told:
                self.report(Kind.RECORD, ARTICLES, None, f"no page says that “{key}” is withdrawn, and why")

    def _page(self, path: str, seen: Seen, report: Report, *, built: bool = False) -> tuple[PageCheck, Passed]:
        check = PageCheck(path, seen, self.known, report, built=built)
        check.report = partial(self._on, report, path, check.own)
        found = check.check()
        if path in self.recorded.pages:
            here = {anchor for _, anchor in found}
            check_machines(seen, self.recorded.pages[path], self.recorded, self.words, here, check.report)
        quotations = tuple(sorted(found)) if check.own else ()
        return check, Passed(pages=1, shown=len(check.quotations), quotations=quotations)

    @property
    def known(self) -> Known:
        """What every check of a page has at hand."""
        if self._known is None:
            ledger = (str(given.get("headline") or "") for _, given in records(self.read, LEDGER, _nothing))
            knowledge = Knowledge(taxonomy=self.settings.topics)
            watches = declared(self.settings)
            names = (self.settings.site_name, *ledger, *self.editor.names(), *names_of_watches(watches))
            watched = watch_shelves(self.recorded, watches, knowledge)
            known = shelves(self.recorded, self.words, knowledge, names, watched, self.asking)
            self._known = Known(self.recorded, self.words, known, self._has, self.editor, self.asking)
        return self._known

    def _has(self, page: str) -> bool:
        """Whether there is a page, or a file of that name."""
        for path in (f"{page}.md", f"{page}/index.md".lstrip("/"), page):
            try:
                self.read(path)
            except OSError:
                continue
            return True
        return False

    @staticmethod
    def _on(
        report: Report, path: str, own: str | None, kind: Kind, line: int | None, what: str, article: str | None = None
    ) -> None:
        report(kind, path, line, what, article or own)


def _noting(report: Report) -> tuple[Report, list[object]]:
    """The same as ``report``, and a list of all that it is told."""
    found = list[object]()

    def noted(*said: object) -> None:
        found.append(said)
        report(*said)

    return noted, found


def _nothing(*_: object) -> None:
    """For a second reading of a file whose problems are reported already."""
