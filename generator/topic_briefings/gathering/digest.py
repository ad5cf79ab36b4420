"""Which stories and reports a digest tells of: those that are new or have changed, each once, below one subject."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from topic_briefings.errors import SettingsError, nearest
from topic_briefings.gathering.editions import changes, story_changes
from topic_briefings.gathering.keyquotes import key_quotes
from topic_briefings.models import Edition, Line, Report, Role, Story, StoryNews

K = TypeVar("K")

QUOTES = 2
"""Key quotes of an item."""


class News(StrEnum):
    """What became of a story or a report; each is a word of the interface, after "digest_"."""

    NEW = "new"
    GROWN = "grown"
    MERGED = "merged"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One story, or one report that stands alone."""

    news: News
    story: Story | None
    reports: tuple[Report, ...]
    """Those that are new or corrected, newest first; undated last."""
    chief: Report
    """The report whose headline the item bears."""
    lines: tuple[Line, ...]
    """Its best quotations, of the new reports alone."""

    @property
    def countries(self) -> tuple[str, ...]:
        """The codes of the countries that its reports are about, the first named first."""
        codes = (c.code for r in self.reports for c in r.analysis.countries if c.role is Role.FOCUS)
        return tuple(dict.fromkeys(codes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What there is to tell."""

    since: dt.date | None
    """None where there is no edition to compare with, so that everything is new."""
    until: dt.date | None
    """The date of the edition."""
    subjects: tuple[tuple[str | None, tuple[Item, ...]], ...]
    """By top-level topic, its id, None for items without one: those with most items first."""
    countries: tuple[tuple[str, tuple[Item, ...]], ...]
    """By the code of a country: those with most items first."""
    withdrawn: tuple[str, ...]
    """Headlines of articles that are no longer here."""
    undated: int
    """Reports of which nobody can say whether they are newer than the day that was asked for."""


def watched_alone(edition: Edition, name: str) -> Edition:
    """``edition`` with the reports alone that answer the watch ``name``; raises ``SettingsError`` without one."""
    names = [watched.watch.name for watched in edition.watched]
    if name not in names:
        near = nearest(name, names)
        remedy = f'did you mean "{near}"?' if near else 'write one below "watch:" in mkdocs.yml'
        raise SettingsError(f'--watch: "{name}" is nothing that is watched; {remedy}')
    reports = edition.watched[names.index(name)].reports
    ids = {report.article.id for report in reports}
    entries = tuple(entry for entry in edition.ledger.entries if entry.id in ids)
    return replace(edition, reports=reports, ledger=replace(edition.ledger, entries=entries))


def since_edition(edition: Edition) -> Digest:
    """What is new since the edition before; everything in a first edition."""
    if edition.ledger.since is None:
        return _digest(edition, None, {report.article.id: News.NEW for report in edition.reports}, {})
    found = changes(edition.ledger)
    told = dict.fromkeys(found.new, News.NEW) if found else {}
    told |= dict.fromkeys(found.corrected, News.CORRECTED) if found else {}
    stories = {change.story: _NEWS[change.news] for change in story_changes(edition.ledger)}
    return _digest(edition, edition.ledger.since, told, stories, withdrawn=found.withdrawn if found else ())


def since_day(edition: Edition, day: dt.date) -> Digest:
    """What was published on ``day`` or later."""
    new = {r.article.id: News.NEW for r in edition.reports if r.article.published and r.article.published >= day}
    grown = {
        story.id: News.GROWN if story.first and story.first < day else News.NEW
        for story in edition.stories
        if any(report.article.id in new for report in story.reports)
    }
    undated = sum(1 for report in edition.reports if report.article.published is None)
    return _digest(edition, day, new, grown, undated=undated)


_NEWS = {StoryNews.NEW: News.NEW, StoryNews.GROWN: News.GROWN, StoryNews.MERGED: News.MERGED}


def _digest(
    edition: Edition,
    since: dt.date | None,
    told: Mapping[str, News],
    stories: Mapping[str, News],
    *,
    withdrawn: tuple[str, ...] = (),
    undated: int = 0,
) -> Digest:
    """The digest of the reports that are ``told`` of, by id, and of what became of ``stories``, by id."""
    items = list(_items(edition, told, stories))
    return Digest(
        since=since,
        until=edition.date,
        subjects=_by(((_subject(item),) for item in items), items),
        countries=_by((item.countries for item in items), items),
        withdrawn=withdrawn,
        undated=undated,
    )


def _items(edition: Edition, told: Mapping[str, News], stories: Mapping[str, News]) -> Iterable[Item]:
    """In the order of the edition: the newest report first, a story where its newest stands."""
    by_id = {story.id: story for story in edition.stories}
    seen: set[str] = set()
    for report in edition.reports:
        key = report.article.id
        story = by_id.get(report.story) if report.story else None
        if key not in told or (story and story.id in seen):
            continue
        if story is None:
            yield _item(told[key], None, (report,), report)
            continue
        seen.add(story.id)
        fresh = tuple(r for r in edition.reports if r.story == story.id and r.article.id in told)
        chief = next(r for r in story.reports if r.article.id == story.centre)
        yield _item(stories.get(story.id, told[key]), story, fresh, chief)


def _item(news: News, story: Story | None, reports: tuple[Report, ...], chief: Report) -> Item:
    lines = key_quotes([line for report in reports for line in report.lines], QUOTES)
    return Item(news=news, story=story, reports=reports, chief=chief, lines=lines)


def _subject(item: Item) -> str | None:
    """The top-level topic that most of the item's reports are most about; the id decides between equals."""
    best: dict[str, float] = {}
    for report in item.reports:
        for tag in report.analysis.topics:
            best[tag.broad] = best.get(tag.broad, 0.0) + tag.salience
    return min(best, key=lambda key: (-best[key], key), default=None)


def _by(keys: Iterable[Iterable[K]], items: list[Item]) -> tuple[tuple[K, tuple[Item, ...]], ...]:
    found: dict[K, list[Item]] = {}
    for own, item in zip(keys, items, strict=True):
        for key in own:
            found.setdefault(key, []).append(item)
    ranked = sorted(found, key=lambda key: (key is None, -len(found[key]), str(key)))
    return tuple((key, tuple(found[key])) for key in ranked)
