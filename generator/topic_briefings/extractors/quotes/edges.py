"""What a page leaves out around a statement without marks, and what of the writer's it may print with it.

"When he bought the mine, Lund said he would close it" loses its frame where only "he would close it" is printed; "it
holds and warned of floods" and "what he called a scandal" have words in them that nobody said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.extractors.quotes.signs import Sign
from topic_briefings.extractors.quotes.statement import Statement
from topic_briefings.languages.claim import CueKind, Rule

_FRAME = re.compile(r"[bcr]*(?:z|i[gG]|A)")
"""The letters of a frame that is a clause or another's word: "When he bought it,", "In praising her,"."""
_FURTHER = re.compile(r"cr*[VD]")
"""A further verb of saying: "| and warned"."""
_OTHERS = re.compile(r"z(?:d?[amN]*[Nnu]+)[xHr]*[VD]")
"""Another who says something: "| while Moor said"."""
_DATED = re.compile(r"il(?:[^,]{0,8}|s[^,.;:]*)$")
"""A day near the end, which may be that of the claim: "it holds | on Monday in Tarn", "| on Monday’s show of Lund"."""
_BUT = re.compile(",b")
_ASIDE = re.compile(r",i?w|N,d[amN]*[nuy]")
"""What is told by the way, as writers do: ", which lies in Tarn", "Lund, a sailor"."""
_CALLED = re.compile(r"(?<=[wz])(?:h|d?[am]*[Nnu]+)r*([^,.;:])")
"""Whoever is said to call it so, and the verb: "what | he called"."""


def of_frame(scene: Scene, item: Statement) -> Iterator[Sign]:
    """What tells that words before its claim belong to what was said, which stands behind it."""
    if item.speaker is None or item.cue is None or item.content[0][0] < item.cue[1]:
        return
    start, first = min(item.speaker[0], item.cue[0]), scene.frames[item.frame].first
    if scene.tags[start - 1] == "," and _FRAME.match(scene.tags, first, start):
        yield Sign.CONDITIONED


def of_writer(scene: Scene, item: Statement) -> Iterator[Sign]:
    """What tells that words of the writer's are in it."""
    if item.how is Rule.SHARED:
        yield Sign.SHARED
    if item.kind is CueKind.TELL:
        yield Sign.TOLD
    parts = [scene.tags[first:last] for first, last in item.content]
    if any(map(_FURTHER.search, parts)) or any(_is_set_against(scene, range(*part)) for part in item.content):
        yield Sign.FURTHER_VERB
    if any(map(_BUT.search, parts)):
        yield Sign.BUT
    dated = _DATED.search(parts[-1])
    if dated and scene.tokens[item.content[-1][0] + dated.start() + 1].istitle():
        yield Sign.DATED
    if any(map(_ASIDE.search, parts)):
        yield Sign.TOLD_BY_THE_WAY
    if any(_has_distance(scene, range(*part)) for part in item.content):
        yield Sign.GLOSS


def _is_set_against(scene: Scene, part: range) -> bool:
    """Whether the writer sets what another says against it."""
    conceding = scene.attribution.conceding
    others = _OTHERS.finditer(scene.tags, part.start, part.stop)
    return any(scene.tokens[found.start()].lower() in conceding for found in others)


def _has_distance(scene: Scene, part: range) -> bool:
    """Whether a word in it is one by which a writer keeps a distance: "supposed", "what he called"."""
    bars = scene.document.language.lead_bars
    if any(scene.tokens[at].lower() in bars("doubting") for at in part):
        return True
    called = _CALLED.finditer(scene.tags, part.start, part.stop)
    return any(scene.tokens[found.start(1)].lower() in bars("calling") for found in called)
