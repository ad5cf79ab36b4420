"""A text that is nothing but its headline, and a headline or a text that is cut off: what followed was lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from topic_briefings.models import Notice, Span

_MIDDLE = re.compile(r"[^\W\d_]+,? (?=[^\W\d_])[^\W\d_]+,? [^\W\d_]+[,. ]")
"""Three words without a capital, as a text begins that has lost what stood before; a name's first word may be small."""
_WORD = re.compile(r"\w+")


_NEVER_LAST = {
    "en": frozenset(
        (
            "the",
            "a",
            "an",
            "and",
            "nor",
            "his",
            "their",
            "its",
            "our",
            "my",
            "your",
            "from",
            "into",
            "onto",
            "than",
            "because",
            "although",
        )
    ),
    "de": frozenset(
        (
            "der",
            "die",
            "das",
            "den",
            "dem",
            "des",
            "eine",
            "einem",
            "einen",
            "einer",
            "eines",
            "und",
            "oder",
            "sowie",
            "vom",
            "zum",
            "zur",
            "beim",
        )
    ),
}
"""Words that no headline ends with: articles, conjunctions, what stands before a noun only."""
_SELDOM_LAST = {
    "en": frozenset(("to", "of", "with", "for", "at")),
    "de": frozenset(("von", "für", "gegen")),
}
"""Words that one may end with ("What the town hoped for"), but not a short one that the text goes on with."""
_ASKING = {"en": frozenset(("at", "by", "visit", "contact", "see", "following"))}
"""Words that no text ends with either, but where an address was lost behind them."""
_OPEN = re.compile(r"[^\W\d_]+[:,]?")
"""The last word of a text that does not end."""
_WHOLE, _SHOWN = 6, 5
"""Words of a last line that is more than a signature, and those of its end that are shown."""
_SHORT = 3
"""Words of a headline that is too short to be more than the beginning of a sentence that ends so."""


def notices(headline: str, body: str, language: str) -> tuple[Notice, ...]:
    """A notice where ``body`` (cleaned) has no word more than ``headline``, or one of them is cut off."""
    if headline and _is_cut(headline, language):
        return (Notice(code="headline_cut", message="The headline is cut off."),)
    first = _MIDDLE.match(body)
    if first and first[0].islower() and not body.islower() and body[:12].casefold() != headline[:12].casefold():
        shown = first[0].strip(",. ")
        message = f"The text begins in the middle of a sentence: “{shown} …”."
        return (Notice(code="beginning", message=message, span=Span(0, len(shown)), words=(shown,)),)
    if headline and not body:
        return (Notice(code="headline_only", message="There is no text below the headline.", case="bare"),)
    if ending := _ending(body, language):
        return (ending,)
    if not headline or any(one != other for one, other in zip_longest(_words(body), _words(headline))):
        return ()
    return (Notice(code="headline_only", message="The text is nothing but the headline."),)


def _words(text: str) -> Iterator[str]:
    return (match[0].casefold() for match in _WORD.finditer(text))


def _ending(body: str, language: str) -> Notice | None:
    """The notice of a text whose last line ends with a word that asks for another one."""
    line = body[body.rfind("\n") + 1 :]
    words = line.split()
    if len(words) < _WHOLE or not _OPEN.fullmatch(words[-1]):
        return None
    last = words[-1].rstrip(":,")
    never, seldom, asking = (table.get(language, frozenset()) for table in (_NEVER_LAST, _SELDOM_LAST, _ASKING))
    if last.lower() not in never | seldom | asking:
        return None
    shown = " ".join(words[-_SHOWN:])
    message = f"The text ends in the middle of a sentence: “… {shown}”."
    return Notice(code="ending", message=message, span=Span(len(body) - len(shown), len(body)), words=(shown,))


def _is_cut(headline: str, language: str) -> bool:
    """Whether its last word asks for another one; what closes with a mark of its own was meant so."""
    words = headline.split()
    last = words[-1]
    if len(words) < 2 or not last.islower():
        return False
    seldom = len(words) <= _SHORT and last in _SELDOM_LAST.get(language, ())
    return last in _NEVER_LAST.get(language, ()) or seldom
