"""The subjects of German clauses, and whether a sentence is in the mood of reported speech."""

from __future__ import annotations

import re

from topic_briefings.languages.claim import Frame, Range, Scene
from topic_briefings.languages.de.words import frame_words, role_of

NOUN = r"(?:d?(?:[am]|r(?=[am]))*+(?:N[Nj]*+|(?<=d)m)(?:\([^)|.]*+\))?)"
GENITIVE = r"(?:f[dam]*+N[Nj]*+(?:\([^)|.]*+\))?)"
_WITH = r"(?:i[dfam]*+[lN][Nj]*+(?:\([^)|.]*+\))?)"
_AND = r"(?:cd?[am]*+N[Nj]*+)"
_NAMED = r"(?:q+)"
WHOLE = rf"(?:{NOUN}(?:{GENITIVE}|{_WITH}|{_AND}|{_NAMED})*+)"
_BEFORE = re.compile(
    rf"(?:^|(?<=[.|:;Q(\-b,])|(?<=[,Q]c))(?P<who>(?:fd?(?=N[VxHB]?$))?{WHOLE}(?:,[^.:;|Q]*,)?|h)(?:r(?=$))?$"
)
"""The phrase that fills the place before the verb, with what a pair of commas encloses after it."""
_AFTER = re.compile(
    rf"(?:o|r)*(?P<who>{NOUN}(?:{GENITIVE}|{_AND}|{_NAMED}|{_WITH})*+(?:,{NOUN}(?:{GENITIVE}|{_WITH})*+(?=[,.:;|Qrl]))?|h)"
)
_FINAL = re.compile(rf"[zTw](?:r|l)*(?P<who>{WHOLE}|h)[^,.:;|Q]*$")
"""A clause that keeps its verb for the end: "wie die Polizei am Montag mitteilte"."""
_NAME = re.compile(r"(?:^|(?<=[.|Q]))(?P<who>N[Nj]*N),$")
"""A name of two words or more that opens its sentence, and a comma."""
_VERB = re.compile(r"[aVxHB]")
END = frozenset(",.:;|)Q-T")
"""Letters at which a clause ends."""
WINDOW = 60
"""Words of a clause that are looked at."""


def main_subject(scene: Scene, frame: Frame) -> Range | None:
    """The subject of the sentence: what stands before its verb, or right after it."""
    last = min(frame.last, frame.first + WINDOW)
    for match in _VERB.finditer(scene.tags, frame.first, last):
        subject = subject_before(scene, frame.first, match.start())
        if subject is None and scene.tags[match.start()] != "a":
            subject = subject_after(scene, match.start() + 1, frame.last)
        if subject and scene.tokens[subject[0]].lower() not in ("es", "man"):
            return subject
    return None


def reported(scene: Scene, frame: Frame) -> bool:
    """Whether a sentence is in the mood of reported speech, and so goes on with what somebody said."""
    tokens = scene.tokens
    mood = frame_words("conjunctive")
    return any(scene.tags[at] not in "qQN" and tokens[at] in mood for at in range(frame.first, frame.last))


def subject_before(scene: Scene, first: int, verb: int) -> Range | None:
    """The phrase that fills the place before the word ``verb``, where it can be a subject."""
    start = max(first, verb - WINDOW)
    for match in _BEFORE.finditer(scene.tags[start:verb]):
        place = start + match.start("who"), start + match.end("who")
        if _nominative(scene, place[0]) and not _is_adverb(scene, place, verb):
            return _with_name(scene, first, place)
    return None


_ADVERB = re.compile(r"[A-ZÄÖÜ][a-zäöüß]*(?:iell|lich|isch|haft|sam|weise)")
"""How adverbs end that open a sentence: "Offiziell"."""
_SUBJECT = re.compile(r"da*N[Nj]*,")


def _is_adverb(scene: Scene, place: Range, verb: int) -> bool:
    """Whether a capital only says how somebody speaks who stands behind the verb: "Offiziell sagt die Regierung, …"."""
    if place[1] - place[0] > 1 or not _ADVERB.fullmatch(scene.tokens[place[0]]):
        return False
    subject = scene.tokens[verb + 1].lower() in ("die", "das", "ein", "eine")
    return subject and _SUBJECT.match(scene.tags, verb + 1) is not None


def _with_name(scene: Scene, first: int, place: Range) -> Range:
    """A role with the name before it, where no second comma stands between them: "Anna Lund, Sprecherin sagte"."""
    named = _NAME.search(scene.tags, first, place[0])
    if named is None or role_of(scene.tokens[place[0]].lower()) != "person":
        return place
    return named.start("who"), place[1]


def subject_after(scene: Scene, first: int, last: int, *, any_case: bool = False) -> Range | None:
    """The phrase right after the verb that ends before word ``first``; one in ``any_case`` may be an object."""
    match = _AFTER.match(scene.tags, first, last)
    if match is None or not (any_case or _nominative(scene, match.start("who"))):
        return None
    return trimmed(scene, *match.span("who"))


def trimmed(scene: Scene, start: int, end: int) -> Range:
    """A phrase without where and when it was said: "Lund" of "Lund in Kiel"."""
    tokens = scene.tokens
    for at in range(start + 1, end - 1):
        if "," in scene.tags[at:end]:
            continue  # "der Chef der Truppen im Norden, General Lund"
        if scene.tags[at] == "i" and tokens[at] not in frame_words("attribute"):
            return start, at
    return start, end


def final_subject(scene: Scene, frame: Frame, at: int) -> Range | None:
    """The subject of a clause that ends with its verb."""
    end = at + 1
    while end < frame.last and scene.tags[end] in "xHB":
        end += 1
    if end < frame.last and scene.tags[end] not in END:
        return None
    start = max(frame.first, at - WINDOW)
    match = _FINAL.search(scene.tags[start:at])
    if match is None or not _nominative(scene, start + match.start("who")):
        return None
    return trimmed(scene, start + match.start("who"), start + match.end("who"))


def _nominative(scene: Scene, at: int) -> bool:
    """Whether the phrase that begins at ``at`` can be a subject by its determiner."""
    word = scene.tokens[at].lower()
    if word in frame_words("oblique"):
        return False
    after_it = scene.tokens[at + 1] if at + 1 < len(scene.tags) else ""
    tag = scene.tags[at + 1 : at + 2]
    # "Der Deutschen Presse-Agentur": an adjective of a name has a capital
    weak = (tag == "a" or scene.tags[at + 1 : at + 3] == "NN") and after_it.endswith("en")
    return not (weak and word in frame_words("ambiguous"))
