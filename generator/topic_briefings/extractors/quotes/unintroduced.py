"""Is somebody quoted by a surname alone whom the text never introduces?

"Brandt said" without a first name, a title or a word of who that is, on the first mention, tells a reader that a part
of the text is lost: its beginning, most often. Whom everybody knows goes without one: names that are common words of
the language, and those of the headline. Of fifteen that were found in a thousand reports, all were right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from topic_briefings.extractors.quotes.cast import Figure
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.extractors.quotes.statement import Statement
from topic_briefings.knowledge.frequencies import zipf
from topic_briefings.languages.claim import SPOKEN, CueKind, Range
from topic_briefings.languages.names import given_name
from topic_briefings.models import Notice, SpeakerKind

_NAME = re.compile(r"[A-Z][a-z]+(?:[A-Z-][A-Za-z]+)*")
"""A surname as it is printed; "BBC" is none."""
_BESIDE = re.compile(r"\b([A-Z][\w.’'-]*)[\"”’]? \Z")
"""What stands right before a name that is printed in full, or behind a title."""
_LONGEST = 30
"""Characters of it."""
_JOINING = ("b", "c")
"""Letters of what joins a clause to the one before: "but Merl said", which may be a firm."""
_NOUNS = frozenset("anuyYNS")
_DESCRIBED = (",", "(", "w")
"""Letters behind a name with which a description may begin."""


def unintroduced(scene: Scene, spoken: Iterable[tuple[Statement, Figure]]) -> Notice | None:
    """The notice of the first in ``spoken``, with their first statements, whom the text does not introduce."""
    if scene.attribution.reference.capital_nouns:
        return None
    found = (figure for item, figure in spoken if _is_unknown(scene, figure) and _speaks_first(scene, item, figure))
    figure = next(found, None)
    if figure is None:
        return None
    message = f"“{figure.name}” is quoted as if introduced before; a part of the text may be lost."
    place = scene.span(*min(_places(figure)))
    return Notice(code="beginning", message=message, span=place, case="unknown", words=(figure.name,))


def _places(figure: Figure) -> list[Range]:
    return [place for places in figure.forms.values() for place in places]


def _is_unknown(scene: Scene, figure: Figure) -> bool:
    """Whether somebody is named by one word alone, which nobody knows and nothing tells more of."""
    name = figure.name
    if figure.kind is SpeakerKind.BODY or figure.role or figure.honorific or figure.sex or len(figure.forms) > 1:
        return False
    if not _NAME.fullmatch(name) or given_name(name) is not None or name in scene.document.headline:
        return False
    return name.lower() not in zipf(scene.document.language.code) and not _is_in_full(scene, name)


def _is_in_full(scene: Scene, name: str) -> bool:
    """Whether a word with a capital stands before ``name`` somewhere, be it read as another name: not "When Brandt"."""
    stop_words = scene.document.language.stop_words()
    at = scene.body.find(name)
    while at >= 0:
        beside = _BESIDE.search(scene.body, max(0, at - _LONGEST), at)
        if beside and beside[1].lower() not in stop_words:
            return True
        at = scene.body.find(name, at + 1)
    return False


def _speaks_first(scene: Scene, item: Statement, figure: Figure) -> bool:
    """Whether the first mention of ``figure`` is the bare subject of a verb of saying: "Brandt said", not "Brandt,"."""
    first, last = min(_places(figure))
    if item.speaker != (first, last) or item.cue is None or item.kind not in SPOKEN:
        return False
    if scene.tags[last : last + 1] in _DESCRIBED or not (item.cue[0] == last or item.cue[1] == first):
        return False
    goes_on = scene.tags[last : last + 1] in _NOUNS or "".join(scene.tokens[last : last + 1])[:1].isupper()
    if scene.tags[item.cue[0]] == "Y" or (item.cue[1] == first and goes_on):
        return False  # "derided Merl claims", "said Merl leader Ana Lund", "said Merl A. Lund"
    plain = item.clause and scene.tokens[item.cue[0]].lower() in scene.attribution.plain
    alone = scene.tags[first - 1 : first] not in _JOINING
    return bool(item.quoted) or ((plain or item.kind is CueKind.TELL) and alone)
