"""What a statement without marks speaks of and no word in it names: "feeds off of it", "protects them", "went there".

A page prints it without the sentence that named the thing, the people or the place.
"""

from __future__ import annotations

import re

from topic_briefings.extractors.quotes.cast import Cast
from topic_briefings.extractors.quotes.identity import Identity
from topic_briefings.extractors.quotes.leaning import EXPLETIVE, VERBAL, headline, is_surely_a_person, words_of
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.extractors.quotes.statement import Statement
from topic_briefings.languages.language import Pronoun
from topic_briefings.models import SpeakerKind

_NOUNS = frozenset("nNuyYSIJ")
_PLACES = frozenset("nSyYua")
"""Letters before an adverb of place: "the lines | there"."""
_WITHIN = ("f", "i")
"""Letters before "the state", where it is a place and nobody who acts."""
_TOLD_WHICH = frozenset("nuySNfwTs")
"""Letters behind a noun that say which: "the state of Tarn", "the city council"."""
_SEVERAL = re.compile(r"[uScN]|m[nyaY]")
"""Letters of what "they" may stand for; without them nouns in "s" may be it."""


def has_lost_it(scene: Scene, item: Statement, identity: Identity, cast: Cast) -> bool:
    """Whether a person speaks of an "it" and no word before it in the statement names a thing: "feeds off of it"."""
    if not is_surely_a_person(identity):
        return False
    words = words_of(item)
    for number, at in enumerate(words):
        if scene.attribution.reference.pronoun(scene.tokens, at) is Pronoun.NEUTER:
            end = item.content[-1][1]
            if any(_is_thing(scene, before, cast) for before in words[:number]):
                return False
            return EXPLETIVE.match(scene.tags, at, end) is None
    return False


def _is_thing(scene: Scene, at: int, cast: Cast) -> bool:
    """Whether an "it" may stand for a word: a noun, or a name that is no person's."""
    return not _is_of_a_person(at, cast) if scene.tags[at] == "N" else scene.tags[at] in _NOUNS


def _is_of_a_person(at: int, cast: Cast) -> bool:
    """Whether a word belongs to a person's name."""
    name = cast.around(at)
    figure = cast.of(name.first if name else at)
    return figure is not None and figure.kind is SpeakerKind.PERSON


def has_lost_they(scene: Scene, item: Statement, identity: Identity, cast: Cast) -> bool:
    """Whether one person speaks of "them", and no word before it in ``item`` is several: "protects them too"."""
    if identity.kind is not SpeakerKind.PERSON:
        return False
    several, before = scene.attribution.reference.back, ""
    for at in words_of(item):
        word = scene.tokens[at].lower()
        if word in several:
            return _SEVERAL.search(before) is None
        if not _is_of_a_person(at, cast):
            before += "S" if word.endswith("s") and scene.tags[at] in _PLACES else scene.tags[at]
    return False


def has_lost_place(scene: Scene, item: Statement, identity: Identity, cast: Cast) -> bool:
    """Whether it is about what is "there" or in "the state", before which no place is named: "he was sent there"."""
    del identity
    words = words_of(item)
    for number in range(len(words)):
        if _is_there(scene, words, number) or _is_area(scene, words, number):
            return not any(_may_be_place(before, cast) for before in words[:number])
    return False


def _may_be_place(at: int, cast: Cast) -> bool:
    """Whether a name begins at a word that is no person's."""
    figure = cast.of(at)
    return figure is not None and figure.kind is not SpeakerKind.PERSON


def _is_there(scene: Scene, words: list[int], number: int) -> bool:
    """Whether a word is an adverb of place behind a noun or a verb: "the lines | there", not "there is"."""
    at, tags = words[number], scene.tags
    if tags[at] != "r" or not number or scene.tokens[at].lower() not in scene.attribution.pointing:
        return False
    return tags[at - 1] in _PLACES or (tags[at - 1] in VERBAL and tags[at + 1 : at + 2] not in VERBAL)


def _is_area(scene: Scene, words: list[int], number: int) -> bool:
    """Whether a word is a part of a country, of which nothing says which: "areas of | the state"."""
    bars, at = scene.document.language.lead_bars, words[number]
    word = scene.tokens[at].lower()
    if word not in bars("area") or word in headline(scene) or number < 2 or scene.tags[at + 1 : at + 2] in _TOLD_WHICH:
        return False
    return scene.tags[at - 2 : at - 1] in _WITHIN and scene.tokens[at - 1].lower() in bars("article")


def asks_of_what(scene: Scene, item: Statement) -> bool:
    """Whether it ends with a noun that asks of what, in what or for what: "dust was a contributing factor"."""
    at = item.content[-1][1] - 1
    word = scene.tokens[at].lower()
    return scene.tags[at] in _NOUNS and not scene.document.language.lead_bars("asking").isdisjoint((word, word[:-1]))
