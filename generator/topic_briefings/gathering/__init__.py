"""From analyses to an edition: copies folded, voices joined, stories told, and what shelves them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from topic_briefings.corrections.desk import Desk
from topic_briefings.gathering.answers import answers
from topic_briefings.gathering.briefings import country_briefings, topic_briefings
from topic_briefings.gathering.bylines import Voices
from topic_briefings.gathering.bylines import lines as attributed
from topic_briefings.gathering.cards import Cards, card
from topic_briefings.gathering.copies import fold
from topic_briefings.gathering.editions import advance, followed
from topic_briefings.gathering.people import voices as join_voices
from topic_briefings.gathering.related import relate
from topic_briefings.gathering.sheets import Sheets, blank
from topic_briefings.gathering.stories.addresses import begins_anew
from topic_briefings.gathering.stories.kept import Keeper
from topic_briefings.gathering.stories.telling import tell, written
from topic_briefings.gathering.voices import voice_briefings
from topic_briefings.gathering.watches import watched
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Analysis, Article, Edition, Ledger, Line, Report, Watch, Withdrawn
from topic_briefings.settings import Settings


def gather(
    analyses: Iterable[Analysis],
    settings: Settings,
    before: Ledger | None = None,
    *,
    desk: Desk | None = None,
    withdrawn: tuple[Withdrawn, ...] = (),
    watches: tuple[Watch, ...] = (),
    cards: Cards | None = None,
    sheets: Sheets | None = None,
    stories: Keeper | None = None,
) -> Edition:
    """The edition that ``analyses`` make, compared with the ledger ``before``; the same whatever their order.

    ``desk`` has what a person said of voices and stories, ``withdrawn`` the articles that were taken back;
    ``watches`` are declared ones; ``cards`` gives the card of an article and ``sheets`` the sheet of an analysis, where
    they are known; ``stories`` holds what finding them left the last time.
    """
    known, sheets = cards or card, sheets or blank
    folded = fold(analyses, lambda article: known(article).sentences, sheets)
    originals = [analysis for analysis, _ in folded]
    members: Voices = {member: voice for voice in join_voices(originals, desk) for member in voice.members}
    lines = {analysis.article.id: tuple(attributed(analysis, members, settings.threshold)) for analysis in originals}
    date = max((a.article.published for a in originals if a.article.published), default=None)
    before = followed(before, [analysis.article for analysis in originals])
    told = tell(originals, before, begins_anew(before, date), desk, lambda article: known(article).terms, stories)
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
        countries=country_briefings(reports, sheets),
        topics=topic_briefings(reports, sheets),
        voices=voice_briefings(reports, members),
        quotations=tuple(line for report in reports for line in report.lines if line.quotation.fragments),
        ledger=advance(before, reports, date, told.moved),
        withdrawn=withdrawn,
        watched=watched(reports, watches, Knowledge(taxonomy=settings.topics)),
    )


def newest_first(article: Article) -> tuple[int, str]:
    """The sorting key that puts the newest article first and undated ones last."""
    return (-(article.published.toordinal() if article.published else 0), article.id)


def _names(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.voice.name for line in lines if line.voice))
