"""What is the bottom line?

News puts its point first (the inverted pyramid), so the lede gives it; the lead is the baseline that extractive
summaries of news rarely beat (Nenkova, "Automatic text summarization of newswire", 2005), and nothing that was tried
here beats its first sentence. A second one is taken by a rule that was measured to help: near the lede, made of words
that the article keeps coming back to, and not of those that the lede has already. It helps most after a lede of some
twenty words; a long one has said it all.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice

from topic_briefings.knowledge import Knowledge
from topic_briefings.languages.openings import Telling
from topic_briefings.models import Point, Span
from topic_briefings.text.datelines import without_dateline
from topic_briefings.text.document import Document
from topic_briefings.text.standing import (
    SHORTEST,
    is_ended,
    is_furniture,
    opens_with_surname,
    points_back,
    stands_alone,
    stems,
)

_MOST_WORDS = 60
"""Words that a bottom line may have in all, unless the lede alone has more."""
_FIRST = 3
"""Sentences that tell more than the headline, of which one that stands alone is the lede."""
_PAST_HOOKS = 3
"""So many more are looked at where the first only draws a reader in."""
_SEARCHED = 30
"""Sentences looked at; the point of a news text is not further down."""
_NEAR = 5
"""Sentences after the lede that may stand beside it; further down stand what came before and what others think."""
_BETTER = 5
"""Sentences among which one that tells what the headline does is looked for, where the lede sets a scene."""
_MANY = 60
"""Words of a lede that is no sentence to begin with: a list, or several whose stops were lost."""
_LONGEST_LEDE = 30
"""Words of a lede that leaves something to say."""
_HEADLINE, _SHARED = 3, 3
"""Stems of a headline that says enough to be told again, and how many of them the better sentence has."""
_ROOT = 4
"""Letters by which a lede's words are told from the headline's: "warned" tells what "warning" does."""
_LEAST, _LONGEST = 9, 45
"""Words of a sentence that may follow the lede."""
_CENTRAL = 0.15
"""How central the second sentence is at least: about one word in three comes back elsewhere in the text."""
_SAID_ALREADY = 0.7
"""The most of a second sentence's words that the lede may have."""
_CAPTIONED = re.compile(r"\s{0,2}[(\[](?:[Pp]hoto|[Ff]ile|[Ff]oto|[Ii]mage|[Pp]icture|AP|AFP|Reuters)\b")
"""What stands right behind a caption."""
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
        if not is_ended(told.text) or is_furniture(told.text) or _CAPTIONED.match(document.body, sentence.end):
            return False
        return not printed.issuperset(told.stems)

    def is_hook(sentence: Span) -> bool:
        return _is_hook(without_dateline(document.body, sentence).of(document.body), document.language.telling)

    whole = (s for s in sentences if len(passage(s).words) >= SHORTEST)
    first = next(whole, None)
    new = list(islice((s for s in chain([first] if first else [], whole) if tells(s)), _FIRST + _PAST_HOOKS))
    if not (new and is_hook(new[0])):
        new = new[:_FIRST]
    free = [s for s in new if not points_back(passage(s))]
    alone = next((s for s in free if not is_hook(s)), None) or next(iter(free[:_FIRST]), None)
    if alone:
        return _to_the_point(document, alone, sentences, printed)
    return next(chain(new, [first] if first else [], sentences), None)


def _is_hook(text: str, telling: Telling) -> bool:
    """Whether a sentence only draws its reader in, or asks."""
    return text.endswith("?") or telling.lures.match(text) is not None


def _to_the_point(document: Document, lede: Span, sentences: list[Span], printed: set[str]) -> Span:
    """``lede``, or where it asks, sets a scene or never ends, a sentence near it that tells what the headline does.

    ``printed`` has the headline's stems.
    """
    told = document.passage(lede)
    roots = {stem[:_ROOT] for stem in printed}
    scene = len(printed) >= _HEADLINE and roots.isdisjoint(stem[:_ROOT] for stem in told.stems)
    if not (scene or told.text.endswith("?") or len(told.words) > _MANY):
        return lede
    at = sentences.index(lede) + 1
    for sentence in sentences[at : at + _BETTER]:
        better = document.passage(sentence)
        shared = len(printed.intersection(better.stems))
        if shared >= _SHARED and len(better.words) <= _LONGEST and "?" not in better.text and stands_alone(better):
            return sentence
    return lede


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
    later = slice(at + 1, at + 1 + _NEAR)
    for distance, (sentence, own) in enumerate(zip(sentences[later], words[later], strict=True), 1):
        if not own or len(own & taken) > _SAID_ALREADY * len(own) or _CAPTIONED.match(document.body, sentence.end):
            continue
        central = _centrality(own, spread)
        value = 1 / (1 + distance) + central - 0.5 * len(own & taken) / len(own)
        if value <= most or central < _CENTRAL:
            continue
        passage = document.passage(sentence)
        if _LEAST <= len(passage.words) <= room and stands_alone(passage) and _tells(document, passage.text):
            best, most = sentence, value
    return best


def _tells(document: Document, text: str) -> bool:
    """Whether a sentence tells something of somebody whom it names in full."""
    telling = document.language.telling
    if "?" in text or telling.hangs.search(text) or telling.silent.search(text):
        return False
    return not opens_with_surname(document.body, text)


def _centrality(own: frozenset[str], spread: Counter[str]) -> float:
    """How much a sentence is made of words that stand in several sentences."""
    return sum(math.log(spread[stem]) for stem in own) / (_SPREAD + len(own))
