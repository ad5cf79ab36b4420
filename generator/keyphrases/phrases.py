"""Candidates of an English article: its noun phrases and names, weighed by where their words stand.

A word weighs more the earlier and the more often it stands (Florescu and Caragea, "PositionRank", 2017, without
the walk), a phrase as its words do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.keyphrases.ranking import Candidate
from generator.models import Span
from generator.text.document import Document
from generator.text.nounphrases import NounPhrase, Tagged, noun_phrases, tagged, tokens
from generator.text.partsofspeech import singular
from generator.text.stopwords import stopwords

_LONGEST = 4
_OPEN = frozenset("najyqPzkpgv")


@dataclass(slots=True)
class _Seen:
    """What is known of a candidate so far."""

    first: int
    forms: Counter[str] = field(default_factory=Counter)
    spans: list[Span] = field(default_factory=list)
    count: int = 0


def candidates(document: Document) -> Iterator[Candidate]:
    """The noun phrases of headline and body, of four words at most."""
    weights: defaultdict[str, float] = defaultdict(float)
    seen: dict[tuple[str, ...], _Seen] = {}
    position = 0
    for sentence, in_body in _sentences(document):
        for place, (token, tag) in enumerate(zip(sentence.tokens, sentence.tags, strict=True)):
            if tag in _OPEN:
                weights[singular(token.text.lower())] += 1 / (position + place + 40)
        for phrase in noun_phrases(sentence):
            if _may_stand(phrase):
                _note(seen, phrase, position + phrase.first, in_body)
        position += len(sentence.tokens)
    for key, known in seen.items():
        text = min(known.forms, key=lambda form: (-known.forms[form], form))
        yield Candidate(key=key, text=text, spans=tuple(known.spans), score=_score(key, known, weights, text))


def _sentences(document: Document) -> Iterator[tuple[Tagged, bool]]:
    """The headline and the sentences of the body, and whether each is of the body."""
    headline = tokens(document.headline, Span(0, len(document.headline)))
    words = [token.text for token in headline if token.text[0].isalpha() and len(token.text) > 3]
    if headline:
        yield tagged(headline, title_case=sum(word[0].isupper() for word in words) > 0.6 * len(words)), False
    for sentence in document.sentences:
        yield tagged(tokens(document.body, sentence)), True


def _may_stand(phrase: NounPhrase) -> bool:
    if len(phrase.words) > _LONGEST:
        return False
    return len(phrase.words) > 1 or (phrase.tags in "nPy" and phrase.words[0].lower() not in stopwords("en"))


def _note(seen: dict[tuple[str, ...], _Seen], phrase: NounPhrase, position: int, in_body: bool) -> None:
    key = tuple(singular(word.lower()) for word in phrase.words)
    known = seen.setdefault(key, _Seen(first=position))
    known.count += 1
    known.forms[" ".join(phrase.words)] += 1 if in_body else 0
    if in_body:
        known.spans.append(phrase.span)


def _score(key: tuple[str, ...], known: _Seen, weights: dict[str, float], text: str) -> float:
    words = sum(weights[word] ** 0.7 for word in key) / len(key) ** 0.7
    single = 1.0 if len(key) > 1 else 0.5 if text[0].isupper() else 0.35
    return float(words * single * known.count**0.4 * (known.first + 10) ** -0.2)
