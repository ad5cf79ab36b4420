"""Voices as a person said: several made one, one made two, a full name, a role, a link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from topic_briefings.corrections.desk import Desk
from topic_briefings.corrections.finding import folded
from topic_briefings.corrections.models import Correction
from topic_briefings.errors import nearest
from topic_briefings.gathering.people.members import Member
from topic_briefings.models import Voice

Group = list[Member]


class _Groups:
    """Groups of members, each one voice, found by what they are called."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._groups: dict[int, Group] = {}
        self._called: dict[str, dict[int, None]] = defaultdict(dict)
        self._printed: dict[str, dict[int, None]] = defaultdict(dict)
        self._next = 0
        for group in groups:
            self.add(group)

    def __iter__(self) -> Iterator[Group]:
        return iter(self._groups.values())

    def __getitem__(self, number: int) -> Group:
        return self._groups[number]

    def add(self, group: Group) -> None:
        """Take up ``group``."""
        self._groups[self._next] = group
        for member in group:
            self._called[folded(member.speaker.name)][self._next] = None
            for spelling in member.speaker.spellings:
                self._printed[folded(spelling.form)][self._next] = None
        self._next += 1

    def remove(self, numbers: Iterable[int]) -> None:
        """Let go of groups."""
        for number in numbers:
            del self._groups[number]

    def called(self, name: str) -> list[int]:
        """The numbers of the groups that are called ``name``; where none is, of those that some article prints so."""
        for by_name in (self._called, self._printed):
            if found := [number for number in by_name.get(folded(name), ()) if number in self._groups]:
                return found
        return []

    def nobody(self, name: str) -> str:
        """Why ``name`` means no group."""
        near = nearest(name, {member.speaker.name for group in self for member in group})
        return f"no voice is called “{name}”" + (f"; did you mean “{near}”?" if near else "")


def regrouped(groups: Sequence[Group], desk: Desk) -> list[Group]:
    """``groups``, each one voice, parted and joined as a person said; a joined member says that it is so."""
    found = _Groups(groups)
    for correction in desk.of("apart"):
        _part(found, correction, desk)
    for correction in desk.of("same_as"):
        _join(found, correction, desk)
    return list(found)


def _part(groups: _Groups, correction: Correction, desk: Desk) -> None:
    """Put the members in the articles that ``correction`` names into a group of their own."""
    named = [(name, desk.articles.find(name)) for name in correction.values]
    if strange := next((name for name, key in named if key is None), None):
        desk.miss(correction, desk.articles.problem(strange))
        return
    articles = {key for _, key in named}
    numbers = groups.called(correction.voice)
    if not numbers:
        desk.miss(correction, groups.nobody(correction.voice))
        return
    out = [member for at in numbers for member in groups[at] if member.article_id in articles]
    left = [[member for member in groups[at] if member.article_id not in articles] for at in numbers]
    if not out or not any(left):
        desk.miss(correction, f"“{correction.voice}” is not one voice over these articles and others")
        return
    desk.claim(correction, *(("voice of", member.key) for member in out))
    groups.remove(numbers)
    for group in (*left, [replace(member, parted=correction.mark()) for member in out]):
        if group:
            groups.add(group)


def _join(groups: _Groups, correction: Correction, desk: Desk) -> None:
    """Put all into one group that are called as ``correction`` says."""
    found: dict[int, None] = {}
    for name in (correction.voice, *correction.values):
        numbers = groups.called(name)
        if not numbers:
            desk.miss(correction, groups.nobody(name))
            return
        found |= dict.fromkeys(numbers)
    if len(found) < 2:
        desk.miss(correction, f"“{correction.voice}” and the others are one voice already")
        return
    members = [member for at in found for member in groups[at]]
    desk.claim(correction, *(("voice of", member.key) for member in members))
    groups.remove(found)
    groups.add([replace(member, joined=correction.mark(), called=correction.voice) for member in members])


# ------------------------------------------------------------------ name, role, link


def profiled(voices: Sequence[Voice], desk: Desk) -> list[Voice]:
    """``voices`` with the names, roles and links that a person gave them."""
    found = list(voices)
    corrections = desk.of("name", "role", "link")
    if not corrections:
        return found
    called, printed = _by_name(voices)
    for correction in corrections:
        wanted = folded(correction.voice)
        at = _one(voices, called.get(wanted) or printed.get(wanted, []), correction, desk)
        if at is not None:
            found[at] = _given(found[at], correction)
    return found


def _by_name(voices: Sequence[Voice]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """The numbers of ``voices`` by their names, and by the forms that articles print."""
    called: dict[str, list[int]] = defaultdict(list)
    printed: dict[str, list[int]] = defaultdict(list)
    for at, voice in enumerate(voices):
        called[folded(voice.name)].append(at)
        for form in {folded(spelling.form) for spelling in voice.spellings}:
            printed[form].append(at)
    return called, printed


def _one(voices: Sequence[Voice], found: list[int], correction: Correction, desk: Desk) -> int | None:
    """The number of the voice that is meant of those ``found``, as called before any of it was changed."""
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
