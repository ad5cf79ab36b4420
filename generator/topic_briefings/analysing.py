"""From the folder of articles to their analyses: only what changed is read again, and only what is new is analysed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from topic_briefings.errors import ArticleError
from topic_briefings.models import Analysis, Article
from topic_briefings.running.execution import Execution, chosen
from topic_briefings.running.progress import Progress
from topic_briefings.settings import Settings
from topic_briefings.store.runs import LastRun

if TYPE_CHECKING:
    from topic_briefings.knowledge import Knowledge

KEPT_TOGETHER = 256
"""Analyses that go to the cache at once: what a killed run loses, and what two runs wait for each other."""


def read(settings: Settings, progress: Progress, last: LastRun) -> tuple[list[Article], list[ArticleError]]:
    """The articles, each with an id of its own, and what could not be read."""
    from topic_briefings.reading import limits, read_folder, refuse_missing
    from topic_briefings.store.articles import remembered

    refuse_missing(settings)
    articles: list[Article] = []
    errors: list[ArticleError] = []
    with remembered(settings.cache, last.digest, last.code) as read:
        found = read_folder(settings.seeds, settings.shown_seeds, read, limits.of(settings))
        for item in progress(found, "Reading", None):
            if isinstance(item, ArticleError):
                errors.append(item)
            else:
                articles.append(item)
    return articles, errors


def extract(
    articles: Sequence[Article], settings: Settings, progress: Progress
) -> tuple[list[Analysis], list[ArticleError], dict[int, str]]:
    """The analyses in the order of ``articles``, what failed, and by ``id`` a digest of each analysis.

    An article that did not change is not analysed again.
    """
    from topic_briefings.extractors import analyse
    from topic_briefings.knowledge import Knowledge
    from topic_briefings.store.analyses import opened

    knowledge = Knowledge(taxonomy=settings.topics)
    errors: list[ArticleError] = []
    with opened(settings.cache, knowledge) as cache:
        analyses = cache.get_all(articles)
        missing = [article for article in articles if article.id not in analyses]
        work = partial(analyse, knowledge=knowledge)
        with _place(settings, knowledge, missing) as place:
            results = iter(progress(place.each(work, missing), "Analysing", len(missing)))
            while batch := list(islice(results, KEPT_TOGETHER)):
                done = [result for result in batch if isinstance(result, Analysis)]
                cache.put(done)
                analyses |= {analysis.article.id: analysis for analysis in done}
                errors += [result for result in batch if isinstance(result, ArticleError)]
        cache.prune()
    return [analyses[article.id] for article in articles if article.id in analyses], errors, cache.digests


@contextmanager
def _place(settings: Settings, knowledge: Knowledge, articles: Sequence[Article]) -> Iterator[Execution]:
    """Where ``articles`` are analysed; no cluster is asked for none."""
    if settings.executor is None or not articles:
        yield chosen(settings.workers, settings.seconds_per_article)
        return
    from topic_briefings.running.borrowed import borrowed

    with borrowed(settings.executor, knowledge, settings.seconds_per_article) as place:
        yield place
