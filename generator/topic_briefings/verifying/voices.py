"""The records of voices, and whether each quotation is by the voice that is recorded for its speaker."""

from __future__ import annotations

from collections.abc import Mapping

from topic_briefings.models import SpeakerKind
from topic_briefings.pages.machine.data import QUOTATIONS, VOICES
from topic_briefings.verifying.editor import Editor, as_marks
from topic_briefings.verifying.lines import (
    OTHER_SHAPE,
    Json,
    Read,
    Report,
    as_date_or_none,
    as_text,
    as_text_or_none,
    records,
)
from topic_briefings.verifying.problems import Kind
from topic_briefings.verifying.rows import Dated, Recorded, Row, VoiceRow

_ROUNDED = 0.00005
"""A recorded confidence has four places."""


def read_voices(read: Read, recorded: Recorded, editor: Editor, report: Report) -> None:
    """Keep the records of voices, and report where one is not as the articles say."""
    for line, given in records(read, VOICES, report):
        try:
            voice = _voice(given, line)
        except OTHER_SHAPE:
            report(Kind.RECORD, VOICES, line, "the line is no record of a voice as data/schema.json has it")
            continue
        for member in voice.members:
            if recorded.voices.setdefault(member, voice) is not voice:
                what = f"“{member[1]}” in “{member[0]}” belongs to two voices"
                report(Kind.SPEAKER, VOICES, line, what)
        if voice.page is not None and recorded.voice_pages.setdefault(voice.page, voice) is not voice:
            report(Kind.SPEAKER, VOICES, line, f"the page {voice.page} belongs to two voices")
        if voice.name not in {name for _, name in voice.members} | _names_given(voice, editor):
            report(Kind.SPEAKER, VOICES, line, f"the voice “{voice.name}” is none of the speakers that it gathers")
        _check_given(voice, editor, report)
        _check_printed(voice, recorded, editor, report)


def check_speaker(row: Row, recorded: Recorded, threshold: float, report: Report) -> None:
    """Report where ``row`` names another voice or role than its speaker's, or one where it must name nobody."""
    where, name = (QUOTATIONS, row.line), f"the quotation {row.anchor}"
    if row.certain is not (row.speaker is not None and row.confidence >= threshold) and (
        row.speaker is None or abs(row.confidence - threshold) > _ROUNDED
    ):
        sure = "certain" if row.certain else "not certain"
        report(Kind.SPEAKER, *where, f"the speaker of {name} is {sure} at a confidence of {row.confidence}")
        return
    key = (row.article, row.speaker_name or "")
    voice = recorded.voices.get(key) if row.certain else None
    stated, right = (row.voice, row.voice_page), (voice.name, voice.page) if voice else (None, None)
    if stated != right:
        ours, theirs = (" on ".join(filter(None, pair)) or "nobody" for pair in (stated, right))
        report(Kind.SPEAKER, *where, f"{name} is recorded as by {ours} where {VOICES} records {theirs}")
    elif row.role is not None and (voice is None or row.role not in {*voice.roles, voice.role}):
        report(Kind.SPEAKER, *where, f"the role “{row.role}” of {name} is none that {VOICES} records")
    elif voice and recorded.roles.setdefault(key, row.role) != row.role:
        what = f"{name} and another of its speaker have different roles, {_or_none(row.role)} and "
        report(Kind.SPEAKER, *where, what + _or_none(recorded.roles[key]))


def _or_none(role: str | None) -> str:
    return f"“{role}”" if role else "none"


def _check_given(voice: VoiceRow, editor: Editor, report: Report) -> None:
    """What an editor gave a voice must stand in the file of corrections."""
    for kind, given in (("role", voice.role), ("link", voice.link)):
        if given is not None and given not in {one.value for one in editor.of_voice(voice, kind)}:
            what = f"the {kind} “{given}” of “{voice.name}” is none that the file of corrections gives"
            report(Kind.SPEAKER, VOICES, voice.line, what)
    for mark in editor.strange(editor.of_voice(voice, "same_as", "apart", "name", "role", "link"), voice.corrected):
        what = f"“{voice.name}” is recorded as corrected ({mark.kind}), which the file of corrections does not say"
        report(Kind.SPEAKER, VOICES, voice.line, what)


def _names_given(voice: VoiceRow, editor: Editor) -> set[str]:
    """What an editor may have called the voice."""
    named = {one.value for one in editor.of_voice(voice, "name")}
    for one in editor.of_voice(voice, "same_as"):
        named.update((one.voice, *one.values))
    return named


def _check_printed(voice: VoiceRow, recorded: Recorded, editor: Editor, report: Report) -> None:
    """Every form and every role must stand in an article that the voice is gathered from."""
    bodies = {key: recorded.standing[key].body for key, _ in voice.members if key in recorded.standing}
    if len(bodies) < len({key for key, _ in voice.members}):  # an article changed, which is reported where it is
        return
    for form, articles in voice.spellings:
        named = {key for key in articles for one in editor.about(key, "speaker") if one.value == form}
        if not all(form in bodies.get(key, "") for key in articles if key not in named):
            what = f"the form “{form}” of “{voice.name}” does not stand in each article that is named for it"
            report(Kind.SPEAKER, VOICES, voice.line, what)
    for role in voice.roles:
        if not any(role in body for body in bodies.values()):
            report(
                Kind.SPEAKER, VOICES, voice.line, f"the role “{role}” of “{voice.name}” stands in no article of theirs"
            )
    _check_dated(voice, recorded, bodies, report)


def _check_dated(voice: VoiceRow, recorded: Recorded, bodies: Mapping[str, str], report: Report) -> None:
    """Every dated role must be one of the roles, stand in the articles named for it, and have their dates."""
    if sorted(dated.role for dated in voice.dated_roles) != sorted(voice.roles):
        report(Kind.SPEAKER, VOICES, voice.line, f"the dated roles of “{voice.name}” are other than its roles")
    for dated in voice.dated_roles:
        if not all(dated.role in bodies.get(key, "") for key in dated.articles):
            what = f"the role “{dated.role}” of “{voice.name}” does not stand in each article that is named for it"
            report(Kind.SPEAKER, VOICES, voice.line, what)
        told = (recorded.standing[key].published for key in dated.articles if key in recorded.standing)
        dates = list(filter(None, told))
        if (dated.first, dated.last) != (min(dates, default=None), max(dates, default=None)):
            what = f"the role “{dated.role}” of “{voice.name}” has another article's date"
            report(Kind.SPEAKER, VOICES, voice.line, what)


def _voice(given: Json, line: int) -> VoiceRow:
    return VoiceRow(
        line=line,
        name=as_text(given["name"]),
        kind=SpeakerKind(given["kind"]),
        page=as_text_or_none(given["page"]),
        roles=tuple(as_text(role) for role in given["roles"]),
        dated_roles=tuple(
            Dated(
                role=as_text(d["role"]),
                first=as_date_or_none(d["first"]),
                last=as_date_or_none(d["last"]),
                articles=tuple(as_text(a) for a in d["articles"]),
            )
            for d in given["dated_roles"]
        ),
        spellings=tuple((as_text(s["form"]), tuple(as_text(a) for a in s["articles"])) for s in given["spellings"]),
        evidence=tuple(as_text(s["evidence"]) for s in given["spellings"]),
        members=tuple((as_text(m["article"]), as_text(m["speaker"])) for m in given["members"]),
        role=as_text_or_none(given.get("role")),
        link=as_text_or_none(given.get("link")),
        corrected=as_marks(given.get("corrected", ())),
    )
