"""What was lost on the way, or came from elsewhere: a list, what stood before a text, a report run into another."""

from __future__ import annotations

import re

from topic_briefings.knowledge.towns import towns
from topic_briefings.models import Notice, Span

_PLACE_LINE = re.compile(
    r"(?<=[.!?”\"] )(?P<place>[A-Z][A-Z'’.]{2,}(?: [A-Z][A-Z'’.]+){0,2})(?:, [A-Z][\w.]+)?"
    r"(?: \([A-Z][\w ]{1,20}\))?(?: ?(?:—|–|--)| -|:)(?= ?[A-Z“\"])"
)
"""How a report begins, within a paragraph: "BEIRUT: The", "SALEM, Ore. -- The"."""
_PLACE_MARK = re.compile(r"[A-Z]{3}")
_BEFORE = 250
"""Code points before it that are no caption."""
_CREDITED = re.compile(r"\b(?:[Pp]hoto|PHOTO|Image|Picture|AP|Reuters|By|BY|Headline)\b")
_LISTED = re.compile(r"^(?P<lead>[^\n]{0,200}\bthat:)\n+(?=[A-Z][^\n]{20,}[.!?]$)", re.MULTILINE)
_SHOWN = 40
_LEANS = re.compile(
    r"(?:But|Instead,?|However,|Meanwhile,) (?:he|she|they)\b|(?:He|She|They) (?:also|did so)\b"
    r"|(?:The|His|Her|Their) [a-z]+(?: [a-z]+)? also (?:will|would|has|had|have|is|was|were|said|[a-z]{3,}(?:ed|s))\b"
)
"""How no text begins that has lost nothing."""
_LEANS_BELOW = re.compile(rf"{_LEANS.pattern}|But \w+|(?:He|She) [a-z]+(?= )")
"""How none does right behind its headline, in the same line; a line of its own may be a second headline."""


def notices(headline: str, body: str) -> tuple[Notice, ...]:
    """Notices on what ``body`` (cleaned) has lost, and on a report that begins in its middle."""
    found = (_place_line(body), _list(body), _leaning(headline, body))
    return tuple(notice for notice in found if notice)


def _place_line(body: str) -> Notice | None:
    """The place line of a report that stands within a paragraph, behind so much that it is no caption's."""
    if not _PLACE_MARK.search(body):
        return None
    for found in _PLACE_LINE.finditer(body, min(_BEFORE, len(body))):
        if found["place"].lower() in towns() and not _CREDITED.search(body[: found.start()]):
            shown = found[0].rstrip(" -–—:")
            message = f"The place line of a report, “{shown}”, stands inside the text: two texts may be run together."
            return Notice(code="joined", message=message, span=Span(*found.span()), words=(shown,))
    return None


def _list(body: str) -> Notice | None:
    """A list that is announced and does not come: "The poll also found that:" before another sentence."""
    if ":\n" not in body:
        return None
    found = _LISTED.search(body)
    if found is None:
        return None
    shown = found["lead"][-_SHOWN:].partition(" ")[2] if len(found["lead"]) > _SHOWN else found["lead"]
    return Notice(
        code="list",
        message=f"Nothing follows “{shown}”; a list may be lost.",
        span=Span(found.end("lead") - len(shown), found.end("lead")),
        words=(shown,),
    )


def _leaning(headline: str, body: str) -> Notice | None:
    """A first sentence that goes on from another, be it below a line without an end or behind the headline."""
    first, leans = 0, _LEANS
    end = body.find("\n")
    if headline and body.startswith(f"{headline}. "):
        first, leans = len(headline) + len(". "), _LEANS_BELOW
    elif end > 0 and body[end - 1] not in '.!?"”':
        first = end + len(body[end:]) - len(body[end:].lstrip())
    found = leans.match(body, first)
    if found is None:
        return None
    message = f"The text begins with “{found[0]}”, as if something stood before."
    return Notice(code="beginning", message=message, span=Span(*found.span()), case="leaning", words=(found[0],))
