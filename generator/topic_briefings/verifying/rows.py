"""What is recorded, without its words: every comparison of words goes to the article."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from topic_briefings.languages import of
from topic_briefings.models import Article, Corrected, QuotationKind, Span, SpeakerKind
from topic_briefings.verifying.asking import Answers, Asking
from topic_briefings.verifying.lines import Json

_STRETCH = 1_000
"""Characters of an article whose rows are kept together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A quotation's record."""

    line: int = field(repr=False)
    anchor: str
    article: str
    kind: QuotationKind
    span: Span
    fragments: tuple[Span, ...]
    content: tuple[Span, ...]
    context: Span
    cue: Span | None
    speaker: Span | None
    speaker_kind: SpeakerKind | None
    speaker_name: str | None
    voice: str | None
    voice_page: str | None
    role: str | None
    certain: bool
    confidence: float

    def said_by(self, article: Article) -> str | None:
        """The voice, or the article's words for somebody whom it does not name; None where it is not known."""
        if self.voice or self.speaker is None:
            return self.voice
        phrase = self.speaker.of(article.body)
        person = self.speaker_kind is SpeakerKind.PERSON
        plain = self.certain and not person and phrase.casefold() not in of(article.language).pronouns()
        return phrase if plain else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """An article's record."""

    line: int = field(repr=False)
    id: str
    digest: str
    source: str
    page: str
    points: tuple[Span, ...]
    """The sentences of the bottom line."""
    copies: tuple[tuple[str, str, str], ...]
    """Id, digest and source of each."""
    outlets: tuple[str, ...]
    """Its own outlet, its authors, and the outlets of its copies."""
    addresses: tuple[str, ...]
    """Those of its copies."""
    countries: tuple[tuple[str, bool], ...]
    """Code, and whether the article is about it."""
    mentions: tuple[Span, ...]
    """Where it names them."""
    topics: tuple[str, ...]
    """Ids, the broad ones too."""
    keywords: tuple[str, ...]
    labelled: tuple[tuple[str, str], ...]
    """What extractors of other packages found: its label, and the words."""
    notices: tuple[str, ...]
    corrected: tuple[Corrected, ...]
    """What an editor changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A role, the dates of the first and the last article that print it, and those articles."""

    role: str
    first: dt.date | None
    last: dt.date | None
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceRow:
    """A voice's record."""

    line: int = field(repr=False)
    name: str
    kind: SpeakerKind
    page: str | None
    roles: tuple[str, ...]
    dated_roles: tuple[Dated, ...]
    """Each role, the date of the newest article that prints it, and all that do."""
    spellings: tuple[tuple[str, tuple[str, ...]], ...]
    """Each form with the ids of the articles that print it."""
    evidence: tuple[str, ...]
    """Why each is taken for the voice, in English."""
    members: tuple[tuple[str, str], ...]
    """The article and the name there of each speaker that it gathers."""
    role: str | None
    """The role that an editor gave it."""
    link: str | None
    """The address that an editor gave it."""
    corrected: tuple[Corrected, ...]
    """What an editor changed."""

    @property
    def called(self) -> tuple[str, ...]:
        """Its roles, or the one that an editor gave it."""
        return (self.role,) if self.role else self.roles


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """A story's record."""

    line: int = field(repr=False)
    id: str
    """What it is called where its reports have no headline."""
    page: str
    headline: str
    reports: tuple[str, ...]
    """The ids of its articles."""
    outlets: tuple[str, ...]
    first: str | None
    last: str | None
    bonds: tuple[str, ...]
    """The words that bind its reports."""
    former: tuple[str, ...]
    """Pages that lead to it."""
    corrected: tuple[Corrected, ...]
    """What an editor changed."""


class Recorded:
    """Everything that is recorded, by what it is looked up by."""

    def __init__(self, asking: Asking) -> None:
        """``asking`` notes what the check of a page looks up."""
        self.articles: Answers[str, ArticleRow] = Answers(asking, "articles")
        self.pages: Answers[str, str] = Answers(asking, "pages")
        """The article of each article's page."""
        self.standing: Answers[str, Article] = Answers(asking, "standing")
        """The articles that are as recorded."""
        self.anchors: Answers[str, list[Row]] = Answers(asking, "anchors", make=list)
        self.rows: Answers[str, list[Row]] = Answers(asking, "rows", make=list)
        """The quotations of each article, in order."""
        self.found: Answers[tuple[str, int, int], list[Json]] = Answers(asking, "found", make=list)
        """What the articles' records say of the quotations, without their words."""
        self.idle: set[tuple[str, int, int]] = set()
        """The quotations among them that are too few words to be printed."""
        self.voices: Answers[tuple[str, str], VoiceRow] = Answers(asking, "voices")
        """The voice of each speaker, by article and name there."""
        self.voice_pages: Answers[str, VoiceRow] = Answers(asking, "voice pages")
        self.stories: Answers[str, StoryRow] = Answers(asking, "stories")
        """The story of each of their pages, former ones too."""
        self.roles: Answers[tuple[str, str], str | None] = Answers(asking, "roles")
        """The role of each speaker whom some quotation is given to."""
        self.whole = False
        """Whether all recorded articles stand."""
        self._printed: dict[str, dict[str | None, list[str]]] = {}
        self._near: dict[str, dict[tuple[object, ...], list[Row]]] = {}

    def near(self, row: Row) -> Iterator[Row]:
        """The rows of its voice, in marks or not alike, that may stand in its sentences; asked for like the roles."""
        rows = self.rows[row.article]
        if row.article not in self._near:
            found: dict[tuple[object, ...], list[Row]] = defaultdict(list)
            for other in rows:
                found[other.voice_page, bool(other.fragments), other.context.start // _STRETCH].append(other)
            self._near[row.article] = found
        end = min(row.context.end, len(self.standing[row.article].body))  # a record may say anything
        for stretch in range(max(0, row.context.start) // _STRETCH, end // _STRETCH + 1):
            yield from self._near[row.article].get((row.voice_page, bool(row.fragments), stretch), ())

    def printed_roles(self, row: Row) -> list[str]:
        """The roles that the article of ``row`` prints with its voice, in order; asked for once all is recorded."""
        rows = self.rows[row.article]
        if row.article not in self._printed:
            found: dict[str | None, list[str]] = defaultdict(list)
            for other in rows:
                if other.role and other.role not in found[other.voice]:
                    found[other.voice].append(other.role)
            self._printed[row.article] = found
        return self._printed[row.article].get(row.voice, [])
