"""Who gave out what is quoted: "Lund provided a written statement … the statement said", "the club's statement"."""

from __future__ import annotations

import re

from topic_briefings.extractors.quotes.cast import Cast
from topic_briefings.extractors.quotes.fitting import is_thing
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.languages.claim import Range

_FAR_BACK = 150
"""Words in which it is looked for where it was brought in."""
_GAVE = re.compile(r"s[am]*|r*H?r*[vVDpy]r*[oh]?r*d[dampPn]*")
"""What stands between a name and what its owner gave out: "Lund | provided a written | statement", "Lund | 's"."""
_OWNS = re.compile(r"(d[am]*[nNu]*u)s[am]*$")
"""A body without a name that owns it: "the police department | 's"."""

_OPENS = re.compile(r"i[damuPp]*[nyu],")
"""What a sentence opens with whose subject gives something out: "In a written statement, | Lund said"."""
_LONGEST = 8
"""Words from "from" to the name behind it."""


def _from(scene: Scene, cast: Cast, at: int) -> Range | None:
    """The name behind what was given out at the word ``at``: "a note from | Mayor Ana Lund"."""
    if "".join(scene.tokens[at + 1 : at + 2]) not in scene.attribution.led_in:
        return None
    name = next(iter(cast.names_in(at + 2, at + 2 + _LONGEST)), None)
    return None if name is None or scene.tags[at + 2 : name.first].strip("daujn,") else (at + 2, name.last)


def issuer(scene: Scene, cast: Cast, first: int, word: str) -> Range | None:
    """The phrase of who gave out what "the ``word``" at ``first`` is; None where no sentence before tells."""
    if signed := _from(scene, cast, first + 1):
        return signed  # "the note from Lund"
    told = (at for at in range(first - 1, max(0, first - _FAR_BACK), -1) if scene.tokens[at].lower() == word)
    for at in told:
        frame = scene.frames[scene.frame_of(at)]
        start = frame.first
        before = [name for name in cast.names_in(start, at) if name.last <= at]
        if signed := _from(scene, cast, at):
            return signed
        if before and _GAVE.fullmatch(scene.tags, before[-1].last, at):
            return before[-1].first, before[-1].last
        owner = _OWNS.search(scene.tags[start:at])
        if owner:
            return start + owner.start(1), start + owner.end(1)
        subject = scene.attribution.main_subject(scene, frame)
        alone = subject is not None and all(name.first < subject[1] for name in before)
        said = subject is not None and (subject[1] <= at or _OPENS.fullmatch(scene.tags, start, subject[0]) is not None)
        if subject is not None and alone and said and not is_thing(scene.tags, subject):
            return subject  # "Lund said in a statement", "In a statement, Lund said"
    return None
