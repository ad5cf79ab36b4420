"""Which topics is the article about?

Every term of the lexicon that the article prints is evidence. How often it stands there counts less and less
(the saturating term frequency of BM25: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009),
the headline and the first paragraph count more, and the late parts of a long text count less. The top level is
chosen on all the evidence below it, and within it the most specific topic that its own words support.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from topic_briefings.knowledge import Knowledge
from topic_briefings.knowledge.terms import Lexicon, Term
from topic_briefings.knowledge.topics import ancestry, gains, leaves, lexicon, taxonomy
from topic_briefings.models import Part, Span, TopicMention, TopicTag
from topic_briefings.text.document import Document
from topic_briefings.text.phrases import lower

HEADLINE, LEDE = 3.0, 1.6
LEDE_LENGTH = 400
"""Code points of the first paragraph that count as the lede."""
HALF = 5000
"""Code points after which a word in the body counts half."""
SATURATION = 2.0
"""BM25's k1: a term can count at most ``SATURATION + 1`` times its weight."""
LEAST = 6.0
"""The evidence, in weights, that an article needs to be filed at all; half of it for a topic below a top level."""
BESIDE = 0.4
"""The share of the best top level's evidence that another needs to be tagged as well."""
ALONE = 0.4
"""The share of the firmest topic's evidence with which a topic is tagged under a lesser top level all the same."""
WITHIN = 0.55
"""The share of the best topic's evidence that another under the same top level needs."""
SUPPORT = 6.0
"""The weights, repetitions counted in full, that a topic below a top level must rest on: two terms at least."""
MOST, MOST_BELOW = 4, 3
"""How many topics an article gets, and how many of them under one top level."""
SHORT = 300
"""In so many code points of text, a weight of 1 is expected to turn up by accident."""
Scores = dict[str, float]
"""Evidence, in weights, by topic id."""
_COMPOUND = re.compile(r"\b[A-ZÄÖÜ][\w-]{6,59}")
"""A German noun that is long enough to be made of two."""


@dataclass(slots=True)
class Evidence:
    """What one term has brought together in one article."""

    term: Term
    frequency: float
    """How often it stands there, an occurrence counting as much as its place does."""
    spans: list[tuple[Part, Span]]
    """In order of appearance."""

    @property
    def value(self) -> float:
        """How many times its weight the term counts, from 0 to ``SATURATION + 1``."""
        return self.frequency * (SATURATION + 1) / (self.frequency + SATURATION)


def extract(document: Document, knowledge: Knowledge) -> Iterator[TopicTag]:
    """The one to four topics of ``document``, most salient first; none where the words do not carry one."""
    evidence = weigh(document, knowledge)
    if evidence:
        yield from _tags(evidence, document, knowledge)


def weigh(document: Document, knowledge: Knowledge) -> list[Evidence]:
    """The terms of the lexicon that the article prints, in order of appearance."""
    words = lexicon(knowledge, document.language.code)
    if words is None:
        return []
    found: dict[int, Evidence] = {}
    for span, term in _find(document.headline, words):
        _add(found, term, Part.HEADLINE, span, HEADLINE)
    body = document.body
    lede = min(body.find("\n") % (len(body) + 1), LEDE_LENGTH)
    for span, term in _find(body, words):
        _add(found, term, Part.BODY, span, LEDE if span.start < lede else HALF / (HALF + span.start))
    return list(found.values())


def _add(found: dict[int, Evidence], term: Term, part: Part, span: Span, place: float) -> None:
    item = found.get(id(term))  # a term is one object for the life of its lexicon, and dear to hash
    if item is None:
        found[id(term)] = Evidence(term, place, [(part, span)])
    else:
        item.frequency += place
        item.spans.append((part, span))


def _find(text: str, words: Lexicon) -> Iterator[tuple[Span, Term]]:
    loud = text.isupper()
    covered: set[int] = set()
    for span, index in words.matcher.find(lower(text)):
        for letters, term in words.terms[index]:
            if letters is None or letters == text[span.start : span.end] or (loud and " " in letters):
                covered.add(span.start)
                if term.matters and not _is_amount(text, span.start):
                    yield span, term
                break
    if words.endings or words.beginnings:
        yield from _find_compounds(text, words, covered)


def _find_compounds(text: str, words: Lexicon, covered: set[int]) -> Iterator[tuple[Span, Term]]:
    """The long words that are not in the lexicon, by what they end or begin with."""
    for word in _COMPOUND.finditer(text):
        if word.start() not in covered:
            for term in words.parts(word[0].lower()):
                yield Span(*word.span()), term


def _is_amount(text: str, start: int) -> bool:
    """Whether digits that look like a term ("200m") belong to a sum of money or a longer number."""
    return start > 0 and text[start].isdigit() and text[start - 1] in "$£€¥.,"


def scores(evidence: list[Evidence]) -> tuple[Scores, Scores]:
    """The evidence for each topic by its own words, and for each top level by all words below it."""
    off = {topic for item in evidence for topic in item.term.keeps_off}
    topics: Scores = {}
    broads: Scores = {}
    for item in evidence:
        value = item.value
        for topic, weight in item.term.votes:
            if topic not in off:
                topics[topic] = topics.get(topic, 0.0) + weight * value
        for broad, weight in item.term.broads:
            if not off or any(topic not in off for topic, _ in item.term.votes):
                broads[broad] = broads.get(broad, 0.0) + weight * value
    gain = gains()
    return topics, {broad: score * gain.get(broad, 1.0) for broad, score in broads.items()}


def _tags(evidence: list[Evidence], document: Document, knowledge: Knowledge) -> Iterator[TopicTag]:
    topics, broads = scores(evidence)
    best = max(broads.values(), default=0.0)
    least = min(LEAST, LEAST / 3 + (len(document.body) + len(document.headline)) / SHORT)
    if best < least:
        return
    above, known = ancestry(knowledge), taxonomy(knowledge)
    strength = best / (best + LEAST)
    shares = {broad: score / best for broad, score in broads.items()}
    firm = _firm(evidence, topics, least / 2)
    for share, topic in _ranked(shares, firm, knowledge)[:MOST]:
        yield TopicTag(
            id=topic,
            label=known[topic].label(document.language.code),
            broad=above[topic][-1],
            salience=round(share * strength, 4),
            mentions=_mentions(topic, evidence),
        )


def _firm(evidence: list[Evidence], topics: Scores, least: float) -> Scores:
    """The topics that rest on more than one word in passing: on two terms, or on a firm one that leads or returns."""
    support: Scores = {}
    for item in evidence:
        for topic, weight in item.term.votes:
            support[topic] = support.get(topic, 0.0) + weight * max(1.0, item.frequency)
    return {topic: score for topic, score in topics.items() if score >= least and support[topic] >= SUPPORT}


def _ranked(shares: Scores, firm: Scores, knowledge: Knowledge) -> list[tuple[float, str]]:
    """The topics to tag, best first, each with its salience among the others (0 to 1)."""
    above, leaf = ancestry(knowledge), leaves(knowledge)
    below: dict[str, Scores] = {broad: {} for broad in shares}
    for topic, score in firm.items():
        if len(above[topic]) > 1 or topic in leaf:
            below[above[topic][-1]][topic] = score
    firmest = max((score for scores in below.values() for score in scores.values()), default=0.0)
    ranked: list[tuple[float, str]] = []
    for broad, share in shares.items():
        chosen = _within(below[broad], above)
        if share >= BESIDE:
            ranked.extend(((0.3 + 0.7 * share) * within, topic) for within, topic in chosen or [(1.0, broad)])
        else:
            alone = [(within, topic) for within, topic in chosen if firm[topic] >= ALONE * firmest]
            ranked.extend(((0.3 + 0.7 * share) * within, topic) for within, topic in alone)
    return sorted(ranked, key=lambda item: (-item[0], item[1]))


def _within(below: Scores, above: dict[str, tuple[str, ...]]) -> list[tuple[float, str]]:
    """The topics to tag under one top level, with 1 for the best and less for the others."""
    chosen: list[tuple[float, str]] = []
    firmest = max(below.values(), default=0.0)
    for topic, score in sorted(below.items(), key=lambda item: (-item[1], item[0])):
        related = any(topic in above[other] or other in above[topic] for _, other in chosen)
        if score >= WITHIN * firmest and not related and len(chosen) < MOST_BELOW:
            chosen.append((0.5 + 0.5 * score / firmest, topic))
    return chosen


def _mentions(topic: str, evidence: list[Evidence]) -> tuple[TopicMention, ...]:
    """The words that speak for ``topic``, or for anything below it where it is a top level."""
    own = [
        TopicMention(span=span, part=part, term=item.term.text)
        for item in evidence
        if topic in item.term.topics
        for part, span in item.spans
    ]
    return tuple(sorted(own, key=lambda mention: (mention.part is Part.BODY, mention.span)))
