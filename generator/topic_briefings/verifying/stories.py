"""The records of stories, and whether their reports are articles of the site."""

from __future__ import annotations

from topic_briefings.pages.kinds.story import STORIES
from topic_briefings.verifying.editor import Editor, as_marks
from topic_briefings.verifying.lines import OTHER_SHAPE, Json, Read, Report, as_text, records
from topic_briefings.verifying.problems import Kind, folded
from topic_briefings.verifying.rows import Recorded, StoryRow


def read_stories(read: Read, recorded: Recorded, editor: Editor, report: Report) -> None:
    """Keep the records of stories, and report where one is not as its articles say."""
    for line, given in records(read, STORIES, report):
        try:
            story = _story(given, line)
        except OTHER_SHAPE:
            report(Kind.RECORD, STORIES, line, "the line is no record of a story as data/schema.json has it")
            continue
        for page in (story.page, *story.former):
            if recorded.stories.setdefault(page, story) is not story:
                report(Kind.RECORD, STORIES, line, f"the page {page} belongs to two stories")
        _check(story, recorded, report)
        for mark in editor.strange(editor.of("join", "part"), story.corrected):
            what = (
                f"“{story.headline}” is recorded as corrected ({mark.kind}), which the file of corrections does not say"
            )
            report(Kind.RECORD, STORIES, line, what)


def _check(story: StoryRow, recorded: Recorded, report: Report) -> None:
    strange = [key for key in story.reports if key not in recorded.articles]
    if strange:
        report(Kind.RECORD, STORIES, story.line, f'the report "{strange[0]}" is no article of the site')
        return
    articles = [recorded.standing[key] for key in story.reports if key in recorded.standing]
    if len(articles) < len(story.reports):
        return
    if story.headline not in {article.headline for article in articles}:
        report(Kind.SOURCE, STORIES, story.line, f"“{story.headline}” is the headline of none of its reports")
    if set(story.outlets) != {article.outlet for article in articles if article.outlet}:
        report(Kind.SOURCE, STORIES, story.line, f"the outlets of “{story.headline}” are not those of its reports")
    dates = [article.published.isoformat() for article in articles if article.published]
    if (story.first, story.last) != (min(dates, default=None), max(dates, default=None)):
        report(Kind.SOURCE, STORIES, story.line, f"the dates of “{story.headline}” are not those of its reports")
    for bond in story.bonds:
        holding = [a for a in articles if folded(bond).casefold() in folded(f"{a.headline}\n{a.body}").casefold()]
        if not holding:
            report(Kind.WORDS, STORIES, story.line, f"“{bond}” binds “{story.headline}” but stands in no report of it")


def _story(given: Json, line: int) -> StoryRow:
    return StoryRow(
        line=line,
        id=as_text(given["id"]),
        page=as_text(given["page"]),
        headline=as_text(given["headline"]),
        reports=tuple(as_text(key) for key in given["reports"]),
        outlets=tuple(as_text(name) for name in given["outlets"]),
        first=None if given["first"] is None else as_text(given["first"]),
        last=None if given["last"] is None else as_text(given["last"]),
        bonds=tuple(as_text(bond) for bond in given["bonds"]),
        former=tuple(as_text(path) for path in given["former"]),
        corrected=as_marks(given.get("corrected", ())),
    )
