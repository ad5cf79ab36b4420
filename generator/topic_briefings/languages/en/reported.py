"""What English claims report: nothing that was denied, no mere deed; and who is cited, not who cites."""

from __future__ import annotations

import re

from topic_briefings.languages.claim import SPOKEN, Claim, CueKind, Frame, Range, Reports, Rule, Scene
from topic_briefings.languages.en.denied import by_nobody, denied, in_a_denial
from topic_briefings.languages.en.subjects import speaker_after
from topic_briefings.languages.en.words import TABLES, base_of, word_set
from topic_briefings.languages.names import given_name

_CITING = frozenset(("cite", "quote"))
_REMEMBERING = frozenset(("hear", "recall", "remember", "quote", "cite"))
_RELAYING = frozenset(("report", "say", "write", "tell", "announce"))
_PARTED = re.compile(r"[;:.|]|,[cb]h")
"""What parts a clause from what was said in another before it."""
_CLAUSE = frozenset(",;:.|xHBvVpD")
"""Letters of what parts a judgement from the marked words that it calls something."""
_DEEDS = TABLES.words("deeds")


def reviewed(scene: Scene, frame: Frame, found: list[Claim]) -> list[Claim]:
    """``found`` in the same order, each with what its cue can report.

    A source that is cited takes the place of whoever cites it.
    """
    kept: list[Claim] = []
    for claim in found:
        base = base_of(scene.tokens[claim.cue[0]])
        if base in _CITING and claim.kind == CueKind.JUDGE:
            source = _cited(scene, frame, claim, kept)
            if source is not None:
                kept[-1] = kept[-1]._replace(speaker=source, how=Rule.ACCORDING)
                continue
            source = speaker_after(scene, claim.cue[1], frame.last)
            if source is not None and _is_source(scene, source) and _is_whole(scene, claim, source):
                claim = claim._replace(speaker=source, kind=CueKind.SAY)  # "Lund quotes Barasa: “…”"
        if (base in _RELAYING or claim.how is Rule.ACCORDING) and _only_relays(scene, claim, kept):
            continue
        another = _anothers(scene, frame, claim, kept)
        if another is not None:
            kept[-1] = another
            continue
        claim = _of_the_first_cited(scene, frame, claim) if base in _RELAYING else claim
        if base == "say":
            if denied(scene, frame, claim):
                claim = claim._replace(reports=Reports.NOTHING)
        elif (reports := _reports(scene, frame, claim, kept)) is not claim.reports:
            claim = claim._replace(reports=reports)
        kept.append(claim)
    return kept


def _is_purpose(scene: Scene, claim: Claim) -> bool:
    """Whether "meant to" only tells what a thing is for: "broke up a festival, | meant to declare the town …"."""
    at = claim.cue[0] - 2 if scene.tags[claim.cue[0] - 1] == "t" else claim.cue[0]
    aside = claim.how is Rule.SHARED and scene.tags[at - 1] == "," and scene.tags[at + 1 : at + 2] == "t"
    return aside and scene.tokens[at] == "meant"


def _anothers(scene: Scene, frame: Frame, claim: Claim, earlier: list[Claim]) -> Claim | None:
    """The claim of whoever is cited or remembered, which takes the place of the one before; None where nobody is."""
    base = base_of(scene.tokens[claim.cue[0]])
    citing = _citing(scene, frame, claim, earlier) if base in _RELAYING else None
    return (
        citing
        or (_quoted_as_saying(scene, claim, earlier) if claim.kind in SPOKEN else None)
        or _remembered(scene, claim, earlier)
    )


def _reports(scene: Scene, frame: Frame, claim: Claim, earlier: list[Claim]) -> Reports:
    """What the cue of a claim, none of saying, can report."""
    if _is_purpose(scene, claim):
        return Reports.NOTHING
    if claim.speaker is not None and denied(scene, frame, claim):
        telling = claim.kind is CueKind.TELL and scene.tags[claim.cue[0]] == "G"  # "denied telling them"
        unsaid = telling or claim.kind is CueKind.JUDGE or by_nobody(scene, claim.speaker)
        unsaid = unsaid or in_a_denial(scene, frame, claim)
        return Reports.NOTHING if unsaid else Reports.MARKS
    if earlier and claim.how is Rule.ACCORDING and _is_relayed(scene, earlier[-1]):
        return Reports.MARKS
    deed = base_of(scene.tokens[claim.cue[0]]) in _DEEDS and claim.cue[1] - claim.cue[0] <= 2
    return Reports.CLAUSE if deed else claim.reports


def _is_whole(scene: Scene, claim: Claim, source: Range) -> bool:
    """Whether the words of whom a claim cites stand behind it, or before it: "“…,” the Gazette quoted | Barasa."."""
    follows = scene.tags[source[1] : source[1] + 1]
    behind = claim.speaker is not None and scene.tags[claim.speaker[0] - 1 : claim.speaker[0]] == "Q"
    return follows == ":" or (behind and follows in (".", "|"))


def _cited(scene: Scene, frame: Frame, claim: Claim, earlier: list[Claim]) -> Range | None:
    """Whom a paper cites for what it reports: "the Gazette reported, citing Lund"."""
    at = claim.cue[0]
    if not earlier or scene.tags[at] != "G" or scene.tags[at - 1] != ",":
        return None
    last = earlier[-1]
    if base_of(scene.tokens[last.cue[0]]) not in _RELAYING or "Q" in scene.tags[last.cue[1] : at]:
        return None
    source = speaker_after(scene, at + 1, frame.last)
    return source if source and _is_source(scene, source) and not _is_person(scene, last) else None


def _citing(scene: Scene, frame: Frame, claim: Claim, earlier: list[Claim]) -> Claim | None:
    """The claim of a paper that cites somebody between its name and its verb: "the Gazette, citing Lund, wrote"."""
    if not earlier or claim.speaker is None or not claim.speaker[0] < earlier[-1].cue[0] < claim.cue[0]:
        return None
    at = earlier[-1].cue[0]
    if scene.tags[at] != "G" or base_of(scene.tokens[at]) not in _CITING or not _is_paper(scene, claim.speaker[0]):
        return None
    source = speaker_after(scene, at + 1, frame.last)
    return claim._replace(speaker=source, how=Rule.ACCORDING) if source and _is_source(scene, source) else None


def _of_the_first_cited(scene: Scene, frame: Frame, claim: Claim) -> Claim:
    """``claim``, or that of whom a paper cites where its sentence begins: "Citing Lund, the Gazette reported"."""
    opening = scene.tokens[frame.first].lower()
    if not opening.endswith("ing") or base_of(opening) not in _CITING or claim.how is not Rule.BEFORE:
        return claim
    if claim.speaker is None or not _is_paper(scene, claim.speaker[0]) or _is_person(scene, claim):
        return claim
    source = speaker_after(scene, frame.first + 1, claim.speaker[0])
    ends = source is not None and scene.tags[source[1] : claim.speaker[0]] in (",", "")
    return (
        claim._replace(speaker=source, how=Rule.ACCORDING) if source and ends and _is_source(scene, source) else claim
    )


def _only_relays(scene: Scene, claim: Claim, earlier: list[Claim]) -> bool:
    """Whether a paper only reports what somebody said: "Lund said that it “holds,” the Gazette wrote"."""
    if claim.speaker is None or not _is_paper(scene, claim.speaker[0]):
        return False
    sourced = claim.how is Rule.ACCORDING
    start = claim.cue[0] if sourced else claim.speaker[0]
    said = next((other for other in reversed(earlier) if _tells(other)), None)
    if said is None or scene.tags[start - 1] != "Q" or not (sourced or claim.cue[0] == claim.speaker[1]):
        return False
    between = scene.tags[said.cue[1] : start]
    led_in = between[:1] in (":", ",", "t") and not between[1:].strip("Q")
    if said.kind is CueKind.JUDGE:
        return _CLAUSE.isdisjoint(between)
    return led_in or ("T" in between and not between.startswith("Q") and not _PARTED.search(between))


def _tells(claim: Claim) -> bool:
    """Whether a claim is of somebody who says what follows its verb."""
    said = claim.kind in SPOKEN or claim.kind is CueKind.JUDGE
    return said and claim.how in (Rule.BEFORE, Rule.SHARED) and claim.speaker is not None


def _remembered(scene: Scene, claim: Claim, earlier: list[Claim]) -> Claim | None:
    """The claim of whoever is remembered saying something: "Lund recalled him saying"."""
    at = claim.cue[0]
    if not earlier or scene.tags[at] != "G" or base_of(scene.tokens[earlier[-1].cue[0]]) not in _REMEMBERING:
        return None
    source = (earlier[-1].cue[1], at)
    if scene.tags[slice(*source)].strip("ujNo") or source[0] == at:
        return None
    return Claim((earlier[-1].cue[0], at + 1), source, Rule.REDUCED, CueKind.SAY)


def _is_relayed(scene: Scene, claim: Claim) -> bool:
    """Whether a paper itself reports what a source behind it tells: "the Gazette reports …, according to the port"."""
    if base_of(scene.tokens[claim.cue[0]]) != "report" or claim.how is not Rule.BEFORE or claim.speaker is None:
        return False
    return _is_paper(scene, claim.speaker[0])


def _is_paper(scene: Scene, first: int) -> bool:
    """Whether a phrase that begins at word ``first`` is about a body: "the Gazette", "Reuters", "the newspaper"."""
    word = scene.tokens[first]
    return scene.tags[first] == "d" or word in word_set("outlet") or word.isupper()


def _is_source(scene: Scene, place: Range) -> bool:
    """Whether a phrase is about somebody or a body: "citing the minister", not "citing Lund's appeal"."""
    first, last = place
    end = first + len(re.split("[fitw,(c]", scene.tags[first:last], maxsplit=1)[0])
    if scene.tags[end : end + 1] == "f" and scene.tokens[end - 1] in word_set("medium"):
        return False  # "the release of prisoners"
    return scene.tags[end - 1] in "Nuo"


def _is_person(scene: Scene, claim: Claim) -> bool:
    """Whether who cites is a pronoun or named in full: she gives her reasons or writes herself, and relays nobody."""
    if claim.speaker is None:
        return False
    first, last = claim.speaker
    full = (at for at in range(first, last - 1) if scene.tags[at : at + 2] == "NN")
    return scene.tags[first:last] == "h" or any(given_name(scene.tokens[at]) is not None for at in full)


def _quoted_as_saying(scene: Scene, claim: Claim, earlier: list[Claim]) -> Claim | None:
    """The claim of "quoted Lund as saying", "as telling them": hers, whoever quotes her."""
    at = claim.cue[0]
    if not earlier or scene.tags[at] != "G" or scene.tokens[at - 1] != "as":
        return None
    begin = earlier[-1].cue
    if base_of(scene.tokens[begin[0]]) not in (*_CITING, "report") or at - 1 - begin[1] < 1:
        return None
    source = (begin[1], at - 1)
    if "Q" in scene.tags[slice(*source)] or not _speaks(scene, source):
        return None
    return Claim((begin[0], at + 1), source, Rule.BEFORE, CueKind.SAY)


def _speaks(scene: Scene, place: Range) -> bool:
    alone = place[1] - place[0] == 1 and scene.tokens[place[0]] == "her"
    return alone or any(letter in scene.tags[slice(*place)] for letter in "Nuho")
