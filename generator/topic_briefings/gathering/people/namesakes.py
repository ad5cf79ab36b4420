"""Two people of one name: which of the articles that print it are about which.

Articles that print a name are taken to mean one person until something printed speaks against it: "Mr." and "Ms.",
other initials, another generation, or, in articles that share neither people nor subjects, another age or roles that
have no word and no field of work in common (after Bagga and Baldwin, "Entity-Based Cross-Document Coreferencing Using
the Vector Space Model", 1998, who tell namesakes apart by the words around them). An article that prints no role goes
to the one whose company it keeps or whose subjects it shares, else to the one who is overwhelmingly meant, else it
stays alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from topic_briefings.gathering.people.members import Company, Member, role_fields, role_words
from topic_briefings.gathering.people.printed import initials_agree

MEANT = 0.9
"""Of the articles that decide, the share that must mean one person for an undecided one to mean them too."""
PEOPLE = 2
"""Other people named in full whom two sets of articles share, when that makes one person of two roles."""
WORDS = 4
"""Words of their keyphrases that do the same."""
YEARS = 2
"""Years of birth that differ by no more may be one person's: ages are of the last birthday, and misprinted by one."""

Group = list[Member]


def by_initials(group: Sequence[Member]) -> list[Group]:
    """``group`` parted where middle initials differ; without any an article goes to whoever is mostly meant."""
    classes: dict[str, Group] = {}
    for member in sorted(group, key=lambda m: (-len(m.printed.initials), m.printed.initials, m.key)):
        initials = member.printed.initials
        host = next((known for known in classes if initials and initials_agree(known, initials)), initials)
        classes.setdefault(host, []).append(member)
    bare = classes.pop("", [])
    return _given_to(bare, list(classes.values()))


def by_sex(group: Sequence[Member]) -> list[Group]:
    """``group`` parted into those whom a title calls a man and a woman, where it has both."""
    titled: dict[str, Group] = defaultdict(list)
    for member in group:
        titled[member.sex or ""].append(member)
    untitled = titled.pop("", [])
    return _given_to(untitled, [titled[sex] for sex in sorted(titled)])


def _given_to(undecided: Group, groups: list[Group]) -> list[Group]:
    """``groups`` with the undecided in the one that is overwhelmingly meant; else they are a group of their own."""
    if not groups:
        return [undecided] if undecided else []
    largest = max(groups, key=len)
    if undecided and len(largest) >= MEANT * sum(map(len, groups)):
        largest.extend(undecided)
    elif undecided:
        groups.append(undecided)
    return groups


def by_age(group: Sequence[Member], around: Company) -> list[Group]:
    """``group`` parted where printed ages make them people of other years, and nothing else speaks for one person."""
    aged = sorted((member for member in group if member.born), key=lambda m: (m.born or 0, m.key))
    ages: list[Group] = []
    for member in aged:
        if ages and (member.born or 0) - (ages[-1][-1].born or 0) <= YEARS:
            ages[-1].append(member)
        else:
            ages.append([member])
    if len(ages) > 1:
        ages = _bridged(ages, around)
    if len(ages) < 2:
        return [list(group)]
    return _placed((member for member in group if not member.born), ages, around)


def by_role(group: Sequence[Member], around: Company) -> list[Group]:
    """``group`` parted where printed roles contradict each other and nothing else speaks for one person."""
    told = [member for member in group if member.role and role_words(member.role)]
    careers = _careers(told)
    if len(careers) > 1:
        careers = _bridged(careers, around)
    rest = [member for member in group if not (member.role and role_words(member.role))]
    if len(careers) < 2:
        return [[*told, *rest]]
    return _placed(rest, careers, around)


def _careers(told: Iterable[Member]) -> list[Group]:
    """Members whose roles have a word or a field of work in common, step by step."""
    leaders: dict[str, int] = {}
    groups: list[Group | None] = []
    for member in told:
        marks = sorted(_marks([member]))
        met = sorted({leaders[mark] for mark in marks if mark in leaders})
        whole = [member]
        for number in reversed(met):
            whole = [*(groups[number] or ()), *whole]
            groups[number] = None
        groups.append(whole)
        place = len(groups) - 1
        for mark, number in leaders.items() if met else ():
            if number in met:
                leaders[mark] = place
        leaders.update(dict.fromkeys(marks, place))
    return [group for group in groups if group]


def _bridged(groups: list[Group], around: Company) -> list[Group]:
    """``groups`` with those joined whose articles share people or subjects."""
    done: list[Group] = []
    for group in sorted(groups, key=lambda g: (-len(g), g[0].key)):
        host = next((other for other in done if shares(group, other, around)), None)
        if host is None:
            done.append(group)
        else:
            host.extend(group)
    return done


def shares(one: Sequence[Member], other: Sequence[Member], around: Company) -> bool:
    """Whether two groups stand in one article, or their articles share people or subjects."""
    return (
        bool({member.article_id for member in one} & {member.article_id for member in other})
        or len(people_of(one, around) & people_of(other, around)) >= PEOPLE
        or len(_subjects(one, around) & _subjects(other, around)) >= WORDS
    )


def people_of(group: Iterable[Member], around: Company) -> frozenset[str]:
    """Who else is named in full in the articles of ``group``."""
    own = {" ".join(member.printed.core) for member in group}
    return frozenset().union(*(around.people[member.article_id] for member in group)) - own


def _subjects(group: Iterable[Member], around: Company) -> frozenset[str]:
    own = {word for member in group for word in (*member.printed.core, *role_words(member.role or ""))}
    return frozenset().union(*(around.words[member.article_id] for member in group)) - own


def _placed(rest: Iterable[Member], groups: list[Group], around: Company) -> list[Group]:
    """``groups`` with each member of ``rest`` in the one that its role, its company or its subjects say, or alone."""
    sizes = [len(group) for group in groups]
    largest = max(range(len(groups)), key=lambda at: sizes[at])
    meant = largest if sizes[largest] >= MEANT * sum(sizes) else None
    company = [people_of(group, around) for group in groups]
    subjects = [_subjects(group, around) for group in groups]
    roles = [_marks(group) for group in groups]
    for member in rest:
        at = _only_best(_marks([member]), roles)
        if at is None:
            at = _only_best(people_of([member], around), company)
        if at is None:
            at = _only_best(_subjects([member], around), subjects, WORDS)
        at = meant if at is None else at
        if at is None:
            groups.append([member])
        else:
            groups[at].append(member)
    return groups


def _marks(group: Iterable[Member]) -> frozenset[str]:
    """The words of the roles of ``group``, and their fields of work."""
    roles = [member.role for member in group if member.role]
    words = frozenset(word for role in roles for word in role_words(role))
    return words | {f"field {name}" for role in roles for name in role_fields(role)}


def _only_best(own: frozenset[str], others: Sequence[frozenset[str]], least: int = 1) -> int | None:
    """Which of ``others`` shares more with ``own`` than any other does, and ``least`` or more; None where none does."""
    shared = [len(own & other) for other in others]
    best = max(shared)
    return shared.index(best) if best >= least and shared.count(best) == 1 else None
