"""Which story follows which: the same principals, the same theme, one after the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from topic_briefings.gathering.stories.centre import cosine
from topic_briefings.gathering.stories.vectors import RARE, Corpus, Vector

HALF = 0.5
"""Of its reports: whom so many name is a principal of the story."""
PRINCIPALS = 2
"""So many two stories share at least, one of them in headlines or first words of either."""
THEME = 0.25
"""The cosine of their centres, at least."""
LATER = 90
"""Days from the end of one to the beginning of the next, at most."""
MOST_STORIES = 40
"""A name that is principal in more stories makes none of them follow another."""
MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What chapters are found by."""

    members: tuple[int, ...]
    middle: Vector
    first: int | None
    last: int | None


def following(stories: Sequence[Outline], made: Corpus) -> list[tuple[int, ...]]:
    """For each story the numbers of those that it follows, the nearest in time first; at most ``MOST``."""
    principals = [_principals(story, made) for story in stories]
    subjects = [_subjects(story, made) for story in stories]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, names in enumerate(principals):
        for name in sorted(names):
            holders[name].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for at in holders.values():
        if len(at) <= MOST_STORIES:
            shared.update((one, other) for one in at for other in at if _precedes(stories[one], stories[other]))
    earlier: dict[int, list[tuple[int, float, int]]] = defaultdict(list)
    for (one, other), count in shared.items():
        theme = cosine(stories[one].middle, stories[other].middle)
        shared_names = principals[one] & principals[other]
        if count >= PRINCIPALS and theme >= THEME and not shared_names.isdisjoint(subjects[one] | subjects[other]):
            earlier[other].append((-(stories[one].last or 0), -theme, one))
    return [tuple(one for _, _, one in sorted(earlier[number])[:MOST]) for number in range(len(stories))]


def _principals(story: Outline, made: Corpus) -> set[str]:
    """The rare names that half of its reports hold."""
    return _of_half(story, made, [made.terms[number].names for number in story.members])


def _subjects(story: Outline, made: Corpus) -> set[str]:
    """The rare names that half of its reports head or begin with: one agent of both makes no next chapter."""
    return _of_half(
        story, made, [made.terms[n].names & (made.terms[n].titular | made.terms[n].protagonist) for n in story.members]
    )


def _of_half(story: Outline, made: Corpus, names: Sequence[frozenset[str]]) -> set[str]:
    held = Counter(name for some in names for name in some)
    enough = HALF * len(story.members)
    return {name for name, count in held.items() if count >= enough and made.rarity(story.members[0], name) < RARE}


def _precedes(one: Outline, other: Outline) -> bool:
    """Whether ``one`` ends, on a day before the end of ``other``, at or before its beginning."""
    if one.last is None or other.first is None or other.last is None:
        return False
    return one.last <= other.first and one.last < other.last and other.first - one.last <= LATER
