"""Who is the same speaker in several articles.

Articles are written apart, so a shared name is a hint and no proof. Two speakers are joined when their full
names agree and nothing printed speaks against it; people whose printed roles lie in different fields of work
stay apart. Where two are of one name, an article that prints no role goes to the one who keeps the same company:
who else speaks in the articles tells namesakes apart (Bagga and Baldwin, "Entity-Based Cross-Document Coreferencing
Using the Vector Space Model", 1998). Every join carries its evidence.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from topic_briefings.knowledge import rows
from topic_briefings.models import Analysis, Speaker, SpeakerKind, Spelling, Voice, VoiceSpelling

_WORD = re.compile(r"[\w-]+")
_SMALL = frozenset(("the", "an", "of", "for", "and", "former", "then", "acting", "deputy", "vice", "senior"))


_COMPANY = 3
"""So many shared others make two of one full name one person, whatever their roles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    """A speaker of one article."""

    article_id: str
    speaker: Speaker
    role: str | None


def voices(analyses: Iterable[Analysis]) -> tuple[Voice, ...]:
    """The voices behind the speakers of all ``analyses``, sorted by name; the same whatever their order.

    A speaker whom an article names by surname alone joins the one full name with that surname, if there is
    only one and their roles agree.
    """
    members = sorted(_members(analyses), key=lambda member: (member.article_id, member.speaker.name))
    by_name: dict[tuple[bool, str], list[_Member]] = defaultdict(list)
    for member in members:
        by_name[member.speaker.kind is SpeakerKind.BODY, name_key(member.speaker.name)].append(member)
    company = _company(members)
    groups = [group for key in sorted(by_name) for group in _apart(by_name[key], company)]
    return tuple(sorted((_voice(group) for group in _joined(groups)), key=lambda v: (v.name, v.members)))


def name_key(name: str) -> str:
    """``name`` without case, accents, middle initials and a leading article: what two prints of it share."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    words = plain.replace("’", "'").split()
    if words[:1] == ["the"]:
        words = words[1:]
    kept = [word for at, word in enumerate(words) if not (0 < at < len(words) - 1 and len(word.rstrip(".")) == 1)]
    return " ".join(kept)


def _members(analyses: Iterable[Analysis]) -> Iterator[_Member]:
    for analysis in analyses:
        for speaker in analysis.speakers:
            if speaker.kind in (SpeakerKind.PERSON, SpeakerKind.BODY):
                role = speaker.role.of(analysis.article.body) if speaker.role else None
                yield _Member(article_id=analysis.article.id, speaker=speaker, role=role)


def _company(members: Iterable[_Member]) -> dict[str, set[str]]:
    """The full names among the speakers of each article, as ``name_key`` writes them."""
    found: dict[str, set[str]] = defaultdict(set)
    for member in members:
        if " " in member.speaker.name:
            found[member.article_id].add(name_key(member.speaker.name))
    return found


def _apart(members: Sequence[_Member], company: dict[str, set[str]]) -> list[list[_Member]]:
    """Members of one name, put apart where their roles contradict each other."""
    groups: list[list[_Member]] = []
    for member in sorted((m for m in members if m.role is not None), key=lambda m: (m.role or "", m.article_id)):
        fitting = next((g for g in groups if all(_same(member, other) for other in g)), None)
        if fitting is None:
            groups.append([member])
        else:
            fitting.append(member)
    groups = _befriended(groups, company)
    titled = [list(group) for group in groups]
    for member in sorted((m for m in members if m.role is None), key=lambda m: m.article_id):
        at = _place(member, groups, titled, company)
        if at is None:
            groups.append([member])
        else:
            groups[at].append(member)
    return groups


def _befriended(groups: Sequence[list[_Member]], company: dict[str, set[str]]) -> list[list[_Member]]:
    """``groups`` of one full name with those joined that keep the same company: one person of many roles."""
    done: list[tuple[list[_Member], set[str]]] = []
    for group in groups:
        own = _around(group, company)
        host = next((other for other in done if len(own & other[1]) >= _COMPANY), None)
        if host is None:
            done.append((list(group), own))
        else:
            host[0].extend(group)
            host[1].update(own)
    return [group for group, _ in done]


def _around(group: Sequence[_Member], company: dict[str, set[str]]) -> set[str]:
    """Who else speaks in the articles of ``group``; nobody for a bare surname, which proves too little."""
    if " " not in group[0].speaker.name:
        return set()
    names = {name for member in group for name in company[member.article_id]}
    return names - {name_key(group[0].speaker.name)}


def _place(
    member: _Member, groups: Sequence[list[_Member]], titled: Sequence[list[_Member]], company: dict[str, set[str]]
) -> int | None:
    """The number of the group that a member without a role belongs to: the only one, or the one in its company."""
    fitting = [at for at, group in enumerate(groups) if all(_same(member, other) for other in group)]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    own = _around([member], company)
    shared = {at: len(own & _around(titled[at], company)) for at in fitting if at < len(titled)}
    best = max(shared.values(), default=0)
    nearest = [at for at, count in shared.items() if count == best]
    return nearest[0] if best and len(nearest) == 1 else None


def _same(one: _Member, other: _Member) -> bool:
    """Whether two speakers of one name can be one: a bare surname needs a role that says so."""
    bare = one.speaker.kind is SpeakerKind.PERSON and " " not in one.speaker.name
    if bare and (one.role is None or other.role is None):
        return False
    return roles_agree(one.role, other.role)


def roles_agree(one: str | None, other: str | None) -> bool:
    """Whether one person may have both roles: they share a word or a field of work, or one is not printed."""
    if one is None or other is None:
        return True
    first, second = _words(one), _words(other)
    if first & second:
        return True
    fields = _fields()
    return bool({fields.get(word) for word in first} & {fields.get(word) for word in second} - {None})


def _words(role: str) -> set[str]:
    return {word.removesuffix("s") if len(word) > 4 else word for word in _WORD.findall(role.casefold())} - _SMALL


@cache
def _fields() -> dict[str, str]:
    return {word: field for field, words in rows("en/fields.tsv") for word in words.split()}


def _joined(groups: list[list[_Member]]) -> list[list[_Member]]:
    """Groups of a bare surname go to the one full name that ends in it."""
    full: dict[str, list[list[_Member]]] = defaultdict(list)
    for group in groups:
        words = name_key(group[0].speaker.name).split()
        if len(words) > 1 and group[0].speaker.kind is SpeakerKind.PERSON:
            full[words[-1]].append(group)
    done: list[list[_Member]] = []
    for group in groups:
        words = name_key(group[0].speaker.name).split()
        hosts = full.get(words[-1], []) if len(words) == 1 and group[0].speaker.kind is SpeakerKind.PERSON else []
        if len(hosts) == 1 and _shares_role(group, hosts[0]):
            hosts[0].extend(group)
        else:
            done.append(group)
    return done


def _shares_role(group: Sequence[_Member], host: Sequence[_Member]) -> bool:
    """Whether printed roles speak for the join, and none against it."""
    ours = [member.role for member in group if member.role]
    theirs = [member.role for member in host if member.role]
    return bool(ours) and bool(theirs) and all(roles_agree(a, b) for a in ours for b in theirs)


def _voice(members: Sequence[_Member]) -> Voice:
    names = Counter(member.speaker.name for member in members)
    # Papers drop accents and seldom add them: the print with more of them is the fuller one.
    name = min(names, key=lambda n: (-len(n.split()), sum(map(str.isascii, n)) - len(n), -names[n], n))
    roles = Counter(member.role for member in members if member.role)
    return Voice(
        name=name,
        kind=members[0].speaker.kind,
        roles=tuple(sorted(roles, key=lambda role: (-roles[role], role))),
        spellings=_spellings(name, members),
        members=tuple(sorted((member.article_id, member.speaker.name) for member in members)),
    )


def _spellings(name: str, members: Sequence[_Member]) -> tuple[VoiceSpelling, ...]:
    """Each printed form once, the chosen name first, and why it is taken for this voice."""
    articles: dict[str, set[str]] = defaultdict(set)
    reasons: dict[str, Spelling] = {}
    for member in members:
        joined = _joined_as(member, name)
        for spelling in (*joined, *member.speaker.spellings):
            articles[spelling.form].add(member.article_id)
            reasons.setdefault(spelling.form, spelling)
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


def _joined_as(member: _Member, name: str) -> tuple[Spelling, ...]:
    """Why the name that ``member`` has in its own article is taken for ``name``; nothing where it is the same."""
    form = member.speaker.name
    if form == name and member.speaker.spellings:
        return ()
    if form == name:
        return (Spelling(form=form, spans=(), evidence="The article prints this name.", reason="printed"),)
    if name_key(form) == name_key(name):
        sentence = f"The same as {name} but for accents, capitals, initials or “the”."
        return (Spelling(form=form, spans=(), evidence=sentence, reason="written", words=(name,)),)
    sentence = f"The surname alone, beside the role “{member.role}”; of all full names it fits {name} only."
    return (Spelling(form=form, spans=(), evidence=sentence, reason="surname", words=(name, member.role or "")),)
