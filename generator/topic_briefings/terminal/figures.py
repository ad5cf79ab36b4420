"""An edition in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from topic_briefings.models import Edition
from topic_briefings.pages.markdown import visible
from topic_briefings.pages.names import Names

MOST = 5


def figures(edition: Edition, names: Names) -> dict[str, object]:
    """What an edition has: counts as on the home page, how statements are printed and how many have a name, doubts."""
    lines = [line for report in edition.reports for line in report.lines]
    dates = sorted(report.article.published for report in edition.reports if report.article.published)
    quoted = [line for line in lines if line.quotation.fragments]
    return {
        **edition.counts,
        "stories": len(edition.stories),
        "outlets": len({report.article.outlet for report in edition.reports if report.article.outlet}),
        "copies": sum(len(report.copies) for report in edition.reports),
        "words": sum(len(report.article.body.split()) for report in edition.reports),
        "first": str(dates[0]) if dates else None,
        "last": str(dates[-1]) if dates else None,
        "undated": sum(1 for report in edition.reports if report.article.published is None),
        "languages": _counted(Counter(report.article.language for report in edition.reports)),
        "statements": _counted(Counter(line.quotation.kind.value for line in lines)),
        "quotations_with_a_name": sum(1 for line in quoted if line.voice),
        "most_quoted": {v.voice.name: len(v.quotations) for v in edition.voices[:MOST]},
        "most_written_about": {names.country(b.key): len(b.about) for b in edition.countries[:MOST] if b.about},
        "largest_topics": {names.topic(b.key): len(b.about) for b in edition.topics[:MOST] if b.about},
        "notices": _counted(Counter(n.code for report in edition.reports for n in report.analysis.notices)),
    }


def _counted(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])))


def told(found: Mapping[str, object]) -> Iterator[str]:
    """The figures as lines."""
    for name, value in found.items():
        label = name.replace("_", " ")
        if isinstance(value, Mapping):
            if value:
                yield f"{label}: " + ", ".join(f"{visible(str(key))} {number:,}" for key, number in value.items())
        elif value is not None:
            yield f"{label}: {value:,}" if isinstance(value, int) else f"{label}: {value}"
