"""Which printed full names are one person's, and whose a surname alone is.

Everything happens among the people of one surname, so a changed article asks only for its own surnames again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import product

from topic_briefings.gathering.people.alone import printed_in_full
from topic_briefings.gathering.people.members import Company, Member, is_body, role_words, roles_agree
from topic_briefings.gathering.people.namesakes import (
    MEANT,
    PEOPLE,
    Group,
    by_age,
    by_initials,
    by_role,
    by_sex,
    people_of,
    shares,
)
from topic_briefings.gathering.people.printed import (
    Printed,
    are_short,
    beginnings,
    cuts,
    folded,
    initials_agree,
    related_names,
    spelt,
    untitled,
)

ENOUGH = 3
"""Articles that must print a full name before its surname alone is taken for it."""


def joined(people: Sequence[Member], around: Company) -> list[Group]:
    """``people`` of one surname as the persons they are."""
    people = _without_titles(people)
    full = [member for member in people if not member.printed.is_bare]
    bare = [member for member in people if member.printed.is_bare]
    named: list[Group] = []
    for group in _one_name(full, around):
        for part in by_sex(group):
            for aged in by_age(part, around):
                named.extend(by_role(aged, around))
    return _with_surnames(named, bare, around)


def _without_titles(people: Sequence[Member]) -> list[Member]:
    known = Counter(member.printed.core for member in people if not member.printed.is_bare)
    return [replace(member, printed=untitled(member.printed, known)) for member in people]


def _one_name(people: Sequence[Member], around: Company) -> list[Group]:
    """Groups of members whose full names can be one person's by the way they are printed."""
    by_core: dict[tuple[tuple[str, ...], str], Group] = defaultdict(list)
    for member in people:
        by_core[member.printed.core, member.printed.generation].append(member)
    groups = [part for key in sorted(by_core) for part in by_initials(by_core[key])]
    for relation in (_is_short, _is_cut, _is_without_middle_name, _is_without_generation):
        groups = _merged(groups, relation, around)
    return groups


# ------------------------------------------------------------------ two prints of one name

Relation = Callable[[Group, Group, Company], bool]
"""Whether two groups of one surname and one given name, or a short form of it, can be one person."""


def _merged(groups: list[Group], relation: Relation, around: Company) -> list[Group]:
    """``groups`` with those joined that have the relation to each other and to no third."""
    by_given: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for given in sorted({member.printed.core[0] for member in group}):
            by_given[given].append(number)
    partners: list[set[int]] = [set() for _ in groups]
    for one, group in enumerate(groups):
        forms = dict.fromkeys(form for name in _names(group) for form in _given_forms(name))
        for other in dict.fromkeys(number for form in forms for number in by_given.get(form, ())):
            if one != other and relation(group, groups[other], around):
                partners[one].add(other)
                partners[other].add(one)
    done = [list(group) for group in groups]
    for one, others in enumerate(partners):
        if len(others) == 1 and partners[min(others)] == {one} and one < min(others):
            done[one].extend(done[min(others)])
            done[min(others)] = []
    return [group for group in done if group]


def _names(group: Group) -> list[Printed]:
    """The different prints of a group's name, in the order of its members."""
    return list(dict.fromkeys(member.printed for member in group))


def _given_forms(name: Printed) -> tuple[str, ...]:
    """The given names under which somebody of this name may be printed: its own, those near it, its initials."""
    given = name.core[0]
    return (given, *related_names(given), *beginnings(given), *spelt(name))


def _is_short(one: Group, other: Group, around: Company) -> bool:
    """Chuck Grassley and Charles E. Grassley; not where no role agrees and they keep no company, whatever they do."""
    told = [(a.role, b.role) for a, b in product(one, other) if a.role and b.role]
    agree = not told or any(roles_agree(a, b) for a, b in told)
    if not agree and len(people_of(one, around) & people_of(other, around)) <= PEOPLE:
        return False
    return any(
        a.core[1:] == b.core[1:] and are_short(a.core[0], b.core[0]) and a.generation == b.generation
        for a, b in _prints(one, other)
    ) and all(initials_agree(a.initials, b.initials) for a, b in _prints(one, other))


def _is_cut(one: Group, other: Group, around: Company) -> bool:
    """Stan Grau and Stanley B. Grau, J.D. Vale and James David Vale, where a word of their roles or company says so."""
    if not any(cuts(a, b) or cuts(b, a) for a, b in _prints(one, other)):
        return False
    if {m.article_id for m in one} & {m.article_id for m in other}:
        return False
    roles = product(_titles(one), _titles(other))
    return any(ours & theirs for ours, theirs in roles) or _vouched(one, other, around)


def _is_without_middle_name(one: Group, other: Group, around: Company) -> bool:
    """Hillary Rodham Clinton and Hillary Clinton, where a role, their company or their subjects say so."""
    shorter = any(
        a.core[0] == b.core[0] and sorted((len(a.core), len(b.core)))[0] == 2 < max(len(a.core), len(b.core))
        for a, b in _prints(one, other)
    )
    apart = not {member.article_id for member in one} & {member.article_id for member in other}
    return shorter and (_vouched(one, other, around) or (apart and shares(one, other, around)))


def _is_without_generation(one: Group, other: Group, around: Company) -> bool:
    """Joseph R. Biden Jr. and Joe Biden: one person where both prints never meet and share a whole title or company."""
    parted = any(a.core[1:] == b.core[1:] and "" in (a.generation, b.generation) for a, b in _prints(one, other))
    apart = {a.generation or b.generation for a, b in _prints(one, other)}
    meet = {member.article_id for member in one} & {member.article_id for member in other}
    company = len(people_of(one, around) & people_of(other, around)) > PEOPLE
    return parted and len(apart) == 1 and not meet and (company or _share_title(one, other))


def _prints(one: Group, other: Group) -> list[tuple[Printed, Printed]]:
    """The pairs of different prints of two groups."""
    ours, theirs = ({member.printed: None for member in group} for group in (one, other))
    return list(product(ours, theirs))


def _vouched(one: Group, other: Group, around: Company) -> bool:
    """Whether roles, or people named beside them, make two groups one person."""
    if any(ours & theirs for ours, theirs in product(_titles(one), _titles(other))):
        return True
    return len(people_of(one, around) & people_of(other, around)) > PEOPLE


def _share_title(one: Group, other: Group) -> bool:
    """Whether both print the same title of two words or more: "Vice President"."""
    ours, theirs = ({folded(member.role) for member in group if member.role} for group in (one, other))
    return any(" " in title for title in ours & theirs)


def _titles(group: Group) -> set[frozenset[str]]:
    return {role_words(member.role) for member in group if member.role}


# ------------------------------------------------------------------ a surname alone


def _with_surnames(named: list[Group], bare: Sequence[Member], around: Company) -> list[Group]:
    """``named`` with the surnames alone that they own, and those that nobody owns."""
    sizes = {at: len({member.article_id for member in group}) for at, group in enumerate(named)}
    left: list[Member] = []
    for member in bare:
        fitting = [at for at, group in enumerate(named) if _may_be(member, group)]
        owner = _owner(member, fitting, named, sizes)
        full = printed_in_full(member, fitting, named, around) if owner is None and fitting else None
        if full is not None:
            named[full].append(replace(member, placed="full"))
        elif owner is None:
            left.append(member)
        else:
            sure = (len(fitting) == 1 and _shares_role(member, named[owner])) or _prints_role(member, named[owner])
            named[owner].append(replace(member, inferred=not sure))
    return [*named, *_by_title(left)]


def _may_be(member: Member, group: Group) -> bool:
    """Whether nothing printed speaks against a surname alone being short for the name of ``group``."""
    sexes = {other.sex for other in group if other.sex}
    core, generation = member.printed.core, member.printed.generation
    if generation and all(other.printed.generation != generation for other in group):
        return False
    return not (member.sex and sexes and member.sex not in sexes) and any(
        other.printed.core[-len(core) :] == core for other in group
    )


def _owner(member: Member, fitting: Sequence[int], named: list[Group], sizes: Mapping[int, int]) -> int | None:
    """Whose a surname alone is: the only full name's whose role it shares, or that of nearly all its articles."""
    if len(fitting) == 1 and _shares_role(member, named[fitting[0]]):
        return fitting[0]
    same = [at for at in fitting if _prints_role(member, named[at])]
    if len(same) == 1:
        return same[0]
    largest = max(fitting, key=lambda at: (sizes[at], -at), default=None)
    if largest is None or sizes[largest] < ENOUGH or sizes[largest] < MEANT * sum(sizes[at] for at in fitting):
        return None
    roles = {other.role for other in named[largest] if other.role}
    return largest if not roles or any(roles_agree(member.role, role) for role in roles) else None


def _shares_role(member: Member, host: Group) -> bool:
    """Whether printed roles speak for a join, and none against it."""
    theirs = [other.role for other in host if other.role and not is_body(other.role)]
    return bool(member.role and theirs) and all(roles_agree(member.role, role) for role in theirs)


def _prints_role(member: Member, host: Group) -> bool:
    """Whether a whole role of a surname alone is among those of ``host``, "former" and the like aside."""
    own = role_words(member.role or "")
    return bool(own) and any(own <= role_words(other.role or "") for other in host)


def _by_title(bare: Sequence[Member]) -> list[Group]:
    """Surnames alone that no full name owns: one person where their roles agree, else one an article."""
    groups: list[Group] = []
    for member in sorted(bare, key=lambda m: (m.printed.core, m.role is None, m.role or "", m.key)):
        host = next((group for group in groups if member.role and _same_title(member, group)), None)
        if host is None:
            groups.append([member])
        else:
            host.append(member)
    return groups


def _same_title(member: Member, group: Group) -> bool:
    return (
        group[0].printed.core == member.printed.core
        and group[0].role is not None
        and not (member.sex and any(other.sex not in (None, member.sex) for other in group))
        and all(roles_agree(member.role, other.role) for other in group)
    )
