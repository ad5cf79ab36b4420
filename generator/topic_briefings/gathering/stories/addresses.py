"""The addresses of stories: given once, kept while a story grows, and leading on when two become one."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from topic_briefings.models import Ledger

Members = tuple[str, ...]
"""The ids of a story's reports, the earliest first."""


def addresses(
    stories: Sequence[Members], before: Ledger | None, newer: bool
) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    """The id of each of ``stories``, and the former ids that lead to one of them.

    A story keeps the id that most of its reports had in the edition that ``before`` compares with, or had in the run
    before; ``newer`` says that a new edition begins. Of two such ids the one of the earlier report stays and the
    other leads to it. A story without one gets the id of its earliest report.
    """
    known = _known(before, newer)
    owners = _owners(stories, known)
    ids: list[str | None] = [None] * len(stories)
    moved = dict(before.moved) if before else {}
    for number, claimed in owners.items():
        order = {
            name: min(at for at, member in enumerate(stories[number]) if known.get(member) == name) for name in claimed
        }
        kept, *others = sorted(claimed, key=lambda name: (order[name], name))
        ids[number] = kept
        moved |= dict.fromkeys(others, kept)
    taken = {name for name in ids if name}
    given: list[str] = []
    for number, members in enumerate(stories):
        name = ids[number] or next((member for member in members if member not in taken), members[0])
        taken.add(name)
        given.append(name)
    return given, _leading(moved, frozenset(given))


def begins_anew(before: Ledger | None, date: dt.date | None) -> bool:
    """Whether an edition dated ``date`` is newer than that of ``before``."""
    return before is not None and date is not None and (before.date is None or date > before.date)


def _known(before: Ledger | None, newer: bool) -> dict[str, str]:
    """The story that each article belonged to, by its id."""
    known: dict[str, str] = {}
    for entry in before.entries if before else ():
        for filing in (entry.now,) if newer else (entry.then, entry.now):
            if filing and filing.story:
                known.setdefault(entry.id, filing.story)
    return known


def _owners(stories: Sequence[Members], known: Mapping[str, str]) -> dict[int, list[str]]:
    """Which former ids each story may claim: of a story that fell apart, the part with most of its reports."""
    shares: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for number, members in enumerate(stories):
        for member in members:
            if member in known:
                shares[known[member]][number] += 1
    owners: dict[int, list[str]] = defaultdict(list)
    for name in sorted(shares):
        best = max(shares[name], key=lambda number: (shares[name][number], name in stories[number], -number))
        owners[best].append(name)
    return owners


def _leading(moved: Mapping[str, str], live: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """The former ids that lead to a story that is there, each straight to it."""
    found = []
    for former in sorted(moved):
        end, seen = former, set()
        while end in moved and end not in live and end not in seen:
            seen.add(end)
            end = moved[end]
        if former not in live and end in live:
            found.append((former, end))
    return tuple(found)
