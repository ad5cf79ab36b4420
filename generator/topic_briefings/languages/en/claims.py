"""The claims of one English sentence: each cue with the phrase that names its speaker.

A cue is a verb that reports ("said", "has promised", "adding") or "according to". English has its subject before the
verb, or after it where the quotation comes first. ``CLAIM_RULES`` are asked in their order about each word that may
report; the first that answers decides. Subjects are found by ``subjects``.
"""

from __future__ import annotations

import re

from topic_briefings.languages.claim import (
    NO_CLAIM,
    Claim,
    ClaimRule,
    CueKind,
    Frame,
    Range,
    Reports,
    Rule,
    Scene,
    by_letter,
    claimed,
)
from topic_briefings.languages.en import grammar
from topic_briefings.languages.en.behind import behind
from topic_briefings.languages.en.cue import Cue, look
from topic_briefings.languages.en.passive import passive
from topic_briefings.languages.en.reported import reviewed
from topic_briefings.languages.en.sources import according, in_words, per
from topic_briefings.languages.en.subjects import (
    WINDOW,
    agrees,
    is_thing,
    main_subject,
    opening,
    subject_before,
    up_to_verb,
)
from topic_briefings.languages.en.words import ARTICLES, TABLES, base_of, is_past, role_of, word_set

_BEFORE_VERB = frozenset(",cbtxrHB-Q|.:;()j")
"""Letters before a verb whose subject stands farther off; behind any other, what may be a noun is one."""
_VERBS = frozenset("vVDxHBpPgGeE")
"""Letters of verbs."""
_DEEDS = TABLES.words("deeds")
_CAUSED = re.compile(r"[vVDpPgGyYa]((?:uj?)*N[Nj]*|d[am]*[uN]+)t$")
"""A verb, somebody and "to": "led Lund to | write"."""


# ------------------------------------------------------------------ the rules, in the order of the table


def _noun(cue: Cue) -> Claim | None:
    """A noun, or what says of what kind a noun is: "that voting fraud exists", "the House press secretary Lund"."""
    tags, at = cue.scene.tags, cue.at
    following = tags[at + 1 : at + 2]
    if tags[at] == "G" and tags[at - 1] == "T" and at > cue.frame.first and following in ("n", "N", "y", "d"):
        return NO_CLAIM
    if tags[at] == "Y" and tags[at - 1] == "H" and at > cue.frame.first and not is_past(cue.scene.tokens[at]):
        return NO_CLAIM  # "had reason to"
    if tags[at] in "YE" and tags[at - 1] in "nNu" and following == "u" and tags[at + 2 : at + 3] == "N":
        return NO_CLAIM
    if tags[at] == "Y" and tags[at - 1] in "nNu" and following == "e":
        return NO_CLAIM  # "Council rules allow"
    if tags[at] == "Y" and tags[at - 2 : at] == "in" and at - 2 > cue.frame.first:
        return NO_CLAIM  # "cheered them with pep talks"
    return None


def _fronted(cue: Cue) -> Claim | None:
    """An -ing form that opens the sentence: its subject comes after it."""
    tags, at = cue.scene.tags, cue.at
    if not (at == cue.frame.first or tags[at - 1] == "z"):
        return None
    subject = main_subject(cue.scene, cue.frame)
    return Claim(cue.place, subject, Rule.FRONTED if subject else Rule.NONE, cue.kind)


def _charged(cue: Cue) -> Claim | None:
    """What somebody is judged for: "praised Lund for | showing “…”" is the judge's word.

    What somebody is blamed for having said is neither's: "blamed the paper for | reporting that it leaks".
    """
    tags, at, earlier = cue.scene.tags, cue.at, cue.earlier
    if cue.scene.tokens[at - 1] not in ("for", "of") or tags[at + 1 : at + 2] not in ("Q", "d", "T"):
        return None
    if not earlier or earlier[-1].kind is not CueKind.JUDGE or earlier[-1].speaker is None:
        return None
    if tags[earlier[-1].cue[1] : at - 1].strip("daujNnomsfS"):
        return None
    reports = Reports.MARKS if tags[at + 1] == "T" else Reports.ANY
    return Claim(cue.place, earlier[-1].speaker, Rule.SHARED, CueKind.JUDGE, reports)


def _participle(cue: Cue) -> Claim | None:
    """An -ing form: of the phrase right before it ("a sign saying"), or of the sentence's subject."""
    scene, at = cue.scene, cue.at
    if cue.before.endswith("B") or _hangs_on(scene.tags, cue.frame.first, at):
        return None
    start = max(cue.frame.first, at - WINDOW)
    shown = grammar.SHOWN.search(scene.tags[start:at])
    if shown and scene.tokens[start + shown.start()].lower() in word_set("recording"):
        return Claim(cue.place, (start + shown.start(1), start + shown.end(1)), Rule.REDUCED, cue.kind)
    match = grammar.WITH.search(scene.tags[start:at])
    if match and (_describes(scene, start, match) or scene.tokens[start + match.start()].lower() == "with"):
        place = (start + match.start(1), start + match.end(1))
        if cue.kind is not CueKind.JUDGE or not is_thing(scene, place) or _is_text(scene, place):
            return Claim(cue.place, place, Rule.REDUCED, cue.kind)  # not "denounced the theft | calling it a shame"
    return _of_another_verb(cue)


def _is_text(scene: Scene, place: Range) -> bool:
    """Whether a phrase ends with a noun for something to read, which may judge: "a letter"."""
    return scene.tokens[place[1] - 1].lower() in word_set("text")


def _describes(scene: Scene, start: int, match: re.Match[str]) -> bool:
    """Whether an -ing form describes the phrase before it: "a sign saying", but not "an e-mail to voters saying"."""
    to = match[0][0] == "i" or scene.tags[start + match.start(1) - 1] == "t"
    return not to and match[1][-1] in "nu" and scene.tokens[start + match.end(1) - 1] not in word_set("medium")


def _chained(cue: Cue) -> Claim | None:
    """The subject of the verb that this one hangs on: "keeps talking about", "wanted to show"."""
    subject = _hangs_on(cue.scene.tags, cue.frame.first, cue.at)
    return Claim(cue.place, subject, Rule.CHAINED, cue.kind) if subject else None


def _hangs_on(tags: str, first: int, at: int) -> Range | None:
    verb = at - (2 if tags[at - 1] == "t" else 1)
    if verb > first and tags[verb] in "vVDpPyY" and tags[at - 1] not in "c,":
        return subject_before(tags, first, verb)
    return None


def _coordinated(cue: Cue) -> Claim | None:
    """A further verb after "and", "but" or "to": "she rose and said".

    The same word again is the same speaker's: "Lund said it holds and said so twice".
    """
    if not cue.before.endswith(("c", "t", "b")):
        return None
    start = max(cue.frame.first, cue.at - WINDOW)
    caused = _CAUSED.search(cue.scene.tags[start : cue.at])
    if caused and cue.scene.tokens[start + caused.start()].lower() in word_set("causing"):
        return Claim(cue.place, (start + caused.start(1), start + caused.end(1)), Rule.CHAINED, cue.kind)
    before = cue.earlier[-1] if cue.earlier else None
    if before is not None and before.how is Rule.BEFORE and cue.before.endswith("c") and cue.kind is CueKind.SAY:
        tokens = cue.scene.tokens
        if tokens[before.cue[0]] == tokens[cue.at]:
            return Claim(cue.place, before.speaker, Rule.SHARED, cue.kind)
    return _of_another_verb(cue)


def _in_front(cue: Cue) -> Claim:
    """The subject before the verb, at once or some way off; the subject of another verb where there is none."""
    scene, at = cue.scene, cue.at
    subject = subject_before(scene.tags, cue.frame.first, at) or _before_stray_comma(cue)
    if (made := _made(cue)) is not None:
        return made
    if subject is None:
        return NO_CLAIM if _is_object(cue) else _of_another_verb(cue)
    if subject == (at - 1, at) and scene.tags[at] in "YE" and scene.tokens[at - 1].lower() in ARTICLES:
        return NO_CLAIM  # "made the point that"
    if scene.tags[at] in "YE" and subject[1] == at and not agrees(scene, subject, scene.tokens[at]):
        return NO_CLAIM
    if _ends_range(scene, cue.frame.first, subject[0]):
        return Claim(cue.place, None, Rule.NONE, cue.kind)
    return Claim(cue.place, up_to_verb(scene.tags, _without_object(scene, subject), at), Rule.BEFORE, cue.kind)


def _ends_range(scene: Scene, first: int, at: int) -> bool:
    """Whether a phrase is the last of those who speak: "everybody from the mayor to | Ana Lund"."""
    to = first + len(scene.tags[first:at].rstrip("dNf")) - 1
    begun = len(scene.tags[first:to].rstrip("dNfnuaj")) if to > first and scene.tags[to] == "t" else 0
    return begun > 0 and scene.tokens[first + begun - 1].lower() == "from"


def _before_stray_comma(cue: Cue) -> Range | None:
    """The phrase that opens a sentence, with a comma before the verb: "Rail officer Ana Lund, | says: “It holds.”"."""
    tags, first, at = cue.scene.tags, cue.frame.first, cue.at
    if tags[at - 1] != "," or tags[at + 1 : at + 3] not in (":Q", ",Q") or at - first > WINDOW:
        return None
    found = grammar.STRAY.search(tags[first:at])
    return (first + found.start(1), first + found.end(1)) if found and "N" in found[1] else None


def _without_object(scene: Scene, subject: Range) -> Range:
    """``subject`` without what its clause is about: "a plan which | the engineer Ana Lund | calls"."""
    behind = scene.tags.rfind("w", *subject) + 1
    whole = behind <= subject[0] + 1 or scene.tokens[behind - 1] != "which"
    told = scene.tags[behind : subject[1]]
    return subject if whole or "N" not in told or not _VERBS.isdisjoint(told) else (behind, subject[1])


def _made(cue: Cue) -> Claim | None:
    """The claim of "made the point that"."""
    scene, at = cue.scene, cue.at
    if (
        scene.tags[at + 1 : at + 2] != "T"
        or base_of(scene.tokens[at]) not in word_set("made")
        or scene.tags[at - 1] != "d"
    ):
        return None
    if scene.tokens[at - 2].lower() not in word_set("making"):
        return None
    subject = subject_before(scene.tags, cue.frame.first, at - 2)
    return Claim((at - 2, at + 1), subject, Rule.BEFORE, CueKind.SAY) if subject else None


def _is_object(cue: Cue) -> bool:
    """Whether what may be verb or noun is a noun: nothing before it lets a verb without its subject follow.

    One of saying with its clause reports all the same: "made similar claims that it leaks".
    """
    tags, at = cue.scene.tags, cue.at
    if tags[at] != "Y" or at == cue.frame.first or tags[at - 1] in _BEFORE_VERB:
        return False
    told = cue.kind is CueKind.SAY and tags[at + 1 : at + 3] in ("Th", "Td", "TN", "Tu")
    return not told or base_of(cue.scene.tokens[at]) in _DEEDS


def _of_another_verb(cue: Cue) -> Claim:
    """A further verb of the same subject: "he said, adding …", "she rose and said …"."""
    tags, at, earlier = cue.scene.tags, cue.at, cue.earlier
    if earlier and tags[at] == "G" == tags[earlier[-1].cue[0]] and tags[at - 1] == "c":
        return Claim(cue.place, earlier[-1].speaker, Rule.SHARED, cue.kind)
    if earlier and earlier[-1].cue[1] == at - 1 and tags[earlier[-1].cue[0]] in "VD" and tags[at - 1] == ",":
        return Claim(cue.place, earlier[-1].speaker, Rule.SHARED, cue.kind)  # "Lee added, saying"
    last = next((claim for claim in reversed(earlier[-8:]) if claim.how == Rule.AFTER), None)
    speaker = last.speaker if last else main_subject(cue.scene, cue.frame, at)
    if tags[at] == "G" and speaker is not None:
        doer = _nearest_doer(cue)
        if doer and (is_thing(cue.scene, speaker) or _is_its_own(cue, doer)):
            speaker = doer
        speaker = _crowd(cue, speaker[1]) or speaker
    if speaker is None:
        speaker = next((claim.speaker for claim in reversed(earlier[-8:]) if claim.speaker), None)
    if speaker is None and tags[at] == "G":
        speaker = opening(tags, cue.frame.first, at)
    if speaker is None:
        return Claim(cue.place, None, Rule.NONE, cue.kind)
    whole = up_to_verb(tags, speaker, at)
    return Claim(cue.place, whole, Rule.SHARED if whole == speaker else Rule.BEFORE, cue.kind)


def _is_its_own(cue: Cue, doer: Range) -> bool:
    """Whether an -ing form is of the call that it follows: "said that Lund phoned him, | saying"."""
    told = cue.scene.tags[doer[0] - 1 : doer[0]] == "T" and cue.scene.tags[cue.at - 1] == ","
    return told and any(base_of(word) in word_set("calling") for word in cue.scene.tokens[doer[1] : cue.at])


def _crowd(cue: Cue, after: int) -> Range | None:
    """The many who cry behind the subject that ends at ``after``: "Lund left, where fans stood, | chanting"."""
    scene = cue.scene
    if base_of(scene.tokens[cue.at]) not in word_set("crying"):
        return None
    for at in range(cue.at - 1, after - 1, -1):
        word = scene.tokens[at].lower()
        if scene.tags[at] in "nu" and role_of(word) in ("people", "group"):
            start = at
            while start > after and scene.tags[start - 1] in "dma":
                start -= 1
            return start, at + 1
    return None


def _nearest_doer(cue: Cue) -> Range | None:
    """Who does what the clause right before an -ing form tells: "when Lund spoke, | saying"."""
    tags, first = cue.scene.tags, cue.frame.first
    for verb in range(cue.at - 1, max(first, cue.at - WINDOW), -1):
        if tags[verb] not in grammar.FINITE or tags[verb - 1] in "xHBvV":
            continue
        subject = subject_before(tags, first, verb, loose=False)
        if subject is not None:
            letters = tags[slice(*subject)]
            return subject if "N" in letters or "u" in letters or letters == "h" else None
    return None


CLAIM_RULES: tuple[ClaimRule[Cue], ...] = (
    ClaimRule("noun", _noun, "The White House press secretary Ana Lund left.", "GYE"),
    ClaimRule("according", according, "The bridge holds, {according to} [Ana Lund].", "A"),
    ClaimRule("per", per, '"The bridge holds," {per} [Ana Lund].', "i"),
    ClaimRule("in words", in_words, "The bridge, {in [Ana Lund]'s words}, holds well.", "if"),
    ClaimRule("passive", passive, "Ana Lund was {asked} whether the bridge holds."),
    ClaimRule("behind", behind, '"The bridge holds," {said} [Ana Lund].'),
    ClaimRule("fronted", _fronted, "{Saying} the bridge holds, [Ana Lund] left the room.", "G"),
    ClaimRule("charged", _charged, "[Ana Lund] praised the town for {showing} “the courage of a lion and more.”", "G"),
    ClaimRule("participle", _participle, "[Ana Lund] left the room, {saying} the bridge holds.", "G"),
    ClaimRule("chained", _chained, "[Ana Lund] keeps {saying} the bridge holds.", "GE"),
    ClaimRule("coordinated", _coordinated, "[Ana Lund] rose and {said} the bridge holds."),
    ClaimRule("in front", _in_front, "[Ana Lund] {said} the bridge holds."),
)
_ASKED = by_letter(CLAIM_RULES)


def claims(scene: Scene, frame: Frame) -> list[Claim]:
    """The claims of ``frame`` in the order of their cues."""
    return reviewed(scene, frame, claimed(_ASKED, look, scene, frame))
