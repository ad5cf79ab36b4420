"""Whether a sentence can be read by itself, away from the sentences around it."""

from __future__ import annotations

import re
from functools import cache

from topic_briefings.languages import Language
from topic_briefings.languages.kept import Kept
from topic_briefings.languages.language import WordSet

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
SHORTEST = 7
"""Words of the shortest sentence that tells anything."""

_ENDED = re.compile(r"[.!?…][\"”’»“)\]]*$")
_CREDIT = re.compile(
    r"(?:by|von|par|por|di)\s+[A-Z]|\W*(?:photo|image|picture|file|foto|bild|video|watch|read more|related|updated|"
    r"editor|correction|copyright|©|follow|click|subscribe|sign up|advertisement)\b",
    re.IGNORECASE,
)
_PICTURED = re.compile(r"\((?:[\w.]+ )?(?:photo|pictured|file|image|foto)\b|\b(?:photo|getty|pictured) ", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“„«‘`]|(?<!\w)'")


def is_ended(sentence: str) -> bool:
    """Whether it ends as a sentence does, and is not a line of a list or cut off."""
    return bool(_ENDED.search(sentence))


def is_furniture(sentence: str) -> bool:
    """Whether it is a byline, a caption or a line of the page around the article."""
    return bool(_CREDIT.match(sentence) or _PICTURED.search(sentence)) or sentence.isupper()


def is_quoting(sentence: str) -> bool:
    """Whether it holds a quotation mark, or an apostrophe that opens as one does."""
    return bool(_QUOTED.search(sentence))


def points_back(sentence: str, language: Language) -> bool:
    """Whether it opens with a word that leans on what came before: "She", "However", "For example"."""
    words = [word.lower() for word in WORD.findall(sentence[:60])[:4]]
    return any(" ".join(words[:count]) in language.openers() for count in range(1, len(words) + 1))


def stands_alone(sentence: str, language: Language) -> bool:
    """Whether a reader understands it without the sentences around it; quotations have their own place."""
    return (
        len(WORD.findall(sentence)) >= SHORTEST
        and sentence[0].isupper()
        and is_ended(sentence)
        and not is_furniture(sentence)
        and not is_quoting(sentence)
        and not points_back(sentence, language)
    )


def stems(text: str, language: Language) -> tuple[str, ...]:
    """The stems of the words in ``text`` that carry meaning, in order, repeated as often as they stand there."""
    return tuple(filter(None, map(_stems(language.stop_words).__getitem__, WORD.findall(text))))


@cache
def _stems(stop_words: WordSet) -> Kept[str]:
    """Word → its stem, cut to six letters; empty for one too common or too short to carry meaning."""

    def stem(word: str) -> str:
        plain = word.lower().removesuffix("'s").removesuffix("’s")
        return plain[:6].rstrip("s") if len(plain) > 2 and plain not in stop_words() else ""

    return Kept(stem)
