"""What verifying can find, as one sentence each: where, what is wrong, what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

GENERATE = 'run "briefings generate"'

_FOLD = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]+")
_FOLDS = re.compile(r"  |[^\S ]|[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Whether there is anything to fold, which is seldom."""
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BESIDE = 3
"""Words shown on each side of a difference."""
_LONGEST = 160


class Kind(StrEnum):
    """What a problem is about."""

    WORDS = "words"
    """Characters that are not those of the article."""
    SPEAKER = "speaker"
    """Another speaker than the one recorded."""
    SOURCE = "source"
    """Another article than the one recorded, or another address, outlet or date."""
    ARTICLE = "article"
    """An article that changed, or is no longer there."""
    RECORD = "record"
    """A record that is missing, that contradicts another, or that is none."""
    FILE = "file"
    """A file that is not as the manifest says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is not as recorded."""

    kind: Kind
    file: str
    """As the person knows it: ``docs/countries/japan.md``."""
    line: int | None = None
    """From 1; None where it is about the whole file."""
    what: str
    remedy: str = GENERATE
    article: str | None = None
    """The article whose words are not as shown."""

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
    return _stretch(ours, start, end), _stretch(theirs, start, end)


def _stretch(words: list[str], start: int, end: int) -> str:
    found = " ".join(words[start : len(words) - end])
    cut = found if len(found) <= _LONGEST else f"{found[: _LONGEST - 2]} …"
    return f"“{'… ' if start else ''}{cut}{' …' if end else ''}”"
