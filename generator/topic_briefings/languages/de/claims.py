"""The claims of one German sentence: each cue with the phrase that names its speaker.

German puts the finite verb second in a main clause, so its subject stands right before it or right after it, and
last in a subordinate one ("wie Müller sagte"). Case tells a subject from an object: "dem", "den" and "einer" begin
none. Rules follow the Duden grammar's account of sentence brackets, as regular expressions over the letters of
``languages.letters``; in German V is a finite form that reports, D a past participle, A "laut" and "zufolge".
``CLAIM_RULES`` are asked in their order about each word that may report; the first that answers decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

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
from topic_briefings.languages.de.subjects import (
    END,
    GENITIVE,
    NOUN,
    WHOLE,
    WINDOW,
    final_subject,
    main_subject,
    subject_after,
    subject_before,
)
from topic_briefings.languages.de.words import WORDS, frame_words
from topic_briefings.languages.listed import Cue as Form

_MEDIUM = re.compile(r"i([dfam]*+N[Nj]*+(?:f[dam]*+N[Nj]*+)*+)")
_SOURCE = re.compile(rf"({WHOLE})$")
_LAUT = re.compile(rf"{NOUN}{GENITIVE}*|q+")
_OF = re.compile(rf"(?:f{NOUN}|{GENITIVE})(?:{GENITIVE}|i[dfam]*+N[Nj]*+|cd?[am]*+N[Nj]*+)*+")
"""Whose words they are; marked words behind are what they said: "nach Angaben der Polizei „sehr laut“"."""
_AGENT = re.compile(rf"f({WHOLE})")
_SPOKEN = (CueKind.SAY, CueKind.TELL)
_DENIABLE = (*_SPOKEN, CueKind.JUDGE)
"""Of what somebody denies or does not do, these report nothing: "nannte ihn nicht „verloren“"."""
_CLOSE = 12
"""Words between a verb of saying and its subject, with both, in which a "nicht" is the verb's."""
_UNKNOWN = Form(CueKind.VERB, frozenset(), finite=True, participle=False)


class Cue(NamedTuple):
    """A word that may report, and what the rules ask of it."""

    scene: Scene
    frame: Frame
    at: int
    form: Form | None
    """What it is here; None where its particle is missing."""
    auxiliary: int | None
    """The auxiliary of a participle, in the same clause before it."""
    earlier: list[Claim]
    """The claims of the sentence before it."""

    @property
    def place(self) -> Range:
        """The cue by itself."""
        return self.at, self.at + 1

    @property
    def verb(self) -> int:
        """The finite verb of its clause."""
        return self.at if self.auxiliary is None else self.auxiliary

    def claim(self, speaker: Range | None, how: Rule) -> Claim:
        """The claim of this cue by ``speaker``."""
        return Claim(self.place, speaker, how, self.form.kind if self.form else CueKind.VERB)


def look(scene: Scene, frame: Frame, at: int, earlier: list[Claim]) -> Cue:
    """What the rules are asked about at the word ``at``."""
    if scene.tags[at] in "Ai":
        return Cue(scene, frame, at, None, None, earlier)
    form = _form(scene, frame, at)
    auxiliary = _auxiliary(scene, frame, at) if form and form.participle else None
    return Cue(scene, frame, at, form, auxiliary, earlier)


def _form(scene: Scene, frame: Frame, at: int) -> Form | None:
    """What the form at ``at`` is here: the reading whose particle follows, else one that needs none."""
    known = WORDS.cues.get(scene.tokens[at])
    if known is None:
        return _UNKNOWN
    following = frozenset(scene.tokens[at + 1 : min(at + WINDOW, frame.last)])
    for form in known:
        if form.particles & following:
            return form
    return next((form for form in known if not form.particles), None)


def _auxiliary(scene: Scene, frame: Frame, at: int) -> int | None:
    """The auxiliary of the participle at ``at``, in the same clause before it: "hat am Montag erklärt"."""
    tags = scene.tags
    if at + 1 < frame.last and tags[at + 1] not in END and tags[at + 1] not in "cxHB":
        return None
    for place in range(at - 1, max(frame.first, at - WINDOW) - 1, -1):
        if tags[place] in "xHB":
            return place
        if tags[place] in ".|:;Tw" or (tags[place] == "z" and scene.tokens[place] not in ("als", "wie")):
            return None
    return None


_PAPER = re.compile(r"d?(?:[Nj]+|q+)(?=d[ua]*N)")
"""Who cites somebody else behind "zitiert": "„…“, zitierte | die Zeitung den Bürgermeister"."""


# ------------------------------------------------------------------ the rules, in the order of the table


def _according(cue: Cue) -> Claim | None:
    """The source in "laut Polizei" and "der Polizei zufolge"."""
    scene, at, tags = cue.scene, cue.at, cue.scene.tags
    if tags[at] != "A":
        return None
    if scene.tokens[at].lower() == "zufolge":
        start = max(cue.frame.first, at - WINDOW)
        match = _SOURCE.search(tags[start:at])
        speaker = (start + match.start(1), at) if match else None
    else:
        after = _LAUT.match(tags, at + 1, cue.frame.last)
        speaker = after.span() if after else None
    return Claim(cue.place, speaker, Rule.ACCORDING, CueKind.SAY) if speaker else NO_CLAIM


def _voice(cue: Cue) -> Claim | None:
    """The source in "nach Angaben der Polizei" and "nach Ansicht von Lund"."""
    scene, frame, at = cue.scene, cue.frame, cue.at
    if scene.tags[at] != "i":
        return None
    if scene.tokens[at].lower() not in ("nach", "aus"):
        return NO_CLAIM
    noun = next(_nouns(scene, at + 1, min(at + 5, frame.last)), None)
    if noun is None or scene.tokens[noun].lower() not in frame_words("voice"):
        return NO_CLAIM
    match = _OF.match(scene.tags, noun + 1, frame.last)
    end = match.end() if match else noun + 1
    return Claim((at, noun + 1), (noun, end), Rule.ACCORDING, CueKind.SAY)


def _nouns(scene: Scene, first: int, last: int) -> Iterator[int]:
    return (at for at in range(first, last) if scene.tags[at] == "N")


def _no_verb(cue: Cue) -> Claim | None:
    """A form without its particle, a participle without its auxiliary: neither reports."""
    return NO_CLAIM if cue.form is None or (cue.auxiliary is None and not cue.form.finite) else None


def _stands(cue: Cue) -> Claim | None:
    """The source in "In der Mitteilung heißt es" and "heißt es in dem Brief"."""
    scene, frame, at = cue.scene, cue.frame, cue.at
    tags, tokens = scene.tags, scene.tokens
    if tokens[at] not in ("heißt", "hieß"):
        return None
    if "es" not in tokens[max(frame.first, at - 1) : at + 2]:
        return NO_CLAIM
    match = _MEDIUM.match(tags, at + 2, frame.last) or _MEDIUM.search(tags, frame.first, at)
    speaker = match.span(1) if match else None
    end = at + 2 if tokens[at + 1 : at + 2] == ["es"] else at + 1
    return Claim((at, end), speaker, Rule.BEFORE if speaker else Rule.NONE, CueKind.SAY)


def _passive(cue: Cue) -> Claim | None:
    """Whoever stands after "von": "wurde von Lund erklärt"."""
    scene, auxiliary = cue.scene, cue.auxiliary
    if auxiliary is None or scene.tokens[cue.at] == "zitiert" or scene.tokens[auxiliary] not in frame_words("passive"):
        return None
    agent = _AGENT.search(scene.tags, auxiliary, cue.at)
    return cue.claim(agent.span(1), Rule.BEFORE) if agent else NO_CLAIM


def _cited(cue: Cue) -> Claim | None:
    """The object of "zitieren", whose words they are."""
    if cue.auxiliary is not None or not cue.scene.tokens[cue.at].startswith("zitier"):
        return None
    begin = cue.at + 1
    if cue.scene.tags[cue.at - 1] == ",":
        paper = _PAPER.match(cue.scene.tags, begin, cue.frame.last)
        begin = paper.end() if paper else begin
    cited = subject_after(cue.scene, begin, cue.frame.last, any_case=True)
    return cue.claim(cited, Rule.BEFORE) if cited else NO_CLAIM


def _pronoun(cue: Cue) -> Claim | None:
    """A pronoun that can only be a subject, right after the verb: "sagte er"."""
    tags, verb = cue.scene.tags, cue.verb
    if tags[verb + 1 : verb + 2] != "h" or cue.scene.tokens[verb + 1] not in ("er", "wir", "ich"):
        return None
    return cue.claim((verb + 1, verb + 2), Rule.AFTER if tags[verb - 1 : verb] in ("Q", ",") else Rule.BEFORE)


def _behind(cue: Cue) -> Claim | None:
    """The subject after the verb, where quoted or reported words fill the place before it."""
    scene, tags, verb, first = cue.scene, cue.scene.tags, cue.verb, cue.frame.first
    quoted = "Q" in tags[max(first, verb - 2) : verb] or tags[max(first, verb - 3) : verb] == "Q,r"
    if not quoted and not (tags[verb - 1] == "," and verb > first):
        return None
    subject = None if quoted else subject_before(scene, first, verb)
    if subject is not None and subject[0] <= first + 1:
        return None
    after = subject_after(scene, verb + 1, cue.frame.last)
    return cue.claim(after, Rule.AFTER) if after else None


def _as_said(cue: Cue) -> Claim | None:
    """The subject of a clause with "wie" that ends with its verb: "…, wie Lund sagte"."""
    final = final_subject(cue.scene, cue.frame, cue.at)
    return cue.claim(final, Rule.AFTER) if final and cue.scene.tags[final[0] - 2 : final[0]] == ",z" else None


def _in_front(cue: Cue) -> Claim | None:
    """The subject before the verb, at its end in a subordinate clause, or after a verb that an adverb precedes."""
    scene, frame, verb = cue.scene, cue.frame, cue.verb
    subject = final_subject(scene, frame, cue.at) or subject_before(scene, frame.first, verb)
    if subject is None and scene.tags[verb - 1 : verb] != "c":
        subject = subject_after(scene, verb + 1, frame.last)
    return cue.claim(subject, Rule.BEFORE) if subject else None


def _of_another_verb(cue: Cue) -> Claim:
    """A further verb of the same subject: "stand auf und sagte"."""
    subject = next((claim.speaker for claim in reversed(cue.earlier) if claim.speaker), None)
    subject = subject or main_subject(cue.scene, cue.frame)
    return cue.claim(subject, Rule.SHARED if subject else Rule.NONE)


CLAIM_RULES: tuple[ClaimRule[Cue], ...] = (
    ClaimRule("according", _according, "Die Brücke hält {laut} [Polizei]."),
    ClaimRule("voice", _voice, "Die Brücke hält {nach [Angaben} der Polizei]."),
    ClaimRule("no verb", _no_verb, "Die Polizei teilte den Bogen."),
    ClaimRule("stands", _stands, "In [der Mitteilung] {heißt es}, die Brücke halte."),
    ClaimRule("passive", _passive, "Der Schaden wurde von [Anna Lund] {erklärt}."),
    ClaimRule("cited", _cited, "Die Zeitung {zitierte} [Anna Lund]: „Die Brücke hält.“"),
    ClaimRule("pronoun", _pronoun, "„Die Brücke hält“, {sagte} [er]."),
    ClaimRule("behind", _behind, "„Die Brücke hält“, {sagte} [Anna Lund]."),
    ClaimRule("as said", _as_said, "Die Brücke hält, wie [Anna Lund] {sagte}."),
    ClaimRule("in front", _in_front, "[Anna Lund] {sagte}, die Brücke halte."),
    ClaimRule("of another verb", _of_another_verb, "[Anna Lund] stand auf und {sagte}, die Brücke halte."),
)
_ASKED = by_letter(CLAIM_RULES)


def claims(scene: Scene, frame: Frame) -> list[Claim]:
    """The claims of ``frame`` in the order of their cues; what was denied to have been said is reported by nobody."""
    found = claimed(_ASKED, look, scene, frame)
    return [
        claim._replace(reports=Reports.NOTHING) if claim.kind in _DENIABLE and _denied(scene, frame, claim) else claim
        for claim in found
    ]


def _denied(scene: Scene, frame: Frame, claim: Claim) -> bool:
    """Whether somebody did not say it: "sagte Lund nicht", "hat nie gesagt", "niemand sagte", "wenn Lund sagt"."""
    if claim.speaker is None:
        return False
    tokens, tags = scene.tokens, scene.tags
    if tokens[claim.cue[0]].lower() in frame_words("denying") and _having_said(scene, frame, claim):
        return True
    first, last = min(claim.cue[0], claim.speaker[0]), max(claim.cue[1], claim.speaker[1])
    if last - first > _CLOSE or tokens[claim.speaker[0]].lower() in frame_words("nobody"):
        return tokens[claim.speaker[0]].lower() in frame_words("nobody")
    if first > frame.first and tokens[first - 1].lower() in frame_words("condition"):
        return True
    inside = range(*claim.speaker)  # what describes the speaker denies nothing: "die nicht genannt werden will"
    if claim.kind == CueKind.JUDGE:  # "nannte die Boje nicht „verloren“"
        last = next((at for at in range(last, frame.last) if tags[at] in ",.;:qQ"), frame.last)
    for at in (at for at in range(first, min(last + 1, frame.last)) if at not in inside and tags[at] not in "qQ"):
        word = tokens[at].lower()
        if word in frame_words("denial"):
            return tokens[at + 1 : at + 2] == [] or tokens[at + 1].lower() not in frame_words("limited")
        if word in frame_words("supposing") and at != claim.cue[0]:
            return True
    return False


def _having_said(scene: Scene, frame: Frame, claim: Claim) -> bool:
    """Whether what is denied is to have said it: "bestritt, „…“ gesagt zu haben"."""
    words = [token.lower() for token in scene.tokens[claim.cue[1] : frame.last]]
    said = (words[at - 1] for at, pair in enumerate(pairwise(words)) if at and pair == ("zu", "haben"))
    return any(word in frame_words("having_said") for word in said)
