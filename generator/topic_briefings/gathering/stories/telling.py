"""From articles that belong together to the stories of an edition."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from topic_briefings.corrections.desk import Desk
from topic_briefings.gathering.stories import together
from topic_briefings.gathering.stories.addresses import addresses
from topic_briefings.gathering.stories.bonds import bound_by
from topic_briefings.gathering.stories.centre import centre, cosine, days
from topic_briefings.gathering.stories.chapters import Outline, following
from topic_briefings.gathering.stories.corrected import Marks, regrouped
from topic_briefings.gathering.stories.headings import heading
from topic_briefings.gathering.stories.kept import Keeper
from topic_briefings.gathering.stories.terms import Terms, terms
from topic_briefings.gathering.stories.vectors import Corpus, Vector
from topic_briefings.models import Analysis, Article, Ledger, Report, Story

ALIKE = 3
"""Digits: of reports that are as central the first is taken, though vectors are not of length 1 to the last digit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The stories of an edition before its reports are made: who belongs together, and under which address."""

    made: Corpus
    stories: tuple[tuple[int, ...], ...]
    """The numbers of each story's articles in ``made``, the earliest first, undated last."""
    ids: tuple[str, ...]
    """The address of each of ``stories``."""
    moved: tuple[tuple[str, str], ...]
    """Former addresses with those that they lead to."""
    story_of: Mapping[str, str]
    """The address of the story of each article that has one."""
    mates: Mapping[str, tuple[str, ...]]
    """The nearest other reports of the story of each article that has one."""
    words: Mapping[tuple[str, str], str]
    """The rarest word that an article and each of its ``mates`` share, in lower case, where there is one."""
    marks: Marks
    """What a person changed of a story, by its first article."""


def tell(
    analyses: Sequence[Analysis],
    before: Ledger | None,
    newer: bool,
    desk: Desk | None = None,
    known: Callable[[Article], Terms] = terms,
    keeper: Keeper | None = None,
) -> Told:
    """The stories that ``analyses`` tell, with their addresses after the ledger ``before``.

    ``newer`` says whether the edition is newer than that of the ledger; ``desk`` has what a person said of stories, and
    ``known`` gives the terms of an article; ``keeper`` has what an earlier run found.
    """
    keeper = keeper or Keeper()
    made, found, _ = together(analyses, known, keeper)
    marks: Marks = {}
    if desk:
        found, marks = regrouped(found, [one.id for one in made.terms], desk)
    stories = sorted(
        tuple(sorted(story, key=lambda n: (made.terms[n].day is None, made.terms[n].day, n))) for story in found
    )
    ids, moved = addresses([tuple(made.terms[n].id for n in story) for story in stories], before, newer)
    besides = keeper.mates(stories, made)
    mates: dict[str, tuple[str, ...]] = {}
    words: dict[tuple[str, str], str] = {}
    for story, beside in zip(stories, besides, strict=True):
        own = [made.terms[number].id for number in sorted(story)]
        for one, others in zip(own, beside, strict=True):
            mates[one] = tuple(own[place] for place, _ in others)
            words |= {(one, own[place]): word for place, word in others if word}
    return Told(
        made=made,
        stories=tuple(stories),
        ids=tuple(ids),
        moved=moved,
        story_of={made.terms[n].id: name for name, story in zip(ids, stories, strict=True) for n in story},
        mates=mates,
        words=words,
        marks=marks,
    )


def written(told: Told, reports: Mapping[str, Report]) -> tuple[Story, ...]:
    """The stories of ``told`` with their ``reports``, by ``Article.id``, in the order of ``Edition.stories``."""
    middles = [centre(told.made.vectors[n] for n in story) for story in told.stories]
    outlines = [_outline(story, middle, told.made) for story, middle in zip(told.stories, middles, strict=True)]
    earlier = following(outlines, told.made)
    later: dict[int, list[int]] = {}
    for number in sorted(range(len(outlines)), key=lambda n: (outlines[n].first or 0, n)):
        for one in earlier[number]:
            later.setdefault(one, []).append(number)
    former: dict[str, list[str]] = {}
    for old, now in told.moved:
        former.setdefault(now, []).append(old)
    found = [
        _story(
            told, number, middles[number], reports,
            before=tuple(told.ids[n] for n in earlier[number]),
            then=tuple(told.ids[n] for n in later.get(number, ())),
            former=tuple(former.get(told.ids[number], ())),
        )
        for number in range(len(told.stories))
    ]  # fmt: skip
    return tuple(sorted(found, key=_biggest_first))


def _biggest_first(story: Story) -> tuple[int, int, int, str]:
    return (-len(story.outlets), -len(story.reports), -(story.last.toordinal() if story.last else 0), story.id)


def _outline(story: tuple[int, ...], middle: Vector, made: Corpus) -> Outline:
    dated = [day for n in story if (day := made.terms[n].day) is not None]
    return Outline(members=story, middle=middle, first=min(dated, default=None), last=max(dated, default=None))


def _story(
    told: Told,
    number: int,
    middle: Vector,
    reports: Mapping[str, Report],
    *,
    before: tuple[str, ...],
    then: tuple[str, ...],
    former: tuple[str, ...],
) -> Story:
    members = told.stories[number]
    own = [reports[told.made.terms[n].id] for n in members]
    near = {n: cosine(told.made.vectors[n], middle) for n in members}
    central = sorted(members, key=lambda n: (-round(near[n], ALIKE), n))
    heads = heading(central, near, {n: report.article.headline for n, report in zip(members, own, strict=True)})
    dated = [report.article.published for report in own if report.article.published]
    return Story(
        id=told.ids[number],
        reports=tuple(own),
        centre=told.made.terms[heads].id,
        outlets=tuple(dict.fromkeys(report.article.outlet for report in own if report.article.outlet)),
        first=min(dated, default=None),
        last=max(dated, default=None),
        bonds=bound_by(members, told.made, [report.article for report in own]),
        days=days([reports[told.made.terms[n].id] for n in central], middle),
        before=before,
        then=then,
        former=former,
        corrected=tuple(dict.fromkeys(mark for n in members for mark in told.marks.get(told.made.terms[n].id, ()))),
    )
