"""What is told of an article without a date: which day its text names, and which weekday nobody can place."""

from __future__ import annotations

import re
from functools import cache

from topic_briefings.languages import of
from topic_briefings.languages.language import WordClasses
from topic_briefings.models import Notice, Span
from topic_briefings.reading import datenames, years

_WITHOUT_SPACES = ("ja", "th", "zh")
"""Languages whose words touch."""


def notice(body: str, code: str) -> Notice:
    """That an article carries no date, with what its text has instead of one."""
    words = of(code).day_words
    named = years.latest(body, code)
    if named is not None and not _is_behind("since", body, named.start, words):
        message = f"The article carries no date; the latest full date in its text is “{named.of(body)}”."
        return Notice(code="undated", message=message, span=named, case="named", words=(named.of(body),))
    if head := _head(body, code):
        shown = head.of(body)
        message = f"The article carries no date; the day at its head, “{shown}”, has no year."
        return Notice(code="undated", message=message, span=head, case="head", words=(shown,))
    weekdays = _weekdays(code)
    days = () if weekdays is None else weekdays.finditer(body)
    placed: set[str] = set()
    days = (match for match in days if not _is_in_a_name(body, match, words))
    loose = (
        match for match in days if match[0] not in placed and not _is_behind("pointing", body, match.start(), words)
    )
    match = next((match for match in loose if not _is_placed(match[0], body, placed)), None)
    if match:
        message = f"The article carries no date; “{match[0]}” cannot be placed."
        return Notice(code="undated", message=message, span=Span(*match.span()), case="day", words=(match[0],))
    return Notice(code="undated", message="The article carries no date.")


_DAY_AT_HEAD = re.compile(
    r"(?P<day>(?P<month>[A-Z][A-Za-z]{2,8})\.? \d{1,2})(?!\w|,? \d) ?(?:\([A-Z][^()\n]{1,40}\) ?)?(?:[–—:]|-{1,2} )"
)
_HEAD = 200
"""Code points of a text in which its dateline stands, behind the caption of a picture too."""


def _head(body: str, code: str) -> Span | None:
    """The day of a dateline that has no year: "NAIROBI, Apr 5 –"."""
    for found in _DAY_AT_HEAD.finditer(body, 0, _HEAD):
        if datenames.months(datenames.folded(found["month"]), code):
            return Span(*found.span("day"))
    return None


_DAY_OF_MONTH = re.compile(r",? (?:den |the |le |el )?\d|,? [^\W\d_]{3,10}\.? \d")
"""What places a weekday that it stands behind: "Monday, 15 June", "Monday, June 15"."""


_BESIDE = 12
"""Characters before a day in which the word before it is read."""
_BEFORE = re.compile(r"([\w'’]+) $")
_FEASTS = frozenset(["ash", "black", "bloody", "cyber", "easter", "good", "holy", "maundy", "palm", "super"])
"""What stands before a weekday that is a feast's or a sale's."""
_NAMED = re.compile(r" [^\W\d_a-z]\w")


def _is_in_a_name(body: str, day: re.Match[str], words: WordClasses) -> bool:
    """Whether a day is that of a paper or a programme: "the Sunday Times", "GMTV's Sunday programme"."""
    found = _BEFORE.search(body[max(0, day.start() - _BESIDE) : day.start()])
    before = found[1].casefold() if found else ""
    if before in _FEASTS:
        return True
    if before in words("article") and _NAMED.match(body, day.end()):
        return True
    return any(before.endswith(ending) and before != ending for ending in words("owner"))


def _is_behind(kind: str, body: str, start: int, words: WordClasses) -> bool:
    """Whether a word of a ``kind`` stands right before a day: "on that Wednesday", "since 5 April 2018"."""
    return not words(kind).isdisjoint(body[max(0, start - _BESIDE) : start].lower().split()[-1:])


def _is_placed(weekday: str, body: str, placed: set[str]) -> bool:
    """Whether the text anywhere says which day of a month the ``weekday`` is, which is then one of those ``placed``."""
    at = body.find(weekday)
    while at >= 0:
        if _DAY_OF_MONTH.match(body, at + len(weekday)):
            placed.add(weekday)
            return True
        at = body.find(weekday, at + 1)
    return False


@cache
def _weekdays(code: str) -> re.Pattern[str] | None:
    """The names of the days in a language, from CLDR; None where it has none."""
    from babel import Locale, UnknownLocaleError  # not needed for a dated article

    try:
        names = Locale.parse(code).days["format"]["wide"].values()
    except (UnknownLocaleError, ValueError):
        return None
    # A language that writes its days small still writes one large at the start of a sentence.
    choice = "|".join(sorted(re.escape(form) for name in names for form in (name, name[:1].upper() + name[1:])))
    return re.compile(choice if code in _WITHOUT_SPACES else rf"(?<!\w)(?:{choice})(?!\w)")
