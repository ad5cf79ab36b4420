"""The pictures of a page, drawn from an edition: which counts, called what, linked where."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from topic_briefings.models import Briefing, Report
from topic_briefings.pages.links import published
from topic_briefings.pages.pictures import (
    Bar,
    Period,
    Series,
    Unit,
    by_period,
    spark,
    timeline,
    trend,
    world_map,
)
from topic_briefings.pages.site import Link, Site

TRENDS = 6
RECURRING = 2
"""Articles that must share a keyphrase before its course over time says anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture and the same counts as a table."""

    picture: Markup
    rows: tuple[tuple[str | Link, str], ...]
    """Label, or the link that is one, and number, as printed."""


def coverage(site: Site, here: str) -> Chart:
    """The world, each country filled by the number of articles about it."""
    about = {briefing.key: len(briefing.about) for briefing in site.edition.countries if briefing.about}
    links = {code: site.country(code) for code in about}
    titles = {code: f"{links[code].text}: {site.words.count(count, 'articles')}" for code, count in about.items()}
    picture = world_map(
        about,
        {code: published(here, link.path) for code, link in links.items()},
        titles,
        title=site.words["map"],
        caption=site.words["map_caption"],
        unit=site.words["articles"],
        number=site.words.number,
    )
    return Chart(picture=picture, rows=tuple((links[code], site.words.number(n)) for code, n in about.items()))


def course(site: Site, here: str, reports: Sequence[Report]) -> Chart | None:
    """How many of ``reports`` fell into each week, month or year; None where time would show nothing.

    Each bar leads to the newest day that it counts, on the page of that day's month.
    """
    dates = [report.article.published for report in reports if report.article.published]
    unit, periods = by_period(dates)
    undated = len(reports) - len(dates)
    if len(periods) + bool(undated) < 2:
        return None
    bars = [_bar(site, here, period, unit, dates) for period in periods]
    apart = Bar(
        label=site.words["undated"],
        count=undated,
        title=_counted(site, site.words["undated"], undated),
        href=published(here, site.link("month", None).path) if undated else None,
    )
    picture = timeline(bars, apart, title=site.words["when"], number=site.words.number)
    shown = [*bars, apart]
    return Chart(picture=picture, rows=tuple((b.label, site.words.number(b.count)) for b in shown if b.count))


def topic_courses(site: Site, briefings: Sequence[Briefing]) -> dict[str, Markup]:
    """By its key, how many articles each of ``briefings`` had over the time of the whole edition, on one scale."""
    dates = [report.article.published for report in site.edition.reports if report.article.published]
    _, periods = by_period(dates)
    if len(periods) < RECURRING:
        return {}
    series = {briefing.key: _topic_series(site, briefing, periods) for briefing in briefings}
    highest = max((max(one.counts) for one in series.values()), default=0)
    return {key: spark(one, highest) for key, one in series.items() if any(one.counts)}


def _topic_series(site: Site, briefing: Briefing, periods: Sequence[Period]) -> Series:
    days = [report.article.published for report in briefing.about]
    counts = tuple(sum(p.first <= day <= p.last for day in days if day) for p in periods)
    name = site.topic(briefing.key).text
    return Series(name=name, counts=counts, title=_counted(site, name, len(days)))


def keyword_course(site: Site, reports: Sequence[Report], own: str) -> Chart | None:
    """How the commonest keyphrases of ``reports`` came and went; None where there are too few or only one period.

    ``own`` is the name of the page, which says nothing there.
    """
    dated = [report for report in reports if report.article.published]
    unit, periods = by_period(s.article.published for s in dated if s.article.published)
    spelled: dict[str, Counter[str]] = {}
    for report in dated:
        for phrase in report.analysis.keywords:
            spelled.setdefault(phrase.text.lower(), Counter())[phrase.text] += 1
    spelled.pop(own.lower(), None)
    common = sorted((k for k in spelled if spelled[k].total() >= RECURRING), key=lambda k: (-spelled[k].total(), k))
    if len(periods) < RECURRING or not common:
        return None
    series = [_series(site, key, spelled[key], dated, periods) for key in common[:TRENDS]]
    caption = f"{_label(site, periods[0], unit)} – {_label(site, periods[-1], unit)}"
    rows = tuple((one.name, site.words.number(sum(one.counts))) for one in series)
    return Chart(picture=trend(series, caption=caption, number=site.words.number), rows=rows)


def _series(site: Site, key: str, forms: Counter[str], reports: Sequence[Report], periods: Sequence[Period]) -> Series:
    days = [
        report.article.published
        for report in reports
        if any(phrase.text.lower() == key for phrase in report.analysis.keywords)
    ]
    counts = tuple(sum(p.first <= day <= p.last for day in days if day) for p in periods)
    name = min(forms, key=lambda form: (-forms[form], form))
    return Series(name=name, counts=counts, title=_counted(site, name, len(days)))


def _bar(site: Site, here: str, period: Period, unit: Unit, dates: Sequence[dt.date]) -> Bar:
    label = _label(site, period, unit)
    href = None
    if period.count:
        day = site.day(max(date for date in dates if period.first <= date <= period.last))
        href = published(here, day.path) + (f"#{day.fragment}" if day.fragment and unit is Unit.WEEK else "")
    return Bar(label=label, count=period.count, title=_counted(site, label, period.count), href=href)


def _label(site: Site, period: Period, unit: Unit) -> str:
    match unit:
        case Unit.WEEK:
            return site.words.period(period.first, period.last)
        case Unit.MONTH:
            return site.words.month(period.first)
        case Unit.YEAR:
            return str(period.first.year)


def _counted(site: Site, name: str, count: int) -> str:
    return f"{name}: {site.words.count(count, 'articles')}"
