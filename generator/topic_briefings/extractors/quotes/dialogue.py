"""Talk printed as a transcript: each paragraph begins with a label, and no marks are needed.

"LIND: We start on Monday." is Lind's statement where labels like hers begin paragraphs more than once, so that a
single "Note: …" or "Oslo: …" is none. The label is a name, or one in capitals; the rest of the paragraph is what was
said.
"""

from __future__ import annotations

import re
from collections import Counter

from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.extractors.quotes.statement import Statement
from topic_briefings.languages.claim import Range, Rule

_LABEL = re.compile(r"(?<![^|])((?:uj?)*N[Nju]*)(?:\([^)|.:]*+\))?:(?=[^|Qq.])")
_LEAST = 2
"""Paragraphs that one label begins."""
_LONGEST = 5


def turns(scene: Scene) -> dict[int, Statement]:
    """The labelled statements of a transcript by the word with which their paragraph begins."""
    matches = [match for match in _LABEL.finditer(scene.tags) if match.end(1) - match.start(1) <= _LONGEST]
    labels = Counter(scene.tokens[match.end(1) - 1] for match in matches)
    found: dict[int, Statement] = {}
    for match in matches:
        if match.end(1) - match.start(1) == 1 and len(scene.tokens[match.start(1)]) == 1:
            continue  # "Q:"
        if labels[scene.tokens[match.end(1) - 1]] < _LEAST:
            continue
        end = scene.tags.find("|", match.end())
        end = len(scene.tags) if end < 0 else end
        said: Range = (match.end(), end)
        if "Q" not in scene.tags[slice(*said)]:
            found[match.start()] = Statement(content=(said,), speaker=match.span(1), how=Rule.LABEL)
    return found
