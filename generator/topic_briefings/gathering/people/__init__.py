"""Who is the same speaker in several articles: one person, one voice.

Articles are written apart, so a shared name is a hint and no proof; but of a hundred articles that print one full name
nearly all mean one person. So names are joined by default and parted on printed evidence (``namesakes``), prints of one
name are brought together (``joining``), and every form says why it is taken for its voice (``evidence``).
"""

from __future__ import annotations

from collections.abc import Iterable

from topic_briefings.corrections.desk import Desk
from topic_briefings.gathering.people.alone import with_given_names
from topic_briefings.gathering.people.bodies import joined as joined_bodies
from topic_briefings.gathering.people.bodies import one_word_bodies
from topic_briefings.gathering.people.corrected import profiled, regrouped
from topic_briefings.gathering.people.evidence import voice
from topic_briefings.gathering.people.joining import joined as joined_people
from topic_briefings.gathering.people.members import Member, by_surname, company, members
from topic_briefings.gathering.people.misprints import repaired
from topic_briefings.models import Analysis, SpeakerKind, Voice


def voices(analyses: Iterable[Analysis], desk: Desk | None = None) -> tuple[Voice, ...]:
    """The voices behind the speakers of all ``analyses``, sorted by name; the same whatever their order.

    What a person said of voices, on ``desk``, stands over what is found.
    """
    analyses = tuple(analyses)
    everyone = members(analyses)
    words, surnames = one_word_bodies(everyone)
    bodies = [m for m in everyone if _is_body(m, words, surnames)]
    chosen = {id(member) for member in bodies}
    around = company(analyses)
    named: list[list[Member]] = []
    for people in by_surname(member for member in everyone if id(member) not in chosen).values():
        named.extend(joined_people(people, around))
    groups = [*joined_bodies(bodies), *with_given_names(repaired(named, around), around)]
    if not desk:
        return tuple(sorted(map(voice, groups), key=_by_name))
    return tuple(sorted(profiled(list(map(voice, regrouped(groups, desk))), desk), key=_by_name))


def _is_body(member: Member, words: frozenset[str], surnames: frozenset[str]) -> bool:
    """Whether a member is a body: one of ``words``, or read as one and none of ``surnames``."""
    if member.speaker.kind is SpeakerKind.BODY:
        return member.printed.core[0] not in surnames or len(member.printed.core) > 1 or member.speaker.name.isupper()
    return member.is_plain and member.printed.surname in words


def _by_name(voice: Voice) -> tuple[str, tuple[tuple[str, str], ...]]:
    return voice.name, voice.members
