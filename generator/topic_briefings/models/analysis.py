"""What the extractors find in one article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from topic_briefings.models.articles import Article, Corrected, Notice, Part, Span

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


class Sex(StrEnum):
    """What "Mr." or "Ms." says of a speaker."""

    FEMALE = "f"
    MALE = "m"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerMention:
    """The words that name the speaker of one quotation, and whom they stand for."""

    span: Span
    """The whole phrase as printed: "Jake Sullivan, a senior adviser", "she", "officials"."""
    name: str | None
    """The ``Speaker.name`` it was resolved to; None when the article names nobody."""
    kind: SpeakerKind
    described: Span | None = None
    """What describes somebody whom the article does not name, without its clause, and for "she" the words that brought
    her in: "a police official"; None where ``span`` does."""


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
    corrected: Corrected | None = None
    """Where a person said who speaks, or put it first."""
    idle: bool = False
    """Too few marked words to tell a reader anything alone, or without marks and too doubtful to be relied on: on no
    page, unless a person has put it there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One printed form of a speaker's name, where it stands and why it is taken for the same speaker."""

    form: str
    spans: tuple[Span, ...]
    evidence: str
    """One short sentence for the reader."""
    reason: str = ""
    """A short stable name of that sentence, so that a page can say it in another language."""
    words: tuple[str, ...] = ()
    """The article's words in it."""


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
    sex: Sex | None = None
    """As a title before the name says; None where none does, whatever the given name."""


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
    """``name``, ``demonym``, ``capital``, ``city``, ``region``, ``metonym``, ``institution``, ``firm``, ``leader``,
    ``dateline``…"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryTag:
    """A country on an article, with the words that put it there."""

    code: str
    """ISO 3166-1 alpha-2; of a historic state the code it had there: ``SU``, ``YU``, ``CS``, ``DD``."""
    salience: float
    role: Role
    mentions: tuple[CountryMention, ...]
    """None where a person filed the article under it without naming words."""
    corrected: Corrected | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """What it puts the article under: the country's code."""
        return (self.code,)


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
    corrected: Corrected | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """What it puts the article under: the topic's id and that of its top level."""
        return (self.id, self.broad)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyphrase:
    """One or more words that say what the article is about."""

    text: str
    """The form as most often written in the article."""
    salience: float
    spans: tuple[Span, ...]
    """Where the body says so, variants included; empty when only the headline does."""
    idle: bool = False
    """Whether it says nothing by itself ("decision"): it tells which articles are alike, and no page prints it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A sentence of the bottom line, or of the beginning of an article that has none."""

    span: Span
    sure: bool = True
    """Whether it is right often enough to be called the point; it is else only how the article begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """One of the first sentences, and fit to open the page of a country or a topic."""

    span: Span
    value: float
    """0 to about 1.3: how near it is to what the article is about, and to its beginning."""


class Toll(StrEnum):
    """What a number of people suffered."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number and what it counts."""

    span: Span
    """The number and the words behind it that it counts."""
    sentence: Span
    values: tuple[float, ...]
    """One number; two of a vote, "19 to 17"."""
    counted: tuple[str, ...]
    """Stems of what is counted; empty of a toll that is told without ("12 were killed")."""
    toll: Toll | None
    least: bool
    """Whether it is given as the least there are: "at least 12"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A stretch of the body that tells something which an extractor of another package looks for."""

    label: str
    """What it tells ("Vessel"), as pages print it."""
    span: Span


Finding = Quotation | Speaker | CountryTag | TopicTag | Keyphrase | Point | Lead | Figure | Labelled | Notice
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
    """Most salient first, idle ones too."""
    points: tuple[Point, ...]
    """In order of appearance; ``gist`` has those that pages call the point."""
    leads: tuple[Lead, ...]
    """In order of appearance."""
    figures: tuple[Figure, ...]
    """In order of appearance."""
    notices: tuple[Notice, ...]
    corrected: tuple[Corrected, ...] = ()
    """What a person changed of all this, in the order of their file."""
    labelled: tuple[Labelled, ...] = ()
    """In order of label, then of appearance."""

    @property
    def keywords(self) -> tuple[Keyphrase, ...]:
        """The keyphrases that tell a reader what it is about, as pages print them."""
        return tuple(phrase for phrase in self.keyphrases if not phrase.idle)

    @property
    def gist(self) -> tuple[Point, ...]:
        """The sentences that pages call the point; none where it is not sure enough which they are."""
        return tuple(point for point in self.points if point.sure)

    @property
    def summary(self) -> tuple[Point, ...]:
        """The same; where there are none, the one or two sentences with which the article begins."""
        return self.gist or self.points

    def tags(self, key: str) -> tuple[CountryTag | TopicTag, ...]:
        """Those of its countries and topics that put it under ``key``, a country's code or a topic's id."""
        every: tuple[CountryTag | TopicTag, ...] = self.countries + self.topics
        return tuple(tag for tag in every if key in tag.keys)
