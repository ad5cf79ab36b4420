"""The shape of what is reported without marks: where its words begin and end, and whether they are a statement.

"Lund told the council on Monday that the bridge holds" reports the words from "that" on; "While Lund says it holds, the
council has its doubts" ends at the comma; "she says it holds and calls it safe" are two statements. What opens with a
clause is a statement; "announced a plan" and "praised the engineers" only tell what somebody spoke about, and are right
too seldom for a page to print them as somebody's words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from topic_briefings.extractors.quotes.ending import ended
from topic_briefings.extractors.quotes.fitting import start_of
from topic_briefings.extractors.quotes.scene import Frame, Scene
from topic_briefings.extractors.quotes.statement import bare_clause
from topic_briefings.languages.claim import SPOKEN, Claim, CueKind, Range, Reports, Rule

_DESCRIBED = re.compile(r"[VDvpxHB][^,.|;:zcbTwQ-]*[nuyY]$")
"""A verb and its object, right before a relative clause without a pronoun."""
_NOUNS = frozenset("nuyY")
_LOOKED_BACK = 30
"""Words before a claim in which they are looked for."""
_LOOKED_AT = 100
"""Words of a very long part that are looked at."""
_ADDRESSED = 12
"""Words between a cue and its "that": to whom, when and where it was said."""
_TO = re.compile(r"t[r]*[eEyY]")
_WHERE = re.compile(r"(?:i[dams]*[nNu]+|l+m?)+,")
"""Where or when it was said, before the clause: "in his letter, the bridge holds"."""
_DAY = re.compile(r"(?:d?l+m?|i(?:d?l|n))+(?=[hdNuT])")
"""The day on which it was said, before the clause: "last month | he would leave", "for weeks | he has been"."""
_TOLD = re.compile(r"o|d?a*(?:u|N+u?)(?=[dh]|r[xHB])")
"""To whom it was told, before a clause without a "that": "told them | she sold it", "told the Gazette | it holds"."""
_ADDRESSED_NOUN = re.compile(r"d?a*(?:u[nNa]|N+[nyYS])")
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
_DESCRIBING = re.compile(r"T(?:[vVxHBeE]|[yY](?=[dhNoma])|[pD](?=[dhli]))")
"""A "that" that is the subject of its clause."""
_SUBJECT_THAT = re.compile("T(?=[dhN])")
"""The "that" of the clause itself behind one that describes: "in a story that ran in May | that he believes"."""
_VERBLESS = re.compile(r"T(?:[^VDvpPxHBeEyYgG]|(?<=[Tdams])[yY](?=[,filz]))*$")
"""A "that" and no word behind it that is its verb: "denied that quote on Monday"."""
_TAG = re.compile(r"N{2,}(?:[i,][^xHBVDv]*)?")
"""Names and no verb that is surely finite: "said | Tarn Zoo Director Ana Lund in a letter"."""
_SURE = frozenset("VDvpxHB")
"""Letters of verbs beyond doubt."""
_PHRASE = re.compile(r"da*N+(?:fd?a*N+)*(?:,d?a*N+)*")
"""Nothing but a noun and what it belongs to, where nouns have capitals: "der größten Stadt der Insel, Vell"."""
_HANGING = re.compile(r"i[^,VDvpxHB]*,T[^,]*")
"""A noun behind a preposition with its clause, and no main one."""
_FEW = 6
"""Words of a headline that leaves its verb out."""
_RELATIVE = re.compile(r"d(?=[ilrdhtb])")
"""A German relative pronoun, which no noun stands behind: "ein Taifun, | der am Sonntag …"."""
_OF_WHICH = re.compile(r".+w[^xHBvVDp,]*|[^wT]*[VD],")
"""A phrase that ends in the subject of a relative clause or in a verb: "the hacker whose mischief", "He left,"."""
_BEHIND_PREPOSITION = re.compile(r"i[da]*$")
"""What stands before a noun that is the cause of a deed: "arrested on federal | charges that …"."""
_ADDRESSEE_OF = re.compile(r"[nuyY]pt$")
"""What stands before the name of whom something was sent to: "a letter sent to | Ana Lund said"."""
_BACK = 5
"""Words before a cue that are looked at for it."""
_HEAD = re.compile(r"[^fiw,]+")
"""A phrase that names a speaker, up to what describes its head."""
_NO_STATEMENT = re.compile(r"t[r]*(?:[EY]|e[xHBVD])")
"""“To” and a verb that may report, or one that ends its clause: "the gap he promised to close has grown"."""


def shaped(
    scene: Scene, frame: Frame, claim: Claim, words: Sequence[Range], others: Sequence[Claim]
) -> tuple[Range, ...]:
    """``words`` that ``claim`` reports, without what stands before their clause and behind it.

    ``others`` are the claims of the same sentence, in order.
    """
    return tuple([ended(scene, frame, claim, _begun(scene, claim, part), others) for part in words])


def is_aside(scene: Scene, frame: Frame, claim: Claim, words: Sequence[Range]) -> bool:
    """Whether a deed is only a clause of another's sentence, which a comma ends: "As she spoke, the bridge fell"."""
    first, start = words[0][0], start_of(claim)
    if claim.reports != Reports.CLAUSE or first <= claim.cue[1] or scene.tags[first - 1] != ",":
        return False
    return start > frame.first and scene.tags[start - 1] == "z"


def is_statement(scene: Scene, frame: Frame, claim: Claim, words: Sequence[Range]) -> bool:
    """Whether the words that ``claim`` reports open with a clause, and one person or body said them."""
    first = words[0]
    if scene.tags.find('"', first[0], min(first[1], first[0] + _LOOKED_AT)) >= 0:
        return False  # a mark that was opened and not closed, or the other way round
    if _is_deed(claim) or _is_thought(scene, frame, claim) or _is_supposed(scene, claim) or _is_shared(scene, claim):
        return False
    if first[0] == claim.cue[1] and _TAG.fullmatch(scene.tags, *first):
        return False  # who said what stands before the verb
    if scene.tokens[claim.cue[0]].lower() in scene.attribution.gainsaying:
        return False  # "denied that it leaks" would read as the reverse
    if _is_describing(scene, claim, words):
        return False
    if first[1] <= claim.cue[0]:  # "It holds, Lund said"
        if _is_tied_in(scene, claim):
            return False
        return bare_clause(scene, claim) is not None and _is_whole(scene, words)
    if _is_main_clause_behind(scene, claim, first) or _is_in_relative(scene.tags, claim):
        return False
    if scene.attribution.reference.capital_nouns and (
        scene.tags[first[0]] in _SURE or _VERBS.isdisjoint(scene.tags[slice(*first)])
    ):
        return False  # "der auch klagte, hatte …": the verb of the main clause; "verteidigte | den Plan"
    return _opens_well(scene, claim, first)


def _is_tied_in(scene: Scene, claim: Claim) -> bool:
    """Whether a conjunction ties a claim to the words before it: "It rained, while Lund spoke".

    "It holds, as Lund says" too: how much of it is hers is not to be told. But not "Sie halte, wie Lund sagt".
    """
    at = start_of(claim) - 1
    said = scene.tokens[at].lower() in (scene.attribution.as_said or ())
    return not said if scene.attribution.reference.capital_nouns and scene.tags[at] == "z" else said


def _is_describing(scene: Scene, claim: Claim, words: Sequence[Range]) -> bool:
    """Whether a claim is part of what describes somebody, or what it reports only describes a noun."""
    tags, behind = scene.tags, [first for first, _ in words if first >= claim.cue[1] and scene.tags[first - 1] == ","]
    if scene.attribution.reference.capital_nouns:
        return any(_RELATIVE.match(tags, first) for first in behind)
    if claim.how is Rule.SHARED and _BEHIND_PREPOSITION.search(tags, max(0, claim.cue[0] - _BACK), claim.cue[0]):
        return True
    if claim.speaker and _ADDRESSEE_OF.search(tags, max(0, claim.speaker[0] - _BACK), claim.speaker[0]):
        return True
    return claim.speaker is not None and _OF_WHICH.fullmatch(tags, *claim.speaker) is not None


def _is_thought(scene: Scene, frame: Frame, claim: Claim) -> bool:
    """Whether a claim tells what somebody thought or hoped: no words, unless he speaks of his own belief at once."""
    if claim.kind is not CueKind.THINK:
        return False
    avowed = scene.tokens[claim.cue[0]].lower() in scene.attribution.avowed
    return not avowed or claim.how is not Rule.BEFORE or scene.tags[frame.first : start_of(claim)].strip("rbc,") != ""


def _is_supposed(scene: Scene, claim: Claim) -> bool:
    """Whether a claim only tells what can, would or will be said, or what something else seems to say.

    "They can rightly say that …", "she spoke with a passion that almost suggested that …".
    """
    at = claim.cue[0] - 1
    while at > 0 and scene.tags[at] == "r":
        at -= 1
    if claim.how is Rule.SHARED and scene.tags[at] == "T":
        return True
    affirmed = scene.tokens[at].lower() in scene.attribution.affirming
    return scene.tags[claim.cue[0]] in "EY" and scene.tags[at] == "x" and not affirmed


def _is_shared(scene: Scene, claim: Claim) -> bool:
    """Whether several say it, of whom one would be printed alone: "Lund and her engineers", "a Times/Post poll"."""
    if claim.speaker is None or scene.attribution.reference.capital_nouns:
        return False
    head = _HEAD.match(scene.tags, *claim.speaker)
    one, _, other = head[0].partition("c") if head else ("", "", "")
    if not other or other == "h" or not ("N" in one or "h" in one):
        return False
    return not (one.endswith("u") and other[:1] in ("u", "a"))  # "Tarn lawyer and author Ana Lund"


def _opens_well(scene: Scene, claim: Claim, first: Range) -> bool:
    """Whether the words behind a claim open with a clause that it reports."""
    if scene.tags[first[0]] == "T":
        return _is_that_clause(scene, claim, first)
    if claim.kind == CueKind.JUDGE:
        return False  # "calls it safe"
    if scene.tokens[first[0]].lower() in scene.attribution.questions:
        known = scene.attribution
        described = first[0] > claim.cue[1] and scene.tags[first[0] - 1] in _NOUNS  # "told a man | who suggested"
        if described and scene.tokens[first[0]].lower() in known.describing:
            return False
        return scene.tags[first[0] - 1] not in ",i" and claim.kind != CueKind.ACT
    if claim.kind == CueKind.TELL and (_ADDRESSED_NOUN.match(scene.tags, *first) or _TOLD.match(scene.tags, *first)):
        return False  # "reminded the board preschool begins": where the address ends is not to be told
    if _TO.match(scene.tags, *first):
        if claim.reports == Reports.CLAUSE:
            return False  # "continues to walk"
        # "continues to insist": the other verb reports; "seeks to" and "refuses to" are deeds
        return claim.kind in SPOKEN and not _NO_STATEMENT.match(scene.tags, *first)
    if claim.reports == Reports.CLAUSE and scene.tags[first[0]] in "ilr":
        return False  # "signed it into law": a deed, and where and when it was done
    clause = bare_clause(scene, claim)
    return (
        clause is not None
        and clause.match(scene.tags, first[0] - (scene.tags[first[0] - 1] == ","), first[1]) is not None
    )


def _is_that_clause(scene: Scene, claim: Claim, part: Range) -> bool:
    """Whether a "that" opens the clause that is reported, and describes or points to no noun."""
    if part[0] > claim.cue[1] and (claim.kind is CueKind.ACT or _DESCRIBING.match(scene.tags, *part)):
        return False  # "agreed on a budget that cuts it", "backed away from a hint that it would"
    if not scene.attribution.reference.capital_nouns and _VERBLESS.match(scene.tags[slice(*part)]):
        return False  # "denied that quote on Monday"
    return _THAT.fullmatch(scene.tags, *part) is None


def _is_whole(scene: Scene, words: Sequence[Range]) -> bool:
    """Whether the words before their claim are a main clause: not "maybe Lund", nor "As it rained, Lund laughed"."""
    first = scene.tags[slice(*words[0])]
    if first[-1] in ("zwT" if len(words) > 1 else "wT"):
        return False  # "The park, which, Lund said, is full": the writer's up to there
    if len(words) > 1:
        return True
    if scene.attribution.reference.capital_nouns and _PHRASE.fullmatch(first):
        return False
    if _HANGING.fullmatch(first):
        return False  # "On the question whether it holds"
    few = len(first) < _FEW and _SURE.isdisjoint(first)
    if (few or _TO.match(first)) and not scene.attribution.reference.capital_nouns:
        return False  # "Ferry project on", "To build plants"
    return not (_VERBS.isdisjoint(first) or (first.startswith("z") and "," not in first))


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
    known = scene.tokens[first].lower() in (scene.attribution.reference.articles or ())  # "the day she left was"
    known = known or scene.tokens[first + 1].lower() in scene.document.language.lead_bars("only")  # "at least a dozen"
    if dated and not known and scene.attribution.clause.match(tags, dated.end(), last):
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
    if _DESCRIBING.match(tags, at, last) and (clause := _SUBJECT_THAT.search(tags, at + 1, min(last, at + _ADDRESSED))):
        at = clause.start()
    return (at, last) if at > first and (tags[at] == "T" or claim.kind == CueKind.TELL) else part
