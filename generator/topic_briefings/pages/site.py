"""What every page of one edition needs: where things live, what they are called, how a link is written."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from topic_briefings.knowledge import Knowledge
from topic_briefings.knowledge.places import country_name
from topic_briefings.knowledge.topics import topic_label
from topic_briefings.models import Article, Edition, Report, Span, Tie, TieKind, Voice
from topic_briefings.pages.links import relative, slugs
from topic_briefings.pages.words import Words, words
from topic_briefings.settings import Settings

if TYPE_CHECKING:
    from topic_briefings.pages.shares import Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A name and the address of its page."""

    text: str
    path: str
    """Relative to ``docs/``."""
    fragment: str = ""


class Site:
    """One edition with the paths of all its pages and the names of all its things, in the site's language."""

    def __init__(self, edition: Edition, settings: Settings) -> None:
        self.edition = edition
        self.settings = settings
        self.words: Words = words(settings.site_language)
        self._knowledge = Knowledge(taxonomy=settings.topics)
        self._articles = _paths("articles", [(s.article.id, s.article.id) for s in edition.reports])
        self._countries = _paths("countries", [(b.key, country_name(b.key, "en")) for b in edition.countries])
        self._topics = _paths("topics", [(b.key, topic_label(b.key, "en", self._knowledge)) for b in edition.topics])
        self._voices = dict(
            zip(
                (b.voice for b in edition.voices),
                _voice_paths([b.voice for b in edition.voices]),
                strict=True,
            )
        )
        self._broad = {tag.id: tag.broad for s in edition.reports for tag in s.analysis.topics}
        briefings = edition.countries + edition.topics
        self._crossed = {(b.key, crossing.key) for b in briefings for crossing in b.countries + b.topics}
        self._days = _first_days(edition.reports, settings.per_page)
        self._reports = {s.article.id: s for s in edition.reports}
        self.same_words: dict[str, dict[str, list[Span]]] = {}
        """Where the quotations of a report stand, by article and by their words; filled by whoever asks first."""
        self.shares: dict[str, tuple[Share, ...]] = {}
        """What each page of an article prints of its quotations; filled by whoever asks first."""
        self.places: dict[str, dict[tuple[Span, ...], str]] = {}
        """The page of each quotation of an article that has one; filled by whoever asks first."""

    def report(self, article_id: str) -> Report:
        """The report of the article with this id."""
        return self._reports[article_id]

    def article(self, article: Article) -> Link:
        """The page of an article, called by its headline."""
        return Link(text=article.headline or article.id, path=self._articles[article.id])

    def day(self, date: dt.date) -> Link:
        """The articles of one day, on the page of its month; that page's beginning where the day runs on to another."""
        fragment = day_anchor(date) if date in self._days else ""
        return Link(text=self.words.date(date), path=month_path(date), fragment=fragment)

    def country(self, code: str) -> Link:
        """The page of a country, called as the site's language calls it."""
        return Link(text=country_name(code, self.words.language), path=self._countries[code])

    def topic(self, key: str) -> Link:
        """The page of a topic, its label with a capital first letter."""
        label = topic_label(key, self.words.language, self._knowledge)
        return Link(text=label[:1].upper() + label[1:], path=self._topics[key])

    def voice(self, voice: Voice) -> Link:
        """The page of a voice, called by its fullest name."""
        return Link(text=voice.name, path=self._voices[voice])

    def has_page(self, voice: Voice) -> bool:
        """Whether the voice has a page: one that is never quoted in marks has none."""
        return voice in self._voices

    def broad(self, key: str) -> str:
        """The id of a topic's top-level ancestor; its own when it is one."""
        return self._broad.get(key, key)

    def crossed(self, page: str, with_: str) -> bool:
        """Whether the briefing of ``page`` has a section on the country or topic ``with_``.

        Not every crossing is seen from both sides: a top-level topic gathers the articles below it too, which are
        not filed under it themselves.
        """
        return (page, with_) in self._crossed

    def tie(self, tie: Tie) -> str:
        """What two articles have in common, in words."""
        match tie.kind:
            case TieKind.COUNTRY:
                return self.country(tie.key).text
            case TieKind.TOPIC:
                return self.topic(tie.key).text
            case TieKind.VOICE | TieKind.KEYPHRASE:
                return tie.key

    def href(self, origin: str, link: Link) -> str:
        """The address of ``link`` as the page at ``origin`` writes it."""
        return relative(origin, link.path, link.fragment)


UNDATED = "months/undated.md"
"""The shelf of the articles without a date."""


def month_path(date: dt.date) -> str:
    """The page of the month of ``date``."""
    return f"months/{date:%Y-%m}.md"


def day_anchor(date: dt.date) -> str:
    """The anchor of a day on the page of its month."""
    return f"day-{date.day}"


def _first_days(reports: Iterable[Report], size: int) -> frozenset[dt.date]:
    """The days that begin on the first page of their month, where a page holds ``size`` of ``reports``."""
    seen: Counter[str] = Counter()
    found = set()
    for date in (report.article.published for report in reports):
        if date:
            if seen[month_path(date)] < size:
                found.add(date)
            seen[month_path(date)] += 1
    return frozenset(found)


def _paths(folder: str, named: list[tuple[str, str]]) -> dict[str, str]:
    return {key: f"{folder}/{name}.md" for key, name in slugs(named).items()}


def _voice_paths(voices: list[Voice]) -> list[str]:
    """Namesakes are told apart by their role in the address, where they have one."""
    names = Counter(voice.name for voice in voices)
    keys = ["\n".join(f"{article}\t{name}" for article, name in voice.members) for voice in voices]
    titles = [
        f"{voice.name} {voice.roles[0]}" if names[voice.name] > 1 and voice.roles else voice.name for voice in voices
    ]
    found = _paths("voices", list(zip(keys, titles, strict=True)))
    return [found[key] for key in keys]
