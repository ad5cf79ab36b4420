"""What articles make together, as lines that read like code in review: a file a room, like ``golden_records``.

The corpus is small and made of original reports: ``tests/cases/stories/dossier.txt`` with the sample articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.factories import article
from topic_briefings.gathering.figures import figures
from topic_briefings.gathering.keyquotes import key_quotes
from topic_briefings.gathering.stories import together
from topic_briefings.models import Analysis, Article, Briefing, Edition, Given, Opening, Related, Role, Story, Voice

DOSSIER = Path(__file__).parent / "cases" / "stories" / "dossier.txt"
NEAREST = 3
KEY_QUOTES = 4

Room = Callable[[Edition], Iterable[str]]


def dossier() -> Iterator[Article]:
    """The articles of the dossier: ``=== id | date or - | outlet | headline``, then the text."""
    for block in DOSSIER.read_text(encoding="utf-8").split("\n=== ")[1:]:
        head, _, body = block.partition("\n")
        identity, date, outlet, headline = (part.strip() for part in head.split("|"))
        published = None if date == "-" else date
        yield article(body.strip(), id=identity, published=published, outlet=outlet, headline=headline, language="en")


def stories(edition: Edition) -> Iterator[str]:
    """Each story with its reports, days, bonds, figures, and what it follows; then how near the rest is."""
    for story in edition.stories:
        yield f"=== {story.id} | {story.headline} | {', '.join(story.outlets)} | {story.first} – {story.last}"
        yield f"follows {', '.join(story.before) or '-'} | followed by {', '.join(story.then) or '-'}"
        yield "bonds " + ", ".join(f"{bond.text} ({bond.kind.value}, {bond.reports})" for bond in story.bonds)
        for day in story.days:
            yield f"{day.date or 'undated'} {', '.join(day.report_ids)} | {_opened(day.opening)}"
        yield from _figures(story)
        yield ""
    yield "=== nearest"
    yield from _nearest([report.analysis for report in edition.reports])


def _figures(story: Story) -> Iterator[str]:
    found = figures(story.reports)
    yield from (f"agreed: {_given(agreed.given)}" for agreed in found.agreed)
    yield from (f"{toll.value}: {_given(given)}" for toll, given in found.tolls)


def _given(given: Iterable[Given]) -> str:
    return ", ".join(
        f"{_at_least(one)}{one.figure.span.of(one.report.article.body)} ({one.report.article.id})" for one in given
    )


def _at_least(one: Given) -> str:
    return "at least " if one.figure.least else ""


def _nearest(analyses: list[Analysis]) -> Iterator[str]:
    """Each article with the few that are nearest to it."""
    made, _, pairs = together(analyses)
    near: dict[int, list[tuple[float, str]]] = {}
    for one, other, cosine in zip(pairs.one.tolist(), pairs.other.tolist(), pairs.cosine.tolist(), strict=True):
        near.setdefault(one, []).append((-cosine, made.terms[other].id))
        near.setdefault(other, []).append((-cosine, made.terms[one].id))
    for number in sorted(near):
        nearest = (f"{name} {-cosine:.4f}" for cosine, name in sorted(near[number])[:NEAREST])
        yield f"{made.terms[number].id}: {', '.join(nearest)}"


def voices(edition: Edition) -> Iterator[str]:
    """Name | kind | countries; its roles with their dates, its spellings and why, whom it answers."""
    for briefing in edition.voices:
        voice = briefing.voice
        counts = f"{len(briefing.quotations)} in marks, {len(briefing.reported)} reported"
        countries = ", ".join(one.key for one in briefing.countries) or "-"
        yield f"=== {voice.name} | {voice.kind.value} | {counts} | {countries}"
        for role in voice.dated_roles:
            yield f"{role.first} – {role.last} {role.role} ({', '.join(role.article_ids)})"
        yield from _spellings(voice)
        for answer in briefing.answers:
            sentence = answer.sentence.of(answer.article.body)
            yield f"{answer.stance.value} {answer.to.name} ({answer.article.id}): {sentence}"


def _spellings(voice: Voice) -> Iterator[str]:
    inferred = [name for _, name in voice.inferred]
    for spelling in voice.spellings:
        mark = " inferred" if spelling.form in inferred else ""
        where = f"{len(spelling.article_ids)} articles" if len(spelling.article_ids) > 1 else spelling.article_ids[0]
        yield f"    {spelling.form} ({where}){mark}: {spelling.evidence}"


def related(edition: Edition) -> Iterator[str]:
    """What a reader of each report may want next, and why; the copies that it stands for."""
    for report in edition.reports:
        copies = ", ".join(copy.id for copy in report.copies)
        yield f"=== {report.article.id}{f' for {copies}' if copies else ''}"
        yield from (f"{one.article_id}: {_ties(one)}" for one in report.related)


def _ties(one: Related) -> str:
    return ", ".join(f"{tie.kind.value} {tie.key}" for tie in one.ties) or "-"


def shelves(edition: Edition) -> Iterator[str]:
    """What opens the page of each country and each topic, what it quotes, and what it crosses."""
    for briefing in (*edition.countries, *edition.topics):
        yield f"=== {briefing.key} | about {len(briefing.about)} | named by {len(briefing.mentioned)}"
        yield from (f"{one.report.article.id} (+{len(one.mates)}) {_opened(one)}" for one in briefing.openings)
        yield from _quoted(briefing)
        crossings = (f"{crossing.key} {len(crossing.reports)}" for crossing in (*briefing.countries, *briefing.topics))
        yield f"with {', '.join(crossings) or '-'}"


def _quoted(briefing: Briefing) -> Iterator[str]:
    for line in key_quotes(briefing.lines, KEY_QUOTES):
        words = line.quotation.span.of(line.article.body).split()
        yield f"    {line.byline.heading or '-'}: {' '.join(words[:8])}"
    yield f"    {len(briefing.lines)} about it, {len(briefing.farther)} farther"


def _opened(opening: Opening) -> str:
    """The sentence, or the headline where none could stand."""
    return opening.span.of(opening.report.article.body) if opening.span else f"[{opening.report.article.headline}]"


def filed(edition: Edition) -> Iterator[str]:
    """How the ledger keeps each report, without the digests, which say nothing to a reader."""
    for report, entry in zip(sorted(edition.reports, key=lambda r: r.article.id), edition.ledger.entries, strict=True):
        about = [tag.code for tag in report.analysis.countries if tag.role is Role.FOCUS]
        shelves = ", ".join(entry.now.shelves) if entry.now else "-"
        yield f"{entry.id} | {shelves} | about {', '.join(about) or '-'} | {(entry.now and entry.now.story) or '-'}"


EDITION_ROOMS: dict[str, Room] = {room.__name__: room for room in (stories, voices, related, shelves, filed)}
