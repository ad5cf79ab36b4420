"""Every record that walks through the house, from an article to a page.

All are frozen, slotted and keyword-only (``Span`` alone also takes its two numbers in order), with tuples
inside, so they hash, compare, pickle and travel to a worker. Nothing here reads a file or knows a rule.

Offsets are Unicode code points into the text that the record names: ``Article.body`` unless a ``part``
says otherwise. ``end`` is exclusive.
"""

from __future__ import annotations

from topic_briefings.models.analysis import (
    Analysis,
    CountryMention,
    CountryTag,
    Finding,
    Keyphrase,
    Lead,
    Point,
    Quotation,
    QuotationKind,
    Role,
    Speaker,
    SpeakerKind,
    SpeakerMention,
    Spelling,
    TopicMention,
    TopicTag,
)
from topic_briefings.models.articles import Article, Notice, Part, Span
from topic_briefings.models.edition import (
    Briefing,
    Byline,
    Changes,
    Crossing,
    Edition,
    Entry,
    Filing,
    Ledger,
    Line,
    Naming,
    Related,
    Report,
    Statement,
    Tie,
    TieKind,
    Voice,
    VoiceBriefing,
    VoiceSpelling,
)
from topic_briefings.models.page import Page

__all__ = [
    "Analysis",
    "Article",
    "Briefing",
    "Byline",
    "Changes",
    "CountryMention",
    "CountryTag",
    "Crossing",
    "Edition",
    "Entry",
    "Filing",
    "Finding",
    "Keyphrase",
    "Lead",
    "Ledger",
    "Line",
    "Naming",
    "Notice",
    "Page",
    "Part",
    "Point",
    "Quotation",
    "QuotationKind",
    "Related",
    "Report",
    "Role",
    "Span",
    "Speaker",
    "SpeakerKind",
    "SpeakerMention",
    "Spelling",
    "Statement",
    "Tie",
    "TieKind",
    "TopicMention",
    "TopicTag",
    "Voice",
    "VoiceBriefing",
    "VoiceSpelling",
]
