"""Whose one word is that an article prints alone: a surname, or a given name.

Articles that print one name in full and another in part mean those whom their own text names: "you attacked Ana Lind"
stands inside a quotation, where nobody is read as a speaker, and still says which Lind tweeted. A given name alone is
taken for a full name only where the article names a bearer of the same surname: "Lind's wife, Mara" is Mara Lind.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from topic_briefings.gathering.people.members import Company, Member
from topic_briefings.gathering.people.namesakes import Group, people_of
from topic_briefings.gathering.people.printed import is_title, printed
from topic_briefings.languages import read
from topic_briefings.languages.names import given_name


def printed_in_full(member: Member, fitting: Sequence[int], named: Sequence[Group], around: Company) -> int | None:
    """Which of the groups ``fitting`` the article of ``member`` prints in full; None where it is none or several.

    Nobody's where somebody else who speaks in the article, or is named in it, bears the surname too.
    """
    if member.hidden or not printed(member.speaker.name).is_bare:
        return None
    text = around.texts[member.article_id]
    found = [at for at in fitting if any(_full(form).search(text) for form in _forms(named[at]))]
    if len(found) != 1:
        return None
    own = {word for form in _forms(named[found[0]]) for word in form.split()}
    others = {word for word in _before(member.speaker.name).findall(text) if word not in own}
    return None if any(_is_name(word, text) for word in others) else found[0]


def _is_name(word: str, text: str) -> bool:
    """Whether a word before a surname is another given name: it has a capital, and ``text`` never writes it small."""
    small = word.casefold()
    if not word[0].isupper() or is_title(small) or any(small in language.stop_words() for language in read()):
        return False
    return given_name(word) is not None or re.search(rf"\b{re.escape(small)}\b", text) is None


def _forms(group: Group) -> Collection[str]:
    return {member.speaker.name for member in group if not member.printed.is_bare}


@lru_cache(maxsize=5_000)
def _full(form: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(form)}\b")


@lru_cache(maxsize=5_000)
def _before(surname: str) -> re.Pattern[str]:
    """The words before a surname, an initial aside."""
    return re.compile(rf"([^\W\d_]+) (?:\w\. )?{re.escape(surname)}\b")


def with_given_names(groups: Sequence[Group], around: Company) -> list[Group]:
    """``groups`` with the given names that stand alone in the one full name of a family that their articles name."""
    by_given: dict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        for given in sorted({m.printed.core[0] for m in group if not m.printed.is_bare}):
            by_given[given].append(at)
    done = [list(group) for group in groups]
    for at, group in enumerate(groups):
        if len(group) == 1 and _is_given(group[0]):
            bearers = by_given.get(group[0].printed.surname, ())
            owners = [bearer for bearer in bearers if _may_own(group[0], groups[bearer], around)]
            if len(owners) == 1:
                done[owners[0]].append(replace(group[0], placed="given", inferred=True))
                done[at] = []
    return [group for group in done if group]


def _is_given(member: Member) -> bool:
    """Whether ``member`` is one word that may be a given name: no "Mr." stands before it."""
    return len(member.printed.core) == 1 and not member.sex


def _may_own(member: Member, group: Group, around: Company) -> bool:
    """Whether a given name alone may be that of ``group``: its article names the family, and shares its company."""
    own = member.article_id
    names = {other.printed for other in group if not other.printed.is_bare}
    family = any(name.core[0] == member.printed.surname and name.surname in around.surnames[own] for name in names)
    return (
        family
        and all(other.article_id != own for other in group)
        and bool(people_of(group, around) & around.people[own])
    )
