"""The subjects of English clauses: before a verb, after it, and of a whole sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from topic_briefings.languages.claim import Frame, Range, Scene
from topic_briefings.languages.en import grammar
from topic_briefings.languages.en.lexicon import singular
from topic_briefings.languages.en.words import base_of, is_past, role_of, word_set

WINDOW = 70
"""Words before a cue in which its subject may begin."""
_LEAD = 20
"""Words that may stand between a subject and its verb."""
_VERBS = frozenset("vVDHBxy")
"""Letters of what may be the verb of a clause of its own."""
_ENDS = frozenset((",", ".", "|", "Q"))
"""Letters after which a clause is at its end."""
_THING = re.compile(r"d?[am]*n(?:[fi].*)?")
"""The letters of what is neither somebody nor a body."""
_BEFORE_SUBJECT = ("z,", "Vl", "Dl", "ll")
"""Letters before the subject of a subordinate clause that tell nothing of it: "said Wednesday | she agrees"."""
_SUBORDINATE = frozenset("zTwivpePyVDEYG")
"""Letters before the subject of a clause that is part of another: "said he saw"."""


def speaker_after(scene: Scene, first: int, last: int) -> Range | None:
    """The noun phrase that begins at word ``first``, with what describes it, but without where it was said."""
    match = grammar.AFTER.match(scene.tags, first, last)
    if not match:
        return None
    start, end = match.span(1)
    end = match.end(2)
    tokens = scene.tokens
    for at in range(start + 1, end - 1):
        if scene.tags[at] == "i" and not word_set("medium").isdisjoint(tokens[at + 1 : at + 5]):
            return start, at
    return start, end


def up_to_verb(tags: str, subject: Range, verb: int) -> Range:
    """``subject`` with the one noun between it and its ``verb`` that is the form of another: "her Tarn | account"."""
    noun = subject[1] == verb - 1 and tags[subject[1]] in "Yy" and tags[subject[1] - 1] == "N"
    return (subject[0], verb) if noun else subject


def subject_before(tags: str, first: int, cue: int, loose: bool = True) -> Range | None:
    """The phrase that is the subject of the verb at ``cue``; None where none stands before it.

    ``loose`` also takes the nearest name or pronoun where no clause can begin ("the email Clinton sent").
    """
    if cue - first >= 2 and tags[cue - 1] == "T" and tags[cue - 2] in "nNua":
        return cue - 1, cue  # "bottles that said": a "that" right before a verb is its subject
    start = max(first, cue - WINDOW)
    segment = tags[start : _lead(tags, start, cue)]
    last = segment[-1:]
    if last == "w":
        place = start + len(segment) - 1
        return None if tags[max(first, place - 1) : place] == "Q" else (place, place + 1)
    if last == "h" and segment[-2:-1] != "c":
        return start + len(segment) - 1, start + len(segment)
    aside = tags[cue + 1 : cue + 2] == "," and tags[cue + 2 : cue + 3] != "Q"  # "Lund, an aide | said, will sign it"
    found = _subject_of(segment, loose=loose, aside=aside)
    if found and segment.startswith(",c", found[0] - 2):
        found = _with_first(segment, *found)
    return (start + found[0], start + found[1]) if found else None


def _with_first(segment: str, first: int, last: int) -> Range:
    """The subject behind ", and" with whom it goes on from: "Lund, the mayor, and | Ana Barasa, a clerk,"."""
    joined = grammar.JOINED.search(segment, 0, first - 1) if segment[first] in "Nu" else None
    named = joined is not None and "N" in joined[1] and _VERBS.isdisjoint(joined[1])
    return (joined.start(1), last) if joined and named else (first, last)


@lru_cache(maxsize=20_000)
def _subject_of(segment: str, *, loose: bool, aside: bool) -> Range | None:
    """The same in the letters up to the verb; sentences begin alike, and most are asked about more than once.

    ``aside`` says that commas enclose subject and verb, so that no name before the first is part of them.
    """
    last = segment[-1:]
    if last == "," and segment.count(",") == 1 and segment[-2:-1] != ")":
        return None  # nothing that this comma closes
    if last == ",":
        closed, inside = grammar.CLOSED.search(segment), grammar.ASIDE.search(segment)
        party = segment.endswith("),")  # "in Tarn, OH, after a talk, Ana Lund (R-OH), | said"
        match = inside if inside and (not closed or (inside.start() < closed.start() and not party)) else closed
        who = grammar.WHO.search(segment) if "w," in segment else None
        match = who if who and (match is None or match.start() > who.start()) else match
        match = match or (grammar.ENCLOSED.search(segment) if loose else None) or grammar.NAMED.search(segment)
    elif last == "Q":
        match = grammar.CITING.search(segment) if ",G" in segment or ",w" in segment or ",g" in segment else None
    elif last == "-":
        match = grammar.DASHED.search(segment)
    else:
        unclosed = grammar.UNCLOSED.search(segment) if "," in segment else None
        unclosed = unclosed or (grammar.UNCLOSED_TRADE.search(segment) if ",d" in segment and not aside else None)
        unclosed = unclosed or (grammar.UNCLOSED_WHO.search(segment) if ",w" in segment else None)
        match = unclosed or grammar.SUBJECT.search(segment) or (grammar.NEAREST.search(segment) if loose else None)
    return match.span(1) if match else None


def _lead(tags: str, first: int, cue: int) -> int:
    """Where the words between a subject and the verb at ``cue`` begin; ``cue`` itself where there are none."""
    before = tags[cue - 1]
    if before not in grammar.LEAD_ENDS or (before in "nNu" and "i" not in tags[first:cue]):
        return cue  # most verbs stand right after their subject
    match = grammar.LEAD.search(tags, max(first, cue - _LEAD), cue)
    return match.start() if match else cue


def main_subject(scene: Scene, frame: Frame, before: int | None = None) -> Range | None:
    """The subject of the last main clause that begins before the word ``before``; a subordinate one's if need be."""
    tags = scene.tags
    stop = frame.last if before is None else before
    start = max(frame.first, stop - 2 * WINDOW)
    presented = grammar.PRESENTED.match(tags, start, stop)
    if presented:
        return presented.span(1)
    fallback: Range | None = None
    plain: Range | None = None
    for verb in range(stop - 1, start - 1, -1):
        if tags[verb] not in grammar.FINITE or (verb > start and tags[verb - 1] in "xHBvV"):
            continue
        if tags[verb] in "yY" and _is_noun(tags, verb):
            continue
        subject = subject_before(tags, frame.first, verb, loose=False)
        if subject is None or (tags[verb] in "yYE" and _is_inside_a_noun(tags, subject)):
            continue
        if not tags[slice(*subject)].strip("ra"):
            continue  # "a very effective | bridge"
        if not tags[slice(*subject)].strip("dmj,nwylT"):
            plain = plain or (subject if tags[subject[0]] == "d" and subject[1] > subject[0] + 1 else None)
            continue
        if _is_of_a_main_clause(tags, frame.first, subject) and not _is_told_of_it(scene, subject):
            return subject
        fallback = subject
    inverted = grammar.INVERTED.match(tags, start, stop)
    return fallback or plain or (inverted.span(1) if inverted else None)


def _is_noun(tags: str, at: int) -> bool:
    """Whether the form of a verb is a noun: "on the campaign trail,", "the French Open champion is"."""
    after = tags[at + 1 : at + 2]
    return (tags[at - 1] in "nu" and after in _ENDS) or (tags[at - 1] in "nuN" and after in ("B", "H", "x"))


def _is_inside_a_noun(tags: str, subject: Range) -> bool:
    """Whether a subject is part of a longer noun: "her first | public | comment"."""
    return tags[max(0, subject[0] - 2) : subject[0]] == "dr"


def _is_of_a_main_clause(tags: str, first: int, subject: Range) -> bool:
    """Whether no verb and no preposition before a subject, a title of its own aside, make its clause part of another.

    Neither does the subject begin with a verb in -ing, whose object it is: "stating authorities are in charge".
    """
    at = subject[0] - 1
    if tags[at - 1 : at + 1] == "Nc":  # "believe Tarn and | Ana Lund are right"
        at = first + len(tags[first:at].rstrip("N")) - 1
    while at > first and (tags[at] in "ju" or tags[at - 1 : at + 1] in _BEFORE_SUBJECT):
        at -= 1  # a title; "will not say when, or if, | the council votes"; "said on Monday | she agrees"
    opening = "GgpD" if tags[subject[0] - 1 : subject[0]] == "," else "Gg"  # "Lund, at last, | appeared unmoved by …"
    bare = tags[subject[0]] not in opening or subject[1] - subject[0] == 1
    return bare and (at < first or tags[at] not in _SUBORDINATE)


def _is_told_of_it(scene: Scene, subject: Range) -> bool:
    """Whether a clause without a "that" begins with the subject: "it is likely | Lund will race"."""
    at = subject[0] - 1
    told = scene.tags[max(0, at - 1)] == "B" and scene.tags[max(0, at)] in "ary"
    return told and scene.tokens[max(0, at - 2)].lower() == "it"


def agrees(scene: Scene, subject: Range, verb: str) -> bool:
    """Whether ``subject`` can be that of ``verb`` by its number: not "a records request", "two long reports"."""
    if is_past(verb):
        return True
    tags = scene.tags[slice(*subject)]
    if _is_inside_a_noun(scene.tags, subject):
        return False
    if tags.startswith("d") and tags.endswith("a"):
        return False  # "her economic plan"
    if base_of(verb) != verb.lower():
        return not ("m" in tags and tags.endswith("n") and scene.tokens[subject[0]].lower() != "one")
    if scene.tokens[subject[0]].lower() in ("a", "an", "each", "every"):
        return False
    head = scene.tokens[subject[1] - 1].lower()
    if tags == "du" and role_of(head) == "person" and singular(head) == head:
        return scene.tags[max(0, subject[0] - 1)] in "xHB"  # "her official pledge", but "did the mayor say"
    if scene.tags[subject[0] : subject[1]].strip("Nj") == "" and not head.endswith("s"):
        return role_of(head) is not None  # "White House press", but "Republicans say", "Congress"
    if tags in ("dN", "dNN") and not head.endswith("s") and role_of(head) is None:
        return scene.tags[subject[1] + 1 : subject[1] + 2] in ("T", "Q")  # "the Tarn attack", but "the BBC report that"
    return tags.strip("dan") != "" or not tags.endswith("n") or singular(head) != head


def has_subject(tags: str, first: int, at: int) -> bool:
    """Whether nothing but a name and its apposition stands before the verb at ``at``."""
    if tags[at - 1] != ",":
        return False
    if at - first > WINDOW:
        return False
    patterns = (grammar.CLOSED, grammar.ASIDE) if tags[first] in "Nu" else (grammar.CLOSED,)
    found = (pattern.search(tags[first:at]) for pattern in patterns)
    return any(match is not None and match.start(1) == 0 and "N" in match[1] for match in found)


def opening(tags: str, first: int, at: int) -> Range | None:
    """The subject that opens a sentence, right before an aside that begins with the -ing form at ``at``."""
    if tags[at - 1] != "," or at - first > WINDOW:
        return None
    match = grammar.OPENING.fullmatch(tags[first : at - 1])
    return (first, at - 1) if match else None


def is_thing(scene: Scene, place: Range) -> bool:
    """Whether a subject is of nobody who could speak: "the first incident", "it"."""
    return scene.tokens[place[0]].lower() == "it" or _THING.fullmatch(scene.tags, *place) is not None
