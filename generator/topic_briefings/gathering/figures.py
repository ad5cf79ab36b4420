"""Which figures the reports of one story agree on, and what tolls they give.

The same number of the same thing in reports of two outlets, in sentences that tell of the same, is agreed: of 65 read
by hand 62 were. Near-copies of a sentence do not count twice. Numbers that differ are seldom a contradiction (half of
them count different things), so only tolls are shown side by side, dated and without a verdict: a later, higher one is
an update.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from topic_briefings import languages
from topic_briefings.models import Agreed, Figure, Figures, Given, Report, Toll
from topic_briefings.text.standing import stems

_NEAR, _NEAR_SHARED = 0.25, 2
_LOOSE = 0.15
"""For numbers that two reporters hardly print by chance: above ``_TELLING`` and not round."""
_TELLING = 12
_COPY = 0.75
"""Sentences that share more words than this were copied from each other."""
_SMALL = 3
"""The least number that is worth comparing, unless it is a toll or a vote."""
SHOWN = 8


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure in its report, and the words around it."""

    report: Report
    figure: Figure
    words: frozenset[str]


def figures(reports: Sequence[Report]) -> Figures:
    """What the ``reports`` of one story agree on, most reports first, and the tolls they give, oldest first."""
    told = [_told(report, figure) for report in reports for figure in report.analysis.figures]
    return Figures(agreed=tuple(_agreed(told)[:SHOWN]), tolls=_tolls(told))


def _told(report: Report, figure: Figure) -> _Told:
    language, body = languages.of(report.article.language), report.article.body
    return _Told(report, figure, frozenset(stems(figure.sentence.of(body), language)))


def _agreed(told: Iterable[_Told]) -> list[Agreed]:
    """Figures that reports of two outlets or more print, each group once."""
    groups: dict[tuple[float, ...], list[_Told]] = {}
    for item in told:
        if _is_comparable(item):
            groups.setdefault(item.figure.values, []).append(item)
    found = []
    for values in sorted(groups):
        for group in _joined(groups[values]):
            first = {item.report.article.id: item for item in reversed(group)}
            if _is_independent(list(first.values())):
                given = (Given(report=item.report, figure=item.figure) for item in first.values())
                found.append(Agreed(given=tuple(sorted(given, key=_when))))
    return sorted(found, key=lambda agreed: (-len(agreed.given), agreed.given[0].figure.values, _when(agreed.given[0])))


def _is_comparable(item: _Told) -> bool:
    """Whether the figure says anything: a toll, a vote, or a few of something that is not counted in passing."""
    figure = item.figure
    if figure.toll or len(figure.values) > 1:
        return True
    idle = _idle(item.report.article.language)
    return figure.values[0] >= _SMALL and bool(figure.counted) and not idle.issuperset(figure.counted)


@cache
def _idle(code: str) -> frozenset[str]:
    """The stems of what a language counts in passing: years, days, times."""
    language = languages.of(code)
    return frozenset(stems(" ".join(sorted(language.figure_words("idle"))), language))


def _joined(items: Sequence[_Told]) -> list[list[_Told]]:
    """``items`` of one value in groups that count the same thing: each is joined to the first that it fits."""
    groups: list[list[_Told]] = []
    for item in items:
        group = next((group for group in groups if any(_same(item, other) for other in group)), None)
        if group is None:
            groups.append([item])
        else:
            group.append(item)
    return groups


def _same(one: _Told, other: _Told) -> bool:
    """Whether two figures of one value count the same thing."""
    if one.report is other.report:
        return False
    mine, theirs = one.figure, other.figure
    if mine.toll is not theirs.toll:
        return False
    counted = set(mine.counted) & set(theirs.counted)
    if not (counted or mine.toll or len(mine.values) > 1):
        return False
    shared = one.words & other.words
    overlap = len(shared) / max(1, min(len(one.words), len(other.words)))
    if overlap >= _NEAR and len(shared - counted) >= _NEAR_SHARED:
        return True
    value = max(mine.values)
    return overlap >= _LOOSE and bool(shared - counted) and value > _TELLING and value % 10 != 0


def _is_independent(items: Sequence[_Told]) -> bool:
    """Whether two of them were not copied from each other."""
    return any(
        len(one.words & other.words) < _COPY * len(one.words | other.words)
        and _outlet(one.report) != _outlet(other.report)
        for one, other in combinations(items, 2)
    )


def _outlet(report: Report) -> str:
    """Whose word it is; an article without an outlet speaks for itself."""
    return report.article.outlet or report.article.id


def _tolls(told: Sequence[_Told]) -> tuple[tuple[Toll, tuple[Given, ...]], ...]:
    """For each toll that reports differ on, the highest number of each report, oldest report first.

    The dead of one side are no update of the other's: numbers of different named groups are different series, of which
    the one of most reports is given.
    """
    found = []
    for toll in Toll:
        series: dict[tuple[str, ...], dict[str, Given]] = {}
        for item in told:
            if item.figure.toll is toll:
                highest = series.setdefault(_named(item), {})
                known = highest.get(item.report.article.id)
                if known is None or known.figure.values < item.figure.values:
                    highest[item.report.article.id] = Given(report=item.report, figure=item.figure)
        differing = [one for one in series.values() if len({given.figure.values for given in one.values()}) > 1]
        if differing:
            found.append((toll, tuple(sorted(max(differing, key=len).values(), key=_when))))
    return tuple(found)


def _named(item: _Told) -> tuple[str, ...]:
    """The words with a capital of what a figure counts ("200 Iraqi soldiers"); none where all nouns have one."""
    article = item.report.article
    attribution = languages.of(article.language).attribution
    if attribution is not None and attribution.reference.capital_nouns:
        return ()
    return tuple(sorted(word for word in item.figure.span.of(article.body).split()[1:] if word[0].isupper()))


def _when(given: Given) -> tuple[bool, int, str]:
    """Oldest first, undated last."""
    published = given.report.article.published
    return (published is None, published.toordinal() if published else 0, given.report.article.id)
