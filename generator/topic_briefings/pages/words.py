"""The words of the interface in the site's language, and how it writes dates, counts and names."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from topic_briefings.models import Corrected, Notice, VoiceSpelling

STRINGS = Path(__file__).parent / "strings"


class Words:
    """One language's strings. An unknown key is a programming error and raises ``KeyError``."""

    def __init__(self, language: str, table: dict[str, Any]) -> None:
        self.language = language
        self.locale: str = table["locale"]
        self._day: str = table["day"]
        self._day_month: str = table["day_month"]
        self._words: dict[str, str] = table["words"]
        self._counts: dict[str, list[str]] = table["counts"]
        self._notices: dict[str, str] = table.get("notices", {})
        self._evidence: dict[str, str] = table.get("evidence", {})
        self._corrected: dict[str, str] = table.get("corrected", {})

    def __getitem__(self, key: str) -> str:
        return self._words[key]

    def says(self, text: str) -> bool:
        """Whether ``text`` is one of the interface's own sentences."""
        return text in self._words.values()

    def sentences(self) -> Iterator[str]:
        """All that the interface can say, with the gaps for numbers and names in braces."""
        yield from self._words.values()
        for numbered in self._counts.values():
            yield from numbered
        yield from self._notices.values()
        yield from self._evidence.values()
        yield from self._corrected.values()

    def notices(self) -> tuple[str, ...]:
        """The sentences for doubts about an article, with their gaps in braces."""
        return tuple(self._notices.values())

    def notice(self, notice: Notice) -> str:
        """A doubt about an article. Records say it in English; so does a language that has no sentence for it."""
        key = f"{notice.code}_{notice.case}" if notice.case else notice.code
        words = tuple(map(self._language_name, notice.words)) if notice.code == "unread" else notice.words
        return self._told(self._notices.get(key), words) or notice.message

    def _language_name(self, code: str) -> str:
        """What a language (ISO 639-1) is called; its code where CLDR has no name for it."""
        return str(Locale.parse(self.locale).languages.get(code, code))

    def evidence(self, spelling: VoiceSpelling) -> str:
        """Why a printed form is taken for a voice."""
        return self._told(self._evidence.get(spelling.reason), spelling.words) or spelling.evidence

    def corrected(self, mark: Corrected | None) -> str:
        """What an editor changed, and when where they said so; empty where there is nothing."""
        if mark is None:
            return ""
        told = self._corrected[mark.kind]
        return f"{told}, {self.date(mark.date)}" if mark.date else told

    def _told(self, sentence: str | None, words: tuple[str, ...]) -> str | None:
        if sentence is None:
            return None
        return sentence.format(*words, all=format_list(words, locale=self.locale) if words else "")

    def count(self, number: int, noun: str) -> str:
        """``number`` with its noun: "1 article", "2,310 articles"."""
        one, many = self._counts[noun]
        return (one if number == 1 else many).format(n=self.number(number))

    def number(self, number: int) -> str:
        """``number`` with the language's thousands separators."""
        return _number(number, self.locale)

    def date(self, date: dt.date | None) -> str:
        """``date`` written out; "undated" for None."""
        return self._words["undated"] if date is None else _date(date, "long", self.locale)

    def month(self, date: dt.date) -> str:
        """The month and year of ``date``."""
        return _month(date, self.locale)

    def period(self, first: dt.date, last: dt.date) -> str:
        """From ``first`` to ``last`` without saying the same month or year twice: "3–21 November 2026"."""
        if first == last:
            return self.date(first)
        if first.year != last.year:
            return f"{self.date(first)} – {self.date(last)}"
        if first.month != last.month:
            return f"{_date(first, self._day_month, self.locale)} – {self.date(last)}"
        return f"{_date(first, self._day, self.locale)}–{self.date(last)}"


# Babel reads its pattern anew for every date and number, and a site prints the same few hundred on every page.


@lru_cache(maxsize=4096)
def _number(number: int, locale: str) -> str:
    return str(format_decimal(number, locale=locale))


@lru_cache(maxsize=4096)
def _date(date: dt.date, form: str, locale: str) -> str:
    return str(format_date(date, form, locale=locale))


@lru_cache(maxsize=4096)
def _month(date: dt.date, locale: str) -> str:
    return str(format_skeleton("yMMMM", date, locale=locale))


def languages() -> tuple[str, ...]:
    """The languages that the interface speaks."""
    return tuple(sorted(file.stem for file in STRINGS.glob("*.toml")))


@cache
def words(language: str) -> Words:
    """The strings of ``language``, one of :func:`languages`."""
    return Words(language, tomllib.loads((STRINGS / f"{language}.toml").read_text(encoding="utf-8")))
