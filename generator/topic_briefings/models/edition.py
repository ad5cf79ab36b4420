"""What gathering makes of all articles together: voices, reports, briefings, and what changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from topic_briefings.models.analysis import Analysis, Figure, Quotation, SpeakerKind, Toll
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
    """The same roles, newest first."""
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


class TieKind(StrEnum):
    """What two articles can have in common."""

    COUNTRY = "country"
    TOPIC = "topic"
    VOICE = "voice"
    KEYPHRASE = "keyphrase"
    WORD = "word"
    """A rare word or number that both print."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One thing that two articles have in common."""

    kind: TieKind
    key: str
    """A country's code, a topic's id, a voice's name, a keyphrase or a word as printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another article, and why a reader of this one may want it."""

    article_id: str
    ties: tuple[Tie, ...]
    """The rarest first."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An article as it is published here: once, with its copies named."""

    analysis: Analysis
    copies: tuple[Article, ...]
    """The same text in other outlets, folded into this one."""
    lines: tuple[Line, ...]
    """In order of appearance."""
    related: tuple[Related, ...]
    """Its mates in the story first, then others near in time."""
    story: str | None = None
    """The ``Story.id`` that it belongs to; None for a report that stands alone."""
    mates: tuple[str, ...] = ()
    """The ids of the other reports of its story, the nearest first."""
    answers: tuple[Answer, ...] = ()
    """Who answers whom, in order of appearance."""

    @property
    def article(self) -> Article:
        """The article that stands for all its copies."""
        return self.analysis.article


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A line of a briefing's bottom line: a report, and the sentence of it that speaks for this page."""

    report: Report
    span: Span | None
    """The sentence; None where none could stand here, so that the headline stands alone."""
    mates: tuple[Report, ...] = ()
    """The other reports of its story that the line stands for."""


class BondKind(StrEnum):
    """What kind of word binds reports to a story."""

    NAME = "name"
    FIGURE = "figure"
    WORD = "word"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """Rare words that many reports of a story print and few others do: why these reports belong together."""

    text: str
    """As most of them print it; a name of several words in one piece."""
    kind: BondKind
    reports: int
    """How many of the story's reports print it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDay:
    """What is to be said of one day of a story."""

    date: dt.date | None
    """None for the reports without a date."""
    opening: Opening
    """The opening sentence that is most central to the story; the most central report, without one, where none can
    stand alone."""
    report_ids: tuple[str, ...]
    """The reports of that day, the most central first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One event: two reports of it or more, by one or several outlets, over days."""

    id: str
    """Its address: the id of its earliest report when it was first published. It stays while the story grows."""
    reports: tuple[Report, ...]
    """Oldest first, undated last; the text of a copy counts once, with its report."""
    centre: str
    """The id of the most central report, whose headline the story bears."""
    outlets: tuple[str, ...]
    """The outlets of the reports, in order of appearance; those that only carry a copy are no further word."""
    first: dt.date | None
    last: dt.date | None
    """None when no report is dated."""
    bonds: tuple[Bond, ...]
    """Why these belong together, the strongest first."""
    days: tuple[StoryDay, ...]
    """Oldest first, undated last."""
    before: tuple[str, ...] = ()
    """The ids of stories that this one follows, the nearest in time first."""
    then: tuple[str, ...] = ()
    """The ids of stories that follow this one, the nearest in time first."""
    former: tuple[str, ...] = ()
    """Ids under which parts of it were published before they became one; each leads here."""
    corrected: tuple[Corrected, ...] = ()
    """Where a person joined its reports, or parted others from them."""

    @property
    def headline(self) -> str:
        """The headline of the most central report."""
        return next(report.article.headline for report in self.reports if report.article.id == self.centre)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A figure as one report gives it."""

    report: Report
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """One figure that independent reports give."""

    given: tuple[Given, ...]
    """Oldest report first; one a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What the reports of one story count."""

    agreed: tuple[Agreed, ...]
    """Most reports first."""
    tolls: tuple[tuple[Toll, tuple[Given, ...]], ...]
    """Tolls that reports differ on, each with the highest number of each report, oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """The reports that a briefing shares with a country or a topic."""

    key: str
    reports: tuple[Report, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """All that the edition has on one country or one topic."""

    key: str
    """A country's code or a topic's id."""
    about: tuple[Report, ...]
    """The reports that are about it, newest first."""
    mentioned: tuple[Report, ...]
    """The reports that only name it, newest first."""
    openings: tuple[Opening, ...]
    """The bottom line, at most one line a report: of those that are about it, newest first; where there are none, of
    those that name it."""
    lines: tuple[Line, ...]
    """Quotations that are about it, by report: the newest first, in a report principals first."""
    farther: tuple[Line, ...]
    """Quotations of its reports that may be about something else, in the same order."""
    countries: tuple[Crossing, ...]
    """Most reports first."""
    topics: tuple[Crossing, ...]
    """Most reports first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A country or a topic, and how many of a voice's articles are about it."""

    key: str
    """A country's code or a topic's id."""
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceBriefing:
    """All that the edition has of one voice."""

    voice: Voice
    lines: tuple[Line, ...]
    """Its statements, newest first."""
    short: tuple[Line, ...] = ()
    """The best of them, one a story, newest first; none where there is no choice to make."""
    countries: tuple[Filed, ...]
    """The countries that its articles are about, most often first."""
    topics: tuple[Filed, ...] = ()
    """Those that they are filed under, most often first."""
    answers: tuple[Answer, ...] = ()
    """Whom it answers, newest first."""
    answered: tuple[Answer, ...] = ()
    """Who answers it, newest first."""
    said_of: tuple[Line, ...] = ()
    """Quotations of others in which its name stands, newest first."""

    @property
    def quotations(self) -> tuple[Line, ...]:
        """Those in marks."""
        return tuple(line for line in self.lines if line.quotation.fragments)

    @property
    def reported(self) -> tuple[Line, ...]:
        """Those without marks."""
        return tuple(line for line in self.lines if not line.quotation.fragments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """How an article stood in an edition."""

    digest: str
    shelves: tuple[str, ...]
    """The codes of the countries it is about and the ids of its topics, sorted."""
    story: str | None = None
    """The ``Story.id`` that it belonged to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article in the ledger."""

    id: str
    headline: str
    now: Filing | None
    """None when the article was withdrawn."""
    then: Filing | None
    """None when it is new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """One edition beside the one before it."""

    date: dt.date | None
    since: dt.date | None
    """The date of the edition before; None for the first edition."""
    entries: tuple[Entry, ...]
    """In order of id."""
    moved: tuple[tuple[str, str], ...] = ()
    """Former ids of stories with the ids that they lead to now, sorted."""
    renamed: tuple[tuple[str, str], ...] = ()
    """Ids of articles whose file has another name now, each with its first id, which its address is made of; sorted."""


class StoryNews(StrEnum):
    """What became of a story since the edition before."""

    NEW = "new"
    """None of its reports was there."""
    GROWN = "grown"
    MERGED = "merged"
    """Two stories of then are one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChange:
    """One story's line under "since …"."""

    story: str
    """``Story.id``."""
    news: StoryNews
    added: tuple[str, ...]
    """The ids of its reports that were not in it then."""
    merged: tuple[str, ...] = ()
    """The ids of the other stories that it was made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a page says under "since …"."""

    since: dt.date
    new: tuple[str, ...]
    """Ids of articles that the edition before did not have here."""
    corrected: tuple[str, ...]
    """Ids of articles whose text, headline, byline or date changed."""
    withdrawn: tuple[str, ...]
    """Headlines of articles that are no longer here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """An article that a person took back; its reason stands in its place."""

    article: Article
    reason: str
    date: dt.date | None
    """When, as the person wrote it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Everything that one run publishes."""

    date: dt.date | None
    """The date of the newest article; None when none is dated. Never today's."""
    reports: tuple[Report, ...]
    """Newest first, undated last."""
    stories: tuple[Story, ...]
    """Of two reports or more: those of most outlets first, then of most reports, then the newest."""
    countries: tuple[Briefing, ...]
    """Most reports about it first."""
    topics: tuple[Briefing, ...]
    """Most reports about it first."""
    voices: tuple[VoiceBriefing, ...]
    """Most quoted first."""
    quotations: tuple[Line, ...]
    """Those in quotation marks, of all reports."""
    ledger: Ledger
    """What this edition and the one before it had, to tell what changed."""
    withdrawn: tuple[Withdrawn, ...] = ()
    """In the order of their ids."""

    @property
    def articles(self) -> tuple[Report, ...]:
        """The reports, by the name that counts use."""
        return self.reports

    @property
    def counts(self) -> dict[str, int]:
        """How much of each there is, by what a count calls it: the same on the home page and in what a run reports.

        Countries that articles are about, not those they only name; topics that articles are filed under themselves.
        """
        return {
            "articles": len(self.reports),
            "countries": sum(1 for briefing in self.countries if briefing.about),
            "topics": len({tag.id for report in self.reports for tag in report.analysis.topics}),
            "voices": len(self.voices),
            "quotations": len(self.quotations),
        }
