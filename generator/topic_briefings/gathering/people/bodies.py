"""Which printed names are one body's: a ministry, a company, a paper.

Bodies are joined where their printed forms say so: with and without "the", with "Inc." or without, "Department of
Justice" and "Justice Department". A head alone ("the Commission") names its body within an article only.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from topic_briefings.gathering.people.members import Member
from topic_briefings.gathering.people.printed import folded
from topic_briefings.models import SpeakerKind

_FIRM = re.compile(r",? (?:inc|corp|co|ltd|llc|plc|ag|sa|gmbh|company|corporation)\.?$")
_OWNER = re.compile(r"'s?(?= )")
"""What parts "Lund's campaign" from the Lund campaign."""
_TITLED = re.compile(r"^(?:mr|mrs|ms)\. (?=\S+?'s? )")
"""The title of a body's owner: "Mr. Lund's campaign"."""
_OF = re.compile(r"(department|ministry) (?:of|for) (?:the )?(.+)")
_POINTS = re.compile(r"(?<=\b[a-z])\.")
_PERSONS = 2
"""So many times as often a word must stand for a body as for a person before it is taken for the body."""
_ENOUGH = 3
"""In so many articles at least."""


def body_key(name: str) -> str:
    """What two prints of a body's name share."""
    plain = _FIRM.sub("", _POINTS.sub("", _OWNER.sub("", _TITLED.sub("", folded(name)).replace("&", "and"))))
    return _OF.sub(r"\2 \1", plain)


def one_word_bodies(members: Iterable[Member]) -> tuple[frozenset[str], frozenset[str]]:
    """Single words that articles take for a body far more often than for a person, and those that are a surname.

    The first for a person of no role, title or given name; the second are surnames that so many more articles print.
    """
    bodies: Counter[str] = Counter()
    people: Counter[str] = Counter()
    surnames: Counter[str] = Counter()
    for member in members:
        if member.speaker.kind is SpeakerKind.PERSON:
            surnames[member.printed.surname] += not member.printed.is_bare
        if len(member.printed.core) == 1:
            (bodies if member.speaker.kind is SpeakerKind.BODY else people)[member.printed.core[0]] += 1
    often = frozenset(word for word, count in bodies.items() if count >= _ENOUGH and count >= _PERSONS * people[word])
    family = (word for word, count in bodies.items() if surnames[word] >= max(_ENOUGH, _PERSONS * count))
    return often, frozenset(family)


def joined(bodies: Sequence[Member]) -> list[list[Member]]:
    """``bodies`` as the bodies they are, by the order of their names."""
    found: dict[str, list[Member]] = defaultdict(list)
    for member in bodies:
        found[body_key(member.speaker.name)].append(member)
    return [found[key] for key in sorted(found)]
