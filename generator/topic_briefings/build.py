"""The story: read, extract, gather, render, write.

The rooms are entered where they are needed: they take most of a second to import, and a run that finds nothing to do
needs none of them.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from topic_briefings import analysing
from topic_briefings.errors import ArticleError, StaleCorrectionsError
from topic_briefings.models import Edition, KnownPage, Page
from topic_briefings.running.execution import seldom_collected
from topic_briefings.running.progress import Progress, unseen
from topic_briefings.settings import Settings
from topic_briefings.store.checks import remembered_pages
from topic_briefings.store.ledgers import ledger_before, standing_ledger
from topic_briefings.store.pages import remembered
from topic_briefings.store.runs import LastRun, Reported
from topic_briefings.writing import files as writing
from topic_briefings.writing.branches import Merge, merge_of
from topic_briefings.writing.manifest import MANIFEST
from topic_briefings.writing.reasons import made_with, reasons

if TYPE_CHECKING:
    from topic_briefings.doctor.findings import Finding
    from topic_briefings.pages import Memory
    from topic_briefings.verifying import Verdict
    from topic_briefings.verifying.problems import Problem

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run made, in numbers of what the site shows."""

    articles: int
    quotations: int
    countries: int
    topics: int
    voices: int
    errors: tuple[ArticleError, ...]
    """The articles that were left out, and why."""
    unmet: tuple[str, ...]
    """A sentence for each correction that does not apply any more."""
    files: writing.Written
    edition: Edition | None
    """What was published; None where the run had nothing to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """How far the pages on disk are from what a run would make."""

    stale: tuple[str, ...]
    """The files that it would write or remove, below the folder of pages, in order."""
    why: Mapping[str, str]
    """For each of them, in words: which article, setting or version."""
    wanted: Mapping[str, bytes]
    """What they should hold; those that are to go are not in it."""
    errors: tuple[ArticleError, ...]
    unmet: tuple[str, ...]
    """A sentence for each correction that does not apply any more."""


def generate(
    settings: Settings,
    *,
    progress: Progress | None = None,
    recorded: bool = True,
    strict: bool = False,
    resolve: bool = False,
) -> Outcome:
    """Bring the pages in ``settings.docs`` up to date with the articles in ``settings.seeds``.

    With ``recorded``, this is an edition that later ones are compared with. Without, as when a site is built or
    shown, the pages say what changed since the last such edition, and its ledger stays as it is. Articles that
    cannot be read or analysed are left out and reported. With ``resolve``, what a merge of branches left of generated
    files is written anew, as from the edition before the branches parted. Raises ``BriefingsError`` when nothing can
    be done: no folder of articles, a page that a person has changed, corrections that contradict each other; with
    ``strict`` also where a correction does not apply any more.
    """
    progress = progress or unseen
    last = LastRun(settings, "edition" if recorded else "look", time.time_ns())
    if not resolve and (kept := last.still()) and not (strict and kept.unmet):
        unchanged = writing.Written(written=(), removed=(), unchanged=kept.files)
        return Outcome(**kept.counts, errors=kept.errors, unmet=kept.unmet, files=unchanged, edition=None)
    try:
        with seldom_collected():
            return _generated(settings, progress, last, recorded=recorded, strict=strict, resolve=resolve)
    finally:
        gc.unfreeze()  # whoever makes one run after another lets go of what each has gathered


def _generated(
    settings: Settings, progress: Progress, last: LastRun, *, recorded: bool, strict: bool, resolve: bool
) -> Outcome:
    merge = merge_of(settings) if resolve else None
    gathered = _Gathered(settings, progress, last, recorded=recorded, merge=merge)
    if strict and gathered.desk.unmet:
        raise StaleCorrectionsError("\n".join(gathered.desk.unmet))

    def work(pages: Iterable[Page | KnownPage], approve: writing.Approve) -> writing.Written:
        made, shown = made_with(settings), settings.shown_docs
        return writing.write(pages, settings.docs, approve, made=made, merge=merge, shown=shown, seen=last.seen)

    with remembered(settings.cache) as pieces:
        files = gathered.verified(work, "Writing pages", pieces)
    counts, errors, unmet = gathered.edition.counts, gathered.errors, gathered.desk.unmet
    pages = tuple(sorted(files.written + files.unchanged))
    last.keep(Reported(counts=counts, errors=errors, unmet=unmet, files=pages), MANIFEST)
    return Outcome(**counts, errors=errors, unmet=unmet, files=files, edition=gathered.edition)


def check(settings: Settings, *, progress: Progress | None = None, recorded: bool = True) -> Check:
    """What ``generate`` would do; nothing is written to ``settings.docs``."""
    gathered = _looked_at(settings, progress, recorded=recorded)
    wanted: dict[str, bytes] = {}

    def compare(pages: Iterable[Page | KnownPage], approve: writing.Approve) -> tuple[str, ...]:
        def noted(changed: Mapping[str, bytes]) -> None:
            approve(changed)
            wanted.update(changed)

        return writing.stale(pages, settings.docs, noted, made=made_with(settings))

    stale = gathered.verified(compare, "Comparing pages")
    why, unmet = reasons(settings, stale, wanted), gathered.desk.unmet
    return Check(stale=stale, why=why, wanted=wanted, errors=gathered.errors, unmet=unmet)


def verify(settings: Settings, *, site: Path | None = None, progress: Progress | None = None) -> Verdict:
    """Whether ``settings.docs`` says what the articles in ``settings.seeds`` say; nothing is written there.

    Each file there must be, byte for byte, what generating gives, whatever the list of hashes says; and each quotation
    must be its article's to the letter, by the speaker and from the source recorded, which is read anew, without what
    makes pages. With ``site``, the whole one, the HTML that was built there must say what the pages say, too.

    Raises ``SettingsError`` when there is no folder of articles.
    """
    from topic_briefings.verifying import Verification

    verification = Verification(settings, progress or unseen, site=site)
    verification.run()
    if verification.listed:
        # As for a site that is shown: what it compares itself with, the ledger, stands as the last edition left it.
        found = check(settings, progress=progress, recorded=False)
        verification.name_changes({path: found.wanted.get(path) for path in found.stale if path != MANIFEST})
    return verification.verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What a run would make of the corrections."""

    applied: int
    unmet: tuple[str, ...]
    """A sentence for each that does not apply any more."""
    errors: tuple[ArticleError, ...]


def corrections(settings: Settings, *, progress: Progress | None = None) -> Applied:
    """Which corrections find what they are about; nothing is written. Raises ``BriefingsError`` like ``generate``."""
    gathered = _looked_at(settings, progress)
    unmet = gathered.desk.unmet
    return Applied(applied=len(gathered.desk.corrections) - len(unmet), unmet=unmet, errors=gathered.errors)


def gathered(settings: Settings, *, progress: Progress | None = None) -> tuple[Edition, tuple[ArticleError, ...]]:
    """The edition that ``generate`` would publish, and the articles left out of it; nothing is written."""
    found = _looked_at(settings, progress)
    return found.edition, found.errors


def examined(
    settings: Settings, *, progress: Progress | None = None
) -> tuple[tuple[Finding, ...], tuple[ArticleError, ...]]:
    """What deserves a person's look, most harmful first, and what could not be read; nothing is written."""
    from topic_briefings.doctor import examine
    from topic_briefings.doctor.findings import Case
    from topic_briefings.knowledge import Knowledge

    gathered = _looked_at(settings, progress)
    case = Case(
        edition=gathered.edition,
        analyses={analysis.article.id: analysis for analysis in gathered.analyses},
        settings=settings,
        knowledge=Knowledge(taxonomy=settings.topics),
    )
    return examine(case), gathered.errors


def _looked_at(settings: Settings, progress: Progress | None, *, recorded: bool = True) -> _Gathered:
    """What a run that writes nothing gathers."""
    last = LastRun(settings, "check", time.time_ns())
    return _Gathered(settings, progress or unseen, last, recorded=recorded)


class _Gathered:
    """The edition of the articles that can be read, analysed and shown to the letter."""

    def __init__(
        self,
        settings: Settings,
        progress: Progress,
        last: LastRun,
        *,
        recorded: bool = True,
        merge: Merge | None = None,
    ) -> None:
        """``recorded``: the pages have a ledger of this edition, not that of the last one."""
        from topic_briefings.corrections import articles as own
        from topic_briefings.corrections import findings
        from topic_briefings.corrections.desk import Desk
        from topic_briefings.corrections.reading import corrections_of
        from topic_briefings.gathering.watches import declared
        from topic_briefings.knowledge import Knowledge
        from topic_briefings.pages.templating import check_templates

        self.merge = merge
        self.settings, self.progress, self.recorded = settings, progress, recorded
        check_templates(settings.templates)
        self.desk = Desk(corrections_of(settings))
        self.watches = declared(settings)
        articles, unread = analysing.read(settings, progress, last)
        articles, self.withdrawn = own.corrected(articles, self.desk)
        found, failed, self.digests = analysing.extract(articles, settings, progress)
        self._found = found  # the digests are told apart by ``id``, so none may be let go
        self.basis = last.basis
        self.analyses = findings.corrected(found, self.desk, Knowledge(taxonomy=settings.topics))
        self.errors: tuple[ArticleError, ...] = (*unread, *failed)
        self.code = last.code
        self.edition = self._edition("Gathering")

    def verified(
        self, work: Callable[[Iterable[Page | KnownPage], writing.Approve], T], doing: str, memory: Memory | None = None
    ) -> T:
        """What ``work`` makes of the pages, once none of them shows other words than its articles have.

        Those that ``memory`` knows are not made again.

        An article whose words are not shown as it has them is a slip of the generator's: it is left out, and named
        with both readings, and the rest goes on.
        """
        while True:
            try:
                return work(self.progress(self._pages(memory), doing, None), self._approve)
            except _Misquoted as found:
                self._leave_out(found.problems)

    def _pages(self, memory: Memory | None) -> Iterator[Page | KnownPage]:
        from topic_briefings.pages import render, render_once

        ledger = ... if self.recorded else standing_ledger(self.settings)
        if memory is None:
            return render(self.edition, self.settings, ledger=ledger)
        return render_once(self.edition, self.settings, memory, basis=self.basis, known=self.digests, ledger=ledger)

    def _approve(self, changed: Mapping[str, bytes]) -> None:
        from topic_briefings.verifying import misquoted  # slow to import, and not needed where nothing changed

        articles = {analysis.article.id: analysis.article for analysis in self.analyses}
        with remembered_pages(self.settings) as known:
            problems = misquoted(changed, articles, self.settings, known)
        if problems:
            raise _Misquoted(problems)

    def _leave_out(self, problems: Mapping[str, Problem]) -> None:
        wrong = [analysis.article for analysis in self.analyses if analysis.article.id in problems]
        remedy = "mend your templates" if self.settings.templates else "report this to the makers of the generator"
        self.errors += tuple(
            ArticleError(
                source=article.source,
                line=article.line,
                problem=f"on {problems[article.id].where}, {problems[article.id].what}",
                remedy=f"the article is left out; {remedy}",
            )
            for article in wrong
        )
        self.analyses = [analysis for analysis in self.analyses if analysis.article.id not in problems]
        self.edition = self._edition("Gathering again")

    def _edition(self, doing: str) -> Edition:
        from topic_briefings.gathering import gather
        from topic_briefings.store.analyses import uncollected
        from topic_briefings.store.cards import remembered as cards_in
        from topic_briefings.store.sheets import remembered as sheets_in
        from topic_briefings.store.stories import remembered as stories_in

        folder = self.settings.cache
        with (
            uncollected(),
            cards_in(folder, self.code) as cards,
            sheets_in(folder, self.code, self.digests) as sheets,
            stories_in(folder, self.code, lambda analysis: sheets(analysis).key) as stories,
        ):
            return gather(
                self.progress(self.analyses, doing, None),
                self.settings,
                ledger_before(self.settings, self.merge),
                desk=self.desk,
                withdrawn=self.withdrawn,
                watches=self.watches,
                cards=cards,
                sheets=sheets,
                stories=stories,
            )


class _Misquoted(Exception):  # noqa: N818 - caught where the pages are made
    """Pages would show other words than their articles have."""

    def __init__(self, problems: Mapping[str, Problem]) -> None:
        super().__init__()
        self.problems = problems
