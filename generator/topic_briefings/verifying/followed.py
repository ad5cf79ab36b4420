"""Whether the records of voices and stories are as the file of corrections says, as far as they show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from topic_briefings.corrections.finding import folded
from topic_briefings.corrections.models import Correction
from topic_briefings.pages.kinds.story import STORIES
from topic_briefings.pages.machine.data import VOICES
from topic_briefings.verifying.editor import Editor
from topic_briefings.verifying.lines import Report
from topic_briefings.verifying.problems import Kind
from topic_briefings.verifying.rows import Recorded, VoiceRow


def check_followed(recorded: Recorded, editor: Editor, report: Report) -> None:
    """Report each correction of a voice or of a story that the records do not follow, and could."""
    voices = list({id(row): row for row in recorded.voices.values()}.values())
    for one in editor.of("same_as", "apart", "name", "role", "link"):
        if what := _voice(one, voices, recorded):
            report(Kind.SPEAKER, VOICES, None, f"{what}, as {one.where} says")
    for one in editor.of("join", "part"):
        if what := _story(one, recorded):
            report(Kind.RECORD, STORIES, None, f"{what}, as {one.where} says")


def _called(voices: Sequence[VoiceRow], name: str) -> list[VoiceRow]:
    return [row for row in voices if folded(row.name) == folded(name)]


def _voice(one: Correction, voices: Sequence[VoiceRow], recorded: Recorded) -> str | None:
    own = _called(voices, one.voice)
    if one.kind == "apart":
        articles = set(_articles(one, recorded))
        mixed = any({key in articles for key, _ in row.members} == {True, False} for row in own)
        return f"“{one.voice}” is not told apart" if mixed else None
    if one.kind == "same_as":
        others = [_called(voices, name) for name in one.values]
        several = {id(row) for rows in (own, *others) for row in rows}
        return f"“{one.voice}” is not one voice with the others" if own and all(others) and len(several) > 1 else None
    if len(own) != 1 or one.article:
        return None
    given = any({"name": row.name, "role": row.role, "link": row.link}[one.kind] == one.value for row in voices)
    return None if given else f"“{one.voice}” does not have the {one.kind} “{one.value}”"


def _articles(one: Correction, recorded: Recorded) -> Iterator[str]:
    """The recorded articles that it names, each by the whole of its id or by the end of it."""
    for name in one.values:
        ends = [key for key in recorded.articles if key == name or key.endswith(f"/{name}")]
        if name in ends or len(ends) == 1:
            yield name if name in ends else ends[0]


def _story(one: Correction, recorded: Recorded) -> str | None:
    named = set(_articles(one, recorded))
    if len(named) < len(one.values):  # one is not there, or a copy
        return None
    stories = {id(row): set(row.reports) for row in recorded.stories.values()}.values()
    if one.kind == "join":
        return None if any(named <= reports for reports in stories) else f"{sorted(named)[0]} is not joined"
    mixed = any(reports & named and reports - named for reports in stories)
    return f"{sorted(named)[0]} is not parted from its story" if mixed else None
