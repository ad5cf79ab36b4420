"""The entries of a search: what each says, where it leads, and what it can be narrowed by."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from topic_briefings.knowledge import Knowledge
from topic_briefings.knowledge.places import country_name
from topic_briefings.knowledge.topics import topic_label
from topic_briefings.pages.data import ARTICLES, QUOTATIONS
from topic_briefings.pages.words import Words, words
from topic_briefings.search.text import paragraphs
from topic_briefings.settings import Settings

Json = Mapping[str, Any]


class Kind(StrEnum):
    """What an entry is."""

    ARTICLE = "article"
    QUOTATION = "quotation"
    VOICE = "voice"
    BRIEFING = "briefing"
    """The page of a country or a topic."""
    PAGE = "page"
    """A page that somebody wrote by hand."""


FOLDERS = {"articles": Kind.ARTICLE, "voices": Kind.VOICE, "countries": Kind.BRIEFING, "topics": Kind.BRIEFING}
"""The folder below ``docs/`` that says what a page is."""

_FURNITURE = {
    Kind.ARTICLE: ("h2", "summary", "bf-meta", "bf-how", "bf-context", "bf-why", "bf-role", "bf-words"),
    Kind.VOICE: ("h2", "bf-meta", "bf-how"),
}
"""Tags and classes of words that are on every page of a kind, and of text that other entries carry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltPage:
    """One page as MkDocs built it."""

    path: str
    """Of its Markdown, below ``docs/``."""
    href: str
    """From the root of the site, as a browser follows it; percent-encoded."""
    title: str
    paragraphs: tuple[str, ...]
    """The text that a search looks at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that can be found. All of it is plain text."""

    kind: Kind
    href: str
    """From the root of the site, percent-encoded, with an anchor for a quotation."""
    title: str
    """Empty for a quotation, which is its own title."""
    text: tuple[str, ...]
    """Paragraphs; the words of a quotation with marks around them."""
    by: str = ""
    """Who said it and as what; the roles of a voice."""
    source: str = ""
    """Where it is from: the outlet, the kind of briefing."""
    date: dt.date | None = None
    topics: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()


def kind_of(path: str) -> Kind:
    """What the page at ``path`` below ``docs/`` is."""
    return FOLDERS.get(path.partition("/")[0], Kind.PAGE)


def built_page(path: str, href: str, title: str, content: str) -> BuiltPage:
    """The page at ``path`` with what a search should look at in ``content``, its HTML."""
    kind = kind_of(path)
    text = () if kind is Kind.BRIEFING else paragraphs(content, _FURNITURE.get(kind, ()))
    return BuiltPage(path=path, href=href, title=title, paragraphs=text)


def entries(pages: Iterable[BuiltPage], docs: Path, settings: Settings) -> Iterator[Entry]:
    """Everything that can be found on a site with these ``pages``, in an order that depends on nothing else.

    ``docs`` holds the files for machines, which say what an article is filed under and what was said in it.
    """
    found = {page.path: page for page in pages}
    facts = _Facts(docs, settings)
    for path in sorted(found):
        yield facts.entry(found[path])
    for row in facts.quotations:
        if row["page"] in found:
            yield facts.quotation(row, found[row["page"]])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filed:
    """What can be said of an article, and so of a quotation in it, without reading it."""

    outlet: str
    date: dt.date | None
    topics: tuple[str, ...]
    countries: tuple[str, ...]


class _Facts:
    """The files for machines, in the words of the site's language."""

    def __init__(self, docs: Path, settings: Settings) -> None:
        self._words: Words = words(settings.site_language)
        self._knowledge = Knowledge(taxonomy=settings.topics)
        self._filed = {row["page"]: self._filing(row) for row in _rows(docs / ARTICLES)}
        rows = [row for row in _rows(docs / QUOTATIONS) if row["voice"] or row["fragments"]]
        self.quotations = [row for row in rows if row["fragments"]]
        self._said: dict[str, list[Json]] = {}
        for row in rows:
            for page in (row["page"], row["voice_page"]):
                if page:
                    self._said.setdefault(page, []).append(row)

    def entry(self, page: BuiltPage) -> Entry:
        match kind_of(page.path):
            case Kind.ARTICLE:
                return self._article(page)
            case Kind.VOICE:
                return self._voice(page)
            case Kind.BRIEFING:
                return self._briefing(page)
            case _:
                return Entry(kind=Kind.PAGE, href=page.href, title=page.title, text=page.paragraphs)

    def quotation(self, row: Json, page: BuiltPage) -> Entry:
        filed = self._filed[row["page"]]
        return Entry(
            kind=Kind.QUOTATION,
            href=f"{page.href}#{row['anchor']}",
            title="",
            text=(self._words["quoted"].format(text=" ".join(row["text"].split())),),
            by=", ".join(filter(None, (self._speaker(row), row["role"]))),
            source=filed.outlet,
            date=filed.date,
            topics=filed.topics,
            countries=filed.countries,
            speakers=_voices([row]),
        )

    def _article(self, page: BuiltPage) -> Entry:
        filed = self._filed.get(page.path) or _Filed(outlet="", date=None, topics=(), countries=())
        return Entry(
            kind=Kind.ARTICLE,
            href=page.href,
            title=page.title,
            text=page.paragraphs,
            source=filed.outlet,
            date=filed.date,
            topics=filed.topics,
            countries=filed.countries,
            speakers=_voices(self._said.get(page.path, ())),
        )

    def _voice(self, page: BuiltPage) -> Entry:
        said = self._said.get(page.path, [])
        roles = Counter(row["role"] for row in said if row["role"])
        filed = [self._filed[row["page"]] for row in said if row["page"] in self._filed]
        quoted = sum(bool(row["fragments"]) for row in said)
        return Entry(
            kind=Kind.VOICE,
            href=page.href,
            title=page.title,
            text=page.paragraphs,
            by=", ".join(role for role, _ in roles.most_common(3)),
            source=self._words.count(quoted, "quotations") if quoted else "",
            topics=_merged(one.topics for one in filed),
            countries=_merged(one.countries for one in filed),
            speakers=_voices(said),
        )

    def _briefing(self, page: BuiltPage) -> Entry:
        shelf = page.path.partition("/")[0]
        return Entry(
            kind=Kind.BRIEFING,
            href=page.href,
            title=page.title,
            text=(),  # what it gathers has entries of its own
            source=self._words["search_topic" if shelf == "topics" else "search_country"],
            topics=(page.title,) if shelf == "topics" else (),
            countries=(page.title,) if shelf == "countries" else (),
        )

    def _filing(self, row: Json) -> _Filed:
        """The topics with those at the top of the tree, and the countries that the article is about."""
        topics = dict.fromkeys(key for topic in row["topics"] for key in (topic["id"], topic["broad"]))
        labels = (topic_label(key, self._words.language, self._knowledge) for key in topics)
        return _Filed(
            outlet=row["outlet"] or "",
            date=dt.date.fromisoformat(row["published"]) if row["published"] else None,
            topics=tuple(label[:1].upper() + label[1:] for label in labels),
            countries=tuple(
                country_name(country["code"], self._words.language)
                for country in row["countries"]
                if country["role"] == "focus"
            ),
        )

    def _speaker(self, row: Json) -> str:
        """Who said it, as the pages print it."""
        if row["voice"]:
            return str(row["voice"])
        speaker = row["speaker"]
        if row["certain"] and speaker and speaker["kind"] in ("group", "unnamed"):
            return str(speaker["text"][:1].upper() + speaker["text"][1:])
        return self._words["not_named"]


def _voices(rows: Iterable[Json]) -> tuple[str, ...]:
    """The voices with a page of their own that said these, each once."""
    return tuple(dict.fromkeys(row["voice"] for row in rows if row["voice"] and row["voice_page"]))


def _merged(names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for some in names for name in some))


def _rows(file: Path) -> Iterator[Json]:
    """The objects of a file of JSON Lines; none when there is no such file."""
    if file.is_file():
        with file.open(encoding="utf-8", newline="\n") as lines:
            for line in lines:
                yield json.loads(line)
