"""The day that a text prints as its own: before its first words, in its dateline, in the brackets that close it."""

from __future__ import annotations

import datetime as dt
import re

from topic_briefings.reading import dates, outlets

_DAY = r"[,;–—-] ?(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>(?:19|20)\d\d)\)"
_CLOSING = re.compile(rf"\([^()\n\d]{{2,60}}{_DAY}\s*\Z")
"""The last words of a text in some papers: who wrote it, and the day: "(red, 2. 9. 2015)"."""
_CREDITED = re.compile(rf" \((?<=[.!?…“”»\"] \()(?P<who>[^()\n\d]{{2,100}}){_DAY}")
"""The same anywhere behind a sentence: of an agency or the desk, which tables and boxes may follow."""
_DESK = "red"
"""What German papers call their own desk there."""


_OPENING = re.compile(
    r"\W{0,3}(?:[^\W\d_]{3,10}day,? )?(\d{1,2}(?:st|nd|rd|th|\.)? [A-Z][a-z]{2,8},? (?:19|20)\d\d"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d) ?(?::|[–—-] )"
)
"""A day and its mark before the first words of a text: "- 6 April, 2018: The quay"."""


_AGENCY = r"(?:\([A-Z][^()\n]{1,30}\)|/[A-Z][^/\n]{1,30}/)"
_STAMP = re.compile(
    r"(?P<posted>\b(?:Published|Posted|Updated|Uploaded)\b[^\n]{0,30}? )?"
    r"(?<!\w)(?P<date>(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][A-Za-z]{2,8}\.?|[A-Z][A-Za-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?),?"
    rf" (?:19|20)\d\d)(?P<behind>,? (?:at )?\d{{1,2}}:\d\d ?(?:[AaPp]\.?[Mm]\b)?| ?(?:{_AGENCY} ?)?(?:--|[–—]))?"
)
"""A day with what shows that it is the text's own: the hour behind it, a dateline's dash, or that it was published."""
_HEAD = 160
"""Code points in which a text's own day stands."""


def day(body: str, code: str) -> str:
    """The day that the text prints as its own, at its head or in the brackets that close it; "" where it has none."""
    return _opening(body, code) or _head(body, code) or _closing(body)


def _head(body: str, code: str) -> str:
    """The day of a dateline or of a line that says when it was published."""
    for found in _STAMP.finditer(body, 0, _HEAD):
        if found["posted"] or found["behind"]:
            try:
                return dates.parse(found["date"], code).isoformat()
            except dates.DateError:
                continue
    return ""


def _opening(body: str, code: str) -> str:
    """The day that stands before the text as a dateline does, as ISO 8601 has it; "" where there is none."""
    found = _OPENING.match(body)
    try:
        return dates.parse(found[1], code).isoformat() if found else ""
    except dates.DateError:
        return ""


def _closing(body: str) -> str:
    """The day in the brackets that close a text, as ISO 8601 has it; "" where there is none.

    Dots between the numbers are of languages that name the day first.
    """
    credited = (found for found in _CREDITED.finditer(body) if _is_of_a_desk(found["who"]))
    found = _CLOSING.search(body, max(0, len(body) - 100)) or next(credited, None)
    try:
        return dt.date(*(int(found[part]) for part in ("year", "month", "day"))).isoformat() if found else ""
    except ValueError:
        return ""


def _is_of_a_desk(credit: str) -> bool:
    return any(word == _DESK or outlets.is_agency(word) for word in re.findall(r"\w+", credit))
