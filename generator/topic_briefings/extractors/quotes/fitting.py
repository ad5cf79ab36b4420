"""How well a claim fits words in quotation marks.

A claim right beside the marked words is surest; before them, a verb of saying fits better than one of thinking
or doing, a nearer one better than a farther one, and one in a relative clause or an infinitive worse. The claim with
most points is taken; what it is worth, for the confidence in its speaker, has a name: ``Fit`` and ``Lead``.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from topic_briefings.extractors.quotes.by_name import named
from topic_briefings.extractors.quotes.scene import Quoted, Scene
from topic_briefings.languages.claim import SPOKEN, Claim, CueKind, Range, Rule

_SHARED = Rule.SHARED
REACH = 80
"""Words between a cue and the marked words it may report."""
_CLAUSE = 6
"""Words between a cue and its "that"."""
_ANIMATE = frozenset("Nuhwdq")
"""Letters of phrases that may speak."""
_THING = re.compile(r"d?[am]*n(?:f.*)?")
"""The letters of what is neither somebody nor a body: "the rejection of the treaty"."""
_REPORTS = frozenset("VDA;:Q")
"""Letters of what begins another statement."""
_OTHERS = frozenset(",:;-QqVDGEA(w")
"""Letters of what may end what a claim reports, or begin another's words."""
JOIN = ',:-"j'
"""Letters that may stand between marked words and the claim beside them."""

KIND = {
    CueKind.SAY: 6, CueKind.TELL: 6, CueKind.ASK: 6, CueKind.JUDGE: 4,
    CueKind.SHOW: 2, CueKind.THINK: 2, CueKind.ACT: 2, CueKind.VERB: 1,
}  # fmt: skip
"""What a kind of cue adds to a claim before the words."""
_BESIDE, _BESIDE_UNKNOWN, _CLOSING, _FAR = 24, 8, 14, 2
"""A claim behind the words: right there, there with a verb that no list knows, at the sentence's end, anywhere."""
_BEFORE, _NEAR_SPOKEN, _NEAR = 6, 6, 2
"""A claim before them; no more than an address between, by a verb of saying or judging, or by another."""
_THAT, _THAT_ALONE = 3, 13
"""A "that" right after the cue; the marked words are all that follows it."""
_SECOND_SOURCE, _OTHER_WORDS, _INANIMATE, _MODAL, _INFINITIVE, _RELATIVE, _DOUBTFUL = 4, 6, 4, 2, 4, 3, 6
"""What is taken off: a source inside another's sentence, other marked words and a colon between, a subject that cannot
speak, "would say", "to say", a relative clause, no subject or one that comes later."""
_LED_IN = re.compile(r"[^,:VDGEAvpxHBQq;(-]{1,12}[,:]")
"""What stands between a verb of saying and the words it leads in: to whom, when and where it was said."""
_JUDGED = re.compile(r"[dauNnjosfhm]{1,12}[iz]?[da]*")
"""What may stand between a verb of judging and the words: who is judged, and "as"."""
_ASIDE = 6
"""Words of when and where behind a claim that is put into another clause."""
_LEAST = 1
"""What a doubtful claim is worth that can report the words at all."""
_CLOSE = 16
"""What a claim that stands right beside the words has at least."""


class Fit(IntEnum):
    """How well a claim fits the marked words, as good as …"""

    WEAK = 0
    BEFORE = _BEFORE + KIND[CueKind.SAY]
    """A verb of saying somewhere before them."""
    NEAR = _BEFORE + KIND[CueKind.SAY] + _NEAR_SPOKEN
    """One right before them."""
    BESIDE = _BESIDE
    """A claim right behind them."""


class Lead(IntEnum):
    """By how much it fits better than any claim of another speaker, as much as …"""

    NONE = 0
    LITTLE = _FAR
    """A claim somewhere behind the words over none."""
    SOME = _NEAR_SPOKEN
    """One right before the words over one farther off."""
    CLEAR = _BEFORE + KIND[CueKind.SAY]
    """A verb of saying before the words over none."""
    FAR = _BESIDE - _FAR
    """One right behind the words over one elsewhere."""


_TAGGED = 6
"""Words and marks of a quotation at most that are no more than a few words."""


class Fitted(NamedTuple):
    """The claim that fits marked words best."""

    claim: Claim
    fit: Fit
    lead: Lead
    close: bool
    """The claim stands right beside the marked words."""
    named: Range | None = None
    """Who is said by name to say it in the same sentence, where the speaker of the claim is a pronoun."""


def best_fit(scene: Scene, quoted: Quoted, found: list[Claim]) -> Fitted | None:
    """The claim of ``found`` that reports ``quoted``; None when none can. A later one wins a tie."""
    points = [(worth, at) for at, claim in enumerate(found) if (worth := _points(scene, quoted, claim))]
    if not points:
        return None
    most, at = max(points)
    if _reacts(scene.tags, quoted, found[at]):
        told = [(worth, other) for worth, other in points if found[other].kind in SPOKEN]
        most, at = max(told, default=(most, at))
    best = found[at]
    led_in = _leads_in(scene.tags, quoted, best)
    rivals = (
        worth
        for worth, other in points
        if _competes(scene, found[other], best) and not (led_in and _is_apart(scene.tags, found[other], best))
    )
    second = 0 if _is_tag(scene.tags, quoted, best) else max(rivals, default=0)
    teller = next((other for other in found if _tells(scene, other, best)), best)
    return Fitted(
        claim=best._replace(speaker=teller.speaker),
        fit=next(fit for fit in _FITS if most >= fit or fit is Fit.WEAK),
        lead=next(lead for lead in _LEADS if most - second >= lead or lead is Lead.NONE),
        close=most >= _CLOSE and _touches(scene.tags, quoted, best),
        named=named(scene.tags, quoted, best, found),
    )


_FITS, _LEADS = tuple(reversed(Fit)), tuple(reversed(Lead))


def _reacts(tags: str, quoted: Quoted, claim: Claim) -> bool:
    """Whether a claim behind marked words is what somebody did at them: "When Lund said “…,” | the crowd applauded"."""
    if claim.kind in SPOKEN or claim.how is not Rule.BEFORE or claim.speaker is None or claim.speaker[0] < quoted.last:
        return False
    clause = tags.rfind("|", 0, quoted.first), tags.rfind(".", 0, quoted.first)
    return tags[max(clause) + 1 : max(clause) + 2] == "z"


def _is_tag(tags: str, quoted: Quoted, claim: Claim) -> bool:
    """Whether a claim is a pronoun and its verb of saying right behind marked words: "“It holds well now,” | he said".

    A few words may be another's, of whom the sentence tells: "calling her “a fool,” she said".
    """
    at = quoted.last
    if at - quoted.first <= _TAGGED:
        return False
    return claim.kind in SPOKEN and claim.speaker == (at, at + 1) and tags[at] == "h" and claim.cue[0] == at + 1


def _leads_in(tags: str, quoted: Quoted, claim: Claim) -> bool:
    """Whether a claim with a subject of its own stands before the marked words, nothing but its clause between."""
    if claim.how != Rule.BEFORE or claim.cue[1] > quoted.first:
        return False
    between = tags[claim.cue[1] : quoted.first]
    whole = claim.speaker is not None and tags[claim.speaker[0] - 1 : claim.speaker[0]] not in ("T", "w")
    if whole and claim.kind in SPOKEN and _OTHERS.isdisjoint(between) and not between.endswith("c"):
        return True  # "Lund said the bridge is"
    return claim.kind in (*SPOKEN, CueKind.JUDGE) and not between.strip(",:thoTd")


def _is_apart(tags: str, other: Claim, best: Claim) -> bool:
    """Whether a claim before the best does not report it itself, as that of "said | he responded" does."""
    if best.speaker is None or other.cue[0] > best.cue[0]:
        return False
    return other.cue[0] > best.speaker[0] or bool(tags[other.cue[1] : best.speaker[0]].strip("Tlmor"))


def _competes(scene: Scene, other: Claim, best: Claim) -> bool:
    """Whether a claim is a rival for the words of the best.

    No paper that only relays them is ("said, according to", "According to the Courier, Lund said"), and no claim of the
    same name or pronoun.
    """
    if other.speaker == best.speaker or _spelt_alike(scene.tokens, other.speaker, best.speaker):
        return False
    if _tells(scene, other, best) or _is_inserted(scene.tags, best):
        return False
    if other.how != Rule.ACCORDING or best.how not in (Rule.BEFORE, Rule.AFTER):
        return True
    opens = scene.tags[other.cue[0] - 1 : other.cue[0]] in ("", ".", "|")
    led_in = opens and best.speaker is not None and scene.tags[best.speaker[0] - 1] == ","
    return not (led_in or best.cue[1] <= other.cue[0])


def _tells(scene: Scene, other: Claim, best: Claim) -> bool:
    """Whether a claim says what its own subject says or does with the best: "Lund said | she would not respond to".

    Not of several: "the guards said | he shouted".
    """
    tags = scene.tags
    if best.speaker is None or other.speaker is None or tags[slice(*best.speaker)] != "h":
        return False
    last = other.speaker[1] - 1
    if tags[last] != "N" and scene.tokens[last].endswith("s"):
        return False
    return (
        other.kind in SPOKEN and other.cue[1] <= best.speaker[0] and not tags[other.cue[1] : best.speaker[0]].strip("T")
    )


def _is_inserted(tags: str, claim: Claim) -> bool:
    """Whether a claim is put into the clause that it reports, between commas: "The papers show, | she said, | that"."""
    if claim.speaker is None or claim.kind not in SPOKEN:
        return False
    first, last = min(claim.cue[0], claim.speaker[0]), max(claim.cue[1], claim.speaker[1])
    end = tags.find(",", last, last + _ASIDE)
    return tags[first - 1] == "," and end >= 0 and not tags[last:end].strip("idanlmNuy")


def _spelt_alike(tokens: list[str], one: Range | None, other: Range | None) -> bool:
    """Whether two phrases have the same words, capitals aside."""
    if one is None or other is None or one[1] - one[0] != other[1] - other[0]:
        return False
    pairs = zip(range(*one), range(*other), strict=True)
    return all(tokens[at] == tokens[also] or tokens[at].lower() == tokens[also].lower() for at, also in pairs)


def _touches(tags: str, quoted: Quoted, claim: Claim) -> bool:
    """Whether nothing but marks, and a "to" or "that" before it, parts the words from their claim."""
    if claim.cue[1] <= quoted.first:
        return not tags[claim.cue[1] : quoted.first].strip(",:thoT")
    return not tags[quoted.last : start_of(claim)].strip(JOIN)


def start_of(claim: Claim) -> int:
    """Where the words of the claim begin: its speaker, or its cue where the speaker stands elsewhere."""
    cue, speaker = claim.cue[0], claim.speaker
    return speaker[0] if speaker and speaker[0] < cue and claim.how is not _SHARED else cue


def _points(scene: Scene, quoted: Quoted, claim: Claim) -> int:
    """How well ``claim`` reports ``quoted``; 0 when it cannot."""
    if quoted.short and scene.tags[quoted.last : quoted.last + 1] == ":":
        return 0  # told the "Harbour Times": the marks hold a name
    if claim.cue[1] <= quoted.first:
        worth = _points_before(scene.tags, quoted, claim)
        doubt = claim.speaker is None or claim.how == Rule.FRONTED
        return max(worth - _DOUBTFUL, _LEAST) if doubt else worth
    if quoted.short:
        return _CLOSING if _reported_word(scene, quoted, claim) else 0
    if claim.kind is CueKind.JUDGE and scene.tags[claim.cue[0]] == "G":
        return 0  # "“a disgrace,” | blaming the mayor": what is judged stands behind it
    start = start_of(claim)
    if claim.cue[0] == quoted.last and claim.speaker and claim.speaker[1] <= quoted.first and not quoted.complete:
        return _BEFORE + KIND[claim.kind] + _NEAR_SPOKEN  # "Lund hat sie „rasch und klug“ genannt"
    between = scene.tags[quoted.last : start]
    if between.startswith("-") and scene.tags[quoted.first - 1] == "-":
        return 0  # marks between dashes belong to what goes before them
    if claim.how == Rule.AFTER and between.endswith(",r"):
        between = between[:-1]  # "…“, so nannte ihn Lund"
    if start >= quoted.last and not between.strip(JOIN) and (claim.how != Rule.SHARED or len(between) <= 1):
        return _BESIDE if claim.kind != CueKind.VERB else _BESIDE_UNKNOWN
    if claim.kind not in SPOKEN or claim.how == Rule.SHARED:
        return 0
    return _CLOSING if start and scene.tags[start - 1] == "," and _closes(scene.tags, claim) else _FAR


def _reported_word(scene: Scene, quoted: Quoted, claim: Claim) -> bool:
    """Whether a word or two in marks is part of what is reported: 'It was "no better", said Lund.'"""
    opening = quoted.stretch.inner.start
    return (
        claim.how == Rule.AFTER
        and claim.kind == CueKind.SAY
        and quoted.last < claim.cue[0]
        and scene.body[opening : opening + 1].islower()
        and scene.tags[claim.cue[0] - 1] == ","
        and _REPORTS.isdisjoint(scene.tags[quoted.last : claim.cue[0]])
        and scene.tags[quoted.first - 1] != "N"
    )


def _points_before(tags: str, quoted: Quoted, claim: Claim) -> int:
    """A cue before the words it reports: better the nearer it is, and the more its kind reports."""
    cue, speaker = claim.cue, claim.speaker
    between = tags[cue[1] : quoted.first]
    if _is_aside(tags, claim, between):
        return 0
    near = len(between) <= 3 and not between.strip("roithd,:T")
    near = near or _introduces(claim, between) or (claim.kind == CueKind.JUDGE and _judges(between))
    points = _BEFORE + KIND[claim.kind]
    if near:
        led_in = between.lstrip("i") in (":", ",") and claim.how == Rule.BEFORE and quoted.complete
        led_in = led_in and _is_deed(claim, tags[cue[1] - 1 : quoted.first])
        points += _NEAR_SPOKEN if led_in or claim.kind in (*SPOKEN, CueKind.JUDGE) else _NEAR
    if between.startswith("T"):
        points += _THAT
    if between.endswith("T") and len(between) < _CLAUSE and claim.kind in SPOKEN:
        points += _THAT_ALONE  # "claimed on Tuesday that": the marked words are the whole clause
    if claim.how == Rule.ACCORDING and cue[0] and tags[cue[0] - 1] not in ".|":
        points -= _SECOND_SOURCE  # "he wrote, according to a newspaper": the nearer source comes second
    if tags[quoted.first - 1] == ":" and "Q" in between:
        points -= _OTHER_WORDS
    if speaker and (is_thing(tags, speaker) or (not near and _ANIMATE.isdisjoint(tags[slice(*speaker)]))):
        points -= _INANIMATE
    if tags[cue[0]] == "E" and tags[cue[0] - 1] in "xt":
        points -= _MODAL if tags[cue[0] - 1] == "x" else _INFINITIVE
    if not near and speaker and tags[speaker[0]] == "w":
        points -= _RELATIVE
    return points


def _is_aside(tags: str, claim: Claim, between: str) -> bool:
    """Whether a claim is only put into the clause that goes on: "Lund – as the port noted – called it …".

    So is one in a relative clause: "the bridge, which the port says is old, is …".
    """
    if claim.speaker is None:
        return False
    first = claim.speaker[0]
    relative = tags[first - 2 : first] == ",w" and "," in between.rstrip(",:") and claim.how is Rule.BEFORE
    return relative or ("-" in between and tags[first - 2 : first] == "-z")


def _is_deed(claim: Claim, letters: str) -> bool:
    """Whether the cue is the verb of what somebody does or thinks, and no noun that looks like one: "Lund resisted:".

    ``letters`` are its last and those behind it: "Lund cut | in:" is a verb.
    """
    doing = claim.kind in (CueKind.ACT, CueKind.VERB) or (claim.kind is CueKind.THINK and letters.endswith(":"))
    return doing and (letters[0] not in "yY" or letters[1] == "i")


def is_thing(tags: str, phrase: Range) -> bool:
    """Whether a phrase is of neither somebody nor a body: "the rejection of the treaty"."""
    return _THING.fullmatch(tags, *phrase) is not None


def _judges(between: str) -> bool:
    """Whether nothing but who is judged parts a verb of judging from the words: "called Lund a", "described it as"."""
    return _JUDGED.fullmatch(between) is not None


def _introduces(claim: Claim, between: str) -> bool:
    """Whether no more than to whom, when and where parts a verb of saying from the words that it leads in."""
    if between[-1:] not in (",", ":") or claim.kind not in (CueKind.SAY, CueKind.TELL) or claim.speaker is None:
        return False
    return _LED_IN.fullmatch(between) is not None and (claim.kind == CueKind.TELL or between[0] in "ilrof")


def _closes(tags: str, claim: Claim) -> bool:
    """Whether the sentence ends with the claim, but for a day or an aside."""
    end = max(claim.cue[1], claim.speaker[1] if claim.speaker else 0)
    return not tags[end : end + 4].partition(".")[0].strip("lim,|")
