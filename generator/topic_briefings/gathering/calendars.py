"""The names of days and months, by language: they are written like names and name nobody."""

from __future__ import annotations

from functools import cache

from babel.core import Locale, UnknownLocaleError


@cache
def calendar(language: str) -> frozenset[str]:
    """The names of days and months in ``language``, lower case, long and short; none where CLDR has none."""
    try:
        locale = Locale.parse(language)
    except (ValueError, UnknownLocaleError):
        return frozenset()
    tables = [table[width] for table in (locale.days["format"], locale.months["format"]) for width in _WIDTHS]
    return frozenset(name.lower().rstrip(".") for table in tables for name in table.values())


_WIDTHS = ("wide", "abbreviated")
