"""Candidates in order of salience, with variants merged."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from heapq import heapify, heappop, heappush

_REPEATED = 0.3

Key = tuple[str, ...]
"""A phrase's words in lower case, nouns in the singular: what its variants have in common."""


def score(
    *,
    weight: float,
    own: int,
    led: float,
    words: int,
    letters: float,
    mixed: bool,
    partners: int,
    length: int,
    headlined: bool,
) -> float:
    """How salient a noun phrase is, as a logarithm.

    ``weight`` is the mean of the logarithms of its words' weights, ``own`` how often it is a whole noun phrase,
    ``led`` the share of its places after a determiner or a preposition, ``words`` how many it has, ``letters``
    the mean length of its words, ``mixed`` whether some are names and some not, ``partners`` in how many longer
    candidates its first word stands, ``length`` how many words the article has, ``headlined`` whether a headline
    in plain case prints it (in title case, phrases cannot be told apart as surely).

    A few round figures, the same for every article. They say: a phrase is as salient as its words are early and
    frequent; longer words are more telling (Zipf, 1935); names with a common noun attached are worth less than
    either; a single word is worth less the more phrases say it more exactly, and the longer the article is,
    since only a short one has no phrase that recurs.
    """
    value = weight + 0.5 * math.log(1 + own) + 0.5 * led + 0.14 * min(letters, 15.0)
    value += 0.7 * headlined - 0.5 * mixed - (0.6 if words > 3 else 0.15 if words == 3 else 0.0)
    if words == 1:
        value -= 0.05 + 0.4 * math.log(1 + partners) + 0.8 * math.log(min(max(length, 100), 1200) / 600)
    return value


def ranked(scores: Mapping[Key, float], most: int) -> Iterator[tuple[Key, float]]:
    """Up to ``most`` keys and scores, most salient first, equals in order of their words.

    Left out is what one before it already says: a part of it, or the same with more words around it. The score
    of a phrase falls with each word that others before it have used, so that one name does not fill the list
    (as in maximal marginal relevance, Carbonell and Goldstein, 1998).
    """
    waiting = [(-value, key) for key, value in scores.items()]
    heapify(waiting)
    used: Counter[str] = Counter()
    kept: list[Key] = []
    while waiting and len(kept) < most:
        asked, key = heappop(waiting)
        if is_said(key, kept):
            continue
        parts = _parts(key)
        value = scores[key] - _REPEATED * sum([used[part] for part in parts]) / len(parts)
        if -value > asked:  # used since it was put there; scores only fall, so it waits for its turn
            heappush(waiting, (-value, key))
            continue
        kept.append(key)
        for part in set(parts):
            used[part] += 1
        yield key, value


def added(terms: Mapping[Key, float], kept: Iterable[Key], most: int) -> Iterator[Key]:
    """Up to ``most`` of ``terms`` that share no word with those ``kept`` nor with each other, best first."""
    used = {word for key in kept for word in key}
    for key in sorted(terms, key=lambda key: (-terms[key], key)):
        if most and used.isdisjoint(key):
            used.update(key)
            most -= 1
            yield key


def is_said(key: Key, kept: Iterable[Key]) -> bool:
    """Whether one of ``kept`` says it already, or all its words are among them one by one."""
    kept, line = tuple(kept), _line(key)
    for better in kept:
        other = _line(better)
        if line in other or (len(better) > 1 and other in line):
            return True
    return all((word,) in kept for word in key)


def _parts(key: Key) -> list[str]:
    """Its words, compounds taken apart: "intelligence-sharing" repeats "intelligence"."""
    return "-".join(key).split("-")


def _line(key: Key) -> str:
    """Its words between line ends, so that a part of it is a part of the text."""
    return "\n" + "\n".join(key) + "\n"
