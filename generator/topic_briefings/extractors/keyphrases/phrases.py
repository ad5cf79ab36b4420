"""Candidates of an article: its noun phrases and names, and what of them recurs inside longer ones."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from itertools import compress

from topic_briefings.extractors.keyphrases.candidate import (
    GOING_ON,
    NAMED,
    Candidate,
    goes_on,
    is_outlet,
    is_owner,
    is_reporter,
    is_term,
    may_stand,
)
from topic_briefings.extractors.keyphrases.joining import Joining
from topic_briefings.extractors.keyphrases.ranking import Key, score
from topic_briefings.extractors.keyphrases.runs import noted
from topic_briefings.extractors.keyphrases.telling import Met, Telling
from topic_briefings.extractors.keyphrases.wholes import (
    FIRMS,
    Place,
    begun_name,
    full_name,
    is_aside,
    is_partner,
    is_piece,
    lettered,
    widened,
)
from topic_briefings.knowledge.frequencies import zipf
from topic_briefings.languages.names import given_name
from topic_briefings.languages.nouns import NounGrammar
from topic_briefings.models import Span, as_span
from topic_briefings.text.datelines import without_dateline
from topic_briefings.text.document import Document
from topic_briefings.text.nounphrases import NounWords
from topic_briefings.text.tokens import Words

_CONTENT = frozenset("nSyZIJKakNgpv")
_AFTER = frozenset("dif")
_FIRST_WORDS = 100
"""Words after which a place counts for half."""
_CLOSING = 2
"""Characters that may close a headline where a body begins with it."""
_NEVER = math.log(1e-4)
_RETURNS = 2
"""Mentions from which a name is not only met in passing."""
_HEARD = 8
"""Mentions up to which somebody may be named only as one who is quoted."""
_LATE = 0.2
"""The share of an article behind which a name that is new there is a source's, or an example's."""
_OFTEN_LATE = 5
"""Mentions beyond which it is part of the story all the same."""
_TITLED = 3
"""Words of a title that may stand between "according to" and a name."""
_OFTEN, _NAMES = 4, 3
"""How often somebody is named whom an article may be about though its phrases are more salient, and how many such."""


class Phrases:
    """The noun phrases of an article: ``scores`` by key, and how and where each is printed."""

    def __init__(self, document: Document, grammar: NounGrammar) -> None:
        self._grammar = grammar
        headline, self._body = _read(document, grammar)
        found = noted(headline, self._body, grammar)
        self._phrases = {key: phrase for key, phrase in found.items() if may_stand(key, phrase, grammar)}
        body = self._body.tags
        cut = [
            key
            for key, p in self._phrases.items()
            if goes_on(p, body)
            or is_partner(self._body, p)
            or (
                p.is_name
                and (
                    is_outlet(key, p)
                    or is_owner(p, body, grammar)
                    or is_aside(self._body, p)
                    or is_reporter(p)
                    or is_piece(self._body, p, grammar)
                )
            )
        ]
        for key in cut:
            del self._phrases[key]
        heads = {key[-1] for key in self._phrases if len(key) > 1}
        for word in heads:
            if grammar.is_general(word):
                self._phrases.pop((word,), None)
        weights = _weights(headline, self._body, {word for key in self._phrases for word in key})
        partners = Counter([word for key in self._phrases if len(key) > 1 for word in dict.fromkeys(key)])
        self._headline = frozenset(compress(headline.bases, map("N".__eq__, headline.tags))) - FIRMS
        self._headed = frozenset(compress(headline.bases, map(_CONTENT.__contains__, headline.tags))) - FIRMS
        length = len(headline.tokens) + len(self._body.tokens)
        self._plain = not headline.is_title_case()
        self.scores = {
            key: score(
                weight=_weight(weights, key),
                own=phrase.own,
                led=_led(self._body, phrase),
                words=len(key),
                letters=sum(map(len, key)) / len(key),
                mixed=0 < phrase.tags.count("N") < len(key),
                partners=partners[key[0]],
                length=length,
                headlined=self._plain and phrase.in_headline and phrase.own > 0,
            )
            for key, phrase in self._phrases.items()
        }
        common = zipf(document.language.code)
        self._telling = Telling(grammar, common, document.language.code)
        self._short = Joining(self._phrases, grammar, common).join(self.scores)
        self._wholes: dict[Key, list[Place]] = {}

    def terms(self) -> dict[Key, float]:
        """What may stand beside the most salient phrases though it comes late: names and terms, with their weights.

        A name of several words or a term of three says exactly what it means where it is printed once; so does a
        phrase of the headline; others must return (Justeson and Katz, "Technical terminology", 1995).
        """
        return {
            key: math.log(phrase.count) + 0.7 * (len(key) == 3) + 2.0 * headlined - phrase.first / 10_000
            for key, phrase in self._phrases.items()
            if 1 < len(key) < 5 and phrase.own and key in self.scores
            if (headlined := self._plain and phrase.in_headline) or is_term(key, phrase, self._grammar)
        }

    def often_named(self) -> list[Key]:
        """The persons, bodies and places of several words that are named most, by their full names or short ones."""
        met = {
            key: len(phrase.places) + len(self._short.get(key, ()))
            for key, phrase in self._phrases.items()
            if len(key) > 1 and phrase.is_name and key in self.scores
        }
        return sorted((key for key in met if met[key] >= _OFTEN), key=lambda key: (-met[key], key))[:_NAMES]

    def use(self, key: Key, *, text: str, mentions: int, rank: int) -> float:
        """How much the phrase at ``rank`` tells a reader, printed ``text`` and met ``mentions`` times in the body."""
        phrase = self._phrases[key]
        mentions += phrase.in_headline
        # A word of a name says in a headline whom the rest is about: "Hilton" of "Hilton Hotels Corp".
        aside = self._headline.isdisjoint(key)
        passing = aside and mentions < _RETURNS
        places = [*self._whole(key), *self._short.get(key, ())]
        heard = aside and mentions <= _HEARD and self._is_heard(places)
        begins = max(_FIRST_WORDS, _LATE * len(self._body.tokens))
        late = aside and mentions <= _OFTEN_LATE and min(places, default=(0, 0))[0] > begins
        headed = not self._headed or not self._headed.isdisjoint(key)
        far = max(0, min(places, default=(0, 0))[0] - _FIRST_WORDS) / max(1, len(self._body.tokens))
        met = Met(mentions=mentions, rank=rank, passing=passing, heard=heard, late=late, headed=headed, far=far)
        return self._telling.use(key, phrase, text=text, met=met)

    def _is_heard(self, places: list[Place]) -> bool:
        """Whether a name is met nearly only where somebody of that name is quoted: "according to Ada Moss"."""
        tokens, says = self._body.tokens, self._grammar.words("says")
        said = 0
        for first, last in places:
            before, after = tokens[max(0, first - _TITLED) : first], tokens[last : last + 1]
            said += not says.isdisjoint(map(str.lower, (*before, *after)))
        return said * 3 >= len(places) * 2

    def printed(self, key: Key) -> tuple[str, tuple[Span, ...]]:
        """The form as most often printed in the body, and all its places there.

        Of forms that are equally frequent the one with fewer capitals is taken.
        """
        text, spans = self._most_printed(key)
        return (text if self._grammar.capitals != "n" else _with_capital(text)), spans

    def _most_printed(self, key: Key) -> tuple[str, tuple[Span, ...]]:
        phrase, body = self._phrases[key], self._body
        whole = self._whole(key)
        ended = [place for place in whole if phrase.tags[-1] != "N" and body.tags[place[1]] not in GOING_ON]
        if 2 * len(ended) < len(whole):  # "transgender people" alone tells what "transgenders" would
            ended = []
        printed = body.printed if whole == phrase.places else body.as_written
        forms: defaultdict[str, int] = defaultdict(int)
        for first, last in ended or whole:
            forms[printed(first, last)] += 1
        # A short form may stand inside the full one.
        ends = {last for _, last in whole}
        places = [*whole, *(place for place in self._short.get(key, ()) if place[1] not in ends)]
        spans = tuple([as_span((body.starts[first], body.ends[last - 1])) for first, last in sorted(places)])
        if not forms:
            return phrase.words.printed(phrase.first, phrase.last), ()
        return min(forms, key=lambda form: (-forms[form], sum(map(str.isupper, form)), len(form), form)), spans

    def _whole(self, key: Key) -> list[Place]:
        """The places of a candidate in the body, of a name those of the whole name; see ``wholes``."""
        phrase = self._phrases[key]
        if set(phrase.tags) - NAMED:
            return phrase.places
        found = self._wholes.get(key)
        if found is None:
            found = widened(self._body, phrase.places, self._grammar)
            if found and found == phrase.places:
                full = self._in_full(key, found)
                if full:
                    self._short[key] = phrase.places
                    found = [full]
            self._wholes[key] = found
        return found

    def _in_full(self, key: Key, places: list[Place]) -> Place | None:
        """Where the body has in full what is short at all the ``places``; None where it does not."""
        body, grammar = self._body, self._grammar
        if len(key) == 1:
            full = full_name(body, key[0], places[0][0], grammar)
            return full or lettered(body, places) or begun_name(body, places, grammar)
        title, *name = body.tokens[places[0][0] : places[0][1]]
        if len(name) == 1 and (title in grammar.titles() or grammar.is_person(title.lower())) and not given_name(title):
            return full_name(body, key[1], places[0][0], grammar)  # "Judge Lund"
        return begun_name(body, places, grammar)


def _with_capital(text: str) -> str:
    """A phrase whose last word is a noun of a language that prints nouns with a capital."""
    *adjectives, noun = text.split(" ")
    return " ".join([*adjectives, noun[:1].upper() + noun[1:]])


def _read(document: Document, grammar: NounGrammar) -> tuple[NounWords, NounWords]:
    """The words of headline and body with their letters."""
    headline = NounWords(Words(document.headline), [Span(0, len(document.headline))], grammar)
    begin = _repeated(document)
    told = (
        span if span.start >= begin else Span(begin, span.end)
        for span in document.sentences
        if span.end > begin + _CLOSING
    )
    sentences = (without_dateline(document.body, sentence) for sentence in told)
    body = NounWords(document.words, sentences, grammar)
    names = body.names()
    headline.tag(names, title_case=headline.is_title_case())
    headline.settle_headline()
    body.tag(names)
    return headline, body


def _repeated(document: Document) -> int:
    """Where the headline ends that a body begins with once more, its lines broken or not; 0 where it does not."""
    words = document.headline.split()
    if not words or not document.body.startswith(words[0]):
        return 0
    if document.body.startswith(line := " ".join(words)):
        return len(line)
    found = re.match(r"\s+".join(map(re.escape, words)), document.body)
    return found.end() if found else 0


def _weights(headline: NounWords, body: NounWords, asked: set[str]) -> dict[str, float]:
    """The logarithm of the weight of each word ``asked`` for: all its places summed, those further down for less.

    After PositionRank (Florescu and Caragea, 2017), without its walk over a graph. A headline counts half of a
    first word: what it says, the lede says again.
    """
    weights: defaultdict[str, float] = defaultdict(float)
    for base, tag in compress(zip(headline.bases, headline.tags, strict=True), map(asked.__contains__, headline.bases)):
        if tag in _CONTENT:
            weights[base] += 0.5 / _FIRST_WORDS
    for place in compress(range(len(body.bases)), map(asked.__contains__, body.bases)):
        if body.tags[place] in _CONTENT:
            weights[body.bases[place]] += 1 / (place + _FIRST_WORDS)
    return {word: math.log(weight) for word, weight in weights.items()}


def _weight(weights: dict[str, float], key: Key) -> float:
    """The mean weight of its words; "of" and "and" inside a name have none."""
    own = [weights[word] for word in key if word in weights]
    return sum(own) / len(own) if own else _NEVER


def _led(body: NounWords, phrase: Candidate) -> float:
    """The share of its places right after a determiner or a preposition, where a noun phrase is sure to begin."""
    if not phrase.places:
        return 0.0
    tags = body.tags
    led = sum([first > 0 and tags[first - 1] in _AFTER for first, _ in phrase.places])
    return led / len(phrase.places)
