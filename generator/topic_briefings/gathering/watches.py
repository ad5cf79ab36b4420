"""Which articles answer what a desk watches."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from topic_briefings.corrections.filing import country_of, topic_of
from topic_briefings.corrections.finding import folded
from topic_briefings.errors import SettingsError, nearest
from topic_briefings.knowledge import Knowledge
from topic_briefings.knowledge.places import country_names_all
from topic_briefings.knowledge.topics import ancestry, taxonomy
from topic_briefings.models import Hit, Line, Report, Role, Span, Watch, Watched
from topic_briefings.settings import Settings
from topic_briefings.text.scripts import is_spaced

ANY_END = "*"
"""At the end of a word: whatever it goes on with."""
_APOSTROPHE = re.compile("['’]")


def declared(settings: Settings) -> tuple[Watch, ...]:
    """What ``settings`` watch, countries by their codes and topics by their ids.

    Raises ``SettingsError`` where there is no such country or topic.
    """
    if not settings.watch:
        return ()
    knowledge = Knowledge(taxonomy=settings.topics)
    labels = [topic.label("en") for topic in taxonomy(knowledge).values()]
    places = tuple(country_names_all("en").values())
    return tuple(
        replace(
            watch,
            countries=tuple(_known(watch, "country", given, country_of, places) for given in watch.countries),
            topics=tuple(
                _known(watch, "topic", given, lambda name: topic_of(name, knowledge), labels) for given in watch.topics
            ),
        )
        for watch in settings.watch
    )


def _known(watch: Watch, noun: str, given: str, find: Callable[[str], str | None], names: Sequence[str]) -> str:
    found = find(given)
    if found is None:
        near = nearest(given, names)
        remedy = f'did you mean "{near}"?' if near else f"write the name of a {noun} as the site's pages have it"
        raise SettingsError(f'mkdocs.yml: plugins: briefings: watch: {watch.name}: "{given}" is no {noun}; {remedy}')
    return found


def watched(reports: Sequence[Report], watches: Iterable[Watch], knowledge: Knowledge) -> tuple[Watched, ...]:
    """Each of the declared ``watches`` with the ``reports`` that answer it, in their order."""
    return tuple(Watched(watch=watch, hits=tuple(_hits(reports, watch, knowledge))) for watch in watches)


def _hits(reports: Sequence[Report], watch: Watch, knowledge: Knowledge) -> Iterator[Hit]:
    words = Wanted(watch.words)
    names = {folded(name) for name in watch.voices}
    for report in reports:
        if not _filed(report, watch, knowledge):
            continue
        lines = tuple(line for line in report.lines if names and _says(line, names))
        article = report.article
        spans = tuple(words.spans(article.body))
        if (lines or not names) and (spans or not watch.words or words.stand_in(article.headline)):
            yield Hit(report=report, spans=spans, lines=lines)


def _filed(report: Report, watch: Watch, knowledge: Knowledge) -> bool:
    """Whether the report is about one of the countries and filed under one of the topics, where any are watched."""
    about = {tag.code for tag in report.analysis.countries if tag.role is Role.FOCUS}
    known = ancestry(knowledge)
    under = {key for tag in report.analysis.topics for key in known.get(tag.id, (tag.id,))}
    return (not watch.countries or not about.isdisjoint(watch.countries)) and (
        not watch.topics or not under.isdisjoint(watch.topics)
    )


def _says(line: Line, names: set[str]) -> bool:
    """Whether it is said by a voice that bears one of the ``names``."""
    voice = line.voice
    return voice is not None and any(
        folded(form) in names for form in (voice.name, *(spelling.form for spelling in voice.spellings))
    )


class Wanted:
    """Words and phrases to find in a text: whole, whatever their case, and however many spaces part them."""

    def __init__(self, words: Iterable[str]) -> None:
        """``words`` as ``Watch.words`` has them."""
        stems = sorted({word.removesuffix(ANY_END) for word in words}, key=lambda stem: (-len(stem), stem))
        self._open = {folded(word.removesuffix(ANY_END)) for word in words if word.endswith(ANY_END)}
        parts = (_APOSTROPHE.sub("['’]", r"\s+".join(map(re.escape, stem.split()))) for stem in stems)
        # A look ahead finds those that begin inside one another.
        self._pattern = re.compile(f"(?=({'|'.join(parts)}))", re.IGNORECASE) if stems else None

    def spans(self, text: str) -> Iterator[Span]:
        """Where one of the words stands, in order; of two that begin at one place the longer."""
        for match in self._pattern.finditer(text) if self._pattern else ():
            start, end = match.span(1)
            if self._stands(text, start, end):
                yield Span(start, self._end(text, start, end))

    def stand_in(self, text: str) -> bool:
        """Whether one of the words stands in ``text``."""
        return next(self.spans(text), None) is not None

    def _stands(self, text: str, start: int, end: int) -> bool:
        """Whether what is found is no part of a longer word; in scripts without spaces nobody can say."""
        if not is_spaced(text[start:end]):
            return True
        whole = self._is_open(text[start:end]) or not _goes_on(text[end : end + 1])
        return whole and not (start and _goes_on(text[start - 1]))

    def _end(self, text: str, start: int, end: int) -> int:
        """Where the word ends that begins with what is found."""
        while self._is_open(text[start:end]) and _goes_on(text[end : end + 1]) and is_spaced(text[start : end + 1]):
            end += 1
        return end

    def _is_open(self, found: str) -> bool:
        return any(folded(found).startswith(stem) for stem in self._open)


def _goes_on(character: str) -> bool:
    """Whether a word goes on with ``character``: a letter, a digit, or a mark that stands on one."""
    return bool(character) and (character.isalnum() or unicodedata.category(character).startswith("M"))
