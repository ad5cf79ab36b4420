"""What a search makes of a kind of page, as the table of kinds says it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from topic_briefings.pages.names import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Results of one sort, which stand together."""

    name: str
    """Lower-case letters."""
    word: str
    """The word that the interface calls it by."""
    first: int = 3
    """How many are shown before somebody asks for more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """What results can be narrowed by: what they are filed under of one kind of page."""

    name: str
    """Lower-case letters."""
    word: str
    """The word that the interface calls it by."""
    every: str
    """The word for no choice."""
    of: Callable[[Mapping[str, Any], Names], Iterable[str]] | None = None
    """What an article is filed under, by its record and as the site calls it; None for the voices quoted in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """The entry of a page."""

    group: Group
    facet: Facet | None = None
    """What narrows the results to those of one page of the kind."""
    called: str = ""
    """The word that tells what a result is, beside its title; empty where its group tells."""
    whole: bool = True
    """Whether the text of the page is looked at; no where all of it has entries of its own."""
    furniture: tuple[str, ...] = ()
    """Tags and classes of words that are on every page of the kind, and of text that other entries carry."""


BRIEFINGS = Group(name="briefing", word="search_briefings")
"""The pages of countries and topics."""
QUOTATIONS = Group(name="quotation", word="quotations", first=5)
"""Quotations in marks, which have entries without having pages."""
PAGES = Group(name="page", word="search_pages")
"""Pages that somebody wrote by hand, and the site's own."""
