"""How a language sets names of countries aside, and how its sentences open that do not tell what happened.

In a language without rules of its own each pattern fits nowhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NOWHERE = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What stands beside the name of a country, a people or a capital where the country is not what is spoken of."""

    weak_before: re.Pattern[str] = NOWHERE
    """What stands right before a name that says little of the country itself: "pro-", "born in", "ambassador to"."""
    origin_before: re.Pattern[str] = NOWHERE
    """What says before it where somebody comes from: "an adoptee from Korea"."""
    origin_after: re.Pattern[str] = NOWHERE
    """The same behind it: "Korean-born"."""
    unnamed_after: re.Pattern[str] = NOWHERE
    """What "the" before the name of a people leaves to another sentence: "the Canadian province", which?"""
    stage_after: re.Pattern[str] = NOWHERE
    """What a capital is only the stage of: "the Copenhagen climate summit"."""
    home_of_after: re.Pattern[str] = NOWHERE
    """What only has its home in a capital: a team, a paper."""
    on_a_map_after: re.Pattern[str] = NOWHERE
    """What makes a name of a place one of a road or a house: "Jamaica Hospital"."""
    firm_after: re.Pattern[str] = NOWHERE
    """What makes one that of a firm: "Tarnish Ventures Inc"."""
    called_after: re.Pattern[str] = NOWHERE
    """What is only called by it: "Tarn Chess Association", "the Tarn arms affair"."""
    called_before: re.Pattern[str] = NOWHERE
    """What makes a country's name the end of a longer one: "Credit Foncier de Tarn"."""
    road: re.Pattern[str] = NOWHERE
    """The number of a road that is called by a country: "U.S. 79"."""
    address_before: re.Pattern[str] = NOWHERE
    """The place before a comma of which the name of a country says where it is: "in Ekby, Tarn,"."""
    in_before: re.Pattern[str] = NOWHERE
    """What says before a capital that it is a place: "in", "near downtown"."""
    private_after: re.Pattern[str] = NOWHERE
    """Behind the name of a people, one of it who acts for nobody: "a Tarnish mountain climber"."""
    aside_after: re.Pattern[str] = NOWHERE
    """A last noun that the name of a country only says more of: "their Tarn website"."""
    parts: frozenset[str] = frozenset()
    """What names a part of a country, or two of them, to a reader who may not know of which."""


UNTOLD = Naming()
"""Of a language of which nobody has written it yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What keeps a sentence from being the point of an article."""

    lures: re.Pattern[str] = NOWHERE
    """How sentences open that draw a reader in before anything is told."""
    hangs: re.Pattern[str] = NOWHERE
    """What a second sentence has that leans on another, or that only leads to one."""
    glued: re.Pattern[str] = NOWHERE
    """What stands where the end of a sentence before was lost: "…ferry people around The service helps"."""
    turns: re.Pattern[str] = NOWHERE
    """How a sentence opens that takes back what the one before it tells."""
    gainsays: re.Pattern[str] = NOWHERE
    """How one opens that sets something against it, which may be the news."""
    deck: re.Pattern[str] = NOWHERE
    """A whole line between a headline and its text, written as headlines are."""
    routine: re.Pattern[str] = NOWHERE
    """What the minutes of any meeting have: that it was called to order, and who was there."""
    reported: re.Pattern[str] = NOWHERE
    """What says in a sentence that somebody says so."""
    back: re.Pattern[str] = NOWHERE
    """What a sentence has that looks back."""
    denied: re.Pattern[str] = NOWHERE
    """What a headline has whose article gainsays what it begins with."""
    teasing: re.Pattern[str] = NOWHERE
    """What a headline has that asks, or does not say what its article tells."""
    essay: re.Pattern[str] = NOWHERE
    """What a headline calls a piece that is no report: "Analysis", "Obituary"."""


PLAINLY = Telling()
"""Of a language of which nobody has written it yet."""
