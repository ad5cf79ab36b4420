"""When two printed roles are one: "FBI Director", "F.B.I. director"; "Sen.", "Senator"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import TypeVar

from topic_briefings.languages import read
from topic_briefings.models import Span

T = TypeVar("T")
_SENTENCE_MARK = re.compile(r"[,.](?=(?:[”\"’]|\'\')\Z)")


def once_each(dated: Iterable[T], printed: Callable[[T], str]) -> list[T]:
    """``dated`` without those whose role, as ``printed`` gives it, an earlier one has."""
    found: dict[str, T] = {}
    for one in dated:
        found.setdefault(role_key(printed(one)), one)
    return list(found.values())


def printed_role(role: Span, body: str) -> str:
    """The words of ``role`` in ``body``, with the dot of a title that is printed of several.

    A mark of the sentence around that stands inside closing marks is left out.

    >>> printed_role(Span(0, 3), "Sens. Lena Foss and Bo Ek")
    'Sen.'
    >>> printed_role(Span(11, 31), "Lena Foss, host of “Cold Kiln,” said so")
    'host of “Cold Kiln”'
    """
    words = _SENTENCE_MARK.sub("", role.of(body))
    several = body.startswith("s.", role.end) and words.rsplit(" ", 1)[-1].casefold() in _in_full()
    return words + "." * several


@lru_cache(maxsize=20_000)
def role_key(role: str) -> str:
    """What the prints of one role share: no capitals, no dots, titles in full.

    >>> role_key("Former House Speaker") == role_key("former House speaker")
    True
    >>> role_key("Senator") == role_key("Sen.") != role_key("former Sen.")
    True
    >>> role_key("GOP strategist") == role_key("Republican strategist")
    True
    """
    words = role.replace(".", "").replace("’", "'").casefold().split()
    return " ".join(_in_full().get(word, word) for word in words)


@cache
def _in_full() -> dict[str, str]:
    references = (language.attribution.reference for language in read() if language.attribution)
    in_full = (row for reference in references for row in reference.in_full().items())
    return {short.casefold(): word.casefold() for short, word in in_full}
