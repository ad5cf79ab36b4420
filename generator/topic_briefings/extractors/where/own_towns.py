"""Towns of a local paper's own country that are called as a capital or a country elsewhere is: Dublin, Lebanon, Jordan.

A local story does not say which Dublin it means; its readers know. Its counties, courts, schools, addresses and roads
tell of which country the paper is, and where the name stands as a town's does ("a Lebanon woman", "downtown London")
and nothing else speaks for the better known place, the paper's own town is meant. Where it only stands as any place
does, a capital is the paper's own beside a county, an address or a road: an article on the politics of many states
means the Paris in France.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise, zip_longest

from topic_briefings.extractors.where.matching import Hit
from topic_briefings.knowledge import rows
from topic_briefings.knowledge.senses import CIVIC, Sense
from topic_briefings.knowledge.towns import towns
from topic_briefings.languages.names import given_name
from topic_briefings.models import Part, Span

_NAMED = frozenset(("name", "capital", "city", "region"))
USED, UNUSED = 0.25, 1.5
"""The local evidence that a country needs where the name stands as a town's does, and where a city's does not."""
ALIKE = 1.0
"""The same of a city that has a namesake of some size there."""
_ALIKE = {"US", "CA"}
"""Countries whose papers print roads and addresses alike."""
SIGN = 0.5
"""What an address or a road as one country's papers print them adds to its local evidence."""
_AND = frozenset([" and ", ", ", ", and "])
_NEXT = re.compile(r"(?:['’]s)? (?:area |city |high |International |Regional )?([A-Za-z-]{2,20})")
_HALF = re.compile(r"/[A-Z][a-z]")
"""What follows the first half of a station or a district: "Vienna/Fairfax"."""
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
_SPELLED = re.compile(rf"\b(?:{'|'.join(_BRITISH)})", re.IGNORECASE)
_DIALLED = (re.compile(r"[(\d](?:(?<=\()\d{3}\) ?|(?<=\b\d)\d{2}-)\d{3}-(?:\d{4}|[A-Z]{4})\b"), ("-",))
"""A number to ring in North America; what it begins with stands in front, since a class is looked for quickly."""
_CREDITED = (
    re.compile(r"Sun Media|QMI Agency|Canwest|Postmedia|Canadian Press"),
    ("sun media", "qmi", "canwest", "postmedia", "canadian press"),
)
"""Agencies that Canada's papers credit."""
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
        (re.compile(r"\d ?[apAP]\.?[mM]\.? [ECMP]D?S?T\b"), ("m ct", "m et", "m pt", "m mt", "dt", "st")),
        _DIALLED,
    ),
    "GB": (
        (re.compile(r"£\d"), ("£",)),
        (_SPELLED, _BRITISH),
        (re.compile(r"\b0(?:1\d{2,3}|2\d|[38]\d{2})[ -]?\d{3,4}"), (" 01", " 02", " 03", " 08")),
        (re.compile(r"\b(?:P[Cc]s?|Det Con|Det Sgt|Det Insp|Insp|WPC) [A-Z][a-z]+"), ("pc ", "pcs ", "det ", "insp ")),
    ),
    "CA": ((_SPELLED, _BRITISH), _DIALLED, _CREDITED),
}
"""How one country's papers print addresses, roads and districts, each with what it is not without, in lower case."""


def own_towns(
    hits: Iterable[Hit], evidence: Mapping[str, float], local: Mapping[str, float], texts: Mapping[Part, str]
) -> dict[str, Sense]:
    """The printed names among ``hits`` that stand for a town of the country that the ``local`` evidence tells of.

    ``evidence`` is how often each country is named by words of one sense.
    """
    named: defaultdict[str, list[Hit]] = defaultdict(list)
    hits = list(hits)
    for hit in hits:
        if hit.entry.senses[0].how in _NAMED and len(towns().get(hit.printed.lower(), ())) > 0:
            named[hit.printed.lower()].append(hit)
    found: dict[str, Sense] = {}
    worth: dict[str, float] = {}
    for name, said in named.items():
        first = said[0].entry.senses[0].code
        if evidence.get(first, 0) - local.get(first, 0) > _own(said, hits):
            continue
        worth = worth or _worth(local, texts)
        code = max(worth, key=lambda code: (worth[code], evidence.get(code, 0), code), default="")
        bearers = dict(towns()[name])
        senses = said[0].entry.senses
        if (code == first and len(senses) == 1) or code not in bearers or {code, first} == _ALIKE:
            continue
        others = {*bearers, *(sense.code for sense in senses if code == first)} - {code, first}
        if any(evidence.get(other, 0) > local.get(other, 0) for other in others):
            continue
        used = any(_is_used_as_a_town(hit, texts[hit.part]) for hit in said)
        signed = senses[0].how != "capital" or worth[code] > local.get(code, 0)
        enough = ALIKE if any(sense.code == code for sense in senses) and senses[0].how == "city" else UNUSED
        if worth[code] >= USED and (used or (worth[code] >= enough and senses[0].how != "name" and signed)):
            forms = [hit.printed for hit in (*said, *_people(said, hits))]
            found |= dict.fromkeys(forms, Sense(code=code, how="city"))
    return found | dict(_listed(named, found, texts))


def _listed(
    named: Mapping[str, list[Hit]], found: Mapping[str, Sense], texts: Mapping[Part, str]
) -> Iterator[tuple[str, Sense]]:
    """The names that stand right beside one of ``found``, of whose country they may be too: "Cornwall and Kent"."""
    for hit, following in pairwise(sorted((hit for said in named.values() for hit in said), key=_place)):
        for one, other in ((hit, following), (following, hit)):
            sense = found.get(one.printed)
            if sense is None or other.printed in found or other.part is not one.part:
                continue
            between = texts[hit.part][hit.span.end : following.span.start]
            if between in _AND and sense.code in dict(towns()[other.printed.lower()]):
                yield other.printed, sense


def _place(hit: Hit) -> tuple[Part, Span]:
    return hit.part, hit.span


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


def _own(said: list[Hit], hits: Iterable[Hit]) -> int:
    """How much of the evidence for its country the name itself has brought, or that of its people: "Londoners"."""
    return len(_people(said, hits)) + (len(said) if len(said[0].entry.senses) == 1 else 0)


def _people(said: list[Hit], hits: Iterable[Hit]) -> list[Hit]:
    name = said[0].printed
    return [hit for hit in hits if hit.entry.senses[0].how == "demonym" and hit.printed.startswith(name)]


def _is_used_as_a_town(hit: Hit, text: str) -> bool:
    following = _NEXT.match(text, hit.span.end)
    if following and following[1] in town_contexts():
        return True
    if _HALF.match(text, hit.span.end):
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
