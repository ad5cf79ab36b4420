"""What is recorded of the pages that gather articles: what each is called, and what it must count."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from topic_briefings.knowledge import Knowledge
from topic_briefings.knowledge.places import country_name, country_names_all
from topic_briefings.knowledge.topics import topic_label
from topic_briefings.pages.links import slugs
from topic_briefings.pages.words import Words
from topic_briefings.verifying.markup import key_of
from topic_briefings.verifying.problems import folded
from topic_briefings.verifying.rows import ArticleRow, Recorded
from topic_briefings.verifying.vocabulary import Vocabulary, interface


@dataclass(slots=True)
class Shelf:
    """A country, a topic, a voice or a story, as the records have it."""

    name: str
    about: list[str] = field(default_factory=list)
    """The articles that are about it, or quote it."""
    named: list[str] = field(default_factory=list)
    """Those that only name it."""
    quotations: int = 0
    """Those in marks."""
    statements: int = 0
    """Those without marks as well."""
    outlets: int | None = None
    """Of a story: how many have their own word in it."""

    @property
    def articles(self) -> list[str]:
        """Those that its page lists."""
        return self.about or self.named


@dataclass(slots=True)
class Shelves:
    """All of them by their pages, and the words that any page may use."""

    by_page: dict[str, Shelf]
    months: Counter[str]
    """How many articles each page of a month lists."""
    words: Vocabulary
    interface: Vocabulary
    """Those of the interface alone."""

    def dates(self, shelf: Shelf, recorded: Recorded) -> list[dt.date] | None:
        """When the articles of ``shelf`` were published, as far as they say; None where one of them changed."""
        articles = [recorded.standing.get(key) for key in shelf.articles]
        if None in articles:
            return None
        return [article.published for article in articles if article and article.published]


def shelves(recorded: Recorded, words: Words, knowledge: Knowledge, more: Iterable[str]) -> Shelves:
    """The shelves of what is recorded; ``more`` are names that no record of an article or a voice has."""
    countries = _countries(recorded, words)
    topics = _topics(recorded, words, knowledge)
    voices = _voices(recorded)
    own = interface(words)
    known = Vocabulary((*country_names_all(words.language).values(), *more), own)
    known.add(shelf.name for shelf in topics.values())
    known.add(shelf.name[:1].lower() + shelf.name[1:] for shelf in topics.values())
    for voice in {id(voice): voice for voice in recorded.voices.values()}.values():
        forms = (form for form, _ in voice.spellings)
        known.add((voice.name, *voice.name.split(), *voice.roles, *voice.called, *forms, *voice.evidence))
    for row in recorded.articles.values():
        known.add((*row.keywords, *row.outlets))
    pages = {**countries, **topics, **voices, **_stories(recorded)}
    return Shelves(by_page=pages, months=_months(recorded), words=known, interface=own)


def _months(recorded: Recorded) -> Counter[str]:
    dates = (article.published for article in recorded.standing.values())
    return Counter(f"months/{date:%Y-%m}" if date else "months/undated" for date in dates)


def _countries(recorded: Recorded, words: Words) -> dict[str, Shelf]:
    rows = recorded.articles.values()
    codes = sorted({code for row in rows for code, _ in row.countries})
    paths = slugs((code, country_name(code, "en")) for code in codes)
    found = {code: Shelf(country_name(code, words.language)) for code in codes}
    for row in rows:
        for code, focus in row.countries:
            (found[code].about if focus else found[code].named).append(row.id)
    return {f"countries/{paths[code]}": shelf for code, shelf in found.items()}


def _topics(recorded: Recorded, words: Words, knowledge: Knowledge) -> dict[str, Shelf]:
    filed: dict[str, dict[str, None]] = defaultdict(dict)
    for row in recorded.articles.values():
        for key in row.topics:
            filed[key][row.id] = None
    paths = slugs((key, topic_label(key, "en", knowledge)) for key in sorted(filed))
    found = {}
    for key, articles in filed.items():
        label = topic_label(key, words.language, knowledge)
        found[f"topics/{paths[key]}"] = Shelf(label[:1].upper() + label[1:], about=list(articles))
    return found


def _voices(recorded: Recorded) -> dict[str, Shelf]:
    found = {key_of(path): Shelf(folded(voice.name)) for path, voice in recorded.voice_pages.items()}
    for rows in recorded.rows.values():
        for row in rows:
            shelf = found.get(key_of(row.voice_page or ""))
            if shelf:
                shelf.statements += 1
                shelf.quotations += bool(row.fragments)
                if row.article not in shelf.about:
                    shelf.about.append(row.article)
    return found


def _stories(recorded: Recorded) -> dict[str, Shelf]:
    return {
        key_of(page): Shelf(folded(story.headline or story.id), about=list(story.reports), outlets=len(story.outlets))
        for page, story in recorded.stories.items()
    }


def names_of(row: ArticleRow) -> Iterator[str]:
    """What the article's own page may name beside: its file, its doubts, its copies."""
    yield from (row.source, row.id, *row.notices)
