"""What is the bottom line?

News puts its point first (the inverted pyramid), so the lede gives it; the lead is the baseline that extractive
summaries of news rarely beat (Nenkova, "Automatic text summarization of newswire", 2005). A further sentence is
taken only where it tells what the headline promises and the lede leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from topic_briefings.knowledge import Knowledge
from topic_briefings.languages import Language
from topic_briefings.models import Point, Span
from topic_briefings.text.datelines import without_dateline
from topic_briefings.text.document import Document

_MOST_WORDS = 60
"""Words that a bottom line may have in all, unless the lede alone has more."""
_MOST_POINTS = 3
_SEARCHED = 30
"""Sentences looked at; the point of a news text is not further down."""
_SHORTEST = 7
"""Words of the shortest sentence that can be a lede."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ENDED = re.compile(r"[.!?…][\"”’»“)\]]*$")
_CREDIT = re.compile(
    r"(?:by|von|par|por|di)\s+[A-Z]|\W*(?:photo|image|picture|file|foto|bild|video|watch|read more|related|updated|"
    r"editor|correction|copyright|©|follow|click|subscribe|sign up|advertisement)\b",
    re.IGNORECASE,
)
_PICTURED = re.compile(r"\((?:[\w.]+ )?(?:photo|pictured|file|image|foto)\b|\b(?:photo|getty|pictured) ", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“„«‘'`]")


def extract(document: Document, knowledge: Knowledge) -> Iterator[Point]:
    """Yield one to three of the article's own sentences that give its point; none where it has no sentence.

    The first is the lede. Datelines are left out of it; bylines, captions, furniture and lines without an end are
    passed over. The others each add at least one word of the headline, and stand alone: no pronoun opens them.
    """
    sentences = list(islice(document.sentences, _SEARCHED))
    lede = _lede(document, sentences)
    if lede is None:
        return
    yield Point(span=without_dateline(document.body, lede))
    taken = _stems(lede.of(document.body), document.language)
    promised = _stems(document.headline, document.language)
    room = _MOST_WORDS - len(_WORD.findall(lede.of(document.body)))
    rest = [s for s in sentences if s.start > lede.start and _stands_alone(document, s)]
    for _ in range(_MOST_POINTS - 1):
        best = _best(document, rest, promised, taken, room)
        if best is None:
            return
        yield Point(span=best)
        rest.remove(best)
        taken |= _stems(best.of(document.body), document.language)
        room -= len(_WORD.findall(best.of(document.body)))


def _lede(document: Document, sentences: list[Span]) -> Span | None:
    """The first sentence that tells more than the headline; failing that the first with a few words."""
    body = document.body
    whole = [s for s in sentences if len(_WORD.findall(s.of(body))) >= _SHORTEST]
    printed = _stems(document.headline, document.language)
    told = [
        s
        for s in whole
        if _ENDED.search(text := s.of(body)) and not _is_furniture(text) and _stems(text, document.language) - printed
    ]
    alone = [s for s in told[:3] if not _ties(s.of(body), document.language)]
    for found in (alone, told, whole, sentences):
        if found:
            return found[0]
    return None


def _is_furniture(sentence: str) -> bool:
    """Whether it is a byline, a caption or a line of the page around the article."""
    return bool(_CREDIT.match(sentence) or _PICTURED.search(sentence)) or sentence.isupper()


def _stands_alone(document: Document, sentence: Span) -> bool:
    """Whether a reader understands it without the sentences around it; quotations have their own place."""
    text = sentence.of(document.body)
    return (
        len(_WORD.findall(text)) >= _SHORTEST
        and text[0].isupper()
        and bool(_ENDED.search(text))
        and not _is_furniture(text)
        and not _QUOTED.search(text)
        and not _ties(text, document.language)
    )


def _ties(text: str, language: Language) -> bool:
    """Whether the sentence opens with a word that points back."""
    words = [word.lower() for word in _WORD.findall(text[:60])[:4]]
    return any(" ".join(words[:count]) in language.openers() for count in range(1, len(words) + 1))


def _best(document: Document, rest: list[Span], promised: set[str], taken: set[str], room: int) -> Span | None:
    """The sentence that adds most of what the headline promises; the earlier one of two equals."""
    best, best_gain = None, 0
    for sentence in rest:
        text = sentence.of(document.body)
        stems = _stems(text, document.language)
        gain = 3 * len(stems & promised - taken) + len(stems & promised & taken)
        if stems & promised - taken and gain > max(best_gain, 3) and len(_WORD.findall(text)) <= room:
            best, best_gain = sentence, gain
    return best


def _stems(text: str, language: Language) -> set[str]:
    """The words that carry meaning, cut to six letters: a stemmer for any language with an alphabet."""
    common = language.stop_words()
    words = (word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text))
    return {word[:6].rstrip("s") for word in words if len(word) > 2 and word not in common}
