"""Does a sentence tell what its article is about?

Behind a headline that reports, the first sentence does; a feature, an analysis or a column begins with a scene, a
look back, or what it is going to gainsay. Editors judged what was printed as the point of 405 articles: right is what
tells a reader what the article is about, by itself. They found three of four right. What tells for or against a
sentence is named below, each with its weight in a logistic regression on those verdicts, rounded. By weights of other
sheets than its own, 93 % of what reaches ``ENOUGH`` is right, and 62 % of the articles have it; of the newest sheets,
with the hardest articles, 90 and 56 %. Of 104 more that were read afterwards 92 were right.
``benchmarks/points.py`` makes the weights anew from judged sheets, and says how they hold on sheets left out. That a
sentence shares the headline's words and the article's is the oldest sign of one that tells (Edmundson, "New methods in
automatic extracting", 1969).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from topic_briefings.extractors import odds as weighed
from topic_briefings.models import Span
from topic_briefings.text.datelines import without_dateline
from topic_briefings.text.document import Document, damped
from topic_briefings.text.standing import SHORTEST, Passage, is_ended, is_furniture

ENOUGH = 1.3
"""What a sentence needs that is headed the point: then nine of ten are right."""
_NEAR, _CENTRAL = 0.15, 0.3
"""How near a sentence is to the rest of its article."""
_FIFTH = 0.2
"""The share of the headline's words that a sentence has which tells of the same."""
_TWO = 2
_LONG = 40
"""Sentences of a report; what is longer begins as features do."""
_SHORT = 12
"""Words of a sentence that says enough."""
_ROOT = 4
"""Letters by which a sentence's words are told from the headline's: "warned" tells what "warning" does."""
_YEAR = re.compile(r"(?<![\d.,])(?:1[89]|20)\d\d(?![\d.,]\d)")


SEARCHED = 30
"""Sentences looked at; the point of a news text is not further down."""
_FIRST = 4
"""Sentences of which one may have the dateline, behind the headline and its decks."""
_DECK = 18
"""Words of a deck at most."""
_LEDE = 15
"""Words that stand behind a deck at least, before the next line."""
_FEW = 6
"""Sentences that tell something among which the point is."""
_BEGINS = re.compile(r"(?:FULL )?TEXT[.:]?")
"""What stands between an abstract and the text."""
_CAPTIONED = re.compile(
    r"\s{1,2}(?:Photo|Foto|Image|Picture|Bild): [A-Z]"
    r"|\s{0,2}[(\[](?:[A-Z]\w+ ){0,3}(?:PHOTO|[Pp]hoto|[Ff]ile|[Ff]oto|[Ii]mage|[Pp]icture|AP|AFP|Reuters)\b"
    r"|(?:\s{1,2}[^(\[\s][^.!?\n]{0,120}\.)?\s{1,2}\("
    r"(?:(?:AP |AFP |Reuters )?[Pp]hoto\b|[A-Z]\w+ (?:[A-Z]\. )?[A-Z]\w+ ?/ ?(?:[Ff]or |[Tt]he |[A-Z]))"
)
"""What stands right behind a caption, or behind one more sentence of it: who took the picture."""


class Sign(StrEnum):
    """What tells for or against a sentence."""

    NEAR = "made of words that its article has elsewhere"
    CENTRAL = "made of them for the most part"
    RETOLD = "a fifth of the headline’s words in it"
    TWO = "two of the headline’s words in it"
    REPORTED = "it says who says so"
    BACK = "it looks back"
    LATER = "others before it tell something"
    LONG = "a long article"
    DENIED = "a headline that gainsays"
    TEASING = "a headline that asks, or keeps to itself what the article tells"
    ESSAY = "a headline that calls it no report"
    SHORT = "fewer than twelve words"


_ALONE = 0.2
"""The logarithm of the odds that a sentence is right of which nothing is so."""
WEIGHTS = {
    Sign.NEAR: 0.3,
    Sign.CENTRAL: 0.9,
    Sign.RETOLD: 0.8,
    Sign.TWO: 0.5,
    Sign.REPORTED: 0.5,
    Sign.BACK: -1.1,
    Sign.LATER: -0.8,
    Sign.LONG: -0.9,
    Sign.DENIED: -1.0,
    Sign.TEASING: -0.9,  # with 72 further articles that were read; by the sheets alone half of it
    Sign.ESSAY: -0.8,
    Sign.SHORT: -0.5,
}
"""What each adds to the logarithm of the odds, or takes from it."""


def telling(document: Document) -> Mapping[Span, int]:
    """The first few sentences that tell more than the headline, each with how many before it do, in order.

    What an abstract tells does not count for the text behind it, which has its own first few.
    """
    return document.once("telling", lambda: dict(_telling(document)))


def _telling(document: Document) -> Iterator[tuple[Span, int]]:
    printed = frozenset(document.printed)
    place = 0
    for number, sentence in enumerate(document.sentences[_decks(document) : SEARCHED]):
        told = document.passage(sentence)
        if number < _FIRST and is_deck(document, sentence):
            continue
        if _BEGINS.fullmatch(told.text):
            place = 0
        elif place < _FEW and len(told.words) >= SHORTEST and _tells_more(document, sentence, told, printed):
            yield sentence, place
            place += 1


def _decks(document: Document) -> int:
    """How many sentences stand before the first dateline: decks, where it is one of the first sentences."""
    for number, sentence in enumerate(document.sentences[:_FIRST]):
        if without_dateline(document.body, sentence) != sentence:
            return number
        if len(document.passage(sentence).words) > _DECK:
            break
    return 0


def is_deck(document: Document, sentence: Span) -> bool:
    """Whether it is a line of its own above a text, written as headlines are: "Plan would help sailors of Tarn."."""
    body = document.body
    if document.language.telling.deck.fullmatch(document.passage(sentence).text) is None:
        return False
    alone = body[: sentence.start].rstrip(" ")[-1:] in ("", "\n") and body[sentence.end : sentence.end + 1] == "\n"
    return alone and len(body[sentence.end :].lstrip().split("\n", 1)[0].split()) >= _LEDE


def _tells_more(document: Document, sentence: Span, told: Passage, printed: frozenset[str]) -> bool:
    """Whether it is a sentence of the text, with other stems than the headline has ``printed``."""
    if not is_of_the_text(document, sentence) or document.language.telling.routine.search(told.text):
        return False
    return not printed.issuperset(told.stems) and _letters(told.text) != _letters(document.headline)


def _letters(text: str) -> str:
    """Without the spaces that may part a word in one of two places: "am bas sadors"."""
    return "".join(text.split()).strip(".")


def is_of_the_text(document: Document, sentence: Span) -> bool:
    """Whether it is whole, and neither a caption nor a line of the page around the article."""
    told = document.passage(without_dateline(document.body, sentence)).text
    if not is_ended(told) or told[0].islower() or is_furniture(told) or _BEGINS.fullmatch(told):
        return False
    return not is_captioned(document, sentence)


def is_captioned(document: Document, sentence: Span) -> bool:
    """Whether what stands behind ``sentence`` shows that it is a caption."""
    return _CAPTIONED.match(document.body, sentence.end) is not None


def odds(found: Iterable[Sign]) -> float:
    """The logarithm of the odds that a sentence of which all this is so tells what its article is about."""
    return weighed.odds(_ALONE, WEIGHTS, found)


def signs(document: Document, sentence: Span, place: int) -> frozenset[Sign]:
    """What tells for or against ``sentence``, its dateline left out; ``place`` others before it tell something.

    Found once: what is the point and what may open a briefing ask of the same sentences.
    """
    kept: dict[tuple[Span, int], frozenset[Sign]] = document.once("signs", dict)
    if (sentence, place) not in kept:
        told = document.passage(sentence)
        kept[sentence, place] = frozenset((*_of_words(document, told), *_of_place(document, place)))
    return kept[sentence, place]


def _of_words(document: Document, told: Passage) -> Iterator[Sign]:
    """What its words tell, and those that it shares with the headline and the article."""
    telling, near = document.language.telling, nearness(document, told, itself=False)
    retold, printed = shared(document, told), len(_roots(document.printed))
    if near >= _NEAR:
        yield Sign.NEAR
    if near >= _CENTRAL:
        yield Sign.CENTRAL
    if retold > 0 and retold >= _FIFTH * printed:
        yield Sign.RETOLD
    if retold >= _TWO:
        yield Sign.TWO
    if telling.reported.search(told.text) is not None:
        yield Sign.REPORTED
    if telling.back.search(told.text) is not None or _of_another_year(document, told.text):
        yield Sign.BACK
    if len(told.words) < _SHORT:
        yield Sign.SHORT


def _of_place(document: Document, place: int) -> Iterator[Sign]:
    """What the headline tells and the article's length, and where the sentence stands."""
    telling = document.language.telling
    found = {
        Sign.LATER: place > 0,
        Sign.LONG: len(document.sentences) > _LONG,
        Sign.DENIED: telling.denied.search(document.headline) is not None,
        Sign.TEASING: telling.teasing.search(document.headline) is not None,
        Sign.ESSAY: telling.essay.search(document.headline) is not None,
    }
    return (sign for sign, holds in found.items() if holds)


def is_lure(document: Document, text: str) -> bool:
    """Whether a sentence only draws its reader in, or asks."""
    return text.endswith("?") or document.language.telling.lures.match(text) is not None


def shared(document: Document, told: Passage) -> int:
    """How many of the headline's words a sentence has, by their first letters."""
    return len(_roots(document.printed) & _roots(told.stems))


def _roots(found: Iterable[str]) -> frozenset[str]:
    return frozenset(stem[:_ROOT] for stem in found)


def nearness(document: Document, told: Passage, *, itself: bool = True) -> float:
    """The cosine of a sentence and its article's centre (Salton's vector space, term frequency damped), 0 to 1.

    Unless it counts ``itself``, of the sentence and the rest: a short text is made of little but this one.
    """
    counts, squares = document.centre
    own, shared_weight = Counter(told.stems), 0.0
    for stem, count in own.items():
        weight = _damped(counts[stem])
        if not itself:
            squares -= weight * weight
            weight = _damped(counts[stem] - count)
            squares += weight * weight
        shared_weight += weight
    length = math.sqrt(len(own) * squares) if squares > 0 else 0.0
    return shared_weight / length if length else 0.0


def _damped(count: int) -> float:
    return damped(count) if count > 0 else 0.0


def _of_another_year(document: Document, text: str) -> bool:
    """Whether it names a year before the article's own; any, where that is not known."""
    published = document.article.published
    return any(published is None or int(year) < published.year for year in _YEAR.findall(text))
