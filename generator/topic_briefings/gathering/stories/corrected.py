"""Stories as a person said: reports of several made one, and reports taken out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from topic_briefings.corrections.desk import Desk
from topic_briefings.corrections.models import Correction
from topic_briefings.models import Corrected

Marks = Mapping[str, tuple[Corrected, ...]]
"""What a person changed of the story of an article, by the article's id."""
Stories = list[tuple[int, ...]]


def regrouped(stories: Stories, ids: Sequence[str], desk: Desk) -> tuple[Stories, Marks]:
    """``stories``, by numbers into ``ids``, parted and joined as a person said, and which of them are marked."""
    numbers = {key: number for number, key in enumerate(ids)}
    marks: dict[str, list[Corrected]] = defaultdict(list)
    for correction in (*desk.of("part"), *desk.of("join")):
        named = _named(correction, numbers, desk)
        if named is None:
            continue
        targets = [("story of", ids[number]) for number in named]
        desk.reserve(correction, *targets)
        changed = _parted(stories, named) if correction.kind == "part" else _joined(stories, named)
        if changed is None:
            desk.miss(correction, _ALREADY[correction.kind])
            continue
        desk.claim(correction, *targets)
        for number in {number for story in changed if story not in stories for number in story}:
            marks[ids[number]].append(correction.mark())
        stories = changed
    return stories, {key: tuple(found) for key, found in marks.items()}


_ALREADY = {
    "part": "these articles are told in no story with others",
    "join": "these articles are one story already",
}


def _named(correction: Correction, numbers: Mapping[str, int], desk: Desk) -> tuple[int, ...] | None:
    """The articles that it names; None, noted, where one is not there, or only as a copy of another."""
    found = []
    for name in correction.values:
        key = desk.articles.find(name)
        if key is None or key not in numbers:
            why = desk.articles.problem(name) if key is None else f'"{name}" is a copy of another article, or withdrawn'
            desk.miss(correction, why)
            return None
        found.append(numbers[key])
    return tuple(found)


def _parted(stories: Stories, named: Sequence[int]) -> Stories | None:
    """``stories`` with the articles ``named`` out of theirs; None where there is nothing to part."""
    out = set(named)
    if not any(out & set(story) and set(story) - out for story in stories):
        return None
    left = [tuple(number for number in story if number not in out) for story in stories]
    own = [tuple(sorted(out))] if len(out) > 1 else []
    return [story for story in (*left, *own) if len(story) > 1]


def _joined(stories: Stories, named: Sequence[int]) -> Stories | None:
    """``stories`` with the articles ``named``, and the stories that they belong to, in one; None where they are."""
    met = [story for story in stories if set(story) & set(named)]
    whole = {*named, *(number for story in met for number in story)}
    if met and set(met[0]) == whole:
        return None
    return [*(story for story in stories if story not in met), tuple(sorted(whole))]
