"""From analyses to an edition: copies folded, voices joined, stories told, and what shelves them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from topic_briefings.corrections.desk import Desk
from topic_briefings.gathering.answers import answers
from topic_briefings.gathering.briefings import country_briefings, topic_briefings
from topic_briefings.gathering.bylines import Voices
from topic_briefings.gathering.bylines import lines as attributed
from topic_briefings.gathering.copies import fold
from topic_briefings.gathering.editions import advance
from topic_briefings.gathering.people import voices as join_voices
from topic_briefings.gathering.related import relate
from topic_briefings.gathering.stories.addresses import begins_anew
from topic_briefings.gathering.stories.telling import tell, written
from topic_briefings.models import (
    Analysis,
    Answer,
    Article,
    Edition,
    Ledger,
    Line,
    Report,
    Role,
    Voice,
    VoiceBriefing,
    Withdrawn,
)
from topic_briefings.settings import Settings


def gather(
    analyses: Iterable[Analysis],
    settings: Settings,
    before: Ledger | None = None,
    *,
    desk: Desk | None = None,
    withdrawn: tuple[Withdrawn, ...] = (),
) -> Edition:
    """The edition that ``analyses`` make, compared with the ledger ``before``; the same whatever their order.

    ``desk`` has what a person said of voices and stories, ``withdrawn`` the articles that were taken back.
    """
    folded = fold(analyses)
    originals = [analysis for analysis, _ in folded]
    members: Voices = {member: voice for voice in join_voices(originals, desk) for member in voice.members}
    lines = {analysis.article.id: tuple(attributed(analysis, members, settings.threshold)) for analysis in originals}
    date = max((a.article.published for a in originals if a.article.published), default=None)
    told = tell(originals, before, begins_anew(before, date), desk)
    related = relate(originals, {key: _names(found) for key, found in lines.items()}, told)
    reports = sorted(
        (
            Report(
                analysis=analysis,
                copies=copies,
                lines=lines[analysis.article.id],
                related=related[analysis.article.id],
                story=told.story_of.get(analysis.article.id),
                mates=told.mates.get(analysis.article.id, ()),
                answers=tuple(answers(analysis, members)),
            )
            for analysis, copies in folded
        ),
        key=lambda report: newest_first(report.article),
    )
    return Edition(
        date=date,
        reports=tuple(reports),
        stories=written(told, {report.article.id: report for report in reports}),
        countries=country_briefings(reports),
        topics=topic_briefings(reports),
        voices=_voice_briefings(reports),
        quotations=tuple(line for report in reports for line in report.lines if line.quotation.fragments),
        ledger=advance(before, reports, date, told.moved),
        withdrawn=withdrawn,
    )


def newest_first(article: Article) -> tuple[int, str]:
    """The sorting key that puts the newest article first and undated ones last."""
    return (-(article.published.toordinal() if article.published else 0), article.id)


def _names(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.voice.name for line in lines if line.voice))


def _voice_briefings(reports: Sequence[Report]) -> tuple[VoiceBriefing, ...]:
    """One briefing a voice that is quoted in marks somewhere; a voice that is only reported has no page."""
    lines: dict[Voice, list[Line]] = defaultdict(list)
    countries: dict[Voice, Counter[str]] = defaultdict(Counter)
    answers_by: dict[Voice, list[Answer]] = defaultdict(list)
    answers_to: dict[Voice, list[Answer]] = defaultdict(list)
    for report in reports:
        for answer in report.answers:
            answers_by[answer.by].append(answer)
            answers_to[answer.to].append(answer)
        for line in report.lines:
            if line.voice:
                lines[line.voice].append(line)
        for voice in {line.voice for line in report.lines if line.voice}:
            countries[voice].update(tag.code for tag in report.analysis.countries if tag.role is Role.FOCUS)
    briefings = (
        VoiceBriefing(
            voice=voice,
            lines=tuple(found),
            countries=_most_often(countries[voice]),
            answers=tuple(answers_by[voice]),
            answered=tuple(answers_to[voice]),
        )
        for voice, found in lines.items()
        if voice.known and any(line.quotation.fragments for line in found)
    )
    return tuple(sorted(briefings, key=lambda b: (-len(b.quotations), -len(b.lines), b.voice.name, b.voice.members)))


def _most_often(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda key: (-counts[key], key)))
