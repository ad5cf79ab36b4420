"""Find many known phrases in one pass over a text. The one module that knows ahocorasick-rs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from generator.models import Span


def lower(text: str) -> str:
    """``text`` in lower case with every offset kept ("İ" has a longer lower case; it is left as it is)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


class PhraseMatcher:
    """Phrases of one lexicon, found as whole words, leftmost and longest first, never overlapping.

    ``phrases`` are matched to the letter; pass them and the text through :func:`lower` to ignore case.
    A phrase counts only where no letter or digit touches it, so "assad" is not in "ambassador".
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = tuple(dict.fromkeys(phrases))
        self._automaton = AhoCorasick(self.phrases, matchkind=MatchKind.Standard)

    def find(self, text: str) -> Iterator[tuple[Span, int]]:
        """The span of each match and the index of its phrase in ``self.phrases``, in order.

        Overlapping candidates are asked for, since the longest match may break a word where a shorter
        one does not.
        """
        hits = [
            (start, -end, index)
            for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if not (start and text[start - 1].isalnum() and text[start].isalnum())
            and not (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())
        ]
        hits.sort()
        reached = 0
        for start, negative_end, index in hits:
            if start >= reached:
                reached = -negative_end
                yield Span(start, reached), index
