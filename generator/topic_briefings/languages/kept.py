"""What a function says of each word, kept: a word is judged once in the life of a process, and memory has a bound."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_MOST = 200_000


class Kept(dict[str, T]):
    """Word → what ``judge`` says of it."""

    def __init__(self, judge: Callable[[str], T]) -> None:
        super().__init__()
        self._judge = judge

    def __missing__(self, word: str) -> T:
        if len(self) > _MOST:
            self.clear()
        answer = self[word] = self._judge(word)
        return answer
