"""How well a quotation stands alone as a key quote.

Four things are asked of it, each between 0 and 1, and their mean is the salience:

- Is it *whole*? A sentence in marks 1, an indirect statement 0.4, a fragment 0.3.
- Is it of a *fitting length*? 8 to 40 words are best; less says little and more is a speech.
- Is it by a *principal*? Somebody with a role or a body 1, another named person 0.8, a group 0.4, nobody known 0.3.
- Has it *substance*? Half for a commitment (will, must, cannot, never), half for a figure or a name in it.

What cannot stand alone loses a fifth: words that begin with a pronoun or lean on what came before, and questions. The
parts are what editors ask of a pull quote; the weights are equal because no data says otherwise. ``tests/cases/
keyquotes`` holds pairs of which the better must win.
"""

from __future__ import annotations

from collections.abc import Sequence

from topic_briefings.extractors.quotes.identity import Identity
from topic_briefings.languages import Language
from topic_briefings.languages.kept import Kept
from topic_briefings.models import QuotationKind, Span, SpeakerKind

_MARKS = "\"“”„«»‘’'"
_PRINTED = _MARKS + ".,;:!?()"
"""What may be printed around a word and is no part of it."""
_OWN = frozenset(("I'm", "I’m"))
_MOST = 1000
"""Characters of a stretch that are looked at."""
_WHOLE = {QuotationKind.DIRECT: 1.0, QuotationKind.PARTIAL: 0.3, QuotationKind.INDIRECT: 0.4}


def salience(
    body: str, parts: Sequence[Span], kind: QuotationKind, identity: Identity | None, language: Language
) -> float:
    """0 to 1; the module says how."""
    words = " ".join([body[part.start : min(part.end, part.start + _MOST)] for part in parts[:3]]).split()
    if not words:
        return 0.0
    length = min(1.0, len(words) / 8) if len(words) <= 40 else (40 / len(words)) ** 2
    score = (_WHOLE[kind] + length + _standing(identity) + _substance(words, language.firm())) / 4
    alone = words[0].strip(_MARKS + ",").lower() not in language.leaning() and not words[-1].rstrip(_MARKS).endswith(
        "?"
    )
    return round(score * (1.0 if alone else 0.8), 4)


def _standing(identity: Identity | None) -> float:
    """What weight the speaker's word has."""
    if identity is None:
        return 0.3
    if identity.figure is not None:
        return 1.0 if identity.figure.role or identity.kind is SpeakerKind.BODY else 0.8
    return 0.4 if identity.kind in (SpeakerKind.GROUP, SpeakerKind.BODY) else 0.3


def _substance(words: Sequence[str], firm: frozenset[str]) -> float:
    """Half for a firm word, half for a figure or a name after the first word."""
    return 0.5 * (not firm.isdisjoint(map(_COMPARED.__getitem__, words))) + 0.5 * any(
        map(_NAMED.__getitem__, words[1:])
    )


def _compared(word: str) -> str:
    """The word, as printed with its marks, in the form that tables have."""
    return word.strip(_PRINTED).lower().replace("’", "'")


def _is_named(word: str) -> bool:
    """Whether the word, as printed with its marks, is a figure or begins like a name."""
    plain = word.strip(_PRINTED)
    first = plain[:1]
    return not first.islower() and (first.isdigit() or (first.isupper() and len(plain) > 1 and plain not in _OWN))


_COMPARED, _NAMED = Kept(_compared), Kept(_is_named)
