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
    Figure,
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
    Toll,
    TopicMention,
    TopicTag,
)
from topic_briefings.models.articles import Article, Notice, Part, Span
from topic_briefings.models.edition import (
    Agreed,
    Briefing,
    Byline,
    Changes,
    Crossing,
    Edition,
    Entry,
    Figures,
    Filing,
    Given,
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
    "Agreed",
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
    "Figure",
    "Figures",
    "Filing",
    "Finding",
    "Given",
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
    "Toll",
    "TopicMention",
    "TopicTag",
    "Voice",
    "VoiceBriefing",
    "VoiceSpelling",
]
