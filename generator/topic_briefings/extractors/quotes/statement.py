"""One reported statement by the numbers of its words, and the words that a claim reports."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from topic_briefings.extractors.quotes.fitting import Fit, Lead, start_of
from topic_briefings.extractors.quotes.scene import Frame, Quoted, Scene
from topic_briefings.languages.claim import Claim, CueKind, Range, Rule
from topic_briefings.text.datelines import dateline_end

_CLAUSE = frozenset("TvVxHBpDYyPtQqzw")
"""Letters of words that a reported clause has."""
_IN_CLAUSE = re.compile(r"^[rlc,]*[Tz]|[dNnuhqm]r*[vVDxHBp]|[nNuhS]r*[yY](?=[dhNTrmot])|^i?t[r]*[eEyY]")
"""What makes reported words without marks a clause."""
_LEAST = 3
"""Words of a statement before its claim."""
_SHORTEST = 2
"""Words of one behind it."""
_ADDRESS = 15
"""Words between a cue and whole marked sentences: to whom, when and where it was said."""
_ELSEWHERE = ("G", "g", "c", "b", "w")
"""Letters of what follows a claim and is no part of what it reports: ", adding that", ", and left"."""
_JOINS = ("b", "c")
"""Letters of what only joins a sentence to the one before."""
_CONTINUED = re.compile(
    r"(?:[NhH]|d[^,.;:Q-]*|[xBvV])[^,.;:Q]*?[VDvxHBp]|[xHBvV]|r?z(?:h|[dN][^,.;:Q]*?[VDvxHBp])"
    r"|[cb](?:h|[dam]*[Nnu]+(?:c[dam]*[Nnuy]+)*)r*(?:[xHBvp]|(?<=h)[VD])"
)
"""The letters of a clause, or of the rest of one."""
_APPOSED = re.compile(r",(?:(?:d?[amN]*u|[amN]+[nyY])(?:[cfi][dams]*[uNn]*)*[wT]|d[am]*u[cf]|d[am]*[nyY]T(?=[xHBvVD]))")
"""What tells who or what that was: ", a union that left", ", a sailor and the mayor of", ", a law that would"."""
_SUPPLIED = re.compile(r"r*[gG]")
"""What stands behind a colon and is no clause: "one way: meeting them all"."""
_OPENING = 3
"""Sentences of an article before which a dateline may stand, also behind its printed headline."""
_MARKS = frozenset('"”’»“«')
_BEHIND = frozenset((Rule.AFTER, Rule.ACCORDING))
"""Rules of claims behind the words that they report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Content, cue and speaker, and what the confidence in the speaker rests on."""

    content: tuple[Range, ...]
    quoted: tuple[Quoted, ...] = ()
    cue: Range | None = None
    speaker: Range | None = None
    how: Rule = Rule.NONE
    """The rule that found the speaker."""
    kind: CueKind = CueKind.SAY
    fit: Fit = Fit.WEAK
    """How well its claim fits the marked words."""
    lead: Lead = Lead.NONE
    """By how much it fits better than another's."""
    to: Range | None = None
    """In an exchange of questions and answers, the other of the two."""
    clause: bool = True
    """What is reported without marks opens with a clause."""
    inside: bool = False
    """It is part of what another in its sentence reports."""
    frame: int = 0
    """The number of the sentence."""
    named: Range | None = None
    """Who is said by name to say it in the same sentence, where the speaker is a pronoun."""


def content(scene: Scene, frame: Frame, claim: Claim, quoted: tuple[Quoted, ...]) -> tuple[Range, ...]:
    """What ``claim`` reports: the marked words before it, the rest of its sentence, or the part before it."""
    if quoted and all(stretch.last <= claim.cue[0] for stretch in quoted):
        return places(quoted)
    tags, end = scene.tags, _end(scene, frame)
    other = tags.find(";", claim.cue[1], end)
    if other > 0 and not any(stretch.last > other for stretch in quoted):
        end = other  # the clause after a semicolon is another's or the writer's
    if quoted and _announced(scene, claim, quoted, end):
        return places(quoted)
    begin = claim.cue[1]
    if claim.speaker and claim.speaker[0] >= begin:
        begin = claim.speaker[1]
    comma = tags.find(",", begin, min(end, begin + _ADDRESS))
    dated = comma if comma >= 0 and tags[comma + 1 : comma + 2] in _ELSEWHERE else end
    if claim.how in _BEHIND or not tags[begin:dated].strip("lim"):
        before = _around(scene, frame, claim, (begin, end if not quoted else begin))
        if before or claim.how is not Rule.ACCORDING:
            return before
    if _CLAUSE.isdisjoint(tags[begin:end]) and claim.kind is CueKind.TELL:
        return ()  # "told the council": to whom, not what
    before = () if quoted else _broken(scene, frame, claim, begin)
    if before and _is_no_rest(tags, begin, end):
        return before
    while begin < end and tags[begin] in ",:-":
        begin += 1
    before = before or (() if quoted else _condition(scene, frame, claim, (begin, end)))
    return (*before, (begin, end)) if end - begin >= _SHORTEST else ()


def _is_no_rest(tags: str, comma: int, end: int) -> bool:
    """Whether what stands behind a claim inserted before ``comma`` is another verb's or only says what that is."""
    elsewhere = tags[comma + 1 : comma + 2] in _ELSEWHERE and not _CONTINUED.match(tags, comma + 1, end)
    return elsewhere or _APPOSED.match(tags, comma, end) is not None


def is_clause(scene: Scene, words: tuple[Range, ...]) -> bool:
    """Whether words without marks are a clause: one with a finite verb, a "that" or "whether", or "to" and a verb."""
    return any(_IN_CLAUSE.search(scene.tags, *part) for part in words)


def bare_clause(scene: Scene, claim: Claim) -> re.Pattern[str] | None:
    """What a clause that ``claim`` reports without a "that" begins with; None where its verb needs one.

    A cue of several words that ends in a preposition needs one as well: "asked for a photo".
    """
    attribution = scene.attribution
    if attribution.bare_clause is None or claim.how == Rule.ACCORDING:
        return attribution.clause
    if claim.cue[1] - claim.cue[0] > 1 and scene.tags[claim.cue[1] - 1] in ("i", "t"):
        return None
    return attribution.bare_clause(scene.tokens[claim.cue[0]])


def places(quoted: tuple[Quoted, ...]) -> tuple[Range, ...]:
    """The words of marked stretches, marks included."""
    return tuple([(stretch.first, stretch.last) for stretch in quoted])


def _announced(scene: Scene, claim: Claim, quoted: tuple[Quoted, ...], end: int) -> bool:
    """Whether whole sentences follow a claim that is no part of them: "She told him, “…”", "He said in May: “…”"."""
    first, last = quoted[0], quoted[-1]
    opening = scene.body[first.stretch.inner.start : first.stretch.inner.start + 1]
    return (
        claim.cue[1] < first.first
        and scene.tags[first.first - 1] in ",:"
        and opening.isupper()
        and last.last >= end
        and all(one.last >= other.first - 1 for one, other in pairwise(quoted))
        and "T" not in scene.tags[claim.cue[1] : first.first]
        and first.first - claim.cue[1] <= _ADDRESS
    )


def _before(scene: Scene, frame: Frame, start: int, least: int) -> tuple[Range, ...]:
    """A statement of ``least`` words or more that a comma or a dash parts from its claim."""
    tags, first = scene.tags, _after_dateline(scene, frame)
    stop = start - (tags[start - 1 : start] == "z")  # "…, as Lund says"
    while stop > first and tags[stop - 1] in ",-":
        stop -= 1
    colon = tags.rfind(":", first, stop)
    if colon > 0 and stop - colon > _LEAST and not _SUPPLIED.match(tags, colon + 1):
        first = colon + 1  # "Lund had her doubts: The bridge would fall, she said"
    return ((first, stop),) if stop < start and stop - first >= least else ()


def _around(scene: Scene, frame: Frame, claim: Claim, rest: Range) -> tuple[Range, ...]:
    """What stands before a claim that follows it, and on its other side, in ``rest``, where the words go on there."""
    inserted = claim.how is not Rule.ACCORDING and scene.tags[start_of(claim) - 1] != "z"
    goes_on = _goes_on(scene, *rest) if inserted else ()
    before = _before(scene, frame, start_of(claim), 1 if goes_on else _LEAST)
    if goes_on and all(scene.tags[slice(*part)] in _JOINS for part in before):
        return goes_on  # "But, says Lund, it holds"
    return (*before, *goes_on)


def _goes_on(scene: Scene, begin: int, end: int) -> tuple[Range, ...]:
    """What is reported on the other side of "said Lund": "It holds, said Lund, the engineer, and it will not leak"."""
    tags = scene.tags
    while tags[begin : begin + 1] in ("l", "i", "m"):
        begin += 1  # "on Friday"
    if tags[begin : begin + 1] != "," or not _CONTINUED.match(tags, begin + 1, end):
        return ()
    if _APPOSED.match(tags, begin, end):
        return ()
    return ((begin + 1, end),)


def _broken(scene: Scene, frame: Frame, claim: Claim, end: int) -> tuple[Range, ...]:
    """What stands before a claim that is put into the words it reports: "It holds, Lund said, because …"."""
    tags, start = scene.tags, start_of(claim)
    if tags[end : end + 1] != "," or tags[start - 1 : start] != "," or tags[claim.cue[0]] == "G":
        return ()  # "He spoke of much else, saying, for once, that it leaks" tells the first part himself
    return _before(scene, frame, start, _SHORTEST)  # "Too often, Lund said, it leaks"


def _condition(scene: Scene, frame: Frame, claim: Claim, rest: Range) -> tuple[Range, ...]:
    """Under what condition the clause ``rest`` is said to hold: "If it rains, Lund said the bridge would fall"."""
    first, start = frame.first, start_of(claim)
    begin = first + (scene.tags[first] in "bc")
    if scene.tokens[begin].lower() not in scene.attribution.conditions or claim.how is not Rule.BEFORE:
        return ()
    clause = bare_clause(scene, claim)
    if clause is None or clause.match(scene.tags, *rest) is None:
        return ()
    return ((begin, start - 1),) if scene.tags[start - 1] == "," and start - begin > _LEAST else ()


def _after_dateline(scene: Scene, frame: Frame) -> int:
    """The first word of a sentence that is no part of a dateline."""
    first = frame.first
    if first and scene.tags[first - 1] != "|" and scene.frame_of(first) >= _OPENING:
        return first
    start, end = scene.span(first, frame.last)
    return first + bisect_left(scene.words.starts[first : frame.last], dateline_end(scene.body, start, end))


def _end(scene: Scene, frame: Frame) -> int:
    """The end of the sentence without its full stop; a closing mark stays."""
    end = frame.last
    while end > frame.first and scene.tags[end - 1] in ".|" and scene.tokens[end - 1] not in _MARKS:
        end -= 1
    return end
