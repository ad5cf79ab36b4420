"""What every page of one edition needs: where things live, what they are called, how a link is written."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Concatenate

from jinja2 import Template

from topic_briefings.gathering.editions import changes
from topic_briefings.models import (
    Article,
    Changes,
    Edition,
    Entry,
    KnownPage,
    Line,
    Page,
    Report,
    Tie,
    TieKind,
    Voice,
)
from topic_briefings.pages.links import relative, slugs
from topic_briefings.pages.names import Names, names
from topic_briefings.pages.searched import Searched
from topic_briefings.pages.shares import Printed, printed
from topic_briefings.pages.templating import template
from topic_briefings.pages.words import Words
from topic_briefings.settings import Settings

Making = Callable[Concatenate["Site", ...], Iterator["Page | KnownPage"]]
"""Makes pages of a site and of what else it is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A name and the address of its page."""

    text: str
    path: str
    """Relative to ``docs/``."""
    fragment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """Where and when an article was published, as far as it says."""

    outlet: str | None
    published: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something that has a page of its own."""

    key: Hashable
    """By which ``Site.link`` finds it."""
    name: str
    """Its address is made from this, so it is the same in every language of the interface."""
    text: str
    """What a link to it is called."""
    order: str = ""
    """Of things of one name, the first by this keeps the plain address; the key where it is empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """A file of JSON Lines about the things of a kind."""

    path: str
    """Below ``docs/``."""
    rows: Callable[[Site], Iterable[Mapping[str, Any] | str]]
    """Records, or the lines that they are written as, each with its ``page``, or None where it has none.

    In an order that a new article does not change.
    """
    holds: str = ""
    """The word that says what it holds, for the page about the data; empty where that does not name it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKind:
    """A kind of page: one row of the table ``KINDS``, which all who deal with kinds of pages read."""

    key: str
    place: int
    """Its rank among the kinds: lower ones come first in lists of kinds, in the search box and in data."""
    pages: Callable[[Site], Iterator[Page | KnownPage]]
    """Every page of the kind, the one that lists them among these."""
    templates: tuple[str, ...]
    """Below ``templates/``; ``{language}`` stands for the language of the site."""
    folder: str = ""
    """Where they stand below ``docs/``: all but those of the navigation are found through others."""
    title: str = ""
    """The word that the page at the top of the folder is called by, where there is one."""
    things: Callable[[Edition, Names], Iterable[Thing]] | None = None
    """What has a page; None where the kind is a single page."""
    feeds: Callable[[Site], Iterable[tuple[Link, Sequence[Report]]]] | None = None
    """Each page that has feeds, with its articles, newest first."""
    searched: Searched | None = None
    """What a search makes of a page; None where it passes them over."""
    records: Records | None = None
    quotes: bool = True
    """Whether what they say is from articles, and so to be verified; no for pages of the site's own words."""


class Site:
    """One edition with the paths of all its pages and the names of all its things, in the site's language."""

    def __init__(
        self, edition: Edition, settings: Settings, kinds: Sequence[PageKind], *, history: bool = True
    ) -> None:
        self.edition = edition
        self.history = history
        """Whether the ledger is among the files for programs."""
        self.settings = settings
        self.kinds = {kind.key: kind for kind in kinds}
        called = names(settings)
        self.words: Words = called.words
        self._links = {kind.key: _links(kind, edition, called) for kind in kinds}
        self._broad = {tag.id: tag.broad for s in edition.reports for tag in s.analysis.topics}
        briefings = edition.countries + edition.topics
        self._crossed = {(b.key, crossing.key) for b in briefings for crossing in b.countries + b.topics}
        self._days = _first_days(edition.reports, settings.per_page)
        self._reports = {s.article.id: s for s in edition.reports}
        self._central = {
            story.id: tuple(key for day in story.days for key in day.report_ids) for story in edition.stories
        }
        self._printed = {
            key: printed(report, self.link("article", key).path, self.has_page) for key, report in self._reports.items()
        }

    def template(self, name: str) -> Template:
        """The template of this name: of the folder that the settings name, or of ours."""
        return template(name, self.settings.templates)

    # -------------------------------------------------------------- what is made once

    def once(self, make: Making, *given: object) -> Iterator[Page | KnownPage]:
        """What ``make`` makes of this site and of what is ``given``: parts of an edition, links and plain values.

        A site that remembers (``once.py``) does not make again what it knows, and makes all else later, together.
        """
        return make(self, *given)

    def due(self) -> Iterator[Page]:
        """What is to be made later, once all that is to be made once was asked for."""
        return iter(())

    def text_once(self, make: Callable[..., str], *given: object) -> str:
        """The same for a text."""
        return make(self, *given)

    def with_report(self, report: Report) -> Site:
        """The site with ``report`` in the place of the one of its article; all else says what it said."""
        other, key = copy(self), report.article.id
        other._reports = {**self._reports, key: report}
        other._printed = {**self._printed, key: printed(report, self.link("article", key).path, self.has_page)}
        return other

    # -------------------------------------------------------------- what there is

    def report(self, article_id: str) -> Report:
        """The report of the article with this id."""
        return self._reports[article_id]

    def imprint(self, article_id: str) -> Imprint:
        """Where and when the article with this id was published."""
        article = self._reports[article_id].article
        return Imprint(outlet=article.outlet, published=article.published)

    def central(self, story: str) -> tuple[str, ...]:
        """The ids of the articles of a story, day by day, of each day the most central first."""
        return self._central[story]

    def printed(self, article: Article) -> Printed:
        """Which pages print which quotations of an article, and under which anchors."""
        return self._printed[article.id]

    def anchor(self, line: Line) -> str:
        """The anchor of a quotation on every page that prints it."""
        return self.printed(line.article).anchor(line)

    def has_page(self, voice: Voice) -> bool:
        """Whether the voice has a page: one that is never quoted in marks has none."""
        return self.has("voice", voice)

    def has(self, kind: str, key: Hashable) -> bool:
        """Whether the thing of this kind has a page."""
        return key in self._links[kind]

    def broad(self, key: str) -> str:
        """The id of a topic's top-level ancestor; its own when it is one."""
        return self._broad.get(key, key)

    def crossed(self, page: str, with_: str) -> bool:
        """Whether the briefing of ``page`` has a section on the country or topic ``with_``.

        Not every crossing is seen from both sides: a top-level topic gathers the articles below it too, which are
        not filed under it themselves.
        """
        return (page, with_) in self._crossed

    def begins(self, date: dt.date) -> bool:
        """Whether the articles of the day begin on the first page of their month."""
        return date in self._days

    def changes(self, shelf: str | None = None) -> Changes | None:
        """What changed on one shelf, a country's code or a topic's id, or in all; None where nothing did."""
        ledger = self.edition.ledger
        return changes(ledger if shelf is None else replace(ledger, entries=tuple(self._filed[shelf])), shelf)

    @cached_property
    def _filed(self) -> Mapping[str, list[Entry]]:
        """The entries of the ledger by the shelves that they are on or were."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.edition.ledger.entries:
            for shelf in {shelf for filing in (entry.now, entry.then) if filing for shelf in filing.shelves}:
                found[shelf].append(entry)
        return found

    def all_links(self) -> Iterable[tuple[str, Iterable[tuple[Hashable, Link]]]]:
        """Every kind, with each thing that has a page and the link to it."""
        return ((kind, links.items()) for kind, links in self._links.items())

    def all_topics(self) -> Iterable[str]:
        """The ids of the topics that an article is filed under."""
        return self._broad

    def all_crossings(self) -> Iterable[tuple[str, str]]:
        """All that is ``crossed``."""
        return self._crossed

    def all_days(self) -> Iterable[dt.date]:
        """All that ``begins``."""
        return self._days

    # -------------------------------------------------------------- links

    def link(self, kind: str, key: Hashable) -> Link:
        """The page of a thing. Raises ``KeyError`` where it has none."""
        return self._links[kind][key]

    def list_of(self, kind: str) -> Link:
        """The page that lists all of a kind."""
        row = self.kinds[kind]
        return Link(text=self.words[row.title], path=f"{row.folder}/index.md")

    def home(self) -> Link:
        """The home page, called as the site is."""
        return Link(text=self.settings.site_name, path="index.md")

    def article(self, article: Article) -> Link:
        """The page of an article, called by its headline."""
        return self.link("article", article.id)

    def country(self, code: str) -> Link:
        """The page of a country, called as the site's language calls it."""
        return self.link("country", code)

    def topic(self, key: str) -> Link:
        """The page of a topic, its label with a capital first letter."""
        return self.link("topic", key)

    def voice(self, voice: Voice) -> Link:
        """The page of a voice, called by its fullest name."""
        return self.link("voice", voice)

    def day(self, date: dt.date) -> Link:
        """The articles of one day, on the page of its month; that page's beginning where the day runs on to another."""
        fragment = day_anchor(date) if self.begins(date) else ""
        return Link(text=self.words.date(date), path=self.link("month", month_of(date)).path, fragment=fragment)

    def tie(self, tie: Tie) -> str:
        """What two articles have in common, in words."""
        match tie.kind:
            case TieKind.COUNTRY:
                return self.country(tie.key).text
            case TieKind.TOPIC:
                return self.topic(tie.key).text
            case TieKind.VOICE | TieKind.KEYPHRASE | TieKind.WORD:
                return tie.key

    def href(self, origin: str, link: Link) -> str:
        """The address of ``link`` as the page at ``origin`` writes it."""
        return relative(origin, link.path, link.fragment)


def month_of(date: dt.date | None) -> dt.date | None:
    """The first day of the month of ``date``; None, for the shelf of undated articles, where there is none."""
    return date.replace(day=1) if date else None


def day_anchor(date: dt.date) -> str:
    """The anchor of a day on the page of its month."""
    return f"day-{date.day}"


def _links(kind: PageKind, edition: Edition, names: Names) -> dict[Hashable, Link]:
    things = list(kind.things(edition, names)) if kind.things else []
    found = slugs((thing.order or str(thing.key), thing.name) for thing in things)
    return {
        thing.key: Link(text=thing.text, path=f"{kind.folder}/{found[thing.order or str(thing.key)]}.md")
        for thing in things
    }


def _first_days(reports: Iterable[Report], size: int) -> frozenset[dt.date]:
    """The days that begin on the first page of their month, where a page holds ``size`` of ``reports``."""
    seen: Counter[dt.date | None] = Counter()
    found = set()
    for date in (report.article.published for report in reports):
        if date:
            if seen[month_of(date)] < size:
                found.add(date)
            seen[month_of(date)] += 1
    return frozenset(found)
