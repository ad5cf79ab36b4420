"""Which of several people of one surname is meant where it stands alone: "Berg said" of Ana Berg and her son, Leo Berg.

A title that one of them alone has tells a reader ("Sen. Berg"). So do two things: who of them has spoken, and whom the
article only brings in as somebody's kin. Where the two disagree, where both leave more than one, or where another of
them was named in full since, nobody is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from topic_briefings.extractors.quotes.cast import Cast, Figure
from topic_briefings.extractors.quotes.scene import Scene
from topic_briefings.languages.names import Name

SURE = 0.88
"""How sure the one is who is told from the others so; a guess at the most that leaves the surest claims above pages'
threshold."""
_OF = re.compile(r"f[dauNnpj]*$")
"""What stands between somebody's kin and a name: "mother of the late sailor | Leo Berg"."""
_BACK = 8
"""Words before a name that may bring it in, and sentences before it that may be about its owner."""
_SINCE = 2
"""Sentences in which another of the surname, named in full, may be meant."""


class Namesakes:
    """Chooses among the owners of a surname; ``spoken`` is who has spoken, with the word where, and grows outside."""

    def __init__(self, scene: Scene, cast: Cast, spoken: Sequence[tuple[int, Figure]]) -> None:
        self._scene = scene
        self._cast = cast
        self._spoken = spoken
        self._kin = scene.attribution.reference.kin()

    def chosen(self, name: Name) -> Figure | None:
        """The one whom the surname ``name`` stands for; None where it could be two."""
        owners = [figure for figure in self._cast.rivals(name.first) if figure.first < name.first]
        titled = self._titled(owners, name.first)
        if len(titled) == 1:
            return titled[0]
        told, before = (self._told_of(owners, frame) for frame in self._before(name.first))
        if len(told) == 1 and before in ([], told):
            return told[0]
        heard = [figure for figure in owners if any(figure is other for _, other in self._spoken)]
        main = [figure for figure in owners if not any(map(self._is_kin, _places(figure)))]
        if len(heard) > 1 or (heard and len(main) == 1 and heard[0] is not main[0]):
            return None
        found = heard or main
        if len(found) > 1 and not heard:
            known = [figure for figure in owners if any(" " not in form for form in figure.forms)]
            if len(known) == 1 and _shortest(known[0]) < min(o.first for o in owners if o is not known[0]):
                return known[0]  # the surname alone was hers before another of it came
        return found[0] if len(found) == 1 and not self._is_turned(owners, found[0], name.first) else None

    def _titled(self, owners: Sequence[Figure], at: int) -> list[Figure]:
        """Those of ``owners`` whose full name has the title that stands before the word ``at``: "Sen. Berg"."""
        title = self._title(at)
        return [one for one in owners if title and any(_is_title(title, self._title(first)) for first in _places(one))]

    def _title(self, first: int) -> str:
        """The word with a capital right before a name, in small letters and without its stop; empty for none."""
        at = first - 1 - (self._scene.tokens[first - 1] == ".")
        word = self._scene.tokens[at] if at >= 0 else ""
        return word.lower() if word[:1].isupper() and self._scene.tags[at] in "Nu" else ""

    def _before(self, at: int) -> tuple[int, int]:
        """The numbers of the two sentences before that of the word ``at``, marked words aside; -1 for none."""
        own = self._scene.frame_of(at)
        last = [frame for frame in range(own - 1, max(-1, own - _BACK), -1) if not self._scene.is_marked(frame)]
        return (last[0] if last else -1, last[1] if len(last) > 1 else -1)

    def _told_of(self, owners: Sequence[Figure], frame: int) -> list[Figure]:
        """Those of ``owners`` who are named in full as the subject of a sentence."""
        scene = self._scene
        subject = scene.attribution.main_subject(scene, scene.frames[frame]) if frame >= 0 else None
        if subject is None or scene.tags[slice(*subject)].strip("auNj"):
            return []
        return [one for one in owners if any(subject[0] <= first < subject[1] for first in _places(one))]

    def _is_kin(self, first: int) -> bool:
        """Whether the name at the word ``first`` is brought in as another's kin's."""
        tokens, tags = self._scene.tokens, self._scene.tags
        start = max(0, first - _BACK)
        at = start + len(tags[start:first].rstrip("auj"))  # "her husband, former mayor | Leo Berg"
        at -= 1 + (tags[at - 1 : at] == ",")
        if at >= 0 and tokens[at].lower() in self._kin:
            return not tags[max(0, at - 2) : at].startswith("c")  # "and his wife, Ana Berg": one as good as the other
        match = _OF.search(tags, max(0, first - _BACK), first)
        return match is not None and match.start() > 0 and tokens[match.start() - 1].lower() in self._kin

    def _is_turned(self, owners: Sequence[Figure], chosen: Figure, at: int) -> bool:
        """Whether another of ``owners`` was named in full in the sentence of the word ``at`` or right before it."""
        begin = self._scene.starts[max(0, self._scene.frame_of(at) + 1 - _SINCE)]
        others = [figure for figure in owners if figure is not chosen]
        return any(begin <= first < at and not self._is_kin(first) for figure in others for first in _places(figure))


def _is_title(one: str, other: str) -> bool:
    """Whether two titles are the same, or one is the other cut short: "sen", "senator"."""
    return bool(other) and (one.startswith(other) or other.startswith(one)) and min(len(one), len(other)) > 1


def _shortest(figure: Figure) -> int:
    """The first word at which somebody is named by the surname alone."""
    return min(first for form, places in figure.forms.items() if " " not in form for first, _ in places)


def _places(figure: Figure) -> Iterator[int]:
    """The words at which somebody is named with a given name."""
    return (first for form, places in figure.forms.items() if " " in form for first, _ in places)
