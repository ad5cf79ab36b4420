"""The story: read, extract, gather, render, write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Protocol, TypeVar

from topic_briefings.errors import ArticleError, SettingsError
from topic_briefings.extractors import analyse
from topic_briefings.gathering import gather
from topic_briefings.gathering.editions import loads
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Analysis, Article, Edition, Ledger
from topic_briefings.pages import LEDGER, render
from topic_briefings.reading import read_folder
from topic_briefings.running.execution import chosen
from topic_briefings.settings import Settings
from topic_briefings.store.analyses import opened
from topic_briefings.writing import files as writing

T = TypeVar("T")

KEPT_TOGETHER = 256
"""Analyses that go to the cache at once: what a killed run loses, and what two runs wait for each other."""


class Progress(Protocol):
    """Shows a person how far a loop is."""

    def __call__(self, items: Iterable[T], doing: str, total: int | None) -> Iterable[T]:
        """The same items, while it shows what is being done with them and how many of ``total`` are done."""


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
    files: writing.Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """How far the pages on disk are from what a run would make."""

    stale: tuple[str, ...]
    """The files that it would write or remove, below the folder of pages, in order."""
    errors: tuple[ArticleError, ...]


def generate(settings: Settings, *, progress: Progress | None = None, recorded: bool = True) -> Outcome:
    """Bring the pages in ``settings.docs`` up to date with the articles in ``settings.seeds``.

    With ``recorded``, this is an edition that later ones are compared with. Without, as when a site is built or
    shown, the pages say what changed since the last such edition, and its ledger stays as it is. Articles that
    cannot be read or analysed are left out and reported. Raises ``BriefingsError`` when nothing can be done: no
    folder of articles, a page that a person has changed.
    """
    progress = progress or _unseen
    edition, errors = _edition(settings, progress)
    pages = render(edition, settings) if recorded else render(edition, settings, ledger=_standing_ledger(settings))
    files = writing.write(progress(pages, "Writing pages", None), settings.docs)
    return Outcome(
        articles=len(edition.articles),
        quotations=len(edition.quotations),
        countries=len(edition.countries),
        topics=len(edition.topics),
        voices=len(edition.voices),
        errors=errors,
        files=files,
    )


def check(settings: Settings, *, progress: Progress | None = None) -> Check:
    """What ``generate`` would do; nothing is written to ``settings.docs``."""
    progress = progress or _unseen
    edition, errors = _edition(settings, progress)
    pages = progress(render(edition, settings), "Comparing pages", None)
    return Check(stale=writing.stale(pages, settings.docs), errors=errors)


def stale(settings: Settings) -> tuple[str, ...]:
    """The files in ``settings.docs`` that ``generate`` would change, in order."""
    return check(settings).stale


def _edition(settings: Settings, progress: Progress) -> tuple[Edition, tuple[ArticleError, ...]]:
    articles, unread = _read(settings, progress)
    analyses, failed = _extract(articles, settings, progress)
    edition = gather(progress(analyses, "Gathering", None), settings, _before(settings))
    return edition, (*unread, *failed)


def _before(settings: Settings) -> Ledger | None:
    """The ledger of the edition before, from among its pages; None when there is none that can be read."""
    try:
        return loads((_standing_ledger(settings) or b"").decode())
    except UnicodeDecodeError:
        return None


def _standing_ledger(settings: Settings) -> bytes | None:
    """The file of the ledger as it stands; None when there is none."""
    try:
        return (settings.docs / LEDGER).read_bytes()
    except OSError:
        return None


def _read(settings: Settings, progress: Progress) -> tuple[list[Article], list[ArticleError]]:
    """The articles, each with an id of its own, and what could not be read."""
    if not settings.seeds.is_dir():
        shown = settings.shown_seeds
        raise SettingsError(f'{shown}: there is no such folder; make it, or name another with "seeds:" in mkdocs.yml')
    articles: list[Article] = []
    errors: list[ArticleError] = []
    for item in progress(read_folder(settings.seeds, settings.shown_seeds), "Reading", None):
        if isinstance(item, ArticleError):
            errors.append(item)
        else:
            articles.append(item)
    return articles, errors


def _extract(
    articles: Sequence[Article], settings: Settings, progress: Progress
) -> tuple[list[Analysis], list[ArticleError]]:
    """The analyses in the order of ``articles``; an article that did not change is not analysed again."""
    knowledge = Knowledge(taxonomy=settings.topics)
    errors: list[ArticleError] = []
    with opened(settings.cache, knowledge) as cache:
        analyses = cache.get_all(articles)
        missing = [article for article in articles if article.id not in analyses]
        work = partial(analyse, knowledge=knowledge)
        results = iter(progress(chosen(settings.workers).each(work, missing), "Analysing", len(missing)))
        while batch := list(islice(results, KEPT_TOGETHER)):
            done = [result for result in batch if isinstance(result, Analysis)]
            cache.put(done)
            analyses |= {analysis.article.id: analysis for analysis in done}
            errors += [result for result in batch if isinstance(result, ArticleError)]
        cache.prune()
    return [analyses[article.id] for article in articles if article.id in analyses], errors


def _unseen(items: Iterable[T], doing: str, total: int | None) -> Iterator[T]:
    """Progress that nobody watches."""
    del doing, total
    return iter(items)
