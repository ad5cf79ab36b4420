"""The place line that opens a report: "TOKYO, March 3 (Agency) –"."""

from __future__ import annotations

import re

from topic_briefings.models import Span

_SECOND = r"(?:(?:and|und|&) (?=[A-Z]{2}))?"
"""What stands before a second place: "TARN and VELL", "TARN & VELL"."""
_AGENCY = r"\([^()\n]{1,40}\)"
# "TOKYO, March 3 (Agency) – ", "Nairobi (Reuters) -", "Aug 27 (Reuters) -", "(CNN) —": a place in capitals, or one or a
# day before brackets, or brackets alone, then a dash or a bar. A hyphen needs a space or a bracket beside it ("AFL-CIO"
# is none), a colon more than two letters before it ("UN: …").
_DATELINE = re.compile(
    rf"(?:[A-Z][A-Z'’.-]+(?: {_SECOND}[A-Z0-9][A-Z0-9:'’.-]*){{0,6}}"
    rf"(?:,?[,/] ?[\w.]+(?: [\w.]+){{0,3}}){{0,3}} ?(?:{_AGENCY})?"
    rf"|[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){{0,3}}(?:, [\w.]+(?: [\w.]+){{0,2}}){{0,2}} ?{_AGENCY}"
    rf"|[A-Z][a-z]{{2,8}}\.? \d{{1,2}} ?{_AGENCY}"
    r"|\([A-Z][^()\n]{1,20}\))"
    r" ?(?:[–—―_]|-{2,3}|(?<=[ )])-|-(?= )|\|(?= )|(?<!\b[A-Z]{2}):) ?(?=[\"“„«\w])"
)
# "MEXICO CITY (AP) The": of brackets without a dash only those that papers print so.
_DASHLESS = re.compile(
    r"[A-Z]{3}[A-Z'’.-]*(?: [A-Z][A-Z'’.-]+){0,3}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
    r" \((?:AP|AFP|ANI|CNN|EFE|IANS|PTI|Reuters|REUTERS|TASS|UPI|Xinhua|dpa)\) (?=[\"“„«]?[A-Z])"
)
# "Kigali, Rwanda — The", "Wien – Die": a place as it is written everywhere, at the head of a text alone.
_NAMED = re.compile(
    r"[^\W\d_a-z][\w'’.-]+(?: [^\W\d_a-z][\w'’.-]+){0,2}(?:, [^\W\d_a-z][\w.]+(?: [^\W\d_a-z][\w.]+)?)?"
    r" (?:[–—]|-{2,3}) (?=[\"“„«]?[^\W\d_a-z]\w* )(?![^.–—-]{1,80} (?:[–—]|-{2,3}) [a-zäöü])"
)
# "By Ada Moss | The", "BY ADA MOSS Courier Reporter March 15, 2009 HALDEN -- The", "(ADA MOSS/Halden Courier) The": who
# wrote what follows, or took the picture that stood before it.
_SIGNED = re.compile(
    r"(?:By|BY) (?:[A-Z][\w.'’-]+ ){2,4}\| "
    r"|BY (?:[A-Z][A-Z.'’-]+ ){2,4}(?:[A-Z][\w.-]+ ){0,3}[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4} (?=[A-Z]{2})"
    r"|\([A-Z][^()\n/]{3,40}/ ?(?:(?:[Ff]or|[Ss]pecial to) (?:the )?)?[A-Z][^()\n/]{2,40}\) (?=[\"“A-Z])"
)
_UNSIGNED = "By "
"""What is left of a byline whose name was lost: "By TARN, May 4 – "."""
_LONGEST = 120


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the dateline that opens ``text[start:end]`` ends, its dash included; ``start`` where there is none."""
    last = min(end, start + _LONGEST)
    if text[start + 1 : start + 2].islower() and not _opens(text, start) and text.find("(", start, last) < 0:
        return start  # most sentences
    found = _DATELINE.match(text, start, last) or _DASHLESS.match(text, start, last)
    found = found or (_NAMED.match(text, start, last) if _opens(text, start) else None)
    return found.end() if found and found.end() < end else start


def _opens(text: str, start: int) -> bool:
    """Whether nothing but space stands before ``start``."""
    return start <= _LONGEST and not text[:start].strip()


def without_dateline(text: str, sentence: Span) -> Span:
    """``sentence`` of ``text`` from the first word after byline, credit and dateline; unchanged where it has none."""
    begins = text.startswith(("B", "("), sentence.start)
    signed = _SIGNED.match(text, sentence.start, sentence.end) if begins else None
    start = dateline_end(text, signed.end() if signed else sentence.start, sentence.end)
    if start == sentence.start and text.startswith(_UNSIGNED, start):
        behind = start + len(_UNSIGNED)
        end = dateline_end(text, behind, sentence.end)
        start = end if end > behind else start
    return sentence if start == sentence.start else Span(start, sentence.end)
