"""Why reports belong together, in their own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

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
    forms, pairs = _printed(frozenset(words), articles)
    found: list[Bond] = []
    used: set[str] = set()
    for word in words:
        if word in used or not forms[word] or len(found) == SHOWN:
            continue
        name = _whole(word, held, pairs, used)
        used.update(name)
        text = " ".join(min(forms[part], key=lambda form: (-forms[part][form], form)) for part in name)
        found.append(Bond(text=text, kind=_kind(name, members, made), reports=min(held[part] for part in name)))
    return tuple(found)


def _printed(
    words: frozenset[str], articles: Sequence[Article]
) -> tuple[dict[str, Counter[str]], Counter[tuple[str, str]]]:
    """How ``words`` are printed, and which stand right beside which, each counted once an article."""
    forms: dict[str, Counter[str]] = {word: Counter() for word in words}
    pairs: Counter[tuple[str, str]] = Counter()
    for article in articles:
        text = article.body or article.headline
        beside = set()
        last: re.Match[str] | None = None
        for match in _PRINTED.finditer(text):
            word = match[0].lower()
            if word in forms:
                forms[word][match[0]] += 1
                if last and last[0].lower() in forms and text[last.end() : match.start()] == " ":
                    beside.add((last[0].lower(), word))
            last = match
        pairs.update(beside)
    return forms, pairs


def _whole(word: str, held: dict[str, int], pairs: Counter[tuple[str, str]], used: set[str]) -> tuple[str, ...]:
    """The name that ``word`` is a part of: the words that nearly always stand beside it."""
    name = [word]
    for other in held:
        if other in used or other in name:
            continue
        if pairs[other, name[0]] >= TOGETHER * max(held[other], held[name[0]]):
            name.insert(0, other)
        elif pairs[name[-1], other] >= TOGETHER * max(held[other], held[name[-1]]):
            name.append(other)
    return tuple(name)


def _kind(name: tuple[str, ...], members: tuple[int, ...], made: Corpus) -> BondKind:
    if any(part[0].isdigit() for part in name):
        return BondKind.FIGURE
    named = any(name[0] in made.terms[number].names for number in members)
    return BondKind.NAME if named else BondKind.WORD
