"""The runs of words of an article that may be keyphrases: its noun phrases, and what inside them is printed again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from topic_briefings.extractors.keyphrases.candidate import LONGEST, NAMED, OPENING, Candidate
from topic_briefings.extractors.keyphrases.ranking import Key
from topic_briefings.languages.names import particles
from topic_briefings.languages.nouns import NounGrammar
from topic_briefings.text.nounphrases import NounWords

_LONGEST_RUN = 8
"""Words of the longest noun phrase that is read; longer ones are lists and tables."""
_Run = tuple[Key, int, int, bool, bool]
"""A run of words inside a noun phrase: its key, its first and last word (exclusive), whether it is ``own`` (the whole
phrase, or what is left of it without adjectives that only judge), and whether it begins with such an adjective. A plain
tuple: several hundred are made for an article."""


def _runs(words: NounWords, grammar: NounGrammar, returning: set[str]) -> list[_Run]:
    """The noun phrases, and the runs inside them that are no longer than a candidate may be.

    Runs that are no whole phrase are of ``returning`` words alone: with any other they cannot be printed twice. Nor can
    a word alone, which is left out behind the opening where it is no name.
    """
    found: list[_Run] = []
    bases, nouns = words.bases, grammar.capitals == "n"
    for first, last in grammar.phrases(words):
        size = last - first
        if size == 1:
            if first < OPENING or bases[first] in returning or words.tags[first] == "N":
                found.append(((bases[first],), first, last, True, False))
        elif size <= _LONGEST_RUN:
            plain = first + grammar.qualities(words, first, last)
            # In English a name's letters say which words are its particles.
            joined = nouns and not particles().isdisjoint(words.tokens[first:last])
            found += _inside(words, first, last, plain, returning, joined=joined)
    return found


def _inside(
    words: NounWords, first: int, last: int, plain: int, returning: set[str], *, joined: bool
) -> Iterator[_Run]:
    """The runs of the phrase from ``first`` to ``last``, whose adjectives that only judge end at ``plain``.

    ``joined`` says that it holds particles of a name.
    """
    keys, tags = tuple(words.bases[first:last]), words.tags
    named = "N" in tags[first:last]
    wholes = (first, plain if last - plain > 1 else first)
    for start in range(first, last):
        if keys[start - first] not in returning and start not in wholes:
            continue
        longest = start + LONGEST if start + LONGEST < last else last
        end = start
        while end < longest and keys[end - first] in returning:
            end += 1
            parted = (named and _cuts_a_name(tags, first, last, start, end)) or (joined and _parts(words, start, end))
            if not parted:
                own = end == last and start in wholes
                yield keys[start - first : end - first], start, end, own, start < plain
        if end < last == longest and start in wholes and not (named and _cuts_a_name(tags, first, last, start, last)):
            yield keys[start - first :], start, last, True, start < plain


def noted(headline: NounWords, body: NounWords, grammar: NounGrammar) -> dict[Key, Candidate]:
    """The runs that are whole noun phrases somewhere or are printed twice; no other can be a candidate."""
    returning = {base for base, count in Counter(headline.bases + body.bases).items() if count > 1}
    met: dict[Key, tuple[list[_Run], list[_Run]]] = {}
    for number, words in enumerate((headline, body)):
        for run in _runs(words, grammar, returning):
            if run[0] not in met:
                met[run[0]] = [], []
            met[run[0]][number].append(run)
    return {
        key: _candidate(headline if titled else body, titled, told)
        for key, (titled, told) in met.items()
        if len(titled) + len(told) > 1 or (titled or told)[0][3]
    }


def _candidate(words: NounWords, titled: list[_Run], told: list[_Run]) -> Candidate:
    """What the runs of one key make: ``words`` are those where it is met first, in the headline or in the body."""
    runs = [*titled, *told]
    _, first, last, own, _ = runs[0]
    return Candidate(
        words,
        first,
        last,
        in_headline=bool(titled),
        own=int(own) if len(runs) == 1 else sum([run[3] for run in runs]),
        graded=runs[-1][4],
        places=[run[1:3] for run in told],
        tags=words.tags[first:last],
        count=len(told) + bool(titled),
    )


def _cuts_a_name(tags: str, first: int, last: int, start: int, end: int) -> bool:
    """Whether a name of the phrase ``first`` to ``last`` goes on outside its part ``start`` to ``end``."""
    return (start > first and tags[start] in NAMED and tags[start - 1] in NAMED) or (
        end < last and tags[end] in NAMED and tags[end - 1] in NAMED
    )


def _parts(words: NounWords, start: int, end: int) -> bool:
    """Whether the words ``start`` to ``end`` begin or end at a particle of a name: "der Aue", "Ludwig von"."""
    small = particles()
    return not small.isdisjoint((*words.tokens[max(0, start - 1) : start + 1], *words.tokens[end - 1 : end + 1]))
