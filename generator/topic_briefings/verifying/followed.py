"""Whether the records of voices and stories are as the file of corrections says, as far as they show it."""

from __future__ import annotations

from collections import defaultdict

from topic_briefings.corrections.finding import Articles, folded
from topic_briefings.corrections.models import Correction
from topic_briefings.pages.kinds.story import STORIES
from topic_briefings.pages.machine.data import VOICES
from topic_briefings.verifying.editor import Editor
from topic_briefings.verifying.lines import Report
from topic_briefings.verifying.problems import Kind
from topic_briefings.verifying.rows import Recorded, VoiceRow


def check_followed(recorded: Recorded, editor: Editor, report: Report) -> None:
    """Report each correction of a voice or of a story that the records do not follow, and could."""
    if not editor.corrections:
        return
    ids = Articles(recorded.articles)
    voices: Voices = defaultdict(list)
    for row in {id(row): row for row in recorded.voices.values()}.values():
        voices[folded(row.name)].append(row)
    for one in editor.of("same_as", "apart", "name", "role", "link"):
        if what := _voice(one, voices, ids):
            report(Kind.SPEAKER, VOICES, None, f"{what}, as {one.where} says")
    for one in editor.of("join", "part"):
        if what := _story(one, recorded, ids):
            report(Kind.RECORD, STORIES, None, f"{what}, as {one.where} says")


Voices = dict[str, list[VoiceRow]]
"""The records of voices by their names."""


def _voice(one: Correction, voices: Voices, ids: Articles) -> str | None:
    own = voices.get(folded(one.voice), [])
    if one.kind == "apart":
        articles = {ids.find(name) for name in one.values}
        mixed = any({key in articles for key, _ in row.members} == {True, False} for row in own)
        return f"“{one.voice}” is not told apart" if mixed else None
    if one.kind == "same_as":
        others = [voices.get(folded(name), []) for name in one.values]
        several = {id(row) for rows in (own, *others) for row in rows}
        return f"“{one.voice}” is not one voice with the others" if own and all(others) and len(several) > 1 else None
    if len(own) != 1 or one.article:
        return None
    renamed = voices.get(folded(one.value), []) if one.kind == "name" else []
    given = {"name": own[0].name, "role": own[0].role, "link": own[0].link}[one.kind] == one.value
    return None if given or renamed else f"“{one.voice}” does not have the {one.kind} “{one.value}”"


def _story(one: Correction, recorded: Recorded, ids: Articles) -> str | None:
    named = {key for name in one.values if (key := ids.find(name))}
    if len(named) < len(one.values):  # one is not there, or a copy
        return None
    stories = {id(row): set(row.reports) for row in recorded.stories.values()}.values()
    if one.kind == "join":
        return None if any(named <= reports for reports in stories) else f"{sorted(named)[0]} is not joined"
    mixed = any(reports & named and reports - named for reports in stories)
    return f"{sorted(named)[0]} is not parted from its story" if mixed else None
