"""What is the bottom line?

News puts its point first (the inverted pyramid), so the lede gives it; the lead is the baseline that extractive
summaries of news rarely beat (Nenkova, "Automatic text summarization of newswire", 2005), and nothing that was tried
here beats its first sentence where it tells what the headline does. How often a sentence does is told by ``gist.py``. A
lede that does too seldom gives way to the sentence behind it if that has three of the headline's words and does often
enough: four of five such were right, further down two of five.

Where there is none, the page says how the article begins, in the words with which it does: no sentence is left out
because it draws its reader in or leans on a headline. A short one, which may be a question or a joke, is followed by
the one behind it. A point is not: every second one that adds to it told a mere detail.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from topic_briefings.extractors.gist import (
    ENOUGH,
    SEARCHED,
    Sign,
    is_lure,
    is_of_the_text,
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
    Passage,
    is_ended,
    is_quoting,
    opens_with_surname,
    points_back,
    stands_alone,
)

_MOST_WORDS = 60
"""Words that the two sentences of a beginning may have in all, and one that takes the place of a lede."""
_BETTER = 2
"""Sentences that tell something of which the better one is taken, where the lede is too seldom the point."""
_RETOLD = 3
"""Words of the headline in a better sentence or a short one: with fewer, every second one told something else."""
_MANY = 60
"""Words of a lede that is no sentence to begin with: a list, or several whose stops were lost."""
_TABLE = 3
"""Lines without an end before a sentence that are no headline and no decks, but a table."""
_LONGEST = 30
"""Words of a first sentence that leaves something to say."""
_CURT = 0.5
"""What a sentence of fewer than twelve words is worth less, with fewer of the headline’s: half were hooks."""
_GAINSAID = 0.6
"""What one is worth less behind which “but” begins: of eleven such six were only what the news is set against."""
_LEAST = 9
"""Words of a sentence that takes the place of a lede."""


def extract(document: Document, knowledge: Knowledge) -> Iterator[Point]:
    """Yield the article's own sentence that gives its point, or the one or two with which it begins; none of no text.

    Where it is not ``sure``, it is only how the article begins. Datelines are left out; bylines, captions, furniture
    and lines without an end are passed over.
    """
    del knowledge
    told = telling(document)
    found = _point(document, told)
    if found is not None:
        yield Point(span=without_dateline(document.body, found))
        return
    for sentence in _beginning(document, told):
        yield Point(span=without_dateline(document.body, sentence), sure=False)


def _point(document: Document, told: Mapping[Span, int]) -> Span | None:
    """The sentence that is most often the point of those that are often enough; the text behind an abstract has one."""
    lede = next(iter(told), None)
    if lede is None or _is_glued(document, document.passage(lede)):
        return None
    for wanted in range(_BETTER):
        worth = {
            sentence: _worth(document, sentence, place)
            for sentence, place in told.items()
            if place == wanted and (_stands if sentence == lede else _fits)(document, sentence)
        }
        best = max(worth, key=worth.__getitem__, default=None)
        if best is not None and worth[best] >= ENOUGH:
            return best
    return None


def _worth(document: Document, sentence: Span, place: int) -> float:
    span = without_dateline(document.body, sentence)
    found = signs(document, span, place)
    curt = Sign.SHORT in found and shared(document, document.passage(span)) < _RETOLD
    behind = _beside(document, sentence, 1)
    gainsaid = behind is not None and document.language.telling.gainsays.match(document.passage(behind).text)
    return odds(found) - _CURT * curt - _GAINSAID * bool(gainsaid)


def _stands(document: Document, lede: Span) -> bool:
    """Whether the lede can be the point at all: of sentences that only draw a reader in one in six was.

    Nor is one that begins in quotation marks, stands below the lines of a table, or is taken back right behind it.
    """
    passage = document.passage(without_dateline(document.body, lede))
    if points_back(passage) or len(passage.words) > _MANY or passage.text.endswith("?"):
        return False
    behind = _beside(document, lede, 1)
    if behind is not None and document.language.telling.turns.match(document.passage(behind).text):
        return False
    return not (_is_below_a_table(document, lede) or is_lure(document, passage.text) or is_quoting(passage.text[:1]))


def _is_glued(document: Document, told: Passage) -> bool:
    """Whether two sentences are one because a mark was lost."""
    return document.language.telling.glued.search(told.text) is not None


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
    return stands_alone(told) and not _is_glued(document, told)


def _beginning(document: Document, told: Iterable[Span]) -> Iterator[Span]:
    """The first sentence that tells something, with a short one right before it or behind it; else the first of any."""
    whole = (s for s in document.sentences[:SEARCHED] if len(document.passage(s).words) >= SHORTEST)
    first = next(chain(told, whole, document.sentences), None)
    if first is None:
        return
    before, behind = _beside(document, first, -1), _beside(document, first, 1)
    if before is not None and _leads_to(document, before, first) and _follows(document, before, first):
        yield before
        yield first
        return
    yield first
    if behind is not None and _goes_on(document, first, behind) and _follows(document, first, behind):
        yield behind


def _beside(document: Document, sentence: Span, step: int) -> Span | None:
    at = document.sentences.index(sentence) + step
    return document.sentences[at] if 0 <= at < len(document.sentences) else None


def _follows(document: Document, first: Span, behind: Span) -> bool:
    """Whether nothing stands between two sentences, a dateline neither: only then they are the article's own words."""
    body = document.body
    return not body[first.end : behind.start].strip() and without_dateline(body, behind).start == behind.start


def _leads_to(document: Document, before: Span, first: Span) -> bool:
    """Whether ``before`` is a short sentence of the same paragraph, and no line of the page: "It is game time."."""
    told = document.passage(before)
    if not (first.start - before.end == 1 and len(told.words) < SHORTEST and is_of_the_text(document, before)):
        return False
    return not frozenset(document.printed).issuperset(told.stems)


def _goes_on(document: Document, first: Span, behind: Span) -> bool:
    """Whether both are short enough to stand there; what quotes somebody may begin or end somewhere else."""
    told, passage = document.passage(first), document.passage(behind)
    if len(told.words) > _LONGEST or len(told.words) + len(passage.words) > _MOST_WORDS or not is_ended(told.text):
        return False
    return is_of_the_text(document, behind) and not is_quoting(passage.text)
