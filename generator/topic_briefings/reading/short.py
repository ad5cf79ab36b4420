"""A text that is nothing but its headline, and a headline or a text that is cut off: what followed was lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from topic_briefings.languages import of
from topic_briefings.languages.language import WordClasses
from topic_briefings.models import Notice, Span

_MIDDLE = re.compile(r"[^\W\d_]+,? (?=[^\W\d_])[^\W\d_]+,? [^\W\d_]+[,. ]")
"""Three words without a capital, as a text begins that has lost what stood before; a name's first word may be small."""
_WORD = re.compile(r"\w+")


_SENTENCE = re.compile(r"[.!?…]\W|\n")
"""Where a sentence ends that is not the last."""
_CLOSING = " .!?…\"'”’"
_FEW, _LONGEST = 12, 600
"""Words of a text that is a sentence at least, and code points at most."""
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
    if headline and all(one == other for one, other in zip_longest(_words(body), _words(headline))):
        return (Notice(code="headline_only", message="The text is nothing but the headline."),)
    if headline and _is_a_sentence(_below(headline, body)):
        return (Notice(code="headline_only", message="The text is no more than one sentence.", case="sentence"),)
    return ()


def _words(text: str) -> Iterator[str]:
    return (match[0].casefold() for match in _WORD.finditer(text))


def _is_a_sentence(text: str) -> bool:
    """Whether it is a sentence and nothing else, no table."""
    words = text.split() if len(text) <= _LONGEST and text.endswith((".", "!", "?", "”", '"')) else []
    figures = sum(word[-1:].isdigit() for word in words)
    return len(words) >= _FEW and figures * 3 < len(words) and not _SENTENCE.search(text.rstrip(_CLOSING))


def _below(headline: str, body: str) -> str:
    """``body`` without the headline, where that stands at its head."""
    return body.removeprefix(headline).lstrip("\n .")


def _ending(body: str, language: str) -> Notice | None:
    """The notice of a text whose last line ends with a word that asks for another one, or announces what is lost."""
    line = body[body.rfind("\n") + 1 :]
    words = line.split()
    if len(words) < _WHOLE or not _OPEN.fullmatch(words[-1]):
        return None
    last = words[-1].rstrip(":,")
    announced = words[-1].endswith(":")
    ends = of(language).ending_words
    asks = any(last.lower() in ends(kind) for kind in ("never", "seldom", "asking", "unfinished"))
    if not (announced or asks or _lacks_its_object(words, ends)):
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
    ends = of(language).ending_words
    return last in ends("never") or (len(words) <= _SHORT and last in ends("seldom"))


def _lacks_its_object(words: Sequence[str], ends: WordClasses) -> bool:
    """Whether the last of ``words`` asks for an object or an address: "the library has selected", "on our website"."""
    before, last = words[-2].lower(), words[-1].lower()
    if before in ends("having") and last.endswith(tuple(ends("done"))):
        return True
    own = "+".join((before, last)) in ends("address")
    return (words[-3].lower() if own else before) in ends("owner") and (own or last in ends("address"))
