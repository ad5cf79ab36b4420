"""Every record that walks through the house, from an article to a page.

All are frozen, slotted and keyword-only (``Span`` alone is a tuple of its two numbers), with tuples
inside, so they hash, compare, pickle and travel to a worker. Nothing here reads a file or knows a rule.

Offsets are Unicode code points into the text that the record names: ``Article.body`` unless a ``part``
says otherwise. ``end`` is exclusive.
"""

from __future__ import annotations

from topic_briefings.models.analysis import (
    Analysis,
    CountryMention,
    CountryTag,
    Figure,
    Finding,
    Keyphrase,
    Labelled,
    Lead,
    Point,
    Quotation,
    QuotationKind,
    Role,
    Sex,
    Speaker,
    SpeakerKind,
    SpeakerMention,
    Spelling,
    Toll,
    TopicMention,
    TopicTag,
)
from topic_briefings.models.articles import Article, Corrected, Notice, Part, Span, as_span
from topic_briefings.models.edition import Briefing, Crossing, Edition, Filed, VoiceBriefing, Withdrawn
from topic_briefings.models.ledger import Changes, Entry, Filing, Ledger, StoryChange, StoryNews
from topic_briefings.models.page import KnownPage, Page
from topic_briefings.models.stories import (
    Agreed,
    Bond,
    BondKind,
    Figures,
    Given,
    Opening,
    Related,
    Report,
    Story,
    StoryDay,
    Tie,
    TieKind,
)
from topic_briefings.models.voices import Answer, Byline, DatedRole, Line, Naming, Stance, Voice, VoiceSpelling
from topic_briefings.models.watches import Hit, Watch, Watched

__all__ = [
    "Agreed",
    "Analysis",
    "Answer",
    "Article",
    "Bond",
    "BondKind",
    "Briefing",
    "Byline",
    "Changes",
    "Corrected",
    "CountryMention",
    "CountryTag",
    "Crossing",
    "DatedRole",
    "Edition",
    "Entry",
    "Figure",
    "Figures",
    "Filed",
    "Filing",
    "Finding",
    "Given",
    "Hit",
    "Keyphrase",
    "KnownPage",
    "Labelled",
    "Lead",
    "Ledger",
    "Line",
    "Naming",
    "Notice",
    "Opening",
    "Page",
    "Part",
    "Point",
    "Quotation",
    "QuotationKind",
    "Related",
    "Report",
    "Role",
    "Sex",
    "Span",
    "Speaker",
    "SpeakerKind",
    "SpeakerMention",
    "Spelling",
    "Stance",
    "Story",
    "StoryChange",
    "StoryDay",
    "StoryNews",
    "Tie",
    "TieKind",
    "Toll",
    "TopicMention",
    "TopicTag",
    "Voice",
    "VoiceBriefing",
    "VoiceSpelling",
    "Watch",
    "Watched",
    "Withdrawn",
    "as_span",
]
