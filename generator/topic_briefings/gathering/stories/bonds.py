"""Why reports belong together, in their own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from topic_briefings.gathering.calendars import calendar
from topic_briefings.gathering.stories.showing import MOST, bonds
from topic_briefings.gathering.stories.vectors import Corpus
from topic_briefings.models import Article, Bond, BondKind

SHOWN = 6
LOOKED_AT = 12
TOGETHER = 0.8
"""Of the reports that print one word of a name, so many print the next one right after it."""

_PRINTED = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+")


def bound_by(members: tuple[int, ...], made: Corpus, articles: Sequence[Article]) -> tuple[Bond, ...]:
    """The rare words that hold the reports ``members`` together, as ``articles``, theirs, print them."""
    ranked = [(word, count) for word, count in bonds(members, made) if word not in calendar(articles[0].language)]
    held = dict([pair for pair in ranked if pair[1] >= MOST * len(members)] or ranked[:SHOWN])
    words = list(held)[:LOOKED_AT]
    forms, pairs, runs = _printed(frozenset(words), articles)
    found: list[Bond] = []
    used: set[str] = set()
    for word in words:
        if word in used or not forms[word] or len(found) == SHOWN:
            continue
        name = _whole(word, held, pairs, runs, used)
        used.update(name)
        text = " ".join(min(forms[part], key=lambda form: (-forms[part][form], form)) for part in name)
        found.append(Bond(text=text, kind=_kind(name, members, made), reports=min(held[part] for part in name)))
    return tuple(found)


def _printed(
    words: frozenset[str], articles: Sequence[Article]
) -> tuple[dict[str, Counter[str]], Counter[tuple[str, str]], set[tuple[str, ...]]]:
    """How ``words`` are printed, which stand right beside which, each counted once an article, and all such runs."""
    forms: dict[str, Counter[str]] = {word: Counter() for word in words}
    pairs: Counter[tuple[str, str]] = Counter()
    runs: set[tuple[str, ...]] = set()
    for article in articles:
        own = set(_runs(article.body or article.headline, forms))
        pairs.update({beside for run in own for beside in pairwise(run)})
        runs |= own
    return forms, pairs, runs


def _runs(text: str, forms: Mapping[str, Counter[str]]) -> Iterator[tuple[str, ...]]:
    """The longest runs of words of ``forms`` with a space between them; counts how each word is printed."""
    run: list[str] = []
    end = 0
    for match in _PRINTED.finditer(text):
        word = match[0].lower()
        if run and (word not in forms or text[end : match.start()] != " "):
            yield tuple(run)
            run = []
        if word in forms:
            forms[word][match[0]] += 1
            run.append(word)
        end = match.end()
    yield tuple(run)


def _holds(run: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether ``name`` stands whole in ``run``."""
    return any(run[at : at + len(name)] == name for at in range(len(run) - len(name) + 1))


def _whole(
    word: str,
    held: dict[str, int],
    pairs: Counter[tuple[str, str]],
    runs: Collection[tuple[str, ...]],
    used: set[str],
) -> tuple[str, ...]:
    """The name that ``word`` is a part of: the words that nearly always stand beside it, and once all together.

    One report may print the first two of three words together and another the last two, and none all three.
    """
    name: tuple[str, ...] = (word,)
    for other in held:
        if other in used or other in name:
            continue
        if pairs[other, name[0]] >= TOGETHER * max(held[other], held[name[0]]):
            longer = (other, *name)
        elif pairs[name[-1], other] >= TOGETHER * max(held[other], held[name[-1]]):
            longer = (*name, other)
        else:
            continue
        if any(_holds(run, longer) for run in runs):
            name = longer
    return name


def _kind(name: tuple[str, ...], members: tuple[int, ...], made: Corpus) -> BondKind:
    if any(part[0].isdigit() for part in name):
        return BondKind.FIGURE
    named = any(name[0] in made.terms[number].names for number in members)
    return BondKind.NAME if named else BondKind.WORD
