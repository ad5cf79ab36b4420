"""One name with a slip in it: "Rence" for Reince, "Kellyane" for Kellyanne, "Bryne" for Byrne.

Two full names that are one slip apart, and never stand in one article, are one person's where printed roles or the
people named beside them say so, and nobody else is as close. The slip is Damerau's ("A Technique for Computer Detection
and Correction of Spelling Errors", 1964): a letter too many, too few, another one, or two that changed places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from topic_briefings.gathering.people.members import Company, role_words, roles_agree
from topic_briefings.gathering.people.namesakes import PEOPLE, Group, people_of
from topic_briefings.gathering.people.printed import Printed, initials_agree
from topic_briefings.languages.names import given_name

_RARE = 2
"""A misprint stands in so many articles at most."""
_LETTERS = 4
"""Letters that a surname has at least before a slip in it is looked for; a given name one less."""


def repaired(groups: Sequence[Group], around: Company) -> list[Group]:
    """``groups``, each one person, with those joined whose names are one slip apart and are one person's."""
    near: dict[int, set[int]] = defaultdict(set)
    for one, other in _pairs(groups):
        if _is_one(groups[one], groups[other], around):
            near[one].add(other)
            near[other].add(one)
    done = [list(group) for group in groups]
    for one, others in sorted(near.items()):
        other = min(others)
        if len(others) == 1 and near[other] == {one} and one < other:
            large, small = sorted((one, other), key=lambda at: (-len(groups[at]), at))
            done[large].extend(groups[small])
            done[small] = []
    return [group for group in done if group]


def _pairs(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """The numbers of groups whose names may be one slip apart: they share all but a letter of one word."""
    by_rest: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for name in {member.printed for member in group if len(member.printed.core) > 1}:
            *front, surname = name.core
            for rest in _without_a_letter(name.core[0]):
                by_rest[("", rest, *name.core[1:])].add(number)
            for rest in _without_a_letter(surname):
                by_rest[(*front, rest)].add(number)
    found = {
        (one, other)
        for numbers in by_rest.values()
        if len(numbers) > 1
        for one in numbers
        for other in numbers
        if one < other and min(len(groups[one]), len(groups[other])) <= _RARE
    }
    yield from sorted(found)


def _without_a_letter(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _is_one(one: Group, other: Group, around: Company) -> bool:
    """Whether two groups are one person's: printed alike, apart in every article, of one role or one company."""
    if {member.article_id for member in one} & {member.article_id for member in other}:
        return False
    if len({member.sex for member in (*one, *other) if member.sex}) > 1:
        return False
    names = product({member.printed for member in one}, {member.printed for member in other})
    slips = [slip for ours, theirs in names if (slip := _slip(ours, theirs))]
    if any(sorted(a) == sorted(b) != [] for a, b in slips) and _share_office(one, other):
        return True
    return bool(slips) and _vouched(one, other, around, real=any(_are_names(slip) for slip in slips))


def _share_office(one: Group, other: Group) -> bool:
    """Whether a role of one is word for word a role of the other; with letters that changed places that is enough."""
    return any(m.role and n.role and role_words(m.role) == role_words(n.role) != set() for m, n in product(one, other))


def _are_names(slip: tuple[str, str]) -> bool:
    """Whether both words of a slip are names in their own right: Kristen and Kirsten, or any two surnames."""
    return all(not word or given_name(word.capitalize()) is not None for word in slip)


def _vouched(one: Group, other: Group, around: Company, *, real: bool) -> bool:
    """Whether roles or company make two groups one person; ``real`` names must share a whole role or more company."""
    shared = len(people_of(one, around) & people_of(other, around))
    roles = [(role_words(m.role), role_words(n.role)) for m, n in product(one, other) if m.role and n.role]
    if any(ours == theirs and len(ours) > 1 for ours, theirs in roles):
        return True
    if not all(roles_agree(m.role, n.role) for m, n in product(one, other)):
        return False
    return shared > PEOPLE or (not real and (shared == PEOPLE or any(ours & theirs for ours, theirs in roles)))


def _slip(ours: Printed, theirs: Printed) -> tuple[str, str] | None:
    """The two given names that a slip parts; empty ones where it parts the surnames; None where no slip does."""
    if len(ours.core) != len(theirs.core) or ours.generation != theirs.generation:
        return None
    if not initials_agree(ours.initials, theirs.initials):
        return None
    apart = [at for at, (a, b) in enumerate(zip(ours.core, theirs.core, strict=True)) if a != b]
    at = apart[0] if len(apart) == 1 else -1
    if at not in (0, len(ours.core) - 1):
        return None
    words = ours.core[at], theirs.core[at]
    if not is_slip(*words) or min(map(len, words)) < _LETTERS - (at == 0):
        return None
    if at:
        return "", ""
    return None if {given_name(word.capitalize()) for word in words} == {"f", "m"} else words


def is_slip(one: str, other: str) -> bool:
    """Whether two words are one slip apart."""
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    short, long = sorted((a, b), key=len)
    return long[1:] == short
