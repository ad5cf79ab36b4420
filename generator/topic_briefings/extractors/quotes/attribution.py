"""Which claim reports which words.

Every quoted stretch is given to the claim that reports it: the one beside it, the one before it in its
sentence, the sentence before it that ends in a colon, or the voice that was speaking. What a claim reports
without marks is the rest of its sentence.

The order of preference follows Pareti, O'Keefe, Konstas, Curran and Koprinska, "Automatically Detecting and
Attributing Indirect Quotations" (2013) and O'Keefe et al., "A Sequence Labelling Approach to Quote
Attribution" (2012), who measured how far from its quotation a speaker stands in news.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import pairwise

from topic_briefings.extractors.quotes import floor, mentioned, speakerless, surroundings
from topic_briefings.extractors.quotes.dialogue import turns
from topic_briefings.extractors.quotes.fitting import REACH, Fit, Fitted, best_fit
from topic_briefings.extractors.quotes.scene import Frame, Quoted, Scene
from topic_briefings.extractors.quotes.shape import is_aside, is_statement, shaped
from topic_briefings.extractors.quotes.statement import Statement, content, is_clause, places
from topic_briefings.languages.claim import SPOKEN, Claim, CueKind, Range, Reports, Rule

_FURTHER = 6
"""Claims behind one that may end what it reports."""
_LIST = (",", "c", ",c")
"""Letters between two of a list."""
_SENSE = frozenset("nNuSyYIvpVDxHB")
"""Letters of words without which two scraps in marks are no one phrase: "a “friend” who ran a “clean race”"."""
_IN_CLAUSE = _SENSE | frozenset("dfitT")
"""Letters of words behind which marked words go on with the writer's clause, not with what was said before a tag."""
_NO_CLAUSE = frozenset((Reports.MARKS, Reports.NOTHING))
_OPENING = 8
"""Characters before marked words among which are their mark and the end of the word before it."""
_NAMED = frozenset("Nuh")
"""Letters of phrases that may be somebody's name, office or pronoun."""
_TAG = 12
"""Words before a sentence in which a tag may end: who said it, to whom and when."""
_TAGGED = re.compile(r"Q(?:[duaj]*N+|h)[VD][^Q.|]*\.$|Q[VD](?:[duaj]*N+|h)[^Q.|]*\.$")
"""A tag behind marked words that ends its sentence."""


def statements(scene: Scene) -> list[Statement]:
    """All reported statements of the scene, in order of appearance."""
    found: list[Statement] = []
    holder: int | None = None  # the number in ``found`` of the statement whose speaker has the floor
    spoken = turns(scene)
    turn_at: int | None = None
    turn_ends = 0
    waiting: Statement | None = None  # part of a quotation whose speaker may be named behind a later part
    for number, frame in enumerate(scene.frames):
        if frame.first in spoken:
            turn_ends, said = spoken[frame.first]
            turn_at = None
            if said is not None:
                turn_at = len(found)
                found.append(replace(said, frame=number))
        if frame.first < turn_ends:
            holder = turn_at
            continue
        if not frame.cues and not frame.quoted:
            continue  # most sentences
        here, begun = _in_frame(scene, frame, number), number
        if waiting is not None:
            here, begun = _with_waiting(here, waiting), waiting.frame
        own, waiting = _spoken(scene, number, begun, here, found, holder)
        taken = floor.taken(scene, own)
        holder = holder if taken is None else len(found) + taken
        found += own
    if waiting is not None:
        last = None if holder is None else found[holder]
        found.append(surroundings.around(scene, waiting.frame, waiting, last))
    return found


def _spoken(
    scene: Scene, number: int, begun: int, here: list[Statement], found: list[Statement], holder: int | None
) -> tuple[list[Statement], Statement | None]:
    """The statements ``here`` of the sentence ``number`` with their speakers, and part of a quotation that waits.

    What goes on with the quotation of whoever has the floor is put to it in ``found``. The first has ``begun`` in an
    earlier sentence where it has waited.
    """
    own: list[Statement] = []
    for item in here:
        at = begun if item is here[0] else number
        last = None if holder is None else found[holder]
        if holder is not None and last is not None and floor.goes_on(scene, number, item, last):
            found[holder] = replace(last, quoted=last.quoted + item.quoted, content=last.content + item.content)
        elif item is here[-1] and item.frame == number and _waits(item):
            return own, replace(item, frame=at)
        else:
            own.append(surroundings.around(scene, at, item, last) if surroundings.is_open(item) else item)
    return own, None


def _waits(item: Statement) -> bool:
    """Whether marked words that nothing gives a speaker go on in the next paragraph, which may name one."""
    return surroundings.is_open(item) and item.quoted[-1].stretch.continues


def _with_waiting(here: list[Statement], waiting: Statement) -> list[Statement]:
    """The statements ``here`` with the part of a quotation that has waited for its speaker: first in it, or alone."""
    if here and here[0].quoted and here[0].content[0][0] == here[0].quoted[0].first:
        both = replace(here[0], quoted=waiting.quoted + here[0].quoted, content=waiting.content + here[0].content)
        return [both, *here[1:]]
    return [waiting, *here]


def _in_frame(scene: Scene, frame: Frame, number: int) -> list[Statement]:
    """The statements of one sentence."""
    claims = scene.attribution.claims(scene, frame)
    fitted, done = _marked(scene, frame, claims, number) if frame.quoted else ({}, [])
    for at, claim in enumerate(claims):
        mine = fitted.get(claim.cue[0], [])
        if not mine:
            item = _unmarked(scene, frame, claims, at, fitted, number)
        elif claim.reports == Reports.NOTHING:
            item = None  # words that were not said
        else:
            quoted = tuple([stretch for stretch, _ in mine])
            parts = _parted(scene, claim, mine) if len(mine) > 1 else [mine]
            item = _claimed(claim, content(scene, frame, claim, quoted) or places(quoted), parts[0], number)
            done += [
                _claimed(claim, places(tuple([stretch for stretch, _ in part])), part, number) for part in parts[1:]
            ]
        if item is not None:
            done.append(item)
    if len(done) > 1:
        done = [replace(item, clause=False, inside=True) if _is_inside(scene, item, done) else item for item in done]
        done.sort(key=lambda item: (item.content[0], item.cue or (0, 0)))
    return done


def _is_inside(scene: Scene, item: Statement, others: list[Statement]) -> bool:
    """Whether a statement is part of what another claim of its sentence reports: it is printed there already."""
    if item.quoted or item.speaker is None or item.how not in (Rule.BEFORE, Rule.SHARED):
        return False
    told = (other for other in others if other.clause and not other.quoted and _is_somebody(scene, other))
    return any(
        first <= item.speaker[0] < last and (first, last) not in item.content
        for other in told
        for first, last in other.content
    )


def _is_somebody(scene: Scene, item: Statement) -> bool:
    """Whether a statement is somebody's whom a page can name, and no second source for what another said."""
    if item.speaker is None or item.how is Rule.ACCORDING:
        return False
    return not _NAMED.isdisjoint(scene.tags[slice(*item.speaker)])


_Fitting = list[tuple[Quoted, Fitted]]


def _marked(
    scene: Scene, frame: Frame, claims: list[Claim], number: int
) -> tuple[dict[int, _Fitting], list[Statement]]:
    """The marked words of each claim by the word of its cue, and the statements of those that have none."""
    fitted: dict[int, _Fitting] = {}
    done: list[Statement] = []
    unsaid = 0  # the end of the last words that nobody says
    cues = [claim.cue[0] for claim in claims]
    for quoted in frame.quoted:
        if mentioned.is_mentioned(scene, frame, quoted) or _listed(scene.tags, unsaid, quoted.first):
            unsaid = quoted.last
            continue
        nearby = claims[bisect_left(cues, quoted.first - REACH) : bisect_right(cues, quoted.last + REACH)]
        if scene.tags[quoted.first - 1] == ":" and (item := speakerless.dashed(scene, frame, quoted, number)):
            done.append(item)
            continue
        best = _same_phrase(scene, quoted, fitted) or best_fit(scene, quoted, nearby)
        if best is not None and (
            (quoted.short and best.claim.speaker is None)
            or mentioned.is_held(scene, quoted, best)
            or mentioned.is_polled(scene, best.claim)
        ):
            continue  # a word at arm's length, of nobody's; a poll's
        if best is not None and (not quoted.title or _is_spoken(scene, quoted, best)):
            fitted.setdefault(best.claim.cue[0], []).append((quoted, best))
        elif _stands_alone(scene, frame, quoted) or not (
            quoted.short or quoted.title or mentioned.is_named(scene, frame, quoted)
        ):
            done.append(speakerless.in_sentence(scene, frame, quoted, number))
    return fitted, done


def _same_phrase(scene: Scene, quoted: Quoted, fitted: dict[int, _Fitting]) -> Fitted | None:
    """The claim of the marked words that only a preposition parts from these: "called for “a war” | against “them”"."""
    if scene.tags[quoted.first - 1] != "i":
        return None
    mine = (one for fitting in fitted.values() for one in fitting)
    return next(
        (best for before, best in mine if before.last == quoted.first - 1 and best.claim.cue[1] <= before.first), None
    )


def _stands_alone(scene: Scene, frame: Frame, quoted: Quoted) -> bool:
    """Whether marked words go on behind a tag as a sentence: "“There is one winner,” Lund said. “Hal Moor.”"."""
    before = scene.tags[max(0, frame.first - _TAG) : frame.first]
    alone = not scene.tags[frame.first : frame.last].strip("Q.")
    return alone and quoted.complete and before.endswith(".") and _TAGGED.search(before) is not None


def _is_spoken(scene: Scene, quoted: Quoted, best: Fitted) -> bool:
    """Whether words printed like a title are said all the same: right beside a verb of saying, or led in by a colon."""
    led_in = scene.tags[quoted.first - 1] in ":," and best.fit >= Fit.NEAR
    return best.claim.kind in SPOKEN and (best.close or led_in)


def _unmarked(
    scene: Scene, frame: Frame, claims: list[Claim], at: int, fitted: dict[int, _Fitting], number: int
) -> Statement | None:
    """What the claim ``at`` among those of a sentence reports without marks; None where it reports nothing so."""
    claim = claims[at]
    if claim.speaker is None or claim.reports in _NO_CLAUSE or (_embedded(scene.tags, claim) and not _on(claims, at)):
        return None
    words = content(scene, frame, claim, ())
    if not words or all(not scene.tags[slice(*part)].strip("qQ") for part in words):
        return None  # nothing, or what a sign reads
    if fitted and _holds_another(words, fitted, claim):
        return None
    if is_aside(scene, frame, claim, words):
        return None
    words = shaped(scene, frame, claim, words, claims[at + 1 : at + 1 + _FURTHER])
    if (claim.reports is Reports.CLAUSE or _is_placed(scene, claim, words)) and not is_clause(scene, words):
        return None
    return Statement(
        content=words,
        cue=claim.cue,
        speaker=claim.speaker,
        how=claim.how,
        kind=claim.kind,
        clause=is_statement(scene, frame, claim, words) and not _held(scene, claims, at),
        frame=number,
    )


def _is_placed(scene: Scene, claim: Claim, words: tuple[Range, ...]) -> bool:
    """Whether only where, when or with whom it was said stands behind a verb: "testified | in court on Monday"."""
    first, last = claim.cue
    return words[0][0] == last == first + 1 and scene.tokens[last].lower() in scene.attribution.placing


def _on(claims: list[Claim], at: int) -> bool:
    """Whether a claim goes on from a deed right before it: "continues to insist"."""
    before = claims[at - 1] if at else None
    return before is not None and before.reports == Reports.CLAUSE and before.cue[1] == claims[at].cue[0] - 1


def _held(scene: Scene, claims: list[Claim], at: int) -> bool:
    """Whether a claim only says how sure the one right before it is: "said | he hopes that it holds"."""
    claim, before = claims[at], claims[at - 1] if at else None
    if before is None or claim.kind is not CueKind.THINK or claim.speaker is None or before.kind not in SPOKEN:
        return False
    first, last = claim.speaker
    return (
        scene.tags[first:last] == "h" and before.cue[1] <= first and not scene.tags[before.cue[1] : first].strip("Tlmo")
    )


def _holds_another(words: tuple[Range, ...], fitted: dict[int, _Fitting], claim: Claim) -> bool:
    """Whether what a claim would report without marks begins with marked words that another claim reports."""
    starts = {part[0] for part in words}
    return any(quoted.first in starts for cue, mine in fitted.items() if cue != claim.cue[0] for quoted, _ in mine)


def _listed(tags: str, unsaid: int, first: int) -> bool:
    """Whether the marked words at ``first`` go on with a list of words that are only mentioned."""
    return bool(unsaid) and tags[unsaid:first] in _LIST


def _parted(scene: Scene, claim: Claim, mine: _Fitting) -> list[_Fitting]:
    """The marked words of a claim, parted where words of the writer's that carry the sense stand between two scraps.

    Without a part that is only a title: "On “The Hour,” Lund spoke of “years of work”".
    """
    tags, parts = scene.tags, [mine[:1]]
    for (before, _), (after, best) in pairwise(mine):
        scraps = not (before.complete and after.complete) and tags[after.first - 1] != "-"
        inserted = before.last <= claim.cue[0] < after.first
        behind = inserted and tags[after.first - 1] in _IN_CLAUSE
        goes_on = behind and not _begins(scene.body, after, claim.cue[1])
        apart = scraps and not inserted and not _SENSE.isdisjoint(tags[before.last : after.first])
        if apart or goes_on:
            parts.append([])
        parts[-1].append((after, best))
    return [part for part in parts if len(parts) == 1 or not all(quoted.title for quoted, _ in part)]


def _begins(body: str, quoted: Quoted, behind: int) -> bool:
    """Whether marked words stand behind a sentence's end or other marked words: "on “The Hour.” “It holds.”".

    Or they begin with a capital right ``behind`` their cue, whose full stop is missing: "Lund said “It holds.”".
    """
    start = quoted.stretch.inner.start
    if quoted.first == behind and body[start : start + 1].isupper():
        return True
    return not body[max(0, start - _OPENING) : start - 1].rstrip("' ")[-1:].isalnum()


def _claimed(claim: Claim, words: tuple[Range, ...], mine: _Fitting, number: int) -> Statement:
    return Statement(
        content=words,
        quoted=tuple([quoted for quoted, _ in mine]),
        cue=claim.cue,
        speaker=mine[0][1].claim.speaker,
        how=claim.how,
        kind=claim.kind,
        fit=max(best.fit for _, best in mine),
        lead=max(best.lead for _, best in mine),
        frame=number,
        named=mine[0][1].named,
    )


def _embedded(tags: str, claim: Claim) -> bool:
    """Whether a cue is only part of another verb's sentence: "declined to say", a verb that no list knows."""
    return tags[claim.cue[0] - 1 : claim.cue[0]] == "t" or claim.kind is CueKind.VERB
