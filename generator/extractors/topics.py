"""Which topics is the article about?

Every term of the lexicon that the article prints is evidence. How often it stands there counts less and less
(the saturating term frequency of BM25: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009),
the headline and the first paragraph count more, and the late parts of a long text count less. The top level is
chosen on all the evidence below it, and within it the most specific topic that its own words support.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.knowledge import Knowledge
from generator.knowledge.topics import Lexicon, Term, ancestry, lexicon, taxonomy
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
LEAST = 7.0
"""The evidence, in weights, that a topic needs."""
BESIDE = 0.4
"""The share of the best top level's evidence that another needs to be tagged as well."""
WITHIN = 0.55
"""The share of the best topic's evidence that another under the same top level needs."""
MOST = 4


@dataclass(slots=True)
class Evidence:
    """What one term has brought together in one article."""

    term: Term
    frequency: float
    mentions: list[TopicMention]

    @property
    def value(self) -> float:
        """Times its weight that the term counts."""
        return self.frequency * (SATURATION + 1) / (self.frequency + SATURATION)


def extract(document: Document, knowledge: Knowledge) -> Iterator[TopicTag]:
    """The one to four topics of ``document``, most salient first; none where the words do not carry one."""
    evidence = weigh(document, knowledge)
    if evidence:
        yield from _tags(evidence, document, knowledge)


def weigh(document: Document, knowledge: Knowledge) -> list[Evidence]:
    """The terms of the lexicon that the article prints, in the lexicon's order."""
    words = lexicon(knowledge, document.language)
    if words is None:
        return []
    found: dict[str, Evidence] = {}
    for part, text in ((Part.HEADLINE, document.headline), (Part.BODY, document.body)):
        lede = min(text.find("\n") % (len(text) + 1), LEDE_LENGTH)
        for span, term in _find(text, words):
            item = found.get(term.text)
            if item is None:
                item = found[term.text] = Evidence(term, 0.0, [])
            item.mentions.append(TopicMention(span=span, part=part, term=term.text))
            item.frequency += _place(part, span.start, lede)
    return list(found.values())


def _place(part: Part, offset: int, lede: int) -> float:
    if part is Part.HEADLINE:
        return HEADLINE
    return LEDE if offset < lede else HALF / (HALF + offset)


def _find(text: str, words: Lexicon) -> Iterator[tuple[Span, Term]]:
    loud = text.isupper()
    for span, index in words.matcher.find(lower(text)):
        for letters, term in words.terms[index]:
            if term.votes and (letters is None or loud or letters == text[span.start : span.end]):
                yield span, term


def scores(evidence: list[Evidence], knowledge: Knowledge) -> tuple[dict[str, float], dict[str, float]]:
    """The evidence for each topic by its own words, and for each top level by all words below it."""
    above = ancestry(knowledge)
    topics: dict[str, float] = {}
    broads: dict[str, float] = {}
    for item in evidence:
        value = item.value
        best: dict[str, float] = {}
        for topic, weight in item.term.votes:
            topics[topic] = topics.get(topic, 0.0) + weight * value
            broad = above[topic][-1]
            best[broad] = max(best.get(broad, 0.0), weight * value)
        for broad, score in best.items():
            broads[broad] = broads.get(broad, 0.0) + score
    return topics, broads


def _tags(evidence: list[Evidence], document: Document, knowledge: Knowledge) -> Iterator[TopicTag]:
    topics, broads = scores(evidence, knowledge)
    best = max(broads.values())
    if best < LEAST:
        return
    above = ancestry(knowledge)
    ranked: list[tuple[float, str]] = []
    for broad, score in broads.items():
        if score >= max(LEAST, BESIDE * best):
            ranked.extend((score / best * share, topic) for share, topic in _within(broad, topics, above))
    ranked.sort(key=lambda item: (-item[0], item[1]))
    known = taxonomy(knowledge)
    strength = best / (best + LEAST)
    for share, topic in ranked[:MOST]:
        yield TopicTag(
            id=topic,
            label=known[topic].label(document.language),
            broad=above[topic][-1],
            salience=round(share * strength, 4),
            mentions=_mentions(topic, evidence, above),
        )


def _within(broad: str, topics: dict[str, float], above: dict[str, tuple[str, ...]]) -> Iterator[tuple[float, str]]:
    """The topics to tag under ``broad``, with 1 for the best and less for the others."""
    below = sorted(
        ((score, topic) for topic, score in topics.items() if above[topic][-1] == broad and topic != broad),
        key=lambda item: (-item[0], item[1]),
    )
    if not below or below[0][0] < LEAST / 2:
        yield 1.0, broad
        return
    chosen: list[str] = []
    for score, topic in below[:3]:
        related = any(topic in above[other] or other in above[topic] for other in chosen)
        if score >= max(LEAST / 2, WITHIN * below[0][0]) and not related:
            chosen.append(topic)
            yield 0.5 + 0.5 * score / below[0][0], topic


def _mentions(topic: str, evidence: list[Evidence], above: dict[str, tuple[str, ...]]) -> tuple[TopicMention, ...]:
    """The words that speak for ``topic`` itself; for its top level where it has none of its own."""
    own = [m for item in evidence if any(t == topic for t, _ in item.term.votes) for m in item.mentions]
    order = list(Part)
    return tuple(sorted(own, key=lambda m: (order.index(m.part), m.span)))
