"""The claims of one German sentence: each cue with the phrase that names its speaker.

German puts the finite verb second in a main clause, so its subject stands right before it or right after it, and
last in a subordinate one ("wie Müller sagte"). Case tells a subject from an object: "dem", "den" and "einer" begin
none. Rules follow the Duden grammar's account of sentence brackets, as regular expressions over the letters of
``topic_briefings.text.words``; in German V is a finite form that reports, D a past participle, A "laut" and "zufolge".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from topic_briefings.extractors.quotes.claim import Claim, Range
from topic_briefings.extractors.quotes.scene import Frame, Scene
from topic_briefings.text.words import Cue, foreign_cues, frame_words

_NOUN = r"(?:d?(?:[am]|r(?=[am]))*+(?:N[Nj]*+|(?<=d)m)(?:\([^)|.]*+\))?)"
_GENITIVE = r"(?:f[dam]*+N[Nj]*+(?:\([^)|.]*+\))?)"
_WITH = r"(?:i[dfam]*+[lN][Nj]*+)"
_AND = r"(?:cd?[am]*+N[Nj]*+)"
_NAMED = r"(?:q+)"
_WHOLE = rf"(?:{_NOUN}(?:{_GENITIVE}|{_WITH}|{_AND}|{_NAMED})*+)"
_BEFORE = re.compile(
    rf"(?:^|(?<=[.|:;Q(\-b,])|(?<=[,Q]c))(?P<who>(?:fd?(?=N[VxHB]?$))?{_WHOLE}(?:,[^.:;|Q]*,)?|h)(?:r(?=$))?$"
)
"""The phrase that fills the place before the verb, with what a pair of commas encloses after it."""
_AFTER = re.compile(
    rf"(?:o|r)*(?P<who>{_NOUN}(?:{_GENITIVE}|{_AND}|{_NAMED}|{_WITH})*+(?:,{_NOUN}(?:{_GENITIVE}|{_WITH})*+(?=[,.:;|Q]))?|h)"
)
_FINAL = re.compile(rf"[zTw](?:r|l)*(?P<who>{_WHOLE}|h)[^,.:;|Q]*$")
"""A clause that keeps its verb for the end: "wie die Polizei am Montag mitteilte"."""
_MEDIUM = re.compile(r"i([dfam]*+N[Nj]*+(?:f[dam]*+N[Nj]*+)*+)")
_SOURCE = re.compile(rf"({_WHOLE})$")
_AGENT = re.compile(rf"f({_WHOLE})")
_VERB = re.compile(r"[aVxHB]")
_END = frozenset(",.:;|)Q-T")
_WINDOW = 60


def claims(scene: Scene, frame: Frame) -> list[Claim]:
    """The claims of ``frame`` in the order of their cues."""
    found: list[Claim] = []
    for at in frame.cues:
        claim = _claim(scene, frame, at, found)
        if claim is not None:
            found.append(claim)
    return found


def main_subject(scene: Scene, frame: Frame) -> Range | None:
    """The subject of the sentence: what stands before its verb, or right after it."""
    last = min(frame.last, frame.first + _WINDOW)
    for match in _VERB.finditer(scene.tags, frame.first, last):
        subject = _subject_before(scene, frame.first, match.start())
        if subject is None and scene.tags[match.start()] != "a":
            subject = _subject_after(scene, match.start() + 1, frame.last)
        if subject and scene.words.tokens[subject[0]].lower() not in ("es", "man"):
            return subject
    return None


def reported(scene: Scene, frame: Frame) -> bool:
    """Whether a sentence is in the mood of reported speech, and so goes on with what somebody said."""
    tokens = scene.words.tokens
    mood = frame_words("de", "conjunctive")
    return any(scene.tags[at] not in "qQN" and tokens[at] in mood for at in range(frame.first, frame.last))


def _claim(scene: Scene, frame: Frame, at: int, earlier: list[Claim]) -> Claim | None:
    tags, form = scene.tags, scene.words.tokens[at]
    if tags[at] == "A":
        return _according(scene, frame, at)
    if tags[at] == "i":
        return _voice(scene, frame, at)
    cue = _cue(scene, frame, at)
    if cue is None:
        return None
    auxiliary = _auxiliary(scene, frame, at) if cue.participle else None
    if auxiliary is None and not cue.finite:
        return None
    if form in ("heißt", "hieß"):
        return _stands(scene, frame, at)
    if auxiliary is not None and scene.words.tokens[auxiliary] in frame_words("de", "passive") and form != "zitiert":
        agent = _AGENT.search(tags, auxiliary, at)
        return Claim(cue=(at, at + 1), speaker=agent.span(1), how="before", kind=cue.kind) if agent else None
    if auxiliary is None and form.startswith("zitier"):
        cited = _AFTER.match(tags, at + 1, frame.last)
        return (
            Claim(cue=(at, at + 1), speaker=_trimmed(scene, *cited.span("who")), how="before", kind=cue.kind)
            if cited
            else None
        )
    verb = at if auxiliary is None else auxiliary
    return _of_subject(scene, frame, at, verb, cue.kind, earlier)


def _of_subject(scene: Scene, frame: Frame, at: int, verb: int, kind: str, earlier: list[Claim]) -> Claim:
    tags, place = scene.tags, (at, at + 1)
    if tags[verb + 1 : verb + 2] == "h" and scene.words.tokens[verb + 1] in ("er", "wir", "ich"):
        quoted = tags[verb - 1 : verb] in ("Q", ",")
        return Claim(cue=place, speaker=(verb + 1, verb + 2), how="after" if quoted else "before", kind=kind)
    quoted_before = "Q" in tags[max(frame.first, verb - 2) : verb]
    if quoted_before or (tags[verb - 1] == "," and verb > frame.first):
        subject = None if quoted_before else _subject_before(scene, frame.first, verb)
        if subject is None or subject[0] > frame.first + 1:
            after = _subject_after(scene, verb + 1, frame.last)
            if after:
                return Claim(cue=place, speaker=after, how="after", kind=kind)
    final = _final_subject(scene, frame, at)
    if final and tags[final[0] - 2 : final[0]] == ",z":
        return Claim(cue=place, speaker=final, how="after", kind=kind)  # "…, wie Lund sagte"
    subject = final or _subject_before(scene, frame.first, verb)
    if subject is None and tags[verb - 1 : verb] != "c":
        subject = _subject_after(scene, verb + 1, frame.last)
    if subject:
        return Claim(cue=place, speaker=subject, how="before", kind=kind)
    subject = next((claim.speaker for claim in reversed(earlier) if claim.speaker), None) or main_subject(scene, frame)
    return Claim(cue=place, speaker=subject, how="shared" if subject else "none", kind=kind)


def _cue(scene: Scene, frame: Frame, at: int) -> Cue | None:
    """What the form at ``at`` is here: the reading whose particle follows, else one that needs none."""
    known = foreign_cues("de").get(scene.words.tokens[at])
    if known is None:
        return Cue("verb", frozenset(), finite=True, participle=False)
    following = frozenset(scene.words.tokens[at + 1 : min(at + _WINDOW, frame.last)])
    for cue in known:
        if cue.particles & following:
            return cue
    return next((cue for cue in known if not cue.particles), None)


def _auxiliary(scene: Scene, frame: Frame, at: int) -> int | None:
    """The auxiliary of the participle at ``at``, in the same clause before it: "hat am Montag erklärt"."""
    tags = scene.tags
    if at + 1 < frame.last and tags[at + 1] not in _END and tags[at + 1] not in "cxHB":
        return None
    for place in range(at - 1, max(frame.first, at - _WINDOW) - 1, -1):
        if tags[place] in "xHB":
            return place
        if tags[place] in ".|:;QTzw":
            return None
    return None


def _subject_before(scene: Scene, first: int, verb: int) -> Range | None:
    start = max(first, verb - _WINDOW)
    for match in _BEFORE.finditer(scene.tags[start:verb]):
        place = start + match.start("who"), start + match.end("who")
        if _nominative(scene, place[0]):
            return place
    return None


def _subject_after(scene: Scene, first: int, last: int) -> Range | None:
    match = _AFTER.match(scene.tags, first, last)
    if match is None or not _nominative(scene, match.start("who")):
        return None
    return _trimmed(scene, *match.span("who"))


def _trimmed(scene: Scene, start: int, end: int) -> Range:
    """A phrase without where and when it was said: "Lund" of "Lund in Kiel"."""
    tokens = scene.words.tokens
    for at in range(start + 1, end - 1):
        if scene.tags[at] == "i" and tokens[at] not in frame_words("de", "attribute"):
            return start, at
    return start, end


def _final_subject(scene: Scene, frame: Frame, at: int) -> Range | None:
    """The subject of a clause that ends with its verb."""
    end = at + 1
    while end < frame.last and scene.tags[end] in "xHB":
        end += 1
    if end < frame.last and scene.tags[end] not in _END:
        return None
    start = max(frame.first, at - _WINDOW)
    match = _FINAL.search(scene.tags[start:at])
    if match is None or not _nominative(scene, start + match.start("who")):
        return None
    return _trimmed(scene, start + match.start("who"), start + match.end("who"))


def _nominative(scene: Scene, at: int) -> bool:
    """Whether the phrase that begins at ``at`` can be a subject by its determiner."""
    word = scene.words.tokens[at].lower()
    if word in frame_words("de", "oblique"):
        return False
    after_it = scene.words.tokens[at + 1] if at + 1 < len(scene.tags) else ""
    tag = scene.tags[at + 1 : at + 2]
    # "Der Deutschen Presse-Agentur": an adjective of a name has a capital
    weak = (tag == "a" or scene.tags[at + 1 : at + 3] == "NN") and after_it.endswith("en")
    return not (weak and word in frame_words("de", "ambiguous"))


def _according(scene: Scene, frame: Frame, at: int) -> Claim | None:
    """The source in "laut Polizei" and "der Polizei zufolge"."""
    tags = scene.tags
    if scene.words.tokens[at].lower() == "zufolge":
        start = max(frame.first, at - _WINDOW)
        match = _SOURCE.search(tags[start:at])
        speaker = (start + match.start(1), at) if match else None
    else:
        after = re.compile(rf"{_NOUN}{_GENITIVE}*|q+").match(tags, at + 1, frame.last)
        speaker = after.span() if after else None
    return Claim(cue=(at, at + 1), speaker=speaker, how="according", kind="say") if speaker else None


def _voice(scene: Scene, frame: Frame, at: int) -> Claim | None:
    """The source in "nach Angaben der Polizei" and "nach Ansicht von Lund"."""
    if scene.words.tokens[at].lower() != "nach":
        return None
    noun = next(_nouns(scene, at + 1, min(at + 5, frame.last)), None)
    if noun is None or scene.words.tokens[noun].lower() not in frame_words("de", "voice"):
        return None
    match = re.compile(rf"f({_WHOLE})|({_GENITIVE})").match(scene.tags, noun + 1, frame.last)
    end = match.end() if match else noun + 1
    return Claim(cue=(at, noun + 1), speaker=(noun, end), how="according", kind="say")


def _nouns(scene: Scene, first: int, last: int) -> Iterator[int]:
    return (at for at in range(first, last) if scene.tags[at] == "N")


def _stands(scene: Scene, frame: Frame, at: int) -> Claim | None:
    """The source in "In der Mitteilung heißt es" and "heißt es in dem Brief"."""
    tags, tokens = scene.tags, scene.words.tokens
    if "es" not in tokens[max(frame.first, at - 1) : at + 2]:
        return None
    match = _MEDIUM.match(tags, at + 2, frame.last) or _MEDIUM.search(tags, frame.first, at)
    speaker = match.span(1) if match else None
    end = at + 2 if tokens[at + 1 : at + 2] == ["es"] else at + 1
    return Claim(cue=(at, end), speaker=speaker, how="before" if speaker else "none", kind="say")
