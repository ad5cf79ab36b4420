"""What is the bottom line?

News puts its point first (the inverted pyramid), so the lede gives it; the lead is the baseline that extractive
summaries of news rarely beat (Nenkova, "Automatic text summarization of newswire", 2005), and nothing that was tried
here beats its first sentence where it tells what the headline does. By reading, it is the point of two articles in five
where it has none of the headline's words, and of seventeen in twenty where it has two or more: so a sentence near it
that has them takes its place. A second one is printed where it stands right behind the lede, is made of words that the
article keeps coming back to and not of those that the lede has already: behind a lede that is the point nine of ten
were, of those further down half. It helps most after a lede of some twenty words; a long one has said it all.
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
    Passage,
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
_BETTER = 4
"""Sentences among which one that tells what the headline does is looked for, where the lede sets a scene."""
_MANY = 60
"""Words of a lede that is no sentence to begin with: a list, or several whose stops were lost."""
_LONGEST_LEDE = 30
"""Words of a lede that leaves something to say."""
_HEADLINE = 3
"""Stems of a headline that says enough to be told again."""
_LITTLE = 1
"""Words of the headline in a lede that does not tell what it does: of such ledes half are the point by reading."""
_MORE = 2
"""How many more of them the better sentence has where the lede has one."""
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
        if (
            not is_ended(told.text)
            or told.text[0].islower()
            or is_furniture(told.text)
            or _CAPTIONED.match(document.body, sentence.end)
        ):
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
    if len(printed) < _HEADLINE:
        return lede
    told, roots = document.passage(lede), {stem[:_ROOT] for stem in printed}
    shared = 0 if told.text.endswith("?") or len(told.words) > _MANY else _shared(told, roots)
    if shared > _LITTLE:
        return lede
    needed = document.language.telling.retold + _MORE * shared
    at = sentences.index(lede) + 1
    for sentence in sentences[at : at + _BETTER]:
        better = document.passage(sentence)
        if _shared(better, roots) >= needed and _fits(better):
            return sentence
    return lede


def _shared(passage: Passage, roots: set[str]) -> int:
    """How many of the headline's words a sentence has, by their first letters."""
    return len(roots.intersection(stem[:_ROOT] for stem in passage.stems))


def _fits(passage: Passage) -> bool:
    """Whether a sentence can stand in place of the lede."""
    return _LEAST <= len(passage.words) <= _MOST_WORDS and "?" not in passage.text and stands_alone(passage)


def _second(document: Document, sentences: list[Span], lede: Span) -> Span | None:
    """The sentence right behind the lede where it adds to it; None where it does not."""
    told = document.passage(lede)
    at = sentences.index(lede) + 1
    if len(told.words) > _LONGEST_LEDE or at == len(sentences):
        return None
    room = min(_LONGEST, _MOST_WORDS - len(told.words))
    sentence, passage = sentences[at], document.passage(sentences[at])
    own, taken = frozenset(passage.stems), frozenset(told.stems)
    if not own or len(own & taken) > _SAID_ALREADY * len(own) or _CAPTIONED.match(document.body, sentence.end):
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
