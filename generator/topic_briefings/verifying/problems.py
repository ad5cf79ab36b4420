"""What verifying can find, as one sentence each: where, what is wrong, what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

GENERATE = 'run "briefings generate"'

_FOLD = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]+")
_FOLDS = re.compile(r"  |[^\S ]|[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Whether there is anything to fold, which is seldom."""
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BESIDE = 3
"""Words shown on each side of a difference."""
_LONGEST = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is not as recorded."""

    file: str
    """As the person knows it: ``docs/countries/japan.md``."""
    line: int | None = None
    """From 1; None where it is about the whole file."""
    what: str
    remedy: str = GENERATE

    @property
    def where(self) -> str:
        """The file, and the line where there is one."""
        return self.file if self.line is None else f"{self.file}:{self.line}"

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.remedy}"


def folded(text: str) -> str:
    """``text`` as a page can show it: runs of white space and controls as one space, none at the ends.

    This is all that may differ between the characters of an article and those of a page.
    """
    if not _FOLDS.search(text):
        return text.strip(" ")
    return _SURROGATE.sub("\ufffd", _FOLD.sub(" ", text)).strip(" ")


def differing(shown: str, right: str) -> tuple[str, str]:
    """The stretch of each text where the two differ, with a few words on each side, in curly marks."""
    ours, theirs = shown.split(" "), right.split(" ")
    most = min(len(ours), len(theirs))
    head = next((at for at in range(most) if ours[at] != theirs[at]), most)
    tail = next((at for at in range(most - head) if ours[-1 - at] != theirs[-1 - at]), most - head)
    start, end = max(0, head - _BESIDE), max(0, tail - _BESIDE)
    found = [" ".join(words[start : len(words) - end]) for words in (ours, theirs)]
    # Data are long lines without a space: there the letters before the first that differs are left out, too.
    pairs = enumerate(zip(*found, strict=False))
    alike = next((at for at, (one, other) in pairs if one != other), 0) - _LONGEST // 4
    alike = alike if max(map(len, found)) > _LONGEST else 0
    return _stretch(found[0], alike, start, end), _stretch(found[1], alike, start, end)


def _stretch(found: str, alike: int, start: int, end: int) -> str:
    found = f"… {found[alike:]}" if alike > 0 else f"… {found}" if start else found
    cut = found if len(found) <= _LONGEST else f"{found[: _LONGEST - 2]} …"
    return f"“{cut}{' …' if end and not cut.endswith(' …') else ''}”"


def unlike(held: bytes | None, wanted: bytes | None) -> tuple[int | None, str]:
    """The line, from 1, and the words of the first difference of a file from the one ``wanted``; None is no file."""
    if held is None or wanted is None:
        return None, "is missing" if held is None else "is none of the files that generating gives"
    if held == wanted:
        return None, "is a link, and no file of its own"
    ours, theirs = (content.decode("utf-8", "replace").split("\n") for content in (held, wanted))
    pairs = zip_longest(ours, theirs, fillvalue="")
    for line, (our, their) in enumerate(pairs, 1):
        if our != their:
            said, right = differing(our, their)
            return line, f"says {said} where generating says {right}"
    return None, "ends otherwise than what generating gives"
