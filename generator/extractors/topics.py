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

from generator.knowledge import Knowledge
from generator.knowledge.topics import Lexicon, Term, ancestry, gains, lexicon, taxonomy
from generator.models import Part, Span, TopicMention, TopicTag
from generator.text.document import Document
from generator.text.phrases import lower

HEADLINE, LEDE = 3.0, 1.6
LEDE_LENGTH = 400
"""Code points of the first paragraph that count as the lede."""
HALF = 5000
"""Code points after which a word in the body counts half."""
SATURATION = 1.5
"""BM25's k1: a term can count at most ``SATURATION + 1`` times its weight."""
LEAST = 6.0
"""The evidence, in weights, that an article needs to be filed at all; half of it for a topic below a top level."""
BESIDE = 0.4
"""The share of the best top level's evidence that another needs to be tagged as well."""
ALONE = 0.45
"""The share of the firmest topic's evidence with which a topic is tagged under a lesser top level all the same."""
WITHIN = 0.55
"""The share of the best topic's evidence that another under the same top level needs."""
SUPPORT = 6.0
"""The weights, repetitions counted in full, that a topic below a top level must rest on: two terms at least."""
MOST = 4
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
    words = lexicon(knowledge, document.language)
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
            if letters is None or loud or letters == text[span.start : span.end]:
                covered.add(span.start)
                if term.votes and not _is_amount(text, span.start):
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


def scores(evidence: list[Evidence], knowledge: Knowledge) -> tuple[dict[str, float], dict[str, float]]:
    """The evidence for each topic by its own words, and for each top level by all words below it."""
    topics: dict[str, float] = {}
    broads: dict[str, float] = {}
    gain = gains(knowledge)
    for item in evidence:
        value = item.value
        for topic, weight in item.term.votes:
            topics[topic] = topics.get(topic, 0.0) + weight * value
        for broad, weight in item.term.broads:
            broads[broad] = broads.get(broad, 0.0) + weight * value * gain.get(broad, 1.0)
    return topics, broads


def _tags(evidence: list[Evidence], document: Document, knowledge: Knowledge) -> Iterator[TopicTag]:
    topics, broads = scores(evidence, knowledge)
    best = max(broads.values())
    least = min(LEAST, LEAST / 3 + (len(document.body) + len(document.headline)) / 300)
    if best < least:
        return
    above = ancestry(knowledge)
    firmest = max((score for topic, score in topics.items() if topic not in broads), default=0.0)
    supported = _supported(evidence)
    ranked: list[tuple[float, str]] = []
    for broad, score in broads.items():
        share = score / best
        for within, topic in _within(broad, topics, above, supported, least / 2):
            alone = topic != broad and topics[topic] >= ALONE * firmest
            if share >= BESIDE or alone:
                ranked.append(((0.3 + 0.7 * share) * within, topic))
    ranked.sort(key=lambda item: (-item[0], item[1]))
    known = taxonomy(knowledge)
    strength = best / (best + LEAST)
    for share, topic in ranked[:MOST]:
        yield TopicTag(
            id=topic,
            label=known[topic].label(document.language),
            broad=above[topic][-1],
            salience=round(share * strength, 4),
            mentions=_mentions(topic, evidence),
        )


def _supported(evidence: list[Evidence]) -> set[str]:
    """The topics that rest on more than one word in passing: on two terms, or on a firm one that leads or returns."""
    support: dict[str, float] = {}
    for item in evidence:
        for topic, weight in item.term.votes:
            support[topic] = support.get(topic, 0.0) + weight * max(1.0, item.frequency)
    return {topic for topic, found in support.items() if found >= SUPPORT}


def _within(
    broad: str, topics: dict[str, float], above: dict[str, tuple[str, ...]], supported: set[str], least: float
) -> Iterator[tuple[float, str]]:
    """The topics to tag under ``broad``, with 1 for the best and less for the others."""
    below = sorted(
        (
            (score, topic)
            for topic, score in topics.items()
            if above[topic][-1] == broad and topic != broad and score >= least and topic in supported
        ),
        key=lambda item: (-item[0], item[1]),
    )
    if not below:
        yield 1.0, broad
        return
    firmest = below[0][0]
    chosen: list[str] = []
    for score, topic in below:
        if score < WITHIN * firmest or len(chosen) == 2:
            break
        related = any(topic in above[other] or other in above[topic] for other in chosen)
        if not related:
            chosen.append(topic)
            yield 0.5 + 0.5 * score / firmest, topic


def _mentions(topic: str, evidence: list[Evidence]) -> tuple[TopicMention, ...]:
    """The words that speak for ``topic``, or for anything below it where it is a top level."""
    own = [
        TopicMention(span=span, part=part, term=item.term.text)
        for item in evidence
        if any(topic == key for key, _ in item.term.votes + item.term.broads)
        for part, span in item.spans
    ]
    return tuple(sorted(own, key=lambda mention: (mention.part is Part.BODY, mention.span)))
