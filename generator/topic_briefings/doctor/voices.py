"""Voices that were joined or told apart on little, names that are nearly the same, roles that changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations

from topic_briefings.corrections.finding import folded
from topic_briefings.corrections.proposing import entry
from topic_briefings.doctor.findings import Case, Finding
from topic_briefings.models import Voice, VoiceBriefing

DOUBTFUL = {
    "given": 3.0,
    "inferred": 3.0,
    "misprint": 2.5,
    "slip": 2.5,
    "surname": 2.0,
    "generation": 1.5,
    "cut": 1.2,
    "full": 1.2,
    "middle": 1.2,
    "nickname": 1.0,
}
"""The reasons for which forms are taken for one voice that are most often wrong, and how harmful each is."""
ALIKE = 0.84
"""From this likeness on (``difflib``, Ratcliff and Obershelp 1988) two names may be one misspelt."""


def joined(case: Case) -> Iterator[Finding]:
    """Articles whose speaker was taken for a voice on little."""
    for briefing in case.edition.voices:
        voice = briefing.voice
        for spelling in voice.spellings:
            members = tuple(key for key, name in voice.members if name == spelling.form)
            others = {key for key, _ in voice.members} - set(members)
            if spelling.reason in DOUBTFUL and members and others:
                says = f"{voice.name}: “{spelling.form}” is taken for the same voice. {spelling.evidence}"
                proposed = entry(voice=voice.name, apart=members)
                harm = DOUBTFUL[spelling.reason] + len(members) / 100
                yield Finding(kind="joined", harm=harm, about=voice.name, says=says, entry=proposed)


def told_apart(case: Case) -> Iterator[Finding]:
    """Voices of one name that are shown as several people."""
    named: dict[str, list[VoiceBriefing]] = defaultdict(list)
    for briefing in case.edition.voices:
        named[folded(briefing.voice.name)].append(briefing)
    for name in sorted(named):
        if len(named[name]) > 1:
            voices = [briefing.voice for briefing in named[name]]
            roles = "; ".join(", ".join(voice.roles[:1]) or "no role" for voice in voices)
            says = f"{voices[0].name}: {len(voices)} voices have this name ({roles})"
            proposed = entry(voice=voices[0].name, same_as=voices[0].name)
            yield Finding(kind="told apart", harm=float(len(voices)), about=voices[0].name, says=says, entry=proposed)


def near_names(case: Case) -> Iterator[Finding]:
    """Names that differ by a letter or two, of the same first or last word."""
    by_word: dict[str, dict[str, Voice]] = defaultdict(dict)
    for briefing in case.edition.voices:
        words = folded(briefing.voice.name).split()
        for word in {words[0], words[-1]} if len(words) > 1 else ():
            by_word[word][briefing.voice.name] = briefing.voice
    seen: set[tuple[str, str]] = set()
    for word in sorted(by_word):
        for one, other in combinations(sorted(by_word[word])[:_MOST], 2):
            likeness = SequenceMatcher(None, folded(one), folded(other)).ratio()
            if likeness >= ALIKE and (one, other) not in seen:
                seen.add((one, other))
                says = f"{one} and {other} are two voices of nearly one name"
                proposed = entry(voice=one, same_as=other)
                yield Finding(kind="near names", harm=round(likeness, 4), about=one, says=says, entry=proposed)


_MOST = 60
"""Names that share a word and are compared: a given name that many have says nothing."""


def roles(case: Case) -> Iterator[Finding]:
    """Voices that articles give different roles."""
    for briefing in case.edition.voices:
        voice = briefing.voice
        different = _different(voice.roles)
        if len(different) > 1 and not voice.role:
            told = ", ".join(f"{dated.role} ({dated.last or 'undated'})" for dated in voice.dated_roles)
            says = f"{voice.name}: articles print {len(voice.roles)} roles: {told}"
            newest = voice.dated_roles[0].role
            proposed = entry(voice=voice.name, role=newest)
            yield Finding(kind="roles", harm=float(len(different)), about=voice.name, says=says, entry=proposed)


def _different(roles: Iterable[str]) -> set[str]:
    """The roles of which none says only what another says too: "director" beside "director of the port"."""
    words = {role: frozenset(folded(role).replace("'s", "").split()) for role in roles}
    return {role for role, own in words.items() if not any(own < other for other in words.values())} - {
        role for role in words for other in words if role < other and words[role] == words[other]
    }
