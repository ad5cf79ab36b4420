"""Which names of places are those of firms, bands, films or ships: "the band Chicago", "the retailer Brunswick".

By the noun right before, and for firms that bear a country's or a city's name by what else the article speaks of: an
"Iceland" with stores and shoppers, in an article without Icelanders, is the supermarket.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from topic_briefings.extractors.where.frames import is_preposition
from topic_briefings.extractors.where.matching import NO_COUNTRY, Hit
from topic_briefings.knowledge import rows
from topic_briefings.knowledge.places import place_frames
from topic_briefings.models import Part

ENOUGH = 2
"""So many different words of its trade tell a firm from the place that it is called after."""
_CHAIN = re.compile(r" [A-Z][\w'’-]+ (?:brand|chain|franchise|label)s?\b")
"""What makes a town's name the beginning of a firm's: "the Mecca | Bingo chain"."""


def without_firms(hits: list[Hit], texts: Mapping[Part, str]) -> list[Hit]:
    """``hits`` less those that name a firm or a work here, and elsewhere in the article with no preposition before."""
    named = {hit.printed for hit in hits if _is_introduced(hit, texts[hit.part])} | _traded(hits, texts)
    if not named:
        return hits
    return [
        hit
        for hit in hits
        if hit.printed not in named or (is_preposition(hit.before) and hit.printed.lower() not in _trades())
    ]


def _is_introduced(hit: Hit, text: str) -> bool:
    """Whether a noun for a firm or a work stands right before; before a country's name one that is nothing else.

    A name that goes on says of what place the firm is ("chip maker Texas Instruments"), unless it is that of a chain.
    """
    how = hit.entry.senses[0].how
    if text[hit.span.end : hit.span.end + 1] == " " and text[hit.span.end + 1 : hit.span.end + 2].isupper():
        return how in (*NO_COUNTRY, "capital") and _CHAIN.match(text, hit.span.end) is not None
    kinds = place_frames()
    word = hit.before.lower()
    return word in kinds["bearer"] and (how in NO_COUNTRY or (how == "name" and word in kinds["sure_bearer"]))


def _traded(hits: list[Hit], texts: Mapping[Part, str]) -> set[str]:
    """The printed names of firms of whose trade the article speaks, where nothing else names their country."""
    doubtful = {hit.printed for hit in hits if hit.printed.lower() in _trades()}
    codes = {hit.entry.senses[0].code for hit in hits if hit.printed not in doubtful}
    return {
        hit.printed
        for hit in hits
        if hit.printed in doubtful and hit.entry.senses[0].code not in codes and _is_of_its_trade(hit.printed, texts)
    }


def _is_of_its_trade(name: str, texts: Mapping[Part, str]) -> bool:
    words = _trades()[name.lower()]
    found = {word.lower() for text in texts.values() for word in words.findall(text)}
    return len(found) >= ENOUGH


@cache
def _trades() -> dict[str, re.Pattern[str]]:
    """By the name of a firm that is a place's too, in lower case, the words of its trade."""
    return {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in rows("en/firms.tsv")}
