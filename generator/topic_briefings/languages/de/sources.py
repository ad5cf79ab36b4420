"""Whose words a noun of saying stands for: "nach Angaben | der Polizei", "so die Vorwürfe | der Anwältin"."""

from __future__ import annotations

import re

from topic_briefings.languages.claim import Range, Scene
from topic_briefings.languages.de.words import frame_words

_OWNED = re.compile(r"[dam]*(N)(f)([dam]*+N[Nj]*+(?:\([^)|.]*+\))?(?:i[dfam]*+N[Nj]*+|f[dam]*+N[Nj]*+)*+)")
"""A noun with its genitive or "von", and what describes whom that names."""
_OF = ("von", "vom")


def source(scene: Scene, place: Range) -> Range:
    """The phrase of whoever uttered or gave out what ``place`` names, where it says so; else ``place`` itself."""
    match = _OWNED.match(scene.tags, place[0])
    if match is None or scene.tokens[match.start(1)].lower() not in frame_words("voice") | frame_words("uttered"):
        return place
    first = match.start(3) if scene.tokens[match.start(2)] in _OF else match.start(2)
    return first, match.end(3)
