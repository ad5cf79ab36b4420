"""The shape of what is reported without marks: where its words begin and end, and whether they are a statement.

"Lund told the council on Monday that the bridge holds" reports the words from "that" on; "While Lund says it holds, the
council has its doubts" ends at the comma; "she says it holds and calls it safe" are two statements. What opens with a
clause is a statement; "announced a plan" and "praised the engineers" only tell what somebody spoke about, and are right
too seldom for a page to print them as somebody's words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from topic_briefings.extractors.quotes.fitting import start_of
from topic_briefings.extractors.quotes.scene import Frame, Scene
from topic_briefings.languages.claim import Claim, CueKind, Range, Reports

_FINITE = frozenset("VDvpxHB")
"""Letters of verbs that can be the predicate of a clause."""
_JOINED = (",", "c", "b")
"""Letters before the verb of a further statement by the same speaker, or before its adverb."""
_SPOKEN = (CueKind.SAY, CueKind.TELL, CueKind.ASK)
_LOOKED_AT = 100
"""Words of a very long part that are looked at."""
_ADDRESSED = 12
"""Words between a cue and its "that": to whom, when and where it was said."""
_TO = re.compile(r"t[r]*[eEyY]")
_TO_SAY = re.compile(r"t[r]*[EY]")
"""“To” and a verb, and one that may report."""


def shaped(
    scene: Scene, frame: Frame, claim: Claim, words: Sequence[Range], others: Sequence[Claim]
) -> tuple[Range, ...]:
    """``words`` that ``claim`` reports, without what stands before their clause and behind it.

    ``others`` are the claims of the same sentence, in order.
    """
    return tuple([_ended(scene, frame, claim, _begun(scene, claim, part), others) for part in words])


def is_statement(scene: Scene, claim: Claim, words: Sequence[Range]) -> bool:
    """Whether the words that ``claim`` reports open with a clause."""
    first = words[0]
    if scene.tags.find('"', first[0], min(first[1], first[0] + _LOOKED_AT)) >= 0:
        return False  # a mark that was opened and not closed, or the other way round
    if first[1] <= claim.cue[0]:
        return True  # "It holds, Lund said": such words are taken only where they are a clause
    if scene.tags[first[0]] == "T":
        return True
    if claim.kind == CueKind.JUDGE:
        return False  # "calls it safe"
    if scene.tokens[first[0]].lower() in scene.attribution.questions:
        return scene.tags[first[0] - 1] not in ",i" and claim.kind != CueKind.ACT
    if _TO.match(scene.tags, *first):
        # "continues to insist": the other verb reports; "seeks to" and "refuses to" are deeds
        return claim.kind in _SPOKEN and not _TO_SAY.match(scene.tags, *first)
    if claim.reports == Reports.CLAUSE and scene.tags[first[0]] in "ilr":
        return False  # "signed it into law": a deed, and where and when it was done
    return (
        scene.attribution.clause.match(scene.tags, first[0] - (scene.tags[first[0] - 1] == ","), first[1]) is not None
    )


def _begun(scene: Scene, claim: Claim, part: Range) -> Range:
    """The part from its "that" or "how" on, where only an address, a day or a place stands before it."""
    first, last = part
    tags = scene.tags
    if first < claim.cue[1] or (claim.kind != CueKind.TELL and tags[first] not in "lrit,"):
        return part
    if _TO.match(tags, first, last):
        return part
    for at in range(first, min(last, first + _ADDRESSED)):
        if tags[at] in _FINITE or tags[at] in "Q.;:":
            return part
        if at > first and (tags[at] == "T" or (claim.kind == CueKind.TELL and tags[at] in "zw")):
            return at, last
    return part


def _ended(scene: Scene, frame: Frame, claim: Claim, part: Range, others: Sequence[Claim]) -> Range:
    """The part up to the main clause behind a subordinate one, and up to the next statement of the same speaker."""
    first, last = part
    tags = scene.tags
    if first >= claim.cue[1] and tags[first - 1] != "," and _is_subordinate(scene, frame, claim):
        comma = tags.find(",", first, min(last, first + _LOOKED_AT))
        last = comma if comma > first + 1 else last
    for other in others:
        at = other.cue[0]
        begins = other.speaker[0] if other.speaker and other.speaker != claim.speaker else 0
        if first + 1 < begins < last and tags[begins - 2 : begins] in (",c", ",b"):
            last = begins - 2  # ", and Lund said …"
            break
        if first < at < last and other.speaker == claim.speaker and other.cue != claim.cue:
            before = at - 1 - (tags[at - 1] == "r")
            if tags[before] in _JOINED and before > first + 1:
                last = before - (tags[before - 1] == ",")
                break
    aside = tags.rfind(",", max(first, last - _LOOKED_AT), last)
    if aside > first + 1 and tags[aside + 1 : aside + 2] in ("g", "G"):
        last = aside  # ", quoting an old saying": the writer's, or another verb's
    while last > first + 1 and tags[last - 1] in ",:;-":
        last -= 1
    return first, last


def _is_subordinate(scene: Scene, frame: Frame, claim: Claim) -> bool:
    """Whether the clause of the claim opens its sentence and is no main one: "While Lund says …"."""
    before = scene.tags[frame.first : start_of(claim)]
    return before.endswith(("z", "rT")) and not before[:-1].strip("rcb,")  # "Now that Lund has said …"
