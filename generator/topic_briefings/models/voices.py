"""Who speaks, over all articles: a voice with its names and roles, what it said, and whom it answers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from topic_briefings.models.analysis import Quotation, SpeakerKind
from topic_briefings.models.articles import Article, Corrected, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceSpelling:
    """One printed form of a voice's name, the articles that print it, and why it is taken for the same voice."""

    form: str
    article_ids: tuple[str, ...]
    evidence: str
    reason: str = ""
    """A short stable name of that sentence, as in ``Spelling``."""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedRole:
    """A role as printed beside a voice's name, and when."""

    role: str
    first: dt.date | None
    """The date of the oldest article that prints it; None when none is dated."""
    last: dt.date | None
    """The date of the newest one."""
    article_ids: tuple[str, ...]
    """Sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One speaker over all articles."""

    name: str
    kind: SpeakerKind
    roles: tuple[str, ...]
    """As printed, most often printed first."""
    dated_roles: tuple[DatedRole, ...] = ()
    """The same roles, newest first; last those that one article prints of somebody whom many call otherwise."""
    spellings: tuple[VoiceSpelling, ...]
    """The chosen name first."""
    members: tuple[tuple[str, str], ...]
    """The ``(Article.id, Speaker.name)`` pairs it gathers, sorted."""
    known: bool = True
    """Whether something printed shows that it is somebody: a full name, a role, "Mr.". One that is not has no page."""
    inferred: tuple[tuple[str, str], ...] = ()
    """Those of them that print a surname alone and were joined because nearly all articles mean this voice by it."""
    role: str | None = None
    """The role that a person gave it, in the place of printed ones."""
    link: str | None = None
    """An ``https`` address that a person gave it."""
    corrected: tuple[Corrected, ...] = ()
    """What a person changed of it."""

    @property
    def called(self) -> str | None:
        """What it is by now: the role that a person gave it, or the newest that is printed."""
        return self.role or next((dated.role for dated in self.dated_roles), None)

    def __hash__(self) -> int:
        """Of its members alone, which no two voices share: it is the key of many tables, and has many fields."""
        return hash(self.members)


class Naming(StrEnum):
    """How the speaker of a quotation can be printed."""

    VOICE = "voice"
    """By name."""
    DESCRIBED = "described"
    """In the article's words for somebody whom it does not name: "a police official"."""
    UNNAMED = "unnamed"
    """Not at all: the article's words tell a reader nothing ("she")."""
    UNCERTAIN = "uncertain"
    """Not at all: whom the article means is not sure enough."""
    NOBODY = "nobody"
    """Not at all: the article gives the words to nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who said it, as every page, record, citation and search result has it."""

    naming: Naming
    printed: str
    """The article's own words for the speaker; empty where it has none."""
    voice: Voice | None
    """Only with ``Naming.VOICE``."""
    role: str | None
    """The speaker's role as this article prints it."""

    @property
    def name(self) -> str | None:
        """What to print inside a sentence; None where nobody may be named."""
        if self.voice:
            return self.voice.name
        return self.printed if self.naming is Naming.DESCRIBED else None

    @property
    def heading(self) -> str | None:
        """What to print at the head of a quotation: ``name``, a description with a capital first letter."""
        name = self.name
        return name if self.voice or name is None else name[:1].upper() + name[1:]

    @property
    def certain(self) -> bool:
        """Whether it is sure enough which words of the article stand for the speaker."""
        return self.naming not in (Naming.UNCERTAIN, Naming.NOBODY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A quotation on the shelf: what was said, in which article, by whom."""

    article: Article
    quotation: Quotation
    byline: Byline

    @property
    def voice(self) -> Voice | None:
        """None where the article names nobody, or where it is not sure enough who spoke."""
        return self.byline.voice


class Stance(StrEnum):
    """How one voice answers another."""

    REJECTS = "rejects"
    ACCUSES = "accuses"
    DENIES = "denies"
    ATTACKS = "attacks"
    BACKS = "backs"
    PRAISES = "praises"
    CALLS_ON = "calls_on"

    @property
    def disputes(self) -> bool:
        """Whether the two are at odds."""
        return self in (Stance.REJECTS, Stance.ACCUSES, Stance.DENIES, Stance.ATTACKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One voice of an article answers another, as a sentence of it says with both names beside the verb."""

    article: Article
    by: Voice
    to: Voice
    stance: Stance
    sentence: Span
