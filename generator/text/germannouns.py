"""Noun phrases of German by its capitals: a noun is written with one, an adjective before it has an ending.

No lexicon is needed: "die gesperrte Brücke bei Emmerich" has the phrases "gesperrte Brücke" and "Emmerich".
"""

from __future__ import annotations

import re
from functools import cache, partial

from generator.knowledge import rows
from generator.text.nounphrases import END, Grammar, Kept
from generator.text.stopwords import stopwords

_ENDED = re.compile(r"[^\W\d_]{3,}(?:e|en|er|es|em)\Z")
"""The endings of an adjective before its noun; verbs have some of them too, but seldom stand there."""
_PLURAL = re.compile(r"(?<=\w{5})(?:en|er|es|n|s|e)\Z")
# A single word is a noun; what follows it directly is a name or its apposition, and one phrase with it.
_LONELY = re.compile(r"j(?![nP])")


@cache
def _weak() -> frozenset[str]:
    return frozenset(word for (word, *_) in rows("de/weak_words.tsv"))


def _letter(word: str, *, unsure: bool) -> str:
    """The letter of ``word``: "n" noun or name, "j" adjective, "D" number; "d", "v" and "." part phrases.

    Where ``unsure``, as at the start of a sentence, a capital word with an adjective's ending may be one.
    """
    if not word:
        return END
    if not word[0].isalnum():
        return "."
    if word[0].isdigit():
        return "D"
    lower = word.lower()
    if lower in stopwords("de") or lower in _weak():
        return "d"
    if word[0].isupper() and not (unsure and _ENDED.match(lower)):
        return "n"
    return "j" if _ENDED.match(lower) else "v"


def _settled(tags: str) -> str:
    return _LONELY.sub("v", tags)


GERMAN = Grammar(
    bases=Kept(lambda word: _PLURAL.sub("", word.lower())),
    letters=Kept(partial(_letter, unsure=False)),
    opening=Kept(partial(_letter, unsure=True)),
    settled=_settled,
    capitals="n",
)
