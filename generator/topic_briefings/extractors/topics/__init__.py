"""Which topics is the article about?

Every term of the lexicon that the article prints is evidence. How often it stands there counts less and less
(the saturating term frequency of BM25: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009),
the headline and the first paragraph count more, and the late parts of a long text count less. The top level is
chosen on all the evidence below it, and within it the most specific topic that its own words support.

A topic rests on three different words, or on two of which one leads; read by hand, of topics on fewer one in three
was right, of those on more four in five. What a site's own file of topics names was meant, and needs no company.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from topic_briefings.extractors.topics.evidence import Evidence, weigh
from topic_briefings.knowledge import Knowledge
from topic_briefings.knowledge.topics import ancestry, commonplace, gains, leaves, meant_topics, taxonomy
from topic_briefings.models import Part, TopicMention, TopicTag
from topic_briefings.text.document import Document

__all__ = ["MOST", "Evidence", "extract", "scores", "weigh"]

LEAST = 6.0
"""The evidence, in weights, that an article needs to be filed at all; half of it for a topic below a top level."""
BESIDE = 0.4
"""The share of the best top level's evidence that another needs to be tagged as well."""
ALONE = 0.4
"""The share of the firmest topic's evidence with which a topic is tagged under a lesser top level all the same."""
WITHIN = 0.55
"""The share of the best topic's evidence that another under the same top level needs."""
SUPPORT = 5.5
"""The weights, repetitions counted in full, that a topic below a top level must rest on: two terms at least."""
MOST, MOST_BELOW = 4, 3
"""How many topics an article gets, and how many of them under one top level."""
SHORT = 300
"""In so many code points of text, a weight of 1 is expected to turn up by accident."""
HINT = 1.5
"""The weight of a word that only hints at a topic, and is no ground for it."""
GROUNDS, LEADING = 3, 2
"""On how many different words a topic rests; on how many where one of them leads."""
HINTS = 4
"""On how many different words, hints too, an article's own top level may rest instead."""
BEHIND = 5
"""On how many different words a second topic rests where none of them leads."""
BESIDE_WORDS = 3
"""On how many different words a second topic rests where one leads and none stands in the headline; read by hand, of
those on two one in three was right, of those on more three in four."""
BARE = 4
"""On how many different words a second top level rests where no topic below it is named, one of them leading."""
DENSE, DENSE_FEW, DENSE_BARE, DENSE_NAMED = 0.4, 0.9, 1.0, 2.0
"""How often in a hundred words a second topic is told of; one of two words, and a top level, more often; and how often
a topic of two words that lead is, before it is named."""
DENSE_BODY = 1.2
"""How often a second topic is told of that the headline does not name; read by editors, of those told of less three in
five were right, of others five in six."""
SPREAD, SPREAD_NAMED, SPREAD_ALONE = 5, 3, 4
"""In how many tenths of the body another top level than the first is told of: read by editors, of topics under those
told of in fewer one in two were right, of others six in seven; in how many a topic is that is named and not headed;
and an article's own top level that stands by itself and in no headline, where its words are fewer than this."""
TOGETHER, SPREAD_TOGETHER = 0.7, 6
"""How salient, and told of in how many tenths, a second top level is that only topics too weak to be named make up."""
DENSE_ALONE = 2.5
"""How many words in a hundred tell of a top level that stands by itself in few parts of the body."""
MANY, DENSE_COMMONPLACE = 9, 5.0
"""On how many different words, hints too, or on how many words in a hundred, a top level rests that many articles touch
on; read by editors, of those on fewer one in three was right, of others four in five."""
TENTHS = 10
WORD = 6
"""Code points of a word and the space behind it."""
NAMED = 5
"""On how many different words a topic rests that is named though none of them leads; on fewer, its top level is; read
by editors, of those on fewer two in three were right, of others nine in ten."""
NAMED_COMMONPLACE = 7
"""On how many a topic that the headline does not name, whose words stand in news of its whole top level; read by
editors, of those on fewer three in five were right, and of their top levels nearly all."""
_HEADLINE, _BODY = Part.HEADLINE, Part.BODY
Scores = dict[str, float]
"""Evidence, in weights, by topic id."""


@dataclass(slots=True)
class Grounds:
    """What a topic rests on."""

    words: int = 0
    """Different words that are more than hints."""
    hints: int = 0
    leads: bool = False
    """Whether one of the words stands in the headline or the lede."""
    headed: bool = False
    """Whether one of them stands in the headline."""
    times: int = 0
    """How often the words are printed, hints too."""
    tenths: set[int] = field(default_factory=set)
    """In which tenths of the body the words stand, hints too."""
    meant: bool = False
    """Whether the site's own file names one of them."""

    def add(self, item: Evidence, weight: float, tenths: set[int]) -> None:
        """Take the words that print one term in these ``tenths``, which has ``weight`` for the topic."""
        self.times += len(item.spans)
        self.tenths |= tenths
        if weight > HINT:
            self.words += len(item.words)
            self.leads = self.leads or item.leads
            self.headed = self.headed or item.spans[0][0] is _HEADLINE
        else:
            self.hints += len(item.words)

    def carry(self, *, top: bool) -> bool:
        """Whether a topic may rest on them; ``top`` says that it is a top level."""
        if self.meant or self.words >= GROUNDS or (self.words >= LEADING and self.leads):
            return True
        return top and self.words > 0 and self.leads and self.words + self.hints >= HINTS

    def name_it(self, length: int) -> bool:
        """Whether they name the topic itself in ``length`` words, and not its field alone."""
        if self.meant or self.headed or (self.words >= NAMED and len(self.tenths) >= SPREAD_NAMED):
            return True
        return self.leads and (self.words >= GROUNDS or self.times * 100 >= length * DENSE_NAMED)

    @property
    def name_commonplace(self) -> bool:
        """Whether they name a topic whose words stand in news of its whole top level."""
        return self.meant or self.headed or self.words >= NAMED_COMMONPLACE

    def carry_commonplace(self, length: int, *, first: bool) -> bool:
        """Whether a top level whose words stand in news of every kind may rest on them in ``length`` words.

        One of the headline's is enough for the ``first`` topic.
        """
        many = self.words + self.hints >= MANY or self.times * 100 >= length * DENSE_COMMONPLACE
        return self.meant or many or (first and self.headed)

    def carry_first(self, bare: bool, length: int) -> bool:
        """Whether an article's own topic may rest on them in ``length`` words; a top level alone if it is ``bare``."""
        dense = self.times * 100 >= length * DENSE_ALONE
        return self.meant or self.headed or not bare or dense or len(self.tenths) >= SPREAD_ALONE

    @property
    def spread(self) -> bool:
        """Whether a top level beside the first is told of throughout."""
        return self.meant or len(self.tenths) >= SPREAD

    def carry_second(self, bare: bool, length: int) -> bool:
        """Whether a second topic may rest on them in ``length`` words; ``bare`` says that it is a top level alone."""
        if self.meant:
            return True
        if self.times * 100 < length * (DENSE_BARE if bare else DENSE_FEW if self.words <= LEADING else DENSE):
            return False
        if not self.headed and self.times * 100 < length * DENSE_BODY:
            return False
        if bare:
            return self.words >= BARE and self.leads
        return self.words >= BEHIND or self.headed or (self.words >= BESIDE_WORDS and self.leads)

    def carry_together(self, length: int) -> bool:
        """Whether a second top level may rest on them in ``length`` words though no topic below it does."""
        return len(self.tenths) >= SPREAD_TOGETHER and self.carry_second(True, length)


def extract(document: Document, knowledge: Knowledge) -> Iterator[TopicTag]:
    """The one to four topics of ``document``, most salient first; none where the words do not carry one."""
    evidence = weigh(document, knowledge)
    if evidence:
        yield from _tags(evidence, document, knowledge)


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
    least = min(LEAST, LEAST / 3 + (len(document.body) + len(document.headline)) / SHORT)
    if max(broads.values(), default=0.0) < least:
        return  # before it is asked what each topic rests on
    founded = _founded(evidence, len(document.body), knowledge)
    broads = {broad: score for broad, score in broads.items() if broad in founded}
    best = max(broads.values(), default=0.0)
    if best < least:
        return
    above, known = ancestry(knowledge), taxonomy(knowledge)
    strength = best / (best + LEAST)
    shares = {broad: score / best for broad, score in broads.items()}
    firm = {topic: score for topic, score in _firm(evidence, topics, least / 2).items() if topic in founded}
    length = len(document.body) // WORD
    ranked = carried(_ranked(shares, firm, knowledge), founded, length, knowledge)
    common = commonplace(document.language.code)
    sure = {
        topic
        for topic, grounds in founded.items()
        if grounds.name_it(length) and (topic not in common or grounds.name_commonplace)
    }
    wider = _wider(ranked, founded, sure, knowledge)
    wider = [
        (share, topic)
        for place, (share, topic) in enumerate(wider)
        if not (topic in common and _is_bare(topic, knowledge))
        or founded[topic].carry_commonplace(length, first=place == 0)
    ]
    third = (item for item in wider[2:] if founded[item[1]].meant or not _is_bare(item[1], knowledge))
    for share, topic in (*wider[:2], *third)[:MOST]:
        yield TopicTag(
            id=topic,
            label=known[topic].label(document.language.code),
            broad=above[topic][-1],
            salience=round(share * strength, 4),
            mentions=_mentions(topic, evidence),
        )


def carried(
    ranked: list[tuple[float, str]], founded: dict[str, Grounds], length: int, knowledge: Knowledge
) -> list[tuple[float, str]]:
    """Those of the ``ranked`` topics that their words carry, the first and those behind it, in ``length`` words.

    Where none of them is of another top level than the first, such a level that the words of several topics below it
    carry only together.
    """
    above = ancestry(knowledge)
    first = above[ranked[0][1]][-1]
    found: list[tuple[float, str]] = []
    together: dict[str, float] = {}
    for place, (share, topic) in enumerate(ranked):
        grounds, bare, top = founded[topic], _is_bare(topic, knowledge), above[topic][-1]
        if place == 0:
            stays = grounds.carry_first(bare, length)
        else:
            stays = (top == first or founded[top].spread) and grounds.carry_second(bare, length)
        if stays:
            found.append((share, topic))
        elif top != first and share >= TOGETHER and founded[top].carry_together(length):
            together.setdefault(top, share)
    if all(above[topic][-1] == first for _, topic in found):
        found += [(share, top) for top, share in together.items()]
    return sorted(found, key=lambda item: -item[0])


def _wider(
    ranked: list[tuple[float, str]], founded: dict[str, Grounds], sure: set[str], knowledge: Knowledge
) -> list[tuple[float, str]]:
    """``ranked`` with a ``sure`` sibling or the top level in place of a topic that its words only touch.

    None is named twice, and a second topic of the same top level has a word that leads.
    """
    above = ancestry(knowledge)
    found: dict[str, float] = {}
    for share, topic in ranked:
        top = above[topic][-1]
        beside = [other for other in found if above[other][-1] == top]
        if topic not in sure and not beside:
            siblings = [other for _, other in ranked if above[other][-1] == top and other in sure]
            found.setdefault([*siblings, top][0], share)
        elif topic in sure and (not beside or founded[topic].meant or founded[topic].leads):
            found.setdefault(topic, share)
    return [(share, topic) for topic, share in found.items()]


def _is_bare(topic: str, knowledge: Knowledge) -> bool:
    """Whether it is a top level that has others below it."""
    return len(ancestry(knowledge)[topic]) == 1 and topic not in leaves(knowledge)


def _founded(evidence: list[Evidence], length: int, knowledge: Knowledge) -> dict[str, Grounds]:
    """The topics, top levels too, that rest on enough different words, or on one that a site's own file meant.

    The body has ``length`` code points.
    """
    grounds: defaultdict[str, Grounds] = defaultdict(Grounds)
    above, meant = ancestry(knowledge), meant_topics(knowledge)
    for item in evidence:
        tenths = {TENTHS * span.start // length for part, span in item.spans if part is _BODY}
        for topic, weight in dict(item.term.votes + item.term.broads).items():
            grounds[topic].add(item, weight, tenths)
            if topic in meant:
                grounds[topic].meant = grounds[above[topic][-1]].meant = True
    return {topic: found for topic, found in grounds.items() if found.carry(top=len(above[topic]) == 1)}


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
        if above[topic][-1] in below and (len(above[topic]) > 1 or topic in leaf):
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
    return tuple(sorted(own, key=lambda mention: (mention.part is _BODY, mention.span)))
