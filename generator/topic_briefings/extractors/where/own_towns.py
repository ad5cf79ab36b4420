"""Towns of a local paper's own country that are called as a capital or a country elsewhere is: Dublin, Lebanon, Jordan.

A local story does not say which Dublin it means; its readers know. Its counties, courts, schools, addresses and roads
tell of which country the paper is, and where the name stands as a town's does ("a Lebanon woman", "downtown London")
and nothing else speaks for the better known place, the paper's own town is meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import zip_longest

from topic_briefings.extractors.where.matching import Hit
from topic_briefings.knowledge import rows
from topic_briefings.knowledge.senses import CIVIC, Sense
from topic_briefings.knowledge.towns import towns
from topic_briefings.languages.names import given_name
from topic_briefings.models import Part

_NAMED = frozenset(("name", "capital", "city"))
USED, UNUSED = 0.25, 1.5
"""The local evidence that a country needs where the name stands as a town's does, and where a city's does not."""
ALIKE = 1.0
"""The same of a city that has a namesake of some size there."""
_ALIKE = {"US", "CA"}
"""Countries whose papers print roads and addresses alike."""
SIGN = 0.5
"""What an address or a road as one country's papers print them adds to its local evidence."""
_NEXT = re.compile(r"(?:['’]s)? (?:area |city |high )?([A-Za-z-]{2,20})")
_DOWN = re.compile(r"\b(?:downtown|uptown|[Dd]owntown|north|south|east|west) \Z")
_PLACED = re.compile(
    r"(?:[A-Z][a-z]+ (?:of |the |and )*){2,4}in \Z|\b(?:St|Ave|Rd|Dr|Blvd|Ln|Street|Avenue|Road|Drive)\.?, \Z"
)
"""What stands before a town where a house or a shop is: "the Flower Loft in Poland", "400 S. Elm St., Lebanon"."""
_BRITISH = (
    "colour",
    "favour",
    "honour",
    "labour",
    "neighbour",
    "rumour",
    "centre",
    "theatre",
    "programme",
    "kerb",
    "tyre",
)
_STREETS = (" st", " ave", " rd", " dr", " blvd", " ln", " pkwy")
_SIGNS = {
    "US": (
        (re.compile(r"\d(?<!\w.)\d{1,4} (?:[NSEW]\.? )?[A-Z][a-z]+ (?:St|Ave|Rd|Dr|Blvd|Ln|Pkwy)\b"), _STREETS),
        (
            re.compile(r"\b(?:U\.S\.|US|State|County) (?:Route|Highway|Road|Hwy\.?) \d"),
            ("route ", "highway ", "road ", "hwy"),
        ),
        (re.compile(r"\b(?:I-\d{1,3}|Interstate \d|Route \d{1,3})\b"), ("i-", "interstate ", "route ")),
        (re.compile(r"\b[A-Z][a-z]+ (?:County|Township|Borough)\b"), (" county", " township", " borough")),
    ),
    "GB": (
        (re.compile(r"£\d"), ("£",)),
        (re.compile(rf"\b(?:{'|'.join(_BRITISH)})", re.IGNORECASE), _BRITISH),
    ),
}
"""How one country's papers print addresses, roads and districts, each with what it is not without, in lower case."""


def own_towns(
    hits: Iterable[Hit], evidence: Mapping[str, float], local: Mapping[str, float], texts: Mapping[Part, str]
) -> dict[str, Sense]:
    """The printed names among ``hits`` that stand for a town of the country that the ``local`` evidence tells of.

    ``evidence`` is how often each country is named by words of one sense.
    """
    named: defaultdict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        if hit.entry.senses[0].how in _NAMED and len(towns().get(hit.printed.lower(), ())) > 0:
            named[hit.printed.lower()].append(hit)
    found: dict[str, Sense] = {}
    worth: dict[str, float] = {}
    for name, said in named.items():
        first = said[0].entry.senses[0].code
        if evidence.get(first, 0) - local.get(first, 0) > _own(said):
            continue
        worth = worth or _worth(local, texts)
        code = max(worth, key=lambda code: (worth[code], code), default="")
        bearers = dict(towns()[name])
        if code == first or code not in bearers or {code, first} == _ALIKE:
            continue
        if any(evidence.get(other, 0) > 0 for other in bearers if other not in (code, first)):
            continue
        used = any(_is_used_as_a_town(hit, texts[hit.part]) for hit in said)
        senses = said[0].entry.senses
        enough = ALIKE if any(sense.code == code for sense in senses) and senses[0].how == "city" else UNUSED
        if worth[code] >= USED and (used or (worth[code] >= enough and senses[0].how != "name")):
            found |= dict.fromkeys((hit.printed for hit in said), Sense(code=code, how="city"))
    return found


def _worth(local: Mapping[str, float], texts: Mapping[Part, str]) -> dict[str, float]:
    """The local evidence for each country, with its signs, each kind counted once."""
    worth = dict(local)
    printed = [(text, text.lower()) for text in texts.values()]
    for code, signs in _SIGNS.items():
        kinds = 0
        for pattern, hints in signs:
            kinds += any(
                any(map(lower.__contains__, hints)) and pattern.search(text) is not None for text, lower in printed
            )
        worth[code] = worth.get(code, 0.0) + SIGN * kinds
    return worth


def _own(said: list[Hit]) -> int:
    """How much of the evidence for its country the name itself has brought."""
    return len(said) if len(said[0].entry.senses) == 1 else 0


def _is_used_as_a_town(hit: Hit, text: str) -> bool:
    following = _NEXT.match(text, hit.span.end)
    if following and following[1] in town_contexts():
        return True
    if _DOWN.search(text, max(0, hit.span.start - 10), hit.span.start):
        return True
    placed = _PLACED.search(text, max(0, hit.span.start - 60), hit.span.start)
    return placed is not None and not any(map(given_name, placed[0].split()))


def without_civic_names(hits: list[Hit]) -> list[Hit]:
    """``hits`` less the places that begin the name of another country's body: "Thames Valley District School Board"."""
    found = []
    for hit, following in zip_longest(hits, hits[1:]):
        if following is not None and following.part is hit.part and following.span.start == hit.span.end + 1:
            body = following.entry.senses[0]
            codes = {sense.code for sense in hit.entry.senses}
            if body.how == CIVIC and following.printed[0].isupper() and body.code not in codes:
                continue
        found.append(hit)
    return found


@cache
def town_contexts() -> frozenset[str]:
    """Words right after a name that say it is a town's."""
    return frozenset(row[0] for row in rows("en/town_contexts.tsv"))
