"""What changed since the last edition: new, corrected and withdrawn articles.

The ledger is kept with the pages, in the repository: one line an article, with how it was filed then and now.
An edition is dated by its newest article. While that date stays, runs compare with the same earlier edition, so
generating twice, or correcting a name, changes nothing of "since 16 November"; when a newer article arrives,
what stood until then becomes the edition to compare with.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable

from topic_briefings.models import Changes, Entry, Filing, Ledger, Report, Role

KEPT = 16
"""Hexadecimal digits of a digest that the ledger keeps: enough to see a change, short enough to read."""


def advance(before: Ledger | None, reports: Iterable[Report], date: dt.date | None) -> Ledger:
    """The ledger of an edition of ``reports`` dated ``date``, after the ledger ``before``."""
    now = {report.article.id: (report.article.headline, _filing(report)) for report in reports}
    newer = before is not None and date is not None and (before.date is None or date > before.date)
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
    return Ledger(date=date, since=since, entries=entries)


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


def _on(filing: Filing | None, shelf: str | None) -> Filing | None:
    return filing if filing and (shelf is None or shelf in filing.shelves) else None


def _filing(report: Report) -> Filing:
    tags = report.analysis.topics
    about = {country.code for country in report.analysis.countries if country.role is Role.FOCUS}
    shelves = about | {tag.id for tag in tags} | {tag.broad for tag in tags}
    return Filing(digest=report.article.digest[:KEPT], shelves=tuple(sorted(shelves)))


# ------------------------------------------------------------------ as text


def dumps(ledger: Ledger) -> str:
    """The ledger as JSON Lines: a line for the edition, then one an article, so that a change is a short difference."""
    head = {"edition": _iso(ledger.date), "since": _iso(ledger.since)}
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
    return [filing.digest, list(filing.shelves)] if filing else None


def _read(value: list[str | list[str]] | None) -> Filing | None:
    if value is None:
        return None
    digest, shelves = value
    return Filing(digest=str(digest), shelves=tuple(shelves))
