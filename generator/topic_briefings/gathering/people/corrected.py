"""Voices as a person said: several made one, one made two, a full name, a role, a link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from topic_briefings.corrections.desk import Desk
from topic_briefings.corrections.finding import folded
from topic_briefings.corrections.models import Correction
from topic_briefings.errors import nearest
from topic_briefings.gathering.people.members import Member
from topic_briefings.models import Voice

Group = list[Member]


def regrouped(groups: Sequence[Group], desk: Desk) -> list[Group]:
    """``groups``, each one voice, parted and joined as a person said; a joined member says that it is so."""
    found = [list(group) for group in groups]
    for correction in desk.of("apart"):
        found = _parted(found, correction, desk)
    for correction in desk.of("same_as"):
        found = _joined(found, correction, desk)
    return found


def _is_called(group: Group, name: str) -> bool:
    wanted = folded(name)
    return any(folded(member.speaker.name) == wanted for member in group)


def _is_printed(group: Group, name: str) -> bool:
    wanted = folded(name)
    return any(folded(s.form) == wanted for member in group for s in member.speaker.spellings)


def _called(groups: Sequence[Group], name: str) -> list[int]:
    """The numbers of the groups that are called ``name``; where none is, of those that some article prints so."""
    exact = [at for at, group in enumerate(groups) if _is_called(group, name)]
    return exact or [at for at, group in enumerate(groups) if _is_printed(group, name)]


def _nobody(groups: Sequence[Group], name: str) -> str:
    names = {member.speaker.name for group in groups for member in group}
    near = nearest(name, names)
    return f"no voice is called “{name}”" + (f"; did you mean “{near}”?" if near else "")


def _parted(groups: list[Group], correction: Correction, desk: Desk) -> list[Group]:
    """``groups`` with the members in the articles that ``correction`` names in a group of their own."""
    named = [(name, desk.articles.find(name)) for name in correction.values]
    if strange := next((name for name, key in named if key is None), None):
        desk.miss(correction, desk.articles.problem(strange))
        return groups
    articles = {key for _, key in named}
    numbers = _called(groups, correction.voice)
    if not numbers:
        desk.miss(correction, _nobody(groups, correction.voice))
        return groups
    out = [member for at in numbers for member in groups[at] if member.article_id in articles]
    left = [[member for member in groups[at] if member not in out] for at in numbers]
    if not out or not any(left):
        desk.miss(correction, f"“{correction.voice}” is not one voice over these articles and others")
        return groups
    for member in out:
        desk.claim(correction, ("voice of", member.key))
    others = [group for at, group in enumerate(groups) if at not in numbers]
    return [*others, *(group for group in left if group), [replace(member, parted=correction.mark()) for member in out]]


def _joined(groups: list[Group], correction: Correction, desk: Desk) -> list[Group]:
    """``groups`` with all in one that are called as ``correction`` says."""
    found: dict[int, None] = {}
    for name in (correction.voice, *correction.values):
        numbers = _called(groups, name)
        if not numbers:
            desk.miss(correction, _nobody(groups, name))
            return groups
        found |= dict.fromkeys(numbers)
    if len(found) < 2:
        desk.miss(correction, f"“{correction.voice}” and the others are one voice already")
        return groups
    members = [member for at in found for member in groups[at]]
    for member in members:
        desk.claim(correction, ("voice of", member.key))
    mark = correction.mark()
    whole = [replace(member, joined=mark, called=correction.voice) for member in members]
    return [*(group for at, group in enumerate(groups) if at not in found), whole]


# ------------------------------------------------------------------ name, role, link


def profiled(voices: Sequence[Voice], desk: Desk) -> list[Voice]:
    """``voices`` with the names, roles and links that a person gave them."""
    found = list(voices)
    for correction in desk.of("name", "role", "link"):
        at = _one(voices, correction, desk)
        if at is not None:
            found[at] = _given(found[at], correction)
    return found


def _one(voices: Sequence[Voice], correction: Correction, desk: Desk) -> int | None:
    """The number of the voice that is meant, as it was called before any of it was changed."""
    wanted = folded(correction.voice)
    found = [at for at, voice in enumerate(voices) if folded(voice.name) == wanted] or [
        at for at, voice in enumerate(voices) if any(folded(s.form) == wanted for s in voice.spellings)
    ]
    article = desk.articles.find(correction.article) if correction.article else None
    if article:
        found = [at for at in found if any(key == article for key, _ in voices[at].members)]
    if len(found) != 1:
        names = [voice.name for voice in voices]
        near = nearest(correction.voice, names)
        hint = f"; did you mean “{near}”?" if near else ""
        several = f"{len(found)} voices are called “{correction.voice}”; name an article with in:"
        desk.miss(correction, several if found else f"no voice is called “{correction.voice}”{hint}")
        return None
    desk.claim(correction, (correction.kind, voices[found[0]].members))
    return found[0]


def _given(voice: Voice, correction: Correction) -> Voice:
    mark = (*voice.corrected, correction.mark())
    match correction.kind:
        case "name":
            return replace(voice, name=correction.value, known=True, corrected=mark)
        case "role":
            return replace(voice, role=correction.value, known=True, corrected=mark)
        case _:
            return replace(voice, link=correction.value, corrected=mark)
