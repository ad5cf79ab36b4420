"""What gathering looks at in every article by itself, and so need not look for again: its sentences and its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from topic_briefings.gathering.copies import long_sentences
from topic_briefings.gathering.stories.terms import Terms, terms
from topic_briefings.models import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One article, as far as others are compared with it."""

    sentences: frozenset[int]
    """A number for each of its long sentences: the same words have the same one."""
    terms: Terms


Cards: TypeAlias = Callable[[Article], Card]
"""Gives the card of an article."""


def card(article: Article) -> Card:
    """The card of ``article``, made of it alone."""
    return Card(sentences=long_sentences(article), terms=terms(article))
