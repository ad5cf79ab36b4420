"""Candidates of an article: its noun phrases and names, and what of them recurs inside longer ones."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from generator.keyphrases.ranking import Key, score
from generator.models import Span
from generator.text.datelines import without_dateline
from generator.text.document import Document
from generator.text.germannouns import GERMAN
from generator.text.nounphrases import ENGLISH, Words, noun_phrases
from generator.text.stopwords import stopwords
from generator.text.words import titles

_LONGEST = 5
"""Words of the longest candidate."""
_LONGEST_RUN = 8
"""Words of the longest noun phrase that is read; longer ones are lists and tables."""
_CONTENT = frozenset("nNyYaqjkPgpv")
_HEAD = frozenset("nNyYaqPD")
_ALONE = frozenset("nNyYP")
_SELDOM_ALONE = frozenset("aq")
_AFTER = frozenset("dif")
_GRAMMARS = {"en": ENGLISH, "de": GERMAN}
LANGUAGES = frozenset(_GRAMMARS)
"""The languages (ISO 639-1) that are read for noun phrases."""
_FIRST_WORDS = 100
"""Words after which a place counts for half."""
_NEVER = math.log(1e-4)


@dataclass(slots=True)
class _Phrase:
    """A candidate and where it stands."""

    words: Words
    first: int
    """Its first word where it is met first, in headline or body."""
    last: int
    """Where it ends there, exclusive."""
    in_headline: bool = False
    own: int = 0
    """How often it is a whole noun phrase."""
    places: list[tuple[int, int]] = field(default_factory=list)
    """First and last word (exclusive) of each place in the body."""

    def tags(self) -> str:
        """The letters of its words."""
        return self.words.tags[self.first : self.last]


class Phrases:
    """The noun phrases of an article: ``scores`` by key, and how and where each is printed."""

    def __init__(self, document: Document) -> None:
        headline, self._body = _read(document)
        found: dict[Key, _Phrase] = {}
        _note(found, headline, in_body=False)
        _note(found, self._body, in_body=True)
        self._phrases = {key: phrase for key, phrase in found.items() if _may_stand(key, phrase)}
        weights = _weights(headline, self._body)
        partners = Counter([word for key in self._phrases if len(key) > 1 for word in dict.fromkeys(key)])
        length = len(headline.tokens) + len(self._body.tokens)
        plain = not _is_title_case(headline)
        self.scores = {
            key: score(
                weight=sum([weights[word] for word in key]) / len(key),
                own=phrase.own,
                led=_led(self._body, phrase),
                words=len(key),
                letters=sum(map(len, key)) / len(key),
                mixed=0 < phrase.tags().count("P") < len(key),
                partners=partners[key[0]],
                length=length,
                headlined=plain and phrase.in_headline and phrase.own > 0,
            )
            for key, phrase in self._phrases.items()
        }
        self._short: dict[Key, list[tuple[int, int]]] = {}
        self._join_names()

    def _join_names(self) -> None:
        """Let a name alone ("Okafor") stand for the one full name that ends with it, and speak for it."""
        full: defaultdict[Key, list[Key]] = defaultdict(list)
        before_names = {title.lower() for title in titles()}
        for key, phrase in self._phrases.items():
            if 1 < len(key) < 4 and set(phrase.tags()) == {"P"} and key[0] not in before_names:
                full[key[-1:]].append(key)
        for short, longer in full.items():
            if len(longer) == 1 and short in self.scores and self._phrases[short].tags() == "P":
                self.scores[longer[0]] = max(self.scores[longer[0]], self.scores.pop(short))
                self._short[longer[0]] = self._phrases[short].places

    def printed(self, key: Key) -> tuple[str, tuple[Span, ...]]:
        """The form as most often printed in the body, and all its places there.

        Of forms that are equally frequent the one with fewer capitals is taken.
        """
        phrase, body = self._phrases[key], self._body
        forms = Counter(body.printed(first, last) for first, last in phrase.places)
        # A short form may stand inside the full one.
        ends = {last for _, last in phrase.places}
        places = [*phrase.places, *(place for place in self._short.get(key, ()) if place[1] not in ends)]
        spans = tuple(sorted(Span(body.starts[first], body.ends[last - 1]) for first, last in places))
        if not forms:
            return phrase.words.printed(phrase.first, phrase.last), ()
        return min(forms, key=lambda form: (-forms[form], sum(map(str.isupper, form)), len(form), form)), spans


def _read(document: Document) -> tuple[Words, Words]:
    """The words of headline and body with their letters."""
    grammar = _GRAMMARS[document.language]
    headline = Words(document.headline, [Span(0, len(document.headline))], grammar)
    body = Words(document.body, [without_dateline(document.body, sentence) for sentence in document.sentences], grammar)
    names = body.names()
    headline.tag(names, title_case=_is_title_case(headline))
    body.tag(names)
    return headline, body


def _is_title_case(headline: Words) -> bool:
    """Whether most of its words have a capital, so that one says nothing."""
    long = [token for token in headline.tokens if len(token) > 3]
    return sum(token[0].isupper() for token in long) > 0.6 * len(long)


def _note(phrases: dict[Key, _Phrase], words: Words, *, in_body: bool) -> None:
    """Note each noun phrase and each run of words inside it."""
    for first, last in noun_phrases(words):
        size = last - first if last - first <= _LONGEST_RUN else 0
        keys = tuple(words.bases[first:last])
        for start in range(size):
            for end in range(start + 1, size + 1):
                key = keys[start:end]
                phrase = phrases.get(key)
                if phrase is None:
                    phrase = phrases[key] = _Phrase(words, first + start, first + end)
                phrase.own += end - start == size
                if in_body:
                    phrase.places.append((first + start, first + end))
                else:
                    phrase.in_headline = True


def _may_stand(key: Key, phrase: _Phrase) -> bool:
    """Whether it can be a keyphrase: a whole noun phrase, or a part that recurs and would be one by itself."""
    tags = phrase.tags()
    if len(key) > _LONGEST or tags[-1] not in _HEAD:
        return False
    if len(key) == 1:
        sure = tags in _ALONE or (tags in _SELDOM_ALONE and phrase.own > 1)
        return bool(phrase.own) and sure and len(key[0]) > 1 and key[0] not in stopwords("en")
    return bool(phrase.own) or len(phrase.places) + phrase.in_headline > 1


def _weights(headline: Words, body: Words) -> dict[str, float]:
    """The logarithm of each word's weight: all its places summed, those further down for less.

    After PositionRank (Florescu and Caragea, 2017), without its walk over a graph. A headline counts half of a
    first word: what it says, the lede says again.
    """
    weights: defaultdict[str, float] = defaultdict(float)
    for base, tag in zip(headline.bases, headline.tags, strict=True):
        if tag in _CONTENT:
            weights[base] += 0.5 / _FIRST_WORDS
    for place, (base, tag) in enumerate(zip(body.bases, body.tags, strict=True), _FIRST_WORDS):
        if tag in _CONTENT:
            weights[base] += 1 / place
    return defaultdict(lambda: _NEVER, {word: math.log(weight) for word, weight in weights.items()})


def _led(body: Words, phrase: _Phrase) -> float:
    """The share of its places right after a determiner or a preposition, where a noun phrase is sure to begin."""
    if not phrase.places:
        return 0.0
    led = sum(first > 0 and body.tags[first - 1] in _AFTER for first, _ in phrase.places)
    return led / len(phrase.places)
