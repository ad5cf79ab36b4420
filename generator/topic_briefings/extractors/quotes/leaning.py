"""What a statement without marks leans on: words that only another sentence explains, or the page that prints it.

A page prints a statement under the headline of its article and the name of its speaker. "She thinks so", "that list has
grown" or "the tape is missing" ask for the sentence before, which is not printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from topic_briefings.extractors.quotes.cast import Cast
from topic_briefings.extractors.quotes.identity import Identity
from topic_briefings.extractors.quotes.nearby import fits
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.extractors.quotes.statement import Statement
from topic_briefings.languages.language import Pronoun
from topic_briefings.models import SpeakerKind

_READ = 200
"""Words of a piece that are read: one without a full stop may hold thousands of statements, each to its end."""
_PERSONS = frozenset((Pronoun.MASCULINE, Pronoun.FEMININE))
_POINTS = re.compile(r"[Td]r*(?:[xHBVDps]|v(?![xHB]))")
"""A "that" or "this" that is the subject of its clause."""
_THAT = re.compile(
    r"(?:(?<=[,z])T(?=[xHB]|[nuyY][xHBVDvp])|(?<=[if])T|(?<=e)T(?=[am]*[nuy]c)|T(?=t|[am]*[nuyS](?:,|$)))[nuyY]?"
)
"""A "that" in the midst of what is reported that is no conjunction: "if that was so", "in that", "saw that man"."""
_SHELL = re.compile(r"T[nu][xHB]")
"""A "that" before a noun and its verb, which may point to it: "that scenario is"."""
EXPLETIVE = re.compile(r"hr*(?:[xHB](?![xHB]*r*d)[^,.;]*?[tT]|[xHB]+r*[amPp]+[izhdN]|[^xHB]{1,3}T)")
"""An "it" that stands for what comes behind it: "it would be hard to say", "it is likely she goes", "it seems that"."""
_VERB_BEHIND = re.compile(r"r*[xHBVD]")
_OPENING = re.compile(r"[bc]?i[^,.;:xHBvVD]+,")
"""What says when or where, before a clause: "In a general election,"."""
_THE = re.compile(r"d[am]*([nuyS])(?![nuySNfiwTs])")
"""A noun behind "the" of which nothing behind it says which."""
_KNOWN = re.compile(r"d[^NfTwmQq.,;:-]*?[nuyYSaIpgJ](?=r*[xHBVDv]|[pyY,w]|i[^NfTwmQq.,;:xHBVDv-]*[xHBVDv])")
"""A subject behind "the" that is neither named nor told from others of its kind, up to its verb: "the other deal"."""
_BODYS = re.compile(r"d[am]*[nu](?=s)")
"""What belongs to a body that is not named: "the group's committee"."""
_CALLED = re.compile(r"d[aN]*N[uan](?=r*[xHBVDvp])")
"""A person whom only a description names, up to the verb: "The Tarn native"."""
_COUNTED = re.compile(r"d[am]*m(?![ml])")
"""A number behind "the": "the two leaders", "12 of the 19", not "the two weeks"."""
VERBAL = frozenset("xHBvVDp")
"""Letters of verbs."""
_JOINED = 6
"""Words within which what "both" joins is joined."""
_FEW = 2
"""Digits of a number of which years and streets have more."""
_PASSIVE = re.compile(r"hxr*Br*[DpPV]")
"""A pronoun and what will be done to it: "he will be charged"."""
_ITS_OWN = VERBAL | {"s"}
"""Letters behind the name of whoever would hardly speak of himself so: "Lund will", "Lund's campaign"."""
_NAMED = re.compile(r"\w{2,}")


def pieces(item: Statement) -> list[range]:
    """The words of ``item`` that are read, piece by piece."""
    return [range(first, min(last, first + _READ)) for first, last in item.content]


def words_of(item: Statement) -> list[int]:
    """The words of ``item`` that are read."""
    return [at for piece in pieces(item) for at in piece]


def is_of_another(scene: Scene, item: Statement, identity: Identity, cast: Cast) -> bool:
    """Whether a "she" in ``item``, before whom she may be, is one whom no body and no man says of herself."""
    gender = identity.figure.gender if identity.figure else None
    if gender is None and identity.kind not in (SpeakerKind.BODY, SpeakerKind.GROUP):
        return False
    read, words = scene.attribution.reference.pronoun, words_of(item)
    for number, at in enumerate(words):
        pronoun = read(scene.tokens, at)
        if pronoun in _PERSONS and pronoun.value != gender:
            return not any(_may_own(scene, before, cast, pronoun.value) for before in words[:number])
    return False


def _may_own(scene: Scene, at: int, cast: Cast, gender: str) -> bool:
    """Whether a name or a noun at a word may be whom a pronoun of ``gender`` behind it stands for.

    Any noun where they have capitals: things are masculine and feminine there, too.
    """
    if scene.attribution.reference.capital_nouns:
        return scene.tags[at] == "N"
    if scene.tags[at] == "u":
        return scene.attribution.reference.role_of(scene.tokens[at].lower()) == "person"
    if scene.tags[at] != "N":
        return False
    figures = (figure for figure in (cast.of(at), *cast.rivals(at)) if figure is not None)
    named = (one for one in figures if len(one.words) > 1 or one.kind is SpeakerKind.PERSON or one.gender == gender)
    return any(fits(one, gender) for one in named)


def leans(scene: Scene, item: Statement, identity: Identity, cast: Cast) -> bool:
    """Whether the first clause of ``item`` is about what it does not name: "that would help", "its aim was".

    An "it" may be a body that speaks of itself, or stand for nothing: "it is hard to say". A "he" in a clause before
    its claim is hardly the one who is named in that: "he could win the town, Lund said", "his word counts, Lund said".
    """
    if item.speaker is None:
        return False
    last, tags, at = item.content[0][1], scene.tags, _subject(scene, item)
    if at >= last:
        return False
    opening = tags[at]
    if opening == "m" and _VERB_BEHIND.match(tags, at + 1, last):
        return True  # "one was for it": of how many
    if opening in "Td" and scene.tokens[at].lower() in scene.attribution.pointing:
        return not tags.startswith("l", at + 1)  # not "this year"
    if scene.tokens[at].lower() in scene.document.language.lead_bars("its"):
        return is_surely_a_person(identity)
    if opening not in "hd":
        return False
    pronoun = scene.attribution.reference.pronoun(scene.tokens, at)
    if pronoun is Pronoun.NEUTER:
        several = identity.kind is SpeakerKind.GROUP and tags[item.speaker[0]] == "h"
        return (several or is_surely_a_person(identity)) and EXPLETIVE.match(tags, at, last) is None
    return pronoun in _PERSONS and _is_before(item) and "N" in tags[slice(*item.speaker)]


def names_no_first(scene: Scene, item: Statement) -> bool:
    """Whether its subject is told from one, or is one, that is not named: "another report", "the firm", fronted."""
    tags, at = scene.tags, _subject(scene, item)
    if at + 1 >= item.content[0][1]:
        return False
    bars, words = scene.document.language.lead_bars, [token.lower() for token in scene.tokens[at : at + 2]]
    if words[0] in bars("further") or (" ".join(words) in bars("further") and not tags.startswith("f", at + 2)):
        return True
    the = _is_before(item) and words[0] in bars("article") and _THE.match(tags, at) is not None
    return the and words[1] in bars("body")


def is_charged(scene: Scene, item: Statement) -> bool:
    """Whether it says of a "he", who is hardly the one who is named as its speaker, that he "will be charged"."""
    at = _subject(scene, item)
    charged = _PASSIVE.match(scene.tags, at, item.content[0][1])
    if charged is None or item.speaker is None or "N" not in scene.tags[slice(*item.speaker)]:
        return False
    read, tried = scene.attribution.reference.pronoun, scene.document.language.lead_bars("tried")
    return read(scene.tokens, at) in _PERSONS and scene.tokens[charged.end() - 1].lower() in tried


def names_its_speaker(scene: Scene, item: Statement, identity: Identity, cast: Cast) -> bool:
    """Whether a person is named in full in what they are said to say, or is its subject: then hardly they say it."""
    figure, at = identity.figure, _subject(scene, item)
    if figure is None or identity.kind is not SpeakerKind.PERSON:
        return False
    for piece in pieces(item):
        for name in cast.names_in(piece.start, piece.stop):
            if cast.of(name.first) is figure:
                opens = at <= name.first and not scene.tags[at : name.first].strip("uj")
                if len(name.words) > 1 or (opens and scene.tags[name.last] in _ITS_OWN):
                    return True
    return False


def is_headline(scene: Scene, item: Statement) -> bool:
    """Whether its sentence is the headline, which the body repeats."""
    frame, told = scene.frames[item.frame], scene.document.article.headline
    return bool(told) and scene.span(frame.first, frame.last).of(scene.body).strip(" .\n") == told.strip(" .")


def is_of_known(scene: Scene, item: Statement, identity: Identity, cast: Cast) -> bool:
    """Whether its subject is a thing that "the" takes for known, or a person whom it only describes.

    "The deal would cost", "The Tarn native sings"; not one of which each country has its own, nor the body that speaks.
    """
    bars, at, end = scene.document.language.lead_bars, _subject(scene, item), item.content[0][1]
    if scene.attribution.reference.capital_nouns or "".join(scene.tokens[at : at + 1]).lower() not in bars("article"):
        return False
    role_of = scene.attribution.reference.role_of
    called = _CALLED.match(scene.tags, at, end)
    if called and role_of(scene.tokens[called.end() - 1].lower()) == "person":
        return True
    known = _KNOWN.match(scene.tags, at, end) or _BODYS.match(scene.tags, at, end)
    words = [token.lower() for token in scene.tokens[at + 1 : known.end()]] if known else []
    if not words or not bars("only").isdisjoint(words):
        return False
    if role_of(words[-1]) != "body":
        return scene.tags[at + len(words) + 1] != "s"
    return identity.kind not in (SpeakerKind.BODY, SpeakerKind.UNNAMED)


def is_told_beside(scene: Scene, item: Statement) -> bool:
    """Whether it is told beside something else: "it will also hold"."""
    also = scene.document.language.lead_bars("also")
    return any(scene.tokens[at].lower() in also for at in words_of(item))


def adds(scene: Scene, item: Statement) -> bool:
    """Whether a word in it adds to what stood before ("the rest", "both"), or counts it: "the two leaders"."""
    return any(_adds(scene, piece) or _counts(scene, piece) for piece in pieces(item))


def _adds(scene: Scene, piece: range) -> bool:
    """Not where a "both" or an "either" joins what stands behind it: "both houses and boats"."""
    bars = scene.document.language.lead_bars
    for at in piece:
        word = scene.tokens[at].lower()
        joins = word in bars("joining") and "c" in scene.tags[at : min(piece.stop, at + _JOINED)]
        if word in bars("adding") and not joins:
            return True
    return False


def _counts(scene: Scene, piece: range) -> bool:
    articles = scene.document.language.lead_bars("article")
    for match in _COUNTED.finditer(scene.tags, piece.start, piece.stop):
        number = scene.tokens[match.end() - 1]
        if scene.tokens[match.start()].lower() in articles and not (number.isdigit() and len(number) > _FEW):
            return True
    return False


def _is_before(item: Statement) -> bool:
    """Whether it stands before its claim, and so no conjunction opens it."""
    return item.speaker is not None and item.speaker[0] >= item.content[0][1]


def _subject(scene: Scene, item: Statement) -> int:
    """Where the subject of its first clause may begin."""
    (first, last), tags = item.content[0], scene.tags
    first += not _is_before(item) and tags[first] == "T" and _POINTS.match(tags, first, last) is None
    return _subject_at(tags, first, last)


def is_surely_a_person(identity: Identity) -> bool:
    """Whether a speaker is somebody with a given name or of a known sex, no body that an "it" may stand for."""
    figure = identity.figure
    known = figure is not None and (figure.gender is not None or len(figure.words) > 1)
    return known and identity.kind is SpeakerKind.PERSON


def _subject_at(tags: str, first: int, last: int) -> int:
    """The first word behind an opening phrase and its comma: "In a general election, | he could"."""
    opening = _OPENING.match(tags, first, last)
    return opening.end() if opening and opening.end() < last else first


def speaks_of_this(scene: Scene, item: Statement) -> bool:
    """Whether a word in it points to what it does not name: "these incentives", "that list", not "this year"."""
    return any(_points(scene, piece) for piece in pieces(item))


def _points(scene: Scene, part: range) -> bool:
    tags, pointing = scene.tags, scene.attribution.pointing
    shells = scene.document.language.lead_bars("shell")
    if _SHELL.match(tags, part.start, part.stop) and scene.tokens[part.start + 1].lower() in shells:
        return True
    for at in part:
        known = scene.tokens[at].lower() in pointing
        if tags[at] == "d" and known and not tags.startswith("l", at + 1):
            return True
    inside = _THAT.search(tags, part.start + 1, part.stop)
    return inside is not None and scene.tokens[inside.start()].lower() in pointing


def is_tied(scene: Scene, item: Statement) -> bool:
    """Whether it is set against what came before: "But the bridge holds", "Still the bridge leaks"."""
    words, first = scene.tokens, item.content[0][0]
    leaning = scene.document.language.lead_bars("leaning")
    turning = scene.document.language.lead_bars("turning")
    opening = [token.lower() for token in words[first : first + 2]]
    if scene.tags[first] in "bc" or not turning.isdisjoint((opening[0], " ".join(opening))):
        return True
    return any(words[at].lower() in leaning for at in words_of(item))


def headline(scene: Scene) -> frozenset[str]:
    """The words of the headline that say what the article is about, lower case."""
    document = scene.document
    return document.once("headline words", lambda: _named(document.article.headline) - document.language.stop_words())


def _named(text: str) -> frozenset[str]:
    return frozenset(map(str.lower, _NAMED.findall(text)))


def has_untold(scene: Scene, item: Statement) -> bool:
    """Whether neither the headline nor it itself tells before of a noun behind "the": "the tape is switched off".

    Not one of which each country has its own: "the government".
    """
    if scene.attribution.reference.capital_nouns:
        return False
    known, only = headline(scene), scene.document.language.lead_bars("only")
    forms = ((word, word.removesuffix("s")) for word in _untold(scene, item))
    return any(known.isdisjoint(both) and only.isdisjoint(both) for both in forms)


def _untold(scene: Scene, item: Statement) -> Iterator[str]:
    """The nouns behind "the" of which nothing says which."""
    before: list[str] = []
    articles = scene.document.language.lead_bars("article")
    for piece in pieces(item):
        for match in _THE.finditer(scene.tags, piece.start, piece.stop):
            if scene.tokens[match.start()].lower() in articles:
                word = scene.tokens[match.start(1)].lower()
                if word not in map(str.lower, (*before, *scene.tokens[piece.start : match.start()])):
                    yield word
        before += scene.tokens[piece.start : piece.stop]
