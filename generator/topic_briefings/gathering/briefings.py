"""What an edition has on each country and each topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from topic_briefings.gathering.keyquotes import key_quotes
from topic_briefings.models import Briefing, CountryTag, Crossing, Report, Role, Statement, TopicTag

POINTS = 3
LINES = 12
CROSSINGS = 24
"""The most countries, and the most topics, that a briefing has a section on."""


def country_briefings(reports: Sequence[Report]) -> tuple[Briefing, ...]:
    """One briefing a country that some report is about or names; most reports about it first."""
    about: dict[str, list[Report]] = defaultdict(list)
    mentioned: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        for tag in report.analysis.countries:
            (about if tag.role is Role.FOCUS else mentioned)[tag.code].append(report)
    return _ranked(
        _briefing(code, about[code], mentioned[code], partial(_country_point, code=code))
        for code in sorted({*about, *mentioned})
    )


def topic_briefings(reports: Sequence[Report]) -> tuple[Briefing, ...]:
    """One briefing a topic that some report is filed under, and one a top-level topic over all below it."""
    about: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        for key in topic_keys(report):
            about[key].append(report)
    return _ranked(_briefing(key, about[key], [], _first_point) for key in sorted(about))


def topic_keys(report: Report) -> tuple[str, ...]:
    """The topics that a report is shelved under: its own and their top-level ancestors, most salient first."""
    tags = report.analysis.topics
    return tuple(dict.fromkeys([tag.id for tag in tags] + [tag.broad for tag in tags]))


def _ranked(briefings: Iterable[Briefing]) -> tuple[Briefing, ...]:
    return tuple(sorted(briefings, key=lambda b: (-len(b.about), -len(b.mentioned), b.key)))


def _briefing(
    key: str, about: Sequence[Report], mentioned: Sequence[Report], point: Callable[[Report], Statement | None]
) -> Briefing:
    ranked = sorted(about or mentioned, key=lambda report: _leading(report, key))
    points = [statement for report in ranked if (statement := point(report))]
    lines = [line for report in about or mentioned for line in report.lines]
    return Briefing(
        key=key,
        about=tuple(about),
        mentioned=tuple(mentioned),
        points=tuple(points[:POINTS]),
        lines=key_quotes(lines, LINES),
        countries=_crossings(about, lambda s: [c.code for c in s.analysis.countries if c.role is Role.FOCUS], key),
        topics=_crossings(about, lambda s: [tag.id for tag in s.analysis.topics], key),
    )


def _leading(report: Report, key: str) -> tuple[int, float, str]:
    """Newest day first; on one day the report that is most about the key."""
    published = report.article.published
    saliences = [t.salience for t in _tags(report) if key in _keys(t)]
    return (-(published.toordinal() if published else 0), -max(saliences, default=0.0), report.article.id)


def _tags(report: Report) -> tuple[CountryTag | TopicTag, ...]:
    return report.analysis.countries + report.analysis.topics


def _keys(tag: CountryTag | TopicTag) -> tuple[str, ...]:
    return (tag.code,) if isinstance(tag, CountryTag) else (tag.id, tag.broad)


def _first_point(report: Report) -> Statement | None:
    points = report.analysis.points
    return Statement(article=report.article, span=points[0].span) if points else None


def _country_point(report: Report, code: str) -> Statement | None:
    """The first sentence of the report's bottom line that names the country; else its first."""
    mentions = [m.span for tag in report.analysis.countries if tag.code == code for m in tag.mentions]
    for point in report.analysis.points:
        if any(point.span.covers(span) for span in mentions):
            return Statement(article=report.article, span=point.span)
    return _first_point(report)


def _crossings(reports: Sequence[Report], keys: Callable[[Report], Sequence[str]], own: str) -> tuple[Crossing, ...]:
    """The reports by what else they are filed under, leaving out the briefing's own key and its ancestor."""
    shelves: Mapping[str, list[Report]] = defaultdict(list)
    for report in reports:
        for key in keys(report):
            if key != own:
                shelves[key].append(report)
    ranked = sorted(shelves, key=lambda key: (-len(shelves[key]), key))
    return tuple(Crossing(key=key, reports=tuple(shelves[key])) for key in ranked[:CROSSINGS])
