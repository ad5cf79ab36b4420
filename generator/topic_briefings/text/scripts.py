"""What a text's letters tell of its writing: whether words are parted by spaces, and how many there are.

The scripts below are those of Unicode's line breaking that need a dictionary or break anywhere (UAX #14, classes
ID, CJ and SA). Hangul is not among them: Korean puts spaces between words.
"""

from __future__ import annotations

import re

_IDEOGRAPHS = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
"""Chinese characters and kana."""
_DEPENDENT = "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aad\uaa60-\uaa7f\uaa80-\uaadf"
"""Thai, Lao, Tibetan, Burmese, Khmer and their kin."""
_IDEOGRAPH = re.compile(f"[{_IDEOGRAPHS}]")
_UNSPACED = re.compile(f"[{_IDEOGRAPHS}{_DEPENDENT}]")
_PER_WORD, _PER_DEPENDENT_WORD = 2, 4
"""Characters of a usual word, of ideographs and of the others."""
_SAMPLE = 3_000
"""Characters; more text does not change the answer."""


def is_spaced(text: str) -> bool:
    """Whether ``text`` parts its words by spaces: at most half of its letters are of scripts that do not."""
    sample = text[:_SAMPLE]
    return 2 * len(_UNSPACED.findall(sample)) <= sum(map(str.isalpha, sample))


def word_count(text: str) -> int:
    """How many words ``text`` has by its spaces, and where there are none by the length of a usual word.

    >>> word_count("Il tiendra encore"), word_count("来年は塗り直す")
    (3, 4)
    """
    return sum(_words_of(piece) for piece in text.split())


def _words_of(piece: str) -> int:
    unspaced = len(_UNSPACED.findall(piece))
    if not unspaced:
        return 1
    return -(-unspaced // (_PER_WORD if _IDEOGRAPH.search(piece) else _PER_DEPENDENT_WORD))
