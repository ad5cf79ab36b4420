"""Where what is reported without marks ends: before the next statement, the writer's remark, the main clause.

"She says it holds and calls it safe" are two statements, "she says it holds and carries trains" is one: a further verb
of the same subject begins another only where it has the form of the one that reports and reports something itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from topic_briefings.extractors.quotes.fitting import start_of
from topic_briefings.extractors.quotes.scene import Frame, Scene
from topic_briefings.extractors.quotes.statement import bare_clause
from topic_briefings.languages.claim import SPOKEN, Claim, CueKind, Range, Reports

_JOINED = (",", "c", "b")
"""Letters before the verb of a further statement by the same speaker, or before its adverb."""
_JOINED_SUBJECT = re.compile(r"(?:,[cb]|b)[dauNnj]+$")
"""A subject behind ", and" or "but", up to its verb."""
_RELATIVE = frozenset("fixBHvVDp")
"""Letters behind the verb of a relative clause: "– a word – Lund spoke of was"."""
_GOES_ON = re.compile(r",(?:r*[xHBvVDcbTti]|r+[yYpP])")
"""What stands behind a comma with which a statement goes on after an aside: its verb, or a further clause."""
_SUBJECT = re.compile(r",d(?:[am]*[Nnu]+r*[xHBVDvp]|.{,5}$)")
"""A subject that opens with an article, up to its verb, or the last of a list: ", a boss saw her", ", a failure"."""
_ASSERTED = re.compile(r",d?[am]*([nuyY])[Tw]")
"""A noun behind a comma, and a clause that tells more of it: ", a charge that she denies", ", something that …"."""
_THING = re.compile(r"T?d?[am]*[nyY]*([nyY])(?=r*[xHBVDvpc])")
"""What the words have as their subject, where that is no name and no pronoun: "the weather has"."""
_VERB = re.compile("[xHBvVDpeyY]")
"""What the words have before what only describes: a verb."""
_DESCRIBES = re.compile(r",i[wW]")
"""A relative clause behind its preposition: ", in which four men were hurt"."""
_FOLLOWED = re.compile(r",[pVD]i[dam]*[Nnuy]*[nuy]$")
"""What a relative clause completes: ", followed by the wind, | which grew by a tenth"."""
_LEAST = 3
"""Words of a statement before what may end it."""
_LOOKED_AT = 100
"""Words of a very long part that are looked at."""
_FAR = 1_000
"""Words of it that are searched for what may end it anywhere."""
_MAIN_CLAUSE = re.compile(r"[,Q](?=(?:h|T(?=[xHB])|[dam]*[Nnu]+|[am]id[Nnu]|d(?=[xHB]|p[ai]))r*[xHBs]*[VDvxHBps])")
"""The comma behind a subordinate clause, also a marked one, before a subject and its verb."""
_MAIN = re.compile(r",(?=[rxHB]*[VDvpxHB])")
"""The comma that ends a relative clause, right before the verb of the main one."""
_LED_IN = re.compile(r"(?::-?|-)Q")
"""A colon or a dash that leads in marked words, which are a quotation of their own."""
_TAGGED = re.compile(r"(?<=Q)(?:(?:[dam]*[Nu]+|h)[VD]|[VD](?:[dam]*[Nu]+|h))[ilm]*$")
"""A further tag behind marked words at the end: "that it is “safe and sound,” | she said"."""
_WHEN = 6
"""Words before a subordinate clause that say how long after: "a few weeks"."""
_REMARK = re.compile(r"-(?:r+(?![danNumzr])|G)")
"""A dash and the writer's remark behind it: "– probably not what she meant", "– noting that it leaks"."""
_REPORTED = re.compile(r"[,:r]*(?:[TQq]|t[r]*[eEyY])")
"""What a further verb reports that begins a statement of its own: a "that", marked words, "to" and a verb."""
_REPORTED_THAT = re.compile(r"r*T[dhNunma]")
"""A "that" with the subject of its clause."""
_BESIDES = re.compile(r",(?:At|i(?:d?[am]*[nNu]+)?[gG])")
"""A comma and "according to", or a preposition and an -ing form."""


def ended(scene: Scene, frame: Frame, claim: Claim, part: Range, others: Sequence[Claim]) -> Range:
    """The part up to the main clause behind a subordinate one, and up to the next statement of the same speaker."""
    first, last = part
    tags = scene.tags
    if first >= claim.cue[1] and tags[first - 1] != "," and _is_subordinate(scene, frame, claim):
        comma = tags.find(",", first, min(last, first + _LOOKED_AT))
        last = comma if comma > first + 1 else last
    if first >= claim.cue[1] and _is_within_subordinate(scene, frame, claim, first):
        main = _MAIN_CLAUSE.search(tags, first + 1, min(last, first + _LOOKED_AT))
        last = main.start() + (main[0] == "Q") if main else last
    if claim.speaker and tags[claim.speaker[0]] == "w":
        main = _MAIN.search(tags, first + 1, min(last, first + _LOOKED_AT))
        last = main.start() if main else last
    last = _next(scene, claim, (first, last), others)
    last = _without_withheld(scene, (first, _without_marked(scene, (first, last))))
    if first >= claim.cue[1]:
        last = _without_remark(scene, (first, _without_source(scene, (first, last))))
    aside = tags.rfind(",", max(first, last - _LOOKED_AT), last)
    if aside > first + 1 and _is_effect_or_cue(scene, aside + 1) and not _is_deed(others, aside + 1):
        last = aside  # ", quoting an old saying", ", drawing cheers": the writer's, or another verb's
    while last > first + 1 and tags[last - 1] in ",:;-":
        last -= 1
    return first, last


def _is_effect_or_cue(scene: Scene, at: int) -> bool:
    """Whether the word ``at`` is an -ing form that reports, or that tells what the words led to."""
    return scene.tags[at : at + 1] == "G" or "".join(scene.tokens[at : at + 1]).lower() in scene.attribution.effects


def _is_deed(others: Sequence[Claim], at: int) -> bool:
    """Whether the verb at ``at`` only tells what is done: "it will move, beginning in May"."""
    return any(other.cue[0] == at and other.reports is Reports.CLAUSE for other in others)


def _without_marked(scene: Scene, part: Range) -> int:
    """Where marked words begin that a colon leads in, or their own tag: "it has no end: | “It goes on,” he said"."""
    first, last = part
    led_in = _LED_IN.search(scene.tags, first + _LEAST, min(last, first + _FAR))
    if led_in:
        return led_in.start()
    from_here = max(first, last - _LOOKED_AT)
    tagged = _TAGGED.search(scene.tags[from_here:last])
    return from_here + tagged.start() if tagged else last


def _without_withheld(scene: Scene, part: Range) -> int:
    """Where the writer tells what was not said: "| and declined to comment", "| but did not say when"."""
    first, last = part
    for at in range(first + _LEAST, min(last, first + _LOOKED_AT)):
        if scene.tags[at] in "cb":
            words = [token.lower() for token in scene.tokens[at + 1 : at + 4]]
            if not scene.attribution.withholding.isdisjoint((" ".join(words[:2]), " ".join(words))):
                return at - (scene.tags[at - 1] == ",")
    return last


def _without_source(scene: Scene, part: Range) -> int:
    """Where a second source or a circumstance begins: ", according to a report", ", without giving names"."""
    first, last = part
    for match in _BESIDES.finditer(scene.tags, first + 2, min(last, first + _FAR)):
        if match[0] == ",At" or scene.tokens[match.start() + 1] in scene.attribution.besides:
            return match.start()
    return last


def _without_remark(scene: Scene, part: Range) -> int:
    """Where the writer's own remark begins that ends a statement; its end where none does.

    It is a relative clause that only describes ("…, who ran in May", "…, which is in Tarn"; not "…, which would cost
    much"), or a concession about the speaker ("…, though he gave no date", "…, while refusing to answer").
    """
    first, last = part[0], _without_dashed(scene, part)
    tags, known = scene.tags, scene.attribution
    at = tags.rfind(",", max(first + 2, last - _LOOKED_AT), last - 1)
    while at > first + 2:
        word, after = scene.tokens[at + 1].lower(), tags[at + 2 : at + 3]
        describes = word in known.describing and not _SUBJECT.match(tags, at, last)
        if describes and _FOLLOWED.search(tags[first:at]):
            return last
        if describes or _DESCRIBES.match(tags, at) or _is_assertion(scene, at):
            return last if tags[at + 1] == "d" and not _VERB.search(tags, first, at) else at
        if word in known.conceding and after in ("h", "g", "G"):
            return at
        if tags[at + 1 : at + 3] == "rz" and scene.tokens[at + 2].lower() in (known.as_said or ()):
            return at  # "even as others doubted it"
        if _GOES_ON.match(tags, at):
            return last
        at = tags.rfind(",", first + 2, at)
    return last


def _is_assertion(scene: Scene, comma: int) -> bool:
    """Whether the writer tells behind a comma what became of the words: ", a charge that she denies"."""
    found = _ASSERTED.match(scene.tags, comma)
    return found is not None and scene.tokens[found.start(1)].lower() in scene.attribution.reference.assertions()


def _without_dashed(scene: Scene, part: Range) -> int:
    """Where the writer's remark behind a last dash begins: "– probably not what she meant", "– though he gave none"."""
    first, last = part
    tags = scene.tags
    dash = tags.rfind("-", max(first + 2, last - _LOOKED_AT), last)
    if dash < 0 or "Q" in tags[dash:last] or tags.count("-", first, dash) % 2:
        return last
    words = [token.lower() for token in scene.tokens[dash + 1 : dash + 4]] + [""] * 3
    word, after = words[1:3] if tags.startswith("r", dash + 1) else words[:2]
    concedes = word in scene.attribution.conceding and after != "it"
    describes = words[0] in scene.attribution.describing
    return dash if concedes or describes or _REMARK.match(tags, dash) else last


def _next(scene: Scene, claim: Claim, part: Range, others: Sequence[Claim]) -> int:
    """Where the next statement of a sentence begins, or its claim; the end of ``part`` where there is none."""
    first, last = part
    for other in others:
        for rule in (_participle, _another, _same):
            at = rule(scene, claim, part, other)
            if at is not None and first < at < last:
                return at
    return last


def _participle(scene: Scene, claim: Claim, part: Range, other: Claim) -> int | None:
    """Before ", adding that …"."""
    at = other.cue[0]
    if scene.tags[at] != "G" or at > part[1] or other.reports is Reports.CLAUSE:
        return None
    if scene.tags[at - 1] == ",":
        return at - 1
    return at if scene.tags[at - 1] == "Q" and scene.tokens[at - 2] == "," else None


def _another(scene: Scene, claim: Claim, part: Range, other: Claim) -> int | None:
    """Before a statement of somebody else: ", and Lund said …", ", but the Gazette quoted Lund as saying …"."""
    (first, last), at, tags = part, other.cue[0], scene.tags
    begins = other.speaker[0] if other.speaker and other.speaker != claim.speaker else 0
    if (not begins or begins > at) and first + 1 < at < last:
        joined = _JOINED_SUBJECT.search(tags, first + 2, at)
        return joined.start() if joined else None
    if not first + 1 < begins < last:
        return None
    if tags[begins - 2] == "," and _parts(scene, begins - 1):
        return begins - 2
    at_once = other.speaker is not None and other.speaker[1] == at
    if tags[begins - 1] in "cb" and (tags[begins] == "h" or tags[begins - 1] == "b") and at_once:
        return begins - 1
    if tags[begins - 1] == "-" and tags[other.cue[1] : other.cue[1] + 1] not in _RELATIVE:
        opened = tags.rfind("-", first + 2, begins - 1)
        return opened if opened > 0 else begins - 1
    return begins - 1 if tags[begins - 1] == "," and other.cue[1] >= last else None  # ", Lund said."


def _same(scene: Scene, claim: Claim, part: Range, other: Claim) -> int | None:
    """Before a further verb of the same speaker: "says it holds | and calls it safe"."""
    at, tags = other.cue[0], scene.tags
    if not part[0] < at < part[1] or other.speaker != claim.speaker or other.cue == claim.cue or _is_noun(tags, other):
        return None
    before = at - 1 - (tags[at - 1] == "r")
    if tags[before] not in _JOINED:
        return None
    end = before - (tags[before - 1] == ",")
    if end <= part[0] + 1:
        return None  # "that | , thanks to the wind, it holds"
    if other.kind is CueKind.THINK and claim.kind in SPOKEN and tags[_subject(tags, part)] == "h":
        return None  # "said she heard a shot and knew that it was near"
    if other.kind is CueKind.THINK and claim.kind in SPOKEN and tags[before] == "c" and _is_of_thing(scene, part):
        return end  # "said the weather is better | and hopes it lasts"
    if tags[before] == "," and tags[at] not in "GE":
        return end  # "what he promised to mend | , fell": the verb of the main clause
    alike, parted = _alike(scene, claim, other), "," in tags[end : before + 1]
    if alike and scene.tokens[at].lower() in scene.attribution.plain and tags[_subject(tags, part)] != "h":
        return end  # "said the bridge holds | and said any doubt was unfounded"
    if _reports(scene, other):
        return end if alike or parted else None
    return end if alike and (other.kind is CueKind.JUDGE or (parted and tags[before] == "b")) else None


def _subject(tags: str, part: Range) -> int:
    """Where the subject of a part begins that opens with it."""
    return part[0] + (tags[part[0]] == "T")


def _is_of_thing(scene: Scene, part: Range) -> bool:
    """Whether the subject of a part is a thing, which neither hopes nor wants: "the weather"."""
    found = _THING.match(scene.tags, *part)
    return found is not None and scene.attribution.reference.role_of(scene.tokens[found.start(1)].lower()) is None


def _alike(scene: Scene, claim: Claim, other: Claim) -> bool:
    """Whether two verbs have one form: "says" and "calls", "said" and "called", not "said" and "calling"."""
    one, two = claim.cue[0], other.cue[0]
    forms = [scene.tags[at] if scene.tags[at] in "GE" else scene.tokens[at][-1:] == "s" for at in (one, two)]
    return forms[0] == forms[1]


def _reports(scene: Scene, other: Claim) -> bool:
    """Whether a further claim reports something by itself: marked words, a "that", a question or a clause."""
    at = other.cue[1]
    if other.reports is Reports.NOTHING:
        return False
    if _REPORTED_THAT.match(scene.tags, at):
        return True
    if other.kind not in SPOKEN:
        return False
    if other.kind is CueKind.TELL or _REPORTED.match(scene.tags, at):
        return True
    if not scene.attribution.questions.isdisjoint(map(str.lower, scene.tokens[at : at + 1])):
        return True
    clause = bare_clause(scene, other)
    if clause is None:
        return False
    word = "".join(scene.tokens[at : at + 1]).lower()
    return word in scene.attribution.expletive or clause.match(scene.tags, at) is not None


def _parts(scene: Scene, at: int) -> bool:
    """Whether the word at ``at`` joins a clause of another's: "and", "but", "while"."""
    return scene.tags[at] in "cb" or scene.tokens[at].lower() in scene.attribution.conceding


def _is_noun(tags: str, claim: Claim) -> bool:
    """Whether a further cue can as well be a noun of a list: "new faces and voices in the council"."""
    return tags[claim.cue[0]] == "Y" and tags[claim.cue[1] : claim.cue[1] + 1] not in ("T", "Q", "d", "h")


def _is_within_subordinate(scene: Scene, frame: Frame, claim: Claim, first: int) -> bool:
    """Whether a claim stands in a clause whose main one is still to come: "…, and while Lund said …", "As she … said".

    ``first`` is the first word that it reports.
    """
    start = start_of(claim)
    if scene.tags[start - 1] == "z" and start - 1 > frame.first:
        return scene.tags[start - 2] in ",cb" and scene.tags[first - 1] != ","
    opening = frame.first + (scene.tags[frame.first] in "bc")
    opening += scene.tags[opening] == "r"  # "Even after"
    behind = min(claim.cue[1], opening + _LOOKED_AT)
    return scene.tags[opening] == "z" and not _MAIN_CLAUSE.search(scene.tags, opening, behind)


def _is_subordinate(scene: Scene, frame: Frame, claim: Claim) -> bool:
    """Whether the clause of the claim opens its sentence and is no main one: "While Lund says …"."""
    before = scene.tags[frame.first : start_of(claim)]
    if len(before) <= _WHEN and before.endswith("z") and not before[:-1].strip("damnNl"):
        return True  # "A few weeks after Lund said …"
    return before.endswith(("z", "rT")) and not before[:-1].strip("rcb,")  # "Now that Lund has said …"
