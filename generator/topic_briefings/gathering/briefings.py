"""What an edition has on each country and each topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from topic_briefings.gathering.nearness import shelf_lines
from topic_briefings.gathering.openings import naming, openings
from topic_briefings.gathering.sheets import Sheets, blank
from topic_briefings.models import Briefing, Crossing, Report, Role

CROSSINGS = 24
"""The most countries, and the most topics, that a briefing has a section on."""


def country_briefings(reports: Sequence[Report], sheets: Sheets = blank) -> tuple[Briefing, ...]:
    """One briefing a country that some report is about or names; most reports about it first."""
    about: dict[str, list[Report]] = defaultdict(list)
    mentioned: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        for tag in report.analysis.countries:
            (about if tag.role is Role.FOCUS else mentioned)[tag.code].append(report)
    return _ranked(_briefing(code, about[code], mentioned[code], sheets) for code in sorted({*about, *mentioned}))


def topic_briefings(reports: Sequence[Report], sheets: Sheets = blank) -> tuple[Briefing, ...]:
    """One briefing a topic that some report is filed under, and one a top-level topic over all below it."""
    about: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        for key in topic_keys(report):
            about[key].append(report)
    return _ranked(_briefing(key, about[key], [], sheets) for key in sorted(about))


def topic_keys(report: Report) -> tuple[str, ...]:
    """The topics that a report is shelved under: its own and their top-level ancestors, most salient first."""
    tags = report.analysis.topics
    return tuple(dict.fromkeys([tag.id for tag in tags] + [tag.broad for tag in tags]))


def _ranked(briefings: Iterable[Briefing]) -> tuple[Briefing, ...]:
    return tuple(sorted(briefings, key=lambda b: (-len(b.about), -len(b.mentioned), b.key)))


def _briefing(key: str, about: Sequence[Report], mentioned: Sequence[Report], sheets: Sheets) -> Briefing:
    lines, farther = shelf_lines(about or mentioned, key, sheets)
    return Briefing(
        key=key,
        about=tuple(about),
        mentioned=tuple(mentioned),
        openings=openings(about, key, sheets) if about else naming(mentioned, key, sheets),
        lines=lines,
        farther=farther,
        countries=_crossings(about, lambda s: [c.code for c in s.analysis.countries if c.role is Role.FOCUS], key),
        topics=_crossings(about, lambda s: [tag.id for tag in s.analysis.topics], key),
    )


def _crossings(reports: Sequence[Report], keys: Callable[[Report], Sequence[str]], own: str) -> tuple[Crossing, ...]:
    """The reports by what else they are filed under, leaving out the briefing's own key and its ancestor."""
    shelves: Mapping[str, list[Report]] = defaultdict(list)
    for report in reports:
        for key in keys(report):
            if key != own:
                shelves[key].append(report)
    ranked = sorted(shelves, key=lambda key: (-len(shelves[key]), key))
    return tuple(Crossing(key=key, reports=tuple(shelves[key])) for key in ranked[:CROSSINGS])
