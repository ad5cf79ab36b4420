"""Whether two reports may be of one event, by whom they are about and by what they share beside a name.

Reports of one template use the same words of different companies; reports of one company share its name and tell of
different matters. Neither makes an event.
"""

from __future__ import annotations

from topic_briefings.gathering.stories.centre import cosine
from topic_briefings.gathering.stories.terms import Terms
from topic_briefings.gathering.stories.vectors import RARE, Corpus

COUNTERPARTS = 3
"""So many rare names or figures are more than the name of an agency that judged two companies."""
MATTERS = 3
"""So many rare words beside the name of whom two reports are about show one matter."""
MATTERS_OF_ALIKE = 1
PAIR = 2
TOLD = 0.3
"""Of the words of a headline, so many stand in the other report."""
FEWEST = 2
"""Words that a headline says something with."""
STEM = 5
"""Letters of a word that stay the same in most of its forms."""
BEGINNING = 3
"""Letters that two codes of one share have in common."""
TEMPLATE = 3
"""Words that two headlines of one template share."""
ALIKE = 0.6
"""From this cosine on one is enough."""


def strangers(members: tuple[int, ...], corpus: Corpus) -> frozenset[int]:
    """Those of ``members``, the numbers of a small cluster, that are of another event than most others."""
    if len(members) == PAIR and not _tell_the_same(members[0], members[1], corpus):
        return frozenset(members)
    return frozenset(
        one
        for one in members
        if 2 * sum(_of_two_events(one, other, corpus) for other in members if other != one) > len(members) - 1
    )


def _of_two_events(one: int, other: int, corpus: Corpus) -> bool:
    first, second = corpus.terms[one], corpus.terms[other]
    if _of_one_template(first, second) or _of_one_list(one, other, corpus):
        return True
    return _of_two_principals(one, other, corpus) or _of_two_matters(one, other, corpus)


def _of_one_template(one: Terms, other: Terms) -> bool:
    """Whether two headlines differ by one name each: an agreement with one land, and with another."""
    ours, theirs = one.heading - other.heading, other.heading - one.heading
    if len(ours) != 1 or len(theirs) != 1 or len(one.heading & other.heading) < TEMPLATE:
        return False
    [first], [second] = ours, theirs
    return first in one.names and second in other.names and first[:BEGINNING] != second[:BEGINNING]


def _of_one_list(one: int, other: int, corpus: Corpus) -> bool:
    """Whether one headline stands over two days' texts that are unlike: "Offerings filed recently"."""
    first, second = corpus.terms[one], corpus.terms[other]
    same = first.heading == second.heading and len(first.heading) >= TEMPLATE
    return same and first.day != second.day and cosine(corpus.vectors[one], corpus.vectors[other]) < ALIKE


def _tell_the_same(one: int, other: int, corpus: Corpus) -> bool:
    """Whether each of two reports holds what the headline of the other says."""
    first, second = corpus.terms[one], corpus.terms[other]
    return _tells(first, second) and _tells(second, first)


def _tells(one: Terms, other: Terms) -> bool:
    """Whether the report ``other`` holds enough of what the headline of ``one`` says beside whom both are about.

    Of pairs read by hand, of those below the bar seven of eight told of two matters of one company, of those above it
    three of fifty.
    """
    names = one.protagonist & other.protagonist if one.protagonist and other.protagonist else frozenset()
    codes = one.protagonist - other.counts.keys()
    said = {word[:STEM] for word in one.heading - names - codes}
    if one.brief or other.brief or len(said) < FEWEST:
        return True
    return len(said & {word[:STEM] for word in other.counts}) >= TOLD * len(said)


def _of_two_principals(one: int, other: int, corpus: Corpus) -> bool:
    """Whether each headline names whom the other report does not begin with, and little else binds the two."""
    first, second = corpus.terms[one], corpus.terms[other]
    if first.titular <= second.principal | second.subject or second.titular <= first.principal | first.subject:
        return False
    if not any(corpus.rarity(one, name) < RARE for name in first.subject & second.subject):
        return True
    if _of_two_amounts(first, second):
        return True
    mentioned = first.titular & second.counts.keys() | second.titular & first.counts.keys()
    if mentioned - (first.titular & second.titular):
        return False
    names = first.names | second.names
    shared = first.counts.keys() & second.counts.keys()
    common = [word for word in shared if (word in names or word[0].isdigit()) and corpus.rarity(one, word) < RARE]
    return len(common) < COUNTERPARTS


def _of_two_amounts(first: Terms, second: Terms) -> bool:
    """Whether each headline has figures of which the other report knows none: two credits of one bank."""
    return bool(
        first.amounts
        and second.amounts
        and not first.amounts & second.counts.keys()
        and not second.amounts & first.counts.keys()
    )


def _of_two_matters(one: int, other: int, corpus: Corpus) -> bool:
    """Whether two reports share hardly more than the name of whom both are about; a lone headline is of the same."""
    first, second = corpus.terms[one], corpus.terms[other]
    names = [begun.protagonist for begun in (first, second) if begun.protagonist]
    name = frozenset.intersection(*names) if names else frozenset()
    shared = first.counts.keys() & second.counts.keys() - name
    alike = first.brief or second.brief or cosine(corpus.vectors[one], corpus.vectors[other]) >= ALIKE
    rare = sum(corpus.rarity(one, word) < RARE for word in shared)
    return rare < (MATTERS_OF_ALIKE if alike else MATTERS)
