"""How large an article, and the file that it comes in, may be: what is larger is a book, a dump or an attack.

All bounds are sizes, so that the same files give the same articles on any machine. They keep every reader's time and
memory within what a person waits for; what they leave out is named like everything else that cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from topic_briefings.errors import ArticleError
from topic_briefings.models import Article
from topic_briefings.settings import Settings

_MARKUP = 2
"""How many times as long as its words the text of a file may be, markup and all that is cut away included."""
_NAMED = 20
"""What is wrong with the articles of one file, each told apart; where more is wrong, it is told in one message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What is read at most."""

    characters: int = 500_000
    """Of one article: headline, text and all that is stated about it."""
    bytes: int = 20_000_000
    """Of a file that holds one article, as a saved web page does, or of one line of JSON Lines."""

    @property
    def raw(self) -> int:
        """Characters of one article before anything is cut away."""
        return _MARKUP * self.characters


DEFAULT = Limits()


def of(settings: Settings) -> Limits:
    """What a site reads at most."""
    return Limits(characters=settings.longest_article, bytes=settings.largest_file * 1_000_000)


def refuse_long(length: int, most: int, source: str, line: int | None) -> None:
    """Raise an ``ArticleError`` where an article of ``length`` characters holds more than ``most``."""
    if length > most:
        problem = f"holds {length:,} characters, more than the {most:,} that an article may have"
        remedy = 'split it, or allow more with "longest_article:" in mkdocs.yml'
        raise ArticleError(source, line, problem, remedy)


def abridged(items: Iterable[Article | ArticleError]) -> Iterator[Article | ArticleError]:
    """The items of one file: its articles at once, then what is wrong with the others, all in one where it is much."""
    held: list[ArticleError] = []
    count = 0
    for item in items:
        if isinstance(item, Article):
            yield item
            continue
        count += 1
        if len(held) <= _NAMED:
            held.append(item)
        else:
            held[-1] = item
    yield from held if count <= _NAMED else [_in_one(held[0], held[-1], count)]


def _in_one(first: ArticleError, last: ArticleError, count: int) -> ArticleError:
    """What is wrong with ``count`` articles of a file, as the first of them with the number of the others."""
    others = f"and {count - 1:,} more are left out"
    if last.problem != first.problem:
        others += f", the last on line {last.line:,} because {last.problem}" if last.line else f"; {last.problem}"
    return replace(first, problem=f"{first.problem}, {others}")
