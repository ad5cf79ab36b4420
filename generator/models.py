"""Every record that walks through the house, from an article to a page.

All are frozen, slotted and keyword-only (``Span`` alone also takes its two numbers in order), with tuples
inside, so they hash, compare, pickle and travel to a worker. Nothing here reads a file or knows a rule.

Offsets are Unicode code points into the text that the record names: ``Article.body`` unless a ``part``
says otherwise. ``end`` is exclusive.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, ``start`` inclusive and ``end`` exclusive, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers, to the letter."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


class Part(StrEnum):
    """The text of an article that a span counts in."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news text, cleaned once; after this, offsets mean one thing."""

    id: str
    """Unique in its collection: the path below ``seeds/`` without its suffix, or the record's own id."""
    headline: str
    """As printed; empty when the article has none."""
    body: str
    """The text without headline, byline and outlet lines. Paragraphs are parted by one empty line."""
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: dt.date | None = None
    """None when the article gives none; never today's date."""
    dateline: str | None = None
    """The place line when it was given apart from the body ("SALVADOR, Feb 26 -")."""
    url: str | None = None
    """Only ``http`` and ``https`` addresses arrive here."""
    language: str = "en"
    """ISO 639-1 code, given or detected."""
    source: str
    """The file the article came from, as the reader should see it: ``seeds/dam.md``."""
    line: int = 1
    """The line of ``source`` where the article begins, from 1."""
    digest: str
    """SHA-256 in hexadecimal of the fields above that a reader can see, and of nothing else."""
    notices: tuple[Notice, ...] = ()
    """What reading found doubtful: undated, an odd date, a dropped line."""

    def part(self, part: Part) -> str:
        """The text that a span of ``part`` counts in; empty when there is none."""
        match part:
            case Part.HEADLINE:
                return self.headline
            case Part.DATELINE:
                return self.dateline or ""
            case Part.BODY:
                return self.body


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A doubt about the article itself, in one sentence that says what cannot be known and why."""

    code: str
    """A short stable name: ``undated``, ``spellings``, ``fragment``."""
    message: str
    span: Span | None = None


# ------------------------------------------------------------------ who said what


class QuotationKind(StrEnum):
    """How a quotation is printed."""

    DIRECT = "direct"
    """A whole sentence, or more, in quotation marks."""
    PARTIAL = "partial"
    """A quoted fragment inside the writer's own sentence."""
    INDIRECT = "indirect"
    """Reported without quotation marks."""


class SpeakerKind(StrEnum):
    """What a speaker is."""

    PERSON = "person"
    BODY = "body"
    """An institution, a company, a paper, a government."""
    GROUP = "group"
    """Several people named by what they are: "officials", "the two leaders"."""
    UNNAMED = "unnamed"
    """One person whom the article does not name: "a spokesman for the ministry"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerMention:
    """The words that name the speaker of one quotation, and whom they stand for."""

    span: Span
    """The whole phrase as printed: "Jake Sullivan, a senior adviser", "she", "officials"."""
    name: str | None
    """The ``Speaker.name`` it was resolved to; None when the article names nobody."""
    kind: SpeakerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Content, cue and speaker of one reported statement."""

    span: Span
    """Over the fragments; over the content where there are none."""
    fragments: tuple[Span, ...]
    """The stretches inside quotation marks, marks left out; none when indirect."""
    content: tuple[Span, ...]
    """Everything that is reported, in marks or not, without cue and speaker."""
    kind: QuotationKind
    cue: Span | None
    speaker: SpeakerMention | None
    """None where no speaker can be found."""
    confidence: float
    """0 to 1: how sure it is that this speaker said it. Pages name the speaker above a threshold only."""
    salience: float
    """0 to 1: how well it stands alone as a key quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One printed form of a speaker's name, where it stands and why it is taken for the same speaker."""

    form: str
    spans: tuple[Span, ...]
    evidence: str
    """One short sentence for the reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks, or could speak, in one article: a person or a body with all its printed forms."""

    name: str
    """The fullest form that the article prints."""
    kind: SpeakerKind
    role: Span | None
    """The title or role as printed ("Foreign Minister"); None when none is printed."""
    spellings: tuple[Spelling, ...]
    """The forms as printed, the chosen name first."""


# ------------------------------------------------------------------ where and what about


class Role(StrEnum):
    """What a country is to an article."""

    FOCUS = "focus"
    """The article is about it."""
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryMention:
    """Words that stand for a country."""

    span: Span
    part: Part = Part.BODY
    how: str
    """``name``, ``demonym``, ``capital``, ``city``, ``region``, ``metonym``, ``institution``, ``dateline``…"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryTag:
    """A country on an article, with the words that put it there."""

    code: str
    """ISO 3166-1 alpha-2, or the ISO 3166-3 four-letter code of a historic state."""
    salience: float
    role: Role
    mentions: tuple[CountryMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicMention:
    """Words that speak for a topic."""

    span: Span
    part: Part = Part.BODY
    term: str
    """The lexicon's entry that matched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicTag:
    """A topic on an article, with the words that put it there."""

    id: str
    """``medtop:…`` for IPTC Media Topics, or the id in a site's own taxonomy."""
    label: str
    broad: str
    """The id of the top-level ancestor; the topic's own when it is one."""
    salience: float
    mentions: tuple[TopicMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyphrase:
    """One or more words that say what the article is about."""

    text: str
    """The form as most often written in the article."""
    salience: float
    spans: tuple[Span, ...]
    """Where the body says so, variants included; empty when only the headline does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A sentence of the bottom line."""

    span: Span


Finding = Quotation | Speaker | CountryTag | TopicTag | Keyphrase | Point | Notice
"""What an extractor may yield; each carries the spans it rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """An article with all that the extractors found in it."""

    article: Article
    quotations: tuple[Quotation, ...]
    """In order of appearance."""
    speakers: tuple[Speaker, ...]
    """In order of name."""
    countries: tuple[CountryTag, ...]
    """Most salient first."""
    topics: tuple[TopicTag, ...]
    """Most salient first."""
    keyphrases: tuple[Keyphrase, ...]
    """Most salient first."""
    points: tuple[Point, ...]
    """In order of appearance."""
    notices: tuple[Notice, ...]


# ------------------------------------------------------------------ gathering


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceSpelling:
    """One printed form of a voice's name, the articles that print it, and why it is taken for the same voice."""

    form: str
    article_ids: tuple[str, ...]
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One speaker over all articles."""

    name: str
    kind: SpeakerKind
    roles: tuple[str, ...]
    """As printed, most often printed first."""
    spellings: tuple[VoiceSpelling, ...]
    """The chosen name first."""
    members: tuple[tuple[str, str], ...]
    """The ``(Article.id, Speaker.name)`` pairs it gathers, sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A quotation on the shelf: what was said, in which article, by which voice."""

    article: Article
    quotation: Quotation
    voice: Voice | None
    """None where the article names nobody, or where it is not sure enough who spoke."""
    role: str | None
    """The speaker's role as this article prints it."""
    certain: bool
    """Whether the confidence reaches the threshold, so that a page may print the speaker at all."""


class TieKind(StrEnum):
    """What two articles can have in common."""

    COUNTRY = "country"
    TOPIC = "topic"
    VOICE = "voice"
    KEYPHRASE = "keyphrase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One thing that two articles have in common."""

    kind: TieKind
    key: str
    """A country's code, a topic's id, a voice's name or a keyphrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another article, and why a reader of this one may want it."""

    article_id: str
    ties: tuple[Tie, ...]
    """The rarest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An article as it is published here: once, with its copies named."""

    analysis: Analysis
    copies: tuple[Article, ...]
    """The same text in other outlets, folded into this one."""
    lines: tuple[Line, ...]
    """In order of appearance."""
    related: tuple[Related, ...]

    @property
    def article(self) -> Article:
        """The article that stands for all its copies."""
        return self.analysis.article


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence of an article, taken as part of a briefing's bottom line."""

    article: Article
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """The stories that a briefing shares with a country or a topic."""

    key: str
    stories: tuple[Story, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """All that the edition has on one country or one topic."""

    key: str
    """A country's code or a topic's id."""
    about: tuple[Story, ...]
    """The stories that are about it, newest first."""
    mentioned: tuple[Story, ...]
    """The stories that only name it, newest first."""
    points: tuple[Statement, ...]
    """The bottom line, one sentence a story."""
    lines: tuple[Line, ...]
    """Key quotes, most salient first; no speaker fills the list."""
    line_count: int
    """How many quotations its stories carry."""
    countries: tuple[Crossing, ...]
    """Most stories first."""
    topics: tuple[Crossing, ...]
    """Most stories first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceBriefing:
    """All that the edition has of one voice."""

    voice: Voice
    lines: tuple[Line, ...]
    """Newest first."""
    countries: tuple[str, ...]
    """Codes of the countries that its articles are about, most often first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """How an article stood in an edition."""

    digest: str
    shelves: tuple[str, ...]
    """The codes of the countries it is about and the ids of its topics, sorted."""


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
class Edition:
    """Everything that one run publishes."""

    date: dt.date | None
    """The date of the newest article; None when none is dated. Never today's."""
    stories: tuple[Story, ...]
    """Newest first, undated last."""
    countries: tuple[Briefing, ...]
    """Most stories about it first."""
    topics: tuple[Briefing, ...]
    """Most stories about it first."""
    voices: tuple[VoiceBriefing, ...]
    """Most quoted first."""
    quotations: tuple[Line, ...]
    """Those in quotation marks, of all stories."""
    ledger: Ledger
    """What this edition and the one before it had, to tell what changed."""

    @property
    def articles(self) -> tuple[Story, ...]:
        """The stories, by the name that counts use."""
        return self.stories


# ------------------------------------------------------------------ pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One file below ``docs/``, whole."""

    path: str
    """POSIX path relative to ``docs/``."""
    content: bytes
