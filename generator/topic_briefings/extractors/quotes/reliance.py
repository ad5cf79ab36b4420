"""How far what is reported without marks can be relied on, and what of it is too doubtful to stand on a page.

In marks, the edges of somebody's words are printed; without them, rules find where they begin and end. Editors judged
700 such statements of 260 articles: right is one that was said, by whom it says, whole, and readable by itself. They
found 86 % right behind a plain "said", and half of those with a dash or marked words in them. What tells for or against
one is named below, each with its weight in a logistic regression on those verdicts, rounded. Of articles left out of
it, 88 % of what is printed is right and 76 % of what is right is printed; of the newest sheets, whose editor struck all
that cannot be read alone, by the weights of the older ones 75 and 94 %.
``benchmarks/statements.py`` makes the weights anew from judged sheets, and says how they hold on articles left out.
What is doubtful stays in the record: countries, answers and whoever corrects a speaker still have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain, islice, takewhile

from topic_briefings.extractors import odds as weighed
from topic_briefings.extractors.quotes.identity import Identity
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.extractors.quotes.statement import Statement
from topic_briefings.languages.claim import Rule
from topic_briefings.languages.language import Pronoun
from topic_briefings.models import SpeakerKind

_CERTAIN = 2.2
"""The logarithm of the odds that a statement is right of which nothing below is so."""
_ENOUGH = 1.5
"""What a statement needs to stand on a page: then nine of ten are right, and of those that are right four of five are
left."""
_SURE = 0.8
"""Confidence in the speaker below which a statement is one whose speaker is doubtful."""
_READ = 200
"""Words of a piece that are read: one without a full stop may hold thousands of statements, each to its end."""
_SCRAP = 5
"""Words of which a statement has at least as many if it is no scrap."""
_LEAD = 2
"""Sentences at the beginning that say what an article is about."""
_REST = 3
"""Words behind a statement in its sentence that may still be a tag or a day."""
_WORD = re.compile(r"\w")
_PLACES = frozenset("nSyYua")
"""Letters before an adverb of place: "the lines | there"."""
_FURTHER_CLAUSE = re.compile(r",[cb](?:h|[dam]*[NnuS]+)r*[xHBvVDps]")
"""A further clause: ", but the ferry sailed"."""
_SHORT = 10
"""Words of a statement in which a name is missed."""
_PERSONS = frozenset((Pronoun.MASCULINE, Pronoun.FEMININE))
_VERBS = frozenset("vVDxHBpyYE")
_CUES = frozenset("VDEG")
_ASIDES = frozenset("-:")
_HANGING = frozenset((Rule.FRONTED, Rule.REDUCED, Rule.CHAINED))
"""Rules that find the subject of another verb."""
_AUXILIARIES = frozenset("xH")
_POINTS = re.compile(r"[Td]r*(?:[xHBVDp]|v(?![xHB]))")
"""A "that" or "this" that is the subject of its clause."""
_EXPLETIVE = re.compile(r"hr*(?:[xHB][^,.;]*?[tT]|[xHB]+r*[amPp]+[izhdN]|[^xHB]{1,3}T)")
"""An "it" that stands for what comes behind it: "it would be hard to say", "it is likely she goes", "it seems that"."""
_OPENING = re.compile(r"[bc]?i[dams]*[nNuylfmY]+,")
"""What says when or where, before a clause: "In a general election,"."""


class Sign(StrEnum):
    """What tells for or against a statement without marks."""

    LEAD = "it stands in the first two sentences"
    PLAIN = "said: the plainest verb of saying"
    ASIDE = "a dash or a colon in it"
    MARKS = "marked words in it"
    NO_VERB = "no verb in it"
    POINTING = "it opens with a word that points elsewhere"
    NOUN = "a cue that may be a noun"
    SCRAP = "fewer than five words"
    GOES_ON = "its sentence goes on behind it"
    SUBORDINATE = "its claim is subordinate"
    CUE_INSIDE = "another verb of saying in it"
    SPEAKER = "a speaker who is not sure"
    PRONOUN = "a speaker named by a pronoun"
    DESCRIBED = "a speaker who is only described"
    FURTHER = "a further clause behind “and” or “but”"
    HANGING = "a cue without a subject of its own"
    LATER = "its claim does not open its sentence"
    COMMA = "a comma in it"
    BODY = "a speaker who is no person"
    PARTS = "parts on both sides of its claim"
    THIS = "it speaks of “these things” or of what is “there”, which it does not name"
    OTHER = "a “she” in it, before any name, that is not its speaker"
    LEANS = "its subject is “that”, “it” or another “he”, which only the sentence before names"
    BROKEN = "it breaks off: “that they had”; or a mark is open in it"
    NAMELESS = "ten words or fewer, and no name among them"
    QUESTION = "it opens with “how” or “whether”"
    HINT = "a cue that only hints: signaled"


WEIGHTS = {
    Sign.LEAD: 0.7,
    Sign.PLAIN: 0.3,
    Sign.ASIDE: -1.1,
    Sign.MARKS: -0.9,
    Sign.NO_VERB: -0.9,
    Sign.POINTING: -0.7,
    Sign.NOUN: -0.4,
    Sign.SCRAP: -0.3,
    Sign.GOES_ON: -0.6,
    Sign.SUBORDINATE: -0.5,
    Sign.CUE_INSIDE: -0.3,
    Sign.SPEAKER: -0.3,
    Sign.PRONOUN: -0.4,
    Sign.DESCRIBED: -0.2,
    Sign.FURTHER: -0.3,
    Sign.HANGING: -0.2,
    Sign.LATER: -0.2,
    Sign.COMMA: -0.3,
    Sign.BODY: -0.3,
    Sign.PARTS: -0.4,
    Sign.THIS: -0.8,
    Sign.OTHER: -1.2,
    Sign.LEANS: -1.3,
    Sign.BROKEN: -1.3,
    Sign.NAMELESS: -0.7,
    Sign.QUESTION: -0.6,
    Sign.HINT: -0.5,
}
"""What each takes from the logarithm of the odds, or adds to it."""


def is_doubtful(scene: Scene, item: Statement, identity: Identity | None, confidence: float) -> bool:
    """Whether ``item``, without marks and said by ``identity``, is right too seldom to be printed."""
    if item.quoted or item.speaker is None or item.cue is None:
        return False
    return odds(signs(scene, item, identity, confidence)) < _ENOUGH


def odds(found: Iterable[Sign]) -> float:
    """The logarithm of the odds that a statement of which all this is so is right."""
    return weighed.odds(_CERTAIN, WEIGHTS, found)


def signs(scene: Scene, item: Statement, identity: Identity | None, confidence: float) -> frozenset[Sign]:
    """What tells for or against ``item``, said by ``identity``; ``confidence``, from 0 to 1, is that in it."""
    found = {*_of_words(scene, item), *_of_letters(scene, item), *_of_cue(scene, item), *_of_place(scene, item)}
    if confidence < _SURE:
        found.add(Sign.SPEAKER)
    if identity is not None and identity.kind is SpeakerKind.BODY:
        found.add(Sign.BODY)
    if identity is not None and _is_of_another(scene, item, identity):
        found.add(Sign.OTHER)
    if identity is not None and _leans(scene, item, identity):
        found.add(Sign.LEANS)
    return frozenset(found)


def _is_of_another(scene: Scene, item: Statement, identity: Identity) -> bool:
    """Whether a "she" stands before any name in ``item``, which no body and no man says of herself."""
    gender = identity.figure.gender if identity.figure else None
    if gender is None and identity.kind is not SpeakerKind.BODY:
        return False
    read = scene.attribution.reference.pronoun
    for at in takewhile(lambda at: scene.tags[at] != "N", chain.from_iterable(_read(item))):
        if read(scene.tokens, at) in _PERSONS and read(scene.tokens, at).value != gender:
            return True
    return False


def _leans(scene: Scene, item: Statement, identity: Identity) -> bool:
    """Whether the first clause of ``item`` is about what it does not name: "that would help", "it also pays".

    An "it" may be a body that speaks of itself, or stand for nothing: "it is hard to say". A "he" in a clause before
    its claim is hardly the one who is named in that: "he could win the town, Lund said".
    """
    (first, last), tags = item.content[0], scene.tags
    if item.speaker is None:
        return False
    before = item.speaker[0] >= last  # it stands before its claim, and no conjunction opens it
    at = first + (tags[first] == "T" and not before and _POINTS.match(tags, first, last) is None)
    at = _subject_at(tags, first, last) if before else at
    if at >= last:
        return False
    opening = tags[at]
    if opening in "Td" and scene.tokens[at].lower() in scene.attribution.pointing:
        return not tags.startswith("l", at + 1)  # not "this year"
    if opening != "h":
        return False
    pronoun = scene.attribution.reference.pronoun(scene.tokens, at)
    if pronoun is Pronoun.NEUTER:
        several = identity.kind is SpeakerKind.GROUP and tags[item.speaker[0]] == "h"
        return (several or _is_surely_a_person(identity)) and _EXPLETIVE.match(tags, at, last) is None
    return pronoun in _PERSONS and before and "N" in tags[slice(*item.speaker)]


def _is_surely_a_person(identity: Identity) -> bool:
    """Whether a speaker is somebody with a given name or of a known sex, no body that an "it" may stand for."""
    figure = identity.figure
    known = figure is not None and (figure.gender is not None or len(figure.words) > 1)
    return known and identity.kind is SpeakerKind.PERSON


def _subject_at(tags: str, first: int, last: int) -> int:
    """The first word behind an opening phrase and its comma: "In a general election, | he could"."""
    opening = _OPENING.match(tags, first, last)
    return opening.end() if opening and opening.end() < last else first


def _is_broken(scene: Scene, item: Statement) -> bool:
    """Whether ``item`` ends where its verb should stand, or a quotation mark is open in it."""
    end = item.content[-1][1] - 1
    if scene.tags[end] in _AUXILIARIES and scene.tokens[end].islower():
        return True
    words = "".join(scene.span(*part).of(scene.body) for part in item.content)
    return words.count('"') % 2 > 0 or words.count("“") != words.count("”")


def _read(item: Statement) -> list[range]:
    """The words of ``item`` that are read, piece by piece."""
    return [range(first, min(last, first + _READ)) for first, last in item.content]


def _of_words(scene: Scene, item: Statement) -> Iterator[Sign]:
    """What the words tell that are reported."""
    attribution, first = scene.attribution, item.content[0][0]
    tokens = chain.from_iterable([scene.tokens[part.start : part.stop] for part in _read(item)])
    words = len(list(islice(filter(_WORD.match, tokens), _SHORT + 1)))  # no more are counted than tell anything
    if words < _SCRAP:
        yield Sign.SCRAP
    if words <= _SHORT and not any("N" in scene.tags[part.start : part.stop] for part in _read(item)):
        yield Sign.NAMELESS
    if scene.tokens[first].lower() in attribution.questions:
        yield Sign.QUESTION
    opening = first + (scene.tags[first] == "T")
    if not attribution.pointing.isdisjoint(map(str.lower, scene.tokens[opening : opening + 1])):
        yield Sign.POINTING
    if any(_speaks_of_this(scene, part) for part in _read(item)):
        yield Sign.THIS
    if _is_broken(scene, item):
        yield Sign.BROKEN
    if len(item.content) > 1:
        yield Sign.PARTS


def _of_letters(scene: Scene, item: Statement) -> Iterator[Sign]:
    """What kinds of words and marks there are among them."""
    tags = " ".join([scene.tags[part.start : part.stop] for part in _read(item)])
    letters = frozenset(tags)
    if not letters.isdisjoint(_ASIDES):
        yield Sign.ASIDE
    if "Q" in letters:
        yield Sign.MARKS
    # Where nouns have capitals, a verb may be a word that no table knows.
    if letters.isdisjoint(_VERBS) and tags[:1] != "t" and not scene.attribution.reference.capital_nouns:
        yield Sign.NO_VERB
    if not _CUES.isdisjoint(tags[1:]):
        yield Sign.CUE_INSIDE
    if "," in letters:
        yield Sign.COMMA
        if _FURTHER_CLAUSE.search(tags) is not None:
            yield Sign.FURTHER


def _speaks_of_this(scene: Scene, part: range) -> bool:
    """Whether a word in it points to what it does not name: "these incentives", "the lines there", not "this year"."""
    tags, pointing = scene.tags, scene.attribution.pointing
    at = tags.find("d", part.start, part.stop)
    while at >= 0:
        if scene.tokens[at].lower() in pointing and not tags.startswith("l", at + 1):
            return True
        at = tags.find("d", at + 1, part.stop)
    at = tags.find("r", part.start + 1, part.stop)
    while at >= 0:
        if scene.tokens[at].lower() in pointing and tags[at - 1] in _PLACES and "N" not in tags[part.start : at]:
            return True
        at = tags.find("r", at + 1, part.stop)
    return False


def _of_cue(scene: Scene, item: Statement) -> Iterator[Sign]:
    """What the cue tells that reports them, and the phrase that names the speaker."""
    if item.cue is None or item.speaker is None:
        return
    cue, named = item.cue[0], scene.tags[slice(*item.speaker)]
    word, letter = scene.tokens[cue].lower(), scene.tags[cue]
    if word in scene.attribution.plain:
        yield Sign.PLAIN
    if word in scene.attribution.hinting:
        yield Sign.HINT
    if letter == "Y":
        yield Sign.NOUN
    if letter == "G" or item.how in _HANGING:
        yield Sign.HANGING
    if "h" in named:
        yield Sign.PRONOUN
    elif "N" not in named:
        yield Sign.DESCRIBED


def _of_place(scene: Scene, item: Statement) -> Iterator[Sign]:
    """What its place in the article tells, and that of its claim in the sentence."""
    if item.cue is None or item.speaker is None:
        return
    if item.frame < _LEAD:
        yield Sign.LEAD
    if item.content[0][0] < item.cue[1]:
        return
    frame, last, start = scene.frames[item.frame], item.content[-1][1], min(item.speaker[0], item.cue[0])
    if scene.tags[start - 1] == "z":
        yield Sign.SUBORDINATE
    elif start > frame.first + 1:
        yield Sign.LATER
    if last < frame.last - _REST and scene.tags[last] != "c":
        yield Sign.GOES_ON
