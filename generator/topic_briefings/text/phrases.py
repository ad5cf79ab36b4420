"""Find many known phrases in one pass over a text. The one module that knows ahocorasick-rs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation, MatchKind

_SPACED = bytes(code if chr(code).isalnum() else 0x20 for code in range(256))
"""Latin-1 with everything but letters and digits turned into spaces, so that a word's edge is one byte."""
_LATIN = "\xff"
"""The last letter that Latin-1 can write."""


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

    Phrases that Latin-1 can write are looked for in a Latin-1 shadow of the text, one byte a code point, with
    their word edges in the pattern: this leaves a tenth of the candidates that bare phrases would, and keeps
    every offset. The shadow loses other letters, so each candidate is compared with the text itself. Phrases in
    other scripts are looked for in the text.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = tuple(dict.fromkeys(phrases))
        shadows = [_shadow(phrase) for phrase in self.phrases]
        # A pattern that begins with a word edge begins one byte early in a shadow that is itself shifted by one.
        self._latin = [
            (index, phrase, len(phrase), 0 if phrase[0].isalnum() else 1)
            for index, (phrase, shadow) in enumerate(zip(self.phrases, shadows, strict=True))
            if shadow is not None
        ]
        self._other = [index for index, shadow in enumerate(shadows) if shadow is None]
        self._shadowed = BytesAhoCorasick(
            [shadow for shadow in shadows if shadow is not None],
            matchkind=MatchKind.Standard,
            implementation=Implementation.ContiguousNFA,
        )
        self._plain = AhoCorasick([self.phrases[index] for index in self._other], matchkind=MatchKind.Standard)

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Start and end of each match and the index of its phrase in ``self.phrases``, in order.

        Overlapping candidates are asked for, since the longest match may break a word where a shorter
        one does not.
        """
        hits = self._latin_hits(text)
        if self._other:
            hits += self._other_hits(text)
        hits.sort()
        reached = 0
        for start, negative_end, index in hits:
            if start >= reached:
                reached = -negative_end
                yield start, reached, index

    def _latin_hits(self, text: str) -> list[tuple[int, int, int]]:
        """Start, negative end and index of each whole phrase that Latin-1 can write."""
        shadow, sure = _shadow_of(text)
        latin, starts_with = self._latin, text.startswith
        hits: list[tuple[int, int, int]] = []
        for found, start, _ in self._shadowed.find_matches_as_indexes(shadow, overlapping=True):
            index, phrase, length, inset = latin[found]
            begin = start - inset
            if starts_with(phrase, begin) and (sure or _is_whole(text, begin, begin + length)):
                hits.append((begin, -begin - length, index))
        return hits

    def _other_hits(self, text: str) -> list[tuple[int, int, int]]:
        """Start, negative end and index of each whole phrase in other letters."""
        return [
            (start, -end, self._other[found])
            for found, start, end in self._plain.find_matches_as_indexes(text, overlapping=True)
            if _is_whole(text, start, end)
        ]


@lru_cache(maxsize=4)
def _shadow_of(text: str) -> tuple[bytes, bool]:
    """The shadow of ``text``, and whether it lost no letter, so that its word edges are the text's."""
    shadow = b" " + text.encode("latin-1", "replace").translate(_SPACED) + b" "
    return shadow, text.isascii() or not any(char > _LATIN and char.isalnum() for char in set(text))


def _shadow(phrase: str) -> bytes | None:
    """``phrase`` as it looks in the shadow of a text, word edges included; None where Latin-1 cannot write it."""
    try:
        spaced = phrase.encode("latin-1").translate(_SPACED)
    except UnicodeEncodeError:
        return None
    before = b" " if phrase[0].isalnum() else b""
    after = b" " if phrase[-1].isalnum() else b""
    return before + spaced + after


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit touches ``text[start:end]`` where it begins or ends with one."""
    if start and text[start - 1].isalnum() and text[start].isalnum():
        return False
    return not (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())
