"""Talk printed as a transcript: each paragraph begins with a label, and no marks are needed.

"LIND: We start on Monday." is Lind's statement where labels like hers begin paragraphs more than once, or where the
labels are people's full names, so that a single "Note: …" or "Oslo: …" is none. The label is a name, or one in
capitals; the rest of the paragraph is what was said. Under "Q:" nobody is quoted; under "A:" it is the one person whom
the article has introduced before the first question.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from topic_briefings.extractors.quotes import labels
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.extractors.quotes.statement import Statement, is_clause
from topic_briefings.languages.claim import Range, Rule
from topic_briefings.languages.names import given_name
from topic_briefings.models import SpeakerKind

_LABEL = re.compile(r"(?<![^|])((?:uj?)*N[Nju]*)(?:\([^)|.:]*+\))?:(?=[^|Qq.])")
_SIGN = re.compile(r"(?<![^|])[^|][:.j](?=[^|Qq.])")
"""One word and a colon or a stop, at the beginning of a paragraph."""
_LEAST = 2
"""Paragraphs that one label begins; or that labels with full names begin."""
_ONE_IN = 4
"""One in so many turns of a talk is a clause or a question at least; a list of results has none. One in so many that
name their own label are no talk, but paragraphs under headings."""
_LONGEST = 5


class Turn(NamedTuple):
    """One paragraph of a talk."""

    last: int
    """The word after its last."""
    statement: Statement | None
    """None where it is nobody's statement: a question."""


def turns(scene: Scene) -> dict[int, Turn]:
    """The paragraphs of a talk by the word with which each begins."""
    interview = dict(_interview(scene))
    return interview | dict(_transcript(scene, sure=bool(interview)))


def _transcript(scene: Scene, *, sure: bool) -> list[tuple[int, Turn]]:
    """Paragraphs that begin with somebody's name; none where hardly one is a clause: "Ana Lund: 54 votes".

    ``sure`` is whether questions show that it is a talk.
    """
    found = [(match.span(1), match.end()) for match in _LABEL.finditer(scene.tags)]
    found = [(label, begin) for label, begin in found if label[1] - label[0] <= _LONGEST]
    often = Counter(scene.tokens[label[1] - 1] for label, _ in found)
    full = [label for label, _ in found if label[1] - label[0] > 1]
    people = len(full) >= _LEAST and any(given_name(scene.tokens[first]) is not None for first, _ in full)
    turns_of: list[tuple[int, Turn]] = []
    for label, begin in found:
        if _sign(scene, label[0]) is not None or labels.heads(scene, scene.tokens[label[0]]):
            continue
        if sure or often[scene.tokens[label[1] - 1]] >= _LEAST or (people and label in full):
            turn = _said(scene, label, begin)
            if turn is not None:
                turns_of.append((label[0], turn))
    spoken = sum(_is_speech(scene, turn) for _, turn in turns_of)
    about = sum(_is_about_its_label(scene, turn) for _, turn in turns_of)
    talk = sure or _ONE_IN * spoken >= len(turns_of)
    return _answered(scene, turns_of) if talk and _ONE_IN * about < max(len(turns_of), 1) else []


def _is_about_its_label(scene: Scene, turn: Turn) -> bool:
    """Whether a paragraph names its own label, as one under a heading does: "Ana Lund: Roads Lund wants …"."""
    said = turn.statement
    if said is None or said.speaker is None:
        return False
    name, (first, last) = scene.tokens[said.speaker[1] - 1], said.content[0]
    return any(scene.tags[at] == "N" and scene.tokens[at] == name for at in range(first, last))


def _answered(scene: Scene, found: list[tuple[int, Turn]]) -> list[tuple[int, Turn]]:
    """``found`` without the words of those who do nothing but ask, twice or more: "Vell Gazette: Is it lonely?"."""
    asked: dict[str, list[bool]] = {}
    said_by = [
        scene.tokens[turn.statement.speaker[1] - 1] if turn.statement and turn.statement.speaker else ""
        for _, turn in found
    ]
    for label, (_, turn) in zip(said_by, found, strict=True):
        asked.setdefault(label, []).append(scene.tokens[turn.last - 1] == "?")
    asks = {label for label, questions in asked.items() if len(questions) >= _LEAST and all(questions)}
    return [
        (at, Turn(turn.last, None) if label in asks and len(asks) < len(asked) else turn)
        for label, (at, turn) in zip(said_by, found, strict=True)
    ]


def _is_speech(scene: Scene, turn: Turn) -> bool:
    """Whether a turn is a clause or a question."""
    return turn.statement is not None and (
        scene.tokens[turn.last - 1] == "?" or is_clause(scene, turn.statement.content)
    )


def _interview(scene: Scene) -> Iterator[tuple[int, Turn]]:
    """Paragraphs that begin with "Q:" and "A:"."""
    signs = [(match.start(), match.end()) for match in _SIGN.finditer(scene.tags) if _sign(scene, match.start())]
    first = next((at for at, _ in signs if _sign(scene, at) == "asks"), None)
    if first is None:
        return
    interviewed = _introduced(scene, first)
    for at, begin in signs:
        if _sign(scene, at) == "asks":
            yield at, Turn(_end(scene, begin), None)
        elif interviewed is not None and (turn := _said(scene, interviewed, begin)) is not None:
            yield at, turn


def _sign(scene: Scene, at: int) -> str | None:
    """What the label at word ``at`` is a sign of: ``asks`` or ``answers``; None for a name."""
    reference, word = scene.attribution.reference, scene.tokens[at]
    if word.islower() or scene.tokens[at + 1 : at + 2] not in ([":"], ["."]):
        return None
    return "asks" if word.lower() in reference.asks else "answers" if word.lower() in reference.answers else None


def _introduced(scene: Scene, before: int) -> Range | None:
    """The name of the only person whom the text has named in full before the word ``before``."""
    names = [name for name in scene.attribution.names(scene.words, scene.tags) if name.last <= before]
    people = {name.words: name for name in reversed(names) if name.kind is SpeakerKind.PERSON and len(name.words) > 1}
    if len(people) != 1:
        return None
    (name,) = people.values()
    return name.first, name.last


def _said(scene: Scene, speaker: Range, begin: int) -> Turn | None:
    """The rest of the paragraph as the speaker's; None where it has marks of its own."""
    end = _end(scene, begin)
    if "Q" in scene.tags[begin:end]:
        return None
    return Turn(end, Statement(content=((begin, end),), speaker=speaker, how=Rule.LABEL))


def _end(scene: Scene, begin: int) -> int:
    end = scene.tags.find("|", begin)
    return len(scene.tags) if end < 0 else end
