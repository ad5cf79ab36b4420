"""The words of a sentence, and whether it can be read by itself, away from the sentences around it."""

from __future__ import annotations

import re
from functools import cache, cached_property

from topic_briefings.languages import Language
from topic_briefings.languages.kept import Kept
from topic_briefings.languages.language import WordSet

# Most words are small letters with nothing else joined to them; they are read quickest by a class of their own.
_WORD = re.compile(r"[^\W_][a-z]*+(?:(?![\w'’-])|[^\W_]*+(?:['’-][^\W_]++)*+)")
SHORTEST = 7
"""Words of the shortest sentence that tells anything."""

_ENDED = re.compile(r"[.!?…][\"”’»“)\]]*$")
_BYLINE = re.compile(r"(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|[Dd]i)\s+[A-Z][\w.’'-]*\s+[A-Z]")
_CREDIT = re.compile(
    r"(?:co-?)?authored by\b|courtesy photo|pictured from |\W*(?:"
    r"(?:photo|image|picture|file|foto|bild|video)s?"
    r"(?: ?[:|(©]| (?:by|caption|copyright|courtesy|credit|gallery|photo|von)\b)"
    r"|(?:watch|read more|related|updated|source:|editor['’]?s['’]? note|correction|copyright|©|follow|click|subscribe"
    r"|sign up|advertisement)(?!\w))|.{0,200}\(all times local\)",
    re.IGNORECASE,
)
_PICTURED = re.compile(
    r"\((?:[\w.]+ )?(?:(?:photo|pictured|file|image|foto)\b|pic(?:ture)?:)|\bgetty images\b"
    r"|\bphoto (?:by|provided|released|taken)\b"
    r"|\bin this (?:[\w.-]+,? ){0,5}photo\b|\bseen in an? (?:[\w.-]+,? ){0,5}photo\b"
    r"|(?:,|\b(?:is|are)) pictured\b|\bpictured (?:above|at|below|here|in|left|right|with)\b"
    r"|, (?:left|right|cent(?:er|re)|second from (?:left|right)), |\bposes? for (?:a|the) (?:picture|photo|portrait)",
    re.IGNORECASE,
)
_STAMPED = re.compile(r"\b(?:19|20)\d\d,? (?:at )?\d{1,2}:\d\d(?: ?[AaPp]\.?[Mm])?\W*\Z")
"""How a line ends that says when its page was made."""
_STAMP = 12
"""Words of such a line at most."""
_MAIL = re.compile(r"[\w.+-]@[\w-]+\.[a-z]")
_PICTURES = ("(", "photo", "getty", "pictured", ", left", ", right", ", cent", ", second", "pose")
"""What a caption's words are not without."""
_QUOTED = re.compile(r"[\"“„«‘`]|(?<!\w)'")
_SHORT_VERB = re.compile(r"['’](?:s|re|ve|ll|d|m)\Z")
"""What is left of a verb behind a pronoun: "That's", "They'll"."""
_CAPITALISED = re.compile(r"[A-Z][\w’'-]+")
_GIVEN = re.compile(r"\b[A-Z][\w’'-]+ \Z")
_LONGEST_GIVEN = 60
"""Characters."""
_EDGE = re.compile(r"\b")


class Passage:
    """A stretch of text, most often a sentence, with its words and what they stem from; each is found once, if asked.

    ``words`` are as printed, without marks; ``stems`` those that carry meaning, repeated as often as they stand there.
    """

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language

    @cached_property
    def words(self) -> list[str]:
        """The words, hyphens and apostrophes inside them included."""
        return _WORD.findall(self.text)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stems of the words that carry meaning, in order."""
        return tuple(filter(None, map(_stems(self.language.stop_words).__getitem__, self.words)))


def is_ended(sentence: str) -> bool:
    """Whether it ends as a sentence does, and is not a line of a list or cut off."""
    return bool(_ENDED.search(sentence))


def is_furniture(sentence: str) -> bool:
    """Whether it is a byline, a caption or a line of the page around the article."""
    if _BYLINE.match(sentence) or _CREDIT.match(sentence) or sentence.isupper():
        return True
    if ("@" in sentence and _MAIL.search(sentence)) or (sentence.count(" ") < _STAMP and _STAMPED.search(sentence)):
        return True
    return any(map(sentence.lower().__contains__, _PICTURES)) and _PICTURED.search(sentence) is not None


def is_quoting(sentence: str) -> bool:
    """Whether it holds a quotation mark, or an apostrophe that opens as one does."""
    return bool(_QUOTED.search(sentence))


def points_back(sentence: Passage) -> bool:
    """Whether it opens with a word that leans on what came before: "She", "However", "For example"."""
    openers = sentence.language.openers()
    words = [_SHORT_VERB.sub("", word.lower()) for word in _WORD.findall(sentence.text[:60])[:4]]
    return any(" ".join(words[:count]) in openers for count in range(1, len(words) + 1))


def stands_alone(sentence: Passage) -> bool:
    """Whether a reader understands it without the sentences around it; quotations have their own place."""
    text = sentence.text
    return (
        len(sentence.words) >= SHORTEST
        and text[0].isupper()
        and is_ended(text)
        and not is_quoting(text)
        and not is_furniture(text)
        and not points_back(sentence)
    )


def opens_with_surname(body: str, text: str) -> bool:
    """Whether a later sentence begins with the short form of a name that stands in full elsewhere: "Kamande said"."""
    found = _CAPITALISED.match(text)
    if found is None or text[found.end() : found.end() + 2][1:].isupper():
        return False
    after = " " + found[0].removesuffix("'s").removesuffix("’s")
    at = body.find(after)
    while at >= 0:
        if _EDGE.match(body, at + len(after)) and _GIVEN.search(body, max(0, at - _LONGEST_GIVEN), at + 1):
            return True
        at = body.find(after, at + 1)
    return False


def stems(text: str, language: Language) -> tuple[str, ...]:
    """The stems of the words in ``text`` that carry meaning, in order, repeated as often as they stand there."""
    return Passage(text, language).stems


@cache
def _stems(stop_words: WordSet) -> Kept[str]:
    """Word → its stem, cut to six letters; empty for one too common or too short to carry meaning."""

    def stem(word: str) -> str:
        plain = word.lower().removesuffix("'s").removesuffix("’s")
        return plain[:6].rstrip("s") if len(plain) > 2 and plain not in stop_words() else ""

    return Kept(stem)
