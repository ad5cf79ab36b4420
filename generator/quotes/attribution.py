"""Which claim reports which words.

Every quoted stretch is given to the claim that reports it: the one beside it, the one before it in its
sentence, the sentence before it that ends in a colon, or the voice that was speaking. What a claim reports
without marks is the rest of its sentence.

The order of preference follows Pareti, O'Keefe, Konstas, Curran and Koprinska, "Automatically Detecting and
Attributing Indirect Quotations" (2013) and O'Keefe et al., "A Sequence Labelling Approach to Quote
Attribution" (2012), who measured how far from its quotation a speaker stands in news.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from generator.quotes import grammar
from generator.quotes.claims import Claim, Range, claims, main_subject, subject_before
from generator.quotes.scene import Frame, Quoted, Scene

_SIGNATURE = re.compile(r"-((?:u?j?N[Nj]*))(?:,[^.|]*)?[.j]?(?:[|]|$)")
_JOIN = ",:-\"j"


@dataclass(slots=True)
class Attribution:
    """One reported statement while it is being put together; word numbers throughout."""

    content: list[Range]
    quoted: list[Quoted] = field(default_factory=list)
    cue: Range | None = None
    speaker: Range | None = None
    how: str = "none"
    kind: str = "say"
    weight: float = 0.0
    """How well the claim fits the marked words; see ``_weight``."""
    lead: float = 0.0
    """By how much it fits better than the best claim of another speaker."""
    frame: int = 0


def attributions(scene: Scene) -> list[Attribution]:
    """All reported statements of the scene, in order of appearance."""
    found: list[Attribution] = []
    last: Attribution | None = None
    previous: Frame | None = None
    for number, frame in enumerate(scene.frames):
        here = _in_frame(scene, frame, number)
        for item in here:
            if last is not None and _goes_on(scene, frame, item, last):
                last.quoted.extend(item.quoted)
                last.content.extend(item.content)
                continue
            if item.quoted and item.speaker is None and item.cue is None:
                _carry(scene, frame, previous, item, last)
            if item.quoted:
                last = item
            found.append(item)
        if not frame.quoted:
            last = next((item for item in here if _speaks(scene, item)), last)
        previous = frame
    return found


def _goes_on(scene: Scene, frame: Frame, item: Attribution, last: Attribution) -> bool:
    """Whether a sentence that is nothing but marked words goes on with the quotation before it."""
    if not item.quoted or not last.quoted or item.cue or item.speaker or last.speaker is None:
        return False
    if last.quoted[-1].stretch.continues and last.quoted[-1].stretch.inner.end <= item.quoted[0].stretch.outer.start:
        return scene.frames[last.frame].paragraph + len(last.quoted) >= frame.paragraph - 1
    alone = frame.first == item.quoted[0].first
    return alone and scene.frames[last.frame].paragraph == frame.paragraph and last.how in _STEADY


_STEADY = frozenset(("before", "after", "shared", "according", "beside"))



def _speaks(scene: Scene, item: Attribution) -> bool:
    """Whether a statement without marks shows who has the floor."""
    told = item.kind in ("say", "tell") and item.how in ("before", "after")
    return told and item.speaker is not None and scene.tags[item.speaker[0]] != "w"


def _in_frame(scene: Scene, frame: Frame, number: int) -> list[Attribution]:
    """The statements of one sentence."""
    found = claims(scene, frame)
    owned: dict[int, Attribution] = {}
    rest: list[Attribution] = []
    cues = [claim.cue[0] for claim in found]
    for quoted in frame.quoted:
        nearby = found[bisect_left(cues, quoted.first - _REACH) : bisect_right(cues, quoted.last + _REACH)]
        claim, weight, lead = _claim_of(scene, quoted, nearby)
        if claim is None:
            if not quoted.short:
                rest.append(_unclaimed(scene, frame, quoted, number))
            continue
        key = claim.cue[0]
        if quoted.short and not _reports(scene, quoted, claim):
            continue
        if key not in owned:
            owned[key] = Attribution(content=[], cue=claim.cue, speaker=claim.speaker, how=claim.how, kind=claim.kind, frame=number)
        owned[key].quoted.append(quoted)
        owned[key].weight, owned[key].lead = max(owned[key].weight, weight), max(owned[key].lead, lead)
    for claim in found:
        if claim.cue[0] not in owned and _embedded(scene.tags, claim):
            continue
        content = _content(scene, frame, claim, found, owned.get(claim.cue[0]))
        if not content:
            continue
        if claim.cue[0] in owned:
            owned[claim.cue[0]].content = content
        else:
            owned[claim.cue[0]] = Attribution(content=content, cue=claim.cue, speaker=claim.speaker, how=claim.how, kind=claim.kind, frame=number)
    done = [*owned.values(), *rest]
    for item in done:
        if not item.content:
            item.content = [(quoted.first, quoted.last) for quoted in item.quoted]
    return sorted(done, key=lambda item: (item.content[0], item.cue or (0, 0)))


def _embedded(tags: str, claim: Claim) -> bool:
    """Whether a cue is only part of another verb's sentence: "declined to say", a verb that no list knows."""
    return claim.kind == "verb" or tags[claim.cue[0] - 1 : claim.cue[0]] == "t"


def _reports(scene: Scene, quoted: Quoted, claim: Claim) -> bool:
    """Whether a short stretch is part of what the claim reports, rather than a name or a title."""
    return claim.cue[1] <= quoted.first


def _claim_of(scene: Scene, quoted: Quoted, found: list[Claim]) -> tuple[Claim | None, float, float]:
    """The claim that fits ``quoted`` best, its weight and its lead over the best one of another speaker."""
    best, most, second = None, 0.0, 0.0
    for number, claim in enumerate(found):
        weight = _weight(scene, quoted, claim)
        if weight > 0:
            weight += number / 100
        if weight > most:
            if best is None or best.speaker != claim.speaker:
                second = most
            best, most = claim, weight
        elif best is not None and claim.speaker != best.speaker:
            second = max(second, weight)
    return best, most, most - second


_REACH = 80
"""Words between a cue and the marked words it may report."""
_KIND = {"say": 3.0, "tell": 3.0, "ask": 3.0, "judge": 2.0, "show": 1.0, "think": 1.0, "act": 1.0, "verb": 0.5}


def _weight(scene: Scene, quoted: Quoted, claim: Claim) -> float:
    """How well ``claim`` reports ``quoted``; 0 when it cannot."""
    if claim.cue[1] <= quoted.first:
        return _weight_before(scene.tags, quoted, claim)
    if quoted.short:
        return 0.0
    start = _start(claim)
    between = scene.tags[quoted.last : start]
    if start >= quoted.last and not between.strip(_JOIN) and (claim.how != "shared" or len(between) <= 1):
        return 12.0 if claim.kind != "verb" else 4.0
    if claim.kind not in ("say", "tell", "ask") or claim.how == "shared":
        return 0.0
    return 6.5 if start and scene.tags[start - 1] == "," and _closes(scene.tags, claim) else 1.0


def _weight_before(tags: str, quoted: Quoted, claim: Claim) -> float:
    """A cue before the words it reports: better the nearer it is, and the more its kind reports."""
    between = tags[claim.cue[1] : quoted.first]
    near = len(between) <= 3 and not between.strip("roithd,:T")
    bonus = (3.0 if claim.kind in ("say", "tell", "ask", "judge") else 1.0) if near else 0.0
    if between.startswith("T"):
        bonus += 1.5
    if tags[claim.cue[0]] == "E" and tags[claim.cue[0] - 1] in "xt":
        bonus -= 1.0 if tags[claim.cue[0] - 1] == "x" else 2.0
    if claim.speaker and tags[claim.speaker[0]] == "w" and not near:
        bonus -= 1.5
    return 3.0 + _KIND[claim.kind] + bonus


def _start(claim: Claim) -> int:
    """Where the words of the claim begin: its speaker, or its cue where the speaker stands elsewhere."""
    return min(claim.cue[0], claim.speaker[0]) if claim.speaker and claim.how != "shared" else claim.cue[0]


def _closes(tags: str, claim: Claim) -> bool:
    """Whether the sentence ends with the claim, but for a day or an aside."""
    end = max(claim.cue[1], claim.speaker[1] if claim.speaker else 0)
    return not tags[end : end + 4].partition(".")[0].strip("lim,|")


def _unclaimed(scene: Scene, frame: Frame, quoted: Quoted, number: int) -> Attribution:
    """A stretch in a sentence without a cue: its writer's own sentence, or no sentence but itself."""
    item = Attribution(content=[(quoted.first, quoted.last)], quoted=[quoted], frame=number)
    lead = scene.tags[frame.first : quoted.first]
    if _labelled(scene, quoted, item) or _beside(scene, frame, quoted, item):
        return item
    if lead.strip(_JOIN + "cb"):
        item.speaker = _label(scene, frame, quoted) or main_subject(scene, frame)
        item.how = "sentence"
    return item


_LABEL = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?=: \S)")


def _labelled(scene: Scene, quoted: Quoted, item: Attribution) -> bool:
    """A transcript's label inside the marks: ``"SMITH: No."``"""
    inner = quoted.stretch.inner
    match = _LABEL.match(scene.body, inner.start, inner.end)
    if match:
        item.speaker = (scene.words.at(match.start()), scene.words.at(match.end()))
        item.how = "label"
    return match is not None


def _beside(scene: Scene, frame: Frame, quoted: Quoted, item: Attribution) -> bool:
    """A subject and a verb that is no known cue right after the stretch."""
    signature = _SIGNATURE.match(scene.tags, quoted.last)
    if signature:
        item.speaker, item.how = signature.span(1), "signed"
        return True
    match = grammar.BESIDE.match(scene.tags, quoted.last, frame.last)
    if match and scene.tags[quoted.first : quoted.last].startswith("Q") and quoted.complete:
        item.speaker, item.cue, item.how = match.span(1), match.span(2), "beside"
        return True
    return False


def _label(scene: Scene, frame: Frame, quoted: Quoted) -> Range | None:
    """The name before a colon: ``Smith: "No."``"""
    lead = scene.tags[frame.first : quoted.first]
    if lead.endswith(":"):
        return subject_before(scene.tags, frame.first, quoted.first - 1)
    return None


def _carry(scene: Scene, frame: Frame, previous: Frame | None, item: Attribution, last: Attribution | None) -> None:
    """Give a stretch that stands alone the speaker of the sentence before it."""
    if item.speaker:
        return
    if previous is not None and _opens(scene, previous):
        claim = _strongest(claims(scene, previous))
        item.speaker = claim.speaker if claim else main_subject(scene, previous)
        item.cue = claim.cue if claim else None
        item.how = "colon"
        if item.speaker:
            return
    if _signed(scene, frame, item):
        return
    if last is not None and last.speaker and scene.frames[last.frame].paragraph >= frame.paragraph - 2:
        far = scene.frames[last.frame].paragraph < frame.paragraph
        item.speaker, item.cue, item.how = last.speaker, None, "later" if far else "carried"
        item.weight, item.lead = last.weight, last.lead
    elif previous is not None:
        claim = _strongest([claim for claim in claims(scene, previous) if claim.kind in ("say", "tell") and claim.speaker])
        if claim:
            item.speaker, item.cue, item.how = claim.speaker, claim.cue, "previous"


def _signed(scene: Scene, frame: Frame, item: Attribution) -> bool:
    """A name under a quotation after a dash: "– Ann Lee, Leeds"."""
    end = frame.last
    while end < len(scene.tags) and scene.tags[end] == "|":
        end += 1
    match = _SIGNATURE.match(scene.tags, end)
    if match is None or item.quoted[-1].last < frame.last - 2:
        return False
    item.speaker, item.how = match.span(1), "signed"
    return True


def _opens(scene: Scene, frame: Frame) -> bool:
    """Whether the sentence ends in a colon, and so speaks of what follows."""
    return scene.tags[frame.first : frame.last].rstrip("|.").endswith(":")


def _strongest(found: list[Claim]) -> Claim | None:
    return max(reversed(found), key=lambda claim: _KIND[claim.kind], default=None)


def _content(
    scene: Scene, frame: Frame, claim: Claim, found: list[Claim], owned: Attribution | None
) -> list[Range]:
    """What ``claim`` reports: the rest of its sentence, or the part before it."""
    tags = scene.tags
    end = frame.last
    while end > frame.first and tags[end - 1] in ".|":
        if scene.words.tokens[end - 1] in "\"”''»“" and scene.words.tokens[end - 1] != "'":
            break
        end -= 1
    after = max(claim.cue[1], claim.speaker[1] if claim.speaker and claim.how in ("after", "according") else 0)
    if owned and all(quoted.last <= claim.cue[0] for quoted in owned.quoted):
        return [(quoted.first, quoted.last) for quoted in owned.quoted]
    begin = after
    if claim.how in ("after", "according") or _ends_here(tags, after, end):
        start = min(claim.cue[0], claim.speaker[0]) if claim.speaker and claim.how != "shared" else claim.cue[0]
        stop = start
        while stop > frame.first and tags[stop - 1] in ",-":
            stop -= 1
        if stop - frame.first >= 3 and tags[start - 1] in ",-":
            return [(frame.first, stop)]
        if claim.how != "according":
            return []
    while begin < end and tags[begin] in ",:-":
        begin += 1
    return [(begin, end)] if end - begin >= 2 else []


def _ends_here(tags: str, after: int, end: int) -> bool:
    """Whether nothing reported follows: the sentence ends, or only a day or an aside does."""
    rest = tags[after:end]
    return not rest or not rest.strip("lim") 
