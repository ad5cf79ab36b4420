"""What is the bottom line?

News puts its point first (the inverted pyramid), so the lede gives it; the lead is the baseline that extractive
summaries of news rarely beat (Nenkova, "Automatic text summarization of newswire", 2005), and nothing that was tried
here beats its first sentence where it tells what the headline does. How often a sentence does is told by ``gist.py``. A
lede that does too seldom gives way to a sentence near it that has three of the headline's words and does often enough:
nine of twelve such were right. Where there is none the lede stays, as that with which the article begins: it is no
``sure`` point, and no page says that it is one. Three articles in five have one that is.

A second sentence is sure right behind a lede of which all is so that speaks for one, where it is made of words that the
article keeps coming back to and not of those that the lede has already: 28 of 33 were right, of those behind other
ledes two of three. It helps most after a lede of some twenty words; a long one has said it all.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain, islice

from topic_briefings.extractors.gist import (
    ENOUGH,
    SEARCHED,
    is_captioned,
    is_lure,
    odds,
    shared,
    signs,
    telling,
)
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Point, Span
from topic_briefings.text.datelines import without_dateline
from topic_briefings.text.document import Document
from topic_briefings.text.standing import (
    SHORTEST,
    is_ended,
    is_quoting,
    opens_with_surname,
    points_back,
    stands_alone,
)

_MOST_WORDS = 60
"""Words that a bottom line may have in all, unless the lede alone has more."""
_FIRST = 3
"""Sentences that tell more than the headline, of which one that stands alone is the lede."""
_PAST_HOOKS = 3
"""So many more are looked at where the first only draws a reader in."""
_BETTER = 4
"""Sentences that tell something among which a better one is looked for, where the lede is too seldom the point."""
_RETOLD = 3
"""Words of the headline in a better one: of those with fewer every second one told something else."""
_PLENTY = 2.4
"""What a lede needs that a second sentence behind it is right often enough: six of seven are."""
_MANY = 60
"""Words of a lede that is no sentence to begin with: a list, or several whose stops were lost."""
_TABLE = 3
"""Lines without an end before a sentence that are no headline and no decks, but a table."""
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
    passed over. The second stands alone: no pronoun opens it, and it quotes nobody. Where ``sure`` is false, the lede
    is only how the article begins, or the second is too seldom right.
    """
    sentences = list(islice(document.sentences, SEARCHED))
    told = telling(document)
    lede = _lede(document, sentences, told)
    if lede is None:
        return
    lede, worth = _to_the_point(document, lede, told)
    yield Point(span=without_dateline(document.body, lede), sure=worth >= ENOUGH)
    second = _second(document, sentences, lede)
    if second is not None:
        yield Point(span=second, sure=worth >= _PLENTY)


def _lede(document: Document, sentences: list[Span], told: Mapping[Span, int]) -> Span | None:
    """The first sentence that tells more than the headline; failing that the first with a few words."""

    def is_hook(sentence: Span) -> bool:
        return is_lure(document, without_dateline(document.body, sentence).of(document.body))

    new = list(told)[: _FIRST + _PAST_HOOKS]
    if not (new and is_hook(new[0])):
        new = new[:_FIRST]
    free = [s for s in new if not points_back(document.passage(s))]
    alone = next((s for s in free if not is_hook(s)), None) or next(iter(free[:_FIRST]), None)
    whole = (s for s in sentences if len(document.passage(s).words) >= SHORTEST)
    return alone or next(chain(new, whole, sentences), None)


def _to_the_point(document: Document, lede: Span, told: Mapping[Span, int]) -> tuple[Span, float]:
    """``lede``, or where it is too seldom the point, the sentence near it that is most often, and how often.

    That is the logarithm of the odds; of what leans on another sentence or never ends it is not known, and small.
    """
    worth = _worth(document, lede, told[lede]) if _stands(document, lede, told) else -math.inf
    reach = 1 if worth >= ENOUGH else _BETTER  # a good lede yields to the first sentence behind an abstract alone
    near = {
        sentence: _worth(document, sentence, place)
        for sentence, place in told.items()
        if place < reach and sentence != lede and _fits(document, sentence)
    }
    best = max(near, key=near.__getitem__, default=lede)
    found = near.get(best, worth)
    return (best, found) if found > worth and found >= ENOUGH else (lede, worth)


def _worth(document: Document, sentence: Span, place: int) -> float:
    return odds(signs(document, without_dateline(document.body, sentence), place))


def _stands(document: Document, lede: Span, told: Mapping[Span, int]) -> bool:
    """Whether it can be the point at all: of sentences that only draw a reader in one in six was.

    Nor is one that begins in quotation marks or stands below the lines of a table.
    """
    passage = document.passage(without_dateline(document.body, lede))
    if lede not in told or points_back(passage) or len(passage.words) > _MANY:
        return False
    return not (_is_below_a_table(document, lede) or is_lure(document, passage.text) or is_quoting(passage.text[:1]))


def _is_below_a_table(document: Document, sentence: Span) -> bool:
    above = document.sentences[: document.sentences.index(sentence)]
    return sum(not is_ended(document.passage(line).text) for line in above) >= _TABLE


def _fits(document: Document, sentence: Span) -> bool:
    """Whether a sentence can stand in place of the lede."""
    told = document.passage(without_dateline(document.body, sentence))
    if "?" in told.text or is_lure(document, told.text) or document.language.telling.hangs.search(told.text):
        return False
    if not _LEAST <= len(told.words) <= _MOST_WORDS or shared(document, told) < _RETOLD:
        return False
    if _is_below_a_table(document, sentence) or opens_with_surname(document.body, told.text):
        return False
    return stands_alone(told)


def _second(document: Document, sentences: list[Span], lede: Span) -> Span | None:
    """The sentence right behind the lede where it adds to it; None where it does not."""
    told = document.passage(lede)
    at = sentences.index(lede) + 1
    if len(told.words) > _LONGEST_LEDE or at == len(sentences):
        return None
    room = min(_LONGEST, _MOST_WORDS - len(told.words))
    sentence, passage = sentences[at], document.passage(sentences[at])
    own, taken = frozenset(passage.stems), frozenset(told.stems)
    if not own or len(own & taken) > _SAID_ALREADY * len(own) or is_captioned(document, sentence):
        return None
    if not _LEAST <= len(passage.words) <= room or not stands_alone(passage) or not _tells(document, passage.text):
        return None
    spread = Counter(chain.from_iterable(frozenset(document.passage(each).stems) for each in sentences))
    return sentence if _centrality(own, spread) >= _CENTRAL else None


def _tells(document: Document, text: str) -> bool:
    """Whether a sentence tells something of somebody whom it names in full."""
    telling = document.language.telling
    if "?" in text or telling.hangs.search(text) or telling.silent.search(text):
        return False
    return not opens_with_surname(document.body, text)


def _centrality(own: frozenset[str], spread: Counter[str]) -> float:
    """How much a sentence is made of words that stand in several sentences."""
    return sum(math.log(spread[stem]) for stem in own) / (_SPREAD + len(own))
