"""Whether two articles of nearly the same words tell of different things: a template filled twice.

The two texts are laid side by side, word by word. Where one has words that the other has replaced, and both
stretches hold names or numbers that stand nowhere in the other article, the slot was filled anew: other cities,
other companies, other magnitudes. One such slot in the lead makes two news; farther down it takes several, since
an editor may correct a figure or name another agency. Edits of plain words never count, and neither does what only
one side has: a cut paragraph, an added dateline.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache, cached_property

from topic_briefings.gathering.calendars import calendar
from topic_briefings.knowledge import rows
from topic_briefings.models import Analysis
from topic_briefings.text.datelines import without_dateline
from topic_briefings.text.document import Document

LEAD = 60
"""Words of a body in which one slot is enough."""
RUN = 3
SAME_RUNS = 0.4
"""Of the shorter text's runs of words: two texts that share fewer are worded differently, whatever they tell."""
SLOT = 8
"""Words. What is longer was rewritten, not filled in."""
SEVERAL = 2
A_SLOT_EACH = 100
"""Words of the shorter text for one more slot of ``SEVERAL``: a long copy may carry several corrections."""
ALIKE = 0.75
"""From this share of letters in common two names are one, spelled twice (Qaddafi, Gaddafi)."""
NOUNS_TOO = 0.25
"""From this share of capitals inside sentences a text writes its nouns with them, and a capital makes no name."""

_TOKEN = re.compile(r"\d(?:[\d.,]*\d)?|[^\W\d]+")


class Wording:
    """The words of an article and which of them are names and numbers."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        article = analysis.article
        sentences = Document(article).sentences
        start = without_dateline(article.body, sentences[0]).start if sentences else 0
        self._sentences = sentences
        self._matches = list(_TOKEN.finditer(article.body, start))
        self.words = [folded(match[0]) for match in self._matches]
        """The body's words without its dateline, in lower case, numbers without separators."""

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """All runs of ``RUN`` words of the body."""
        return frozenset(zip(*(self.words[at:] for at in range(RUN)), strict=False))

    @cached_property
    def everything(self) -> frozenset[str]:
        """All words of headline and body."""
        headline = self._analysis.article.headline
        return frozenset(self.words) | {folded(word) for word in _TOKEN.findall(headline)}

    @cached_property
    def places(self) -> frozenset[str]:
        """The words that name a country or a place in one."""
        article = self._analysis.article
        spans = (m.span.of(article.part(m.part)) for c in self._analysis.countries for m in c.mentions)
        return frozenset(folded(word) for text in spans for word in _TOKEN.findall(text) if word[0].isupper())

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of names: of places, of speakers, and what is written with a capital inside a sentence only."""
        forms = (spelling.form for speaker in self._analysis.speakers for spelling in speaker.spellings)
        spoken = {folded(word) for form in forms for word in _TOKEN.findall(form) if word[0].isupper()}
        small = {match[0] for match in self._matches if match[0][0].islower()}
        return (self.places | spoken | self._capitals() - small) - self._agencies() - self._own()

    def is_figure(self, word: str) -> bool:
        """Whether ``word`` is a number, or the name of a day or month."""
        return word[0].isdigit() or word in calendar(self._analysis.article.language)

    def _capitals(self) -> set[str]:
        openings = {sentence.start for sentence in self._sentences}
        inside = [match[0] for match in self._matches if match.start() not in openings and match[0].isalpha()]
        capitals = {folded(word) for word in inside if word[0].isupper()}
        if sum(word[0].isupper() for word in inside) > NOUNS_TOO * len(inside):
            return set()
        title = _TOKEN.findall(self._analysis.article.headline)
        if any(word.islower() and len(word) > len("from") for word in title):
            capitals |= {folded(word) for word in title[1:] if word[0].isupper()}
        return capitals

    def _agencies(self) -> set[str]:
        """The words of the agencies that the text names: of United Press, not of Leeds United."""
        text = f" {' '.join(self.words)} "
        return {word for form in _agencies() if f" {form} " in text for word in form.split()}

    def _own(self) -> set[str]:
        return {folded(word) for word in _TOKEN.findall(self._analysis.article.outlet or "")}


def folded(word: str) -> str:
    """``word`` in lower case; of a number the digits alone, so that 1,200 and 1200 are one."""
    return re.sub(r"[.,]", "", word) if word[0].isdigit() else word.lower()


@cache
def _agencies() -> frozenset[str]:
    """What agencies are called, as ``Wording`` parts its words."""
    found = {" ".join(map(folded, _TOKEN.findall(form))) for row in rows("agencies.tsv") for form in row}
    return frozenset(form for form in found if form)


class Difference(StrEnum):
    """In what two texts of nearly the same words differ."""

    NOTHING = "nothing"
    FIGURES = "figures"
    """Numbers and dates alone."""
    NAMES = "names"


def differ(one: Wording, other: Wording) -> bool:
    """Whether the two, nearly of the same words, have other names or numbers in the same places."""
    return difference(one, other) is not Difference.NOTHING


def same_wording(one: Wording, other: Wording) -> bool:
    """Whether the two are nearly of the same words in the same order, as a template filled twice is."""
    return len(one.runs & other.runs) >= SAME_RUNS * min(len(one.runs), len(other.runs)) > 0


def difference(one: Wording, other: Wording) -> Difference:
    """In what the slots of two articles, nearly of the same words, differ; names are worth more than figures."""
    found: dict[tuple[str, ...], bool] = {}
    few = max(SEVERAL, min(len(one.words), len(other.words)) // A_SLOT_EACH)
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    leading = False
    for kind, start, end, start_there, end_there in matcher.get_opcodes():
        if kind != "replace" or end - start > SLOT or end_there - start_there > SLOT:
            continue
        ours = _own_items(one, other, start, end)
        theirs = _own_items(other, one, start_there, end_there)
        if not ours or not theirs or _spelled_twice(ours, theirs, one.places | other.places):
            continue
        found[*ours, *theirs] = all(map(one.is_figure, ours)) or all(map(other.is_figure, theirs))
        leading = leading or start < LEAD or start_there < LEAD
    if not found or not (leading or len(found) >= few):
        return Difference.NOTHING
    return Difference.FIGURES if all(found.values()) else Difference.NAMES


def _own_items(one: Wording, other: Wording, start: int, end: int) -> tuple[str, ...]:
    """The names and numbers among the words ``start`` to ``end`` that the other article has nowhere."""
    return tuple(
        word
        for word in one.words[start:end]
        if (word[0].isdigit() or word in one.names) and word not in other.everything
    )


def _spelled_twice(ours: tuple[str, ...], theirs: tuple[str, ...], places: frozenset[str]) -> bool:
    """Whether the two are one name in two spellings; of places never, since Iran and Iraq are spelled alike."""
    if {*ours, *theirs} & places or any(word[0].isdigit() for word in (*ours, *theirs)):
        return False
    return SequenceMatcher(None, " ".join(ours), " ".join(theirs), autojunk=False).ratio() >= ALIKE
