"""Who speaks by name in a sentence where a pronoun says it again: "Lund scolded him: “It leaks,” she said"."""

from __future__ import annotations

from topic_briefings.extractors.quotes.scene import Quoted
from topic_briefings.languages.claim import SPOKEN, Claim, CueKind, Range


def named(tags: str, quoted: Quoted, best: Claim, found: list[Claim]) -> Range | None:
    """Who says by name, in front, what a pronoun then says again: "| Lund said, “It holds,” she said".

    So it is around a clause of theirs: "| Lund says she likes what she calls “a mess”".
    """
    if best.speaker is None or tags[slice(*best.speaker)] != "h":
        return None
    at = best.speaker[0]
    words = tags[:at].rstrip(",")
    behind = words.endswith("Q") and best.kind in SPOKEN
    if not behind and not (at < quoted.first and tags[at - 1] == "z" and best.kind is CueKind.JUDGE):
        return None
    begin = len(words.rstrip("Q")) if behind else at
    for other in found:
        speaker = other.speaker
        if speaker is None or other.cue[1] > begin or "N" not in tags[slice(*speaker)] or tags[other.cue[0]] == "G":
            continue
        if other.kind is CueKind.SAY or (behind and other.kind is CueKind.JUDGE):
            return speaker
    return None
