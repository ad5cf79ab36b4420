"""What is recorded of the pages that gather articles: what each is called, and what it must count."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

from topic_briefings.knowledge import Knowledge
from topic_briefings.knowledge.places import country_name, country_names_all
from topic_briefings.knowledge.topics import topic_label
from topic_briefings.pages.links import slugs
from topic_briefings.pages.words import Words
from topic_briefings.verifying.asking import Answers, Asking
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


class Shelves:
    """All of them by their pages, and the words that any page may use."""

    def __init__(
        self, asking: Asking, pages: Mapping[str, Shelf], months: Mapping[str, int], words: Vocabulary
    ) -> None:
        """``months`` has how many articles each page of a month lists."""
        self._asking, self._pages = asking, pages
        self.by_page: Answers[str, Shelf] = Answers(asking, "shelves", pages)
        self.names: Answers[str, str] = Answers(asking, "names", {page: shelf.name for page, shelf in pages.items()})
        """What each is called, for whoever asks no more of it: that is the same when an article comes or goes."""
        self.months: Answers[str, int] = Answers(asking, "months", months)
        self.words, self.interface = words, words.base or words
        """All that any page may say, and what of it is the interface's."""
        asking.answers("common", self._common)
        asking.answers("files", self._files)
        asking.answers("phrases", words.knows)

    def common(self, page: str, other: str) -> int:
        """How many articles both shelves are about."""
        return cast("int", self._asking.ask("common", (page, other)))

    def _common(self, pages: tuple[str, str]) -> int:
        one, other = ({*shelf.about} if (shelf := self._pages.get(page)) else set[str]() for page in pages)
        return len(one & other)

    def files(self, page: str, article: str, *, about: bool) -> bool:
        """Whether the shelf has the article among those that it is about, or among those that only name it."""
        return bool(self._asking.ask("files", (page, article, "about" if about else "named")))

    def _files(self, asked: tuple[str, str, str]) -> bool:
        page, article, how = asked
        shelf = self._pages.get(page)
        return shelf is not None and article in (shelf.about if how == "about" else shelf.named)

    def dates(self, shelf: Shelf, recorded: Recorded) -> list[dt.date] | None:
        """When the articles of ``shelf`` were published, as far as they say; None where one of them changed."""
        articles = [recorded.standing.get(key) for key in shelf.articles]
        if None in articles:
            return None
        return [article.published for article in articles if article and article.published]


def shelves(
    recorded: Recorded,
    words: Words,
    knowledge: Knowledge,
    names: Iterable[str],
    others: Mapping[str, Shelf],
    asking: Asking,
) -> Shelves:
    """The shelves of what is recorded, and ``others``; ``names`` are those that no article's or voice's record has."""
    countries = _countries(recorded, words)
    topics = _topics(recorded, words, knowledge)
    voices = _voices(recorded)
    known = Vocabulary((*country_names_all(words.language).values(), *names), interface(words), asking)
    known.add(shelf.name for shelf in topics.values())
    known.add(shelf.name[:1].lower() + shelf.name[1:] for shelf in topics.values())
    for voice in {id(voice): voice for voice in recorded.voices.values()}.values():
        forms = (form for form, _ in voice.spellings)
        known.add((voice.name, *voice.name.split(), *voice.roles, *voice.called, *forms, *voice.evidence))
    for row in recorded.articles.values():
        known.add((*row.keywords, *row.outlets))
    pages = {**countries, **topics, **voices, **_stories(recorded), **others}
    return Shelves(asking, pages, _months(recorded), known)


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
