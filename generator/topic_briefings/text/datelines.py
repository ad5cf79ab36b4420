"""The place line that opens a report: "TOKYO, March 3 (Agency) –"."""

from __future__ import annotations

import re

from topic_briefings.models import Span

# "TOKYO, March 3 (Agency) – ", "Nairobi (Reuters) -", "Aug 27 (Reuters) -": a place in capitals, or one or a day before
# brackets, then a dash. A
# hyphen needs a space or a bracket beside it ("AFL-CIO" is none), a colon more than two letters before it ("UN: …").
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z'’.-]+(?: [A-Z0-9][A-Z0-9:'’.-]*){0,6}(?:[,/] ?[\w.]+(?: [\w.]+){0,3}){0,3} ?(?:\([^()\n]{1,40}\))?"
    r"|[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,3}(?:, [\w.]+(?: [\w.]+){0,2}){0,2} ?\([^()\n]{1,40}\)"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2} ?\([^()\n]{1,40}\))"
    r" ?(?:[–—―_]|--|(?<=[ )])-|-(?= )|(?<!\b[A-Z]{2}):) ?(?=[\"“„«\w])"
)
_LONGEST = 120


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the dateline that opens ``text[start:end]`` ends, its dash included; ``start`` where there is none."""
    found = _DATELINE.match(text, start, min(end, start + _LONGEST))
    return found.end() if found and found.end() < end else start


def without_dateline(text: str, sentence: Span) -> Span:
    """``sentence`` of ``text`` from the first word after its dateline; unchanged where it has none."""
    return Span(dateline_end(text, sentence.start, sentence.end), sentence.end)
