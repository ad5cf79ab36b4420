"""Which sentences open the page of a country or a topic: at most a handful of dated lines, one a story.

A line is one of the sentences that its article offers (``extractors/leads.py``), and it names what the page is about:
a country by words that show it (``showing.py``), a topic by one of the words that put the article there. A report
without such a sentence stands with its headline, where that names it too; one that is mostly about another country
opens no page. Reports are ranked by how many outlets carry them, how new
they are and how much they are about the page; weights were set by reading, since no gold data says what an analyst
wants first.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from topic_briefings.gathering.sheets import Sheets, blank
from topic_briefings.gathering.showing import (
    in_headline,
    is_alone,
    is_early,
    is_origin,
    is_private,
    is_sure,
    is_weak,
    leads,
    named,
    naming_of,
    tells_alone,
    tells_in_passing,
)
from topic_briefings.models import Lead, Opening, Part, Report, Span
from topic_briefings.text.datelines import without_dateline
from topic_briefings.text.document import document
from topic_briefings.text.opening import may_open

LINES = 5
FEW = 3
_EARLY = 0.15
"""What a mention in the first half of a sentence adds."""
_IN_HEADLINE = 0.2
_SHARE = 0.2
"""What all mentions of countries, or all evidence of topics, being of this one would add."""
_WEAK = 0.3
"""What a mention costs that says little of the country itself."""
_LASTING = 30.0
"""Days after which a report weighs a third of a new one."""
_PAST = 365
"""Days before the newest report of a page after which one opens it no more."""
_OUTLET = 0.5
"""What the first further outlet adds; each further one adds less."""
_TELLING = 0.6
"""What a sentence adds over a headline alone."""


def openings(reports: Iterable[Report], key: str, sheets: Sheets = blank) -> tuple[Opening, ...]:
    """The lines that open the page of ``key``, a country's code or a topic's id, newest first, undated last.

    ``reports`` are those that are about it, in any order; those of one story share a line, by the one of them that is
    best at it. Where none has a sentence or a headline that names it, the first few headlines stand there all the
    same, of those that are about no other country: they are what the page has.
    """
    found = [report for report in reports if leads(report, key)]
    newest = max((r.article.published.toordinal() for r in found if r.article.published), default=0)
    stories: dict[str, list[Report]] = defaultdict(list)
    for report in found:
        stories[report.story or f"\n{report.article.id}"].append(report)
    best = [_best(mates, key, newest, sheets) for mates in stories.values()]
    ranked = sorted(best, key=lambda pair: (-pair[0], pair[1].report.article.id))
    named = [o for _, o in ranked if (o.span or in_headline(o.report, key)) and not _is_past(o.report, newest)]
    lines = named or [opening for _, opening in ranked if is_alone(opening.report, key)][:FEW]
    return tuple(sorted(lines[:LINES], key=_newest_first))


def _is_past(report: Report, newest: int) -> bool:
    """Whether a report is of a year before the newest: what happened then is no answer to what happens."""
    published = report.article.published
    return published is not None and newest - published.toordinal() > _PAST


def _best(mates: Sequence[Report], key: str, newest: int, sheets: Sheets) -> tuple[float, Opening]:
    """The line of reports of one story, and how high it stands."""
    scored = [
        (_weight(opening, key, newest), opening)
        for report in mates
        for opening in (_opening(report, key, tuple(m for m in mates if m is not report), sheets),)
    ]
    outlets = {o for report in mates for o in (report.article.outlet, *(copy.outlet for copy in report.copies)) if o}
    weight, opening = min(scored, key=lambda pair: (-pair[0], pair[1].report.article.id))
    return weight + _OUTLET * math.log2(max(1, len(outlets), len(mates))), opening


def naming(reports: Iterable[Report], key: str, sheets: Sheets = blank) -> tuple[Opening, ...]:
    """For a country that no report is about: sentences of a few of ``reports``, newest first, that say something of it.

    None rather than one that leans on others, lists countries or comes to it at its end.
    """
    found = sorted((_naming(report, key, sheets) for report in reports), key=_newest_first)
    return tuple([opening for opening in found if opening.span is not None][:LINES])


def _naming(report: Report, key: str, sheets: Sheets) -> Opening:
    at = sheets(report.analysis).once(f"naming {key}", lambda: _first_naming(report, key))
    return Opening(report=report, span=Span(*at) if at else None)


def _first_naming(report: Report, key: str) -> Span | None:
    """The first sentence of the body, its dateline left out, that tells of the country by itself."""
    cut, body = document(report.article), report.article.body
    for mention in sorted(named(report, key, Part.BODY)):
        sentence = cut.sentence_at(mention.start)
        if sentence is None:
            continue
        span = without_dateline(body, sentence)
        told = tells_in_passing(report, key, span, mention)
        if told and may_open(cut.passage(span), body, first=sentence == cut.sentences[0]):
            return span
    return None


def _opening(report: Report, key: str, mates: tuple[Report, ...], sheets: Sheets) -> Opening:
    at = sheets(report.analysis).once(f"opening {key}", lambda: _best_lead(report, key))
    return Opening(report=report, span=Span(*at) if at else None, mates=mates)


def _best_lead(report: Report, key: str) -> Span | None:
    """The report's best sentence for the page of ``key``; none where no lead tells of it."""
    headline = in_headline(report, key)
    body = named(report, key, Part.BODY) if is_sure(report, key) else []
    scored = [
        (_value(report, lead, key, inside, headline=headline), -lead.span.start, lead.span)
        for lead in report.analysis.leads
        if (inside := [s for s in body if lead.span.covers(s) and (headline or tells_alone(report, key, lead.span, s))])
        and (headline or not all(_says_little(report, lead.span, span, key) for span in inside))
        and not all(is_private(report, key, Part.BODY, span) for span in inside)
    ]
    return max(scored)[2] if scored else None


def _says_little(report: Report, sentence: Span, mention: Span, key: str) -> bool:
    """Whether a mention of a country only says where somebody comes from or goes; of a topic, never."""
    if not any(tag.code == key for tag in report.analysis.countries):
        return False
    body, naming = report.article.body, naming_of(report)
    return is_weak(body, sentence, mention, naming) or is_origin(body, sentence, mention, naming)


def _newest_first(opening: Opening) -> tuple[int, str]:
    published = opening.report.article.published
    return (-(published.toordinal() if published else 0), opening.report.article.id)


def _weight(opening: Opening, key: str, newest: int) -> float:
    """How high a line stands on the page of ``key``; 0 to about 4."""
    report = opening.report
    published = report.article.published
    fresh = math.exp((published.toordinal() - newest) / _LASTING) if published else 0.0
    central = max((tag.salience for tag in report.analysis.tags(key)), default=0.0)
    return fresh + central + _TELLING * (opening.span is not None)


def _value(report: Report, lead: Lead, key: str, inside: Sequence[Span], *, headline: bool) -> float:
    """How well the sentence speaks for ``key``, whose mentions ``inside`` it has; ``headline`` names it too, or not."""
    every = [mention for tag in report.analysis.tags(key) for mention in tag.mentions]
    value = lead.value
    value += _EARLY * is_early(lead.span, min(inside))
    value += _IN_HEADLINE * headline
    value += _SHARE * len(every) / max(len(every), sum(len(tag.mentions) for tag in report.analysis.countries))
    body, naming = report.article.body, naming_of(report)
    return value - _WEAK * all(is_weak(body, lead.span, mention, naming) for mention in inside)
