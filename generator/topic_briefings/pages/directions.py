"""Which way the words of a language run, and how a page says so."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError
from markupsafe import Markup


@cache
def runs_left(language: str) -> bool:
    """Whether ``language``, a code such as "ar" or "fa-IR", is written from right to left."""
    for code in (language.replace("-", "_"), language.partition("-")[0]):
        try:
            return bool(Locale.parse(code).text_direction == "rtl")
        except (UnknownLocaleError, ValueError):
            continue
    return False


def spoken_in(language: str) -> Markup:
    """The attributes of an element whose words are in ``language``; none where that is the site's own, and so empty.

    They stand alike in HTML and in an attribute list.
    """
    if not language:
        return Markup("")
    return Markup(" lang={} dir=rtl" if runs_left(language) else " lang={}").format(language)  # noqa: S704 - escaped


def isolated(parts: list[Markup]) -> Markup:
    """``parts`` of a line with commas between them, each running its own way."""
    return Markup(", ").join(Markup("<bdi>{}</bdi>").format(part) for part in parts)
