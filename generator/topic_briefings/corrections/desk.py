"""Where corrections lie while a run works: which found what they are about, which did not, which contradict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from topic_briefings.corrections.finding import Articles, folded
from topic_briefings.corrections.models import Correction
from topic_briefings.corrections.reading import contradiction
from topic_briefings.models import Corrected


def _adds_to(one: Correction, other: Correction) -> bool:
    return one.kind == other.kind and one.kind in ("join", "same_as") and folded(one.voice) == folded(other.voice)


class Desk:
    """The corrections of one run."""

    def __init__(self, corrections: Sequence[Correction] = ()) -> None:
        self.corrections = tuple(corrections)
        self.articles = Articles(())
        """All that there are, withdrawn ones too."""
        self._unmet: dict[Correction, str] = {}
        self._met: set[Correction] = set()
        self._claims: dict[Hashable, Correction] = {}
        self._marks: dict[str, dict[Correction, Corrected]] = defaultdict(dict)
        self._of: dict[str, list[Correction]] = {}

    def __bool__(self) -> bool:
        return bool(self.corrections)

    def of(self, *kinds: str) -> tuple[Correction, ...]:
        """Those of these kinds, in order."""
        return tuple(correction for correction in self.corrections if correction.kind in kinds)

    def open(self, ids: Iterable[str]) -> None:
        """Find the article of each correction that is about one, among all that there are."""
        self.articles = Articles(ids)
        self._of = defaultdict(list)
        for correction in self.corrections:
            if not correction.article:
                continue
            if key := self.articles.find(correction.article):
                self._of[key].append(correction)
            else:
                self.miss(correction, self.articles.problem(correction.article))

    def about(self, article: str, *kinds: str) -> tuple[Correction, ...]:
        """Those of these kinds about the article with this id."""
        return tuple(correction for correction in self._of.get(article, ()) if correction.kind in kinds)

    def miss(self, correction: Correction, why: str) -> None:
        """Note that ``correction`` finds nothing, and why."""
        self._unmet.setdefault(correction, why)

    def claim(self, correction: Correction, *targets: Hashable) -> None:
        """Let ``correction``, which found what it is about, decide what ``targets`` name.

        Raises ``CorrectionsError`` where another one decides that already.
        """
        self.reserve(correction, *targets)
        self._met.add(correction)

    def reserve(self, correction: Correction, *targets: Hashable) -> None:
        """Let no other correction decide what ``targets`` name, whether or not this one finds it.

        Those that make one voice, or one story, of more and more may add to one another.
        """
        for target in targets:
            first = self._claims.setdefault(target, correction)
            if first is not correction and not _adds_to(first, correction):
                raise contradiction(*sorted((first, correction), key=lambda one: one.line))

    def mark(self, article: str, correction: Correction, mark: Corrected) -> Corrected:
        """Keep ``mark`` for the page of an article; returns it."""
        return self._marks[article].setdefault(correction, mark)

    def marks(self, article: str) -> tuple[Corrected, ...]:
        """What was corrected in an article, in the order of the file."""
        found = self._marks.get(article)
        if not found:
            return ()
        return tuple(found[correction] for correction in self.corrections if correction in found)

    @property
    def unmet(self) -> tuple[str, ...]:
        """A sentence for each correction that changes nothing, in the order of the file."""
        return tuple(
            f"{correction.where}: the correction ({correction.kind}) does not apply any more: "
            f"{self._unmet.get(correction, 'it finds nothing that it is about')}"
            for correction in self.corrections
            if correction not in self._met
        )
