"""A voice from the speakers that it gathers: its name, its dated roles, and why each printed form is taken for it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from topic_briefings.gathering.people.bodies import body_key
from topic_briefings.gathering.people.members import Member, is_body
from topic_briefings.gathering.people.misprints import is_slip
from topic_briefings.gathering.people.printed import are_short, cuts, printed
from topic_briefings.languages import read
from topic_briefings.languages.language import Reference
from topic_briefings.languages.names import given_name
from topic_briefings.models import DatedRole, SpeakerKind, Spelling, Voice, VoiceSpelling

_OFTEN = 10
"""Articles that print one role before another that one of them prints is said in passing."""
_FICTION = re.compile(r"(?:title |main |fictional )*(?:character|heroine|narrator|protagonist)\b|fictional\b")
"""The role of somebody who is told of in a book."""


def voice(members: Sequence[Member]) -> Voice:
    """The voice that ``members`` are; each of them in one article."""
    members = sorted(members, key=lambda member: member.key)
    kinds = Counter(member.speaker.kind for member in members)
    name = next((member.called for member in members if member.called), "") or _name(members)
    roles = Counter(member.role for member in members if member.role)
    return Voice(
        name=name,
        kind=max(sorted(kinds), key=lambda kind: kinds[kind]),
        roles=tuple(sorted(roles, key=lambda role: (-roles[role], role))),
        dated_roles=_dated(members),
        spellings=_spellings(name, members),
        members=tuple(member.key for member in members),
        known=any(map(_is_known, members)),
        inferred=tuple(member.key for member in members if member.inferred),
        corrected=tuple(dict.fromkeys(mark for m in members for mark in (m.parted, m.joined) if mark)),
    )


def _is_known(member: Member) -> bool:
    """Whether something printed shows that a name is somebody's who speaks: a full name, a role, a body's own name.

    A surname that somebody else in the article bears in full may be theirs, and a given name that stands in it once
    is often a piece of a longer name.
    """
    words, name = member.printed.core, member.speaker.name
    if member.speaker.kind is SpeakerKind.BODY:
        known = _is_own_name(name) and (len(words) > 1 or not _is_noun(words[0]))
        return known and not _is_place(name) and (_is_government(name) or not member.place)
    if member.hidden or member.place or _FICTION.match(member.role or ""):
        return False
    if len(words) > 1 or member.sex:
        return True
    if member.role:
        return not _is_place(name)
    often = sum(len(spelling.spans) for spelling in member.speaker.spellings) > 1
    return often and given_name(words[0].capitalize()) is not None


def _is_own_name(name: str) -> bool:
    """Whether a body is printed by a name of its own, and is no text: not "one Lund ad", "newly formed super PAC"."""
    head = name.split()[-1]
    if name[:1].islower() or (head.islower() and any(head in reference.texts() for reference in _references())):
        return False
    if any(head in language.titles() for language in read()):
        return False  # "Alaska Governor": an office, and nobody's name
    return all(reference.role_of(head.casefold()) != "people" for reference in _references())


def _is_place(name: str) -> bool:
    """Whether a name is a people's or that of a country's part, and neither a government's nor a given name."""
    if _is_government(name) or given_name(name) is not None:
        return False
    return any(name.casefold() in reference.nobody() for reference in _references())


def _is_government(name: str) -> bool:
    return any(name in reference.places() for reference in _references())


@cache
def _references() -> tuple[Reference, ...]:
    return tuple(language.attribution.reference for language in read() if language.attribution)


@lru_cache(maxsize=20_000)
def _is_noun(word: str) -> bool:
    """Whether a word, lower case, says what a body is, and not which: "Department"."""
    return any(reference.role_of(word) is not None for reference in _references())


def _name(members: Sequence[Member]) -> str:
    """The print that most articles use, of those with a given name; of prints as frequent the fuller one.

    Papers drop accents and seldom add them, so of two prints that differ in accents alone the richer one is meant.
    """
    names = Counter(member.speaker.name for member in members)
    full = [member.speaker.name for member in members if _is_full(member)] or list(names)
    best = max(sorted(set(full)), key=lambda name: (names[name], _is_given(name), len(name.split()), name))
    same = [name for name in set(full) if printed(name) == printed(best)]
    return min(same, key=lambda name: (sum(map(str.isascii, name)) - len(name), -names[name], name))


def _is_given(name: str) -> bool:
    """Whether a name begins with a given name, and so with no misprint of one."""
    return given_name(printed(name).core[0].capitalize()) is not None


def _is_full(member: Member) -> bool:
    """Whether a name has its given name, and no title on it."""
    if member.speaker.kind is SpeakerKind.BODY:
        return True
    return not member.printed.is_bare and printed(member.speaker.name).core == member.printed.core


# ------------------------------------------------------------------ roles


def _dated(members: Sequence[Member]) -> tuple[DatedRole, ...]:
    """Each role with the articles that print it, the newest first, then undated ones and what one says in passing.

    Whom somebody speaks for stands behind every office.
    Of somebody whom many articles call by one office one article of a hundred says "diehard", and one is mistaken.
    """
    found: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        if member.role:
            found[member.role].append(member)
    roles = [
        DatedRole(
            role=role,
            first=min((m.published for m in printing if m.published), default=None),
            last=max((m.published for m in printing if m.published), default=None),
            article_ids=tuple(sorted({m.article_id for m in printing})),
        )
        for role, printing in found.items()
    ]
    often = max(roles, key=lambda dated: (len(dated.article_ids), dated.role), default=None)
    passing = {dated.role for dated in roles if often is not None and _in_passing(dated, often)}
    return tuple(sorted(roles, key=lambda dated: (is_body(dated.role), dated.role in passing, *_newest_first(dated))))


def _in_passing(dated: DatedRole, often: DatedRole) -> bool:
    """Whether one article prints a role, and many print another, the last of them as late: it is no new office."""
    late = dated.last is None or (often.last is not None and dated.last <= often.last)
    return late and len(dated.article_ids) == 1 and len(often.article_ids) >= _OFTEN


def _newest_first(dated: DatedRole) -> tuple[int, int, str]:
    return -(dated.last.toordinal() if dated.last else 0), -len(dated.article_ids), dated.role


# ------------------------------------------------------------------ forms

_PLACED = {
    "full": "The surname alone; the article itself prints {} in full.",
    "given": "Inferred: the given name alone, in an article that names the family and the company of {}.",
}
"""Why a member was joined, by its article and not by its print."""


def _spellings(name: str, members: Sequence[Member]) -> tuple[VoiceSpelling, ...]:
    """Each printed form once, the chosen name first, and why it is taken for this voice."""
    articles: dict[str, set[str]] = defaultdict(set)
    given: dict[str, Counter[Spelling]] = defaultdict(Counter)
    for member in members:
        own = {spelling.form: spelling for spelling in member.speaker.spellings}
        own.update((spelling.form, spelling) for spelling in _joined_as(member, name))
        for form, spelling in own.items():
            articles[form].add(member.article_id)
            given[form][replace(spelling, spans=())] += 1
    reasons = {form: max(sorted(said, key=_told), key=said.__getitem__) for form, said in given.items()}
    order = sorted(articles, key=lambda form: (form != name, -len(articles[form]), form))
    return tuple(
        VoiceSpelling(
            form=form,
            article_ids=tuple(sorted(articles[form])),
            evidence=reasons[form].evidence,
            reason=reasons[form].reason,
            words=reasons[form].words,
        )
        for form in order
    )


def _told(spelling: Spelling) -> tuple[str, tuple[str, ...]]:
    return spelling.reason, spelling.words


def _joined_as(member: Member, name: str) -> tuple[Spelling, ...]:
    """Why the name that ``member`` has in its own article is taken for ``name``; nothing where it is the same."""
    form = member.speaker.name
    if form == name and member.speaker.spellings:
        return ()
    if form == name:
        return (_spelling(form, "printed", "The article prints this name."),)
    if member.joined:
        return (_spelling(form, "editor", f"The editor made one voice of this and {name}.", name),)
    if member.placed:
        return (_spelling(form, member.placed, _PLACED[member.placed].format(name), name),)
    ours, theirs = printed(form), printed(name)
    if member.speaker.kind is SpeakerKind.BODY and body_key(form) == body_key(name):
        return (_spelling(form, "body", f"The same as {name} but for “the”, “of” or the kind of firm.", name),)
    if ours.core == theirs.core and ours.generation == theirs.generation:
        sentence = f"The same as {name} but for accents, capitals, initials or “the”."
        return (_spelling(form, "written", sentence, name),)
    if ours.is_bare and member.role and not member.inferred:
        sentence = f"The surname alone, beside the role “{member.role}”; of all full names it fits {name} only."
        return (_spelling(form, "surname", sentence, name, member.role),)
    if ours.is_bare:
        sentence = f"Inferred: the surname alone; nearly all articles that print it in full name {name}."
        return (_spelling(form, "inferred", sentence, name),)
    return (_whole(member, name),)


def _whole(member: Member, name: str) -> Spelling:
    """Why another print of the full name is taken for ``name``."""
    form, ours, theirs = member.speaker.name, member.printed, printed(name)
    if printed(form).core != ours.core:
        return _spelling(form, "titled", f"{name} with a title in front.", name)
    apart = [pair for pair in zip(ours.core, theirs.core, strict=False) if pair[0] != pair[1]]
    if len(ours.core) == len(theirs.core) and len(apart) == 1 and is_slip(*apart[0]):
        sentence = f"One slip away from {name}; role or company agree, and no article prints both."
        return _spelling(form, "misprint", sentence, name)
    if cuts(ours, theirs) or cuts(theirs, ours):
        return _spelling(form, "cut", f"One given name begins the other or is spelt by its initials: {name}.", name)
    if ours.generation != theirs.generation:
        return _spelling(form, "generation", f"The same title as {name}, and never in one article with it.", name)
    if are_short(ours.core[0], theirs.core[0]):
        return _spelling(form, "nickname", f"One given name is short for the other; nobody else fits {name}.", name)
    return _spelling(form, "middle", f"{name} with or without a middle name; role or company agree.", name)


def _spelling(form: str, reason: str, sentence: str, *words: str) -> Spelling:
    return Spelling(form=form, spans=(), evidence=sentence, reason=reason, words=words)
