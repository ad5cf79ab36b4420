"""What months and weekdays are called in the press of the world: ``knowledge/data/date_names.tsv``."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from topic_briefings.knowledge import rows

_ARTICLE = re.compile(r"d'|de\s")
"""What Catalan puts before a month's name; it is read as any other "of"."""
_WORD = re.compile(r"[^\s\d-]+")


def folded(text: str) -> str:
    """``text`` in lower case without accents on Latin, Greek and Cyrillic letters: "FÉVRIER" is printed "FEVRIER"."""
    parted = unicodedata.normalize("NFD", text.lower().replace("ı", "i").replace("’", "'"))
    return unicodedata.normalize("NFC", "".join(char for char in parted if not "\u0300" <= char <= "\u036f"))


def months(name: str, language: str = "") -> frozenset[int]:
    """The months (January is 1) that ``name`` (folded) is given to: by ``language`` where it has it, else by any."""
    by_language = _months().get(_bare(name), {})
    return by_language.get(language) or frozenset().union(*by_language.values())


def weekdays(words: Iterable[str]) -> frozenset[int]:
    """The weekdays (Monday is 0) that ``words`` (folded) may name."""
    return frozenset().union(*(_weekdays().get(word.strip(".:"), frozenset()) for word in words))


def month_and_day(found: re.Match[str], language: str) -> tuple[int, int] | None:
    """The numbers of what the groups ``month`` and ``day``, or ``month_first`` and ``day_second``, of a match name.

    None where that is no one month.
    """
    named = months(folded(found["month"] or found["month_first"]), language)
    return (min(named), int(found["day"] or found["day_second"])) if len(named) == 1 else None


@cache
def names(kind: str, language: str) -> frozenset[str]:
    """What ``language`` calls the months, or the weekdays, in the table's spelling."""
    found = (names for its, code, _, *names in rows("date_names.tsv") if (its, code) == (kind, language))
    return frozenset(name for names in found for name in names)


def is_time(name: str) -> bool:
    """Whether ``name`` (folded) is a month's or a weekday's."""
    return len(name) > 3 and (name in _months() or name in _weekdays())


@cache
def beside() -> frozenset[str]:
    """The words, folded, that may stand beside a date: weekdays and words of their names, small words, time zones."""
    words = (word.rstrip(".") for name in _weekdays() for word in _WORD.findall(name))
    return frozenset(words) | {folded(row[1]) for row in rows("date_words.tsv")}


def _bare(name: str) -> str:
    return _ARTICLE.sub("", name.rstrip("."), count=1) if _ARTICLE.match(name) else name.rstrip(".")


@cache
def _months() -> dict[str, dict[str, frozenset[int]]]:
    """Name → language → months."""
    found: dict[str, dict[str, frozenset[int]]] = defaultdict(lambda: defaultdict(frozenset))
    for kind, language, number, *names in rows("date_names.tsv"):
        for name in names if kind == "month" else ():
            found[_bare(folded(name))][language] |= {int(number)}
    return found


@cache
def _weekdays() -> dict[str, frozenset[int]]:
    """Name → days."""
    found: dict[str, frozenset[int]] = defaultdict(frozenset)
    for kind, _, number, *names in rows("date_names.tsv"):
        for name in names if kind == "weekday" else ():
            found[folded(name)] |= {int(number)}
    return found
