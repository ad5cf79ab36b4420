"""Does a text say of itself that somebody paid for it: a notice of a death, an advertisement?"""

from __future__ import annotations

import re

from topic_briefings.models import Notice, Span

_PAID = re.compile(
    r"(?:paid (?:notice|death notice|obituary|post|content|advertisement|program)|advertis(?:ement|ing feature)"
    r"|advertorial|sponsored (?:content|post|article|story)|special advertising section|brandvoice"
    r"|(?:bezahlte )?anzeige|werbung|publireportage|publirreportaje|contenu sponsorisé)\b[: .\n|–—-]",
    re.IGNORECASE,
)
"""The label above such a text, with what ends it: "Anzeige: …", but no "Anzeigen gegen drei Männer"."""
_LONGEST = 40


def notices(headline: str, body: str) -> tuple[Notice, ...]:
    """A notice where the headline begins so, or a first line of ``body`` is nothing else.

    "Advertisement ban passes" is news: in a headline a colon or a dash follows.
    """
    first = body.split("\n", 1)[0]
    own = _PAID.match(f"{first}\n") if len(first) <= _LONGEST else None
    match = own or _PAID.match(headline)
    if match is None or (own is None and match[0][-1] not in ":|–—-"):
        return ()
    shown = match[0].rstrip(": .\n|–—-")
    message = f"The text says of itself that somebody paid for it: “{shown}”."
    return (Notice(code="paid", message=message, span=Span(0, len(shown)) if own else None, words=(shown,)),)
