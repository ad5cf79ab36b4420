"""What an edition has on each country and each topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from topic_briefings.gathering.keyquotes import key_quotes
from topic_briefings.models import Briefing, CountryTag, Crossing, Role, Statement, Story, TopicTag

POINTS = 3
LINES = 12
CROSSINGS = 24
"""The most countries, and the most topics, that a briefing has a section on."""


def country_briefings(stories: Sequence[Story]) -> tuple[Briefing, ...]:
    """One briefing a country that some story is about or names; most stories about it first."""
    about: dict[str, list[Story]] = defaultdict(list)
    mentioned: dict[str, list[Story]] = defaultdict(list)
    for story in stories:
        for tag in story.analysis.countries:
            (about if tag.role is Role.FOCUS else mentioned)[tag.code].append(story)
    return _ranked(
        _briefing(code, about[code], mentioned[code], partial(_country_point, code=code))
        for code in sorted({*about, *mentioned})
    )


def topic_briefings(stories: Sequence[Story]) -> tuple[Briefing, ...]:
    """One briefing a topic that some story is filed under, and one a top-level topic over all below it."""
    about: dict[str, list[Story]] = defaultdict(list)
    for story in stories:
        for key in topic_keys(story):
            about[key].append(story)
    return _ranked(_briefing(key, about[key], [], _first_point) for key in sorted(about))


def topic_keys(story: Story) -> tuple[str, ...]:
    """The topics that a story is shelved under: its own and their top-level ancestors, most salient first."""
    tags = story.analysis.topics
    return tuple(dict.fromkeys([tag.id for tag in tags] + [tag.broad for tag in tags]))


def _ranked(briefings: Iterable[Briefing]) -> tuple[Briefing, ...]:
    return tuple(sorted(briefings, key=lambda b: (-len(b.about), -len(b.mentioned), b.key)))


def _briefing(
    key: str, about: Sequence[Story], mentioned: Sequence[Story], point: Callable[[Story], Statement | None]
) -> Briefing:
    ranked = sorted(about or mentioned, key=lambda story: _leading(story, key))
    points = [statement for story in ranked if (statement := point(story))]
    lines = [line for story in about or mentioned for line in story.lines]
    return Briefing(
        key=key,
        about=tuple(about),
        mentioned=tuple(mentioned),
        points=tuple(points[:POINTS]),
        lines=key_quotes(lines, LINES),
        line_count=len(lines),
        countries=_crossings(about, lambda s: [c.code for c in s.analysis.countries if c.role is Role.FOCUS], key),
        topics=_crossings(about, lambda s: [tag.id for tag in s.analysis.topics], key),
    )


def _leading(story: Story, key: str) -> tuple[int, float, str]:
    """Newest day first; on one day the story that is most about the key."""
    published = story.article.published
    saliences = [t.salience for t in _tags(story) if key in _keys(t)]
    return (-(published.toordinal() if published else 0), -max(saliences, default=0.0), story.article.id)


def _tags(story: Story) -> tuple[CountryTag | TopicTag, ...]:
    return story.analysis.countries + story.analysis.topics


def _keys(tag: CountryTag | TopicTag) -> tuple[str, ...]:
    return (tag.code,) if isinstance(tag, CountryTag) else (tag.id, tag.broad)


def _first_point(story: Story) -> Statement | None:
    points = story.analysis.points
    return Statement(article=story.article, span=points[0].span) if points else None


def _country_point(story: Story, code: str) -> Statement | None:
    """The first sentence of the story's bottom line that names the country; else its first."""
    mentions = [m.span for tag in story.analysis.countries if tag.code == code for m in tag.mentions]
    for point in story.analysis.points:
        if any(point.span.covers(span) for span in mentions):
            return Statement(article=story.article, span=point.span)
    return _first_point(story)


def _crossings(stories: Sequence[Story], keys: Callable[[Story], Sequence[str]], own: str) -> tuple[Crossing, ...]:
    """The stories by what else they are filed under, leaving out the briefing's own key and its ancestor."""
    shelves: Mapping[str, list[Story]] = defaultdict(list)
    for story in stories:
        for key in keys(story):
            if key != own:
                shelves[key].append(story)
    ranked = sorted(shelves, key=lambda key: (-len(shelves[key]), key))
    return tuple(Crossing(key=key, stories=tuple(shelves[key])) for key in ranked[:CROSSINGS])
