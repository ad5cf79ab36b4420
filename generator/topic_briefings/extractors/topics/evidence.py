"""Gather the terms of the lexicon that an article prints, in the sense that they have there.

A word inside a longer name is none of its own ("Southport High School" is not about schools), and a word of two
senses speaks for the one that the words around it ask for: a bank beside a river lends nothing (one sense a
discourse: Yarowsky, "Unsupervised word sense disambiguation rivaling supervised methods", 1995).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from topic_briefings.knowledge import Knowledge
from topic_briefings.knowledge.terms import Lexicon, Term
from topic_briefings.knowledge.topics import lexicon, other_senses
from topic_briefings.models import Part, Span, as_span
from topic_briefings.text.document import Document
from topic_briefings.text.phrases import lower

HEADLINE, LEDE = 3.5, 1.4
LEDE_LENGTH = 400
"""Code points of the first paragraph that count as the lede."""
LEADS = 300
"""Code points of the body that lead, whatever its paragraphs: some papers print a headline's second half as one."""
HALF = 5000
"""Code points after which a word in the body counts half."""
SATURATION = 2.0
"""BM25's k1: a term can count at most ``SATURATION + 1`` times its weight."""
NAMES_A_TOPIC = 3.0
"""The weight of a word that names a topic, and not merely hints at it."""
_HEADLINE, _BODY = Part.HEADLINE, Part.BODY
_COMPOUND = re.compile(r"\b[A-ZÄÖÜ][\w-]{6,59}")
"""A German noun that is long enough to be made of two."""
_INFLECTED = 4
"""Letters beyond a compound's first or last part that tell it from another one; behind them stand endings."""
_REACH = 32
"""Code points before a word in which the rest of a name is looked for."""
_NAME_BEFORE = re.compile(r"(?:[^.!?:;\"“”\s] |\A\S)(?:[A-Z][\w&’'-]*\w|St\.|Mt\.) \Z")
"""A word with a capital that is not a sentence's first."""
_JOINING = frozenset(("and", "of", "the", "for", "to", "on", "in", "und", "für", "der", "des"))
"""Words of a name that its letters leave out."""
_NAME_AFTER = re.compile(r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][a-z]")


@dataclass(slots=True)
class Evidence:
    """What one term has brought together in one article."""

    term: Term
    frequency: float = 0.0
    """How often it stands there, an occurrence counting as much as its place does."""
    leads: bool = False
    """Whether it stands in the headline or the lede."""
    spans: list[tuple[Part, Span]] = field(default_factory=list)
    """In order of appearance."""
    words: set[str] = field(default_factory=set)
    """The beginnings of the different words that print it: one, or a compound each."""

    @property
    def value(self) -> float:
        """How many times its weight the term counts, from 0 to ``SATURATION + 1``."""
        return self.frequency * (SATURATION + 1) / (self.frequency + SATURATION)

    def add(self, part: Part, span: Span, place: float, word: str) -> None:
        """Count one more occurrence, for as much as its ``place`` does."""
        self.frequency += place
        self.leads = self.leads or span.start < LEADS or part is _HEADLINE
        self.spans.append((part, span))
        self.words.add(word)


def weigh(document: Document, knowledge: Knowledge) -> list[Evidence]:
    """The terms of the lexicon that the article prints, in order of appearance."""
    words = lexicon(knowledge, document.language.code)
    if words is None:
        return []
    found: dict[int, Evidence] = {}
    for part, text in ((_HEADLINE, document.headline), (_BODY, document.body)):
        lede = min(text.find("\n") % (len(text) + 1), LEDE_LENGTH)
        for span, term, word in _find(text, words, names=_tells_names(document, part)):
            item = found.get(id(term))  # a term is one object for the life of its lexicon, and dear to hash
            if item is None:
                item = found[id(term)] = Evidence(term)
            body = LEDE if span.start < lede else HALF / (HALF + span.start)
            item.add(part, span, HEADLINE if part is _HEADLINE else body, word)
    return _told_once(list(_meant(found.values(), document)))


def _told_once(found: list[Evidence]) -> list[Evidence]:
    """``found``, its letters with no word of their own where the article has what they are short for, too.

    "FDA" and "Food and Drug Administration" are one thing that is told of.
    """
    names = [item.term.text.split(" ") for item in found if " " in item.term.text]
    letters = {"".join(word[0] for word in name if word not in _JOINING) for name in names}
    for item in found:
        if item.term.text in letters:
            item.words.clear()
    return found


def _tells_names(document: Document, part: Part) -> bool:
    """Whether a capital tells a name there: not where all nouns have one, nor in a headline in title case."""
    attribution = document.language.attribution
    if attribution is not None and attribution.reference.capital_nouns:
        return False
    words = [word for word in document.headline.split() if len(word) > 3] if part is Part.HEADLINE else []
    return 2 * sum(word[0].isupper() for word in words) <= len(words)


def _find(text: str, words: Lexicon, *, names: bool) -> Iterator[tuple[Span, Term, str]]:
    """The terms in ``text``, each with the word that prints it; ``names`` says that capitals tell names."""
    loud = text.isupper()
    covered: set[int] = set()
    for start, end, index in words.matcher.find(lower(text)):
        for letters, term in words.terms[index]:
            if letters is None or letters == text[start:end] or (loud and " " in letters):
                covered.add(start)
                named = names and letters is None and text[start].isupper() and _is_inside_a_name(text, start, end)
                if term.matters and not named and not (text[start].isdigit() and _is_amount(text, start)):
                    yield as_span((start, end)), term, term.text
                break
    if words.endings or words.beginnings:
        yield from _find_compounds(text, words, covered)


def _find_compounds(text: str, words: Lexicon, covered: set[int]) -> Iterator[tuple[Span, Term, str]]:
    """The long words that are not in the lexicon, by what they end or begin with."""
    for word in _COMPOUND.finditer(text):
        if word.start() not in covered:
            for term in words.parts(word[0].lower()):
                yield Span(*word.span()), term, word[0].lower()[: len(term.text) + _INFLECTED]


def _is_amount(text: str, start: int) -> bool:
    """Whether digits that look like a term ("200m") belong to a sum of money or a longer number."""
    return start > 0 and text[start - 1] in "$£€¥.,"


def _is_inside_a_name(text: str, start: int, end: int) -> bool:
    """Whether words with capitals stand beside another one: "Fire" in "Fire Island", "Norton High School".

    Of several words only one before them tells: "Defense Secretary Ann Lee" is no longer name than her own.
    """
    if text[start + 1 : start + 2].isupper():
        return False
    words = text[start:end].split(" ")
    if not all(word[0].isupper() and not word[1:2].isupper() for word in words):
        return False
    if len(words) == 1 and _NAME_AFTER.match(text, end):
        return True
    return _NAME_BEFORE.search(text[max(0, start - _REACH) : start]) is not None


def _meant(found: Iterable[Evidence], document: Document) -> Iterator[Evidence]:
    """``found`` without the words of several senses that have another one here.

    One is dropped where the article has a word of its other sense, unless another word names the same topic.
    """
    found = list(found)
    senses, texts = other_senses(document.language.code), (lower(document.headline), lower(document.body))
    # The topics that words name which have none of several senses.
    named = {
        topic
        for item in found
        if item.term.text not in senses
        for topic, weight in item.term.votes
        if weight >= NAMES_A_TOPIC
    }
    for item in found:
        others = senses.get(item.term.text)
        if others is None or any(topic in named for topic, _ in item.term.votes) or not _has(others, texts):
            yield item


def _has(words: Iterable[str], texts: Iterable[str]) -> bool:
    """Whether one of ``texts`` (lower case) has one of ``words``, whole; to look for its letters first spares most."""
    return any(_whole(word).search(text) for text in texts for word in filter(text.__contains__, words))


@lru_cache(maxsize=2_000)
def _whole(word: str) -> re.Pattern[str]:
    letters = re.escape(word)  # in front, since a pattern that begins with plain letters is looked for quickly
    return re.compile(rf"{letters}(?<!\w{letters})\b")
