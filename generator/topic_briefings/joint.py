"""The extraction records of articles that were read together: what each says, and its place among the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from topic_briefings.gathering import gather
from topic_briefings.gathering.people import voices
from topic_briefings.models import Analysis, Report, Span
from topic_briefings.records import Json, record
from topic_briefings.settings import Settings


def together(analyses: Sequence[Analysis], settings: Settings) -> Iterator[Json]:
    """The extraction records of ``analyses``, in order, each with what only many articles can tell.

    ``story`` is the same for all articles of one story, copies included; an article alone has its own. ``related``
    gives the ids of other articles, the mates of its story first. ``speakers`` are the article's persons and bodies,
    ``voice`` the same for one of them over all articles and None for who has no name. ``point`` are the sentences that
    give its point, or with which it begins where none is sure to.
    """
    edition = gather(analyses, settings)
    reports = {article.id: report for report in edition.reports for article in (report.article, *report.copies)}
    names = _voice_names(analyses)
    for analysis in analyses:
        yield _joined(record(analysis), analysis, reports[analysis.article.id], names)


def _joined(made: Json, analysis: Analysis, report: Report, names: Mapping[tuple[str, str], str]) -> Json:
    """The record ``made`` of ``analysis``, which is ``report`` or a copy of it, with its place among all."""
    article = analysis.article
    for quotation, written in zip(analysis.quotations, made["quotations"], strict=True):
        name = quotation.speaker.name if quotation.speaker else None
        written["voice"] = names.get((article.id, name)) if name else None
    first = () if report.article.id == article.id else (report.article.id,)
    return {
        **made,
        "story": report.story or report.article.id,
        "related": [*first, *(related.article_id for related in report.related)],
        "speakers": [
            {
                "name": speaker.name,
                "kind": speaker.kind.value,
                "voice": names.get((article.id, speaker.name)),
                "spans": [_pair(span) for spelling in speaker.spellings for span in spelling.spans],
            }
            for speaker in analysis.speakers
        ],
        "point": [_pair(point.span) for point in analysis.points],
    }


def _voice_names(analyses: Sequence[Analysis]) -> dict[tuple[str, str], str]:
    """A name for the voice of each ``(Article.id, Speaker.name)``; of two namesakes the second is numbered."""
    met: Counter[str] = Counter()
    found: dict[tuple[str, str], str] = {}
    for voice in voices(analyses):
        met[voice.name] += 1
        name = voice.name if met[voice.name] == 1 else f"{voice.name} ({met[voice.name]})"
        found.update(dict.fromkeys(voice.members, name))
    return found


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
