"""Noun phrases of German by its capitals: a noun is written with one, an adjective before it has an ending.

No lexicon is needed: "die gesperrte Brücke bei Emmerich" has the phrases "gesperrte Brücke" and "Emmerich". An
adjective that the case has bent ("der internationalen Lage") is printed as it stands alone where the noun's ending
tells its gender ("internationale Lage"); where it does not, the noun is printed by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from topic_briefings.languages.de.words import TABLES, role_of
from topic_briefings.languages.en import nouns as english
from topic_briefings.languages.kept import Kept
from topic_briefings.languages.names import given_name
from topic_briefings.languages.nouns import ADDRESS, END, NounGrammar, NounWords
from topic_briefings.languages.stopwords import stopwords

_ENDED = re.compile(r"[^\W\d_]{3,}(?:e|en|er|es|em)\Z")
"""The endings of an adjective before its noun; verbs have some of them too, but seldom stand there."""
_PLURAL = re.compile(r"(?<=\w{5})(?:en|er|es|n|s|e)\Z")
_BENT = re.compile(r"(?<=\w{3})e[nmr]?\Z")
_OFFICE = re.compile(r"(?:(?<=er|or)s|(?<=at)s|(?<=ent|ant|ist)(?:en|s))\Z")
"""The ending of an office in another case than the first, before the name of who holds it."""
_OF_LAND = re.compile(r"\A(\w+(?:land|ien|reich|ada|ina|ika|opa|aine))s\Z")
"""A country in the genitive: "Russlands"."""
_TO_SEVERAL = re.compile(
    r"\A(\w*(?:brüch|sprüch|bäch|tier|griff|rotest|stöß|gerät|spiel|preis|recht|betrieb|produkt|objekt|projekt|problem|system|punkt|brief"
    r"|dienst|unfäll|vorwürf|schläg|verträg|beiträg|gesetz|werk|stück|freund)e)n\Z",
    re.IGNORECASE,
)
"""A dative plural whose first case ends in "e": "Übergriffen"."""
_ADVERB = re.compile(
    r"(?:lich|wärtig|zeitig|artig|mäßig|weise|end|mals|wärts|falls|dings|dessen|lings|seits|maßen|tags)\Z"
)
"""How words end that open a sentence with a capital and are no nouns."""
# An adjective stands before its noun and begins the phrase: after a noun it belongs to a clause of its own.
_LONELY = re.compile(r"a(?:(?![anN])|(?<=na))")


@cache
def _weak() -> frozenset[str]:
    return TABLES.words("weak_words")


@cache
def _genders() -> tuple[tuple[str, str], ...]:
    """Ends of nouns in lower case, the longest first, each with what an adjective before it ends in."""
    found = ((ending, adjective) for adjective, endings in TABLES.rows("noun_endings") for ending in endings.split())
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))


def _bends(adjective: str) -> bool:
    """Whether it has another ending beside each noun: not one that is made from a town, as "Jenaer" is."""
    town = adjective[:1].isupper() and adjective.endswith("er")
    return not town and _ENDED.match(adjective.lower()) is not None


def alone(tokens: list[str], before: str) -> list[str]:
    """The words of a phrase as a heading prints them; ``before`` is the word that stands before it.

    >>> alone(["Vereinten", "Nationen"], "der")
    ['Vereinte', 'Nationen']
    >>> alone(["Ministeriums"], "des")
    ['Ministerium']
    """
    if len(tokens) > 1 and tokens[0][:1].isupper() and _OFFICE.search(tokens[0]):  # "des Umweltministers Gabriel"
        return [_OFFICE.sub("", tokens[0]), *tokens[1:]]
    *adjectives, noun = tokens
    noun = _TO_SEVERAL.sub(r"\1", noun)
    if not adjectives:
        noun = _OF_LAND.sub(r"\1", noun)
    if before.lower() in ("des", "eines", "dieses") and re.search(r"[^s]s\Z", noun):
        noun = noun[:-1]
    ending = next((adjective for end, adjective in _genders() if noun.lower().endswith(end)), None)
    if ending:
        return [*(_BENT.sub(ending, word) if _bends(word) else word for word in adjectives), noun]
    while adjectives and re.search(r"[a-zß]e[nm]\Z", adjectives[0]) and adjectives[0].islower():
        del adjectives[0]
    return [*adjectives, noun]


def noun_phrases(words: NounWords) -> Iterator[tuple[int, int]]:
    """The noun phrases as English has them; of "Umweltminister Arno Tillmann", as of others, the name alone."""
    for first, last in english.noun_phrases(words):
        yield first + _led_by(words, first, last), last


def _led_by(words: NounWords, first: int, last: int) -> int:
    """How many words before a full name at the end of a phrase say what the person is."""
    tokens = words.tokens
    for at in range(first + 1, last - 1):
        if given_name(tokens[at]) and role_of(_OFFICE.sub("", tokens[at - 1]).lower()) == "person":
            return at - first
    return 0


def _letter(word: str, *, unsure: bool) -> str:
    """The letter of ``word``: "n" noun or name, "a" adjective, "M" figure; "d", "v" and "j" part phrases.

    Where ``unsure``, as at the start of a sentence, a capital word with an adjective's ending may be one.
    """
    if not word:
        return END
    if not word[0].isalnum() or ADDRESS.search(word):
        return "j"
    if word[0].isdigit():
        return "M"
    lower = word.lower()
    if lower in stopwords("de") or lower in _weak():
        return "d"
    if word[0].isupper() and not (unsure and (_ENDED.match(lower) or _ADVERB.search(lower))):
        return "n"
    return "a" if _ENDED.match(lower) else "v"


def _settled(tags: str) -> str:
    return _LONELY.sub("v", tags)


def _words(use: str) -> frozenset[str]:
    """The words, lower case, that ``use`` names; see ``languages/nouns.py``."""
    return TABLES.words("dull_words") if use == "dull" else _WORDS.get(use, frozenset())


_WORDS = {"speaks": frozenset(("sprecher", "sprecherin")), "whole": frozenset(("den haag",))}

NOUNS = NounGrammar(
    bases=Kept(lambda word: _PLURAL.sub("", word.lower())),
    letters=Kept(partial(_letter, unsure=False)),
    opening=Kept(partial(_letter, unsure=True)),
    settled=_settled,
    capitals="n",
    alone=alone,
    phrases=noun_phrases,
    qualities=english.leading_qualities,
    is_general=english.is_general,
    is_common=lambda word: word in stopwords("de"),
    unnamed=english.NOUNS.unnamed,
    titles=english.NOUNS.titles,
    is_person=lambda word: role_of(word) == "person",
    words=_words,
)
