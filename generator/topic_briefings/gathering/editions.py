"""What changed since the last edition: new, corrected and withdrawn articles.

The ledger is kept with the pages, in the repository: one line an article, with how it was filed then and now.
An edition is dated by its newest article. While that date stays, runs compare with the same earlier edition, so
generating twice, or correcting a name, changes nothing of "since 16 November"; when a newer article arrives,
what stood until then becomes the edition to compare with.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from topic_briefings.gathering.stories.addresses import begins_anew
from topic_briefings.models import Article, Changes, Entry, Filing, Ledger, Report, Role, StoryChange, StoryNews

KEPT = 16
"""Hexadecimal digits of a digest that the ledger keeps: enough to see a change, short enough to read."""


def advance(
    before: Ledger | None,
    reports: Iterable[Report],
    date: dt.date | None,
    moved: tuple[tuple[str, str], ...] = (),
) -> Ledger:
    """The ledger of an edition of ``reports`` dated ``date``, after the ledger ``before``.

    ``moved`` gives the former ids of stories with those that they lead to.
    """
    now = {report.article.id: (report.article.headline, _filing(report)) for report in reports}
    newer = begins_anew(before, date)
    since, then = (None, {}) if before is None else _earlier(before, newer)
    entries = tuple(
        Entry(
            id=key,
            headline=now[key][0] if key in now else then[key][0],
            now=now[key][1] if key in now else None,
            then=then[key][1] if key in then else None,
        )
        for key in sorted({*now, *then})
    )
    # An address is free again for an article that has it for a name.
    renamed = tuple((key, first) for key, first in before.renamed if key in now and first not in now) if before else ()
    return Ledger(date=date, since=since, entries=entries, moved=moved, renamed=renamed)


def followed(before: Ledger | None, articles: Iterable[Article]) -> Ledger | None:
    """The ledger ``before`` with the new id of each article whose file was renamed since: nothing new for a reader.

    It is the same article where its digest, of all that a reader can see, is that of one that is gone and of no other.
    """
    if before is None:
        return None
    here = {article.id: article.digest[:KEPT] for article in articles}
    known = {entry.id for entry in before.entries if entry.now}
    gone = _alone((entry.now.digest, entry.id) for entry in before.entries if entry.now and entry.id not in here)
    come = _alone((digest, key) for key, digest in here.items() if key not in known)
    names = {gone[digest]: come[digest] for digest in gone.keys() & come.keys()}
    if not names:
        return before
    taken = set(names.values())
    entries = [replace(e, id=names.get(e.id, e.id)) for e in before.entries if e.id not in taken]
    first = dict(before.renamed)
    for old, new in sorted(names.items()):
        first[new] = first.pop(old, old)
    ordered = tuple(sorted(entries, key=lambda entry: entry.id))
    return replace(before, entries=ordered, renamed=tuple(sorted(first.items())))


def _alone(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Digest → id, of the digests that one article alone has."""
    found: dict[str, list[str]] = defaultdict(list)
    for digest, key in pairs:
        found[digest].append(key)
    return {digest: keys[0] for digest, keys in found.items() if len(keys) == 1}


def _earlier(before: Ledger, newer: bool) -> tuple[dt.date | None, dict[str, tuple[str, Filing]]]:
    """The edition to compare with: the ledger's own when a newer one begins, else the one it compares with."""
    sides = ((entry, entry.now if newer else entry.then) for entry in before.entries)
    return before.date if newer else before.since, {e.id: (e.headline, filing) for e, filing in sides if filing}


def changes(ledger: Ledger, shelf: str | None = None) -> Changes | None:
    """What changed on one shelf, a country's code or a topic's id, or in the whole edition; None if nothing did."""
    if ledger.since is None:
        return None
    new, corrected, withdrawn = [], [], []
    for entry in ledger.entries:
        here, there = _on(entry.now, shelf), _on(entry.then, shelf)
        if here and not there:
            new.append(entry.id)
        elif there and not here:
            withdrawn.append(entry.headline)
        elif here and there and here.digest != there.digest:
            corrected.append(entry.id)
    if not (new or corrected or withdrawn):
        return None
    return Changes(since=ledger.since, new=tuple(new), corrected=tuple(corrected), withdrawn=tuple(withdrawn))


def story_changes(ledger: Ledger) -> tuple[StoryChange, ...]:
    """What became of the stories since the edition before, in order of id; none if nothing did."""
    if ledger.since is None:
        return ()
    now: dict[str, list[Entry]] = defaultdict(list)
    for entry in ledger.entries:
        if entry.now and entry.now.story:
            now[entry.now.story].append(entry)
    found = (_story_change(name, now[name]) for name in sorted(now))
    return tuple(change for change in found if change)


def _story_change(name: str, entries: list[Entry]) -> StoryChange | None:
    """What became of the story ``name`` with the reports ``entries``; None where nothing did."""
    then = {entry.then.story for entry in entries if entry.then and entry.then.story}
    merged = tuple(sorted(then - {name})) if name in then else tuple(sorted(then))[1:]
    added = tuple(entry.id for entry in entries if not entry.then)
    if not (merged or added):
        return None
    known = any(entry.then for entry in entries)
    news = StoryNews.MERGED if merged else StoryNews.GROWN if known else StoryNews.NEW
    return StoryChange(story=name, news=news, added=added, merged=merged)


def _on(filing: Filing | None, shelf: str | None) -> Filing | None:
    return filing if filing and (shelf is None or shelf in filing.shelves) else None


def _filing(report: Report) -> Filing:
    tags = report.analysis.topics
    about = {country.code for country in report.analysis.countries if country.role is Role.FOCUS}
    shelves = about | {tag.id for tag in tags} | {tag.broad for tag in tags}
    return Filing(digest=report.article.digest[:KEPT], shelves=tuple(sorted(shelves)), story=report.story)


# ------------------------------------------------------------------ as text


def dumps(ledger: Ledger) -> str:
    """The ledger as JSON Lines: a line for the edition, then one an article, so that a change is a short difference."""
    head: dict[str, object] = {"edition": _iso(ledger.date), "since": _iso(ledger.since)}
    if ledger.moved:
        head["moved"] = dict(ledger.moved)
    if ledger.renamed:
        head["renamed"] = dict(ledger.renamed)
    rows = (
        {"id": entry.id, "headline": entry.headline, "now": _pair(entry.now), "then": _pair(entry.then)}
        for entry in ledger.entries
    )
    return "".join(json.dumps(row, ensure_ascii=True) + "\n" for row in (head, *rows))


def loads(text: str) -> Ledger | None:
    """The ledger that ``dumps`` wrote; None when the text is not one, since a lost ledger only costs a comparison."""
    try:
        head, *rows = (json.loads(line) for line in text.splitlines())
        return Ledger(
            date=_date(head["edition"]),
            since=_date(head["since"]),
            moved=tuple(sorted((str(old), str(now)) for old, now in head.get("moved", {}).items())),
            renamed=tuple(sorted((str(key), str(first)) for key, first in head.get("renamed", {}).items())),
            entries=tuple(
                Entry(id=row["id"], headline=row["headline"], now=_read(row["now"]), then=_read(row["then"]))
                for row in rows
            ),
        )
    except (ValueError, KeyError, TypeError):
        return None


def _iso(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None


def _date(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None


def _pair(filing: Filing | None) -> list[str | list[str]] | None:
    """``filing`` as JSON: digest, shelves and, where it belongs to one, the story."""
    if filing is None:
        return None
    story: list[str | list[str]] = [filing.story] if filing.story else []
    return [filing.digest, list(filing.shelves), *story]


def _read(value: list[str | list[str]] | None) -> Filing | None:
    if value is None:
        return None
    digest, shelves, *story = value
    return Filing(digest=str(digest), shelves=tuple(shelves), story=str(story[0]) if story else None)
