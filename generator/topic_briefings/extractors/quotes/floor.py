"""Who has the floor: the speaker to whom marked words belong that nothing else gives a speaker."""

from __future__ import annotations

import re
from dataclasses import replace

from topic_briefings.extractors.quotes.scene import Frame, Scene
from topic_briefings.extractors.quotes.statement import Statement
from topic_briefings.languages.claim import CueKind, Range, Rule
from topic_briefings.languages.names import given_name

_ACTS = re.compile(r"[dua]*N[Nj]*(?:,|$)")
"""A subject that is a name, with what is said of its owner."""
_STEADY = frozenset((Rule.BEFORE, Rule.AFTER, Rule.SHARED, Rule.ACCORDING, Rule.BESIDE))
"""Rules whose speaker goes on in the next sentence of the paragraph."""

_TOLD = frozenset((CueKind.SAY, CueKind.TELL))
_BESIDE = frozenset((Rule.BEFORE, Rule.AFTER))


def goes_on(scene: Scene, number: int, item: Statement, last: Statement) -> bool:
    """Whether the sentence ``number``, nothing but marked words, goes on with the quotation ``last``."""
    if not item.quoted or not last.quoted or item.cue or item.speaker or last.speaker is None:
        return False
    frame, paragraph = scene.frames[number], scene.frames[last.frame].paragraph
    if last.quoted[-1].stretch.continues:
        return paragraph + len(last.quoted) >= frame.paragraph - 1
    steady = frame.first == item.quoted[0].first and paragraph == frame.paragraph and last.how in _STEADY
    return steady and turned_to(scene, number, last) is None


def turned_to(scene: Scene, number: int, last: Statement) -> Range | None:
    """The person of another name than ``last``'s speaker whom the sentence before ``number`` has turned to."""
    before = scene.frames[number - 1]
    if last.speaker is None or number - 1 <= last.frame or before.quoted:
        return None
    subject = scene.attribution.main_subject(scene, before)
    if subject is None or not _ACTS.match(scene.tags, *subject):
        return None
    if not any(_is_surname(scene, at) for at in range(*subject)):
        return None
    spoke, acts = _names(scene, last.speaker), _names(scene, subject)
    return subject if spoke and acts and not (spoke <= acts or acts <= spoke) else None


def _names(scene: Scene, phrase: Range) -> frozenset[str]:
    return frozenset(scene.tokens[at] for at in range(*phrase) if scene.tags[at] == "N")


def _is_surname(scene: Scene, at: int) -> bool:
    """Whether the word at ``at`` stands somewhere in the text behind a given name."""
    word, tokens = scene.tokens[at], scene.tokens
    if scene.tags[at] != "N":
        return False
    places = (place for place, token in enumerate(tokens) if place and token == word)
    return any(scene.tags[place - 1] == "N" and given_name(tokens[place - 1]) is not None for place in places)


def answered(scene: Scene, frame: Frame, item: Statement, last: Statement) -> Statement | None:
    """Marked words in the paragraph under a question, with whoever was asked; nobody where no name says who it was.

    None where ``last`` is no question that somebody asks. In an exchange that goes on so, what asks again is the
    asker's.
    """
    if scene.frames[last.frame].paragraph >= frame.paragraph or last.quoted[-1].stretch.continues:
        return None
    if last.kind is CueKind.ASK and _asks(scene, last):
        return replace(item, speaker=_asked(scene, last), to=last.speaker, how=Rule.ANSWER)
    if last.how is not Rule.ANSWER or _asks(scene, last) == _asks(scene, item):
        return None
    return replace(item, speaker=last.to, to=last.speaker, how=Rule.ANSWER)


def _asks(scene: Scene, item: Statement) -> bool:
    """Whether the marked words end with a question mark."""
    return item.quoted[-1].stretch.inner.of(scene.body).rstrip().endswith("?")


def _asked(scene: Scene, item: Statement) -> Range | None:
    """The name of whom the question of ``item`` is put to: "Lund asked Barasa"."""
    first = max(place[1] for place in (item.cue, item.speaker) if place)
    found = scene.attribution.asked(scene, first, scene.frames[item.frame].last)
    return found if found and "N" in scene.tags[slice(*found)] else None


def taken(scene: Scene, here: list[Statement]) -> int | None:
    """The number of the statement of one sentence, among those ``here``, whose speaker takes the floor.

    Somebody quoted at length takes it, then whoever is reported without marks; a word or two that somebody is
    quoted with in passing, or in a relative clause, does not. None leaves it with whoever had it.
    """
    if not here:
        return None
    marked = [at for at, item in enumerate(here) if item.quoted]
    long = [at for at in marked if any(not quoted.short for quoted in here[at].quoted)]
    main = [at for at in long if (speaker := here[at].speaker) and scene.tags[speaker[0] - 1 : speaker[0]] != "w"]
    if main or long:
        return (main or long)[-1]
    spoken = next((at for at, item in enumerate(here) if _speaks(scene, item)), None)
    return spoken if spoken is not None else marked[-1] if marked else None


def _speaks(scene: Scene, item: Statement) -> bool:
    """Whether a statement without marks shows who has the floor."""
    told = item.speaker is not None and scene.tags[item.speaker[0]] != "w"
    if item.how is Rule.ACCORDING and item.speaker is not None:  # where nouns have capitals, no letter tells a name
        return "N" in scene.tags[slice(*item.speaker)] and not scene.attribution.reference.capital_nouns
    return told and item.kind in _TOLD and item.how in _BESIDE
