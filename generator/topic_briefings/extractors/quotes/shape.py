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
from topic_briefings.languages.claim import Claim, CueKind, Range, Reports, Rule

_FINITE = frozenset("VDvpxHB")
"""Letters of verbs that can be the predicate of a clause."""
_JOINED = (",", "c", "b")
"""Letters before the verb of a further statement by the same speaker, or before its adverb."""
_JOINED_SUBJECT = re.compile(r",[cb][dauNnj]+$")
"""A subject behind ", and" or ", but", up to its verb."""
_DESCRIBED = re.compile(r"[VDvpxHB][^,.|;:zcbTwQ-]*[nuyY]$")
"""A verb and its object, right before a relative clause without a pronoun."""
_NOUNS = frozenset("nuyY")
_LOOKED_BACK = 30
"""Words before a claim in which they are looked for."""
_RELATIVE = frozenset("fixBHvVDp")
"""Letters behind the verb of a relative clause: "– a word – Lund spoke of was"."""
_GOES_ON = re.compile(r",(?:r*[xHBvVDcbT]|r+[yYpP])")
"""What stands behind a comma with which a statement goes on after an aside: its verb, or a further clause."""
_SPOKEN = (CueKind.SAY, CueKind.TELL, CueKind.ASK)
_LOOKED_AT = 100
"""Words of a very long part that are looked at."""
_ADDRESSED = 12
"""Words between a cue and its "that": to whom, when and where it was said."""
_TO = re.compile(r"t[r]*[eEyY]")
_WHERE = re.compile(r"(?:i[dams]*[nNu]+|l+m?)+,")
"""Where or when it was said, before the clause: "in his letter, the bridge holds"."""
_DAY = re.compile(r"(?:l+m?|i(?:d?l|n))+(?=[hdNuT])")
"""The day on which it was said, before the clause: "Thursday | he would leave", "for weeks | he has been"."""
_TOLD = re.compile(r"o|d?a*u(?=[dh])")
"""To whom it was told, before a clause without a "that": "told them | she sold it"."""
_ADDRESSED_NOUN = re.compile(r"d?a*u[nNa]")
"""Whom something is told to and right behind it another noun, without a "that"."""
_ADDRESSEE = re.compile(r"(?:o|d[am]*N[Nja]*)?(?:i[dams]*[lN]+|l+m?)*,")
"""To whom something was said, before the clause: "der Nachrichtenagentur am Montag, die Brücke halte"."""
_PLACE = r"(?:,|r|d?l+m?|i(?=,)|i[dams]*[nNulyY]+(?:f[dams]*[nNuyY]+)*)"
_WHEN_WHERE = re.compile(rf"{_PLACE}*T")
_TO_WHOM = re.compile(rf"(?:[oh]|[dams]*[nNujyY]+(?:[fc][dams]*[nNuyY]+)*|d)?{_PLACE}*[Tzw]")
"""When and where something was said, and before it to whom, up to the "that" of the clause."""
_THAT = re.compile(r"Ta*[nyY]")
"""A "that" that is no conjunction: "echoed that comment"."""
_VERBS = frozenset("VDvpxHByYPEea")
"""Letters of what a clause has one of; in German an unknown word may be its verb."""
_MAIN_CLAUSE = re.compile(r",(?=(?:h|[dam]*(?:[Nu]j?)+)r*[xHB]*[VDvxHBp])")
"""The comma behind a subordinate clause that opens its sentence, before a subject and its verb."""
_MAIN = re.compile(r",(?=[rxHB]*[VDvpxHB])")
"""The comma that ends a relative clause, right before the verb of the main one."""
_WHEN = 6
"""Words before a subordinate clause that say how long after: "a few weeks"."""
_NO_STATEMENT = re.compile(r"t[r]*(?:[EY]|e[xHBVD])")
"""“To” and a verb that may report, or one that ends its clause: "the gap he promised to close has grown"."""


def shaped(
    scene: Scene, frame: Frame, claim: Claim, words: Sequence[Range], others: Sequence[Claim]
) -> tuple[Range, ...]:
    """``words`` that ``claim`` reports, without what stands before their clause and behind it.

    ``others`` are the claims of the same sentence, in order.
    """
    return tuple([_ended(scene, frame, claim, _begun(scene, claim, part), others) for part in words])


def is_aside(scene: Scene, frame: Frame, claim: Claim, words: Sequence[Range]) -> bool:
    """Whether a deed is only a clause of another's sentence, which a comma ends: "As she spoke, the bridge fell"."""
    first, start = words[0][0], start_of(claim)
    if claim.reports != Reports.CLAUSE or first <= claim.cue[1] or scene.tags[first - 1] != ",":
        return False
    return start > frame.first and scene.tags[start - 1] == "z"


def is_statement(scene: Scene, claim: Claim, words: Sequence[Range]) -> bool:
    """Whether the words that ``claim`` reports open with a clause."""
    first = words[0]
    if scene.tags.find('"', first[0], min(first[1], first[0] + _LOOKED_AT)) >= 0:
        return False  # a mark that was opened and not closed, or the other way round
    if first[1] <= claim.cue[0]:  # "It holds, Lund said"
        return bare_clause(scene, claim) is not None and _is_whole(scene.tags, words)
    if _is_deed(claim) or _is_main_clause_behind(scene, claim, first) or _is_in_relative(scene.tags, claim):
        return False
    return _opens_well(scene, claim, first)


def _opens_well(scene: Scene, claim: Claim, first: Range) -> bool:
    """Whether the words behind a claim open with a clause that it reports."""
    if scene.tags[first[0]] == "T":
        return _THAT.fullmatch(scene.tags, *first) is None
    if claim.kind == CueKind.JUDGE:
        return False  # "calls it safe"
    if scene.tokens[first[0]].lower() in scene.attribution.questions:
        return scene.tags[first[0] - 1] not in ",i" and claim.kind != CueKind.ACT
    if claim.kind == CueKind.TELL and _ADDRESSED_NOUN.match(scene.tags, *first):
        return False  # "reminded the board preschool begins": where the address ends is not to be told
    if _TO.match(scene.tags, *first):
        if claim.reports == Reports.CLAUSE:
            return False  # "continues to walk"
        # "continues to insist": the other verb reports; "seeks to" and "refuses to" are deeds
        return claim.kind in _SPOKEN and not _NO_STATEMENT.match(scene.tags, *first)
    if claim.reports == Reports.CLAUSE and scene.tags[first[0]] in "ilr":
        return False  # "signed it into law": a deed, and where and when it was done
    clause = bare_clause(scene, claim)
    return (
        clause is not None
        and clause.match(scene.tags, first[0] - (scene.tags[first[0] - 1] == ","), first[1]) is not None
    )


def bare_clause(scene: Scene, claim: Claim) -> re.Pattern[str] | None:
    """What a clause that ``claim`` reports without a "that" begins with; None where its verb needs one.

    A cue of several words that ends in a preposition needs one as well: "asked for a photo".
    """
    attribution = scene.attribution
    if attribution.bare_clause is None or claim.how == Rule.ACCORDING:
        return attribution.clause
    if claim.cue[1] - claim.cue[0] > 1 and scene.tags[claim.cue[1] - 1] == "i":
        return None
    return attribution.bare_clause(scene.tokens[claim.cue[0]])


def _is_whole(tags: str, words: Sequence[Range]) -> bool:
    """Whether the words before their claim are a main clause: not "maybe Lund", nor "As it rained, Lund laughed"."""
    first = tags[slice(*words[0])]
    return len(words) > 1 or not (_VERBS.isdisjoint(first) or (first.startswith("z") and "," not in first))


def _is_main_clause_behind(scene: Scene, claim: Claim, part: Range) -> bool:
    """Whether the words behind a claim are the main clause of its own subordinate one: "After Lund spoke, it rained".

    "As Lund noted, it holds" reports the main clause all the same.
    """
    before = start_of(claim) - 1
    if before < 0 or scene.tags[before] != "z" or scene.tags[part[0] - 1] != ",":
        return False
    as_said = scene.attribution.as_said
    return as_said is not None and scene.tokens[before].lower() not in as_said


def _is_in_relative(tags: str, claim: Claim) -> bool:
    """Whether a claim only describes the noun before it: "It backs plans | she made", "cited remarks | Lund made"."""
    if claim.speaker is None or claim.how != Rule.BEFORE or claim.speaker[1] > claim.cue[0]:
        return False
    start = claim.speaker[0]
    if tags[start - 1 : start] not in _NOUNS:
        return False
    return _DESCRIBED.search(tags, max(0, start - _LOOKED_BACK), start) is not None


def _is_deed(claim: Claim) -> bool:
    """Whether a cue tells what somebody did or knew: "spent Monday in Leeds, showing how …", "knew that it held"."""
    if claim.kind == CueKind.SHOW:
        return claim.how == Rule.SHARED
    return claim.kind == CueKind.THINK and claim.reports == Reports.CLAUSE


def _begun(scene: Scene, claim: Claim, part: Range) -> Range:
    """The part from its "that" or "how" on, where only an address, a day or a place stands before it."""
    first, last = part
    tags = scene.tags
    if first < claim.cue[1] or _TO.match(tags, first, last):
        return part
    nouns = scene.attribution.reference.capital_nouns  # then every clause stands behind a comma
    aside = (_ADDRESSEE if nouns else _WHERE).match(tags, first, last)
    if aside and scene.attribution.clause.match(tags, aside.end() - nouns, last):
        return aside.end(), last
    dated = _DAY.match(tags, first, last)
    if dated and scene.attribution.clause.match(tags, dated.end(), last):
        return dated.end(), last
    told = _TOLD.match(tags, first, last) if claim.kind == CueKind.TELL else None
    if told and scene.attribution.clause.match(tags, told.end(), last):
        return told.end(), last
    if claim.kind != CueKind.TELL and tags[first] not in "lrit,":
        return part
    address = (_TO_WHOM if claim.kind == CueKind.TELL else _WHEN_WHERE).match(
        tags, first, min(last, first + _ADDRESSED)
    )
    if address is None or "so" in scene.tokens[first : address.end()]:
        return part
    at = address.end() - 1
    return (at, last) if at > first and (tags[at] == "T" or claim.kind == CueKind.TELL) else part


def _ended(scene: Scene, frame: Frame, claim: Claim, part: Range, others: Sequence[Claim]) -> Range:
    """The part up to the main clause behind a subordinate one, and up to the next statement of the same speaker."""
    first, last = part
    tags = scene.tags
    if first >= claim.cue[1] and tags[first - 1] != "," and _is_subordinate(scene, frame, claim):
        comma = tags.find(",", first, min(last, first + _LOOKED_AT))
        last = comma if comma > first + 1 else last
    opening = min(first, frame.first + _LOOKED_AT)
    if tags[frame.first] == "z" and first >= claim.cue[1] and not _MAIN_CLAUSE.search(tags, frame.first, opening):
        main = _MAIN_CLAUSE.search(tags, first + 1, min(last, first + _LOOKED_AT))
        last = main.start() if main else last
    if claim.speaker and tags[claim.speaker[0]] == "w":
        main = _MAIN.search(tags, first + 1, min(last, first + _LOOKED_AT))
        last = main.start() if main else last
    last = _next(scene, claim, (first, last), others)
    if first >= claim.cue[1]:
        last = _without_remark(scene, (first, last))
    aside = tags.rfind(",", max(first, last - _LOOKED_AT), last)
    if aside > first + 1 and tags[aside + 1 : aside + 2] in ("g", "G"):
        last = aside  # ", quoting an old saying": the writer's, or another verb's
    while last > first + 1 and tags[last - 1] in ",:;-":
        last -= 1
    return first, last


def _without_remark(scene: Scene, part: Range) -> int:
    """Where the writer's own remark begins that ends a statement; its end where none does.

    It is a relative clause that only describes ("…, who ran in May", "…, which is in Tarn"; not "…, which would cost
    much"), or a concession about the speaker ("…, though he gave no date", "…, while refusing to answer").
    """
    first, last = part
    tags, known = scene.tags, scene.attribution
    dash = tags.rfind("-", max(first + 2, last - _LOOKED_AT), last)
    if (
        dash > 0
        and tags[dash + 1 : dash + 2] == "r"
        and "Q" not in tags[dash:last]
        and tags.count("-", first, dash) % 2 == 0
    ):
        last = dash  # "– probably not what she meant"
    at = tags.rfind(",", max(first + 2, last - _LOOKED_AT), last - 1)
    while at > first + 2 and "Q" not in tags[at:last]:
        word, after = scene.tokens[at + 1].lower(), tags[at + 2 : at + 3]
        if word in known.describing:
            return last if after in ("x", "h") else at
        if word in known.conceding and after in ("h", "g", "G"):
            return at
        if _GOES_ON.match(tags, at):
            return last
        at = tags.rfind(",", first + 2, at)
    return last


def _next(scene: Scene, claim: Claim, part: Range, others: Sequence[Claim]) -> int:
    """Where the next statement of a sentence begins, or its claim; the end of ``part`` where there is none."""
    first, last = part
    tags = scene.tags
    for other in others:
        at = other.cue[0]
        begins = other.speaker[0] if other.speaker and other.speaker != claim.speaker else 0
        if (
            (not begins or begins > at)
            and first + 1 < at < last
            and (joined := _JOINED_SUBJECT.search(tags, first + 2, at))
        ):
            return joined.start()  # ", but the Gazette quoted Lund as saying …"
        if first + 1 < at < last and tags[at - 1 : at + 1] == ",G":
            return at - 1  # ", adding that …"
        if first + 1 < begins < last and tags[begins - 2] == "," and _parts(scene, begins - 1):
            return begins - 2  # ", and Lund said …", ", while Lund said …"
        if (
            first + 1 < begins < last
            and tags[begins - 1] == "-"
            and tags[other.cue[1] : other.cue[1] + 1] not in _RELATIVE
        ):
            return (
                max(tags.rfind("-", first + 2, begins - 1), first)
                if "-" in tags[first + 2 : begins - 1]
                else begins - 1
            )
        if first + 1 < begins < last and tags[begins - 1] == "," and other.cue[1] >= last:
            return begins - 1  # ", Lund said."
        if (
            first < at < last
            and other.speaker == claim.speaker
            and other.cue != claim.cue
            and not _is_noun(tags, other)
        ):
            before = at - 1 - (tags[at - 1] == "r")
            if tags[before] in _JOINED and before > first + 1:
                return before - (tags[before - 1] == ",")
    return last


def _parts(scene: Scene, at: int) -> bool:
    """Whether the word at ``at`` joins a clause of another's: "and", "but", "while"."""
    return scene.tags[at] in "cb" or scene.tokens[at].lower() in scene.attribution.conceding


def _is_noun(tags: str, claim: Claim) -> bool:
    """Whether a further cue can as well be a noun of a list: "new faces and voices in the council"."""
    return tags[claim.cue[0]] == "Y" and tags[claim.cue[1] : claim.cue[1] + 1] not in ("T", "Q", "d", "h")


def _is_subordinate(scene: Scene, frame: Frame, claim: Claim) -> bool:
    """Whether the clause of the claim opens its sentence and is no main one: "While Lund says …"."""
    before = scene.tags[frame.first : start_of(claim)]
    if len(before) <= _WHEN and before.endswith("z") and not before[:-1].strip("damnNl"):
        return True  # "A few weeks after Lund said …"
    return before.endswith(("z", "rT")) and not before[:-1].strip("rcb,")  # "Now that Lund has said …"
