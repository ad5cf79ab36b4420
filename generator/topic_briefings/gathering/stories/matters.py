"""Whether two reports may be of one event, by whom they are about and by what they share beside a name.

Reports of one template use the same words of different companies; reports of one company share its name and tell of
different matters. Neither makes an event.
"""

from __future__ import annotations

from itertools import combinations

from topic_briefings.gathering.stories.centre import cosine
from topic_briefings.gathering.stories.happening import STEM, UPDATED, are_two_issues, days_apart, figures
from topic_briefings.gathering.stories.terms import Terms
from topic_briefings.gathering.stories.vectors import RARE, Corpus

COUNTERPARTS = 3
"""So many rare names or figures are more than the name of an agency that judged two companies."""
MATTERS = 3
"""So many rare words beside the name of whom two reports are about show one matter."""
MATTERS_OF_ALIKE = 1
TOLD = 0.3
"""Of the words of a headline, so many stand in the other report."""
FEWEST = 2
"""Words that a headline says something with."""
BEGINNING = 3
"""Letters that two codes of one share have in common."""
TEMPLATE = 3
"""Words that two headlines of one template share."""
FIGURES = 3
"""So many figures two tables have at the least; of one event, every third of them is in both."""
SMALL = 4
"""In a story of more reports each is held by several others."""
LINK, LINK_OF_BRIEF, LINK_A_DAY = 0.35, 0.2, 0.01
"""The cosine of two reports that tell of one event by themselves, where one is hardly more than a headline, and how
much more for each day between them."""
ALIKE = 0.6
"""From this cosine on one is enough."""
HEADED = 0.2
"""Of the words of the shorter headline two reports that are less alike share more."""


def strangers(members: tuple[int, ...], corpus: Corpus) -> frozenset[int]:
    """Those of ``members``, the numbers of a small cluster, that are of another event than most others.

    All of them where two of their headlines say by themselves that they are of two events.
    """
    if any(are_of_two(corpus.terms[one], corpus.terms[other]) for one, other in combinations(members, 2)):
        return frozenset(members)
    return (frozenset(members) - _linked(members, corpus)) | frozenset(
        one
        for one in members
        if 2 * sum(_of_two_events(one, other, corpus) for other in members if other != one) > len(members) - 1
    )


def are_of_two(one: Terms, other: Terms) -> bool:
    """Whether two headlines say by themselves that their reports are of two events."""
    return are_two_issues(one, other) or _of_one_template(one, other)


def _linked(members: tuple[int, ...], corpus: Corpus) -> frozenset[int]:
    """The most of ``members`` that are bound report to report; all where two parts of them are as large.

    Three reports are as near on average when two tell the same and a third has only its people in common.
    """
    if len(members) > SMALL:
        return frozenset(members)
    left, parts = list(members), list[list[int]]()
    while left:
        part, waiting = list[int](), [left.pop(0)]
        while waiting:
            one = waiting.pop()
            part.append(one)
            found = [other for other in left if _is_linked(one, other, corpus)]
            left = [other for other in left if other not in found]
            waiting += found
        parts.append(part)
    parts.sort(key=len, reverse=True)
    if len(parts[0]) == 1:
        return frozenset()
    two = len(parts) > 1 and len(parts[1]) == len(parts[0])
    return frozenset(members if two else parts[0])


def _is_linked(one: int, other: int, corpus: Corpus) -> bool:
    """Whether two reports by themselves tell of one event."""
    first, second = corpus.terms[one], corpus.terms[other]
    if not _tell_the_same(one, other, corpus) or _of_two_events(one, other, corpus):
        return False
    bar = LINK_OF_BRIEF if first.brief or second.brief else LINK
    return cosine(corpus.vectors[one], corpus.vectors[other]) >= bar + LINK_A_DAY * days_apart(first, second)


def _of_two_events(one: int, other: int, corpus: Corpus) -> bool:
    """Whether two reports are of two events whose headlines alone do not say so."""
    first, second = corpus.terms[one], corpus.terms[other]
    if _of_one_list(one, other, corpus) or _of_two_times(first, second):
        return True
    return _of_two_principals(one, other, corpus) or _of_two_matters(one, other, corpus)


def _of_one_template(one: Terms, other: Terms) -> bool:
    """Whether two headlines differ by one word each: an agreement with one land and another; a price up and down.

    What is no name tells two events apart only beside another figure.
    """
    ours, theirs = _without_forms(one.heading, other.heading), _without_forms(other.heading, one.heading)
    if len(one.heading & other.heading) < TEMPLATE:
        return False
    if _are_strange(ours, one, other) and _are_strange(theirs, other, one):
        return True
    if len(ours) != 1 or len(theirs) != 1:
        return False
    if one.amounts - other.counts.keys() and other.amounts - one.counts.keys():
        return True
    if _of_other_figures(one, other):
        return True
    [first], [second] = ours, theirs
    return first in one.names and second in other.names and first[:BEGINNING] != second[:BEGINNING]


def _of_other_figures(one: Terms, other: Terms) -> bool:
    """Whether hardly a figure of one stands in the other: the gradings of coffee, and of cocoa."""
    ours, theirs = figures(one), figures(other)
    fewer = min(len(ours), len(theirs))
    return fewer >= FIGURES and FIGURES * len(ours & theirs) < fewer


def _are_strange(words: frozenset[str], one: Terms, other: Terms) -> bool:
    """Whether ``words`` of the headline of ``one`` hold names, and ``other`` none of these."""
    names = words & one.names
    return bool(names) and names.isdisjoint(other.counts)


def _without_forms(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The words of ``one`` of which ``other`` has no form: it has "raise" for "raises"."""
    stems = {word[:STEM] for word in other}
    return frozenset(word for word in one if word[:STEM] not in stems)


def _of_one_list(one: int, other: int, corpus: Corpus) -> bool:
    """Whether one headline stands over two days' texts that are unlike: "Offerings filed recently"."""
    first, second = corpus.terms[one], corpus.terms[other]
    same = first.heading == second.heading and len(first.heading) >= TEMPLATE
    return same and first.day != second.day and cosine(corpus.vectors[one], corpus.vectors[other]) < ALIKE


def _tell_the_same(one: int, other: int, corpus: Corpus) -> bool:
    """Whether each of two reports holds what the headline of the other says."""
    first, second = corpus.terms[one], corpus.terms[other]
    return _tells(first, second) and _tells(second, first)


def are_headed_apart(one: int, other: int, corpus: Corpus) -> bool:
    """Whether two reports that are not quite alike are headed by hardly a word in common: two matters of a council."""
    stems = [{word[:STEM] for word in corpus.terms[at].heading} for at in (one, other)]
    shorter = min(map(len, stems))
    alike = cosine(corpus.vectors[one], corpus.vectors[other]) >= ALIKE
    return not alike and shorter >= FEWEST and len(stems[0] & stems[1]) <= HEADED * shorter


def _tells(one: Terms, other: Terms) -> bool:
    """Whether the report ``other`` holds enough of what the headline of ``one`` says beside whom both are about.

    Of pairs read by hand, of those below the bar seven of eight told of two matters of one company, of those above it
    three of fifty.
    """
    names = one.protagonist & other.protagonist if one.protagonist and other.protagonist else frozenset()
    codes = one.protagonist - other.counts.keys()
    said = {word[:STEM] for word in one.heading - names - codes}
    if other.brief or len(said) < FEWEST:
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


def _of_two_times(first: Terms, second: Terms) -> bool:
    """Whether one actor did the like twice: a price raised by half a dollar, and days before by another sum."""
    ours, theirs = figures(first), figures(second)
    actor = first.protagonist & second.protagonist & first.titular & second.titular
    later = days_apart(first, second) > UPDATED
    if later and any(_tells_other_figures(*both) for both in ((first, second), (second, first))):
        return True
    return later and bool(actor) and bool(ours) and bool(theirs) and not ours & theirs


def _tells_other_figures(one: Terms, other: Terms) -> bool:
    """Whether ``one`` is a headline alone whose figures the other does not hold: last week's result of a tender."""
    return one.brief and bool(one.amounts) and one.amounts.isdisjoint(other.counts)


def _of_two_amounts(first: Terms, second: Terms) -> bool:
    """Whether each headline has figures of which the other report knows none: two credits of one bank."""
    return bool(
        first.amounts
        and second.amounts
        and not first.amounts & second.counts.keys()
        and not second.amounts & first.counts.keys()
    )


def _of_two_matters(one: int, other: int, corpus: Corpus) -> bool:
    """Whether two reports share hardly more than the name of whom both are about.

    A lone headline is of the same. Names alone are no matter of reports that are hardly alike: a house bids for
    another, and sells a unit.
    """
    first, second = corpus.terms[one], corpus.terms[other]
    names = [begun.protagonist for begun in (first, second) if begun.protagonist]
    name = frozenset.intersection(*names) if names else frozenset()
    shared = first.counts.keys() & second.counts.keys() - name
    alike = first.brief or second.brief or cosine(corpus.vectors[one], corpus.vectors[other]) >= ALIKE
    rare = sum(corpus.rarity(one, word) < RARE for word in shared)
    if rare < (MATTERS_OF_ALIKE if alike else MATTERS):
        return True
    if first.brief or second.brief or (alike and first.day is not None and second.day is not None):
        return False
    told = [word for word in shared if word[0].isdigit() or word in first.small & second.small]
    return not any(corpus.rarity(one, word) < RARE for word in told)
