"""What is the bottom line?

News puts its point first (the inverted pyramid), so the lede gives it; the lead is the baseline that extractive
summaries of news rarely beat (Nenkova, "Automatic text summarization of newswire", 2005), and nothing that was tried
here beats its first sentence. A second one is taken by a rule that was measured to help: near the lede, made of words
that the article keeps coming back to, and not of those that the lede has already. It helps most after a lede of some
twenty words; a long one has said it all.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice

from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Point, Span
from topic_briefings.text.datelines import without_dateline
from topic_briefings.text.document import Document
from topic_briefings.text.standing import SHORTEST, is_ended, is_furniture, points_back, stands_alone, stems

_MOST_WORDS = 60
"""Words that a bottom line may have in all, unless the lede alone has more."""
_FIRST = 3
"""Sentences that tell more than the headline, of which one that stands alone is the lede."""
_SEARCHED = 30
"""Sentences looked at; the point of a news text is not further down."""
_LONGEST_LEDE = 30
"""Words of a lede that leaves something to say."""
_LEAST, _LONGEST = 9, 45
"""Words of a sentence that may follow the lede."""
_CENTRAL = 0.15
"""How central the second sentence is at least: about one word in three comes back elsewhere in the text."""
_SAID_ALREADY = 0.7
"""The most of a second sentence's words that the lede may have."""
_SPREAD = 4
"""Keeps a sentence of three weighty words from beating one that tells more."""


def extract(document: Document, knowledge: Knowledge) -> Iterator[Point]:
    """Yield one or two of the article's own sentences that give its point; none where it has no sentence.

    The first is the lede. Datelines are left out of it; bylines, captions, furniture and lines without an end are
    passed over. The second stands alone: no pronoun opens it, and it quotes nobody.
    """
    sentences = list(islice(document.sentences, _SEARCHED))
    lede = _lede(document, sentences)
    if lede is None:
        return
    yield Point(span=without_dateline(document.body, lede))
    second = _second(document, sentences, lede)
    if second is not None:
        yield Point(span=second)


def _lede(document: Document, sentences: list[Span]) -> Span | None:
    """The first sentence that tells more than the headline; failing that the first with a few words."""
    passage, printed = document.passage, set(stems(document.headline, document.language))

    def tells(sentence: Span) -> bool:
        told = passage(sentence)
        return is_ended(told.text) and not is_furniture(told.text) and not printed.issuperset(told.stems)

    whole = (s for s in sentences if len(passage(s).words) >= SHORTEST)
    first = next(whole, None)
    new = list(islice((s for s in chain([first] if first else [], whole) if tells(s)), _FIRST))
    alone = (s for s in new if not points_back(passage(s)))
    return next(chain(alone, new, [first] if first else [], sentences), None)


def _second(document: Document, sentences: list[Span], lede: Span) -> Span | None:
    """The sentence that serves best beside the lede; the earlier one of two equals."""
    told = len(document.passage(lede).words)
    if told > _LONGEST_LEDE:
        return None
    room = min(_LONGEST, _MOST_WORDS - told)
    words = [frozenset(document.passage(sentence).stems) for sentence in sentences]
    spread = Counter(chain.from_iterable(words))
    at = sentences.index(lede)
    taken = words[at]
    best, most = None, 0.0
    for distance, (sentence, own) in enumerate(zip(sentences[at + 1 :], words[at + 1 :], strict=True), 1):
        if not own or len(own & taken) > _SAID_ALREADY * len(own):
            continue
        central = _centrality(own, spread)
        value = 1 / (1 + distance) + central - 0.5 * len(own & taken) / len(own)
        if value <= most or central < _CENTRAL:
            continue
        passage = document.passage(sentence)
        if _LEAST <= len(passage.words) <= room and stands_alone(passage):
            best, most = sentence, value
    return best


def _centrality(own: frozenset[str], spread: Counter[str]) -> float:
    """How much a sentence is made of words that stand in several sentences."""
    return sum(math.log(spread[stem]) for stem in own) / (_SPREAD + len(own))
