"""Which sentences open the page of a country or a topic: at most a handful of dated lines, one a story.

A line is one of the sentences that its article offers (``extractors/leads.py``), and it names what the page is about:
a country by one of its mentions, a topic by one of the words that put the article there. A report without such a
sentence stands with its headline, where that names it too. Reports are ranked by how many outlets carry them, how new
they are and how much they are about the page; weights were set by reading, since no gold data says what an analyst
wants first.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from topic_briefings.models import Lead, Opening, Part, Report, Span
from topic_briefings.text.document import document

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
_OUTLET = 0.5
"""What the first further outlet adds; each further one adds less."""
_TELLING = 0.6
"""What a sentence adds over a headline alone."""
_WEAK_BEFORE = re.compile(
    r"(?:\b(?:pro|anti|non|ex)-|\b(?:born|raised|educated|lives|living|retired|vacationing) in|"
    r"\b(?:envoy|ambassador|trip|visit|flight|exports|imports) (?:to|from)) ?$",
    re.IGNORECASE,
)
_REACH = 24
"""Characters before a mention that can weaken it."""


def openings(reports: Iterable[Report], key: str) -> tuple[Opening, ...]:
    """The lines that open the page of ``key``, a country's code or a topic's id, newest first, undated last.

    ``reports`` are those that are about it, in any order; those of one story share a line, by the one of them that is
    best at it. Where none has a sentence or a headline that names it, the first few headlines stand there all the
    same: they are what the page has.
    """
    found = list(reports)
    newest = max((r.article.published.toordinal() for r in found if r.article.published), default=0)
    stories: dict[str, list[Report]] = defaultdict(list)
    for report in found:
        stories[report.story or f"\n{report.article.id}"].append(report)
    best = [_best(mates, key, newest) for mates in stories.values()]
    ranked = sorted(best, key=lambda pair: (-pair[0], pair[1].report.article.id))
    naming = [o for _, o in ranked if o.span or _spans(o.report, key)[Part.HEADLINE]]
    lines = naming or [opening for _, opening in ranked[:FEW]]
    return tuple(sorted(lines[:LINES], key=_newest_first))


def _best(mates: Sequence[Report], key: str, newest: int) -> tuple[float, Opening]:
    """The line of reports of one story, and how high it stands."""
    scored = [
        (_weight(opening, key, newest), opening)
        for report in mates
        for opening in (_opening(report, key, tuple(m for m in mates if m is not report)),)
    ]
    outlets = {o for report in mates for o in (report.article.outlet, *(copy.outlet for copy in report.copies)) if o}
    weight, opening = min(scored, key=lambda pair: (-pair[0], pair[1].report.article.id))
    return weight + _OUTLET * math.log2(max(1, len(outlets), len(mates))), opening


def naming(reports: Iterable[Report], key: str) -> tuple[Opening, ...]:
    """For what no report is about: the sentences of a few of ``reports``, newest first, that name it."""
    found = sorted((Opening(report=report, span=_first_naming(report, key)) for report in reports), key=_newest_first)
    return tuple([opening for opening in found if opening.span is not None][:LINES])


def _first_naming(report: Report, key: str) -> Span | None:
    """The first sentence of the body that names it."""
    cut = document(report.article)
    sentences = (cut.sentence_at(span.start) for span in sorted(_spans(report, key)[Part.BODY]))
    return next((sentence for sentence in sentences if sentence), None)


def _opening(report: Report, key: str, mates: tuple[Report, ...]) -> Opening:
    """The report's best sentence for the page of ``key``; none where no lead names it."""
    named = _spans(report, key)
    scored = [
        (_value(report, lead, inside, named), -lead.span.start, lead.span)
        for lead in report.analysis.leads
        if (inside := [span for span in named[Part.BODY] if lead.span.covers(span)])
    ]
    return Opening(report=report, span=max(scored)[2] if scored else None, mates=mates)


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


def _value(report: Report, lead: Lead, inside: Sequence[Span], named: Mapping[Part, Sequence[Span]]) -> float:
    """How well the sentence speaks for what ``named`` holds the mentions of, ``inside`` those that it has itself."""
    body, all_named = report.article.body, sum(map(len, named.values()))
    first = min(inside)
    value = lead.value
    value += _EARLY * (first.start - lead.span.start < (lead.span.end - lead.span.start) / 2)
    value += _IN_HEADLINE * bool(named[Part.HEADLINE])
    value += _SHARE * all_named / max(all_named, sum(len(tag.mentions) for tag in report.analysis.countries))
    weak = all(_WEAK_BEFORE.search(body[max(lead.span.start, s.start - _REACH) : s.start]) for s in inside)
    return value - _WEAK * weak


def _spans(report: Report, key: str) -> dict[Part, list[Span]]:
    found: dict[Part, list[Span]] = {part: [] for part in Part}
    for tag in report.analysis.tags(key):
        for mention in tag.mentions:
            found[mention.part].append(mention.span)
    return found
