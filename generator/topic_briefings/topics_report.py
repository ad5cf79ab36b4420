"""Why an article is filed where it is: every topic that its words speak for, with the words and what each counted."""

from __future__ import annotations

from dataclasses import dataclass

from topic_briefings.extractors.topics import Evidence, extract, scores, weigh
from topic_briefings.knowledge import Knowledge
from topic_briefings.knowledge.topics import ancestry, topic_label
from topic_briefings.text.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class TermScore:
    """What one term brought to one topic."""

    term: str
    """As the lexicon writes it."""
    count: int
    """How often the headline and the body print it."""
    weight: float
    """What the lexicon gives it for this topic, 1 to 5."""
    points: float
    """What it brought: the weight times how often it stands there, place and saturation considered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicScore:
    """One topic with all that speaks for it."""

    id: str
    label: str
    broad: str
    """The id of its top level."""
    score: float
    """The sum of the points; a top level's counts all the words below it, each once, times the level's gain."""
    salience: float | None
    """As the article is tagged with it; None where it is not."""
    terms: tuple[TermScore, ...]
    """Most points first."""


def explain(document: Document, knowledge: Knowledge) -> tuple[TopicScore, ...]:
    """The scores of all topics that ``document`` has a word for: the tags first, then by score."""
    evidence = weigh(document, knowledge)
    topics, broads = scores(evidence)
    tags = {tag.id: tag.salience for tag in extract(document, knowledge)}
    above = ancestry(knowledge)
    off = {topic for item in evidence for topic in item.term.keeps_off}
    counted = [item for item in evidence if any(topic not in off for topic, _ in item.term.votes)]
    found = [
        TopicScore(
            id=topic,
            label=topic_label(topic, document.language.code, knowledge),
            broad=above[topic][-1],
            score=round(broads.get(topic, topics.get(topic, 0.0)), 2),
            salience=tags.get(topic),
            terms=_terms(topic, counted),
        )
        for topic in topics.keys() | broads.keys()
    ]
    return tuple(sorted(found, key=lambda topic: (-(topic.salience or 0.0), -topic.score, topic.id)))


def _terms(topic: str, evidence: list[Evidence]) -> tuple[TermScore, ...]:
    found = []
    for item in evidence:
        weight = max((weight for key, weight in item.term.votes + item.term.broads if key == topic), default=0.0)
        if weight:
            points = round(weight * item.value, 2)
            found.append(TermScore(term=item.term.text, count=len(item.spans), weight=weight, points=points))
    return tuple(sorted(found, key=lambda term: (-term.points, term.term)))
