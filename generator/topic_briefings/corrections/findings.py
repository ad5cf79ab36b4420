"""Corrections of what was found in an article: its quotations, countries, topics and keywords."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from topic_briefings.corrections.desk import Desk
from topic_briefings.corrections.filing import countries, keyphrases, topics
from topic_briefings.corrections.quotations import quotations
from topic_briefings.knowledge import Knowledge
from topic_briefings.models import Analysis

_KINDS = ("speaker", "hide", "pin", "country", "topic", "keyword")


def corrected(analyses: Sequence[Analysis], desk: Desk, knowledge: Knowledge) -> list[Analysis]:
    """``analyses`` with what a person said of them in the place of what was found."""
    return [_corrected(analysis, desk, knowledge) for analysis in analyses] if desk else list(analyses)


def _corrected(analysis: Analysis, desk: Desk, knowledge: Knowledge) -> Analysis:
    key = analysis.article.id
    if desk.about(key, *_KINDS):
        analysis = quotations(analysis, desk)
        analysis = countries(analysis, desk)
        analysis = topics(analysis, desk, knowledge)
        analysis = keyphrases(analysis, desk)
    marks = desk.marks(key)
    return replace(analysis, corrected=marks) if marks else analysis
