"""Does an article put several reports together: "10 Things to Know for Today", "City Hall Digest"? Or letters?

What stands in it belongs to no one story, and a reader who comes for one finds nine others. What a letter says, nobody
has reported.
"""

from __future__ import annotations

import re

from topic_briefings.models import Notice, Span

_DAY = r"(?:today|tonight|tomorrow|now|this|the week|\w+day)"
_HEADLINE = re.compile(
    rf"(?:the )?(?:\d+|five|six|seven|eight|nine|ten)(?: more)? things (?:(?:you|we) (?:need|should|have) )?to know\b"
    rf"[^,;:]{{0,20}}\b{_DAY}\b"
    r"|.*\bnews (?:minute|briefs?|digest|in brief)\b"
    r"|(?:\w+ ){0,3}(?:in brief|briefs|digest)(?=$|\W*$|\s?[:|–—])"
    r"|(?:\w+['’]s )?(?:daily|weekly|morning|evening|news|weekend) (?:round-?up|email|briefing)\b"
    r"|(?:\w+ ){0,2}(?:police|crime|sheriff['’]s|fire) (?:log|blotter|beat|briefs)\b"
    r"|(?:local|community|events?|arts|sports|weekend) calendar\b"
    r"|(?:\w+ ){0,2}(?:kurz gemeldet|kurzmeldungen|kurznachrichten|meldungen|nachrichten in kürze|in kürze)"
    r"(?=\W*$|\s?[:|–—])",
    re.IGNORECASE,
)
"""The headline of what is put together of items."""
_LETTERS = re.compile(
    r"(?:Letters?|LETTERS?|Leserbriefe?)[.:]?(?=\n)|(?:Letters? to the [Ee]ditor|Leserbriefe?)(?=[.:\n])"
)
"""How a page of letters begins, or its headline."""
_NUMBERED = re.compile(r"^(\d{1,2})[.)] (?=[^\na-zà-ÿ]{8,}$)", re.MULTILINE)
"""A numbered heading in capitals."""
_LEAST = 4
"""Headings that are numbered one after another."""
_LINES = 2
"""Sentences that several reports have at least."""


def notices(headline: str, body: str) -> tuple[Notice, ...]:
    """A notice where ``headline`` calls the article a round-up, or ``body`` (cleaned) numbers its headings."""
    found = _HEADLINE.match(headline)
    if found is not None and body.count(". ") + body.count("\n") >= _LINES:
        return (_notice(found[0].strip(), None),)
    if letters := _LETTERS.match(headline):
        return (_notice(letters[0], None, "letters"),)
    if letters := _LETTERS.match(body):
        return (_notice(letters[0], Span(*letters.span()), "letters"),)
    first, following = None, 0
    for number in _NUMBERED.finditer(body) if "1" in body else ():
        if int(number[1]) == following + 1:
            first, following = first or number, following + 1
    if first is None or following < _LEAST:
        return ()
    line = body[first.start() :].split("\n", 1)[0]
    return (_notice(line, Span(first.start(), first.start() + len(line))),)


def _notice(shown: str, span: Span | None, case: str = "") -> Notice:
    told = "What stands here is letters of readers" if case else "The article puts several reports together"
    return Notice(code="roundup", message=f"{told}: “{shown}”.", span=span, case=case, words=(shown,))
