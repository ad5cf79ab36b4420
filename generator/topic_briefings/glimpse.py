"""The page of an edited article ahead of the rest: what can be told of it without gathering all articles anew.

An editor who serves a site has one page before them. What that page says is decided by its own article, but for who
else speaks, what else is near, and which pages there are; those stay as the last edition had them until the next is
gathered, some seconds later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from topic_briefings.corrections import articles as own
from topic_briefings.corrections import findings
from topic_briefings.corrections.desk import Desk
from topic_briefings.corrections.finding import Articles
from topic_briefings.corrections.models import Correction
from topic_briefings.corrections.reading import corrections_of
from topic_briefings.extractors import analyse
from topic_briefings.gathering.answers import answers
from topic_briefings.gathering.bylines import lines
from topic_briefings.gathering.people import voices
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Analysis, Article, Edition, Related, Report, Tie, TieKind, Voice
from topic_briefings.pages.kinds import site_of
from topic_briefings.pages.kinds.article import pages_of_article
from topic_briefings.pages.templating import named_errors
from topic_briefings.reading import limits, read_folder
from topic_briefings.running.execution import InProcess
from topic_briefings.settings import Settings

MOST = 3
"""Articles that are shown ahead; whoever changed more waits for all of them."""
LARGEST = 2_000_000
"""Bytes of a file of articles that is read for it: a larger one takes as long as all that follows."""


class Glimpse:
    """What one edition says, to be looked at with an article of it changed."""

    def __init__(self, edition: Edition, settings: Settings) -> None:
        """Raises ``BriefingsError`` where the corrections cannot be read."""
        self._edition, self._settings = edition, settings
        self._corrections = _about_articles(corrections_of(settings))
        self._site = site_of(edition, settings)
        self._place = {report.article.id: place for place, report in enumerate(edition.reports)}
        self._voices: dict[str, dict[str, Voice]] = defaultdict(dict)
        for briefing in edition.voices:
            for article, name in briefing.voice.members:
                self._voices[article][name] = briefing.voice

    def pages(self, changed: Collection[Path]) -> dict[str, str]:
        """By path below ``docs/`` the Markdown of pages that differ where these files were ``changed``.

        Pages of articles that the edition has, as the corrections have them now. Empty where too many differ. Raises
        ``BriefingsError`` like a run, and ``KeyError`` where a page would lead to one that is not there yet.
        """
        found: dict[str, str] = {}
        with named_errors(self._settings.templates):
            for report in self._changed(changed):
                site = self._site.with_report(report)
                place = self._place[report.article.id]
                newer, older = self._neighbour(place - 1), self._neighbour(place + 1)
                between = (site.article(article) if article else None for article in (newer, older))
                found |= {page.path: page.content.decode() for page in pages_of_article(site, report, *between)}
        return found

    def _neighbour(self, place: int) -> Article | None:
        reports = self._edition.reports
        return reports[place].article if 0 <= place < len(reports) else None

    # -------------------------------------------------------------- what differs

    def _changed(self, files: Collection[Path]) -> Iterator[Report]:
        """The reports that differ."""
        corrections = corrections_of(self._settings)
        named = self._named(corrections)
        desk = Desk(corrections)
        changed = []
        for article in self._standing(files, named, desk):
            place = self._place.get(article.id)
            before = None if place is None else self._edition.reports[place]
            if before and (article.digest != before.article.digest or article.id in named):
                changed.append((article, before))
        if len(changed) > MOST:
            return
        knowledge = Knowledge(taxonomy=self._settings.topics)
        work = partial(analyse, knowledge=knowledge)
        found = InProcess(self._settings.seconds_per_article).each(work, [article for article, _ in changed])
        for (_, before), result in zip(changed, found, strict=True):
            if isinstance(result, Analysis):
                (analysis,) = findings.corrected([result], desk, knowledge)
                if analysis != before.analysis:
                    yield self._report(analysis, before)

    def _named(self, corrections: Sequence[Correction]) -> frozenset[str]:
        """The articles that other corrections are about than were."""
        differ = self._corrections ^ _about_articles(corrections)
        known = Articles(article.id for article in self._articles()) if differ else Articles(())
        return frozenset(found for correction in differ if (found := known.find(correction.article)))

    def _articles(self) -> Iterator[Article]:
        for report in self._edition.reports:
            yield report.article
            yield from report.copies
        yield from (withdrawn.article for withdrawn in self._edition.withdrawn)

    def _standing(self, files: Collection[Path], named: Collection[str], desk: Desk) -> Iterator[Article]:
        """The articles of the ``files``, and the ``named`` ones, with what a person said of them."""
        settings = self._settings
        sources = {article.source for article in self._articles() if article.id in named}

        def wanted(path: Path, shown: str) -> bool:
            return (path in files or shown in sources) and path.stat().st_size <= LARGEST

        found = read_folder(settings.seeds, settings.shown_seeds, limits=limits.of(settings), wanted=wanted)
        articles = {article.id: article for article in found if isinstance(article, Article)}
        others = [article for article in self._articles() if article.id not in articles]
        standing, _ = own.corrected([*others, *articles.values()], desk)
        return (article for article in standing if article.id in articles)

    # -------------------------------------------------------------- what it says

    def _report(self, analysis: Analysis, before: Report) -> Report:
        """The report of ``analysis``; whom it stands beside is as it was."""
        key = analysis.article.id
        known = self._voices.get(key, {})
        members = {member: known.get(member[1], voice) for voice in voices([analysis]) for member in voice.members}
        return replace(
            before,
            analysis=analysis,
            lines=tuple(lines(analysis, members, self._settings.threshold)),
            answers=tuple(answers(analysis, members)),
            related=tuple(_still_tied(before.related, analysis)),
        )


def _about_articles(corrections: Sequence[Correction]) -> frozenset[Correction]:
    """Those about a single article, wherever in the file they stand."""
    return frozenset(replace(correction, line=0) for correction in corrections if correction.article)


def _still_tied(related: Sequence[Related], analysis: Analysis) -> Iterator[Related]:
    """Those of ``related`` with which something ties the article still, as far as its own words tell."""
    phrases = {phrase.text.lower() for phrase in analysis.keyphrases}

    def holds(tie: Tie) -> bool:
        return tie.kind is not TieKind.KEYPHRASE or tie.key in phrases

    for one in related:
        if ties := tuple(filter(holds, one.ties)):
            yield replace(one, ties=ties)
