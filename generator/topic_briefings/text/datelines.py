"""The place line that opens a report: "TOKYO, March 3 (Agency) –"."""

from __future__ import annotations

import re

from topic_briefings.models import Span

# "TOKYO, March 3 (Agency) – ", "Nairobi (Kenya) --": a place in capitals, or one before brackets, then a dash.
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z'’.-]+(?: [A-Z0-9][A-Z0-9:'’.-]*){0,6}(?:[,/] ?[\w.]+(?: [\w.]+){0,3}){0,3} ?(?:\([^()\n]{1,40}\))?"
    r"|[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,3}(?:, [\w.]+(?: [\w.]+){0,2}){0,2} ?\([^()\n]{1,40}\))"
    r" ?(?:[-–—_:]|--) ?(?=[\"“„«\w])"
)
_LONGEST = 120


def without_dateline(text: str, sentence: Span) -> Span:
    """``sentence`` of ``text`` from the first word after its dateline; unchanged where it has none."""
    found = _DATELINE.match(text, sentence.start, min(sentence.end, sentence.start + _LONGEST))
    return Span(found.end(), sentence.end) if found and found.end() < sentence.end else sentence
