"""What is too doubtful to stand on a page, of what is reported without marks: what is seen of it, and of its words.

What each of these signs tells, and why a few are enough, is in ``signs.py``; more of them are found in ``leaning.py``,
``lost.py`` and ``edges.py``. What is doubtful stays in the record: countries, answers and whoever corrects a speaker
still have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from topic_briefings.extractors.quotes.cast import Cast
from topic_briefings.extractors.quotes.edges import of_frame, of_writer
from topic_briefings.extractors.quotes.identity import Identity
from topic_briefings.extractors.quotes.leaning import (
    adds,
    has_untold,
    headline,
    is_charged,
    is_headline,
    is_of_another,
    is_of_known,
    is_tied,
    is_told_beside,
    leans,
    names_its_speaker,
    names_no_first,
    pieces,
    speaks_of_this,
    words_of,
)
from topic_briefings.extractors.quotes.lost import asks_of_what, has_lost_it, has_lost_place, has_lost_they
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.extractors.quotes.signs import IN_TEXT, REFUSED, Sign, odds
from topic_briefings.extractors.quotes.statement import Statement
from topic_briefings.knowledge.frequencies import zipf
from topic_briefings.languages.claim import Range, Rule
from topic_briefings.models import SpeakerKind

_ENOUGH = 2.2
"""What a statement needs to stand on a page: then nine of ten are right. Rather few than doubtful ones."""
_SURE = 0.8
"""Confidence in the speaker below which a statement is one whose speaker is doubtful."""
_SCRAP = 5
"""Words of which a statement has at least as many if it is no scrap."""
_LEAD = 2
"""Sentences at the beginning that say what an article is about."""
_REST = 3
"""Words behind a statement in its sentence that may still be a tag or a day."""
_WORD = re.compile(r"\w")
_SHORT = 10
"""Words of a statement in which a name is missed."""
_RARE = 46
"""The Zipf value, in tenths, below which a word is rare enough to tell what is spoken of: "bridge", not "place"."""
_NAMES = re.compile("N+[^N]+N")
"""Letters of two names."""
_VERBS = frozenset("vVDxHBpyYE")
_ASIDES = frozenset("-:")
_HANGING = frozenset((Rule.FRONTED, Rule.REDUCED, Rule.CHAINED))
"""Rules that find the subject of another verb."""
_AUXILIARIES = frozenset("xH")
_WHOLE = frozenset((Rule.LABEL, Rule.COLON))
"""Rules that find the speaker of whole sentences."""
_RUN_ON = re.compile(r"(?:…|\.\.\.)\w|@")
"""A text that goes on without a space behind what was left out, or a line of the page with an address."""
_CUT = re.compile(r"h[VvYyp]Tr*i[^xHBVDvpyY]*")
"""A clause that only begins behind its "that": "it means that in an attack"."""


def is_doubtful(scene: Scene, item: Statement, identity: Identity | None, confidence: float, cast: Cast) -> bool:
    """Whether ``item``, without marks and said by ``identity``, is right too seldom to be printed."""
    if item.quoted or item.speaker is None or item.cue is None:
        return False
    # What is dear to find only tells against a statement, so most are doubtful before it is looked for.
    found = _of_claim(scene, item, identity, confidence)
    if odds((*found, *IN_TEXT)) < _ENOUGH:
        return True
    found.update(_of_text(scene, item))
    if odds(found) < _ENOUGH:
        return True
    found.update(_told_against(scene, item, identity, cast))
    return not REFUSED.isdisjoint(found) or odds(found) < _ENOUGH


def signs(scene: Scene, item: Statement, identity: Identity | None, confidence: float, cast: Cast) -> frozenset[Sign]:
    """What tells for or against ``item``, said by ``identity``; ``confidence``, from 0 to 1, is that in it."""
    claim = _of_claim(scene, item, identity, confidence)
    return frozenset((*claim, *_of_text(scene, item), *_told_against(scene, item, identity, cast)))


def _of_claim(scene: Scene, item: Statement, identity: Identity | None, confidence: float) -> set[Sign]:
    """What the claim tells, and who makes it."""
    found = {*_of_cue(scene, item), *_of_place(scene, item), *of_frame(scene, item)}
    if confidence < _SURE:
        found.add(Sign.SPEAKER)
    if identity is not None and identity.kind is SpeakerKind.BODY:
        found.add(Sign.BODY)
    return found


def _of_text(scene: Scene, item: Statement) -> Iterator[Sign]:
    """What is soon seen of the words that are reported."""
    yield from _of_words(scene, item)
    yield from _of_letters(scene, item)
    yield from of_writer(scene, item)


def _told_against(scene: Scene, item: Statement, identity: Identity | None, cast: Cast) -> Iterator[Sign]:
    """The signs for which each word is looked at; all of them tell against a statement."""
    yield from (sign for sign, is_so in _READ if is_so(scene, item))
    if identity is not None:
        yield from (sign for sign, is_so in _HELD_AGAINST if is_so(scene, item, identity, cast))


_TAG = re.compile(r",(?:d?[am]*[nuN]+|h)([VD])")
"""A comma and who says it, in the midst of what is said."""
_TAG_ALONE = re.compile(r"(?:d?[am]*[nuN]+|h)([VD])(?:i.*)?")
"""Nothing but who says it, and where: "the Gazette says in a report"."""


def _is_broken(scene: Scene, item: Statement) -> bool:
    """Whether ``item`` ends where its verb should stand, or a quotation mark is open in it."""
    end = item.content[-1][1] - 1
    if scene.tags[end] in _AUXILIARIES and scene.tokens[end].islower():
        return True
    if _CUT.fullmatch(scene.tags, *item.content[-1]) and not scene.attribution.reference.capital_nouns:
        return True
    if scene.tags[end + 1 : end + 2] == ":":
        return True
    if any(_TAG.search(scene.tags, *part) or _is_tag(scene, part) for part in item.content):
        return True
    if item.how not in _WHOLE and any("." in scene.tags[first:last] for first, last in item.content):
        return True  # two sentences: the first may be the writer's
    words = "".join(scene.span(*part).of(scene.body) for part in item.content)
    if _RUN_ON.search(words) or words.startswith("("):
        return True
    if words.count("(") != words.count(")") or words.count("[") != words.count("]"):
        return True
    return words.count('"') % 2 > 0 or words.count("“") != words.count("”")


def _is_tag(scene: Scene, part: Range) -> bool:
    """Whether words only tell who said it."""
    found = _TAG_ALONE.fullmatch(scene.tags, *part)
    return found is not None and scene.tokens[found.start(1)].lower() in scene.attribution.plain


def _of_words(scene: Scene, item: Statement) -> Iterator[Sign]:
    """What the words tell that are reported."""
    attribution, first = scene.attribution, item.content[0][0]
    yield from _of_length(scene, item)
    if scene.tokens[first].lower() in attribution.questions:
        yield Sign.QUESTION
    opening = first + (scene.tags[first] == "T")
    if not attribution.pointing.isdisjoint(map(str.lower, scene.tokens[opening : opening + 1])):
        yield Sign.POINTING


def _is_infinitive(scene: Scene, item: Statement) -> bool:
    """Whether nobody is said to do what ``item`` tells: "to mend the wall", "die Mauer zu flicken"."""
    (first, last), before = item.content[0], scene.attribution.infinitive
    if scene.tokens[first].lower() in before:
        return True
    ends = scene.attribution.reference.capital_nouns and scene.tokens[last - 2].lower() in before
    return ends and scene.tags[first] != "T" and "," not in scene.tags[first:last]


_READ = (
    (Sign.THIS, speaks_of_this),
    (Sign.TIED, is_tied),
    (Sign.UNTOLD, has_untold),
    (Sign.ADDS, adds),
    (Sign.ALSO, is_told_beside),
    (Sign.HEADLINE, is_headline),
    (Sign.FURTHER_ONE, names_no_first),
    (Sign.CHARGED, is_charged),
    (Sign.ASKS, asks_of_what),
    (Sign.BROKEN, _is_broken),
    (Sign.INFINITIVE, _is_infinitive),
)
"""What is read in the words alone."""
_HELD_AGAINST = (
    (Sign.OTHER, is_of_another),
    (Sign.LEANS, leans),
    (Sign.LEANS, has_lost_they),
    (Sign.ADDS, has_lost_it),
    (Sign.THIS, has_lost_place),
    (Sign.ITS_OWN, names_its_speaker),
    (Sign.KNOWN, is_of_known),
)
"""What is read in the words by whom they are."""


def _of_length(scene: Scene, item: Statement) -> Iterator[Sign]:
    """What tells how much is said, and whether a reader of the headline can make something of it."""
    tokens = [token for part in pieces(item) for token in scene.tokens[part.start : part.stop]]
    words = sum(map(bool, map(_WORD.match, tokens)))
    if words < _SCRAP:
        yield Sign.SCRAP
    if words <= _SHORT and not any("N" in scene.tags[part.start : part.stop] for part in pieces(item)):
        yield Sign.NAMELESS
    if not scene.attribution.reference.capital_nouns:
        yield from _of_choice(scene, item)
    told = headline(scene)
    if told and told.isdisjoint(map(str.lower, tokens)):
        yield Sign.ELSEWHERE


def _of_choice(scene: Scene, item: Statement) -> Iterator[Sign]:
    """Whether names and rare words are among its words, without which it could be said of nearly anything."""
    common = zipf(scene.document.language.code)
    if _NAMES.search("-".join([scene.tags[part.start : part.stop] for part in pieces(item)])):
        yield Sign.NAMES
    words = (scene.tokens[at].lower() for at in words_of(item) if scene.tags[at] != "N")
    if common and not any(word.isalpha() and len(word) > 1 and common.get(word, 0) < _RARE for word in words):
        yield Sign.COMMON


def _of_letters(scene: Scene, item: Statement) -> Iterator[Sign]:
    """What kinds of words and marks there are among them."""
    tags = " ".join([scene.tags[part.start : part.stop] for part in pieces(item)])
    letters = frozenset(tags)
    if not letters.isdisjoint(_ASIDES):
        yield Sign.ASIDE
    if "Q" in letters:
        yield Sign.MARKS
    # Where nouns have capitals, a verb may be a word that no table knows.
    if letters.isdisjoint(_VERBS) and tags[:1] != "t" and not scene.attribution.reference.capital_nouns:
        yield Sign.NO_VERB


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
    if item.frame and scene.frames[item.frame].paragraph == scene.frames[item.frame - 1].paragraph:
        yield Sign.WITHIN
    if item.content[0][0] < item.cue[1]:
        return
    frame, last, start = scene.frames[item.frame], item.content[-1][1], min(item.speaker[0], item.cue[0])
    if scene.tags[start - 1] in "zT":
        yield Sign.SUBORDINATE
    if last < frame.last - _REST and scene.tags[last] != "c":
        yield Sign.GOES_ON
